"""The page: whole, of one file, harmless, and short enough to be read."""

from html.parser import HTMLParser

from powerlist import api
from powerlist.model.register import Register
from powerlist.resources import data_folder
from powerlist.rules import Report
from powerlist.views.reports.comparison import Earlier, compare
from powerlist.views.reports.page import as_page
from powerlist.views.reports.sorting import unit_name
from tests.rules.reading import checked, read
from tests.views.reports.conftest import DAY

MESSY = data_folder() / "demo" / "messy.xls"
EVIL = "<script>alert(1)</script>'\\\"&amp;<img src=x onerror=alert(1)>"


class Balance(HTMLParser):
    """Whether every element that opens closes, and which there are."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """One opens."""
        self.seen.add(tag)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """The last one closes."""
        assert self.open.pop() == tag


def page(report: Report, register: Register) -> str:
    text = api.report_text(report, register, "html", "zh")
    assert Balance(text).open == []
    return text


def test_the_page_holds_every_finding_and_asks_nothing_of_the_net(report: Report, demo: Register) -> None:
    text = page(report, demo)
    assert "<script" not in text
    assert "http" not in text
    assert text.count('class="said"') == len(report.findings)
    assert "2026-01-01，至2027-01-01" in text


def test_names_are_text_and_never_marks() -> None:
    register = read(
        f'authority: {{name: "{EVIL}局"}}\nunits: [{{id: u, name: "{EVIL}股"}}]\n'
        f'powers: [{{id: w, name: "{EVIL}许可", type: licence, units: [u]}}]'
    )
    waiver = f'waivers: [{{code: L01, reason: "{EVIL}", approver: "{EVIL}", date: 2026-01-01}}]'
    report = checked(register, waivers=waiver)
    assert report.waived
    assert {"script", "img"}.isdisjoint(Balance(page(report, register)).seen)


def test_findings_of_one_rule_in_one_unit_stand_together() -> None:
    register = api.open_sources([str(MESSY)]).register
    report = checked(register, day=DAY)
    text = page(report, register)
    together = {(unit_name(one, "zh"), one.code) for one in report.findings}
    assert text.count("<article") == len(together) < len(report.findings)
    assert " · 必须改 · 2 处</h3>" in text


def test_each_unit_is_counted_and_can_be_gone_to(report: Report, demo: Register) -> None:
    text = page(report, demo)
    for number, unit in enumerate(dict.fromkeys(one.unit.name for one in report.findings if one.unit)):
        assert f'<a href="#u{number}">{unit}</a>' in text
        assert f'<h2 id="u{number}">{unit} ' in text


def test_a_reason_why_rules_were_not_checked_is_said_once() -> None:
    register = api.open_sources([str(MESSY)]).register
    text = page(checked(register, day=DAY), register)
    assert text.count("清单里没有流程，无法检查。") == 1
    assert "P02 决定可以绕过审核" in text
    assert "P01 流程走不通；" not in text  # it spoke


def test_what_changed_since_the_last_check_stands_in_it(report: Report, demo: Register) -> None:
    first = report.findings[0]
    gone = {"key": "A01@x", "code": "A01", "message": "旧<b>话"}
    found = compare(report, Earlier("2026-01-01", {first.key: {"key": first.key}, "A01@x": gone}))
    text = as_page(report, demo, list(api.rules()), "zh", found)
    assert f"新增 {len(report.findings) - 1}，已消除 1，不变 1。" in text
    assert "已消除 A01：旧&lt;b&gt;话" in text
