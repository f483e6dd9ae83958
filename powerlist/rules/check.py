"""The run: every rule on one register on one day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from powerlist.analysis.belonging import Belonging
from powerlist.analysis.neighbours import Neighbours
from powerlist.graph import PowerGraph
from powerlist.i18n import Text
from powerlist.laws import LawIndex, index
from powerlist.model.adopt import adopt
from powerlist.model.collector import without_collector
from powerlist.model.entity import Entity, State
from powerlist.model.power import Power
from powerlist.model.process import Process
from powerlist.model.register import Register
from powerlist.model.severity import Severity
from powerlist.practice import Practice
from powerlist.rules.choice import chosen
from powerlist.rules.dying import death
from powerlist.rules.layers import Layer
from powerlist.rules.report import NotChecked, Report
from powerlist.rules.rule import RULES, Case, Finding, Hit, Registry, Rule
from powerlist.rules.settings import Settings
from powerlist.rules.waiver import Waiver
from powerlist.rules.waivers import apply as accepted
from powerlist.workdays import WorkCalendar

_CRASHED = Text(
    "规则{code}运行出错（{place}{error}），这条规则没有检查。",
    "rule {code} failed ({place}{error}) and checked nothing.",
)
_DIED_ON = Text(
    "规则{code}检查“{on.title}”时出错（{place}{error}），这条规则没有检查。",
    "rule {code} failed on “{on.title}” ({place}{error}) and checked nothing.",
)
_CRASH_HINT = Text(
    "自己写的规则请改正；随程序提供的规则，请把这句话和清单交给维护者。其他规则照常检查。",
    "Mend a rule of your own; of one that ships, send this and the list to the maintainers. The others ran.",
)


@without_collector()
def check(
    register: Register,
    practice: Practice,
    as_of: date,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    rules: Registry = RULES,
    neighbours: Iterable[Register] | Neighbours = (),
    previous: Register | None = None,
    laws: LawIndex | None = None,
    workdays: WorkCalendar | None = None,
    settings: Settings | None = None,
    waivers: Iterable[Waiver] = (),
) -> Report:
    """What the rules find in `register` on the day `as_of`; what is only drafted satisfies none.

    `select` and `ignore` choose what is told and change nothing else. `neighbours` are the lists of other
    authorities, to compare with; for many registers at once prepare them once, by `Neighbours.of`. `previous`
    is an earlier version of the list, read from its own file or kept. `laws` and `workdays` are those that
    ship, unless given or set. `settings` are those of the place; what `waivers` cover is told apart. Raises
    UsageError for an unknown word. Time grows linearly with the register.
    """
    settings = settings or Settings()
    asked = {rule.code for rule in chosen(rules, select, ignore)}
    told = [rule for rule in settings.apply(rules) if rule.code in asked]
    beside = neighbours if isinstance(neighbours, Neighbours) else Neighbours.of(neighbours, as_of)
    graph, whole = _graphs(register, as_of)
    days = workdays or settings.workdays or WorkCalendar()
    case = Case(
        graph,
        as_of,
        settings.practice(practice),
        beside or None,
        PowerGraph(adopt(previous, register).stated()) if previous else None,
        whole,
        laws or index(),
        days,
        settings=settings.all_params(rules),
        waivers=tuple(waivers),
    )
    run = _Run(register, case, {rule.code: rule for rule in rules})
    standing, waived = accepted(run.findings_of_all(told), case.waivers, as_of)
    if case.waivers:
        run.case = replace(case, idle_waivers=run.idle_waivers())
        standing += [finding for rule in told if rule.after_all for finding in run.findings_of(rule)]
    return Report(
        findings=tuple(sorted(standing, key=run.place)),
        waived=tuple(sorted(waived, key=lambda one: run.place(one.finding))),
        not_checked=tuple(
            NotChecked(rule.code, rule.slug, why) for rule in told for why in run.unseen_by(rule)
        ),
        as_of=as_of,
        asked=tuple(rule.code for rule in told),
    )


def _graphs(register: Register, as_of: date) -> tuple[PowerGraph, PowerGraph]:
    """What is stated and in force, and everything; one graph where they are the same."""
    drafted = any(entity.state is State.DRAFTED for entity in register.entities())
    graph = PowerGraph((register.stated() if drafted else register).as_of(as_of))
    return graph, graph if graph.register is register else PowerGraph(register)


@dataclass
class _Run:
    """One run: each rule is asked once, whoever needs its answer."""

    register: Register
    case: Case
    rules: dict[str, Rule]
    _belonging: Belonging = field(init=False)
    _hits: dict[str, list[Hit]] = field(default_factory=dict)
    _orders: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._belonging = Belonging(self.case.graph)

    def findings_of_all(self, rules: Iterable[Rule]) -> list[Finding]:
        """What these rules find, each finding once; rules that look at the others' findings come later."""
        first = (rule for rule in rules if not rule.after_all)
        return list({one.key: one for rule in first for one in self.findings_of(rule)}.values())

    def idle_waivers(self) -> tuple[Waiver, ...]:
        """The waivers in force that no finding of any rule needs."""
        every = self.findings_of_all(self.rules.values())
        _, waived = accepted(every, self.case.waivers, self.case.as_of)
        used = {id(one.waiver) for one in waived}
        valid = (one for one in self.case.waivers if not one.expired(self.case.as_of))
        return tuple(one for one in valid if id(one) not in used)

    def findings_of(self, rule: Rule) -> Iterator[Finding]:
        """The findings of one rule: its hits, less those whose root cause another rule names."""
        gap = self.missing_layer(rule)
        if gap:
            yield from self._absent(rule, gap)
            return
        try:
            yield from [self._finding(rule, hit) for hit in self._spoken_hits(rule)]
        except (Exception, SystemExit) as error:  # a rule of the user's own may do anything: the run goes on
            yield self._crash(rule, error)

    def _spoken_hits(self, rule: Rule) -> list[Hit]:
        required = [self.rules[code] for code in rule.requires if code in self.rules]
        root = [hit for other in required for hit in self._hits_if_sound(other)]
        told = {one.id for hit in root for one in (hit.entity, *hit.covers)}
        line_of = self.case.in_force.line_of
        hits = self._hits_of(rule)
        return [hit for hit in hits if not told or all(one.id not in told for one in line_of(hit.entity))]

    def missing_layer(self, rule: Rule) -> Layer | None:
        """The broadest layer that the rule needs and the register lacks."""
        return next((layer for layer in rule.needs if not self._has(layer)), None)

    def unseen_by(self, rule: Rule) -> list[Text]:
        """What the rule could not look at: a layer that is missing, or single things."""
        gap = self.missing_layer(rule)
        if gap or not rule.beyond:
            return [gap.why] if gap else []
        try:
            return list(rule.beyond(self.case))
        except (Exception, SystemExit):  # its findings tell of the crash
            return []

    def _has(self, layer: Layer) -> bool:
        beside = self.case.workspace
        if layer is Layer.NEIGHBOURS:
            return bool(beside and beside.peers)
        if layer is Layer.CATALOGUE:
            return bool(beside and beside.catalogues)
        if layer is Layer.PREDECESSORS and self.case.previous:
            return True
        return layer.present_in(self.case.graph.register)

    def _hits_of(self, rule: Rule) -> list[Hit]:
        if rule.code not in self._hits:
            gap = self.missing_layer(rule)
            self._hits[rule.code] = [] if gap else list(rule.check(self.case))
        return self._hits[rule.code]

    def _hits_if_sound(self, rule: Rule) -> list[Hit]:
        try:
            return self._hits_of(rule)
        except (Exception, SystemExit):  # its own turn tells of the crash
            return []

    def _absent(self, rule: Rule, gap: Layer) -> Iterator[Finding]:
        count = gap.owed_by(self.case.in_force)
        if rule.absent and gap is rule.needs[-1] and count:
            facts = gap.facts_in(self.case.in_force)
            hit = Hit(self.register.authority, count=f"{count:,}", **facts)
            yield self._finding(rule, hit, rule.absent, rule.absent_fix or rule.fix)

    def _finding(
        self, rule: Rule, hit: Hit, message: Text | None = None, hint: Text | None = None
    ) -> Finding:
        words = {"it": hit.entity, "of": self._owner(hit.entity), **hit.facts}
        return Finding(
            key=f"{rule.code}@{hit.entity.id}" + (f"#{hit.part}" if hit.part else ""),
            code=rule.code,
            slug=rule.slug,
            severity=rule.severity,
            message=(message or rule.message).fill(**words),
            hint=(hint or rule.hint or rule.fix).fill(**words),
            entity=hit.entity,
            source=hit.source or self.register.source_of(hit.entity, hit.field),
            witness=hit.witness,
            unit=next(iter(self._belonging.units_of(hit.entity)), None),
        )

    def _crash(self, rule: Rule, error: BaseException) -> Finding:
        end = death(error, rule, self.register)
        entity = end.entity or self.register.authority
        words = {"code": rule.code, "place": end.place, "error": end.error, "on": entity}
        return Finding(
            key=f"{rule.code}@{entity.id}#crash",
            code=rule.code,
            slug=rule.slug,
            severity=Severity.ERROR,
            message=(_DIED_ON if end.entity else _CRASHED).fill(**words),
            hint=_CRASH_HINT,
            entity=entity,
            source=self.register.source_of(entity, "") if end.entity else None,
        )

    def _owner(self, entity: Entity) -> str:
        """What a thing belongs to, by name: its power, or its process."""
        line = list(self.case.in_force.line_of(entity))[1:]
        top = next((one for one in line if isinstance(one, Power | Process)), None)
        return top.title if top else self.register.authority.name

    def place(self, finding: Finding) -> tuple[int, int, str, str]:
        """The order of findings: the organisation first, then power by power as the list has them."""
        if not self._orders:
            self._orders = {one.id: place for place, one in enumerate(self.register.entities())}
        entity = finding.entity
        power = self.case.in_force.power_of(entity)
        root = self._orders.get(power.id, -1) if power else -1
        return root, self._orders.get(entity.id, -1), finding.code, finding.key
