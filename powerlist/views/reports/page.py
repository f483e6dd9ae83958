"""Findings as one HTML file: no script, nothing from the net, and fit for paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from powerlist.i18n import Lang, Text
from powerlist.model.register import Register
from powerlist.model.severity import Severity
from powerlist.rules import Finding, Report, Rule
from powerlist.views.reports.comparison import Comparison, gone_said, total_said
from powerlist.views.reports.findings import SEVERITY, trail, waiver_term
from powerlist.views.reports.places import Places, places_of
from powerlist.views.reports.sorting import WHOLE, by_rule, by_unit, is_whole, reasons
from powerlist.views.theme import SEVERITIES

_TITLE = Text("{name}权责清单检查报告", "Review of the power list of {name}")
_DAY = Text("检查基准日 {day}", "As of {day}")
_FILE = Text("清单文件 {name}", "The file {name}")
_TOTAL = Text("共 {total} 个问题", "{total} findings")
_CLEAN = Text("没有发现问题。", "No findings.")
_COUNT = Text("{count} 处", "{count}")
_UNITS = (Text("科室", "Unit"), Text("合计", "All"))
_WAIVED = Text("已豁免", "Waived")
_WAIVER_HEAD = (
    Text("豁免", "Waiver"),
    Text("理由", "Reason"),
    Text("批准人和日期", "By, and when"),
    Text("用了几次", "Used"),
)
_SKIPPED = Text("没有检查的规则", "Rules that were not checked")
_SINCE = Text("与上次检查相比", "Since the last check")
_NEW = Text("新增", "New")
_STYLE = Path(__file__).with_name("page.css")


def as_page(
    report: Report,
    register: Register,
    rules: Sequence[Rule],
    lang: Lang,
    compared: Comparison | None = None,
) -> str:
    """The whole page; with what changed since an earlier check, where there is one."""
    page = _Page(report, {rule.code: rule for rule in rules}, lang, places_of(report), compared)
    title = _TITLE.fill(name=register.authority.name).of(lang)
    return "\n".join([*_head(title, lang), *page.body(title), "</body></html>\n"])


def _head(title: str, lang: Lang) -> Iterator[str]:
    yield f'<!doctype html><html lang="{"zh-CN" if lang == "zh" else "en"}"><head><meta charset="utf-8">'
    yield f'<meta name="viewport" content="width=device-width"><title>{escape(title)}</title>'
    yield f"<style>{_STYLE.read_text(encoding='utf-8')}</style></head><body>"


@dataclass(frozen=True)
class _Page:
    """The parts of the page, from the title down."""

    report: Report
    rules: dict[str, Rule]
    lang: Lang
    places: Places
    compared: Comparison | None

    def body(self, title: str) -> Iterator[str]:
        """All parts."""
        day = [_DAY.fill(day=self.report.as_of).of(self.lang)]
        if self.places.name:
            day.append(_FILE.fill(name=self.places.name).of(self.lang))
        yield f'<h1>{escape(title)}</h1><p class="day">{escape(" · ".join(day))}</p>'
        yield from self._sums()
        whole = [one for one in self.report.findings if is_whole(one)]
        units = {
            **({WHOLE.of(self.lang): whole} if whole else {}),
            **by_unit(self.report.findings, self.lang),
        }
        if len(units) > 1:
            yield from self._contents(units)
        yield from self._since()
        for number, (name, found) in enumerate(units.items()):
            count = _COUNT.fill(count=len(found)).of(self.lang)
            yield f'<h2 id="u{number}">{escape(name)} <small>{count}</small></h2>'
            for code, mine in by_rule(found).items():
                yield from self._article(code, mine)
        yield from self._waivers()
        yield from self._skipped()

    def _sums(self) -> Iterator[str]:
        if not self.report.findings:
            yield f"<p>{_CLEAN.of(self.lang)}</p>"
            return
        found = self.report.summary.by_severity
        parts = [f"<li><b>{found[one]}</b>{self._word(one)}</li>" for one in Severity if found.get(one)]
        total = _TOTAL.fill(total=f"<b>{len(self.report.findings)}</b>").of(self.lang)
        yield f'<ul class="sums"><li>{total}</li>{"".join(parts)}</ul>'

    def _contents(self, units: dict[str, list[Finding]]) -> Iterator[str]:
        """How many of each severity a unit has, with a way to its part."""
        heads = [_UNITS[0].of(self.lang), *(self._word(one) for one in Severity), _UNITS[1].of(self.lang)]
        yield f'<table class="units"><tr>{"".join(f"<th>{one}</th>" for one in heads)}</tr>'
        for number, (name, found) in enumerate(units.items()):
            counts = [sum(one.severity is gravity for one in found) for gravity in Severity]
            cells = "".join(f"<td>{count or ''}</td>" for count in (*counts, len(found)))
            yield f'<tr><td><a href="#u{number}">{escape(name)}</a></td>{cells}</tr>'
        yield "</table>"

    def _article(self, code: str, found: list[Finding]) -> Iterator[str]:
        """One rule: its findings, and how to mend them."""
        gravity = found[0].severity
        named = (
            f'<span class="code">{escape(code)}</span> {escape(self._title(code))} · {self._word(gravity)}'
        )
        count = f" · {_COUNT.fill(count=len(found)).of(self.lang)}" if len(found) > 1 else ""
        yield f'<article style="border-color: {SEVERITIES[gravity].colour}"><h3>{named}{count}</h3><ul>'
        hints = {one.hint.of(self.lang) for one in found}
        for finding in found:
            yield from self._finding(finding, alone=len(hints) > 1)
        yield "</ul>"
        if len(hints) == 1:
            yield f'<p class="fix">{escape(hints.pop())}</p>'
        yield "</article>"

    def _finding(self, finding: Finding, *, alone: bool) -> Iterator[str]:
        """The sentence, the place and the path; with the cure, where each has its own."""
        place = self.places.of(finding.source)
        said = f'<span class="said">{escape(finding.message.of(self.lang))}</span>'
        yield f'<li>{said} <span class="place">{escape(place)}</span>'
        words = trail(finding, self.lang)
        if words and not all(one.title in finding.message.zh for one in finding.witness):
            yield f'<p class="path">{escape(words)}</p>'
        if alone:
            yield f'<p class="fix">{escape(finding.hint.of(self.lang))}</p>'
        yield "</li>"

    def _since(self) -> Iterator[str]:
        if self.compared is None:
            return
        yield f"<h2>{_SINCE.of(self.lang)}</h2><p>{escape(total_said(self.compared, self.lang))}</p><ul>"
        for one in self.compared.new:
            yield f"<li>{_NEW.of(self.lang)} {escape(f'{one.code} {one.message.of(self.lang)}')}</li>"
        for row in self.compared.gone:
            yield f"<li>{escape(gone_said(row, self.lang))}</li>"
        yield "</ul>"

    def _waivers(self) -> Iterator[str]:
        if not self.report.waived:
            return
        yield f"<h2>{_WAIVED.of(self.lang)}</h2><table><tr>"
        yield "".join(f"<th>{head.of(self.lang)}</th>" for head in _WAIVER_HEAD) + "</tr>"
        for waiver, uses in self.report.waiver_uses.items():
            cells = (waiver.title, waiver.reason, waiver_term(waiver, self.lang), str(uses))
            yield "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"
        yield "</table>"

    def _skipped(self) -> Iterator[str]:
        """Every rule that said nothing, under its reason."""
        found = reasons(self.report)
        if not found:
            return
        yield f'<h2>{_SKIPPED.of(self.lang)}</h2><table class="skipped">'
        for why, silent in found:
            titles = (f"{one.code} {self._title(one.code)}".rstrip() for one in silent)
            named = ("；" if self.lang == "zh" else "; ").join(titles)
            yield f"<tr><td>{escape(why.of(self.lang))}</td><td>{escape(named)}</td></tr>"
        yield "</table>"

    def _title(self, code: str) -> str:
        return self.rules[code].title.of(self.lang) if code in self.rules else ""

    def _word(self, gravity: Severity) -> str:
        return escape(SEVERITY[gravity].of(self.lang))
