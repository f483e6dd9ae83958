"""What is done to waivers can be undone."""

from tests.app.opening import Visitor, goes
from tests.app.test_kept import press
from tests.app.test_living import LIST, accept, desk, first, give, messages

FILE = "waivers:\n- {{code: {code}, reason: {reason}, approver: 局长, date: 2026-01-05}}\n"
_OTHER = "- {code: Z99, reason: 另, approver: 局长, date: 2026-01-05}\n"


def test_a_waiver_that_was_taken_back_comes_back(visitor: Visitor) -> None:
    page = accept(visitor)
    (waiver,) = desk(visitor).waivers()
    page = press(press(page, "waiver-back-0"), "waive-undo")
    assert "已撤销" in page.success[0].value
    assert [(one.key, one.reason) for one in desk(visitor).waivers()] == [(waiver.key, waiver.reason)]
    assert first().message.zh not in messages(page)


def test_a_file_of_waivers_is_undone_whole(visitor: Visitor) -> None:
    page = visitor.visits("findings", LIST)
    code = first().code
    give(page, "waivers-file", "waivers.yaml", FILE.format(code=code, reason="先").encode())
    page = goes(visitor.comes_back(), "findings")
    give(page, "waivers-file", "waivers.yaml", (FILE.format(code=code, reason="后") + _OTHER).encode())
    assert [one.reason for one in desk(visitor).waivers()] == ["后", "另"]
    press(page, "waive-undo")
    assert [one.reason for one in desk(visitor).waivers()] == ["先"]
