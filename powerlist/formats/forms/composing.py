"""One matter as the rows of a form: a row, or one for each sub-item or duty, the rest merged over them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from powerlist.formats.cells.text import starts_fresh
from powerlist.formats.cells.values import numbered_names
from powerlist.formats.forms.citations import Citing
from powerlist.formats.forms.obligations import Obliging
from powerlist.formats.forms.telling import BASIS_COLUMNS, Matter, bases_under, kept_under
from powerlist.formats.forms.words import Wording, first, marked
from powerlist.formats.header import KEPT, ColumnHead
from powerlist.formats.layout import Layout
from powerlist.formats.raw import BESIDE_DUTIES
from powerlist.model.duty import Duty
from powerlist.model.power import SubItem

Had = Mapping[int, Sequence[str]]  # what the form had for this matter, by column
_OF_SUB = ("sub_item", "sub_item_code", "duties", *BESIDE_DUTIES, *BASIS_COLUMNS)


@dataclass
class Written:
    """The rows of one matter by column, and the columns that are merged over all of them."""

    rows: list[dict[int, str]] = field(default_factory=list)
    merged: set[int] = field(default_factory=set)


@dataclass(frozen=True)
class Composer:
    """Writes matters under one layout; `by_duty` gives each duty a row."""

    wording: Wording
    layout: Layout
    by_duty: bool = False

    def rows(self, matter: Matter, had: Had) -> Written:
        """The rows of a matter."""
        writing = _Writing(self.wording, self.layout, matter, had)
        if writing.subs_with_rows():
            return writing.by_sub_item()
        if self.by_duty and len(matter.duties) > 1:
            return writing.by_duty()
        return Written([writing.row(None, matter.duties)])

    def one_row(self, matter: Matter, had: Had) -> dict[int, str]:
        """The matter in one row, as a card has it."""
        return _Writing(self.wording, self.layout, matter, had).row(None, matter.duties)


@dataclass(frozen=True)
class _Writing:
    wording: Wording
    layout: Layout
    matter: Matter
    had: Had

    @property
    def fields(self) -> Sequence[str]:
        return tuple(self.layout.columns)

    def columns(self) -> list[ColumnHead]:
        """The columns of the form."""
        return list(self.layout.header.columns)

    # rows

    def row(self, subs: Sequence[SubItem] | None, duties: Sequence[Duty]) -> dict[int, str]:
        """The whole matter in one row, or with `subs` its own row above theirs."""
        owners = {self.matter.power.id, *(one.id for one in (*duties, *self.matter.grounds))}
        if subs is None:
            owners |= {sub.id for sub in self.matter.subs}
        cells = {
            head.index: self.cell(head, owners, duties, with_subs=subs is None) for head in self.columns()
        }
        return {column: text for column, text in cells.items() if text}

    def by_sub_item(self) -> Written:
        """The first sub-item in the matter's own row, unless both have something to say in one column."""
        subs = self.matter.subs
        own = tuple(duty for duty in self.matter.duties if not duty.sub_item)
        top = self.row(subs, own)
        below = [self.sub_row(sub) for sub in subs]
        varied = {column for row in below for column in row}
        others = {column for row in below[1:] for column in row}
        if set(below[0]) <= others and not (set(top) & varied):
            top, below = {**top, **below[0]}, below[1:]
        if not all(self._fresh(row) for row in below):
            name = self.layout.name
            below = [{**row, name: top.get(name, "")} for row in below]
            varied.add(name)
        merged = {head.index for head in self.columns()} - varied
        return Written([top, *below], merged)

    def _fresh(self, row: dict[int, str]) -> bool:
        text = row.get(self.layout.columns.get("sub_item", -1), "")
        return not text or starts_fresh(text)

    def sub_row(self, sub: SubItem) -> dict[int, str]:
        """What is a sub-item's own."""
        duties = tuple(duty for duty in self.matter.duties if duty.sub_item == sub.id)
        owners = {sub.id, *(duty.id for duty in duties)}
        cells: dict[int, str] = {}
        for head in self.columns():
            if head.field == "sub_item":
                cells[head.index] = self._sub_name(sub)
            elif head.field == "sub_item_code":
                cells[head.index] = sub.code
            elif head.field in _OF_SUB:
                cells[head.index] = self._child(head, owners, duties, ())
            elif head.field == "number" and not self._is_mark(sub):
                cells[head.index] = sub.number
        return {column: text for column, text in cells.items() if text}

    def _sub_name(self, sub: SubItem) -> str:
        number = sub.number if self._is_mark(sub) else ""
        texts = (*self.wording.raws(sub, "name"), f"{marked(number)}{sub.name}")
        wanted = [(number, sub.name)]
        return first(texts, lambda text: numbered_names(text, self.wording.headings) == wanted) or texts[-1]

    def _is_mark(self, sub: SubItem) -> bool:
        """Whether the number of a sub-item stands before its name."""
        text = f"{marked(sub.number)}{sub.name}"
        return bool(sub.name) and numbered_names(text, self.wording.headings) == [(sub.number, sub.name)]

    def by_duty(self) -> Written:
        """One duty a row, with who performs it."""
        beside = [h for h in self.columns() if h.field in (*BESIDE_DUTIES, "duties", "duty_basis")]
        rows = [self.row(None, self.matter.duties[:1])]
        for duty in self.matter.duties[1:]:
            cells = {head.index: self._child(head, {duty.id}, (duty,), ()) for head in beside}
            rows.append({column: text for column, text in cells.items() if text})
        return Written(rows, {head.index for head in self.columns()} - {head.index for head in beside})

    def subs_with_rows(self) -> bool:
        """Whether sub-items have something of their own that this form can show beside them."""
        ids = {sub.id for sub in self.matter.subs}
        if not ids:
            return False
        bases = any(
            basis.owner in ids
            for field in self.fields
            if field in BASIS_COLUMNS
            for basis in bases_under(self.matter, field, self.fields)
        )
        duties = "duties" in self.fields and any(duty.sub_item in ids for duty in self.matter.duties)
        codes = "sub_item_code" in self.fields and any(sub.code for sub in self.matter.subs)
        shows = "sub_item" in self.fields or all(not sub.name and sub.number for sub in self.matter.subs)
        return shows and (bases or duties or codes)

    # cells

    def cell(self, head: ColumnHead, owners: set[str], duties: Sequence[Duty], *, with_subs: bool) -> str:
        """One cell of the matter's own row."""
        had = tuple(self.had.get(head.index, ()))
        if len(self.layout.header.of(head.field)) > 1 and head.field not in (KEPT, *_CHILDREN):
            kept = self._several(head)
            if kept or self.layout.columns[head.field] != head.index:
                return kept
        elif head.field != KEPT and self.layout.columns[head.field] != head.index:
            return ""
        if head.field == "sub_item":
            return self._subs(had) if with_subs else ""
        if head.field == "sub_item_code":
            return self.matter.subs[0].code if with_subs and len(self.matter.subs) == 1 else ""
        if head.field in _CHILDREN or head.field in BASIS_COLUMNS:
            return self._child(head, owners, duties, had)
        return self.wording.power(self.matter, head, had, self.fields)

    def _subs(self, had: Sequence[str]) -> str:
        """The sub-items, or what the form says where there are none (无)."""
        text = self.wording.sub_items(self.matter, had)
        return (
            text
            if self.matter.subs
            else first(had, lambda one: not numbered_names(one, self.wording.headings))
        )

    def _several(self, head: ColumnHead) -> str:
        """Of several columns of one field each keeps what it has while that holds; else the first has all."""
        same = [one.index for one in self.columns() if one.field == head.field]
        texts = [first(self.had.get(column, ()), bool) for column in same]
        if head.field in BASIS_COLUMNS:
            holds = Citing(self.wording, self.matter, self.fields).still_hold(texts, head.field)
        else:
            holds = self.wording.still_hold(self.matter, head, texts, self.fields)
        return texts[same.index(head.index)] if any(texts) and holds else ""

    def _child(self, head: ColumnHead, owners: set[str], duties: Sequence[Duty], had: Sequence[str]) -> str:
        if head.field in BASIS_COLUMNS:
            return Citing(self.wording, self.matter, self.fields).cell(head.field, owners, had) or self._kept(
                head
            )
        write = _CHILDREN[head.field]
        beside = "duty_heading" in self.fields
        return write(Obliging(self.wording, self.matter), duties, had, beside) or self._kept(head)

    def _kept(self, head: ColumnHead) -> str:
        """What could not be read under this heading and was kept as text."""
        return first(kept_under(self.matter.power, head, self.wording.headings), bool)


def _heading_of(own: Obliging, duties: Sequence[Duty]) -> str:
    return own.wording.told.heading_of(duties[0], ("duty_heading",)) if len(duties) == 1 else ""


_Write = Callable[[Obliging, Sequence[Duty], Sequence[str], bool], str]
_CHILDREN: dict[str, _Write] = {
    "duties": lambda own, duties, had, beside: own.duties(duties, had, beside=beside and len(duties) == 1),
    "duty_heading": lambda own, duties, had, beside: _heading_of(own, duties),
    "duty_posts": lambda own, duties, had, beside: own.performers(duties, had, units=False),
    "duty_units": lambda own, duties, had, beside: own.performers(duties, had, units=True),
    "grounds": lambda own, duties, had, beside: own.grounds(had),
    "sanctions": lambda own, duties, had, beside: own.sanctions(had),
    "targets": lambda own, duties, had, beside: own.targets(had),
}
