"""What each unit answers for: its posts with their work, its powers, its duties on nobody's desk."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from powerlist.analysis.overview import unassigned
from powerlist.graph import PowerGraph
from powerlist.model.codes import PowerType, Raci
from powerlist.model.duty import Duty
from powerlist.model.entity import Entity, State
from powerlist.model.organisation import Post, Unit
from powerlist.model.power import Power
from powerlist.practice import Practice

HIGH = 3


@dataclass(frozen=True)
class PostFacts:
    """A post in numbers: duties it performs, duties it answers for, steps and decisions, high risks."""

    post: Post
    performs: int
    answers: int
    steps: int
    high: int

    @property
    def numbers(self) -> tuple[int, int, int, int]:
        """The four in the order of the table."""
        return self.performs, self.answers, self.steps, self.high


@dataclass(frozen=True)
class UnitFacts:
    """A unit (None: what belongs to no unit) with all that the map says of it; `loose`: duties on no post."""

    unit: Unit | None
    posts: tuple[PostFacts, ...]
    powers: tuple[tuple[Power, int], ...]  # each with its count of duties
    loose: tuple[tuple[Power, int], ...]

    def of_type(self, type: PowerType | None) -> tuple[tuple[Power, int], ...]:
        """Its powers of one type."""
        return tuple(pair for pair in self.powers if pair[0].type is type)

    @property
    def types(self) -> tuple[PowerType | None, ...]:
        """The types of its powers, in the order of the lists."""
        return tuple(type for type in (*PowerType, None) if self.of_type(type))


class Bureau:
    """The facts of a whole register, counted once; powers that the bureau no longer runs are left out."""

    def __init__(self, graph: PowerGraph, practice: Practice) -> None:
        self.graph, self.practice = graph, practice

    @cached_property
    def units(self) -> tuple[UnitFacts, ...]:
        """Every unit in register order, then what belongs to none."""
        found = [self._facts(unit) for unit in self.graph.register.units]
        rest = self._facts(None)
        return (*found, rest) if rest.posts or rest.powers or rest.loose else tuple(found)

    @cached_property
    def loose(self) -> tuple[Duty, ...]:
        """The duties that no post performs."""
        return tuple(duty for duty in self.graph.duties if unassigned(self.graph, duty))

    @cached_property
    def draft(self) -> bool:
        """Whether anything that is counted is only drafted."""
        register = self.graph.register
        things: tuple[Sequence[Entity], ...] = (
            *(register.units, register.posts, register.powers, register.duties, register.assignments),
            *(register.steps, register.gateways, register.risks),
        )
        return any(thing.state is State.DRAFTED for table in things for thing in table)

    def _facts(self, unit: Unit | None) -> UnitFacts:
        id = unit.id if unit else None
        powers = [power for power in self.graph.running_powers if id in self._homes(power)]
        return UnitFacts(
            unit,
            tuple(map(self._post, self._posts(unit))),
            tuple((power, self._duties[power.id]) for power in powers),
            tuple((power, n) for power in self.graph.running_powers if (n := self._loose[id, power.id])),
        )

    def _posts(self, unit: Unit | None) -> list[Post]:
        if unit:
            posts = self.graph.posts_in(unit)
        else:
            posts = tuple(post for post in self.graph.posts if self.graph.unit_of(post) is None)
        return sorted(posts, key=self._height)

    def _height(self, post: Post) -> int:
        order = self.practice.level_order
        return next(place for place, levels in enumerate(order) if post.level in levels)

    def _post(self, post: Post) -> PostFacts:
        performs, answers = (self._parts[post.id, raci] for raci in (Raci.RESPONSIBLE, Raci.ACCOUNTABLE))
        return PostFacts(post, performs, answers, self._steps[post.id], self._high[post.id])

    def _homes(self, power: Power) -> tuple[str | None, ...]:
        return tuple(unit.id for unit in self.graph.units_of_power(power)) or (None,)

    @cached_property
    def _duties(self) -> Counter[str]:
        return Counter(duty.power for duty in self.graph.duties)

    @cached_property
    def _parts(self) -> Counter[tuple[str, Raci]]:
        return Counter(
            (post.id, raci)
            for duty in self.graph.duties
            for raci in (Raci.RESPONSIBLE, Raci.ACCOUNTABLE)
            for post in self.graph.posts_of(duty, raci)
        )

    @cached_property
    def _steps(self) -> Counter[str]:
        register = self.graph.register
        posts = [step.post for step in register.steps] + [gateway.post for gateway in register.gateways]
        return Counter(post for post in posts if post)

    @cached_property
    def _high(self) -> Counter[str]:
        posts = (self.graph.post_at_risk(risk) for risk in self.graph.risks if (risk.rank or 0) >= HIGH)
        return Counter(post.id for post in posts if post)

    @cached_property
    def _loose(self) -> Counter[tuple[str | None, str]]:
        """By (unit, power): the unit that the list names for the duty, else those that handle the power."""
        found: Counter[tuple[str | None, str]] = Counter()
        for duty in self.loose:
            power = self.graph.power_of(duty)
            named = tuple(unit.id for unit in self.graph.units_of(duty))
            if power:
                found.update((home, power.id) for home in dict.fromkeys(named or self._homes(power)))
        return found
