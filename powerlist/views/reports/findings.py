"""Findings as text in the manner of a linter, and as JSON."""

from collections.abc import Iterator
from typing import Any

from powerlist.i18n import Lang, Text
from powerlist.model.entity import Entity
from powerlist.model.process import Flow, Gateway, Step
from powerlist.model.register import Register
from powerlist.model.severity import Severity
from powerlist.rules import Finding, Report, Waiver
from powerlist.views.reports.sorting import counts_by_unit

SEVERITY: dict[Severity, Text] = {
    Severity.ERROR: Text("必须改", "error"),
    Severity.WARNING: Text("应核实", "warning"),
    Severity.INFO: Text("提示", "info"),
}
_TOTAL = Text("合计 {total} 个问题：{parts}。", "Findings: {total} ({parts}).")
_CLEAN = Text("没有发现问题。", "No findings.")
_UNIT = Text("按科室：{parts}。", "By unit: {parts}.")
_NOT_CHECKED = Text("未检查 {it.code}：{why}", "Not checked {it.code}: {why}")
_WAIVED = Text(
    "豁免 {it.title}：{it.reason}（{term}），用了 {uses} 次",
    "Waived {it.title}: {it.reason} ({term}), used {uses} times",
)
_TERM = Text("{it.approver}，{it.date}{until}", "{it.approver}, {it.date}{until}")
_UNTIL = Text("，至{day}", ", until {day}")
_FIX = Text("改法：", "Fix: ")
_PATH = Text("路径：", "Path: ")
_SEE = Text("涉及：", "See: ")
_MORE = Text("等{count}项", " and more, {count} in all")
_NAMED = 3


def as_text(report: Report, lang: Lang) -> Iterator[str]:
    """Place, code and sentence of each finding, how to mend it, then the totals."""
    for finding in report.findings:
        gravity = SEVERITY[finding.severity].of(lang)
        yield f"{_place(finding)} {finding.code} [{gravity}] {finding.message.of(lang)}"
        if words := trail(finding, lang):
            yield f"    {words}"
        yield f"    {_FIX.of(lang)}{finding.hint.of(lang)}"
    yield from waiver_lines(report, lang)
    for skipped in report.not_checked:
        yield _NOT_CHECKED.fill(it=skipped, why=skipped.why).of(lang)
    yield from totals(report, lang)


def trail(finding: Finding, lang: Lang) -> str:
    """What proves a finding, in a line: a path step by step, other things by name, of many the first."""
    titles = list(dict.fromkeys(one.title.rstrip("。；;.") for one in finding.witness))
    if not titles:
        return ""
    if len(finding.witness) > 1 and all(isinstance(one, Step | Gateway | Flow) for one in finding.witness):
        return f"{_PATH.of(lang)}{' → '.join(one.title for one in finding.witness)}"
    more = _MORE.fill(count=len(titles)).of(lang) if len(titles) > _NAMED else ""
    return f"{_SEE.of(lang)}{('、' if lang == 'zh' else ', ').join(titles[:_NAMED])}{more}"


def waiver_lines(report: Report, lang: Lang) -> Iterator[str]:
    """Each waiver that was used, with its reason and how many findings it covers."""
    for waiver, uses in report.waiver_uses.items():
        yield waiver_said(waiver, uses, lang)


def waiver_said(waiver: Waiver, uses: int, lang: Lang) -> str:
    """What is waived, why, by whom and until when, and how often it was used."""
    return _WAIVED.fill(it=waiver, uses=uses, term=waiver_term(waiver, lang)).of(lang)


def waiver_term(waiver: Waiver, lang: Lang) -> str:
    """By whom, on what day and until when."""
    until = _UNTIL.fill(day=waiver.until) if waiver.until else Text("", "")
    return _TERM.fill(it=waiver, until=until).of(lang)


def totals(report: Report, lang: Lang) -> Iterator[str]:
    """How many findings of each severity, and in which unit."""
    if not report.findings:
        yield _CLEAN.of(lang)
        return
    by_severity = report.summary.by_severity
    parts = [f"{SEVERITY[one].of(lang)} {by_severity[one]}" for one in Severity if by_severity.get(one)]
    yield _TOTAL.fill(total=len(report.findings), parts=_joined(parts, lang)).of(lang)
    units = [f"{unit} {count}" for unit, count in counts_by_unit(report, lang).items()]
    if units:
        yield _UNIT.fill(parts=_joined(units, lang)).of(lang)


def as_data(report: Report, register: Register, lang: Lang) -> dict[str, Any]:
    """The findings as plain data for other programs."""
    return {
        "as_of": report.as_of.isoformat(),
        "rules": list(report.asked),
        "findings": [_data(finding, register, lang) for finding in report.findings],
        "not_checked": [
            {"code": one.code, "slug": one.slug, "why": one.why.of(lang)} for one in report.not_checked
        ],
        "waived": [{"key": one.finding.key, **waiver_data(one.waiver)} for one in report.waived],
        "waivers": [
            {"what": waiver.title, **waiver_data(waiver), "uses": uses}
            for waiver, uses in report.waiver_uses.items()
        ],
        "summary": {
            "total": len(report.findings),
            "by_severity": {one.value: report.summary.by_severity.get(one, 0) for one in Severity},
            "by_unit": counts_by_unit(report, lang),
        },
    }


def waiver_data(waiver: Waiver) -> dict[str, str]:
    """Why something is accepted, by whom, since when and until when."""
    until = waiver.until.isoformat() if waiver.until else ""
    day = waiver.date.isoformat()
    return {"reason": waiver.reason, "approver": waiver.approver, "date": day, "until": until}


def _data(finding: Finding, register: Register, lang: Lang) -> dict[str, Any]:
    source = finding.source
    return {
        "key": finding.key,
        "code": finding.code,
        "slug": finding.slug,
        "severity": finding.severity.value,
        "message": finding.message.of(lang),
        "hint": finding.hint.of(lang),
        "entity": _entity(finding.entity),
        "source": {"file": source.file, "sheet": source.sheet, "cell": source.cell} if source else None,
        "witness": [_entity(step) for step in finding.witness],
    }


def _entity(entity: Entity) -> dict[str, str]:
    return {"kind": entity.kind, "id": entity.id, "name": entity.title}


def _place(finding: Finding) -> str:
    return str(finding.source) if finding.source else finding.entity.title


def _joined(parts: list[str], lang: Lang) -> str:
    return ("，" if lang == "zh" else ", ").join(parts)
