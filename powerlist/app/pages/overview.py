"""总览: how the list stands, in numbers that lead to what they count."""

from collections import Counter

import streamlit as st

from powerlist import api
from powerlist.app import state
from powerlist.app.opened import WHOLE, Opened
from powerlist.app.parts import bureau, empty, moments
from powerlist.app.parts.figures import Number, Row, bars, matrix, tiles
from powerlist.app.parts.html import plain
from powerlist.app.parts.places import CHARTS, FINDINGS, POWERS, Place
from powerlist.app.parts.values import (
    NO_TYPE,
    NO_UNIT,
    UNRATED,
    capital,
    risk_name,
    severity_name,
    type_name,
    unit_name,
    unit_value,
)
from powerlist.i18n import Lang, Text
from powerlist.views import theme

_STANDS = Text("截至 {day}，共 {powers} 项在行使的职权。", "As of {day}: {powers} powers in force.")
_TOP_RULES = 8


def show(now: Opened, lang: Lang) -> None:
    """The whole page."""
    st.title(plain(now.title or moments.NO_NAME.of(lang)))
    day = now.report.as_of.isoformat()
    st.caption(_STANDS.fill(day=day, powers=now.numbers.running).of(lang))
    if not now.register.powers:
        empty.no_powers(lang)
        return
    tiles(headline(now, lang), "headline")
    left, right = st.columns(2, gap="large")
    with left:
        _heat_map(now, lang)
        st.subheader(Text("职权类型", "Types of power").of(lang))
        bars(types(now, lang), "types")
    with right:
        _findings(now, lang)
    bureau.show(now, lang)


def _heat_map(now: Opened, lang: Lang) -> None:
    st.subheader(Text("廉政风险：科室与等级", "Integrity risks: unit and level").of(lang))
    if not now.numbers.risks:
        empty.no_risks(lang)
        return
    head, rows = heat_map(now, lang)
    matrix(head, rows, "heat")


def _findings(now: Opened, lang: Lang) -> None:
    st.subheader(Text("问题：科室与严重程度", "Findings: unit and severity").of(lang))
    if not now.report.findings:
        empty.no_findings(lang)
        return
    head, rows = findings_by_unit(now, lang)
    matrix(head, rows, "units")
    st.subheader(Text("最多的问题", "Most frequent findings").of(lang))
    bars(top_rules(now, lang), "rules")


def headline(now: Opened, lang: Lang) -> list[Number]:
    """The tiles on top."""
    numbers = now.numbers
    gone = len(numbers.lines) - numbers.running
    said = Text(f"另有 {gone} 项不再行使", f"{gone} more no longer in force") if gone else Text("", "")
    return [
        _tile(Text("职权", "Powers"), numbers.running, Place(POWERS), said, lang),
        _tile(
            Text("未落实到岗位的责任", "Duties on no post"),
            numbers.unassigned,
            Place(POWERS, {"state": "unassigned"}),
            Text(f"共 {numbers.duties} 项责任", f"of {numbers.duties} duties"),
            lang,
            "error" if numbers.unassigned else "plain",
        ),
        *_gravities(now, lang),
        *_risk_and_promise(now, lang),
        _tile(
            Text("还没有流程的职权", "Powers without a process"),
            numbers.without_process,
            Place(POWERS, {"state": "no_process"}) if numbers.without_process else Place(CHARTS),
            Text(f"共 {numbers.processes} 个流程", f"{numbers.processes} processes drawn"),
            lang,
        ),
    ]


def _gravities(now: Opened, lang: Lang) -> list[Number]:
    counts = Counter(finding.severity for finding in now.report.findings)
    notes = {
        api.Severity.ERROR: Text("不改不能用", "must be mended"),
        api.Severity.WARNING: Text("请核对", "please verify"),
        api.Severity.INFO: Text("可以更好", "could be better"),
    }
    return [
        _tile(look.word, counts[one], Place(FINDINGS, {"severity": one.value}), notes[one], lang, one.value)
        for one, look in theme.SEVERITIES.items()
    ]


