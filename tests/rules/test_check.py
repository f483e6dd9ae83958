"""The run: choosing rules, layers, drafts, days, crashes, order, places and totals."""

from collections.abc import Iterator
from datetime import date

import pytest

from powerlist.errors import UsageError
from powerlist.formats.yaml_tree import read_yaml
from powerlist.i18n import Text
from powerlist.model.basis import LegalBasis
from powerlist.model.duty import Assignment, Duty
from powerlist.model.entity import State
from powerlist.model.organisation import Post, Unit
from powerlist.model.power import Power
from powerlist.model.register import Register
from powerlist.model.severity import Severity
from powerlist.model.source import Origin, Source
from powerlist.practice import load
from powerlist.resources import data_folder
from powerlist.rules import RULES, Case, Hit, check
from powerlist.rules.rule import Registry, Rule
from tests.rules.bureau import bureau, register
from tests.rules.reading import DAY, checked, keys

BARE = bureau("start acceptance decision", Unit(id="u", name="审批股"), power={"units": ("u",)})


def codes(register: Register, **choice: list[str]) -> set[str]:
    report = check(register, load(), DAY, **choice)  # type: ignore[arg-type]
    return {finding.code for finding in report.findings} | {one.code for one in report.not_checked}


def test_rules_are_chosen_by_code_prefix_and_slug() -> None:
    every = codes(BARE)
    assert {"P01", "P02", "C03"} <= every
    for word in ("P01", "p-01", "process-that-cannot-be-walked", "PROCESS_THAT_CANNOT_BE_WALKED"):
        assert codes(BARE, select=[word]) == {"P01"}
    assert codes(BARE, select=["p"]) == {code for code in every if code.startswith("P")}
    assert codes(BARE, select=["P"], ignore=["p02"]) == codes(BARE, select=["P"]) - {"P02"}
    assert codes(BARE, ignore=["P", "C03"]) == {c for c in every if c != "C03" and not c.startswith("P")}
    assert not codes(BARE, select=["P01"], ignore=["P"])


@pytest.mark.parametrize(
    ("word", "meant"), [("A0l", "A01"), ("duty-without-pots", "duty-without-post"), ("xyz", ""), ("", "")]
)
def test_an_unknown_word_is_refused_with_the_nearest_one(word: str, meant: str) -> None:
    for choice in ({"select": [word]}, {"ignore": [word]}):
        with pytest.raises(UsageError) as error:
            codes(BARE, **choice)
        assert word in error.value.text.zh
        assert meant in error.value.text.zh
        assert ("是不是" in error.value.text.zh) == bool(meant)


def test_an_empty_list_is_silent_about_things_but_says_what_was_not_checked() -> None:
    report = checked(register())
    assert not report.findings
    assert {"A01", "C03", "C04", "L01", "P01", "R02", "S01"} <= {one.code for one in report.not_checked}


def test_a_list_of_names_is_one_finding_a_layer() -> None:
    names = [Power(id=f"w{n}", name=f"职权{n}", type="licence") for n in range(500)]
    report = checked(register(*names))
    told = {finding.key: finding.message.zh for finding in report.findings}
    assert set(told) == {f"{code}@authority" for code in ("B03", "C03", "C04", "L01", "P01", "R02")}
    assert all(sentence.startswith("500项职权") for sentence in told.values())
    assert all(finding.entity.kind == "authority" for finding in report.findings)


def test_why_a_rule_was_not_checked_names_the_broadest_gap() -> None:
    report = checked(register(Power(id="w", name="职权"), Duty(id="d", power="w", text="责任")), "S01", "A02")
    whys = {one.code: one.why.zh for one in report.not_checked}
    assert "流程" in whys["S01"]
    assert "岗位" in whys["A02"]


def test_what_is_only_drafted_satisfies_no_rule() -> None:
    duty = Duty(id="d", power="w", text="责任")
    other = Duty(id="e", power="w", text="另一项")
    fixed = Assignment(id="b", duty="e", post="p")
    draft = Assignment(id="a", duty="d", post="p", state=State.DRAFTED)
    base = (Power(id="w", name="职权"), Post(id="p", name="岗"), duty, other, fixed)
    assert keys(register(*base, draft), "A01") == ["A01@d"]
    assert not keys(register(*base, draft.with_(state=State.CONFIRMED)), "A01")
    assert not keys(register(*base, draft.with_(state=State.STATED)), "A01")


def test_a_drafted_thing_is_not_judged_nor_what_hangs_on_it() -> None:
    draft = Power(id="w", name="职权", state=State.DRAFTED)
    assert keys(register(draft)) == ["N01@authority"]
    duty, basis = Duty(id="d", power="w", text="责任"), LegalBasis(id="b", owner="d", instrument="某法")
    assert keys(register(draft, duty, basis)) == ["N01@authority"]


