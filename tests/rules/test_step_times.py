"""Times at steps: stops told in writing, items done at once, limits of stages, extensions."""

from typing import Any

from powerlist.model.organisation import Post
from tests.rules.bureau import bureau
from tests.rules.reading import keys
from tests.rules.test_time import limits

LINE = "start acceptance review decision end"
HEARING = "start acceptance hearing decision end"


def stopped(points: str, name: str = "听证") -> list[str]:
    return keys(
        bureau(HEARING, steps={"hearing": {"name": name, "clock_stops": True, "points": points}}), "T06"
    )


def test_the_time_that_a_stop_takes_is_told() -> None:
    assert stopped("主持人不得是审查人员") == ["T06@hearing"]
    assert not stopped("所需时间书面告知申请人")
    assert stopped("七日前通知") == ["T06@hearing"], "the notice of the hearing is no word of its length"
    assert not stopped("主持人不得是审查人员", "集体研究"), "T05 tells it"


def test_an_item_done_at_once_takes_few_steps_and_no_visit() -> None:
    def told(ways: str, **power: Any) -> list[str]:
        return keys(bureau(ways, power={"item_type": "instant", **power}), "T07")

    assert not told("start acceptance correction review decision delivery archive end", promised_limit="当场")
    assert told("start acceptance review review2 review3 legal_review decision end") == ["T07@w#steps"]
    assert told("start acceptance site_check decision end") == ["T07@w#site"]
    assert told("start acceptance decision end", promised_limit="2个工作日") == ["T07@w#promise"]
    assert told("start decision end", item_type="promised") == ["T07@w#single"]
    assert not told("start acceptance decision end", item_type="promised")


def test_a_visit_needs_days() -> None:
    def told(promised: str, **step: Any) -> list[str]:
        ways = "start acceptance site_check decision end"
        return keys(bureau(ways, power={"promised_limit": promised}, steps={"site_check": step}), "T08")

    assert told("3个工作日") == ["T08@site_check"]
    assert not told("5个工作日")
    assert not told("3个工作日", clock_stops=True)


def step_limits(ways: str = LINE, power: dict[str, Any] | None = None, **days: str) -> list[str]:
    return keys(bureau(ways, power=power or {"promised_limit": "30个工作日"}, steps=limits(**days)), "T10")


FULL = {"acceptance": "1个工作日", "review": "1个工作日", "decision": "1个工作日"}


def test_stages_keep_within_the_law() -> None:
    assert not step_limits(**FULL)
    assert step_limits(**{**FULL, "acceptance": "6个工作日"}) == ["T10@acceptance#long"]
    other = {"type": "other", "promised_limit": "30个工作日"}
    assert not step_limits(power=other, **{**FULL, "acceptance": "6个工作日"})


def test_a_step_on_every_way_has_a_limit() -> None:
    without = {name: limit for name, limit in FULL.items() if name != "review"}
    assert step_limits(**without) == ["T10@review#missing"]
    aside = "start acceptance hard? review decision end; hard? decision"
    assert not step_limits(aside, **without), "a way goes round it"
    assert not step_limits(), "a process without any limit is told by C06"


def test_a_public_notice_is_not_over_on_the_spot() -> None:
    ways = "start acceptance review public_notice decision end"
    assert step_limits(ways, **FULL, public_notice="当场") == ["T10@public_notice#zero"]
    assert not step_limits(ways, **{**FULL, "acceptance": "当场"}, public_notice="7个工作日")


def extended(post: str, **step: Any) -> list[str]:
    steps = {"more": {"name": "延期", **step}}
    leader = Post(id="boss", name="局长", level="chief")
    return keys(bureau(f"start review@a more@{post} decision@b end", leader, steps=steps), "T11")


def test_an_extension_is_approved_by_a_leader_and_told() -> None:
    assert extended("a") == ["T11@more#approver", "T11@more#told"]
    assert extended("deputy") == ["T11@more#told"]
    assert extended("boss", points="理由书面告知") == []
    assert extended("a", points="理由书面告知") == ["T11@more#approver"]


def test_only_the_time_of_the_procedure_is_extended() -> None:
    assert extended("a", name="责令停止延长工作时间") == []
    assert extended("a", name="延长有效期") == []
    assert extended("a", name="延长办理期限") == ["T11@more#approver", "T11@more#told"]


def test_hearing_what_a_party_pleads_may_be_over_on_the_spot() -> None:
    ways = "start acceptance review hearing decision end"
    power = {"promised_limit": "30个工作日"}
    for name, told in (("听证", True), ("听取陈述申辩", False)):
        steps = {**limits(**FULL, hearing="当场")}
        steps["hearing"]["name"] = name
        assert bool(keys(bureau(ways, power=power, steps=steps), "T10")) is told
