"""Findings as a short letter: first what is missing as a whole, then unit by unit, one paragraph a rule."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from powerlist.i18n import Lang, Text
from powerlist.model.power import Power
from powerlist.model.process import Process
from powerlist.model.register import Register
from powerlist.rules import Finding, Report, Rule
from powerlist.views.reports.findings import totals, trail, waiver_lines

_SHOWN = 4  # places that a paragraph names; the others are counted
_HEAD = Text("{name}权责清单检查意见（{day}）", "Review of the list of {name} ({day})")
_WHOLE = Text("整份清单：", "The list as a whole:")
_UNIT = Text("{unit}（{count}处）：", "{unit} ({count}):")
_NOBODY = Text("还分不到科室的", "Not yet any unit's")
_ONE = Text("  {code} {said}{place}", "  {code} {said}{place}")
_PLACE = Text("（{place}）", " ({place})")
_MANY = Text("  {code} {title}，{count}处。{fix}", "  {code} {title}: {count}. {fix}")
_IN = Text("     {owner}：{places}{more}", "     {owner}: {places}{more}")
_MORE = Text("等{count}处", " and more, {count} in all")
_REST = Text("     另有{count}处。", "     {count} more.")
_FIX = Text("     {fix}", "     {fix}")
_SKIPPED = Text("没有检查的规则 {count} 条：", "Rules not checked: {count}:")
_REASON = Text("  {why}（{rules}）", "  {why} ({rules})")
_RULES = Text("{count}条", "{count} rules")
_OTHERS = Text("  另有{count}条，用 --format text 看原因。", "  {count} more; --format text says why.")
_REASONS = 6
_AND = Text("、", ", ")


def as_letter(report: Report, register: Register, rules: Sequence[Rule], lang: Lang) -> Iterator[str]:
    """The lines of the letter; every finding is in it, named or counted."""
    letter = _Letter(register, {rule.code: rule for rule in rules}, lang)
    yield _HEAD.fill(name=register.authority.name, day=report.as_of).of(lang)
    whole = [one for one in report.findings if one.entity.kind == "authority"]
    if whole:
        yield from ("", _WHOLE.of(lang))
        for finding in whole:
            yield from letter.single(finding)
    for unit, found in by_unit(report, lang):
        yield from ("", _UNIT.fill(unit=unit, count=len(found)).of(lang), *letter.paragraphs(found))
    yield ""
    yield from waiver_lines(report, lang)
    yield from _skipped(report, lang)
    yield from totals(report, lang)


def _skipped(report: Report, lang: Lang) -> Iterator[str]:
    """Why rules said nothing, the commonest reason first, with the number of rules or the one rule."""
    spoke = {one.code for one in report.findings}
    silent = [one for one in report.not_checked if one.code not in spoke]
    reasons: dict[str, list[str]] = {}
    for one in silent:
        reasons.setdefault(one.why.of(lang), []).append(one.code)
    ranked = sorted(reasons.items(), key=lambda item: -len(item[1]))
    if ranked:
        yield _SKIPPED.fill(count=len({one.code for one in silent})).of(lang)
    for why, codes in ranked[:_REASONS]:
        rules = codes[0] if len(codes) == 1 else _RULES.fill(count=len(codes)).of(lang)
        yield _REASON.fill(why=why, rules=rules).of(lang)
    if rest := sum(len(codes) for _, codes in ranked[_REASONS:]):
        yield _OTHERS.fill(count=rest).of(lang)


def by_unit(report: Report, lang: Lang) -> list[tuple[str, list[Finding]]]:
    """Units with their findings, in the order of the list; what is nobody's comes last."""
    units: dict[str, list[Finding]] = {}
    for finding in report.findings:
        if finding.entity.kind != "authority":
            units.setdefault(finding.unit.name if finding.unit else "", []).append(finding)
    nobodys = units.pop("", [])
    return [*units.items(), *([(_NOBODY.of(lang), nobodys)] if nobodys else [])]


@dataclass
class _Letter:
    """Paragraphs about the findings on one register."""

    register: Register
    rules: dict[str, Rule]
    lang: Lang

    def paragraphs(self, findings: list[Finding]) -> Iterator[str]:
        """One paragraph a rule, the gravest first."""
        groups: dict[str, list[Finding]] = {}
        for finding in sorted(findings, key=lambda one: -one.severity.weight):
            groups.setdefault(finding.code, []).append(finding)
        for code, found in groups.items():
            yield from self.single(found[0]) if len(found) == 1 else self._several(code, found)

    def single(self, finding: Finding) -> Iterator[str]:
        """The sentence, the place, the path and the cure."""
        source = finding.source
        place = _PLACE.fill(place=source) if source and finding.entity.kind != "authority" else ""
        yield _ONE.fill(code=finding.code, said=finding.message, place=place).of(self.lang)
        words = trail(finding, self.lang)
        if words and not all(one.title in finding.message.zh for one in finding.witness):
            yield f"     {words}"
        yield _FIX.fill(fix=finding.hint).of(self.lang)

    def _several(self, code: str, found: list[Finding]) -> Iterator[str]:
        rule = self.rules.get(code)
        title, fix = (rule.title, rule.fix) if rule else (found[0].message, found[0].hint)
        yield _MANY.fill(code=code, title=title, count=len(found), fix=fix).of(self.lang)
        owners: dict[str, list[Finding]] = {}
        for finding in found:
            owners.setdefault(self._owner(finding), []).append(finding)
        shown = _SHOWN + 1 if len(owners) == _SHOWN + 1 else _SHOWN  # the last one is named, not counted
        for owner, mine in list(owners.items())[:shown]:
            yield self._line(owner, mine)
        rest = sum(len(mine) for mine in list(owners.values())[shown:])
        if rest:
            yield _REST.fill(count=rest).of(self.lang)

    def _line(self, owner: str, found: list[Finding]) -> str:
        places = list(dict.fromkeys(str(one.source) if one.source else one.entity.title for one in found))
        more = _MORE.fill(count=len(found)) if len(found) > len(places[:_SHOWN]) else ""
        named = _AND.of(self.lang).join(places[:_SHOWN])
        return _IN.fill(owner=owner, places=named, more=more).of(self.lang)

    def _owner(self, finding: Finding) -> str:
        """The power or process that a thing belongs to, else the thing itself."""
        at = finding.entity
        while not isinstance(at, Power | Process) and (above := self.register.parent_of(at)):
            at = above
        return at.title
