"""Which instruments may create a licence, a penalty or a compulsion, and what rests on none of them."""

from datetime import date

import pytest

from powerlist.laws import index
from powerlist.laws.instrument import Instrument, Status
from powerlist.model.basis import LegalBasis
from powerlist.model.codes import BasisRole, InstrumentKind, PowerType
from powerlist.model.power import Power, SubItem
from powerlist.model.register import Register
from powerlist.practice import load
from powerlist.rules import check
from tests.rules.bureau import register
from tests.rules.reading import checked, keys


def resting(type: str, *tags: str, owner: str = "w", **basis: object) -> Register:
    """One power on instruments that the index does not hold, tagged by the list; `?` is no tag."""
    kinds = [None if tag == "?" else InstrumentKind(tag) for tag in tags]
    bases = [
        LegalBasis(id=f"b{n}", owner=owner, instrument=f"示例文件{n}", instrument_kind=kind, **basis)  # type: ignore[arg-type]
        for n, kind in enumerate(kinds)
    ]
    power = Power(id="w", name="职权", type=PowerType(type))
    return register(power, SubItem(id="s", power="w", name="子项"), *bases)


@pytest.mark.parametrize(
    ("type", "tags", "told"),
    [
        ("licence", "law", ""),
        ("licence", "local_regulation dept_rule", ""),
        ("licence", "state_council_decision", ""),
        ("licence", "govt_rule", ""),
        ("licence", "dept_rule", "L03"),
        ("licence", "dept_rule normative", "L03"),
        ("licence", "normative", "L04"),
        ("licence", "normative staffing_decree party_regulation", "L04"),
        ("licence", "dept_rule ?", ""),
        ("licence", "normative ?", ""),
        ("licence", "other", ""),
        ("penalty", "dept_rule", ""),
        ("penalty", "normative", "L04"),
        ("compulsion", "local_regulation", ""),
        ("compulsion", "dept_rule govt_rule", "L03"),
        ("inspection", "normative", ""),
        ("reward", "normative", ""),
        ("public_service", "normative", ""),
    ],
)
def test_who_may_create_what(type: str, tags: str, told: str) -> None:
    found = keys(resting(type, *tags.split()), "L03", "L04")
    assert found == ([f"{told}@w"] if told else [])


def test_the_sentence_names_the_highest_rank_the_type_and_the_clause() -> None:
    (finding,) = checked(resting("compulsion", "govt_rule", "dept_rule"), "L03").findings
    assert "最高是部门规章，不能设定行政强制（行政强制法第10条、第11条）" in finding.message.zh
    assert "Departmental rule" in finding.message.en


def test_what_the_index_says_counts_more_than_the_tag() -> None:
    listed = resting("licence", "law")
    demoted = index().with_([Instrument("x", "示例文件0", InstrumentKind.DEPT_RULE, Status.IN_FORCE)])
    report = check(listed, load(), date(2026, 1, 1), select=["L03"], laws=demoted)
    assert [finding.key for finding in report.findings] == ["L03@w"]
    assert not keys(listed, "L03")


def test_a_law_that_only_details_does_not_create() -> None:
    listed = resting("licence", "normative")
    law = LegalBasis(id="law", owner="w", instrument="劳动法", article=39, role=BasisRole.GOVERNING)
    assert keys(listed.with_(law), "L03", "L04") == ["L03@w"]
    assert not keys(listed.with_(law.with_(role=BasisRole.ESTABLISHING)), "L03", "L04")


def test_a_sub_item_stands_for_itself_where_the_power_has_no_basis() -> None:
    assert keys(resting("licence", "dept_rule", owner="s"), "L03") == ["L03@s"]
    assert keys(resting("licence", "normative", owner="s"), "L03", "L04") == ["L04@w"]
    above = LegalBasis(id="law", owner="w", instrument="劳动法", article=39)
    assert not keys(resting("licence", "dept_rule", owner="s").with_(above), "L03", "L04")


def test_clauses_on_limits_and_fees_create_nothing_and_are_not_asked_to() -> None:
    listed = resting("licence", "law")
    fee = LegalBasis(
        id="fee",
        owner="w",
        instrument="收费通知",
        instrument_kind=InstrumentKind.NORMATIVE,
        role=BasisRole.CHARGING,
    )
    assert not keys(listed.with_(fee), "L03", "L04")
    assert not keys(resting("licence", "normative", role=BasisRole.CHARGING), "L03", "L04")


def test_unknown_ranks_are_one_note_with_their_count() -> None:
    (note,) = checked(resting("licence", "dept_rule", "?"), "L03", "L04").not_checked
    assert note.code == "L03"
    assert note.why.zh.startswith("1项许可、处罚、强制")
    assert not checked(resting("licence", "law", "?"), "L03").not_checked
    assert not checked(resting("reward", "?"), "L03").not_checked


def named(listed: Register, **fields: object) -> list[str]:
    return keys(listed.with_(listed["w"].with_(**fields)), "L03")


@pytest.mark.parametrize(
    ("tag", "kind", "told"),
    [
        ("dept_rule", "一定数额的罚款", False),
        ("dept_rule", "责令改正", False),
        ("dept_rule", "吊销许可证件", True),
        ("govt_rule", "没收违法所得", True),
        ("local_regulation", "吊销许可证件", False),
        ("local_regulation", "吊销营业执照", True),
        ("admin_regulation", "行政拘留", True),
        ("law", "行政拘留", False),
        ("dept_rule local_regulation", "吊销许可证件", False),
        ("dept_rule", "警告、罚款、责令停产停业", True),
    ],
)
def test_a_penalty_is_judged_by_its_kinds(tag: str, kind: str, told: bool) -> None:
    assert named(resting("penalty", *tag.split()), penalties=(kind,)) == (["L03@w"] if told else [])


def test_the_sentence_names_the_kind_that_goes_too_far() -> None:
    listed = resting("penalty", "dept_rule")
    wrong = listed.with_(listed["w"].with_(penalties=("警告、罚款、责令停产停业",)))
    (finding,) = checked(wrong, "L03").findings
    assert "最高是部门规章，不能设定“责令停产停业”（行政处罚法第10条至第16条）" in finding.message.zh


@pytest.mark.parametrize(
    ("tag", "name", "told"),
    [
        ("admin_regulation", "查封、扣押", False),
        ("admin_regulation", "冻结存款、汇款", True),
        ("local_regulation", "冻结存款、汇款", True),
        ("admin_regulation", "加处罚款", True),
        ("local_regulation", "代履行", True),
        ("law", "加处罚款", False),
    ],
)
def test_measures_and_enforcement_are_told_apart_by_name(tag: str, name: str, told: bool) -> None:
    assert named(resting("compulsion", tag), name=name) == (["L03@w"] if told else [])
