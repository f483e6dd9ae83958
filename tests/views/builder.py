"""Processes to draw: the bureau of the tests, the demo bureau, and processes from a seed."""

import random
from functools import cache
from pathlib import Path

from powerlist.formats.yaml_tree import read_yaml
from powerlist.graph import PowerGraph
from powerlist.model.codes import GatewayKind, Phase, PostLevel, PowerType, StepKind
from powerlist.model.limits import TimeLimit
from powerlist.model.organisation import Authority, Post, Unit
from powerlist.model.power import Power
from powerlist.model.process import Flow, Gateway, Process, Step
from powerlist.model.register import Register
from powerlist.model.risk import Control, Rating, RiskPoint
from powerlist.practice import load

PRACTICE = load()
_HERE = Path(__file__).parent
_DEMO = _HERE.parents[1] / "data" / "demo" / "bureau"
_LEVELS = (
    *(PostLevel.WINDOW, PostLevel.STAFF, PostLevel.STAFF, PostLevel.REVIEWER),
    *(PostLevel.HEAD, PostLevel.DEPUTY, PostLevel.CHIEF, PostLevel.SUPERVISOR),
)
_NAMES = ("接收材料", "书面审查", "现场核查", "会签", "集体讨论决定", "制作文书", "送达当事人", "登记备案")
_LABELS = (("齐全", "不齐全"), ("同意", "不同意"), ("是", "否"))
_EVENTS = (
    "收受好处，放宽标准",
    "拖延办理，吃拿卡要，对熟人先办、对生人后办，材料标准口头化，退件不留痕迹，群众反复跑而窗口无记录",
    "伪造记录",
)


@cache
def bureau() -> PowerGraph:
    """A licence, a penalty in two procedures, a payment."""
    return PowerGraph(read_yaml([_HERE / "data" / "bureau.yaml"]).register)


@cache
def demo() -> PowerGraph:
    """The demo bureau."""
    return PowerGraph(read_yaml([_DEMO]).register)


@cache
def generated(seed: int) -> PowerGraph:
    """A register with one process: loops, refusals, splits, hidden boxes, missing posts, risks, controls."""
    return PowerGraph(_Maker(random.Random(seed)).register(seed))


def process_of(graph: PowerGraph, id: str = "") -> Process:
    """The process with this id, or the first."""
    return next(process for process in graph.processes if not id or process.id == id)


