"""Units that ended, posts without work, lines of reporting."""

from datetime import date

from powerlist.model.duty import Assignment, Duty
from powerlist.model.organisation import Post, Unit
from powerlist.model.oversight import Oversight, Pledge, ResponsibilityLetter
from powerlist.model.power import Power
from tests.rules.bureau import bureau, register
from tests.rules.reading import checked, keys

OLD = Unit(id="old", name="就业股", valid_to=date(2025, 6, 30))


def test_an_ended_unit_may_hold_nothing() -> None:
    power = Power(id="w", name="职权", units=("old",))
    duty = Duty(id="d", power="w", text="责任")
    left = Assignment(id="a", duty="d", unit="old")
    post = Post(id="p", name="岗", unit="old")
    assert not keys(register(OLD), "O01")
    (finding,) = checked(register(OLD, power, duty, left, post), "O01").findings
    assert finding.key == "O01@old"
    assert "1项职权、1项责任事项、1个岗位" in finding.message.zh
    assert finding.unit == OLD


def test_on_its_last_day_a_unit_still_stands() -> None:
    listed = register(OLD, Power(id="w", name="职权", units=("old",)))
    assert keys(listed, "O01", day=date(2025, 7, 1)) == ["O01@old"]
    assert not keys(listed, "O01", day=date(2025, 6, 30))


def test_what_is_gone_itself_does_not_count_as_held() -> None:
    gone = Power(id="w", name="职权", units=("old",), disposition="cancel")
    ended = Post(id="p", name="岗", unit="old", valid_to=date(2025, 6, 30))
    assert not keys(register(OLD, gone, ended), "O01")


def idle(*, work: str = "", unit: str | None = "u", finished: bool = True) -> list[str]:
    """The findings on an idle post `q` beside a busy one."""
    power = {"units": ("u",)}
    duty = Duty(id="d", power="w", text="受理")
    parts = [Assignment(id="a", duty="d", post="busy")] if finished else []
    units = [Unit(id="u", name="审批股"), Unit(id="office", name="办公室")]
    posts = [Post(id="busy", name="忙岗", unit="u"), Post(id="q", name="闲岗", unit=unit, work=work)]
    listed = bureau("start acceptance@busy end", *units, *posts, duty, *parts, power=power)
    return keys(listed, "O02")


def test_a_post_that_nothing_names_is_idle() -> None:
    assert idle() == ["O02@q"]
    assert idle(work="联络") == ["O02@q"]


def test_while_the_unit_is_not_worked_out_nothing_is_said() -> None:
    assert not idle(finished=False)


def test_described_posts_of_an_office_without_powers_work_outside_the_list() -> None:
    assert not idle(unit="office", work="档案")
    assert idle(unit="office") == ["O02@q"]


def test_to_have_signed_a_paper_is_no_work() -> None:
    chief, idle_one = Post(id="l", name="局长"), Post(id="q", name="联络岗", reports_to="l")
    pledge = Pledge(id="s", post="q", signed_on=date(2025, 1, 5))
    letter = ResponsibilityLetter(id="t", superior="l", subordinate="q", signed_on=date(2025, 1, 5))
    assert keys(register(chief, idle_one, pledge, letter), "O02") == ["O02@q"]


def test_leaders_backups_and_overseers_are_not_idle() -> None:
    chief, deputy = Post(id="l", name="局长"), Post(id="m", name="副局长", reports_to="l")
    backup = Post(id="b", name="备岗", reports_to="l", backup_post="m")
    unit = Unit(id="u", name="科室", led_by="m")
    watch = Oversight(id="o", oversight_kind="internal", name="抽查", post="b")
    assert not keys(register(chief, deputy, backup, unit, watch), "O02")


CHIEF = Post(id="l", name="局长", level="chief")


def test_every_post_has_a_unit_and_a_superior() -> None:
    unit = Unit(id="u", name="审批股")
    head = Post(id="h", name="股长", level="head", unit="u", reports_to="l")
    clerk = Post(id="c", name="审查岗", unit="u")
    assert not keys(register(CHIEF, unit, head, clerk), "O03")
    assert keys(register(CHIEF, unit, clerk, head.with_(level="staff")), "O03") == ["O03@c#line"]
    assert keys(register(CHIEF, unit, head, clerk.with_(unit=None)), "O03") == ["O03@c#line", "O03@c#unit"]


def test_a_head_does_not_report_to_himself_but_to_the_leader_of_the_unit() -> None:
    head = Post(id="h", name="股长", level="head", unit="u")
    unit, led = Unit(id="u", name="审批股"), Unit(id="u", name="审批股", led_by="l")
    deputy = Post(id="d", name="副局长", level="deputy", reports_to="l")
    assert keys(register(CHIEF, unit, deputy, head), "O03") == ["O03@h#line"]
    assert not keys(register(CHIEF, led, deputy, head), "O03")


def test_a_list_that_names_no_units_and_no_superiors_is_two_findings() -> None:
    posts = [Post(id=f"p{n}", name=f"岗{n}") for n in range(40)]
    assert keys(register(*posts), "O03") == ["O03@authority#line", "O03@authority#unit"]


def test_a_circle_of_superiors_is_told_once() -> None:
    unit = Unit(id="u", name="股")
    circle = [Post(id=id, name=id, unit="u", reports_to=to) for id, to in ("ab", "bc", "ca", "da")]
    for posts in (circle, circle[::-1]):
        (finding,) = checked(register(unit, *posts), "O03").findings
        assert finding.key == "O03@a#circle"
        assert [post.id for post in finding.witness] == ["a", "b", "c"]
