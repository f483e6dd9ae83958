"""Random charts: blocks of alternatives, parallel and inclusive branches and loops, with faults planted."""

from dataclasses import dataclass, field
from itertools import pairwise
from random import Random

from powerlist.analysis.road import Road
from powerlist.graph import PowerGraph
from powerlist.model.codes import GatewayKind, StepKind
from powerlist.model.organisation import Authority
from powerlist.model.process import Flow, Gateway, Process, Step
from powerlist.model.register import Register

_GATEWAYS = {"x": GatewayKind.EXCLUSIVE, "a": GatewayKind.PARALLEL, "o": GatewayKind.INCLUSIVE}
_STEPS = {"s": StepKind.START, "e": StepKind.END, "t": StepKind.TASK}


@dataclass
class Chart:
    """Nodes by name with the letter of their kind (s e t, x a o), and arrows, also twice the same."""

    kinds: dict[str, str] = field(default_factory=dict)
    arrows: list[tuple[str, str]] = field(default_factory=list)

    def add(self, kind: str) -> str:
        name = f"{kind}{len(self.kinds)}"
        self.kinds[name] = kind
        return name

    def join(self, *names: str) -> None:
        self.arrows += pairwise(names)

    def road(self) -> Road:
        """The chart as a process."""
        register = self.register()
        return Road.of(PowerGraph(register), register.processes[0])

    def register(self) -> Register:
        """A register with the chart as its only process."""
        steps = [
            Step(id=name, process="p", name=name, step_kind=_STEPS[kind])
            for name, kind in self.kinds.items()
            if kind in _STEPS
        ]
        gateways = [
            Gateway(id=name, process="p", name=name, gateway_kind=_GATEWAYS[kind])
            for name, kind in self.kinds.items()
            if kind in _GATEWAYS
        ]
        flows = [
            Flow(id=f"f{place}", process="p", source=a, target=b) for place, (a, b) in enumerate(self.arrows)
        ]
        return Register(
            authority=Authority(id="z", name="局"),
            processes=(Process(id="p", name="流程"),),
            steps=tuple(steps),
            gateways=tuple(gateways),
            flows=tuple(flows),
        )


def crossing(width: int, rows: int, split: str) -> Chart:
    """Branches that part and meet across each other at inclusive joins, row after row: sound."""
    chart = Chart()
    start, end, first, last = chart.add("s"), chart.add("e"), chart.add("a"), chart.add("o")
    chart.join(start, first)
    row = [chart.add("t") for _ in range(width)]
    chart.arrows += [(first, name) for name in row]
    for _ in range(rows):
        splits, joins = [chart.add(split) for _ in row], [chart.add("o") for _ in row]
        for place, name in enumerate(row):
            chart.join(name, splits[place], joins[place])
            chart.join(splits[place], joins[(place + 1) % width])
        row = joins
    chart.arrows += [(name, last) for name in row]
    chart.join(last, end)
    return chart


def broad(branches: int, split: str = "a", join: str = "a", steps: int = 4) -> Chart:
    """So many branches of some steps between one split and one join."""
    chart = Chart()
    start, end, first, last = chart.add("s"), chart.add("e"), chart.add(split), chart.add(join)
    chart.join(start, first)
    chart.join(last, end)
    for _ in range(branches):
        chart.join(first, *[chart.add("t") for _ in range(steps)], last)
    return chart


def chart_of(ways: str) -> Chart:
    """A chart in one line: `s1 a1 t1 a2 e1; a1 t2 a2`; the first letter of a name is its kind."""
    chart = Chart()
    for way in ways.split(";"):
        names = way.split()
        chart.kinds.update({name: name[0] for name in names})
        chart.join(*names)
    return chart


def random_chart(random: Random, nodes: int, *, kinds: str = "xao", faults: int = 0, width: int = 3) -> Chart:
    """A chart of about so many nodes, sound before the faults are planted."""
    chart = Chart()
    start, end = chart.add("s"), chart.add("e")
    first, last = _block(chart, random, nodes - 2, kinds, width)
    chart.join(start, first)
    chart.join(last, end)
    for _ in range(faults):
        _spoil(chart, random, kinds)
    return chart


def _block(chart: Chart, random: Random, size: int, kinds: str, width: int) -> tuple[str, str]:
    """A part with one way in and one way out."""
    if size < 4:
        names = [chart.add("t") for _ in range(max(1, size))]
        chart.join(*names)
        return names[0], names[-1]
    if random.random() < 0.45:
        return _one_after_the_other(chart, random, size, kinds, width)
    if random.random() < 0.2:
        return _round(chart, random, size, kinds, width)
    kind = random.choice(kinds)
    count = random.randint(2, 3 if kind == "x" else max(2, width))
    split, join = chart.add(kind), chart.add(kind)
    for part in _shares(random, size - 2, count):
        if part or kind != "x":
            first, last = _block(chart, random, part, kinds, width - (kind != "x"))
            chart.join(split, first)
            chart.join(last, join)
        else:
            chart.join(split, join)
    return split, join


def _one_after_the_other(chart: Chart, random: Random, size: int, kinds: str, width: int) -> tuple[str, str]:
    share = random.randint(1, size - 1)
    first, middle = _block(chart, random, share, kinds, width)
    again, last = _block(chart, random, size - share, kinds, width)
    chart.join(middle, again)
    return first, last


def _round(chart: Chart, random: Random, size: int, kinds: str, width: int) -> tuple[str, str]:
    head, tail = chart.add("x"), chart.add("x")
    first, last = _block(chart, random, size - 2, kinds, width)
    chart.join(head, first)
    chart.join(last, tail, head)
    return head, tail


def _shares(random: Random, size: int, count: int) -> list[int]:
    cuts = sorted(random.randint(0, size) for _ in range(count - 1))
    return [b - a for a, b in zip([0, *cuts], [*cuts, size], strict=True)]


def _spoil(chart: Chart, random: Random, kinds: str) -> None:
    """One fault, or what may be one: another kind of gateway, an arrow more, less, or elsewhere."""
    names = [name for name, kind in chart.kinds.items() if kind not in "se"]
    gateways = [name for name in names if chart.kinds[name] in "xao"]
    match random.randrange(5):
        case 0 | 1 if gateways:
            chart.kinds[random.choice(gateways)] = random.choice(kinds)
        case 2:
            chart.arrows.append((random.choice(names), random.choice(names)))
        case 3:
            place = random.randrange(len(chart.arrows))
            chart.arrows[place] = (chart.arrows[place][0], random.choice(names))
        case _:
            chart.arrows.append((random.choice(names), next(n for n, k in chart.kinds.items() if k == "e")))
