"""No charge, step, paper or agency of the bureau's own making."""

from typing import Any

import pytest

from powerlist.model.basis import LegalBasis
from powerlist.model.duty import Duty
from powerlist.model.organisation import Unit
from powerlist.model.power import Power
from tests.rules.bureau import bureau, register
from tests.rules.reading import keys


def charged(kind: str | None = None, *, role: str = "charging", **fields: Any) -> list[str]:
    """The findings of L08 on a power that charges, with one clause of this rank."""
    power = Power(**{"id": "w", "name": "许可", "type": "licence", "fee": {"charged": True}, **fields})
    basis = LegalBasis(id="b", owner="w", role=role, instrument="某规定", instrument_kind=kind)
    return keys(register(power, *([basis] if kind else [])), "L08")


def test_a_licence_charges_by_law_or_administrative_regulation_alone() -> None:
    assert charged() == ["L08@w"]
    assert charged("normative") == ["L08@w"]
    assert charged("local_regulation") == ["L08@w"]
    assert not charged("admin_regulation")
    assert charged("law", role="establishing") == ["L08@w"]


def test_other_powers_need_any_clause_and_free_ones_none() -> None:
    assert charged(type="other") == ["L08@w"]
    assert not charged("normative", type="other")
    assert not charged(fee={"charged": False})
    assert not charged(fee=None)


def test_a_levy_is_charged_by_what_it_rests_on() -> None:
    assert not charged("law", type="levy", role="establishing")
    assert charged(type="levy") == ["L08@w"]


def test_a_charging_clause_of_unknown_rank_is_not_judged() -> None:
    power = Power(id="w", name="许可", type="licence", fee={"charged": True})
    basis = LegalBasis(id="b", owner="w", role="charging", instrument="某规定")
    assert not keys(register(power, basis), "L08")


def burdened(stage: str = "expert_review", *, grounded: bool = False, **fields: Any) -> list[str]:
    """The findings of L09 on a licence: acceptance and review with clauses, and one step more."""
    done = {name: {"duties": (f"d-{name}",)} for name in ("acceptance", "review", stage)}
    done[stage].update(fields.pop("step", {}))
    duties = [Duty(id=f"d-{name}", power="w", text=name) for name in done]
    clauses = [LegalBasis(id=f"b-{n}", owner=f"d-{n}", instrument="某法") for n in ("acceptance", "review")]
    extra = [LegalBasis(id="x", owner=stage, instrument="某法")] if grounded else []
    line = f"start acceptance review {stage} end"
    return keys(bureau(line, *duties, *clauses, *extra, steps=done, **fields), "L09")


def test_an_expert_review_without_a_clause_is_told() -> None:
    assert burdened() == ["L09@expert_review"]
    assert not burdened(grounded=True)


def test_inner_steps_common_stages_and_other_types_are_left_out() -> None:
    assert not burdened(step={"visible": False})
    assert not burdened("archive")
    assert not burdened(power={"type": "confirmation"})


def test_a_process_that_mostly_cites_nothing_is_left_out() -> None:
    duty = Duty(id="d", power="w", text="受理")
    basis = LegalBasis(id="b", owner="d", instrument="某法")
    line = "start acceptance review expert_review site_check decision end"
    assert not keys(bureau(line, duty, basis, steps={"acceptance": {"duties": ("d",)}}), "L09")


@pytest.mark.parametrize(
    ("documents", "found"),
    [
        ([{"name": "甲", "basis": "某条例第一条"}, {"name": "乙"}], ["L09@w#documents"]),
        ([{"name": "甲", "basis": "某条例第一条"}], []),
        ([{"name": "甲"}, {"name": "乙"}], []),
    ],
)
def test_documents_without_a_ground_among_others_with_one(
    documents: list[dict[str, str]], found: list[str]
) -> None:
    assert keys(bureau("start acceptance end", power={"documents": documents}), "L09") == found


def agency(name: str, *more: LegalBasis) -> list[str]:
    unit = Unit(id="u", name="评估中心", valid_to="2020-01-01")
    return keys(bureau("start review end", unit, *more, steps={"review": {"agency": name}}), "L12")


def test_an_agency_of_the_authority_is_told_by_any_of_its_names() -> None:
    assert agency("评估中心") == ["L12@review"]
    assert agency("示例局评估中心") == ["L12@review"]
    assert agency("示例局") == ["L12@review"]
    assert not agency("某评估有限公司")
    assert not agency("")


def test_a_statutory_agency_is_left_out() -> None:
    assert not agency("评估中心", LegalBasis(id="b", owner="review", instrument="某条例"))
