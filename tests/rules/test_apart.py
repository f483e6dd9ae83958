"""Different hands by law, two officers, recusal, the line of command, hats and kin."""

from typing import Any

from powerlist.model.duty import Duty
from powerlist.model.organisation import Person, Post, Unit
from powerlist.model.oversight import Oversight
from powerlist.model.power import Power
from powerlist.model.risk import Control, RiskPoint
from powerlist.practice import load
from powerlist.rules import check
from powerlist.rules.settings import Settings
from tests.rules.bureau import bureau
from tests.rules.reading import DAY, checked, keys

PENALTY = {"type": "penalty"}


def judged(ways: str, type: str = "penalty", **more: Any) -> list[str]:
    steps = {"hearing": {"name": "组织听证"}, **more.pop("steps", {})}
    return keys(bureau(ways, *more.pop("things", ()), power={"type": type}, steps=steps, **more), "S03")


def test_the_investigator_neither_reviews_nor_chairs() -> None:
    assert not judged("start investigation@a hearing@b legal_review@b decision@c end")
    assert judged("start investigation@a hearing@a legal_review@b decision@c end") == ["S03@p#hearing"]
    assert judged("start investigation@a hearing@b legal_review@a decision@c end") == ["S03@p#legal"]


def test_one_person_at_two_posts_is_one_hand() -> None:
    person = Person(id="x", name="甲", holdings=({"post": "a"}, {"post": "b"}))
    posts = (Post(id="a", name="调查岗"), Post(id="b", name="法制岗"))
    ways = "start investigation@a legal_review@b decision@c end"
    listed = bureau(ways, person, *posts, power=PENALTY)
    (finding,) = checked(listed, "S03").findings
    assert finding.key == "S03@p#legal"
    assert "甲" not in finding.message.zh


def test_hearing_what_a_party_pleads_is_no_hearing() -> None:
    ways = "start investigation@a hearing@a decision@c end"
    assert judged(ways, steps={"hearing": {"name": "听取陈述申辩"}}) == []


def test_who_reviewed_a_licence_may_not_chair_its_hearing() -> None:
    ways = "start acceptance@w review@a hearing@a decision@c end".replace("@w", "@x")
    assert judged(ways, "licence") == ["S03@p#hearing"]
    assert judged(ways) == [], "a penalty's reviewer may"


def test_two_alternatives_are_never_one_case() -> None:
    ways = "start how? investigation@a decision@c end; how? hearing@a decision"
    assert judged(ways) == []


def fined(**execution: Any) -> list[str]:
    steps = {"execution": {"handles_money": True, **execution}}
    return keys(bureau("start decision@a execution@a end", power=PENALTY, steps=steps), "S04")


def test_who_decides_a_fine_does_not_take_the_money() -> None:
    assert fined() == ["S04@p#fine"]
    assert not fined(points="到指定银行缴纳")
    assert not fined(handles_money=False)
    assert not fined(post="b")


def test_officers_may_take_a_fine_where_the_law_says_on_the_spot() -> None:
    def taken(variant: str, points: str) -> list[str]:
        steps = {"execution": {"handles_money": True, "points": points}}
        ways = "start decision@a execution@a end"
        return keys(bureau(ways, power=PENALTY, process={"variant": variant}, steps=steps), "S04")

    assert not taken("简易程序", "一百元以下的当场收缴")
    assert taken("简易程序", "隔日上门收取") == ["S04@p#fine"]
    assert taken("一般程序", "当场收缴") == ["S04@p#fine"]
    assert not taken("一般程序", "水上作业的，经当事人提出当场收缴")


def test_the_bank_may_be_named_in_the_duty() -> None:
    duty = Duty(id="d", power="w", text="核对银行缴款回单")
    steps = {"execution": {"handles_money": True, "duties": ("d",)}}
    assert not keys(bureau("start decision@a execution@a end", duty, power=PENALTY, steps=steps), "S04")


def test_who_grants_a_licence_does_not_supervise_its_holder() -> None:
    ways = "start review@b decision@a supervision@a end"
    assert keys(bureau(ways), "S05") == ["S05@p#supervision"]
    assert not keys(bureau(ways, power={"type": "payment"}), "S05")
    assert not keys(bureau("start review@b decision@a supervision@b end"), "S05"), "the reviewer may"


