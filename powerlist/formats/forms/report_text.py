"""What was written into a form and what was not, as lines of text for people."""

from collections.abc import Iterator, Sequence

from powerlist.formats.forms.filling import Filled, SheetFilled
from powerlist.i18n import Lang, Text

_SHOWN, _FEW = 8, 2
_SHEET = Text(
    "[{it.sheet}]：{it.matters}项，其中{it.unchanged}项与表样所载相同，原样保留。",
    "[{it.sheet}]: matters: {it.matters}, of which left as they stood: {it.unchanged}.",
)
_BLANK = Text("  没有内容可填的栏：{names}。", "  Columns with nothing to fill in: {names}.")
_UNKNOWN = Text(
    "  不认识的栏，只有清单保留过同名栏时才能填：{names}。",
    "  Unknown columns, filled only where the list has kept a column of that name: {names}.",
)
_HOMELESS = Text(
    "没有合适的工作表或分类，未填{count}项：{names}。", "No sheet or section takes these {count}: {names}."
)
_GONE = Text(
    "表样里有、清单里没有，已撤下{count}项：{names}。",
    "On the form but not in the register, taken off ({count}): {names}.",
)
_DRAFTS = Text(
    "尚是拟稿、没有填入的内容{count}条。请先确认再填。",
    "Only drafted and not written: {count}; confirm them first.",
)
_LEFT_OUT = Text(
    "清单有而表上没有栏位：{names}。", "In the register, but without a column on the form: {names}."
)
_COUNTED = Text("{it.what}（{it.powers}项）", "{it.what} ({it.powers})")
_DIFFERENT = Text(
    "再读入时与清单不一致，请核对“{heading}”栏：{count}项，如{names}。",
    "Reads back differently, please check “{heading}”: {count}, such as {names}.",
)
_LOST = Text(
    "再读入时找不到，请核对：{count}项，如{names}。",
    "Not found when read back, please check: {count}, such as {names}.",
)
_NOTHING = Text("没有填入任何事项。", "No matter was written.")


def report_text(filled: Filled, lang: Lang) -> Iterator[str]:
    """Sheet by sheet what was filled; then what found no place, and what to look at."""
    if not filled.matters:
        yield _NOTHING.of(lang)
    for sheet in filled.sheets:
        yield from _sheet(sheet, lang)
    if filled.homeless:
        names = _names([power.name for power in filled.homeless], lang)
        yield _HOMELESS.fill(count=len(filled.homeless), names=names).of(lang)
    if filled.gone:
        yield _GONE.fill(count=len(filled.gone), names=_names(filled.gone, lang)).of(lang)
    if filled.drafts:
        yield _DRAFTS.fill(count=filled.drafts).of(lang)
    if filled.left_out:
        said = [_COUNTED.fill(it=one).of(lang) for one in filled.left_out]
        yield _LEFT_OUT.fill(names=_joined(said, lang)).of(lang)
    yield from _different(filled, lang)
    for note in filled.notes:
        yield note.of(lang)


def _sheet(sheet: SheetFilled, lang: Lang) -> Iterator[str]:
    yield _SHEET.fill(it=sheet).of(lang)
    known = [heading for heading in sheet.blank if heading not in sheet.unknown]
    if sheet.matters and known:
        yield _BLANK.fill(names=_joined(known, lang)).of(lang)
    if sheet.matters and sheet.unknown:
        yield _UNKNOWN.fill(names=_joined(sheet.unknown, lang)).of(lang)


def _different(filled: Filled, lang: Lang) -> Iterator[str]:
    """One line a heading, with the first powers."""
    found: dict[str, list[str]] = {}
    for one in filled.different:
        for heading in one.headings or ("",):
            found.setdefault(heading, []).append(one.power.name)
    for heading, names in found.items():
        text = _DIFFERENT if heading else _LOST
        yield text.fill(heading=heading, count=len(names), names=_joined(names[:_FEW], lang)).of(lang)


def _names(names: Sequence[str], lang: Lang) -> str:
    said = _joined(names[:_SHOWN], lang)
    return f"{said}……" if len(names) > _SHOWN else said


def _joined(names: Sequence[str], lang: Lang) -> str:
    return ("、" if lang == "zh" else ", ").join(names)
