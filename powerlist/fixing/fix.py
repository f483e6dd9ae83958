"""One fix: a cell, what stands in it, and what will stand there."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from powerlist.i18n import Lang, Text
from powerlist.model.codes import Named
from powerlist.model.source import Source

_LINE = Text("{source} {kind}：{before} → {after}", "{source} {kind}: {before} → {after}")
_TOTAL = Text("共 {count} 处：{parts}。", "{count} in all: {parts}.")
_NONE = Text("没有可以自动改的地方。", "There is nothing to fix by itself.")
_SHOWN = 60  # letters of a cell that the difference shows


class FixKind(Named):
    """What can be put right without asking."""

    SPACES = "spaces", "多余的空格和换行", "Stray spaces and breaks"
    BRACKETS = "brackets", "残缺的书名号", "Damaged title marks"
    STAGES = "stages", "环节的名称", "Names of stages"
    NUMBERS = "numbers", "序号", "Numbers"


@dataclass(frozen=True)
class CellFix:
    """`before` is the whole text of the cell, `after` what replaces it."""

    kind: FixKind
    source: Source
    before: str
    after: str


def fixes_text(fixes: Iterable[CellFix], lang: Lang) -> Iterator[str]:
    """The difference, a cell a line, and the totals."""
    found = list(fixes)
    for fix in found:
        shown = {"before": _visible(fix.before, fix.after), "after": _visible(fix.after, fix.before)}
        yield _LINE.fill(source=fix.source, kind=fix.kind.text, **shown).of(lang)
    if not found:
        yield _NONE.of(lang)
        return
    counts = Counter(fix.kind for fix in found)
    parts = [f"{kind.text.of(lang)} {counts[kind]}" for kind in FixKind if counts[kind]]
    yield _TOTAL.fill(count=len(found), parts=("，" if lang == "zh" else ", ").join(parts)).of(lang)


def _visible(text: str, other: str) -> str:
    """The text in one line, from a little before the place where it differs; breaks are shown."""
    same = next((n for n, (a, b) in enumerate(zip(text, other, strict=False)) if a != b), 0)
    start = max(0, same - _SHOWN // 3) if len(text) > _SHOWN else 0
    part = text[start : start + _SHOWN].replace("\r", "").replace("\n", "⏎").replace("\f", "␌")
    return f"{'…' if start else ''}“{part}”{'…' if start + _SHOWN < len(text) else ''}"
