"""The list with its chart, and one authority with its neighbours."""

from datetime import date
from typing import Any

import pytest

from powerlist.analysis.neighbours import Neighbours
from powerlist.formats.yaml_tree import read_yaml
from powerlist.model.basis import LegalBasis
from powerlist.model.codes import BasisRole, PowerType
from powerlist.model.duty import Duty
from powerlist.model.entity import State
from powerlist.model.organisation import Authority
from powerlist.model.power import Power
from powerlist.model.register import Register
from powerlist.practice import load
from powerlist.resources import data_folder
from powerlist.rules import check
from tests.rules.bureau import bureau, register
from tests.rules.reading import checked, keys

LINE = "start acceptance review decision delivery end"


def staged(ways: str, *stages: str, links: dict[str, str] | None = None, **power: Any) -> list[str]:
    """The findings of D05 where the list has these stages; `links` are duties (by stage) done in steps."""
    numbered = {stage: str(number) for number, stage in enumerate(stages, start=1)}
    duties = [Duty(id=f"d{s}", power="w", text=s, stage=s, number=number) for s, number in numbered.items()]
    steps = {step: {"duties": (f"d{stage}",)} for step, stage in (links or {}).items()}
    return keys(bureau(ways, *duties, power=power, steps=steps), "D05")


def test_the_same_stages_in_any_words_agree() -> None:
    assert not staged(LINE, "acceptance", "review", "decision", "delivery", "supervision", "other")
    assert not staged(LINE, "filing", "site_check", "decision", "disclosure")
    assert not staged(LINE.replace("review", "trial hearing"), "acceptance", "review", "decision", "delivery")


def test_a_stage_of_one_side_alone_is_told_by_its_name() -> None:
    assert staged(LINE, "acceptance", "review", "decision", "delivery", "public_notice") == ["D05@w#list"]
    assert staged(LINE, "acceptance", "review", "decision") == ["D05@w#flow"]
    duty = Duty(id="d", power="w", text="受理", stage="acceptance")
    notice = Duty(id="e", power="w", text="公示", stage="public_notice")
    two = checked(bureau(LINE, duty, notice), "D05").findings
    assert [finding.key for finding in two] == ["D05@w#flow", "D05@w#list"]
    assert "“审查”“决定”“送达”" in two[0].message.zh
    assert "清单有“公示”" in two[1].message.zh


def test_an_item_done_at_once_may_be_one_step() -> None:
    stages = ("acceptance", "review", "decision")
    assert staged("start service end", *stages)
    assert not staged("start service end", *stages, item_type="instant")


def test_linked_steps_leave_what_is_missing_to_other_rules() -> None:
    assert not staged(LINE, "acceptance", links={"acceptance": "acceptance"})


def test_a_step_that_does_the_duty_of_another_stage_is_told() -> None:
    links = {"acceptance": "acceptance", "decision": "review"}
    assert staged(LINE, "acceptance", "review", "decision", links=links) == ["D05@w#decision"]
    assert not staged(LINE, "acceptance", "review", links=links), "the list has no duty to decide"
    links = {"acceptance": "acceptance", "delivery": "acceptance"}
    assert not staged(LINE, "acceptance", "delivery", links=links), "a refusal is delivered, too"
    links = {"acceptance": "acceptance", "review": "site_check"}
    assert not staged(LINE, "acceptance", "site_check", links=links)


def test_the_order_is_told_where_the_chart_always_has_it_the_other_way() -> None:
    turned = ("acceptance", "decision", "review", "delivery")
    assert staged(LINE, *turned) == ["D05@w#decision-review"]
    numbered = [Duty(id=f"d{s}", power="w", text=s, stage=s, number=str(n)) for n, s in enumerate(turned)]
    assert keys(bureau(LINE, *reversed(numbered)), "D05"), "the numbers say the order, not the rows"
    fresh = [duty.with_(state=State.CONFIRMED) for duty in numbered]
    assert not keys(bureau(LINE, *fresh), "D05"), "drafted ones stand at the end"
    around = LINE + "; decision review"
    assert not staged(around, *turned), "a loop comes to both in either order"
    aside = LINE + "; acceptance decision"
    assert not staged(aside, *turned), "one may decide without a review"
    assert not staged(aside, "acceptance", "review", "decision", "delivery")


def neighbour(
    *bases: dict[str, Any], name: str = "乙局", power: str = "乙的职权", type: str = "penalty"
) -> Register:
    kind = PowerType(type)
    cited = [
        LegalBasis(**{"id": f"b{n}", "owner": "w", "instrument": "某法", **one})
        for n, one in enumerate(bases)
    ]
    listed = register(Power(id="w", name=power, type=kind), *cited)
    return listed.with_(Authority(id="authority", name=name))


