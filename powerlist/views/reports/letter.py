"""Findings as a short letter: what is missing as a whole, what is common, then unit by unit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from powerlist.i18n import Lang, Text
from powerlist.model.power import Power
from powerlist.model.process import Process
from powerlist.model.register import Register
from powerlist.model.source import Source
from powerlist.rules import Finding, Report, Rule
from powerlist.views.reports.findings import SEVERITY, totals, trail, waiver_lines
from powerlist.views.reports.places import Places, places_of
from powerlist.views.reports.sorting import (
    by_rule,
    by_unit,
    common,
    grouped,
    is_whole,
    reasons,
    unit_name,
)

_SHOWN = 4  # places that a paragraph names; the others are counted
_HEAD = Text("{name}权责清单检查意见（{day}）", "Review of the list of {name} ({day})")
_FILE = Text("清单文件：{name}", "The file: {name}")
_WHOLE = Text("整份清单：", "The list as a whole:")
_COMMON = Text("各科室普遍的问题：", "What is common among the units:")
_UNIT = Text("{unit}（{count}处）：", "{unit} ({count}):")
_BESIDE = Text(
    "{unit}（{count}处，其中普遍的问题{common}处）：", "{unit} ({count}, {common} of them common):"
)
_ONE = Text("  {code}（{gravity}）{said}{place}", "  {code} ({gravity}) {said}{place}")
_PLACE = Text("（{place}）", " ({place})")
_MANY = Text("  {code}（{gravity}）{title}，{count}处。{fix}", "  {code} ({gravity}) {title}: {count}. {fix}")
_IN = Text("     {owner}：{places}{more}", "     {owner}: {places}{more}")
_MORE = Text("等{count}处", " and more, {count} in all")
_REST = Text("     另有{count}处。", "     {count} more.")
_FIX = Text("     {fix}", "     {fix}")
_SKIPPED = Text("没有检查的规则 {count} 条：", "Rules not checked: {count}:")
_REASON = Text("  {why}（{rules}）", "  {why} ({rules})")
_RULES = Text("{count}条", "{count} rules")
_OTHERS = Text(
    "  另有{count}条，原因见网页报告（--format html）。", "  {count} more; the page (--format html) says why."
)
_REASONS = 6
_OTHER_UNITS = Text("     另有{count}处：{units}。", "     {count} more: {units}.")
_AND = Text("、", ", ")
_COMMA = Text("，", ", ")


def as_letter(report: Report, register: Register, rules: Sequence[Rule], lang: Lang) -> Iterator[str]:
    """The lines of the letter; every finding is in it, named or counted."""
    letter = _Letter(register, {rule.code: rule for rule in rules}, lang, places_of(report))
    shared = common(report)
    yield _HEAD.fill(name=register.authority.name, day=report.as_of).of(lang)
    if letter.places.name:
        yield _FILE.fill(name=letter.places.name).of(lang)
    if whole := [one for one in report.findings if is_whole(one)]:
        yield from ("", _WHOLE.of(lang))
        for finding in whole:
            yield from letter.single(finding)
    if shared:
        yield from ("", _COMMON.of(lang))
        for code, found in shared.items():
            yield from letter.shared(code, found)
    for unit, found in by_unit(report.findings, lang).items():
        yield from letter.of_unit(unit, found, shared)
    yield ""
    yield from waiver_lines(report, lang)
    yield from _skipped(report, lang)
    yield from totals(report, lang)


def _skipped(report: Report, lang: Lang) -> Iterator[str]:
    """Why rules said nothing, with the number of rules or the one rule."""
    ranked = reasons(report)
    if ranked:
        count = len({one.code for _, silent in ranked for one in silent})
        yield _SKIPPED.fill(count=count).of(lang)
    for why, silent in ranked[:_REASONS]:
        rules = silent[0].code if len(silent) == 1 else _RULES.fill(count=len(silent)).of(lang)
        yield _REASON.fill(why=why, rules=rules).of(lang)
    if rest := sum(len(silent) for _, silent in ranked[_REASONS:]):
        yield _OTHERS.fill(count=rest).of(lang)


def _shown(things: Sequence[object]) -> int:
    """How many are named; a last single one is named too, and not counted."""
    return _SHOWN + 1 if len(things) == _SHOWN + 1 else _SHOWN


@dataclass
class _Letter:
    """Paragraphs about the findings on one register."""

    register: Register
    rules: dict[str, Rule]
    lang: Lang
    places: Places

    def of_unit(self, unit: str, found: list[Finding], shared: dict[str, list[Finding]]) -> Iterator[str]:
        """One paragraph a rule; what is common has been said, and is counted only."""
        own = [one for one in found if one.code not in shared]
        if own:
            head = _BESIDE if len(own) < len(found) else _UNIT
            common = len(found) - len(own)
            yield from ("", head.fill(unit=unit, count=len(found), common=common).of(self.lang))
        for code, mine in by_rule(own).items():
            if len(mine) == 1:
                yield from self.single(mine[0])
            else:
                yield from self.several(code, mine)

    def single(self, finding: Finding) -> Iterator[str]:
        """The sentence, the place, the path and the cure."""
        where = self.places.of(finding.source)
        place = _PLACE.fill(place=where) if where and not is_whole(finding) else ""
        gravity = SEVERITY[finding.severity]
        yield _ONE.fill(code=finding.code, gravity=gravity, said=finding.message, place=place).of(self.lang)
        words = trail(finding, self.lang)
        if words and not all(one.title in finding.message.zh for one in finding.witness):
            yield f"     {words}"
        yield _FIX.fill(fix=finding.hint).of(self.lang)

    def shared(self, code: str, found: list[Finding]) -> Iterator[str]:
        """The rule, then unit by unit, the most burdened first; of many the others with their counts."""
        units = grouped(found, lambda one: unit_name(one, self.lang))
        ranked = sorted(units.items(), key=lambda one: -len(one[1]))
        yield self._head(code, found)
        for unit, mine in ranked[: _shown(ranked)]:
            yield self._line(unit, mine)
        left = ranked[_shown(ranked) :]
        if others := [f"{unit} {len(mine)}" for unit, mine in left]:
            rest = sum(len(mine) for _, mine in left)
            yield _OTHER_UNITS.fill(count=rest, units=_COMMA.of(self.lang).join(others)).of(self.lang)

    def several(self, code: str, found: list[Finding]) -> Iterator[str]:
        """The rule and how often, then the first of the things that it is about, with places."""
        owners = list(grouped(found, self._owner).items())
        yield self._head(code, found)
        for owner, mine in owners[: _shown(owners)]:
            yield self._line(owner, mine)
        if rest := sum(len(mine) for _, mine in owners[_shown(owners) :]):
            yield _REST.fill(count=rest).of(self.lang)

    def _head(self, code: str, found: list[Finding]) -> str:
        rule, gravity = self.rules.get(code), SEVERITY[found[0].severity]
        title, fix = (rule.title, rule.fix) if rule else (found[0].message, found[0].hint)
        return _MANY.fill(code=code, gravity=gravity, title=title, count=len(found), fix=fix).of(self.lang)

    def _line(self, owner: str, found: list[Finding]) -> str:
        comma = _AND.of(self.lang)
        places = list(dict.fromkeys(one.source or one.entity.title for one in found))[:_SHOWN]
        more = _MORE.fill(count=len(found)) if len(found) > len(places) else ""
        read = [one for one in places if isinstance(one, Source)]
        other = [one for one in places if isinstance(one, str)]
        named = comma.join(part for part in (self.places.several(read, comma), *other) if part)
        return _IN.fill(owner=owner, places=named, more=more).of(self.lang)

    def _owner(self, finding: Finding) -> str:
        """The power or process that a thing belongs to, else the thing itself."""
        at = finding.entity
        while not isinstance(at, Power | Process) and (above := self.register.parent_of(at)):
            at = above
        return at.title
