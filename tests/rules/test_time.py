"""Limits: promises against the law, and steps against promises."""

from typing import Any

import pytest

from powerlist.model.basis import LegalBasis
from powerlist.model.power import Power
from powerlist.rules.rule import Finding
from tests.rules.bureau import bureau
from tests.rules.reading import checked, keys


def limits(**days: str) -> dict[str, dict[str, Any]]:
    return {name: {"limit": limit} for name, limit in days.items()}


def late(ways: str, promise: str, steps: dict[str, dict[str, Any]], **power: Any) -> bool:
    return bool(keys(bureau(ways, power={"promised_limit": promise, **power}, steps=steps), "T03"))


LINE = "start acceptance review decision delivery end"


def test_a_promise_may_not_exceed_the_law() -> None:
    def told(promise: str, law: str) -> bool:
        power = {"promised_limit": promise, "statutory_limit": law}
        return bool(keys(bureau("start end", power=power), "T01"))

    assert told("21个工作日", "20个工作日")
    assert not told("20个工作日", "20个工作日")
    assert told("30个工作日", "30日")
    assert not told("20个工作日", "30日")
    assert not told("1个月", "30日")


def test_the_sum_of_the_steps_may_not_exceed_the_promise() -> None:
    steps = limits(acceptance="1个工作日", review="5个工作日", decision="2个工作日", delivery="10个工作日")
    assert not late(LINE, "8个工作日", steps)
    assert late(LINE, "7个工作日", steps)


def test_parallel_branches_take_as_long_as_the_longest() -> None:
    ways = "start acceptance split+ review join+ decision end; split+ site_check join+"
    steps = limits(review="5个工作日", site_check="4个工作日", decision="2个工作日")
    assert not late(ways, "7个工作日", steps)
    assert late(ways, "6个工作日", steps)


def test_the_longest_exclusive_branch_decides() -> None:
    ways = "start acceptance hard? review decision end; hard? expert_review decision"
    steps = limits(review="2个工作日", expert_review="9个工作日")
    assert late(ways, "8个工作日", steps)
    assert not late(ways, "9个工作日", steps)


def test_the_clock_stands_still_where_the_law_stops_it() -> None:
    steps = limits(review="5个工作日", hearing="20个工作日")
    assert late("start acceptance review hearing decision end", "8个工作日", steps)
    steps["hearing"] |= {"clock_stops": True, "name": "听证"}
    assert not late("start acceptance review hearing decision end", "8个工作日", steps)


def test_the_clock_runs_on_where_nothing_stops_it() -> None:
    steps = limits(review="5个工作日", public_notice="20个工作日")
    steps["public_notice"] |= {"clock_stops": True, "name": "公示"}
    assert late("start acceptance review public_notice decision end", "8个工作日", steps)


def test_correction_comes_before_the_clock_and_loops_count_once() -> None:
    ways = "start acceptance full? review ok? decision end; full? correction acceptance; ok? review"
    steps = limits(acceptance="1个工作日", correction="5个工作日", review="5个工作日", decision="2个工作日")
    assert not late(ways, "8个工作日", steps)
    assert late(ways, "7个工作日", steps)


def test_correction_on_the_way_forward_does_not_count_either() -> None:
    ways = "start acceptance full? review decision end; full? correction review"
    assert not late(ways, "8个工作日", limits(correction="5个工作日", review="5个工作日"))


def test_delivery_does_not_count_where_no_step_is_called_a_decision() -> None:
    steps = limits(review="5个工作日", delivery="10个工作日")
    assert not late("start acceptance review delivery end", "8个工作日", steps)
    assert late("start acceptance review delivery end", "4个工作日", steps)


def test_what_comes_before_acceptance_does_not_count() -> None:
    steps = limits(apply="30个工作日", review="5个工作日")
    assert not late("start apply acceptance review decision end", "8个工作日", steps)


def test_an_item_done_at_once_has_the_day() -> None:
    steps = limits(acceptance="10分钟", decision="30分钟")
    assert not late("start acceptance decision end", "当场", steps, item_type="instant")
    steps = limits(acceptance="1个工作日", decision="1个工作日")
    assert late("start acceptance decision end", "当场", steps, item_type="instant")


