"""Findings as one HTML file: no script, nothing from the net, and fit for paper."""

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from powerlist.i18n import Lang, Text
from powerlist.model.register import Register
from powerlist.model.severity import Severity
from powerlist.rules import Finding, Report, Rule
from powerlist.views.reports.findings import SEVERITY, trail
from powerlist.views.reports.letter import by_unit
from powerlist.views.theme import SEVERITIES

_TITLE = Text("{name}权责清单检查报告", "Review of the power list of {name}")
_DAY = Text("检查基准日 {day}", "As of {day}")
_TOTAL = Text("共 {total} 个问题", "{total} findings")
_CLEAN = Text("没有发现问题。", "No findings.")
_WHOLE = Text("整份清单", "The list as a whole")
_COUNT = Text("{count} 处", "{count}")
_WAIVED = Text("已豁免", "Waived")
_WAIVER_HEAD = (Text("豁免", "Waiver"), Text("理由", "Reason"), Text("批准", "By"), Text("次数", "Used"))
_SKIPPED = Text("没有检查的规则", "Rules that were not checked")
_STYLE = Path(__file__).with_name("page.css")


def as_page(report: Report, register: Register, rules: Sequence[Rule], lang: Lang) -> str:
    """The whole page."""
    titles = {rule.code: rule.title.of(lang) for rule in rules}
    title = _TITLE.fill(name=register.authority.name).of(lang)
    body = [
        f"<h1>{escape(title)}</h1>",
        f'<p class="day">{_DAY.fill(day=report.as_of).of(lang)}</p>',
        *_sums(report, lang),
        *_sections(report, titles, lang),
        *_waivers(report, lang),
        *_skipped(report, titles, lang),
    ]
    return "\n".join([*_head(title, lang), *body, "</body></html>\n"])


def _head(title: str, lang: Lang) -> Iterator[str]:
    yield f'<!doctype html><html lang="{"zh-CN" if lang == "zh" else "en"}"><head><meta charset="utf-8">'
    yield f'<meta name="viewport" content="width=device-width"><title>{escape(title)}</title>'
    yield f"<style>{_STYLE.read_text(encoding='utf-8')}</style></head><body>"


def _sums(report: Report, lang: Lang) -> Iterator[str]:
    if not report.findings:
        yield f"<p>{_CLEAN.of(lang)}</p>"
        return
    found = report.summary.by_severity
    parts = [
        f"<li><b>{found[one]}</b>{escape(SEVERITY[one].of(lang))}</li>" for one in Severity if found.get(one)
    ]
    total = f"<li>{_TOTAL.fill(total=f'<b>{len(report.findings)}</b>').of(lang)}</li>"
    yield f'<ul class="sums">{total}{"".join(parts)}</ul>'


def _sections(report: Report, titles: dict[str, str], lang: Lang) -> Iterator[str]:
    whole = [one for one in report.findings if one.entity.kind == "authority"]
    for name, found in [(_WHOLE.of(lang), whole), *by_unit(report, lang)]:
        if found:
            count = _COUNT.fill(count=len(found)).of(lang)
            yield f"<h2>{escape(name)} <small>{count}</small></h2>"
            for finding in sorted(found, key=lambda one: -one.severity.weight):
                yield from _article(finding, titles, lang)


def _article(finding: Finding, titles: dict[str, str], lang: Lang) -> Iterator[str]:
    mark = SEVERITIES[finding.severity]
    named = f"{finding.code} {titles.get(finding.code, '')} · {mark.word.of(lang)}"
    yield f'<article style="border-color: {mark.colour}">'
    yield f'<p class="said">{escape(finding.message.of(lang))}</p>'
    words = trail(finding, lang)
    if words and not all(one.title in finding.message.zh for one in finding.witness):
        yield f'<p class="path">{escape(words)}</p>'
    yield f"<p>{escape(finding.hint.of(lang))}</p>"
    yield f'<p class="place"><span class="code">{escape(named)}</span>{escape(str(finding.source or ""))}</p>'
    yield "</article>"


def _waivers(report: Report, lang: Lang) -> Iterator[str]:
    if not report.waived:
        return
    yield f"<h2>{_WAIVED.of(lang)}</h2><table><tr>"
    yield "".join(f"<th>{head.of(lang)}</th>" for head in _WAIVER_HEAD) + "</tr>"
    for waiver, uses in report.waiver_uses.items():
        until = f" → {waiver.until}" if waiver.until else ""
        cells = (waiver.title, waiver.reason, f"{waiver.approver} {waiver.date}{until}", str(uses))
        yield "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"
    yield "</table>"


def _skipped(report: Report, titles: dict[str, str], lang: Lang) -> Iterator[str]:
    if report.not_checked:
        yield f"<h2>{_SKIPPED.of(lang)}</h2><table>"
        for one in report.not_checked:
            name = f"{one.code} {titles.get(one.code, '')}"
            yield f"<tr><td>{escape(name)}</td><td>{escape(one.why.of(lang))}</td></tr>"
        yield "</table>"
