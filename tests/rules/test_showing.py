"""What is on show is today's, for everybody's eyes, and says where and to whom."""

from datetime import date
from typing import Any

import pytest

from powerlist.analysis.shown_content import shown_fingerprint
from powerlist.graph import PowerGraph
from powerlist.model.basis import LegalBasis
from powerlist.model.duty import Duty
from powerlist.model.organisation import Unit
from powerlist.model.oversight import Publication
from powerlist.model.register import Register
from tests.rules.bureau import bureau
from tests.rules.reading import keys

LINE = "start acceptance full? review decision end; full? end"
DUTY = Duty(id="d", power="w", text="受理")


def before() -> Register:
    return bureau(LINE, DUTY, LegalBasis(id="b", owner="d", instrument="某法", article=1))


def changed(of: str, **changes: dict[str, Any]) -> list[str]:
    """The findings of B02 on a publication of `of`, after these changes."""
    old = before()
    now = shown_fingerprint(PowerGraph(old), old[of])  # type: ignore[arg-type]
    wall = Publication(id="wall", of=of, published_on="2025-01-01", fingerprint=now)
    new = [old[id].with_(**fields) for id, fields in changes.items() if id != "wall"]
    return keys(old.with_(*new, wall.with_(**changes.get("wall", {}))), "B02")


@pytest.mark.parametrize(
    ("of", "id", "fields"),
    [
        ("w", "w", {"promised_limit": "3个工作日"}),
        ("w", "d", {"text": "受理申请"}),
        ("w", "b", {"article": 2}),
        ("p", "review", {"name": "核查"}),
        ("p", "full?>review", {"condition": "齐全"}),
        ("p", "decision", {"visible": False}),
    ],
)
def test_what_a_reader_sees_and_has_changed_is_told(of: str, id: str, fields: dict[str, Any]) -> None:
    assert not changed(of)
    assert changed(of, **{id: fields}) == ["B02@wall"]


@pytest.mark.parametrize(
    ("of", "id", "fields"),
    [
        ("w", "w", {"note": "内部", "discretion": 3}),
        ("w", "review", {"name": "核查"}),
        ("p", "review", {"post": None, "points": "要点"}),
        ("p", "w", {"promised_limit": "3个工作日"}),
        ("w", "wall", {"withdrawn_on": "2025-12-01", "fingerprint": "old"}),
        ("w", "wall", {"fingerprint": ""}),
    ],
)
def test_what_no_reader_sees_is_no_change(of: str, id: str, fields: dict[str, Any]) -> None:
    assert not changed(of, **{id: fields})


def test_a_hidden_step_may_change_without_a_new_chart() -> None:
    old = bureau(LINE, steps={"review": {"visible": False}})
    renamed = old.with_(old["review"].with_(name="内部核查", limit="1个工作日"))
    first, second = (shown_fingerprint(PowerGraph(one), one["p"]) for one in (old, renamed))  # type: ignore[arg-type]
    assert first == second


def test_hidden_steps_may_come_and_go() -> None:
    hidden = {"review": {"visible": False}, "review2": {"visible": False}}
    one = bureau("start acceptance review decision end", steps=hidden)
    two = bureau("start acceptance review review2 decision end", steps=hidden)
    none = bureau("start acceptance decision end")
    prints = {shown_fingerprint(PowerGraph(register), register["p"]) for register in (one, two, none)}  # type: ignore[arg-type]
    assert len(prints) == 1


def test_there_are_twenty_working_days_to_show_a_change() -> None:
    assert not changed("w", w={"promised_limit": "3个工作日", "changed_on": "2025-12-10"})
    assert changed("w", w={"promised_limit": "3个工作日", "changed_on": "2025-11-10"}) == ["B02@wall"]


def headings(*shows: str, **fields: Any) -> list[str]:
    wall = Publication(**{"id": "wall", "of": "w", "shows": shows, **fields})
    return keys(bureau(LINE, wall), "B04")


def test_private_columns_do_not_belong_on_a_wall() -> None:
    assert not headings("职权名称", "承诺时限", "监督电话", "岗位")
    assert not headings("负责人姓名", "备 注", "Note"), (
        "the head is public, and so is the last column of most lists"
    )
    for name in ("姓名", "承办人姓名", "亲属关系", "承办要求", "风险等级", "身份证号", "Related to"):
        assert headings("职权名称", name) == ["B04@wall"], name


def test_a_whole_list_on_show_is_looked_at_too() -> None:
    for of in ("authority", "u"):
        wall = Publication(id="wall", of=of, shows=("职权名称", "承办人姓名"))
        assert keys(bureau(LINE, Unit(id="u", name="股"), wall), "B04") == ["B04@wall"], of
    ended = Unit(id="u", name="股", valid_to=date(2025, 1, 1))
    gone = Publication(id="wall", of="u", shows=("承办人姓名",))
    assert not keys(bureau(LINE, ended, gone), "B04")


def test_inside_the_bureau_and_on_request_more_may_be_shown() -> None:
    assert not headings("姓名", audience="本单位全体干部")
    assert not headings("姓名", manner="on_request")
    assert headings("姓名", manner="proactive", audience="社会公众") == ["B04@wall"]
    assert not headings("姓名", withdrawn_on="2025-12-01")


def test_a_row_says_what_the_other_rows_say() -> None:
    full = Publication(id="web", of="w", channel="网站", audience="公众")
    bare = Publication(id="wall", of="p", channel="公示栏")
    assert keys(bureau(LINE, full, bare), "B09") == ["B09@wall"]
    assert not keys(bureau(LINE, bare), "B09")
    assert not keys(bureau(LINE, full, bare.with_(withdrawn_on="2025-12-01")), "B09")
