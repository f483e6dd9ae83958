"""What a rule is: a function that yields the thing that is wrong, and a decorator that holds the words."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from powerlist.analysis.citations import Citation, citations
from powerlist.analysis.in_force import InForce
from powerlist.analysis.neighbours import Neighbours
from powerlist.graph import PowerGraph
from powerlist.i18n import Text
from powerlist.laws import LawIndex, index
from powerlist.model.entity import Entity
from powerlist.model.organisation import Unit
from powerlist.model.severity import Severity
from powerlist.model.source import Source
from powerlist.practice import Practice
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.waiver import Waiver
from powerlist.workdays import WorkCalendar


@dataclass(frozen=True)
class Case:
    """All that a rule may look at.

    `in_force` is the graph less what is over or gone on `as_of`; `workspace` are the graphs of other
    authorities (it may hold the own one too), None where no other list is open; `previous` is the graph of an
    earlier version of the list, with the ids of this one where a thing is the same; `drafts` is the graph of
    everything, with what is only drafted; `laws` tells what a citation is worth, `workdays` which days count;
    `settings` are the parameters of rules that a place has set, by code; `waivers` are those that were given,
    `idle_waivers` those that no finding needs.
    """

    graph: PowerGraph
    as_of: date
    practice: Practice
    workspace: Neighbours | None = None
    previous: PowerGraph | None = None
    drafts: PowerGraph | None = None
    laws: LawIndex = field(default_factory=index)
    workdays: WorkCalendar = field(default_factory=WorkCalendar)
    settings: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()
    idle_waivers: tuple[Waiver, ...] = ()

    def param(self, code: str, name: str) -> Any:
        """A number or word that a place may set: its own, else the rule's own."""
        own = self.settings.get(code, {})
        return own[name] if name in own else RULES.rules[code].params[name]

    @cached_property
    def in_force(self) -> InForce:
        """The powers that run on the day, and what hangs on them."""
        return InForce(self.graph, self.as_of)

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """What those powers cite, looked up in the index."""
        return citations(self.in_force, self.laws)


class Hit:
    """What is wrong: the thing, the field, the path that proves it, and facts for the sentence.

    `part` tells hits on one thing apart (`part="before"`), and is part of the finding's key; `covers` are the
    things for all of which one hit speaks (many powers of a unit).
    """

    __slots__ = ("covers", "entity", "facts", "field", "part", "source", "witness")

    def __init__(
        self,
        entity: Entity,
        *,
        field: str = "",
        part: str = "",
        witness: tuple[Entity, ...] = (),
        covers: tuple[Entity, ...] = (),
        **facts: Any,
    ) -> None:
        self.entity, self.field, self.part = entity, field, part
        self.witness, self.covers, self.facts = witness, covers, facts
        self.source: Source | None = None

    def at(self, source: Source) -> "Hit":
        """The same, standing at a place of its own and not where the thing was read."""
        self.source = source
        return self


@dataclass(frozen=True)
class Finding:
    """A verdict: one rule on one thing, with its place. `key` is the same in every later run.

    `hint` says what to do, `unit` is whose it is to mend (None where nobody can be told).
    """

    key: str
    code: str
    slug: str
    severity: Severity
    message: Text
    hint: Text
    entity: Entity
    source: Source | None = None
    witness: tuple[Entity, ...] = ()
    unit: Unit | None = None


Check = Callable[[Case], Iterator[Hit]]


@dataclass(frozen=True)
class Rule:
    """A rule with its words.

    `needs` are the layers without which the rule cannot say anything, the broadest first; `absent` makes this
    rule the one that says, once and with its `count`, that the last of them is missing. `requires` are rules
    that name the root cause: where one of them speaks about the thing or what it belongs to, this rule is
    silent there. `message` and `hint` may hold `{it.…}` (the thing), `{of}` (what it belongs to) and the
    hit's facts; `fix` is the cure in general, and the hint where a rule has no other. `beyond` says, once and
    with its count, what the rule could not look at. `reviewers` are the offices it is for, `serves`
    is the cure of power it belongs to; a rule of the user's own may leave both out. `params` are the numbers
    and words that a place may set, with their usual values. `after_all` rules look at what
    the others found.
    """

    code: str
    slug: str
    severity: Severity
    title: Text
    why: Text
    fix: Text
    message: Text
    check: Check
    hint: Text | None = None
    basis: Text | None = None
    needs: tuple[Layer, ...] = ()
    absent: Text | None = None
    absent_fix: Text | None = None
    requires: tuple[str, ...] = ()
    unless: Text | None = None
    beyond: Callable[[Case], Iterator[Text]] | None = None
    reviewers: tuple[Reviewer, ...] = ()
    serves: Aim | None = None
    params: Mapping[str, Any] = field(default_factory=dict)
    after_all: bool = False
    since: str = "0.1.0"


@dataclass
class Registry:
    """Rules by code, in the order of the catalogue."""

    rules: dict[str, Rule] = field(default_factory=dict)

    def add(self, rule: Rule) -> None:
        """Enter a rule; a code or slug that is taken is refused."""
        taken = {*self.rules, *(other.slug for other in self.rules.values())}
        if rule.code in taken or rule.slug in taken:
            raise ValueError(f"rule {rule.code} ({rule.slug}) is registered twice")
        self.rules[rule.code] = rule

    def __iter__(self) -> Iterator[Rule]:
        return iter(sorted(self.rules.values(), key=lambda rule: rule.code))

    def find(self, word: str) -> Rule | None:
        """The rule of a code or slug, in any case and with or without hyphens."""
        return next((rule for rule in self if bare(word) in (bare(rule.code), bare(rule.slug))), None)


def bare(word: str) -> str:
    """A code or slug as it is compared: `a-01` and `A01` are one."""
    return word.strip().lower().replace("-", "").replace("_", "")


RULES = Registry()


def rule(code: str, severity: Severity, **words: Any) -> Callable[[Check], Check]:
    """Register a check under its code; its slug is the function's name with hyphens."""

    def register(check: Check) -> Check:
        slug = check.__name__.replace("_", "-")
        RULES.add(Rule(code, slug, severity, check=check, **words))
        return check

    return register
