"""Risks are looked for where power tempts, rated by the method, and written for the step."""

from typing import Any

from powerlist.model.organisation import Post, Unit
from powerlist.model.power import Power
from powerlist.model.process import Process, Step
from powerlist.model.risk import Control, Input, Rating, RiskPoint
from tests.rules.bureau import bureau, register
from tests.rules.reading import keys

WAYS = "start acceptance review@clerk decision end"


def rating(rank: int, *answers: float, scheme: str = "four_kinds") -> Rating:
    names = ("likelihood", "consequence") if scheme == "four_kinds" else ("signs",)
    inputs = tuple(Input(name=name, value=value) for name, value in zip(names, answers, strict=False))
    return Rating(rank=rank, scheme=scheme, inputs=inputs)


def risk(id: str = "r", step: str = "review", **fields: Any) -> RiskPoint:
    return RiskPoint(id=id, step=step, event=fields.pop("event", "收受财物"), **fields)


def control(id: str, text: str, **fields: Any) -> Control:
    return Control(id=id, risks=("r",), text=text, **fields)


def test_one_tempting_step_with_a_risk_is_enough_for_a_process() -> None:
    tempting = {"review": {"discretion": True}, "decision": {"handles_money": True}}
    looked = risk(step="acceptance")
    assert keys(bureau(WAYS, looked, steps=tempting), "R01") == ["R01@review"]
    assert not keys(bureau(WAYS, risk(step="decision"), steps=tempting), "R01")
    assert not keys(bureau(WAYS, looked), "R01"), "nothing tempts there"


def test_the_decision_on_a_penalty_tempts_without_any_mark() -> None:
    ways = "start filing investigation decision end"
    looked = risk(step="filing")
    assert keys(bureau(ways, looked, power={"type": "penalty"}), "R01") == ["R01@decision"]
    assert not keys(bureau(ways, looked), "R01")


def test_the_answers_give_the_level() -> None:
    for rank, answers, wrong in ((2, (2, 3), True), (3, (2, 3), False), (1, (2, 2), True), (2, (2,), False)):
        found = keys(bureau(WAYS, risk(inherent=rating(rank, *answers))), "R05")
        assert found == (["R05@r#inherent"] if wrong else [])


def test_a_level_may_be_raised_for_a_reason_but_not_lowered() -> None:
    def told(rank: int, reason: str) -> list[str]:
        said = Rating.model_validate({**dict(rating(rank, 2, 2)), "reason": reason})
        return keys(bureau(WAYS, risk(inherent=said)), "R05")

    assert not told(3, "上年出过案件，提级")
    assert told(3, " ") == ["R05@r#inherent"]
    assert told(1, "从未出过问题") == ["R05@r#inherent"]


def test_a_scheme_that_is_not_known_is_not_judged() -> None:
    assert not keys(bureau(WAYS, risk(inherent=Rating(rank=1, scheme="ours"))), "R05")


def test_discretion_without_bounds_overrides_the_count() -> None:
    low = risk(inherent=rating(1, 1, scheme="counted"))
    steps = {"review": {"discretion": True}}
    wide = {"discretion": 3}
    assert keys(bureau(WAYS, low, power=wide, steps=steps), "R05") == ["R05@r#inherent"]
    assert not keys(bureau(WAYS, low, power={**wide, "discretion_rule": "裁量基准"}, steps=steps), "R05")
    assert not keys(bureau(WAYS, low, power=wide), "R05"), "the step has no discretion"
    plain = risk(inherent=rating(1, 1, 1))
    assert not keys(bureau(WAYS, plain, power=wide, steps=steps), "R05"), (
        "another scheme has no such exception"
    )


def test_one_measure_of_substance_is_enough() -> None:
    empty = control("c", "加强廉政教育，提高思想认识")
    assert keys(bureau(WAYS, risk(), empty), "R06") == ["R06@r#empty"]
    assert not keys(bureau(WAYS, risk(), empty, control("d", "每月抽查十件退件")), "R06")
    assert not keys(bureau(WAYS, risk()), "R06"), "no measure at all is R02's"


def copies(types: tuple[str, ...]) -> list[str]:
    things: list[Any] = []
    for number, type in enumerate(types):
        things += [
            Power(id=f"w{number}", name=f"职权{number}", type=type),  # type: ignore[arg-type]
            Process(id=f"p{number}", name=f"流程{number}", powers=(f"w{number}",)),
            Step(id=f"s{number}", process=f"p{number}", name="审查"),
            risk(f"r{number}", f"s{number}", event="工作人员收受当事人的财物后放宽标准"),
        ]
    return keys(register(*things), "R06")


def test_risks_copied_from_type_to_type_are_told_once() -> None:
    assert copies(("licence", "penalty", "licence", "payment")) == ["R06@authority#copied"]
    assert not copies(("licence",) * 4), "within one type the same risk may come true"
    assert not copies(("licence", "penalty")), "two are no pattern"


def test_a_unit_with_permits_has_risks_above_low() -> None:
    unit, clerk = Unit(id="u", name="审批股"), Post(id="clerk", name="审查岗", unit="u")

    def found(*ranks: int, type: str = "licence") -> list[str]:
        risks = [risk(f"r{n}", inherent=Rating(rank=rank)) for n, rank in enumerate(ranks)]
        return keys(bureau(WAYS, unit, clerk, *risks, power={"units": ("u",), "type": type}), "R11")

    assert found(1, 1, 1) == ["R11@u"]
    assert not found(1, 1, 2)
    assert not found(1, 1), "two risks prove nothing"
    assert not found(1, 1, 1, type="public_service")


def residual(*controls: Control) -> list[str]:
    one = risk(inherent=rating(2, 2, 2), residual=rating(1, 1, 2))
    return keys(bureau(WAYS, one, *controls), "N05")


def test_what_comes_after_the_act_lowers_no_likelihood() -> None:
    late = control("c", "发现多发的向本人追回", phase="after")
    assert residual(late) == ["N05@r"]
    assert not residual(late, control("d", "核对参保记录", phase="during"))
    assert not residual(control("c", "比对参保记录", phase="after", frequency="每月"))
    assert not residual(control("c", "发现多发的向本人追回")), "without a phase nobody knows"
    assert not residual(), "no control at all is R02's"