def _risk_and_promise(now: Opened, lang: Lang) -> list[Number]:
    ranks = Counter(risk.rank for risk in now.register.risks)
    promises = now.numbers.promises
    ratio = "—" if promises.ratio is None else f"{promises.ratio:.0%}"
    return [
        _tile(
            Text("高风险点", "High risk points"),
            ranks[3],
            Place(POWERS, {"risk": "3"}),
            Text(f"共 {len(now.register.risks)} 个风险点", f"of {len(now.register.risks)} risk points"),
            lang,
            "risk3",
        ),
        _tile(
            Text("承诺时限／法定时限", "Promised / statutory limit"),
            ratio,
            Place(POWERS, {"state": "promised"}),
            Text(f"{promises.counted} 项的平均值", f"mean of {promises.counted} powers"),
            lang,
        ),
    ]


def heat_map(now: Opened, lang: Lang) -> tuple[list[str], list[Row]]:
    """Units downward, levels of risk to the right."""
    risks = now.numbers.risks
    ranks: list[int | None] = [3, 2, 1, *([None] if any(rank is None for _, rank in risks) else [])]
    most = max(risks.values())
    rows = []
    for unit in (*(one.id for one in now.register.units), None):
        counts = [risks.get((unit, rank), 0) for rank in ranks]
        cells = [
            _cell(count, most, Place(POWERS, _asks(unit, rank)), f"risk{rank}" if rank else "quiet")
            for rank, count in zip(ranks, counts, strict=True)
        ]
        if any(counts):
            rows.append(Row(unit_name(now, unit_value(unit), lang), tuple(cells)))
    return [Text("科室", "Unit").of(lang), *(risk_name(str(r or UNRATED), lang) for r in ranks)], rows


def _asks(unit: str | None, rank: int | None) -> dict[str, str]:
    return {"risk": str(rank or UNRATED), "at": unit_value(unit)}


def findings_by_unit(now: Opened, lang: Lang) -> tuple[list[str], list[Row]]:
    """Units downward, severities to the right."""
    counts = {unit: Counter(finding.severity for finding in found) for unit, found in now.by_unit.items()}
    most = max(max(table.values()) for table in counts.values())
    rows = []
    for unit in (*(one.id for one in now.register.units), "", WHOLE):
        if unit in counts:
            name = unit or NO_UNIT
            cells = [
                _cell(
                    counts[unit][one], most, Place(FINDINGS, {"unit": name, "severity": one.value}), one.value
                )
                for one in api.Severity
            ]
            rows.append(Row(unit_name(now, name, lang), tuple(cells)))
    heads = [severity_name(one.value, lang) for one in api.Severity]
    return [Text("科室", "Unit").of(lang), *heads], rows


def types(now: Opened, lang: Lang) -> list[Number]:
    """How many powers of each type."""
    most = max(now.numbers.types.values(), default=1)
    found = []
    for type, count in now.numbers.types.items():
        name = type.value if type else NO_TYPE
        to = Place(POWERS, {"type": name})
        found.append(Number(str(count), to, type_name(name, lang), shade=count / most))
    return found


def top_rules(now: Opened, lang: Lang) -> list[Number]:
    """The rules that speak most often."""
    counts = Counter(finding.code for finding in now.report.findings)
    rules = {rule.code: rule for rule in api.rules()}
    most = counts.most_common(1)[0][1]
    found = []
    for code, count in sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:_TOP_RULES]:
        rule = rules[code]
        to = Place(FINDINGS, {"rule": code})
        label = f"{code} {rule.title.of(lang)}"
        found.append(Number(str(count), to, label, tone=rule.severity.value, shade=count / most))
    return found


def _tile(label: Text, value: int | str, to: Place, note: Text, lang: Lang, tone: str = "plain") -> Number:
    return Number(str(value), to, capital(label.of(lang)), note.of(lang), tone if value else "quiet")


def _cell(count: int, most: int, to: Place, tone: str) -> Number | None:
    return Number(str(count), to, tone=tone, shade=count / most) if count else None


if __name__ == "__main__":
    show(state.current(), state.lang())