def test_a_check_is_made_as_of_a_day() -> None:
    listed = register(
        Power(id="w", name="职权", valid_from=date(2026, 1, 1), valid_to=date(2026, 12, 31)),
        Power(id="v", name="乙"),
        Duty(id="d", power="v", text="责任"),
    )
    for day, told in ((date(2025, 12, 31), []), (date(2026, 12, 31), ["C03@w"]), (date(2027, 1, 1), [])):
        assert keys(listed, "C03", day=day) == told


def rule(code: str, body: object) -> Rule:
    words = {name: Text("坏规则{it.title}", "bad rule {it.title}") for name in ("why", "fix", "message")}
    return Rule(code, code.lower(), Severity.INFO, title=Text("坏", "bad"), check=body, **words)  # type: ignore[arg-type]


def test_a_rule_that_crashes_is_one_finding_and_the_run_goes_on() -> None:
    def halfway(case: Case) -> Iterator[Hit]:
        yield Hit(case.graph.powers[0])
        raise ZeroDivisionError

    def speechless(case: Case) -> Iterator[Hit]:
        yield Hit(case.graph.powers[0])

    rules = Registry()
    rules.add(rule("Z01", halfway))
    rules.add(
        Rule("Z02", "z02", Severity.INFO, *(Text("{nothing}", "{nothing}"),) * 4, check=speechless)  # type: ignore[misc]
    )
    for one in RULES:
        rules.add(one)
    report = check(BARE, load(), DAY, rules=rules)
    broken = [finding for finding in report.findings if finding.code.startswith("Z")]
    assert [finding.key for finding in broken] == ["Z01@authority#crash", "Z02@w#crash"]
    assert "Z01" in broken[0].message.zh
    assert "ZeroDivisionError" in broken[0].message.zh
    assert all(finding.severity is Severity.ERROR for finding in broken)
    rest = [finding for finding in report.findings if finding not in broken]
    assert rest == list(checked(BARE).findings)


def test_a_crash_in_a_required_rule_does_not_silence_the_other() -> None:
    def crash(case: Case) -> Iterator[Hit]:
        raise RuntimeError
        yield

    def power(case: Case) -> Iterator[Hit]:
        yield from map(Hit, case.graph.powers)

    rules = Registry()
    rules.add(rule("Z01", crash))
    second = rule("Z02", power)
    rules.add(Rule(**{**vars(second), "requires": ("Z01",)}))
    report = check(BARE, load(), DAY, rules=rules)
    assert {finding.key for finding in report.findings} == {"Z01@authority#crash", "Z02@w"}


def test_findings_follow_the_list_power_by_power() -> None:
    powers = [Power(id=id, name=id, type="licence", units=("u",)) for id in "cab"]
    duties = [Duty(id=f"{id}.d", power=id, text="责任", stage="review") for id in "ba"]
    post = Post(id="p", name="空岗", unit="u", holders=0, reports_to="p0")
    done = Assignment(id="x", duty="b.d", post="p")
    listed = register(Unit(id="u", name="股"), *powers, *duties, post, done)
    told = keys(listed, "A", "C02", "C03")
    assert told == ["A04@p", "C03@c", "C02@a", "A01@a.d", "C02@b"]


def test_the_same_list_gives_the_same_report() -> None:
    demo = data_folder() / "demo" / "bureau"
    first, second = (check(read_yaml([demo]).register, load(), DAY) for _ in range(2))
    assert first == second
    assert len({finding.key for finding in first.findings}) == len(first.findings) > 20


def test_a_finding_says_the_cell_of_its_field() -> None:
    power = {"promised_limit": "30个工作日", "statutory_limit": "20个工作日"}
    cells = {
        ("w", ""): Origin(Source("清单.xls", "许可", "A5")),
        ("w", "promised_limit"): Origin(Source("清单.xls", "许可", "H5")),
    }
    listed = bureau("start end", power=power).with_(origins=cells)
    (late,) = checked(listed, "T01").findings
    assert str(late.source) == "清单.xls:许可!H5"
    (bare,) = checked(
        listed.with_(Power(id="v", name="乙"), Duty(id="d", power="v", text="责任")), "C03"
    ).findings
    assert str(bare.source) == "清单.xls:许可!A5"


def test_totals_by_severity_and_by_unit() -> None:
    units = [Unit(id="u", name="审批股"), Unit(id="x", name="就业股")]
    powers = [
        Power(id=f"w{n}", name=f"职权{n}", units=(unit,) if unit else ())
        for n, unit in enumerate(["x", "u", "u", ""])
    ]
    report = checked(
        register(*units, *powers, Power(id="v", name="v"), Duty(id="d", power="v", text="t")), "C03"
    )
    assert report.summary.by_severity == {Severity.ERROR: 4, Severity.WARNING: 0, Severity.INFO: 0}
    assert list(report.summary.by_unit.items()) == [("审批股", 2), ("就业股", 1), ("未定", 1)]
