"""What is wrong at a cell, as a comment on it: short enough to be read in its box."""

import re
from collections.abc import Iterable
from typing import Any
from unicodedata import east_asian_width

from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from powerlist.i18n import Lang, Text
from powerlist.rules import Finding
from powerlist.views.reports.sorting import by_rule
from powerlist.views.theme import SEVERITIES

_AUTHOR = "powerlist"
_MARK = Text("【检查意见】", "[Findings]")
_MORE = Text("还有{count}处，见第一张表。", "{count} more on the first sheet.")
_SAID, _LONG = 12, 240  # sentences in a comment, and letters of one: a box does not scroll
_EARLIER = 8_000  # letters that are kept of what stood there; a comment holds 32,767
_WIDTH, _LINE, _EDGE, _LETTERS = 420, 16, 24, 64  # pixels; narrow letters in a line
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write(cell: Any, found: list[Finding], lang: Lang) -> None:
    """Put the findings on a cell, below what somebody else has noted there."""
    earlier = f"{cell.comment.text[:_EARLIER]}\n\n" if cell.comment else ""
    text = _REFUSED.sub("", f"{earlier}{_MARK.of(lang)}\n{_said(found, lang)}")
    lines = sum(1 + _columns(line) // _LETTERS for line in text.splitlines())
    cell.comment = Comment(text, _AUTHOR, width=_WIDTH, height=_EDGE + _LINE * lines)


def _said(found: list[Finding], lang: Lang) -> str:
    """Rule by rule: the sentences, and below them the cure."""
    lines: list[str] = []
    for code, mine in by_rule(found[:_SAID]).items():
        lead = f"{code} {SEVERITIES[mine[0].severity].word.of(lang)}"
        if len(mine) == 1:
            lines.append(f"{lead} {_short(mine[0].message.of(lang))}")
        else:
            lines += [lead, *(f"{n}. {_short(one.message.of(lang))}" for n, one in enumerate(mine, 1))]
        lines += [f"→ {hint}" for hint in dict.fromkeys(_short(one.hint.of(lang)) for one in mine)]
    if len(found) > _SAID:
        lines.append(_MORE.fill(count=len(found) - _SAID).of(lang))
    return "\n".join(lines)


def _short(text: str) -> str:
    return text if len(text) <= _LONG else f"{text[:_LONG]}…"


def _columns(line: str) -> int:
    """The width of a line in narrow letters."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in line)


def forget(page: Any) -> None:
    """Take out the comments that an earlier check wrote on a sheet, and their colour."""
    for cell in [one for one in page._cells.values() if one.comment]:  # no cell is made by looking
        kept = _without_ours(cell.comment.text, (_MARK.zh, _MARK.en))
        if cell.comment.author != _AUTHOR or kept is None:
            continue
        cell.comment = Comment(kept, "") if kept else None
        if cell.fill.fgColor.rgb in _tints():
            cell.fill = PatternFill()


def _without_ours(text: str, marks: Iterable[str]) -> str | None:
    """What somebody else has noted; None where nothing of ours stands there."""
    at = max(text.find(mark) for mark in marks)
    return text[:at].rstrip() if at >= 0 else None


def _tints() -> set[str]:
    return {f"00{pale(look.colour)}" for look in SEVERITIES.values()}


def pale(colour: str) -> str:
    """A pale shade of a colour (#rrggbb), so that the text stays readable."""
    parts = (int(colour.lstrip("#")[at : at + 2], 16) for at in (0, 2, 4))
    return "".join(f"{255 - (255 - part) // 5:02X}" for part in parts)
