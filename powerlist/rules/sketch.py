"""A small list drawn as text: who belongs to whom, and where each process goes; what is wrong is marked."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from powerlist.graph import PowerGraph
from powerlist.graph.power_graph import Node
from powerlist.i18n import Lang
from powerlist.model.codes import GatewayKind, StepKind
from powerlist.model.duty import Duty
from powerlist.model.entity import Entity
from powerlist.model.organisation import Post
from powerlist.model.power import Power
from powerlist.model.process import Flow, Gateway, Process, Step
from powerlist.model.register import Register
from powerlist.model.risk import Control

_WRONG = "✗"
_BARS = {GatewayKind.PARALLEL: "‖", GatewayKind.INCLUSIVE: "○"}
_LEAVES = ("sub_items", "delegations", "duties", "grounds", "bases")
_HELD = ("powers", "units", "posts", "processes")  # drawn under their own heads


def sketch(
    register: Register, lang: Lang, wrong: Collection[str] = (), notes: Mapping[str, str] | None = None
) -> str:
    """The list as lines of text; `wrong` are the ids to mark with ✗, `notes` what to write at things."""
    drawing = _Sketch(PowerGraph(register), lang, frozenset(wrong), notes or {})
    return "\n".join(line.rstrip() for line in drawing.lines())


@dataclass
class _Sketch:
    """One drawing: the graph, the language, what to say of things, and what is already on paper."""

    graph: PowerGraph
    lang: Lang
    wrong: frozenset[str]
    notes: Mapping[str, str]
    _drawn: set[str] = field(default_factory=set)

    def lines(self) -> Iterator[str]:
        """The bureau, its units and posts, its powers, its processes, and whatever else there is."""
        register = self.graph.register
        yield self._named(register.authority)
        blocks = [
            self._unit_block(),
            *map(self._power, register.powers),
            *map(self._process, register.processes),
        ]
        for block in blocks:
            yield from block
        for table, entities in register.tables().items():
            if table not in ("authority", *_HELD):
                yield from self._left(entities)

    def _unit_block(self) -> Iterator[str]:
        for unit in self.graph.register.units:
            yield f"  {self._named(unit)}"
        for post in self.graph.register.posts:
            yield f"  {self._post_line(post)}"

    def _post_line(self, post: Post) -> str:
        unit = self.graph.register.find(post.unit) if post.unit else None
        where = f"（{unit.title}）" if unit else ""
        return f"{self._named(post)}{where}"

    def _power(self, power: Power) -> Iterator[str]:
        yield f"  {self._named(power)}"
        children = [
            child
            for table in _LEAVES
            for child in getattr(self.graph.register, table)
            if self.graph.register.parent_of(child) == power
        ]
        for place, child in enumerate(children, 1):
            yield f"  {'└─' if place == len(children) else '├─'} {self._named(child)}{self._doers(child)}"

    def _doers(self, child: Entity) -> str:
        if not isinstance(child, Duty):
            return ""
        parts = self.graph.assignments_of(child)
        self._drawn.update(part.id for part in parts)
        named = [self.graph.register.find(part.post or part.unit or "") for part in parts]
        return f" → {'、'.join(one.title for one in named if one)}" if any(named) else ""

    def _process(self, process: Process) -> Iterator[str]:
        yield f"  {self._named(process)}"
        flows = self.graph.flows_of(process)
        out: dict[str, list[Flow]] = {}
        for flow in flows:
            out.setdefault(flow.source, []).append(flow)
            self._drawn.add(flow.id)
        entered = {flow.target for flow in flows}
        nodes = self.graph.nodes_of(process)
        for node in sorted(nodes, key=lambda one: one.id in entered):
            if node.id not in self._drawn:
                yield f"    {self._node(node)}"
                yield from self._onward(node, out, "    ")

    def _onward(self, node: Node, out: dict[str, list[Flow]], indent: str) -> Iterator[str]:
        """The ways out of a node; a straight way stays in its column, branches go one deeper."""
        ways = out.get(node.id, [])
        for place, flow in enumerate(ways, 1):
            target = self.graph.register.find(flow.target)
            if not isinstance(target, Step | Gateway):
                continue
            last, again = place == len(ways), target.id in self._drawn
            arm = self._arm(flow, alone=len(ways) == 1, last=last)
            yield f"{indent}{arm} {'↺ ' if again else ''}{self._node(target)}"
            if not again:
                deeper = indent if len(ways) == 1 else indent + ("   " if last else "│  ")
                yield from self._onward(target, out, deeper)

    def _arm(self, flow: Flow, *, alone: bool, last: bool) -> str:
        """The arrow to the next node, with its condition."""
        mark = f"{_WRONG} " if flow.id in self.wrong else ""
        said = f"{flow.condition}{self.notes.get(flow.id, '')}"
        if alone:
            return f"{mark}↓{said}"
        return f"{mark}{'└' if last else '├'}─{said}→"

    def _node(self, node: Node) -> str:
        self._drawn.add(node.id)
        post = self.graph.post_of(node)
        shape = node.title if node.title != node.id else ""
        if isinstance(node, Gateway):
            shape = (
                f"◇ {shape}"
                if node.gateway_kind is GatewayKind.EXCLUSIVE
                else f"{_BARS[node.gateway_kind]} {shape}"
            )
        elif node.step_kind in (StepKind.START, StepKind.END):
            shape = f"（{shape}）"
        return f"{shape}{f' @{post.title}' if post else ''}{self._remarks(node)}"

    def _left(self, entities: Iterable[Entity]) -> Iterator[str]:
        for entity in entities:
            if entity.id not in self._drawn and not entity.link:
                above = self.graph.register.parent_of(entity)
                owner = self.graph.owner_of(entity) if isinstance(entity, Control) else None
                by = f" @{owner.title}" if owner else ""
                yield f"  {self._named(entity)}{by}{f' → {above.title}' if above else ''}"

    def _named(self, entity: Entity) -> str:
        self._drawn.add(entity.id)
        return f"{entity.label.of(self.lang)} {entity.title}{self._remarks(entity)}"

    def _remarks(self, entity: Entity) -> str:
        """What is noted at a thing, and whether it is what is wrong."""
        return f"{self.notes.get(entity.id, '')}{f' {_WRONG}' if entity.id in self.wrong else ''}"
