"""What was shown, reviewed and signed is held on to, and the checks tell when it is to be done anew."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from powerlist.drafting import (
    draft,
    record_file,
    record_publication,
    record_review,
    record_signature,
)
from powerlist.errors import UsageError
from powerlist.formats.yaml_tree import read_yaml, write_yaml
from powerlist.model.entity import State
from powerlist.model.power import Power
from powerlist.model.process import Process, Step
from powerlist.model.register import Register
from powerlist.model.risk import RiskPoint
from powerlist.practice import load
from powerlist.rules import check
from tests.drafting.bureau import confirmed, power, register

ON = date(2026, 3, 2)
LATER = date(2026, 11, 25)


def bureau() -> Register:
    return confirmed(register(power(code="XK1")))


def told(list_: Register, code: str) -> list[str]:
    return [one.key for one in check(list_, load(), LATER, select=[code]).findings]


def kept(list_: Register, folder: Path) -> Register:
    """The same after it went through a file."""
    path = folder / "list.yaml"
    write_yaml(list_, path)
    return read_yaml([path]).register


@pytest.mark.parametrize("word", ["w", "XK1", "采砂许可"])
def test_a_change_after_it_was_shown_is_found(word: str, tmp_path: Path) -> None:
    recorded = record_publication(bureau(), [word], channel="局网站", on=ON)
    (made,) = recorded.things
    list_ = kept(recorded.register, tmp_path)
    assert told(list_, "B02") == []
    own = list_["w"]
    assert isinstance(own, Power)
    changed = list_.with_(own.with_(output="采砂许可证"))
    assert told(changed, "B02") == [f"B02@{made.id}"]
    anew = record_publication(changed, [word], channel="局网站", on=date(2026, 11, 2))
    assert [one.id for one in anew.things] == [made.id], "the same place is not counted twice"
    assert told(anew.register, "B02") == []
    assert len(anew.register.publications) == 1


def test_a_chart_is_shown_as_outsiders_see_it() -> None:
    list_ = bureau()
    process = list_.processes[0]
    shown = record_publication(list_, [process.id], channel="公示栏", on=ON, view="external").register
    step = next(one for one in shown.steps if one.process == process.id and one.visible and one.limit)
    assert told(shown.with_(step.with_(points="另有要求")), "B02") == []
    assert told(shown.with_(step.with_(limit="90日")), "B02") != []


def test_a_file_edited_by_hand_is_found() -> None:
    recorded = record_publication(bureau(), ["w"], channel="公示栏", on=ON, file=b"as issued")
    (made,) = recorded.things
    assert told(recorded.register, "D09") == []
    same = record_file(recorded.register, made.id, b"as issued").register
    assert told(same, "D09") == []
    assert told(record_file(same, made.id, b"by hand").register, "D09") == [f"D09@{made.id}"]


def test_a_process_that_changed_after_its_review_is_found(tmp_path: Path) -> None:
    list_ = bureau()
    process = list_.processes[0]
    reviewed = kept(record_review(list_, [process.id]).register, tmp_path)
    assert told(reviewed, "R08") == []
    step = next(one for one in reviewed.steps if one.process == process.id and one.post)
    changed = reviewed.with_(step.with_(name="另一道环节"))
    assert told(changed, "R08") == [f"R08@{process.id}#changed"]
    assert told(record_review(changed, [process.id]).register, "R08") == []


def signed_by_all(list_: Register, superior: Callable[[str], str]) -> Register:
    for post in list_.posts:
        try:
            list_ = record_signature(list_, post.id, on=ON, superior=superior(post.id)).register
        except UsageError:  # it bears no high risk
            continue
    return list_


def test_a_risk_that_changed_after_it_was_signed_for_is_found(tmp_path: Path) -> None:
    assert told(bureau(), "R09") == ["R09@authority"]
    list_ = kept(signed_by_all(bureau(), lambda _: ""), tmp_path)
    assert told(list_, "R09") == []
    pledge = list_.pledges[0]
    risk = list_[pledge.risks[0]]
    assert isinstance(risk, RiskPoint)
    worse = list_.with_(risk.with_(event="另一种表现"))
    assert told(worse, "R09") == [f"R09@{pledge.post}#pledge"]
    again = record_signature(worse, pledge.post, on=LATER)
    assert told(again.register, "R09") == []
    assert len(again.register.pledges) == len(list_.pledges)


def test_letters_lead_up_to_the_head() -> None:
    list_ = bureau()
    above = {post.id: post.reports_to or "" for post in list_.posts}
    risky = signed_by_all(list_, lambda _: "").pledges
    for post in {one.post for one in risky} - {"chief"}:
        list_ = record_signature(list_, post, on=ON, superior=above[post]).register
    assert {(one.superior, one.subordinate) for one in list_.letters} == {
        (above[one.post], one.post) for one in risky if one.post != "chief"
    }
    assert told(list_, "R09") == []


def test_what_is_a_draft_is_neither_shown_nor_reviewed() -> None:
    list_ = draft(register(power()), load()).register
    process = list_.processes[0]
    assert process.state is State.DRAFTED
    with pytest.raises(UsageError, match="还是草稿，先由岗位确认"):
        record_publication(list_, [process.id], channel="局网站", on=ON)
    with pytest.raises(UsageError, match="还是草稿，先由岗位确认"):
        record_review(list_, [process.id])
    with pytest.raises(UsageError, match="没有高风险点"):
        record_signature(list_, "head", on=ON)


def test_words_that_mean_nothing_or_too_much_are_asked_back() -> None:
    twice = register(
        power(),
        power(id="v", name="采砂许可"),
        Process(id="p", name="流程"),
        Step(id="s", process="p", name="受理"),
    )
    with pytest.raises(UsageError, match="没有职权或者流程“采沙许可”，是不是“采砂许可”？"):
        record_publication(twice, ["采沙许可"], channel="局网站", on=ON)
    with pytest.raises(UsageError, match="有2个职权或者流程叫“采砂许可”，请写编号：w、v"):
        record_publication(twice, ["采砂许可"], channel="局网站", on=ON)
    with pytest.raises(UsageError, match="没有需要排查的风险点"):
        record_review(twice, ["p"])
    with pytest.raises(UsageError, match="没有公开“web”"):
        record_file(twice, "web", b"")
