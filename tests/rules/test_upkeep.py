"""Risk points follow the process of today, promises follow the risks of today, drafts are told once."""

from datetime import date
from typing import Any

from powerlist.analysis.review import flow_fingerprint, risks_fingerprint
from powerlist.graph import PowerGraph
from powerlist.model.codes import ProcessStatus
from powerlist.model.duty import Duty
from powerlist.model.entity import Entity, State
from powerlist.model.organisation import Holding, Person, Post, Unit
from powerlist.model.oversight import Pledge, ResponsibilityLetter
from powerlist.model.power import Power
from powerlist.model.process import Process, Step
from powerlist.model.register import Register
from powerlist.model.risk import Rating, RiskPoint
from tests.rules.bureau import bureau, register
from tests.rules.reading import checked, keys

LINE = "start acceptance@window review@staff decision@head end"


def risk(id: str = "r", step: str = "review", **fields: Any) -> RiskPoint:
    return RiskPoint(id=id, step=step, event=f"风险{id}", **{"inherent": Rating(rank=3), **fields})


def reviewed(listed: Register) -> Register:
    """The list with its risks reviewed against the process as it stands."""
    graph = PowerGraph(listed)
    now = flow_fingerprint(graph, graph.processes[0])
    return listed.with_(*(one.with_(reviewed_against=now) for one in listed.risks))


def test_a_changed_flow_asks_for_a_new_review_once_a_process() -> None:
    listed = reviewed(bureau(LINE, risk(), risk("q", "decision")))
    assert not keys(listed, "R08")
    renamed = listed.with_(listed["review"].with_(name="复核"))  # type: ignore[attr-defined]
    (finding,) = checked(renamed, "R08").findings
    assert finding.key == "R08@p#changed"
    assert len(finding.witness) == 2
    less = listed.without(["acceptance>review"])
    assert keys(less, "R08") == ["R08@p#changed"]


def test_other_powers_names_and_ratings_are_no_change_of_the_flow() -> None:
    listed = reviewed(bureau(LINE, risk(), Power(id="v", name="乙")))
    process = listed["p"].with_(powers=("w", "v"), name="共用流程")  # type: ignore[attr-defined]
    lower = listed["r"].with_(inherent=Rating(rank=1))  # type: ignore[attr-defined]
    assert not keys(listed.with_(process, lower), "R08")


def test_a_risk_never_reviewed_against_a_version_is_not_judged() -> None:
    assert not keys(bureau(LINE, risk()), "R08")


def test_a_risk_at_no_step_is_told_unless_the_step_waits_as_a_draft() -> None:
    assert keys(bureau(LINE, risk(step="nowhere")), "R08") == ["R08@r"]
    listed = bureau(LINE, risk())
    assert not keys(listed.with_(listed["review"].with_(state=State.DRAFTED)), "R08")  # type: ignore[attr-defined]
    assert keys(bureau(LINE, risk(step="r")), "R08") == ["R08@r"], "a risk at itself"
    gone = Power(id="g", name="旧", disposition="cancel")
    assert not keys(bureau(LINE, gone, risk(step="nowhere", power="g")), "R08")


def former(*more: Entity) -> list[str]:
    old = Process(id="old", name="原流程", powers=("w",), status=ProcessStatus.FORMER)
    step = Step(id="olds", process="old", name="旧审查")
    return keys(bureau(LINE, old, step, *more), "R08")


def test_risks_that_stayed_on_the_former_process_are_told_where_the_new_one_has_none() -> None:
    assert former(risk(step="olds"), risk("q", "olds")) == ["R08@old#former"]
    assert not former(risk(step="olds"), risk("q"))
    assert not former()


DAY_SIGNED = date(2025, 3, 16)


def signing(*papers: Entity, post: str = "staff") -> list[str]:
    ways = LINE.replace("@staff", f"@{post}")
    other = Pledge(id="o", post="window", risks=(), signed_on=DAY_SIGNED)
    above = ResponsibilityLetter(id="ol", superior="head", subordinate="window")
    return keys(bureau(ways, risk(), other, above, *papers), "R09")


