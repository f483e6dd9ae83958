"""Charts from a seed: the main line of a procedure with loops, refusals, splits and hand-overs."""

import random
from dataclasses import replace

from powerlist.views.diagrams.chart import Arrow, Chart, ChartNode, Lane, Mark, Shape

_POSTS = (
    "申请人（单位）",
    "政务服务窗口",
    "业务审查岗",
    "科室负责人",
    "分管领导",
    "法制审核岗",
    "纪检监督组",
    "档案管理室",
)
_STEPS = (
    *("提交申请材料", "接收登记", "形式审查", "现场核查", "书面审查", "抽样检测", "委托评审", "会签办理"),
    *("制发决定书", "送达", "立案审批", "调查取证", "听取陈述申辩", "集体讨论", "风险评估", "公示"),
    "技术审查与专家论证意见的汇总整理",
)
_QUESTIONS = ("材料是否齐全？", "审核是否符合？", "是否需要听证？", "适用何种程序？", "是否存在异议？")
_LIMITS = ("即时", "1个工作日", "3个工作日", "5个工作日 审批表", "10个工作日 意见书")
_LABELS = (("齐全", "不齐全"), ("是", "否"), ("符合", "不符合"), ("一般", "简易"), ("无异议", "有异议"))


def generated(seed: int, lanes: int | None = None, steps: int | None = None, wild: bool = False) -> Chart:
    """A chart with `lanes` lanes (2 to 6), about `steps` boxes (8 to 40); `wild` adds what seldom happens."""
    chart = _Maker(random.Random(seed), lanes, steps, wild).chart(seed)
    return _marked(chart, random.Random(-1 - seed)) if wild else chart


def _marked(chart: Chart, dice: random.Random) -> Chart:
    """The same chart with up to six marks of risk on any shape."""
    nodes = (
        replace(node, marks=tuple(_mark(node.id, i, dice.randint(1, 3)) for i in range(dice.randint(1, 6))))
        if dice.random() < 0.3
        else node
        for node in chart.nodes
    )
    return replace(chart, nodes=tuple(nodes))


def _mark(node: str, number: int, rank: int) -> Mark:
    return Mark(f"{node}-{number}", rank, "低中高"[rank - 1])


class _Maker:
    def __init__(self, dice: random.Random, lanes: int | None, steps: int | None, wild: bool) -> None:
        self.dice, self.wild = dice, wild
        self.lanes = lanes or dice.randint(2, 6)
        self.steps = steps or dice.randint(8, 40)
        self.nodes: list[ChartNode] = []
        self.arrows: list[Arrow] = []
        self.lane = 0

    def chart(self, seed: int) -> Chart:
        at = self.box(Shape.TERMINATOR, "开始")
        while len(self.nodes) < self.steps - 1:
            at = self.stretch(at)
        self.arrow(at, self.box(Shape.TERMINATOR, "结束"))
        if self.wild:
            self.rarities()
        lanes = tuple(Lane(f"L{i}", _POSTS[i % len(_POSTS)]) for i in range(self.lanes))
        return Chart(f"生成的流程图 {seed}", lanes, tuple(self.nodes), tuple(self.arrows), "仅供测试")

    def stretch(self, at: str) -> str:
        room = self.steps - len(self.nodes)
        pick = self.dice.random()
        if pick < 0.45 or room < 5:
            return self.step(at)
        if pick < 0.62:
            return self.loop(at)
        if pick < 0.76:
            return self.refusal(at)
        return self.split(at, Shape.DECISION if pick < 0.88 else Shape.PARALLEL)

    def step(self, at: str, label: str = "", favourable: bool = False) -> str:
        if self.dice.random() < 0.45:
            self.lane = min(self.lanes - 1, max(0, self.lane + self.dice.choice((-1, 1, 1, -2, 2))))
        new = self.box(Shape.PROCESS, self.dice.choice(_STEPS))
        self.arrow(at, new, label, favourable)
        return new

    def loop(self, at: str) -> str:
        yes, no = self.dice.choice(_LABELS)
        ask = self.box(Shape.DECISION, self.dice.choice(_QUESTIONS))
        self.arrow(at, ask)
        earlier = self.nodes[
            max(1, len(self.nodes) - self.dice.randint(2, 6)) if len(self.nodes) > 2 else 0
        ].id
        home = self.lane
        if self.dice.random() < 0.6:
            mend = self.step(ask, no)
            self.arrow(mend, earlier)
            self.lane = home
        else:
            self.arrow(ask, earlier, no)
        return self.step(ask, yes, favourable=True)

    def refusal(self, at: str) -> str:
        yes, no = self.dice.choice(_LABELS)
        ask = self.box(Shape.DECISION, self.dice.choice(_QUESTIONS))
        self.arrow(at, ask)
        home = self.lane
        refuse = self.step(ask, no)
        self.arrow(refuse, self.box(Shape.TERMINATOR, "结束（不予许可）"))
        self.lane = home
        return self.step(ask, yes, favourable=True)

    def split(self, at: str, shape: Shape) -> str:
        ask = self.box(shape, self.dice.choice(_QUESTIONS) if shape is Shape.DECISION else "")
        self.arrow(at, ask)
        home = self.lane
        ends = []
        for i in range(self.dice.choice((2, 2, 2, 3, 3, 4) if self.wild else (2, 2, 2, 3))):
            self.lane = home
            end = self.step(ask, f"情形{'一二三四'[i]}" if shape is Shape.DECISION else "", favourable=i == 0)
            if self.dice.random() < 0.4:
                end = self.step(end)
            ends.append(end)
        self.lane = home
        join = self.box(shape, "") if shape is Shape.PARALLEL else self.box(Shape.PROCESS, "汇总")
        for end in ends:
            self.arrow(end, join)
        return join

    def rarities(self) -> None:
        ids = [node.id for node in self.nodes]
        pick = self.dice.choice
        self.lane = self.dice.randrange(self.lanes)
        self.box(Shape.PROCESS, "无人到达的环节")
        self.nodes.append(
            ChartNode(
                "long", self.nodes[-1].lane, Shape.DOCUMENT, "超长名称的处理环节" * 6, ("期限：十五日",)
            )
        )
        self.arrow(pick(ids[:-1]), "long")
        itself = pick(ids)
        self.arrow(itself, itself, "重做")
        twice = pick(self.arrows)
        self.arrow(twice.source, twice.target, "另一路")
        for _ in range(2):
            self.arrow(pick(ids), pick(ids))

    def box(self, shape: Shape, name: str) -> str:
        identity = f"n{len(self.nodes)}"
        details = (self.dice.choice(_LIMITS),) if shape is Shape.PROCESS and self.dice.random() < 0.8 else ()
        ranks = [r for r in (3, 2, 1) if shape is Shape.PROCESS and self.dice.random() < 0.12]
        marks = tuple(Mark(f"{identity}-{r}", r, "低中高"[r - 1]) for r in ranks)
        if shape is Shape.PROCESS:
            name = f"{len(self.nodes)}. {name}"
            shape = self.dice.choice((Shape.PROCESS,) * 8 + (Shape.DOCUMENT, Shape.SUBPROCESS))
        self.nodes.append(ChartNode(identity, f"L{self.lane}", shape, name, details, marks))
        return identity

    def arrow(self, source: str, target: str, label: str = "", favourable: bool = False) -> None:
        self.arrows.append(Arrow(f"a{len(self.arrows)}", source, target, label, favourable))
