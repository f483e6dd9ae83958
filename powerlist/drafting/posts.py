"""Where a list names no posts, the usual ones are proposed; and who stands above whom."""

from powerlist.analysis.belonging import home_of
from powerlist.drafting.book import Book
from powerlist.graph import PowerGraph
from powerlist.model.codes import PostLevel
from powerlist.model.organisation import Post, Unit
from powerlist.model.power import Power
from powerlist.model.register import Register
from powerlist.practice.templates import OrganisationPlan, PostPlan

_LEADERS = (PostLevel.DEPUTY, PostLevel.CHIEF)


class Organisation:
    """The units and posts of a register, stated or proposed."""

    def __init__(self, register: Register, plan: OrganisationPlan) -> None:
        self.plan = plan
        self._graph = PowerGraph(register)
        self.units = {unit.id: unit for unit in register.units if unit.valid_to is None}
        self.posts: dict[str, Post] = {}
        self._in_unit: dict[str, list[Post]] = {}
        self._of_level: dict[PostLevel, list[Post]] = {}
        for post in register.posts:
            self.add(post)
        self.persons = _holders(register)
        self.homeless: Unit | None = next((u for u in register.units if u.name == plan.no_unit), None)

    def add(self, post: Post) -> None:
        """Enter a post; one that has an end is not given any work."""
        if post.valid_to is None:
            self.posts[post.id] = post
            self._in_unit.setdefault(post.unit or "", []).append(post)
            self._of_level.setdefault(post.level, []).append(post)

    def posts_in(self, unit: str) -> list[Post]:
        """The posts of a unit, in register order."""
        return self._in_unit.get(unit, [])

    def of_level(self, level: PostLevel) -> list[Post]:
        """Every manned post of a level."""
        return [post for post in self._of_level.get(level, []) if not post.vacant]

    def unit_of(self, power: Power) -> Unit | None:
        """The unit that handles a power; the proposed one for powers that show none."""
        named = (self.units.get(id) for id in home_of(self._graph, power))
        return next((unit for unit in named if unit), None) or self.homeless

    def leader_of(self, unit: Unit | None) -> Post | None:
        """分管领导 of a unit; where nobody is named, the only deputy, else the head of the authority."""
        own = self.posts.get(unit.led_by or "") if unit else None
        if own and not own.vacant:
            return own
        deputies = self.of_level(PostLevel.DEPUTY)
        one = deputies[0] if len(deputies) == 1 else None
        return one or next(iter(self.of_level(PostLevel.CHIEF)), None)

    def head_of(self, unit: Unit | None) -> Post | None:
        """科室负责人."""
        posts = self.posts_in(unit.id) if unit else []
        return next((post for post in posts if post.level is PostLevel.HEAD and not post.vacant), None)

    def above(self, post: Post) -> Post:
        """Who answers for what a post does: its superior; a leader answers himself."""
        if post.level in _LEADERS:
            return post
        unit = self.units.get(post.unit or "")
        named = self.posts.get(post.reports_to or "")
        found = (named, self.head_of(unit), self.leader_of(unit))
        return next((one for one in found if one and one.id != post.id and not one.vacant), post)

    def same_hand(self, one: str, other: str) -> bool:
        """Whether two posts are one, or are held by one person."""
        shared = self.persons.get(one, set()) & self.persons.get(other, set())
        return one == other or bool(shared)


def _holders(register: Register) -> dict[str, set[str]]:
    """The persons that hold each post and have no end written."""
    held: dict[str, set[str]] = {}
    for person in register.persons:
        for holding in person.holdings:
            if holding.valid_to is None:
                held.setdefault(holding.post, set()).add(person.id)
    return held


def organise(book: Book, plan: OrganisationPlan, powers: list[Power]) -> Organisation:
    """The organisation, with proposed posts for units and levels that have none."""
    known = Organisation(book.register, plan)
    bare = not known.posts
    leaders = _leaders(book, known, plan)
    if any(known.unit_of(power) is None for power in powers):
        known.homeless = book.propose(Unit, book.register.authority.id, plan.no_unit, name=plan.no_unit)
        known.units[known.homeless.id] = known.homeless
    handling = {unit.id: unit for power in powers if (unit := known.unit_of(power))}
    for unit in handling.values():
        if not known.posts_in(unit.id):
            _post(book, known, plan.posts, unit.id, leaders)
    if bare and powers:
        _post(book, known, plan.office_posts, _office(book, known, plan).id, leaders)
    return known


def _leaders(book: Book, known: Organisation, plan: OrganisationPlan) -> dict[str, str]:
    """Leaders by the name that plans use: found by level, else proposed."""
    named: dict[str, str] = {}
    for one in plan.leaders:
        present = known.of_level(one.level)
        if not present:
            present = [_one(book, known, one, None, named)]
        named[one.name] = present[0].id
    return named


def _office(book: Book, known: Organisation, plan: OrganisationPlan) -> Unit:
    words = plan.office_words
    own = next((u for u in known.units.values() if any(word in u.name for word in words)), None)
    if own is None:
        own = book.propose(Unit, book.register.authority.id, plan.office, name=plan.office)
        known.units[own.id] = own
    return own


def _post(
    book: Book, known: Organisation, plans: tuple[PostPlan, ...], unit: str, leaders: dict[str, str]
) -> None:
    taken = {post.name for post in known.posts_in(unit)}
    for plan in plans:
        if plan.name not in taken:
            _one(book, known, plan, unit, leaders)


def _one(book: Book, known: Organisation, plan: PostPlan, unit: str | None, leaders: dict[str, str]) -> Post:
    parent = unit or book.register.authority.id
    above = leaders.get(plan.reports_to or "")
    fields = {"name": plan.name, "level": plan.level, "work": plan.work}
    made = book.propose(Post, parent, plan.name, unit=unit, reports_to=above, **fields)
    known.add(made)
    return made
