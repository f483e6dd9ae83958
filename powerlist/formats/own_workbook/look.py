"""How a sheet of the tool's own workbook looks: heads, widths, notes, drop-downs, what is locked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, get_args

from powerlist.formats.grid import column_name
from powerlist.formats.own_workbook.cells import choices
from powerlist.formats.own_workbook.codec import inner, is_record
from powerlist.formats.own_workbook.mark import MARK
from powerlist.formats.own_workbook.names import references_of
from powerlist.formats.own_workbook.scalars import words_of
from powerlist.i18n import Text
from powerlist.practice.columns import MODELS, Column, SheetPlan, load_columns

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

SPARE = 500  # rows below the last that drop-downs and locks reach
_FONT = {"font_name": "宋体", "font_size": 11, "valign": "top", "text_wrap": True}
_HEAD = {**_FONT, "bold": True, "bg_color": "#DCE6F1", "border": 1, "valign": "vcenter", "align": "center"}
_MIDDLE = ("name", "instrument", "note", "exercise_scope", "columns", "inherent", "residual", "actual")
_LONG = ("text", "quote", "relief", "points", "work", "event", "cause", "consequence")
_MUST = Text("必填。", "Required.")
_EXAMPLE = Text("例：{example}。", "For example: {example}.")
_LINES = Text("多项时每行一项（Alt+Enter换行）。", "Several: one a line (Alt+Enter).")
_PARTS = Text("依次为：{parts}；后面的可以省略。", "In turn: {parts}; those at the end may be left out.")
_WRONG = Text("请从下拉列表中选择。", "Choose from the list.")


@dataclass
class Look:
    """The formats of one workbook, and the lists that its drop-downs show."""

    book: "Workbook"
    known: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # what posts and units are called

    def __post_init__(self) -> None:
        self.head = self.book.add_format({**_HEAD, "locked": True})
        self.must = self.book.add_format({**_HEAD, "font_color": "#C00000", "locked": True})
        self.id = self.book.add_format({**_FONT, "bg_color": "#F2F2F2", "border": 1, "locked": True})
        self.below = self.book.add_format({**_FONT, "locked": True})
        self.cell = self.book.add_format({**_FONT, "border": 1, "locked": False})
        self.open = self.book.add_format({**_FONT, "locked": False})
        self.lists: dict[tuple[str, ...], int] = {}  # a list and its column on the hidden sheet

    def dress(self, page: "Worksheet", plan: SheetPlan, rows: int, *, locked: bool) -> None:
        """Heads, notes, widths, drop-downs; with `locked` only cells beside the id can be typed into."""
        for place, column in enumerate(plan.columns):
            page.write_string(0, place, column.text.zh, self.must if _must(column) else self.head)
            page.write_comment(0, place, _note(column), {"x_scale": 1.6, "y_scale": 1.2})
            folded = {"level": 1, "hidden": True} if column.keeps_books and not locked else {}
            style = self.below if is_id(column) else self.open
            page.set_column(place, place, _width(column), style, folded)
            self._offer(page, place, column, plan, rows)
        first = next((place for place, one in enumerate(plan.columns) if is_id(one)), 0)
        page.freeze_panes(1, first + 1)
        page.set_row(0, 30)
        page.set_column(len(plan.columns), len(plan.columns), None, None, {"collapsed": not locked})
        page.autofilter(0, 0, max(rows, 1), len(plan.columns) - 1)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        if locked:
            allowed = ("format_cells", "format_columns", "format_rows", "sort", "autofilter")
            page.protect("", dict.fromkeys(allowed, True))

    def _offer(self, page: "Worksheet", place: int, column: Column, plan: SheetPlan, rows: int) -> None:
        offered = _offered(column, plan) or self._called(column)
        if not offered:
            return
        at = self.lists.setdefault(offered, len(self.lists) + 2)
        letter = column_name(at)
        strict = not _free(column)
        options: dict[str, Any] = {
            "validate": "list",
            "source": f"={MARK}!${letter}$1:${letter}${len(offered)}",
            "error_title": column.text.zh[:32],
            "error_message": _WRONG.zh,
            "show_error": strict,
        }
        page.data_validation(1, place, rows + SPARE, place, options)

    def _called(self, column: Column) -> tuple[str, ...]:
        """The posts or units that a column may name, where it names one of them."""
        kind, field = next(iter(column.fields.items()))
        targets = references_of(kind).get(field, ())
        return self.known.get(targets[0], ()) if len(targets) == 1 and not _many(kind, field) else ()

    def write_lists(self, page: "Worksheet") -> None:
        """The lists, one a column, on the hidden sheet."""
        for words, at in self.lists.items():
            for row, word in enumerate(words):
                page.write_string(row, at, word)


def is_id(column: Column) -> bool:
    """Whether this is the column of ids."""
    return "id" in column.fields.values()


def _offered(column: Column, plan: SheetPlan) -> tuple[str, ...]:
    """The words that may be chosen in a column."""
    if not column.fields:
        return tuple(MODELS[kind].label.zh for kind in plan.kinds)
    kind, field = next(iter(column.fields.items()))
    if coded := choices(kind, field):
        return coded
    type_ = inner(MODELS[kind].model_fields[field].annotation)
    if type_ is bool:
        return ("是", "否")
    if isinstance(type_, type) and issubclass(type_, StrEnum):
        return tuple(words.zh for words in words_of(type_).values())
    return ()


def _free(column: Column) -> bool:
    """Whether other words than those offered may be written too."""
    return any(choices(kind, field) or field in references_of(kind) for kind, field in column.fields.items())


def _note(column: Column) -> str:
    said = [column.text.zh]
    if _must(column):
        said.append(_MUST.zh)
    if is_id(column):
        said.append(f"{column.example}。")
    elif column.example:
        said.append(_EXAMPLE.fill(example=column.example).zh)
    if any(_many(kind, field) for kind, field in column.fields.items()):
        said.append(_LINES.zh)
    if parts := _parts(column):
        said.append(_PARTS.fill(parts="｜".join(parts)).zh)
    return "\n".join(part for part in said if part)


def _must(column: Column) -> bool:
    """Whether people must fill it in for every kind of row that has it."""
    fields = (MODELS[kind].model_fields[field] for kind, field in column.fields.items())
    return bool(column.fields) and not is_id(column) and all(field.is_required() for field in fields)


def _parts(column: Column) -> tuple[str, ...]:
    """What the parts of an entry are, where it has several."""
    if not column.fields:
        return ()
    kind, field = next(iter(column.fields.items()))
    type_ = inner(MODELS[kind].model_fields[field].annotation)
    for one in (type_, *get_args(type_)):
        if is_record(one):
            return load_columns().parts[one.__name__]
    return ()


def _many(kind: str, field: str) -> bool:
    return bool(get_args(inner(MODELS[kind].model_fields[field].annotation)))


def _width(column: Column) -> float:
    fields = set(column.fields.values())
    if fields & set(_LONG):
        return 44
    if fields & set(_MIDDLE):
        return 30
    if is_id(column) or any(field in references_of(kind) for kind, field in column.fields.items()):
        return 22
    if "code" in fields or any(_many(kind, field) for kind, field in column.fields.items()):
        return 20
    return float(max(10, min(20, 2 * len(column.text.zh) + 3)))
