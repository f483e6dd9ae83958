"""An invented bureau: its units, their posts in levels, who reports to whom and who leads which unit."""

from dataclasses import dataclass, field

from powerlist.generating.words import OfficeWords, PostWords, words
from powerlist.model.codes import PostLevel, PowerType
from powerlist.model.organisation import Post, Unit

_FIRST_DEPUTY = "P001"
_MOST = 150  # powers that one team handles; more make a second team


@dataclass
class Bureau:
    """The organisation; `teams` are the units of each type of power, in turn."""

    units: list[Unit] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    teams: dict[PowerType, list[Unit]] = field(default_factory=dict)
    _by_name: dict[str, Post] = field(default_factory=dict)

    @classmethod
    def of(cls, counts: dict[PowerType, int]) -> "Bureau":
        """A bureau with units enough for so many powers of each type."""
        made = cls()
        made._leaders()
        for office in (words().office, words().watch):
            made._office(office)
        for plan in words().units:
            powers = sum(counts.get(type, 0) for type in plan.types)
            teams = -(-powers // _MOST)
            posts = tuple(post for post in words().posts_of_unit if post.name not in plan.without)
            for number in range(1, teams + 1):
                name = plan.name if teams == 1 else f"{plan.name}{number}组"
                unit = made._unit(name, plan.led_by, posts)
                for type in plan.types:
                    made.teams.setdefault(type, []).append(unit)
        return made

    def post(self, unit: Unit | None, who: str) -> Post | None:
        """The post of a role of the stage library: in the unit, else in the bureau."""
        if who == "leader" and unit:
            return next(post for post in self.posts if post.id == unit.led_by)
        name = _ROLES.get(who, "")
        own = self._by_name.get(f"{unit.name}{name}") if unit else None
        return own or self._by_name.get(name)

    def _leaders(self) -> None:
        chief, *deputies = words().leaders
        self._post(None, chief, None)
        for one in deputies:
            self._post(None, one, chief.name)

    def _office(self, office: OfficeWords) -> None:
        self._unit(office.unit, words().leaders[0].name, office.posts, bare=True)

    def _unit(self, name: str, led_by: str, plans: tuple[PostWords, ...], bare: bool = False) -> Unit:
        unit = Unit(id=f"U{len(self.units):02d}", name=name, led_by=self._by_name[led_by].id)
        self.units.append(unit)
        head = next(plan for plan in plans if plan.level is PostLevel.HEAD)
        called = {plan.name: plan.name if bare else f"{name}{plan.name}" for plan in plans}
        self._post(unit, head, led_by, called[head.name])
        for plan in plans:
            if plan is not head:
                self._post(unit, plan, called[head.name], called[plan.name])
        return unit

    def _post(self, unit: Unit | None, plan: PostWords, above: str | None, name: str = "") -> None:
        made = Post(
            id=f"P{len(self.posts):03d}",
            name=name or plan.name,
            unit=unit.id if unit else None,
            level=plan.level,
            holders=plan.holders,
            backup_post=_FIRST_DEPUTY if plan.level is PostLevel.CHIEF else None,
            reports_to=self._by_name[above].id if above else None,
            work=plan.work,
        )
        self.posts.append(made)
        self._by_name[made.name] = made


# 环节库里的角色，各由哪个岗位承担
_ROLES = {
    "window": "受理岗",
    "handler": "承办岗",
    "reviewer": "复核岗",
    "head": "负责人",
    "chief": "主要负责人",
    "legal": "法制审核岗",
    "accountant": "会计岗",
    "cashier": "出纳岗",
    "publicity": "信息公开岗",
    "watch": "监督检查岗",
}