OWN = neighbour({"article": 9, "paragraph": 2}, name="甲局", power="甲的职权")


def told(*beside: Register) -> list[str]:
    return keys(OWN, "D02", beside=beside)


def test_the_same_clause_of_two_bodies_is_told_with_both_names() -> None:
    other = neighbour({"article": 9, "paragraph": 2, "instrument": "中华人民共和国某法"})
    (finding,) = checked(OWN, "D02", beside=[other]).findings
    assert finding.key == "D02@w"
    assert all(name in finding.message.zh for name in ("甲的职权", "《某法》第9条第2款", "乙局“乙的职权”"))
    assert told(neighbour({"article": 9})) == ["D02@w"], "the whole article holds its paragraphs"


@pytest.mark.parametrize(
    "basis",
    [
        {"article": 9, "paragraph": 1},
        {"article": 8, "paragraph": 2},
        {"article": 9, "inserted": 1, "paragraph": 2},
        {"article": 9, "paragraph": 2, "instrument": "另一法"},
        {"article": 9, "paragraph": 2, "role": BasisRole.PROCEDURE},
        {"article": 9, "paragraph": 2, "role": BasisRole.ACCOUNTABILITY},
        {},
    ],
)
def test_other_clauses_and_other_roles_are_no_overlap(basis: dict[str, Any]) -> None:
    assert not told(neighbour(basis))


def test_a_law_on_how_to_act_gives_no_power() -> None:
    clause = {"article": 30, "instrument": "中华人民共和国行政许可法"}
    mine = neighbour(clause, name="甲局", power="甲的职权", type="licence")
    theirs = neighbour(clause, type="licence")
    assert not keys(mine, "D02", beside=[theirs])


def test_the_same_matter_a_service_and_the_own_list_are_no_overlap() -> None:
    clause = {"article": 9, "paragraph": 2}
    assert not told(neighbour(clause, power="甲的职权"))
    assert told(neighbour(clause, power="甲的职权", type="inspection")), "the same name as another type"
    assert not told(neighbour(clause, type="public_service"))
    assert not told(neighbour(clause, name="甲局")), "an older list of the same body"


def test_a_gone_power_of_a_neighbour_overlaps_with_nothing() -> None:
    other = neighbour({"article": 9, "paragraph": 2})
    gone = other["w"].with_(disposition="transfer")  # type: ignore[attr-defined]
    assert not told(other.with_(gone))


def test_a_general_clause_is_not_told() -> None:
    many = [neighbour({"article": 9, "paragraph": 2}, name=f"局{n}", power=f"职权{n}") for n in range(6)]
    assert told(*many[:5]) == ["D02@w"]
    assert not told(*many)
    powers = [Power(id=f"v{n}", name=f"职权{n}") for n in range(6)]
    bases = [LegalBasis(id=f"x{n}", owner=f"v{n}", instrument="某法", article=9) for n in range(6)]
    wide = register(*powers, *bases).with_(Authority(id="authority", name="丙局"))
    assert not told(wide)


def test_without_a_neighbour_it_is_said_that_nothing_was_compared() -> None:
    (skipped,) = checked(OWN, "D02").not_checked
    assert skipped.code == "D02"
    assert "其他单位" in skipped.why.zh


def test_many_registers_share_one_preparation_and_say_the_same() -> None:
    lists = [
        neighbour({"article": 9, "paragraph": n % 2 + 1}, name=f"局{n}", power=f"职权{n}") for n in range(4)
    ]
    day = date(2026, 1, 1)
    prepared = Neighbours.of(lists, day)
    for own in lists:
        together = check(own, load(), day, select=["D02"], neighbours=prepared)
        others = [one for one in lists if one is not own]
        assert together == check(own, load(), day, select=["D02"], neighbours=others)
        assert len(together.findings) == 1


def test_the_two_bureaus_that_ship_overlap_in_two_clauses_seen_from_either_side() -> None:
    demo = read_yaml([data_folder() / "demo" / "bureau"]).register
    medical = read_yaml([data_folder() / "neighbour" / "medical.yaml"]).register
    assert len(medical.powers) == 10
    assert keys(demo, "D02", beside=[medical]) == ["D02@DM0214008000", "D02@DM0314001000"]
    assert keys(medical, "D02", beside=[demo]) == ["D02@deceit", "D02@seal"]
