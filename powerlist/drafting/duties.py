"""Duties of each power, tied to the steps that carry them out; who performs them and who answers."""

from collections import Counter
from collections.abc import Sequence

from powerlist.drafting.book import Book
from powerlist.drafting.groups import Group
from powerlist.drafting.posts import Organisation
from powerlist.drafting.stated import stated_for
from powerlist.graph import PowerGraph
from powerlist.model.codes import BasisRole, Raci
from powerlist.model.duty import Assignment, Duty
from powerlist.model.organisation import Post
from powerlist.model.power import Power
from powerlist.practice import StageCatalogue, StageRole
from powerlist.practice.templates import NodePlan, TypePlan

DutyIds = dict[str, tuple[str, ...]]

_BEYOND = (StageRole.FOLLOW_UP, StageRole.OTHER)


class Duties:
    """The duties that are there and those that are proposed, by power and step."""

    def __init__(
        self, book: Book, graph: PowerGraph, organisation: Organisation, stages: StageCatalogue
    ) -> None:
        self.book, self.graph, self.organisation, self.stages = book, graph, organisation, stages
        self._proposed: dict[tuple[str, str], Duty] = {}
        self._numbers: Counter[str] = Counter()

    def of_group(self, group: Group) -> DutyIds:
        """The duties that each step of a group's process carries out, proposed where there are none."""
        found: dict[str, list[str]] = {key: [] for key in group.nodes}
        for power in group.powers:
            stated = self.graph.duties_of(power)
            for key, duties in self._of_power(group, power, stated).items():
                found[key] += [duty.id for duty in duties if duty.id not in found[key]]
        return {key: tuple(ids) for key, ids in found.items()}

    def _of_power(self, group: Group, power: Power, stated: tuple[Duty, ...]) -> dict[str, list[Duty]]:
        made: dict[str, list[Duty]] = {}
        for key, node in group.nodes.items():
            own = stated_for(node, stated, group.plan.type, self.stages)
            if own:
                made[key] = own
                self._staff(own, group, key)
            elif node.duty:
                made[key] = [self._propose(group, power, key, node)]
        for key, node in group.nodes.items():
            if key not in made and node.duty_of:
                made[key] = list(made.get(node.duty_of, []))
        self._place_the_rest(group, stated, made)
        return made

    def _place_the_rest(self, group: Group, stated: tuple[Duty, ...], made: dict[str, list[Duty]]) -> None:
        """Stated duties that no stage claims go to the main step, so that each is done somewhere."""
        done = {duty.id for duties in made.values() for duty in duties}
        main = self._main_step(group)
        for duty in stated if main else ():
            assert main is not None
            if duty.id not in done:
                self._staff([duty], group, main)
                if self.stages.role_of(duty.stage) not in _BEYOND:
                    made.setdefault(main, []).append(duty)

    def _main_step(self, group: Group) -> str | None:
        """Where the matter is judged; on a road without discretion, where it is done."""
        nodes = group.nodes.items()
        judged = (key for key, node in nodes if node.discretion)
        done = (key for key, node in nodes if self.stages.role_of(node.stage) is StageRole.DECISION)
        return next(judged, None) or next(done, None)

    def _propose(self, group: Group, power: Power, key: str, node: NodePlan) -> Duty:
        if (power.id, node.duty) not in self._proposed:
            text = node.duty.format_map(_words(power, group.plan))
            self._numbers[power.id] += 1
            number = str(len(self.graph.duties_of(power)) + self._numbers[power.id])
            duty = self.book.propose(
                Duty, power.id, text, power=power.id, text=text, stage=node.stage, number=number
            )
            self._proposed[power.id, node.duty] = duty
            for clause in node.bases:
                self.book.cite(duty.id, BasisRole.PROCEDURE, clause)
            self._assign(duty, group, group.post_of(key))
        return self._proposed[power.id, node.duty]

    def _assign(self, duty: Duty, group: Group, post: Post | None) -> None:
        """The post that does it and the one that answers; without a post, the unit."""
        if post:
            self._part(duty, Raci.RESPONSIBLE, post=post.id)
            self._part(duty, Raci.ACCOUNTABLE, post=self.organisation.above(post).id)
        elif group.unit:
            self._part(duty, Raci.RESPONSIBLE, unit=group.unit.id)

    def _staff(self, duties: list[Duty], group: Group, key: str) -> None:
        """Stated duties that name no post get the one of their step, else the unit; what is stated stays."""
        post = group.post_of(key)
        for duty in duties:
            parts = self.graph.assignments_of(duty)
            if post and not any(part.raci is Raci.RESPONSIBLE and part.post for part in parts):
                self._once(duty, Raci.RESPONSIBLE, post)
            elif not post and not parts and group.unit and (duty.id, Raci.RESPONSIBLE) not in self._proposed:
                self._proposed[duty.id, Raci.RESPONSIBLE] = duty
                self._part(duty, Raci.RESPONSIBLE, unit=group.unit.id)

    def _once(self, duty: Duty, raci: Raci, post: Post) -> None:
        if (duty.id, raci) not in self._proposed:
            self._proposed[duty.id, raci] = duty
            self._part(duty, raci, post=post.id)
            if raci is Raci.RESPONSIBLE:
                self.answer(duty, post)

    def answer(self, duty: Duty, post: Post) -> None:
        """Somebody who answers for a duty, where nobody does yet."""
        if not any(part.raci is Raci.ACCOUNTABLE for part in self.graph.assignments_of(duty)):
            self._once(duty, Raci.ACCOUNTABLE, self.organisation.above(post))

    def _part(self, duty: Duty, raci: Raci, post: str | None = None, unit: str | None = None) -> None:
        words = f"{raci}{post or unit}"
        self.book.propose(Assignment, duty.id, words, duty=duty.id, raci=raci, post=post, unit=unit)

    def proposed_for(self, power: Power) -> tuple[str, ...]:
        """The duties that are proposed for a power, by id."""
        made = (duty for (owner, _), duty in self._proposed.items() if owner == power.id)
        return tuple(dict.fromkeys(duty.id for duty in made))

    def behind(self, power: Power, groups: Sequence[Group], keys: Sequence[str]) -> tuple[str, ...]:
        """The duties of a power that the steps of these keys carry out, on any of its roads."""
        stated = self.graph.duties_of(power)
        found: dict[str, None] = {}
        for group in groups:
            for node in (group.nodes[key] for key in keys if key in group.nodes):
                proposed = self._proposed.get((power.id, node.duty))
                own = [proposed] if proposed else stated_for(node, stated, group.plan.type, self.stages)
                found.update((duty.id, None) for duty in own)
        return tuple(found)


def _words(power: Power, plan: TypePlan) -> dict[str, str]:
    return {"matter": power.name, "output": power.output or plan.output}