class _Maker:
    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.steps: list[Step] = []
        self.gateways: list[Gateway] = []
        self.flows: list[Flow] = []
        self.risks: list[RiskPoint] = []
        self.controls: list[Control] = []
        units = dice.randint(1, 3)
        self.units = [Unit(id=f"u{i}", name=f"第{'一二三'[i]}科室") for i in range(units)]
        self.posts = [
            Post(id=f"p{i}", name=f"{level.text.zh}{i}号", unit=f"u{i % units}", level=level)
            for i, level in enumerate(_LEVELS[: dice.randint(2, len(_LEVELS))])
        ]

    def register(self, seed: int) -> Register:
        at = self.step("开始", StepKind.START)
        for _ in range(self.dice.randint(3, 12)):
            at = self.dice.choice((self.line, self.line, self.loop, self.refusal, self.split))(at)
        self.flow(at, self.step("结束", StepKind.END))
        type = self.dice.choice((PowerType.LICENCE, PowerType.PENALTY))
        return Register(
            authority=Authority(id="authority", name="示例局"),
            units=tuple(self.units),
            posts=tuple(self.posts),
            powers=(Power(id="w", name=f"生成的职权{seed}", code=f"DM{seed}", type=type, units=("u0",)),),
            processes=(Process(id="f", name=f"生成的流程{seed}", powers=("w",)),),
            steps=tuple(self.steps),
            gateways=tuple(self.gateways),
            flows=tuple(self.flows),
            risks=tuple(self.risks),
            controls=tuple(self.controls),
        )

    def line(self, at: str) -> str:
        new = self.task()
        self.flow(at, new)
        return new

    def loop(self, at: str) -> str:
        ask, (yes, no) = self.ask(at)
        back = self.dice.choice(self.steps[1:] or self.steps).id
        if self.dice.random() < 0.5:
            mend = self.task()
            self.flow(ask, mend, no)
            self.flow(mend, back)
        else:
            self.flow(ask, back, no)
        new = self.task()
        self.flow(ask, new, yes, favourable=True)
        return new

    def refusal(self, at: str) -> str:
        ask, (yes, no) = self.ask(at)
        refuse, new = self.task(), self.task()
        self.flow(ask, refuse, no)
        self.flow(refuse, self.step("终止", StepKind.END))
        self.flow(ask, new, yes, favourable=True)
        return new

    def split(self, at: str) -> str:
        fork, join = (self.gateway(GatewayKind.PARALLEL) for _ in range(2))
        self.flow(at, fork)
        for _ in range(self.dice.randint(2, 3)):
            end = self.line(fork)
            self.flow(self.line(end) if self.dice.random() < 0.4 else end, join)
        return self.line(join)

    def ask(self, at: str) -> tuple[str, tuple[str, str]]:
        ask = self.gateway(GatewayKind.EXCLUSIVE, "是否符合？")
        self.flow(at, ask)
        return ask, self.dice.choice(_LABELS)

    def task(self) -> str:
        kinds = (StepKind.TASK,) * 6 + (StepKind.DOCUMENT, StepKind.SUBPROCESS)
        id = self.step(f"{len(self.steps)}.{self.dice.choice(_NAMES)}", self.dice.choice(kinds))
        for i in range(self.dice.choice((0, 0, 1, 1, 2, 4))):
            self.risk(id, i)
        return id

    def risk(self, step: str, i: int) -> None:
        rank = self.dice.choice((1, 2, 3, 3, None))
        risk = RiskPoint(
            id=f"{step}.r{i}",
            step=step,
            event=self.dice.choice(_EVENTS),
            risk_kind=self.dice.choice(("operational", "self_discipline", None)),
            inherent=Rating(rank=rank) if rank else None,
            supervisor=self.anybody(),
        )
        self.risks.append(risk)
        for n in range(self.dice.randint(0, 3)):
            self.controls.append(
                Control(
                    id=f"{risk.id}.c{n}",
                    risks=(risk.id,),
                    text="双人办理、交叉复核，" * self.dice.randint(1, 6),
                    phase=self.dice.choice((*Phase, None)),
                    owner=self.anybody(),
                    supervisor=self.anybody(),
                    frequency=self.dice.choice(("", "每件", "每季度一次")),
                )
            )

    def anybody(self) -> str | None:
        return self.dice.choice(self.posts).id if self.dice.random() < 0.85 else None

    def step(self, name: str, kind: StepKind) -> str:
        edge, dice = kind in (StepKind.START, StepKind.END), self.dice
        step = Step(
            id=f"s{len(self.steps)}",
            process="f",
            name=name,
            step_kind=kind,
            post=None if edge else self.anybody(),
            limit=None if edge or dice.random() < 0.3 else TimeLimit(value=dice.randint(0, 30)),
            documents=() if edge else tuple(f"文书{i}" for i in range(dice.randint(0, 2))),
            clock_stops=not edge and dice.random() < 0.1,
            stage=dice.choice(("legal_review", "review", None)),
            visible=dice.random() < 0.6,
        )
        self.steps.append(step)
        return step.id

    def gateway(self, kind: GatewayKind, name: str = "") -> str:
        post = self.anybody() if self.dice.random() < 0.5 else None
        gateway = Gateway(
            id=f"g{len(self.gateways)}",
            process="f",
            name=name,
            gateway_kind=kind,
            post=post,
            visible=self.dice.random() < 0.5,
        )
        self.gateways.append(gateway)
        return gateway.id

    def flow(self, source: str, target: str, condition: str = "", favourable: bool = False) -> None:
        self.flows.append(
            Flow(
                id=f"f{len(self.flows)}",
                process="f",
                source=source,
                target=target,
                condition=condition,
                favourable=favourable,
            )
        )
