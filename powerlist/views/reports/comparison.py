"""This check beside an earlier one: what is new, what is gone, what is as it was."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from powerlist.errors import NO_FILE, InputError
from powerlist.i18n import Lang, Text
from powerlist.rules import Finding, Report

_TOTAL = Text(
    "与上次（{day}）相比：新增 {new}，已消除 {gone}，不变 {same}。",
    "Since {day}: {new} new, {gone} gone, {same} unchanged.",
)
_NEW = Text("新增 {code} {place}：{said}", "new {code} {place}: {said}")
_GONE = Text("已消除 {code}：{said}", "gone {code}: {said}")
_NOT_OURS = Text(
    "不是 powerlist check --format json 写出的结果。",
    "this was not written by `powerlist check --format json`.",
)


@dataclass(frozen=True)
class Earlier:
    """An earlier report: its day, and what each finding said, by key."""

    as_of: str
    findings: dict[str, dict[str, Any]]
    asked: frozenset[str] | None = None  # the rules that ran then; None where it was not noted


@dataclass(frozen=True)
class Comparison:
    """New findings, the earlier ones that are gone (as they were told then), and those in both."""

    day: str
    new: tuple[Finding, ...]
    gone: tuple[dict[str, Any], ...]
    unchanged: tuple[Finding, ...]


def read_earlier(path: Path) -> Earlier:
    """The report that an earlier check wrote as JSON. Raises InputError for anything else."""
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
        found = {str(one["key"]): dict(one) for one in data["findings"]}
        return Earlier(str(data["as_of"]), found, frozenset(data["rules"]) if "rules" in data else None)
    except FileNotFoundError as error:
        raise InputError(str(path), NO_FILE) from error
    except (ValueError, KeyError, TypeError, OSError) as error:
        raise InputError(str(path), _NOT_OURS) from error


def compare(report: Report, earlier: Earlier) -> Comparison:
    """What changed since, of the rules that ran both times; what a waiver now covers counts as gone."""
    now, then = {one.key for one in report.findings}, earlier.asked
    return Comparison(
        day=earlier.as_of,
        new=tuple(
            one
            for one in report.findings
            if one.key not in earlier.findings and (then is None or one.code in then)
        ),
        gone=tuple(
            one
            for key, one in earlier.findings.items()
            if key not in now and (not report.asked or one.get("code") in report.asked)
        ),
        unchanged=tuple(one for one in report.findings if one.key in earlier.findings),
    )


def comparison_text(found: Comparison, lang: Lang) -> Iterator[str]:
    """The new ones, the ones that are gone, and the totals."""
    for one in found.new:
        place = one.source or one.entity.title
        yield _NEW.fill(code=one.code, place=place, said=one.message.of(lang)).of(lang)
    for row in found.gone:
        yield gone_said(row, lang)
    yield total_said(found, lang)


def gone_said(row: Mapping[str, Any], lang: Lang) -> str:
    """An earlier finding that is gone, in the words that it was told in then."""
    said = row.get(f"message_{lang}") or row.get("message", "")
    return _GONE.fill(code=row.get("code", ""), said=said).of(lang)


def total_said(found: Comparison, lang: Lang) -> str:
    """How many are new, gone and as they were."""
    counts = {"new": len(found.new), "gone": len(found.gone), "same": len(found.unchanged)}
    return _TOTAL.fill(day=found.day, **counts).of(lang)


def comparison_data(found: Comparison) -> dict[str, Any]:
    """The keys of each kind."""
    return {
        "day": found.day,
        "new": [one.key for one in found.new],
        "gone": [row["key"] for row in found.gone],
        "unchanged": [one.key for one in found.unchanged],
    }
