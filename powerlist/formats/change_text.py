"""What a newer reading changes, as lines of text for people, power by power."""

from collections.abc import Iterator

from powerlist.formats.own_workbook.building import column_of
from powerlist.formats.own_workbook.cells import written
from powerlist.formats.own_workbook.names import Names
from powerlist.i18n import Lang, Text
from powerlist.model.compare import Change, Changes, What

_TOTAL = Text("新增{new}项，减少{gone}项，变动{changed}项。", "{new} new, {gone} gone, {changed} changed.")
_NUMBERED = Text("另有{count}项只是序号变动。", "{count} more have only another number in the list.")
_LINE = Text("{what} {label}“{title}”（{place}）", "{what}: {label} “{title}” ({place})")
_FIELD = Text("  {column}：{before} → {after}", "  {column}: {before} → {after}")
_NOTHING = Text("（空）", "(empty)")
_LONGEST = 60
_TOLD_BY = ("name", "text", "event", "instrument")  # the field whose cell one wants to see


def change_text(changes: Changes, lang: Lang) -> Iterator[str]:
    """One line a change, each changed field below it with both values, then the totals.

    What comes or goes with the thing that it belongs to is not told apart.
    """
    before, after = Names.of(changes.old.entities()), Names.of(changes.newer.entities())
    numbered = 0
    for change in changes.roots:
        if change.only_numbering:
            numbered += 1
            continue
        yield _line(change, changes, lang)
        yield from _fields(change, (before, after), lang)
    if numbered:
        yield _NUMBERED.fill(count=numbered).of(lang)
    counts = {what.value: sum(one.what is what for one in changes.roots) for what in What}
    counts["changed"] -= numbered
    yield _TOTAL.fill(**counts).of(lang)


def _line(change: Change, changes: Changes, lang: Lang) -> str:
    register = changes.old if change.after is None else changes.newer
    told_by = next((name for name in _TOLD_BY if name in type(change.thing).model_fields), "")
    source = register.source_of(change.thing, told_by)
    place = str(source) if source else change.thing.id
    said = {"label": change.thing.label, "title": _short(change.thing.title)}
    return _LINE.fill(what=change.what.text, place=place, **said).of(lang)


def _fields(change: Change, names: tuple[Names, Names], lang: Lang) -> Iterator[str]:
    if change.before is None or change.after is None:
        return
    for field in change.fields:
        values = {
            "before": _short(written(change.before, field, names[0])) or _NOTHING,
            "after": _short(written(change.after, field, names[1])) or _NOTHING,
        }
        yield _FIELD.fill(column=column_of(change.thing.kind, field).text, **values).of(lang)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
