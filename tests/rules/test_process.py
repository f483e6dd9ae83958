"""Processes: what cannot be walked, what bypasses a review, what is drawn unclearly, what never ends."""

from powerlist.model.power import Power
from powerlist.model.risk import Rating, RiskPoint
from tests.rules.bureau import bureau
from tests.rules.reading import checked, keys


def witness(ways: str, code: str) -> list[str]:
    (finding,) = checked(bureau(ways), code).findings
    return [thing.id for thing in finding.witness]


SOUND = "start acceptance full? review decision end; full? correction acceptance"


def test_a_sound_process_is_left_alone() -> None:
    assert not keys(bureau(SOUND), "P01", "P02", "P06")


def test_without_a_start_or_an_end() -> None:
    assert keys(bureau("acceptance review end"), "P01") == ["P01@p#no-start"]
    assert keys(bureau("start acceptance review"), "P01") == ["P01@p#no-end"]


def test_two_starts_are_one_too_many_and_two_ends_are_fine() -> None:
    assert keys(bureau("start review end; start2 review end2"), "P01") == ["P01@p#several-starts"]
    assert not keys(bureau("start review full? end; full? end2"), "P01")


def test_a_process_without_steps_is_one_finding() -> None:
    assert keys(bureau("start end", process={"id": "q"}), "P01") == ["P01@q#no-steps"]


def test_a_region_out_of_reach_is_told_once_at_its_entry() -> None:
    ways = "start review end; lost hearing archive end"
    assert keys(bureau(ways), "P01") == ["P01@lost#unreachable"]
    assert witness(ways, "P01") == ["lost", "hearing", "archive"]


def test_a_circle_out_of_reach_is_told_once_wherever_it_is_written_first() -> None:
    for circle in ("x y x; y after end", "y x y; y after end", "after end; y x y after"):
        assert keys(bureau(f"start review end; {circle}"), "P01") == ["P01@x#unreachable"]


def test_a_dead_end_shows_the_way_to_it() -> None:
    ways = "start acceptance full? review end; full? refuse"
    assert keys(bureau(ways), "P01") == ["P01@refuse#dead-end"]
    assert witness(ways, "P01") == ["start", "acceptance", "full?", "refuse"]


def test_the_way_round_the_review_is_shown_in_order() -> None:
    ways = "start acceptance known? review decision end; known? decision"
    assert keys(bureau(ways), "P02") == ["P02@decision"]
    assert witness(ways, "P02") == ["start", "acceptance", "known?", "decision"]


def test_the_hint_names_the_fewest_arrows_to_change() -> None:
    ways = "start acceptance known? review decision end; known? decision"
    (finding,) = checked(bureau(ways), "P02").findings
    assert "只要改“known? → decision”，就绕不过去" in finding.hint.zh


def test_a_review_on_a_parallel_branch_is_no_way_round() -> None:
    assert not keys(bureau("start split+ review join+ decision end; split+ expert_review join+"), "P02")


def test_deliberation_and_legal_review_are_reviews() -> None:
    for review in ("review", "legal_review", "deliberation", "report"):
        assert not keys(bureau(f"start acceptance {review} decision end"), "P02")


def test_only_the_first_decision_on_a_way_is_told() -> None:
    assert keys(bureau("start acceptance decision decision2 end"), "P02") == ["P02@decision"]
    both = "start acceptance pass? decision end; pass? decision2 end"
    assert keys(bureau(both), "P02") == ["P02@decision", "P02@decision2"]


def test_examination_is_no_review() -> None:
    assert keys(bureau("start acceptance site_check decision end"), "P02") == ["P02@decision"]


def test_where_no_review_is_owed_none_is_missed() -> None:
    ways = "start acceptance decision end"
    for type in ("public_service", "internal", "inspection", "compulsion", "other"):
        assert not keys(bureau(ways, power={"type": type}), "P02")
    for type in ("licence", "penalty", "payment", "levy", "confirmation", "reward", "adjudication"):
        assert keys(bureau(ways, power={"type": type}), "P02") == ["P02@decision"]


