"""A power is exercised where its clause puts it, and given away only as the law allows."""

from pathlib import Path
from typing import Any

import pytest

from powerlist.laws import index
from powerlist.model.basis import LegalBasis
from powerlist.model.power import Delegation, Power
from powerlist.practice import load
from powerlist.rules import check
from tests.rules.bureau import register
from tests.rules.reading import DAY, checked, keys

UP = "由省级人民政府某部门批准"
LAW = "某省管理规定"


def exercised(*quotes: str, delegated: bool = False, **fields: Any) -> list[str]:
    """The findings of L06 on a county's licence with clauses that say this."""
    power = Power(**{"id": "w", "name": "许可", "type": "licence", "exercise_level": "4", **fields})
    bases = [LegalBasis(id=f"b{n}", owner="w", instrument=LAW, quote=quote) for n, quote in enumerate(quotes)]
    given = [Delegation(id="d", power="w", taker="示例局")] if delegated else []
    return keys(register(power, *bases, *given), "L06")


def test_a_county_exercises_what_a_clause_gives_to_the_province() -> None:
    assert exercised(UP) == ["L06@w"]
    assert not exercised(UP, "县级以上人民政府某部门负责")
    assert not exercised(UP, exercise_level="2")


def test_nothing_is_said_where_the_level_is_open_or_the_power_was_handed_down() -> None:
    assert not exercised(UP, "某行政部门责令改正")
    assert not exercised("由国务院某部门负责全国的管理")
    assert not exercised(UP, disposition="take_over")
    assert not exercised(UP, delegated=True)
    assert not exercised(UP, exercise_level=None)


def test_clauses_that_nobody_can_read_are_counted() -> None:
    power = Power(id="w", name="许可", exercise_level="4")
    report = checked(register(power, LegalBasis(id="b", owner="w", instrument=LAW)), "L06")
    assert [one.why.zh[:2] for one in report.not_checked] == ["1项"]


def test_the_users_full_text_is_read_before_the_quotation(tmp_path: Path) -> None:
    text = f"# {LAW}\n\n第一条 {UP}。\n\n第二条 由县级人民政府某部门批准。\n"
    (tmp_path / "one.md").write_text(text, encoding="utf-8")
    power = Power(id="w", name="许可", exercise_level="4")
    for article, found in ((1, ["L06@w"]), (2, [])):
        basis = LegalBasis(id="b", owner="w", instrument=LAW, article=article, quote="由县级人民政府批准")
        own = register(power, basis)
        report = check(own, load(), DAY, select=["L06"], laws=index().with_texts(tmp_path))
        assert [one.key for one in report.findings] == found


GIVEN = {"taker": "示例镇人民政府", "taker_kind": "organ", "document_no": "某委〔2025〕1号"}


def delegated(
    *more: Delegation, basis: bool = True, power: dict[str, Any] | None = None, **fields: Any
) -> list[str]:
    """The findings of L07 on one delegation `d` of a licence."""
    own = Power(**{"id": "w", "name": "许可", "type": "licence", **(power or {})})
    one = Delegation(**{"id": "d", "power": "w", **GIVEN, **fields})
    bases = [
        LegalBasis(id=f"b{given.id}", owner=given.id, instrument=LAW)
        for given in ((one, *more) if basis else more)
    ]
    return keys(register(own, one, *more, *bases), "L07")


def test_a_delegation_needs_paper_clause_and_term() -> None:
    assert not delegated()
    assert delegated(document_no="") == ["L07@d#paper"]
    assert not delegated(document_no="", delegation_kind="authorisation")
    assert delegated(basis=False) == ["L07@d#basis"]
    assert delegated(valid_to="2025-12-31") == ["L07@d#over"]
    assert not delegated(valid_to="2026-01-01")


def test_a_renewed_one_a_coming_one_and_that_of_a_gone_power_are_left_out() -> None:
    again = Delegation(**{"id": "e", "power": "w", **GIVEN})
    assert not delegated(again, valid_to="2025-12-31")
    assert not delegated(valid_from="2026-02-01", document_no="")
    assert not delegated(document_no="", power={"disposition": "cancel"})


