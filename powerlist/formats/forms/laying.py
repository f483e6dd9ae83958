"""A sheet of a list as the lines to be: fixed rows in their order, matters where matters stood."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from powerlist.formats.forms.choosing import Chosen, Entry
from powerlist.formats.forms.composing import Composer
from powerlist.formats.forms.counts import recounted
from powerlist.formats.forms.reading import Block, FormSheet, Held
from powerlist.formats.forms.relaying import Laid, Line
from powerlist.formats.forms.spans import Spans
from powerlist.formats.forms.words import Wording, whole
from powerlist.formats.grid import Range
from powerlist.formats.raw import PartKind


def is_untouched(sheet: FormSheet, chosen: Chosen) -> bool:
    """Whether the sheet already says all that the register says, in this order."""
    for block in sheet.blocks:
        entries = chosen.entries[id(block)]
        named = [held for held in block.items if held.power]
        if [entry.held for entry in entries] != named or not all(entry.same for entry in entries):
            return False
    return True


@dataclass
class Laying:
    """One sheet in the making."""

    sheet: FormSheet
    chosen: Chosen
    wording: Wording
    laid: Laid = field(default_factory=Laid)

    def __post_init__(self) -> None:
        self.spans = Spans(self.sheet.grid)

    def lay(self, height: int) -> Laid:
        """All lines, from the top; `height` counts rows that only have a look too."""
        starts = {block.start: block for block in self.sheet.blocks}
        dropped = {row for block in self.sheet.blocks for row in block.rows}
        dropped |= {row for block in self.sheet.blocks for held in block.items for row in held.rows}
        counts = recounted(self.sheet, self.chosen)
        for row in range(max(height, *starts, 0) + 1):
            if block := starts.get(row):
                self._block(block)
            if row < height and row not in dropped:
                self.laid.first[row] = self.laid.last[row] = len(self.laid.lines)
                self.laid.lines.append(Line(row, over=counts.get(row, {})))
        self._fixed_merges(dropped)
        return self.laid

    def _fixed_merges(self, dropped: set[int]) -> None:
        for (top, left), (bottom, right) in self.sheet.grid.merges:
            rows = range(top, bottom + 1)
            if all(row in self.laid.first and row not in dropped for row in rows):
                self.laid.merges.append(((self.laid.first[top], left), (self.laid.last[bottom], right)))

    def _block(self, block: Block) -> None:
        begin = len(self.laid.lines)
        composer = Composer(self.wording, block.layout, by_duty=_by_duty(block))
        heads: list[int] = []
        merges: list[Range] = []
        for entry in self.chosen.entries[id(block)]:
            heads.append(len(self.laid.lines))
            if entry.same and entry.held:
                merges += self._copy(entry.held)
            else:
                merges += self._compose(block, entry, composer)
        self.laid.merges += self._joined(self.spans.joined_columns(block), heads, merges)
        end = max(begin, len(self.laid.lines) - 1)
        for row in block.rows:
            self.laid.first[row], self.laid.last[row] = begin, end

    def _copy(self, held: Held) -> list[Range]:
        """A matter as it stood; what was merged over several matters comes along."""
        at, grid, rows = len(self.laid.lines), self.sheet.grid, sorted(held.rows)
        for row in rows:
            self.laid.lines.append(Line(row))
        self.laid.lines[at].over = {
            left: grid.raw(top, left)
            for (top, left), _ in self.spans.at(rows[0])
            if top < rows[0] and top not in rows and grid.own(top, left)
        }
        return self.spans.within(rows, at)

    # a matter written anew

    def _compose(self, block: Block, entry: Entry, composer: Composer) -> list[Range]:
        """A matter written anew, with the look that it had or that the first one has."""
        written = composer.rows(entry.matter, had_of(entry.held) if entry.held else {})
        number = block.layout.columns.get("number")
        if entry.number is not None and number is not None:
            written.rows[0][number] = entry.number
        at = len(self.laid.lines)
        look = sorted(entry.held.rows)[0] if entry.held else block.first
        counts = frozenset([] if number is None else [number])
        for row in written.rows:
            self.laid.lines.append(Line(look, row, counts=counts))
        return self.spans.like(look, written, at)

    def _joined(self, columns: set[int], heads: Sequence[int], merges: list[Range]) -> list[Range]:
        """The ranges, with neighbours that say the same joined in the columns where the form does so."""
        by_column: dict[int, list[Range]] = {}
        for merge in merges:
            by_column.setdefault(merge[0][1], []).append(merge)
        for column in sorted(columns):
            own = by_column.get(column, [])
            if all(left == right for (_, left), (_, right) in own):
                by_column[column] = list(self._runs(column, heads, own))
        return [merge for column in sorted(by_column) for merge in by_column[column]]

    def _runs(self, column: int, heads: Sequence[int], own: list[Range]) -> Iterator[Range]:
        ends = [*heads[1:], len(self.laid.lines)]
        texts = [self._text(head, column) for head in heads]
        place = 0
        for _, group in groupby(texts, key=lambda text: text or object()):
            size = len(list(group))
            top, bottom = heads[place], ends[place + size - 1] - 1
            if size > 1:
                yield (top, column), (bottom, column)
            else:
                yield from (merge for merge in own if top <= merge[0][0] <= bottom)
            place += size

    def _text(self, line: int, column: int) -> str:
        one = self.laid.lines[line]
        if one.texts is not None:
            return one.texts.get(column, "")
        return one.over.get(column) or self.sheet.grid.raw(one.look, column)


def _by_duty(block: Block) -> bool:
    """Whether the form gives each duty a row; an empty one does if it asks for steps, or units and posts."""
    if block.items:
        return any(part.kind is PartKind.DETAIL for held in block.items for part in held.raw.parts)
    fields = block.layout.columns.keys()
    return "duties" in fields and ("duty_heading" in fields or {"duty_posts", "duty_units"} <= fields)


def had_of(held: Held) -> dict[int, list[str]]:
    """What stands in the columns of the matter's first row."""
    return {column: whole(cell.raw) for column, cell in held.raw.parts[0].cells.items()}