def test_the_simplified_procedure_is_exempt() -> None:
    ways = "start inform decision end"
    penalty = {"type": "penalty"}
    assert keys(bureau(ways, power=penalty), "P02")
    for variant in ("简易程序", "告知承诺办理"):
        assert not keys(bureau(ways, power=penalty, process={"variant": variant}), "P02")
    assert keys(bureau(ways, power=penalty, process={"variant": "一般程序"}), "P02")
    assert not keys(bureau(ways, power=penalty, process={"name": "行政处罚流程（简易程序）"}), "P02")


def test_an_item_done_at_once_is_exempt_while_its_risks_are_low() -> None:
    def with_risk(rank: int) -> list[str]:
        risk = RiskPoint(id="r", step="decision", event="漏记", inherent=Rating(rank=rank))
        return keys(bureau("start acceptance decision end", risk, power={"item_type": "instant"}), "P02")

    assert not with_risk(1)
    assert with_risk(2) == ["P02@decision"]


def test_exits_are_labelled_and_differ() -> None:
    bare = {"full?>end2": {"condition": ""}}
    same = {"full?>end": {"condition": "是"}, "full?>end2": {"condition": " 是 "}}
    ways = "start full? end; full? end2"
    assert not keys(bureau(ways), "P06")
    assert keys(bureau(ways, flows=bare), "P06") == ["P06@full?"]
    assert keys(bureau(ways, flows=same), "P06") == ["P06@full?"]


def test_one_exit_is_no_decision_unless_several_ways_join_there() -> None:
    assert keys(bureau("start full? end"), "P06") == ["P06@full?"]
    assert not keys(bureau("start a? b join? end; a? c join?"), "P06")


def test_parallel_bars_need_no_labels() -> None:
    assert not keys(bureau("start split+ a join+ end; split+ b join+"), "P06")


def test_a_loop_without_a_way_out_shows_itself() -> None:
    ways = "start a review b a; start? end; start start?"
    assert keys(bureau(ways), "P07") == ["P07@a#endless"]
    assert witness(ways, "P07") == ["a", "review", "b", "a"]
    assert not keys(bureau(ways), "P01"), "the loop is told once"


def test_a_loop_has_one_key_wherever_it_is_written_first() -> None:
    for ways in ("start a b c a", "b c; c a; start a b", "c a b c; start a"):
        assert keys(bureau(ways + "; start end"), "P07") == ["P07@a#endless"]


def test_a_correction_loop_must_inform_once() -> None:
    once = {"full?>correction": {"informs_once": True}}
    assert keys(bureau(SOUND), "P07") == ["P07@correction#correction"]
    assert not keys(bureau(SOUND, flows=once), "P07")
    assert not keys(bureau("start acceptance review ok? decision end; ok? acceptance"), "P07")


def test_a_shared_process_is_told_once() -> None:
    others = [Power(id=f"w{n}", name=f"职权{n}", type="licence") for n in range(3)]
    shared = {"powers": ("w", "w0", "w1", "w2")}
    assert keys(bureau("start decision end", *others, process=shared), "P02") == ["P02@decision"]


def test_former_and_proposed_processes_and_those_of_gone_powers_are_left_alone() -> None:
    for status in ("former", "proposed"):
        assert not keys(bureau("a b", process={"status": status}), "P01")
    assert not keys(bureau("a b", power={"disposition": "cancel"}), "P01")


def test_turning_away_or_ending_is_no_decision_on_the_merits() -> None:
    ways = "start acceptance full? review decision end; full? decision2 end"
    assert keys(bureau(ways), "P02") == ["P02@decision2"]
    for name in ("作出不予受理决定", "终止办理决定", "退回申请"):
        assert not keys(bureau(ways, steps={"decision2": {"name": name}}), "P02")


def test_a_correction_is_bounded_by_what_the_chart_says() -> None:
    ways = "start acceptance full? review decision end; full? correction acceptance"
    assert keys(bureau(ways), "P07") == ["P07@correction#correction"]
    for fields in (
        {"name": "一次性告知补正"},
        {"points": "五日内一次告知全部内容"},
        {"documents": ("一次性告知书",)},
    ):
        assert not keys(bureau(ways, steps={"correction": fields}), "P07")
    assert not keys(bureau(ways, flows={"full?>correction": {"condition": "不齐全，一次性告知"}}), "P07")
    elsewhere = {"review": {"points": "一次性告知"}}
    assert keys(bureau(ways, steps=elsewhere), "P07"), "the words stand outside the loop"