def test_without_a_promise_the_law_is_the_measure() -> None:
    ways = "start filing review decision execution end"
    steps = limits(review="91日", execution="300日")
    power = {"type": "penalty", "statutory_limit": "90日"}
    (finding,) = checked(bureau(ways, power=power, steps=steps), "T03").findings
    assert "法定时限90日" in finding.message.zh
    assert "91日" in finding.message.zh


def test_the_witness_is_the_longest_way_in_order() -> None:
    ways = "start acceptance split+ review join+ decision end; split+ site_check join+"
    steps = limits(review="5个工作日", site_check="40个工作日")
    (finding,) = checked(bureau(ways, power={"promised_limit": "8个工作日"}, steps=steps), "T03").findings
    assert [step.id for step in finding.witness] == [
        *("start", "acceptance", "split+", "site_check", "join+", "decision"),
    ]
    assert finding.key == "T03@p"


@pytest.mark.parametrize(
    ("ways", "days", "way"),
    [
        (
            "start acceptance more? decision end; more? site_check more?",
            9,
            "start acceptance more? site_check more? decision",
        ),
        (
            "start acceptance review good? decision end; good? site_check review",
            14,
            "start acceptance review good? site_check review good? decision",
        ),
        (
            "start acceptance review good? decision end; good? review",
            10,
            "start acceptance review good? decision",
        ),
        (
            "start acceptance review one? two? decision end; one? site_check review; two? site_check",
            14,
            "start acceptance review one? site_check review one? two? decision",
        ),
    ],
)
def test_a_loop_is_gone_round_once(ways: str, days: int, way: str) -> None:
    steps = limits(acceptance="3个工作日", review="5个工作日", site_check="4个工作日", decision="2个工作日")
    kept = {name: fields for name, fields in steps.items() if name in ways.split()}

    def told(promise: int) -> list[Finding]:
        power = {"promised_limit": f"{promise}个工作日"}
        return list(checked(bureau(ways, power=power, steps=kept), "T03").findings)

    assert not told(days)
    (finding,) = told(days - 1)
    assert f"最长路径需{days}个工作日" in finding.message.zh
    assert [thing.id for thing in finding.witness] == way.split()


def test_a_shared_process_is_measured_by_its_strictest_promise() -> None:
    strict = Power(id="v", name="加急事项", promised_limit="3个工作日")
    listed = bureau(
        LINE,
        strict,
        power={"promised_limit": "9个工作日"},
        process={"powers": ("w", "v")},
        steps=limits(review="5个工作日"),
    )
    (finding,) = checked(listed, "T03").findings
    assert "加急事项" in finding.message.zh


def stopped(name: str, *bases: LegalBasis) -> list[str]:
    return keys(
        bureau("start x decision end", *bases, steps={"x": {"name": name, "clock_stops": True}}), "T05"
    )


@pytest.mark.parametrize(
    "name", ["组织听证", "招标", "拍卖", "委托检验", "检测", "检疫", "伤残鉴定", "专家评审"]
)
def test_what_the_law_lists_may_stop_the_clock(name: str) -> None:
    assert not stopped(name)


@pytest.mark.parametrize("name", ["公示", "现场踏勘", "集体研究", "征求意见"])
def test_nothing_else_stops_it_without_a_clause_of_its_own(name: str) -> None:
    assert stopped(name) == ["T05@x"]
    cited = {"id": "b", "owner": "x", "instrument": "某法"}
    assert stopped(name, LegalBasis(**cited)) == ["T05@x"], "a title alone is no clause"
    assert not stopped(name, LegalBasis(article=20, **cited))
    licensing = {**cited, "instrument": "中华人民共和国行政许可法"}
    assert stopped(name, LegalBasis(article=45, **licensing)) == ["T05@x"], "the article does not list it"
    assert stopped(name, LegalBasis(article=42, **licensing)) == ["T05@x"], "no other article of it does"


def test_a_sum_longer_than_any_limit_is_still_told() -> None:
    for unit in ("分钟", "个工作日", "年"):
        steps = limits(review=f"100000{unit}", decision=f"100000{unit}")
        listed = bureau(LINE, power={"promised_limit": "20个工作日"}, steps=steps)
        assert keys(listed, "T03") == ["T03@p"], unit
