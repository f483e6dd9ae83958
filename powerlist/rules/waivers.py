"""waivers.yaml: findings that somebody has accepted, for a reason and until a day.

waivers:
  - {key: A03@DM2014005000.fix-info, reason: 机构改革中, approver: 局长, date: 2026-10-08, until: 2026-12-31}
  - {code: L05, name: 职称*, reason: 部令待编号, approver: 法规审批股股长, date: 2026-10-08}
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path

import yaml

from powerlist.errors import InputError, InputErrors
from powerlist.formats.yaml_lines import Mapped, load_lines
from powerlist.i18n import Text
from powerlist.model.source import Source
from powerlist.rules.nearest import guess, listed
from powerlist.rules.rule import Finding, Registry, bare
from powerlist.rules.waiver import Waiver

_NEEDED = ("reason", "approver", "date")
_GIVEN = tuple(one.name for one in fields(Waiver) if one.name != "source")
_ORDER = ("key", "code", "name", "reason", "approver", "date", "until")
_KINDS = {"date": date, "until": date}
_NO_LIST = Text(
    "应有一栏“waivers”，下面每项一条豁免。", "it must hold a list “waivers”, one waiver an entry."
)
_UNKNOWN = Text("不认识“{word}”{guess}。可用：{known}。", "unknown field “{word}”{guess}; known: {known}.")
_MISSING = Text("这条豁免缺少“{word}”。", "this waiver lacks “{word}”.")
_WHAT = Text(
    "写明“key”（报告里的完整编号），或者“code”（可另加“name”）。",
    "say `key` (as the report has it), or `code` (and `name`, if you like).",
)
_DAY = Text("“{word}”应是日期，如2026-12-31。", "“{word}” must be a day such as 2026-12-31.")
_WORD = Text("“{word}”应是文字。", "“{word}” must be text.")
_KEY = Text(
    "“{word}”不是报告里的编号，应如 A03@DM2014005000.fix-info。",
    "“{word}” is no key of a report, such as A03@DM2014005000.fix-info.",
)
_NO_RULE = Text(
    "没有规则“{word}”{guess}。若是自己的规则，请同时用 --rules 给出它的文件。",
    "there is no rule “{word}”{guess}. If it is a rule of your own, name its file with --rules.",
)
_YEAR = Text("“{word}”的年份不对：{day}。", "“{word}” has an odd year: {day}.")
_BACKWARDS = Text(
    "“until”（{until}）早于“date”（{date}），这条豁免一天也不管用。",
    "`until` ({until}) is before `date` ({date}): the waiver is never in force.",
)
_YEARS = range(1950, 2101)


class _Dumper(yaml.SafeDumper):
    """Writes a day twice where two fields share it: what reads the file follows no reference."""

    def ignore_aliases(self, data: object) -> bool:
        """Every value is written out."""
        return True


@dataclass(frozen=True)
class Waived:
    """A finding that a waiver covers."""

    finding: Finding
    waiver: Waiver


def read_waivers(path: Path, rules: Registry | None = None) -> tuple[Waiver, ...]:
    """The waivers of a file. Raises InputErrors with every fault and its line.

    Where the `rules` of the place are given, a waiver for another rule is a fault too.
    """
    tree = load_lines(path, wanted=_NO_LIST)
    rows = [] if tree.get("waivers", 0) is None else tree.get("waivers")
    if set(tree) != {"waivers"} or not isinstance(rows, list) or not all(isinstance(r, Mapped) for r in rows):
        raise InputError(str(path), _NO_LIST)
    faults = [fault for row in rows for fault in _faults(path, row, rules)]
    if faults:
        raise InputErrors(faults)
    return tuple(Waiver(source=Source(str(path), "", f"L{row.line}"), **row) for row in rows)


def waivers_text(waivers: Iterable[Waiver]) -> str:
    """The file of these waivers, as `read_waivers` takes it."""
    rows = [{word: getattr(one, word) for word in _ORDER if getattr(one, word)} for one in waivers]
    return yaml.dump({"waivers": rows}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)


def apply(
    findings: Iterable[Finding], waivers: Sequence[Waiver], day: date
) -> tuple[list[Finding], list[Waived]]:
    """The findings that stand, and those that a waiver still in force covers (the first that fits)."""
    valid = [one for one in waivers if not one.expired(day)]
    by_key = {one.key: one for one in reversed(valid) if one.key}
    by_code: dict[str, list[Waiver]] = {}
    for one in valid:
        if one.code:
            by_code.setdefault(bare(one.code), []).append(one)
    stand: list[Finding] = []
    waived: list[Waived] = []
    for finding in findings:
        told = [one for word in (finding.code, finding.slug) for one in by_code.get(bare(word), ())]
        found = by_key.get(finding.key) or _by_name(finding, told)
        if found:
            waived.append(Waived(finding, found))
        else:
            stand.append(finding)
    return stand, waived


def _by_name(finding: Finding, waivers: list[Waiver]) -> Waiver | None:
    return next((one for one in waivers if fnmatchcase(finding.entity.title, one.name or "*")), None)


def _faults(path: Path, row: Mapped, rules: Registry | None) -> list[InputError]:
    found = [(word, _unknown(word)) for word in row if word not in _GIVEN]
    found += [(word, _MISSING.fill(word=word)) for word in _NEEDED if not row.get(word)]
    odd = [word for word in row if word in _GIVEN and type(row[word]) is not _KINDS.get(word, str)]
    found += [(word, (_DAY if word in _KINDS else _WORD).fill(word=word)) for word in odd]
    if bool(row.get("key")) is bool(row.get("code")):
        found.append(("key", _WHAT))
    elif not odd:
        found += [*_elsewhere(row, rules), *_days(row)]
    return [InputError(str(path), text, f"L{row.lines.get(word, row.line)}") for word, text in found]


def _elsewhere(row: Mapped, rules: Registry | None) -> Iterator[tuple[str, Text]]:
    """A rule that there is not."""
    word = "key" if row.get("key") else "code"
    code, at, _ = str(row[word]).partition("@")
    if word == "key" and not (code and at):
        yield word, _KEY.fill(word=row[word])
    elif rules and not rules.find(code):
        near = guess(code, [name for one in rules for name in (one.code, one.slug)])
        yield word, _NO_RULE.fill(word=code, guess=near)


def _days(row: Mapped) -> Iterator[tuple[str, Text]]:
    """Days that nobody can have meant."""
    given = {word: row[word] for word in _KINDS if row.get(word)}
    odd = {word: day for word, day in given.items() if day.year not in _YEARS}
    for word, day in odd.items():
        yield word, _YEAR.fill(word=word, day=day.isoformat())
    if not odd and "until" in given and given["until"] < given.get("date", given["until"]):
        yield "until", _BACKWARDS.fill(until=given["until"], date=given["date"])


def _unknown(word: str) -> Text:
    return _UNKNOWN.fill(word=word, guess=guess(word, _GIVEN), known=listed(_GIVEN))