def alone(ways: str, holders: int | None, type: str = "penalty", **more: Any) -> list[str]:
    return keys(
        bureau(ways, Post(id="a", name="执法岗", holders=holders), power={"type": type}, **more), "S08"
    )


def test_one_officer_alone_enforces_nothing() -> None:
    assert alone("start investigation@a decision@b end", 1) == ["S08@investigation"]
    assert not alone("start investigation@a decision@b end", 2)
    assert not alone("start investigation@a decision@b end", None), "nobody knows how many"
    assert not alone("start investigation@a decision@b end", 0), "A04 tells it"
    assert not alone("start investigation@a decision@b end", 1, "payment")


def test_a_step_that_says_who_goes_along_has_two() -> None:
    for points, wrong in (("两人持证", True), ("另一名由法制岗派出", False), ("会同派出所", False)):
        steps = {"investigation": {"points": points}}
        found = alone("start investigation@a decision@b end", 1, steps=steps)
        assert found == (["S08@investigation"] if wrong else []), points


def test_applying_to_a_court_takes_one_and_a_measure_two() -> None:
    assert alone("start report@b execution@a end", 1, "compulsion") == ["S08@execution"]
    enforcing = {"process": {"variant": "强制执行"}}
    assert not alone("start urge@b execution@a end", 1, "compulsion", **enforcing)
    assert not alone("start inspection@a end", 1, "inspection", steps={"inspection": {"name": "书面检查"}})


def test_persons_are_counted_where_the_post_says_nothing() -> None:
    one = Person(id="x", name="甲", holdings=({"post": "a"},))
    ways = "start investigation@a decision@b end"
    assert keys(bureau(ways, one, power=PENALTY), "S08") == ["S08@investigation"]
    two = Person(id="y", name="乙", holdings=({"post": "a"},))
    assert not keys(bureau(ways, one, two, power=PENALTY), "S08")


def silent(points: str, ways: str = "start investigation decision end", **more: Any) -> list[str]:
    return keys(bureau(ways, power=PENALTY, steps={"investigation": {"points": points}}, **more), "S11")


def test_somewhere_recusal_is_named() -> None:
    assert silent("两人亮证") == ["S11@p"]
    assert not silent("有利害关系的回避")
    assert not silent(""), "a step that says nothing is not judged"
    assert not silent("两人亮证", process={"variant": "简易程序"})


RISK = {"id": "r", "step": "decision", "event": "说情", "inherent": {"rank": 1}}
POSTS = (
    Post(id="boss", name="局长", level="chief"),
    Post(id="mid", name="副局长", level="deputy", reports_to="boss"),
    Post(id="low", name="股长", level="head", reports_to="mid"),
    Post(id="watch", name="纪检岗", level="supervisor", reports_to="boss"),
)


def watched(by: str, at: str, *more: Any) -> list[str]:
    risk = RiskPoint(supervisor=by, **RISK)
    return keys(bureau(f"start decision@{at} end", *POSTS, risk, *more), "S07")


def test_nobody_watches_his_superior() -> None:
    assert watched("low", "mid") == ["S07@r"]
    assert not watched("boss", "mid")
    assert not watched("watch", "mid"), "beside, not below"
    assert not watched("low", "boss"), "above the head there is nobody"


def test_controls_and_internal_oversight_are_watched_from_above_too() -> None:
    control = Control(id="c", risks=("r",), text="抽查", owner="mid", supervisor="low")
    assert watched("boss", "mid", control) == ["S07@c"]
    oversight = Oversight(id="o", oversight_kind="internal", name="抽查", post="low", covers=("mid",))
    assert watched("boss", "mid", oversight) == ["S07@o"]
    for covered in ("decision", "r"):
        named = oversight.with_(covers=(covered,))
        assert watched("boss", "mid", named) == ["S07@o"], "by the step or the risk of the superior"
    assert not watched("boss", "mid", oversight.with_(oversight_kind="party"))


