"""Findings as JUnit XML, which every build server draws: a rule is a test, a finding its failure."""

from xml.etree import ElementTree as xml

from powerlist.i18n import Lang, Text
from powerlist.rules import Finding, Report, Rule

_OFF = Text("没有检查：{why}", "not checked: {why}")
_BAD_XML = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])


def as_junit(report: Report, rules: list[Rule], lang: Lang) -> str:
    """One suite; a rule without findings passes, one that could not be checked is skipped."""
    by_rule: dict[str, list[Finding]] = {rule.code: [] for rule in rules}
    for finding in report.findings:
        by_rule.setdefault(finding.code, []).append(finding)
    titles = {rule.code: rule.title.of(lang) for rule in rules}
    why = {one.code: one.why.of(lang) for one in report.not_checked}
    cases = [case for code in by_rule for case in _cases(code, titles, by_rule[code], why, lang)]
    failures, skipped = len(report.findings), sum(case.find("skipped") is not None for case in cases)
    counts = {"tests": str(len(cases)), "failures": str(failures), "errors": "0", "skipped": str(skipped)}
    suite = xml.Element("testsuite", {"name": "powerlist", **counts, "time": "0"})
    suite.extend(cases)
    root = xml.Element("testsuites", {"name": "powerlist", **counts, "time": "0"})
    root.append(suite)
    xml.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + xml.tostring(root, encoding="unicode") + "\n"


def _cases(
    code: str, titles: dict[str, str], findings: list[Finding], why: dict[str, str], lang: Lang
) -> list[xml.Element]:
    name = f"{code} {titles.get(code, '')}".rstrip()
    if not findings:
        case = _case(name, "powerlist")
        if code in why:
            xml.SubElement(case, "skipped", {"message": _clean(_OFF.fill(why=why[code]).of(lang))})
        return [case]
    return [_failed(name, finding, lang) for finding in findings]


def _failed(name: str, finding: Finding, lang: Lang) -> xml.Element:
    case = _case(f"{name}：{finding.entity.title}", f"powerlist.{finding.code}")
    said = {"message": _clean(finding.message.of(lang)), "type": finding.severity.value}
    failure = xml.SubElement(case, "failure", said)
    place = str(finding.source) if finding.source else ""
    failure.text = _clean("\n".join(part for part in (place, finding.hint.of(lang), finding.key) if part))
    return case


def _case(name: str, group: str) -> xml.Element:
    return xml.Element("testcase", {"name": _clean(name), "classname": group, "time": "0"})


def _clean(text: str) -> str:
    """Without what XML 1.0 cannot hold."""
    return text.translate(_BAD_XML)
