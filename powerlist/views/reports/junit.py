"""Findings as JUnit XML, which every build server draws: a rule is a test, a finding its failure."""

from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree as xml

from powerlist.i18n import Lang, Text
from powerlist.rules import Finding, Report, Rule
from powerlist.views.reports.findings import waiver_said

_OFF = Text("没有检查：{why}", "not checked: {why}")
_BAD_XML = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF])


def as_junit(report: Report, rules: list[Rule], lang: Lang) -> str:
    """One suite: a rule without findings passes; what is waived is skipped, as is a rule not checked."""
    suite = xml.Element("testsuite")
    suite.extend(_cases(report, rules, lang))
    told = _told_apart(suite)
    failures, skipped = len(suite.findall("testcase/failure")), len(suite.findall("testcase/skipped"))
    counts = {"tests": str(told), "failures": str(failures), "errors": "0", "skipped": str(skipped)}
    root = xml.Element("testsuites")
    root.append(suite)
    for element in (root, suite):
        element.attrib.update({"name": "powerlist", **counts, "time": "0"})
    xml.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + xml.tostring(root, encoding="unicode") + "\n"


def _cases(report: Report, rules: list[Rule], lang: Lang) -> Iterator[xml.Element]:
    names = {rule.code: f"{rule.code} {rule.title.of(lang)}" for rule in rules}
    failed: dict[str, list[Finding]] = {rule.code: [] for rule in rules}
    for finding in report.findings:
        failed.setdefault(finding.code, []).append(finding)
    why = {one.code: one.why for one in report.not_checked}
    for code, found in failed.items():
        for finding in found:
            yield _failure(_case(finding, names), finding, lang)
        if not found:
            case = _element("testcase", name=names[code], classname="powerlist", time="0")
            if code in why:
                case.append(_element("skipped", message=_OFF.fill(why=why[code]).of(lang)))
            yield case
    for waived in report.waived:
        case = _case(waived.finding, names)
        said = waiver_said(waived.waiver, report.waiver_uses[waived.waiver], lang)
        case.append(_element("skipped", message=said))
        yield case


def _case(finding: Finding, names: dict[str, str]) -> xml.Element:
    name = f"{names.get(finding.code, finding.code)}：{finding.entity.title}"
    group = f"powerlist.{finding.code}"
    return _element("testcase", name=name, classname=group, time="0", key=finding.key)


def _failure(case: xml.Element, finding: Finding, lang: Lang) -> xml.Element:
    failure = _element("failure", message=finding.message.of(lang), type=finding.severity.value)
    place = str(finding.source) if finding.source else ""
    failure.text = _clean("\n".join(part for part in (place, finding.hint.of(lang), finding.key) if part))
    case.append(failure)
    return case


def _told_apart(suite: xml.Element) -> int:
    """Tests of one name get their keys behind it, as build servers take them for one; how many there are."""
    cases = suite.findall("testcase")
    often = Counter(case.get("name") for case in cases)
    for case in cases:
        name, key = case.get("name", ""), case.attrib.pop("key", "")
        if often[name] > 1:
            case.set("name", f"{name}（{key}）")
    return len(cases)


def _element(tag: str, **words: str) -> xml.Element:
    return xml.Element(tag, {name: _clean(word) for name, word in words.items()})


def _clean(text: str) -> str:
    """Without what XML 1.0 cannot hold."""
    return text.translate(_BAD_XML)
