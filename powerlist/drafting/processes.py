"""The process of a group: its steps, decisions and flows, with limits and the clauses that stop the clock."""

from dataclasses import dataclass

from powerlist.drafting.book import Book
from powerlist.drafting.groups import Group
from powerlist.drafting.limits import Timetable, owed
from powerlist.model.codes import BasisRole, GatewayKind, StepKind
from powerlist.model.entity import State
from powerlist.model.identity import child_id
from powerlist.model.limits import TimeLimit
from powerlist.model.process import Flow, Gateway, Process, Step
from powerlist.practice import StageCatalogue, StageRole
from powerlist.practice.templates import MONEY, NodePlan
from powerlist.practice.ways import arrows

_EDGES = (StepKind.START, StepKind.END)


@dataclass(frozen=True)
class Drawn:
    """A process as it will be proposed, before its steps know their duties."""

    group: Group
    process: Process
    steps: dict[str, Step]
    gateways: dict[str, Gateway]
    flows: tuple[Flow, ...]

    def node_id(self, key: str) -> str:
        """The id of a node of the road."""
        return (self.steps.get(key) or self.gateways[key]).id


def process_id(group: Group, authority: str) -> str:
    """The id of the first process of a road; it depends on the road and its staff alone."""
    parent, words = _place(group, authority)
    return child_id(parent, Process.kind, words, ())


def _place(group: Group, authority: str) -> tuple[str, str]:
    return (group.unit.id if group.unit else authority), group.words


def draw(book: Book, group: Group, name: str, authority: str, stages: StageCatalogue) -> Drawn:
    """Propose the process and its flows; its steps follow with `propose_steps`."""
    powers = tuple(power.id for power in group.powers)
    parent, words = _place(group, authority)
    process = book.propose(Process, parent, words, name=name, powers=powers, variant=group.road.variant)
    steps = {key: _step(book, process, key, node, group) for key, node in _steps(group).items()}
    gateways = {
        key: book.propose(Gateway, process.id, key, **_gateway(process, key, group))
        for key, node in group.nodes.items()
        if node.gateway
    }
    ids = {key: node.id for key, node in (*steps.items(), *gateways.items())}
    flows = tuple(
        book.propose(
            Flow,
            process.id,
            f"{arrow.source}>{arrow.target}:{arrow.condition}",
            process=process.id,
            source=ids[arrow.source],
            target=ids[arrow.target],
            condition=arrow.condition,
            favourable=arrow.favourable,
            informs_once=arrow.informs_once,
        )
        for arrow in arrows(group.road.ways, group.nodes)
    )
    timed = _timed(process, steps, gateways, flows, group, stages)
    return Drawn(group, process, timed, gateways, flows)


def propose_steps(
    book: Book, drawn: Drawn, duties: dict[str, tuple[str, ...]], stages: StageCatalogue
) -> None:
    """Propose the steps with the duties that they carry out, and the clauses that stop the clock.

    A step that examines cites its clause itself where the list states its duty without one.
    """
    for key, step in drawn.steps.items():
        carried = duties.get(key, ())
        made = book.enter(Step, step.id, **{**_fields(step), "duties": carried})
        if stages.role_of(step.stage) is StageRole.EXAMINE and book.stands_alone(carried):
            for clause in drawn.group.nodes[key].bases:
                book.cite(made.id, BasisRole.PROCEDURE, clause)
        if key in drawn.group.stops:
            for clause in drawn.group.nodes[key].stops:
                book.cite(made.id, BasisRole.LIMIT, clause)


def _fields(step: Step) -> dict[str, object]:
    return {name: value for name, value in step if name not in ("id", "state")}


def _steps(group: Group) -> dict[str, NodePlan]:
    return {key: node for key, node in group.nodes.items() if not node.gateway}


def _step(book: Book, process: Process, key: str, node: NodePlan, group: Group) -> Step:
    post = group.post_of(key)
    output = group.powers[0].output if len({power.output for power in group.powers}) == 1 else ""
    words = {"output": output or group.plan.output}
    return Step(
        id=book.name(Step, process.id, key),
        state=State.DRAFTED,
        process=process.id,
        name=node.name,
        step_kind=node.kind,
        stage=node.stage,
        post=post.id if post and node.kind not in _EDGES else None,
        limit=None if key in group.stops else node.limit,
        documents=tuple(one.format_map(words) for one in node.documents),
        points=node.points,
        discretion=node.discretion,
        handles_money=node.money and MONEY in group.features,
        clock_stops=key in group.stops,
        visible=node.visible,
        external_name=node.external,
    )


def _gateway(process: Process, key: str, group: Group) -> dict[str, object]:
    node, post = group.nodes[key], group.post_of(key)
    return {
        "process": process.id,
        "name": node.name,
        "gateway_kind": node.gateway or GatewayKind.EXCLUSIVE,
        "post": post.id if post else None,
        "visible": node.visible,
        "external_name": node.external,
    }


def _timed(
    process: Process,
    steps: dict[str, Step],
    gateways: dict[str, Gateway],
    flows: tuple[Flow, ...],
    group: Group,
    stages: StageCatalogue,
) -> dict[str, Step]:
    """The steps with the promised limit shared out among those that the clock counts."""
    limit = owed(group.powers, group.road.otherwise)
    if limit is None:
        return steps
    weighed = {k: node.weight for k, node in group.nodes.items() if node.weight and k not in group.stops}
    table = Timetable(process, list(steps.values()), list(gateways.values()), flows)
    shared = table.shared_out({steps[key].id: weight for key, weight in weighed.items()}, limit, stages)
    return {key: _with(step, shared.get(step.id)) for key, step in steps.items()}


def _with(step: Step, limit: TimeLimit | None) -> Step:
    return step if limit is None else step.model_copy(update={"limit": limit})
