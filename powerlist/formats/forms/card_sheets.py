"""Sheets of cards filled: one below the other, or a sheet each where the form has it so."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl.worksheet.pagebreak import Break

from powerlist.formats.forms.cards import Card, Cards
from powerlist.formats.forms.choosing import Chosen, Entry
from powerlist.formats.forms.composing import Composer
from powerlist.formats.forms.laying import had_of, is_untouched
from powerlist.formats.forms.opening import OpenForm
from powerlist.formats.forms.reading import FormSheet, padded
from powerlist.formats.forms.relaying import Laid, Line, relay
from powerlist.formats.forms.words import Wording

_FORBIDDEN = re.compile(r"[\[\]:*?/\\'\x00-\x1f]")
_LONGEST_NAME = 31


@dataclass
class CardFilling:
    """Fills the card sheets of a form."""

    opened: OpenForm
    chosen: Chosen
    wording: Wording

    def fill(self, sheets: Sequence[FormSheet]) -> None:
        """Every sheet of cards; a form with a card on each of several sheets gets a sheet a power."""
        found = [sheet for sheet in sheets if sheet.cards]
        single = [sheet for sheet in found if len(sheet.raw.items) == 1]
        each = len(found) > 1 and len(single) == len(found)
        for sheet in found:
            if each:
                self._a_sheet_each(sheet)
            elif not is_untouched(sheet, self.chosen):
                self._lay(sheet, self.opened.page(sheet.grid), self._entries(sheet))

    def _entries(self, sheet: FormSheet) -> list[Entry]:
        return self.chosen.entries[id(sheet.blocks[0])]

    def _a_sheet_each(self, sheet: FormSheet) -> None:
        own, page = self._entries(sheet), self.opened.page(sheet.grid)
        here = [entry for entry in own if entry.held] or own[:1]
        fresh = [entry for entry in own if entry not in here]
        for entry in fresh:
            copy: Any = self.opened.book.copy_worksheet(page)
            copy.title = self._name(entry.matter.power.name)
            self._lay(sheet, copy, [entry])
        if not here:
            if len(self.opened.book.sheetnames) > 1:
                self.opened.book.remove(page)
        elif not is_untouched(sheet, self.chosen):
            self._lay(sheet, page, here)

    def _name(self, name: str) -> str:
        """A sheet name that is free and that workbooks allow."""
        plain = _FORBIDDEN.sub("", name)[:_LONGEST_NAME].strip() or "卡片"
        taken, turn, wanted = {one.casefold() for one in self.opened.book.sheetnames}, 2, plain
        while wanted.casefold() in taken:
            wanted = f"{plain[: _LONGEST_NAME - len(str(turn)) - 1]}-{turn}"
            turn += 1
        return wanted

    def _lay(self, sheet: FormSheet, page: Any, entries: Sequence[Entry]) -> None:
        """The cards of these matters below each other, what stood above and below them kept."""
        cards = Cards.of(sheet, padded(sheet.grid))
        height = page.max_row
        known = cards.all(height)
        first = next(iter(known.values()))
        breaks = bool(page.row_breaks.brk) or len(known) == 1
        laid = Laid(lines=[Line(row) for row in range(first.begin)])
        ends = []
        for turn, entry in enumerate(entries, 1):
            self._card(cards, known, entry, turn, laid)
            ends.append(len(laid.lines))
        laid.lines += [Line(row) for row in range(max(card.end for card in known.values()), height)]
        laid.first = laid.last = {line.look: place for place, line in reversed([*enumerate(laid.lines)])}
        laid.merges += [m for m in sheet.grid.merges if m[1][0] < first.begin]
        relay(page, laid)
        if breaks:
            page.row_breaks.brk = [Break(id=end) for end in ends[:-1]]

    def _card(self, cards: Cards, known: dict[int, Card], entry: Entry, turn: int, laid: Laid) -> None:
        row = entry.held.rows[0] if entry.held else next(iter(known))
        card, at = known[row], len(laid.lines)
        if entry.same:
            lines, merges = cards.copied(card, at)
        else:
            composer = Composer(self.wording, cards.sheet.blocks[0].layout)
            texts = composer.one_row(entry.matter, had_of(entry.held) if entry.held else {})
            number = cards.sheet.blocks[0].layout.columns.get("number")
            if entry.number is not None and number is not None:
                texts[number] = entry.number
            lines, merges = cards.written(card, texts, at)
        _count(cards, card, turn, lines)
        laid.lines += lines
        laid.merges += merges


def _count(cards: Cards, card: Card, turn: int, lines: Sequence[Line]) -> None:
    """A title that counts the cards, 登记表（1）, goes on counting."""
    top = min((value.top for value in card.values), default=card.begin)
    for line in lines:
        if line.look < top:
            for column in cards.wide.filled(line.look):
                text = cards.wide.own(line.look, column)
                if re.search(r"[（(]\d+[)）]$", text):
                    line.over[column] = re.sub(r"\d+([)）])$", rf"{turn}\1", text)