def hatted(*led: str, **more: Any) -> list[str]:
    units = tuple(Unit(id=f"u{n}", name=f"科室{n}", led_by=post) for n, post in enumerate(led))
    money = Power(id="m", name="采购", type="internal", units=("u1",), handles_money=True)
    risk = RiskPoint(supervisor="boss", **RISK)
    things = (*POSTS, *units, money, risk)
    listed = bureau("start decision@mid end", *things, power={"units": ("u0",)})
    return [one.key for one in check(listed, load(), DAY, select=["S09"], **more).findings]


def test_one_leader_over_everything_is_told() -> None:
    assert hatted("boss", "boss") == ["S09@boss"]
    assert not hatted("mid", "boss")
    assert not hatted("boss", "mid")


def test_a_place_may_set_the_share() -> None:
    assert not hatted("boss", "boss", settings=Settings(params={"S09": {"share": 1.0}}))


def test_a_bureau_with_one_leader_cannot_share() -> None:
    unit = Unit(id="u", name="科室", led_by="boss")
    power = {"units": ("u",), "handles_money": True}
    listed = bureau(
        "start decision@boss end", POSTS[0], unit, RiskPoint(supervisor="boss", **RISK), power=power
    )
    assert not keys(listed, "S09")


def kin(ways: str, *posts: Post, until: str | None = None) -> list[str]:
    persons = (
        Person(id="x", name="甲", holdings=({"post": "a", "valid_to": until},), relatives=("y",)),
        Person(id="y", name="乙", holdings=({"post": "b"},)),
    )
    return keys(bureau(ways, *posts, *persons), "S10")


def test_a_leaders_relative_is_over_neither_money_nor_discipline() -> None:
    leader = Post(id="a", name="副局长", level="deputy", reports_to="c")
    for name, wrong in (("出纳岗", True), ("财务 岗", True), ("档案岗", False)):
        other = Post(id="b", name=name, reports_to="d")
        assert kin("start review end", leader, other) == (["S10@a#b"] if wrong else []), name
    clerk, cash = leader.with_(level="staff"), Post(id="b", name="出纳岗", reports_to="d")
    assert not kin("start review end", clerk, cash), "no leader"


def test_relatives_are_neither_above_nor_beside_each_other() -> None:
    head = Post(id="a", name="股长")
    assert kin("start end", head, Post(id="b", name="审查岗", reports_to="a")) == ["S10@a#b"]
    same = (Post(id="a", name="甲岗", reports_to="c"), Post(id="b", name="乙岗", reports_to="c"))
    assert kin("start end", *same, Post(id="c", name="股长")) == ["S10@a#b"]
    assert not kin("start end", head, Post(id="b", name="审查岗"))
    assert kin("start acceptance@a full? review@b decision@c end; full? end2") == ["S10@a#b"]
    assert not kin("start acceptance@a review@c decision@b end")


def test_who_has_left_has_no_relatives_at_work() -> None:
    posts = (Post(id="a", name="股长"), Post(id="b", name="审查岗", reports_to="a"))
    assert not kin("start end", *posts, until="2020-01-01")


def test_no_name_is_told() -> None:
    persons = (
        Person(id="x", name="张三", holdings=({"post": "a"},), relatives=("y",)),
        Person(id="y", name="李四", holdings=({"post": "b"},)),
    )
    posts = (Post(id="a", name="股长"), Post(id="b", name="审查岗", reports_to="a"))
    (finding,) = checked(bureau("start end", *posts, *persons), "S10").findings
    said = finding.message.zh + finding.message.en + finding.hint.zh
    assert "张三" not in said
    assert "李四" not in said


def test_other_types_may_have_one_hand_for_both() -> None:
    assert not judged("start investigation@a legal_review@a decision@c end", "payment")


def test_who_goes_along_may_be_said() -> None:
    steps = {"investigation": {"points": "会同辖区监管所人员到场"}}
    assert not alone("start investigation@a decision@b end", 1, steps=steps)
    assert not alone(
        "start report@b execution@a end", 1, "compulsion", steps={"execution": {"name": "专柜保管"}}
    )


def test_the_reviewer_of_a_licence_may_review_its_lawfulness() -> None:
    assert judged("start acceptance@b review@a legal_review@a decision@c end", "licence") == []
    assert judged("start acceptance@b site_check@a legal_review@a decision@c end", "licence") == [
        "S03@p#legal"
    ]
