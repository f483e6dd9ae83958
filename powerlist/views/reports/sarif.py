"""Findings as SARIF 2.1.0 (OASIS, 2020), for CI and review tools: a path that proves one is its codeFlow."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from powerlist import __version__
from powerlist.i18n import Lang, Text
from powerlist.model.entity import Entity
from powerlist.model.register import Register
from powerlist.model.severity import Severity
from powerlist.model.source import Source
from powerlist.rules import Finding, Report, Rule, Waived
from powerlist.views.reports.comparison import Comparison
from powerlist.views.reports.findings import waiver_said, waiver_term

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LINE = re.compile(r"L([1-9]\d*)")
_WHY = Text("{reason}（{term}）", "{reason} ({term})")
_CELL = re.compile(r"([A-Z]{1,3})([1-9]\d*)")


def as_sarif(
    report: Report,
    register: Register,
    rules: list[Rule],
    lang: Lang,
    compared: Comparison | None = None,
    sources: Iterable[str] = (),
) -> dict[str, Any]:
    """One run; waived findings stand in it as suppressed, and beside an earlier check each as new or not.

    `sources` are the files and folders that were checked: a workbook is named by its path, as review tools
    look for it, and not by its name alone.
    """
    writer = _Writer(register, {rule.code: place for place, rule in enumerate(rules)}, _paths(sources), lang)
    results = [writer.result(one) for one in report.findings]
    if compared:
        new = {one.key for one in compared.new}
        for one, result in zip(report.findings, results, strict=True):
            result["baselineState"] = "new" if one.key in new else "unchanged"
    results += [writer.suppressed(one) for one in report.waived]
    driver = {
        "name": "powerlist",
        "semanticVersion": __version__,
        "rules": [_descriptor(rule, lang) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "language": "zh-CN" if lang == "zh" else "en-US",
        "columnKind": "unicodeCodePoints",
        "results": results,
        "properties": {
            "asOf": report.as_of.isoformat(),
            "notChecked": [{"code": one.code, "why": one.why.of(lang)} for one in report.not_checked],
            "waivers": [waiver_said(waiver, uses, lang) for waiver, uses in report.waiver_uses.items()],
        },
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _descriptor(rule: Rule, lang: Lang) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.slug.split("-")),
        "shortDescription": {"text": rule.title.of(lang)},
        "fullDescription": {"text": rule.why.of(lang)},
        "help": {"text": rule.fix.of(lang)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [one.text.of(lang) for one in rule.reviewers]},
    }


@dataclass(frozen=True)
class _Writer:
    """`rules` are the places of the rules in the run, `paths` those of files that are known by name."""

    register: Register
    rules: Mapping[str, int]
    paths: Mapping[str, str]
    lang: Lang

    def result(self, finding: Finding) -> dict[str, Any]:
        """What is wrong, where, and the path that proves it."""
        said = f"{finding.message.of(self.lang)} {finding.hint.of(self.lang)}"
        result: dict[str, Any] = {
            "ruleId": finding.code,
            "level": _LEVELS[finding.severity],
            "message": {"text": said},
            "locations": [self._location(finding.entity, finding.source)],
            "partialFingerprints": {"powerlistKey/v1": finding.key},
        }
        if finding.code in self.rules:
            result["ruleIndex"] = self.rules[finding.code]
        if finding.witness:
            found = [(one, self.register.source_of(one)) for one in finding.witness]
            steps = [{"location": self._location(one, source)} for one, source in found]
            result["codeFlows"] = [{"threadFlows": [{"locations": steps}]}]
        return result

    def suppressed(self, waived: Waived) -> dict[str, Any]:
        """The same, with why it was accepted."""
        term = waiver_term(waived.waiver, self.lang)
        why = _WHY.fill(reason=waived.waiver.reason, term=term).of(self.lang)
        kept = {"kind": "external", "status": "accepted", "justification": why}
        return {**self.result(waived.finding), "suppressions": [kept]}

    def _location(self, entity: Entity, source: Source | None) -> dict[str, Any]:
        """Where it stands: a line of a text file, a row and column of a workbook, its sheet in words."""
        place = " ".join(part for part in (source.sheet, source.cell) if part) if source else ""
        named = {"name": entity.title, "fullyQualifiedName": entity.id, "kind": entity.kind}
        found: dict[str, Any] = {"logicalLocations": [named], "message": {"text": place or entity.title}}
        if source:
            file = self.paths.get(source.file, source.file)
            physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(file)}}
            if region := _region(source):
                physical["region"] = region
            found["physicalLocation"] = physical
        return found


def _paths(sources: Iterable[str]) -> dict[str, str]:
    """The path of each file of the sources whose name no other has."""
    given = [Path(one) for one in sources]
    files = [file for one in given for file in (one.rglob("*") if one.is_dir() else [one]) if file.is_file()]
    often = Counter(file.name for file in files)
    return {file.name: str(file) for file in files if often[file.name] == 1}


def _region(source: Source) -> dict[str, int]:
    """A line; of a cell, its row and column, since review tools drop what has no line."""
    if not source.sheet:
        line = _LINE.fullmatch(source.cell)
        return {"startLine": int(line[1])} if line else {}
    if not (cell := _CELL.fullmatch(source.cell)):
        return {}
    column = sum((ord(letter) - 64) * 26**power for power, letter in enumerate(reversed(cell[1])))
    return {"startLine": int(cell[2]), "startColumn": column}


def _uri(file: str) -> str:
    """A file's name as a reference: letters of every language are escaped, a drive or root is absolute."""
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