def test_what_was_entrusted_is_not_passed_on() -> None:
    next_one = {"id": "e", "power": "w", **GIVEN, "giver": GIVEN["taker"], "taker": "示例村"}
    assert delegated(Delegation(**next_one)) == ["L07@e#chain"]
    assert not delegated(Delegation(**next_one), delegation_kind="authorisation")
    assert not delegated(Delegation(**{**next_one, "giver": "示例局"}))


@pytest.mark.parametrize(
    ("type", "taker_kind", "found"),
    [
        ("compulsion", "organ", ["L07@d#compulsion"]),
        ("licence", "organisation", ["L07@d#licence"]),
        ("licence", None, []),
        ("penalty", "other", ["L07@d#penalty"]),
        ("penalty", "organisation", []),
        ("payment", "other", []),
    ],
)
def test_some_powers_may_not_be_given_to_everybody(
    type: str, taker_kind: str | None, found: list[str]
) -> None:
    assert delegated(power={"type": type}, taker_kind=taker_kind) == found


def test_enforcing_a_decision_is_no_measure_of_compulsion() -> None:
    assert not delegated(power={"type": "compulsion", "name": "代履行"})


def other_body(*clauses: str, name: str = "示例县人力资源和社会保障局", **power: Any) -> list[str]:
    bases = [
        LegalBasis(id=f"b{n}", owner="w", instrument="示例条例", article=n + 1, quote=clause)
        for n, clause in enumerate(clauses)
    ]
    listed = register(Power(**{"id": "w", "name": "职权", **power}), *bases)
    return keys(listed.with_(listed.authority.with_(name=name)), "L06")


@pytest.mark.parametrize(
    "clause",
    [
        "由公安机关批准",
        "由县级以上地方人民政府公安机关批准",
        "向市场监督管理部门申请登记",
        "由税务机关征收，并抄送民政部门",
    ],
)
def test_a_clause_for_bodies_of_other_fields_is_told(clause: str) -> None:
    assert other_body(clause) == ["L06@w#body"]


@pytest.mark.parametrize(
    "clause",
    [
        "由县级以上人民政府人力资源社会保障行政部门审批，并抄送同级教育行政部门备案",
        "由劳动行政部门责令改正；构成犯罪的，移送公安机关",
        "由社会保险行政部门认定",
        "由有关部门批准，公安机关予以协助",
        "由县级以上人民政府批准",
        "由省级人民政府某部门批准",
        "公安机关以外的许可机关应当自受理之日起二十日内作出决定",
        "申请人应当向公安学校提交材料",
        "",
    ],
)
def test_a_clause_for_the_own_field_or_for_nobody_in_particular_is_let_pass(clause: str) -> None:
    assert not other_body(clause)


def test_one_clause_for_the_own_field_is_enough() -> None:
    assert not other_body("由公安机关批准", "由劳动保障行政部门监督")


def test_who_is_of_no_field_shares_the_power_or_took_it_over_is_not_judged() -> None:
    clause = "由公安机关批准"
    assert not other_body(clause, name="示例县行政审批服务管理局")
    assert not other_body(clause, name="示例县人民政府办公室")
    assert not other_body(clause, joint_bodies=("示例县公安局",))
    assert not other_body(clause, disposition="take_over")
    assert not other_body("由社会保险行政部门认定", name="示例县医疗保障局")
    assert not other_body(clause, exercised_by="示例县公安局")
    assert other_body("由社会保险行政部门认定", name="示例县公安局") == ["L06@w#body"]


def test_the_sentence_names_who_exercises_it_and_the_clause() -> None:
    listed = register(
        Power(id="w", name="职权", exercised_by="示例县教育局"),
        LegalBasis(id="b", owner="w", instrument="示例条例", article=3, quote="由公安机关批准"),
    )
    (finding,) = checked(listed, "L06").findings
    assert finding.message.zh == "职权“职权”由示例县教育局行使，依据《示例条例》第3条指定的是别的部门。"
