"""Findings in the order in which people read them: the list as a whole, what is common, unit by unit."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from powerlist.i18n import Lang, Text
from powerlist.rules import Finding, NotChecked, Report

WHOLE = Text("全单位", "The whole authority")
NOBODY = Text("未定科室", "No unit")
_UNITS, _FINDINGS = 3, 8  # a rule that meets so many units and things is common
T = TypeVar("T")
K = TypeVar("K")


def is_whole(finding: Finding) -> bool:
    """Whether a finding is about the list as a whole, and no unit's."""
    return finding.entity.kind == "authority"


def unit_name(finding: Finding, lang: Lang) -> str:
    """Whose a finding is: the whole authority's, a unit's, or nobody's yet."""
    if is_whole(finding):
        return WHOLE.of(lang)
    return finding.unit.name if finding.unit else NOBODY.of(lang)


def counts_by_unit(report: Report, lang: Lang) -> dict[str, int]:
    """How many findings each unit has, the most burdened first; after them what is no unit's."""
    counts: dict[str, int] = {}
    for finding in report.findings:
        name = unit_name(finding, lang)
        counts[name] = counts.get(name, 0) + 1
    last = (NOBODY.of(lang), WHOLE.of(lang))
    return dict(sorted(counts.items(), key=lambda one: (one[0] in last, -one[1], one[0])))


def by_unit(findings: Iterable[Finding], lang: Lang) -> dict[str, list[Finding]]:
    """Units with their findings, in the order of the list; what is nobody's comes last."""
    units = grouped((one for one in findings if not is_whole(one)), lambda one: unit_name(one, lang))
    nobodys = units.pop(NOBODY.of(lang), None)
    return {**units, **({NOBODY.of(lang): nobodys} if nobodys else {})}


def by_rule(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Rules with their findings, the gravest first."""
    return grouped(sorted(findings, key=lambda one: -one.severity.weight), lambda one: one.code)


def common(report: Report) -> dict[str, list[Finding]]:
    """The rules that many units offend against, with their findings."""
    found = by_rule(one for one in report.findings if not is_whole(one))
    return {
        code: mine
        for code, mine in found.items()
        if len(mine) >= _FINDINGS and len({one.unit.id for one in mine if one.unit}) >= _UNITS
    }


def reasons(report: Report) -> list[tuple[Text, list[NotChecked]]]:
    """Why rules said nothing, the commonest reason first; a rule that spoke elsewhere is not silent."""
    spoke = {one.code for one in report.findings}
    silent = [one for one in report.not_checked if one.code not in spoke]
    return sorted(grouped(silent, lambda one: one.why).items(), key=lambda item: -len(item[1]))


def grouped(things: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    """Things under their keys, in the order in which they come."""
    found: dict[K, list[T]] = {}
    for one in things:
        found.setdefault(key(one), []).append(one)
    return found
