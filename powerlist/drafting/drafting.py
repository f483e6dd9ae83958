"""One run of drafting: for every power that lacks duties, a process, risks or accountability."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from powerlist.analysis.belonging import home_of
from powerlist.drafting.book import Book
from powerlist.drafting.duties import Duties
from powerlist.drafting.grounds import grounds_owed, propose_for_new_duties, propose_grounds
from powerlist.drafting.groups import Group, Grouping
from powerlist.drafting.joining import join, waiting_for
from powerlist.drafting.naming import names_of, units_named
from powerlist.drafting.posts import organise
from powerlist.drafting.processes import Drawn, draw, propose_steps
from powerlist.drafting.risks import Risks
from powerlist.graph import PowerGraph
from powerlist.i18n import Text
from powerlist.model.codes import Raci
from powerlist.model.entity import Entity
from powerlist.model.power import Power
from powerlist.model.process import Process, Step
from powerlist.model.register import KINDS, Register
from powerlist.practice import Practice
from powerlist.practice.templates import Templates, load_templates


@dataclass(frozen=True)
class Drafted:
    """The register with its proposals, and the proposals alone."""

    register: Register
    proposals: tuple[Entity, ...]

    @cached_property
    def counts(self) -> tuple[tuple[Text, int], ...]:
        """How many of each kind, in the order of the register's tables."""
        found = Counter(entity.kind for entity in self.proposals)
        return tuple((KINDS[kind].label, found[kind]) for kind in KINDS if found[kind])

    @property
    def text(self) -> Text:
        """What was proposed, in one sentence."""
        if not self.proposals:
            return Text("没有需要起草的内容。", "Nothing to draft.")
        zh = "、".join(f"{label.zh}{count:,}" for label, count in self.counts)
        en = ", ".join(f"{label.en.lower()} {count:,}" for label, count in self.counts)
        return Text(f"起草了{zh}；都是草稿，等待确认。", f"Drafted: {en}. All of it waits to be confirmed.")


def draft(
    register: Register,
    practice: Practice,
    *,
    units: Collection[str] = (),
    templates: Templates | None = None,
) -> Drafted:
    """Propose what powers lack; nothing that is there is changed, and a second run proposes nothing.

    `units` are ids or names of the units whose powers are looked at, none meaning all. Raises UsageError for
    an unknown unit.
    """
    graph, book = PowerGraph(register), Book(register)
    wanted = units_named(register, units)
    library = templates or load_templates()
    powers = [power for power in _to_look_at(graph, wanted) if power.type in library.types]
    run = _Run(graph, book, practice, library)
    run.over(powers)
    return Drafted(register.with_(*book.proposals), tuple(book.proposals))


def _to_look_at(graph: PowerGraph, units: set[str]) -> Iterable[Power]:
    """The powers that the bureau runs with no end in sight, of these units."""
    for power in graph.running_powers:
        if power.valid_to is None and (not units or not units.isdisjoint(home_of(graph, power))):
            yield power


class _Run:
    """What one run of drafting knows."""

    def __init__(self, graph: PowerGraph, book: Book, practice: Practice, library: Templates) -> None:
        self.graph, self.book, self.practice, self.library = graph, book, practice, library

    def over(self, powers: Sequence[Power]) -> None:
        """Propose for these powers."""
        lacking = [power for power in powers if self._lacks(power)]
        self.organisation = organise(self.book, self.library.organisation, lacking)
        self.duties = Duties(self.book, self.graph, self.organisation, self.practice.stages)
        self.risks = Risks(self.book, self.organisation, self.practice)
        grouping = Grouping(self.graph, self.library, self.organisation, self.practice.stages)
        roadless = [power for power in lacking if not self._processes(power)]
        groups = grouping.groups_of(roadless)
        for group, name in zip(groups, names_of(groups), strict=True):
            self._process(group, name)
        walked = grouping.groups_of([power for power in lacking if self._processes(power)])
        self._beside(walked)
        self._grounds(lacking, [*groups, *walked])
        self._answers(powers)

    def _processes(self, power: Power) -> list[Process]:
        """The processes of a power and of its sub-items."""
        subs = (self.graph.sources(sub, "RUNS_SUB_ITEM") for sub in self.graph.sub_items_of(power))
        return [*self.graph.processes_of(power), *(process for found in subs for process in found)]

    def _lacks(self, power: Power) -> bool:
        found = self.graph.duties_of(power), self._processes(power), self.graph.risks_of(power)
        return not all(found) or grounds_owed(self.graph, power)

    def _process(self, group: Group, name: str) -> None:
        """A process with duties, steps and risks; or a place in one that is drafted already."""
        found = waiting_for(self.graph, group, self.practice.stages)
        if found:
            join(self.book, found, group, self.duties.of_group(group))
            return
        authority = self.graph.register.authority.id
        drawn = draw(self.book, group, name, authority, self.practice.stages)
        propose_steps(self.book, drawn, self.duties.of_group(group), self.practice.stages)
        self._risks(drawn)

    def _risks(self, drawn: Drawn) -> None:
        for key, step in drawn.steps.items():
            risk = drawn.group.risk_at(key)
            if risk:
                self.risks.propose(step.id, step.post, risk, drawn.group)

    def _beside(self, groups: Sequence[Group]) -> None:
        """Duties and risks of powers that have a process of their own."""
        done: set[str] = set()
        for group in groups:
            for power in group.powers:
                if not self.graph.duties_of(power):
                    self.duties.of_group(replace(group, powers=[power]))
                for process in self._processes(power):
                    if process.id not in done and not self._risky(process):
                        self._risks_on(process, group)
                    done.add(process.id)

    def _risky(self, process: Process) -> bool:
        return any(self.graph.risks_at(node) for node in self.graph.nodes_of(process))

    def _risks_on(self, process: Process, group: Group) -> None:
        """The type's risks at the steps of an existing process that have their stage."""
        first: dict[str, Step] = {}
        for step in self.graph.steps_of(process):
            first.setdefault(step.stage or "", step)
        for key, node in group.nodes.items():
            risk, at = group.risk_at(key), first.get(node.stage or " ")
            if risk and at:
                del first[node.stage or ""]
                self.risks.propose(at.id, at.post, risk, group)

    def _grounds(self, powers: Sequence[Power], groups: Sequence[Group]) -> None:
        by_power: dict[str, list[Group]] = {}
        for group in groups:
            for power in group.powers:
                by_power.setdefault(power.id, []).append(group)
        for power in powers:
            if power.id in by_power and grounds_owed(self.graph, power):
                propose_grounds(self.book, self.duties, power, by_power[power.id])
            elif power.id in by_power:
                propose_for_new_duties(self.book, self.duties, self.graph, power, by_power[power.id])

    def _answers(self, powers: Sequence[Power]) -> None:
        """Once a list marks who answers for a duty, every duty needs it."""
        marked = any(one.raci is Raci.ACCOUNTABLE for one in self.graph.register.assignments)
        for power in powers if marked or self.book.proposals else ():
            for duty in self.graph.duties_of(power):
                for post in self.graph.posts_of(duty, Raci.RESPONSIBLE)[:1]:
                    self.duties.answer(duty, post)