def pledge(**fields: Any) -> Pledge:
    return Pledge(id="pl", post=fields.pop("post", "staff"), **{"signed_on": DAY_SIGNED, **fields})


def letter(**fields: Any) -> ResponsibilityLetter:
    return ResponsibilityLetter(
        id="le", superior="head", subordinate="staff", **{"signed_on": DAY_SIGNED, **fields}
    )


def test_a_post_with_a_high_risk_signs_a_pledge_and_a_letter() -> None:
    assert signing() == ["R09@staff#letter", "R09@staff#pledge"]
    assert signing(pledge()) == ["R09@staff#letter"]
    assert not signing(pledge(), letter())
    assert not signing(pledge(risks=("r",)), letter(risks=("r",)))


def test_unsigned_late_and_partial_paper_is_not_enough() -> None:
    for bad in ({"signed_on": None}, {"signed_on": date(2026, 5, 1)}, {"risks": ("q",)}):
        assert signing(pledge(**bad), letter()) == ["R09@staff#pledge"]
        assert signing(pledge(), letter(**bad)) == ["R09@staff#letter"]


def test_paper_signed_for_other_words_is_outdated() -> None:
    assert signing(pledge(risks=("r",), fingerprint="x"), letter()) == ["R09@staff#pledge"]
    assert not signing(pledge(risks=("r",), fingerprint=risks_fingerprint([risk()])), letter())


def test_paper_binds_who_signed_it_and_not_who_came_later() -> None:
    def held(*since: date | None) -> list[str]:
        holders = [
            Person(id=f"n{n}", name="甲", holdings=(Holding(post="staff", valid_from=day),))
            for n, day in enumerate(since)
        ]
        return signing(pledge(), letter(), *holders)

    assert not held(date(2024, 1, 1))
    assert held(date(2025, 9, 1)) == ["R09@staff#letter", "R09@staff#pledge"]
    assert not held(date(2025, 9, 1), date(2024, 1, 1)), "one of two signed it"
    assert not held(date(2025, 9, 1), None), "nobody knows since when"


def test_the_head_has_nobody_above_to_sign_to() -> None:
    assert signing(post="chief") == ["R09@chief#pledge"]


def test_only_the_kinds_that_a_list_holds_are_owed_and_none_at_all_is_one_finding() -> None:
    assert keys(bureau(LINE, risk(), pledge(post="window")), "R09") == ["R09@staff#pledge"]
    (finding,) = checked(bureau(LINE, risk(), risk("q", "decision")), "R09").findings
    assert finding.key == "R09@authority"
    assert finding.message.zh.startswith("2个高风险岗位")


def test_vacant_posts_and_lower_risks_owe_no_paper() -> None:
    empty = Post(id="staff", name="空岗", holders=0)
    assert not keys(bureau(LINE, empty, risk(), pledge(post="window")), "R09")
    low = risk(inherent=Rating(rank=2))
    assert not keys(bureau(LINE, low, pledge(post="window")), "R09")


def test_drafts_are_one_finding_a_unit_and_one_for_what_is_nobodys() -> None:
    units = (Unit(id="u", name="甲股"), Unit(id="v", name="乙股"), Unit(id="x", name="丙股"))
    powers = [Power(id=f"w{u.id}", name=u.name, units=(u.id,)) for u in units]
    fresh = [
        Duty(id=f"d{n}", power=power, text="责任", state=State.DRAFTED)
        for n, power in enumerate(["wu", "wu", "wv"])
    ]
    lost = Post(id="lost", name="无科室的岗", state=State.DRAFTED)
    report = checked(register(*units, *powers, *fresh, lost), "N01")
    said = {finding.key: finding.message.zh for finding in report.findings}
    assert said == {
        "N01@authority": "“示例局”有1项草稿等待确认。",
        "N01@u": "“甲股”有2项草稿等待确认。",
        "N01@v": "“乙股”有1项草稿等待确认。",
    }
    assert not keys(register(*units, *powers), "N01")
