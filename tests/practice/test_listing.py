"""How lists count and what a type looks like: data that a province may change."""

from pathlib import Path

from powerlist.model.codes import PowerType
from powerlist.practice import Listing, load

LISTING = load().listing


def test_a_total_is_known_by_its_word_alone() -> None:
    assert LISTING.is_total(" 合 计 ")
    assert LISTING.is_total("Total")
    assert not LISTING.is_total("行政许可")
    assert not LISTING.is_total("")


def test_an_outer_chart_says_so() -> None:
    assert LISTING.is_external("劳务派遣经营许可外部流程图")
    assert not LISTING.is_external("一般程序 劳务派遣经营许可流程")


def test_every_stage_named_is_in_the_catalogue() -> None:
    named = {key for row in LISTING.unlike.values() for sign in (*row.signs, row.own) for key in sign}
    assert named <= load().stages.stages.keys()


def test_a_province_has_its_own_words(tmp_path: Path) -> None:
    (tmp_path / "listing.yaml").write_text("totals: [总数]\nexternal: []\nunlike: {}\n", encoding="utf-8")
    assert load(tmp_path).listing == Listing(totals=("总数",))
    assert PowerType.PENALTY not in load(tmp_path).listing.unlike
