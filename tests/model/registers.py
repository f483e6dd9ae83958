"""Small registers to tell stories with."""

from powerlist.model.basis import LegalBasis
from powerlist.model.duty import Assignment, Duty
from powerlist.model.identity import child_id, power_id
from powerlist.model.limits import TimeLimit
from powerlist.model.organisation import Authority, Post, Unit
from powerlist.model.power import Power
from powerlist.model.process import Flow, Process, Step
from powerlist.model.register import Register
from powerlist.model.risk import Control, Rating, RiskPoint
from powerlist.model.source import Origin, Source

NAMES = ("采矿许可", "取水许可", "砍伐许可")
TEXTS = ("当场受理或者一次告知补正", "两人以上实地核查并制作笔录", "期限内作出决定并说明理由")


def register(names: tuple[str, ...] = NAMES, texts: tuple[str, ...] = TEXTS, codes: bool = False) -> Register:
    """An authority whose powers each have the same duties, performed by one post."""
    taken: set[str] = set()
    powers, duties, assignments, origins = [], [], [], {}
    for row, name in enumerate(names, start=3):
        code = f"XK{row}" if codes else ""
        power = Power(id=power_id(code, "licence", name, "", taken), code=code, name=name, type="licence")
        taken.add(power.id)
        powers.append(power)
        origins[power.id, "name"] = Origin(Source("清单.xls", "表1", f"B{row}"), name)
        for text in texts:
            duty = Duty(id=child_id(power.id, "duty", text, taken), power=power.id, text=text)
            taken.add(duty.id)
            duties.append(duty)
            assignments.append(Assignment(id=f"{duty.id}.a", duty=duty.id, post="P1"))
    return Register(
        authority=Authority(id="authority", name="示例县自然资源局"),
        units=(Unit(id="U1", name="审批股"),),
        posts=(Post(id="P1", name="受理岗", unit="U1"), Post(id="P2", name="股长", unit="U1")),
        powers=powers,
        duties=duties,
        assignments=assignments,
        origins=origins,
    )


def with_flow(plain: Register) -> Register:
    """The same with a process of two steps, a risk, a control and a basis on the first power."""
    power = plain.powers[0]
    return plain.with_(
        Process(id="R", name="办理", powers=(power.id,)),
        Step(
            id="R.s1",
            process="R",
            name="受理",
            post="P1",
            limit=TimeLimit(value=1),
            duties=(plain.duties[0].id,),
        ),
        Step(id="R.s2", process="R", name="决定", post="P2"),
        Flow(id="R.f1", process="R", source="R.s1", target="R.s2"),
        RiskPoint(id="R.s1.r", step="R.s1", event="无故拖延受理", inherent=Rating(rank=3)),
        Control(id="R.s1.r.c", risks=("R.s1.r",), text="按日抽查", owner="P2"),
        LegalBasis(id=f"{power.id}.b", owner=power.id, instrument="中华人民共和国行政许可法", article=32),
    )
