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
