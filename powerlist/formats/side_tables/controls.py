"""防控措施: by phase, numbered or one a line, each with its owner, its supervisor and how often."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from powerlist.formats.cells.marks import entries_of
from powerlist.formats.cells.text import flat, mended
from powerlist.formats.cells.values import names_of
from powerlist.formats.raw import Cell
from powerlist.formats.side_tables.desk import Desk
from powerlist.formats.side_tables.posts import Posts
from powerlist.formats.side_tables.tables import Record
from powerlist.model.codes import Phase
from powerlist.model.identity import child_id
from powerlist.model.risk import Control
from powerlist.practice.side_tables import alike

_COLUMNS = {
    "control": None,
    "control_before": Phase.BEFORE,
    "control_during": Phase.DURING,
    "control_after": Phase.AFTER,
}


@dataclass
class Controls:
    """Reads the measures of one row."""

    desk: Desk
    posts: Posts

    def read(self, risks: Sequence[str], record: Record, units: Sequence[str]) -> None:
        """Every measure of the row under its risks, and who answers for them."""
        found: list[str] = []
        for field, phase in _COLUMNS.items():
            for cell in record.all(field):
                if self.desk.headings.among("nothing", flat(cell.raw)):
                    self.desk.use(cell)
                    continue
                for own, text in self._measures(cell.raw):
                    found.append(self._control(risks, text, own or phase or self._stated(record), cell))
        for name, field in (("owner", "owner"), ("supervisor", "supervisor")):
            self._post(found, name, record.first(field), units)
        self._frequency(found, record.first("frequency"))

    def _stated(self, record: Record) -> Phase | None:
        """The phase that a column of its own says."""
        cell = record.first("phase")
        if cell is None:
            return None
        word = alike(flat(cell.raw))
        phase = next(
            (name for words, name in self.desk.words.phase_words.items() if alike(words) == word), None
        )
        if phase:
            self.desk.use(cell)
        return Phase(phase) if phase else None

    def _measures(self, raw: str) -> Iterator[tuple[Phase | None, str]]:
        """(phase, text) of each: 事前：…；事中：… says the phase inside, 1. 2. 3. are three."""
        words = self.desk.words.phase_words
        cuts = re.compile(rf"(?:^|(?<=[\n。；;]))\s*[（(【]?({'|'.join(map(re.escape, words))})[）)】]?[:：]")
        text = raw.replace("\r", "\n")
        marks = list(cuts.finditer(text))
        head = text[: marks[0].start()] if marks else text
        parts = [(None, head)] if head.strip() else []
        for place, mark in enumerate(marks):
            end = marks[place + 1].start() if place + 1 < len(marks) else len(text)
            parts.append((Phase(words[mark[1]]), text[mark.end() : end]))  # type: ignore[arg-type]
        for phase, part in parts:
            for measure in _numbered(mended(part)):
                yield phase, measure

    def _control(self, risks: Sequence[str], text: str, phase: Phase | None, cell: Cell) -> str:
        """Its id; the same measure of a second table is that one."""
        wanted = child_id(risks[0], "control", f"{phase or ''}{text}", ())
        known = self.desk.tables.rows.get("controls", {}).get(wanted) or self._same(risks, text, phase)
        if known is not None:
            self.desk.use(cell)
            return known.id
        control = Control(id=wanted, risks=tuple(risks), text=text, phase=phase)
        self._index(control)
        return self.desk.add(control, text=cell)

    def __post_init__(self) -> None:
        self._by_text: dict[tuple[str, str], list[Control]] = {}
        for control in self.desk.all("controls"):
            self._index(control)

    def _index(self, control: Control) -> None:
        for risk in control.risks:
            self._by_text.setdefault((risk, alike(control.text)), []).append(control)

    def _same(self, risks: Sequence[str], text: str, phase: Phase | None) -> Control | None:
        """A measure of these words that is there already, in this phase or in one where no phase was said."""
        known = self._by_text.get((risks[0], alike(text)), [])
        return next((one for one in known if phase is None or one.phase in (phase, None)), None)

    # whose

    def _post(self, controls: list[str], name: str, cell: Cell | None, units: Sequence[str]) -> None:
        if cell is None:
            return
        names = names_of(cell.raw, self.desk.headings)
        if not names:
            self.desk.use(cell)
        elif not controls:
            self.desk.trouble("owner-alone", cell, text=flat(cell.raw))
            self.desk.leave(cell)
        elif len(names) == 1:
            post = self.posts.meant(names[0], units, cell)
            for id in controls if post else ():
                self.desk.say("controls", id, name, post, cell)
        else:
            self._each(controls, name, cell, units)

    def _each(self, controls: list[str], name: str, cell: Cell, units: Sequence[str]) -> None:
        """One post for each measure, line by line; anything else is told."""
        lines = [one for line in cell.raw.splitlines() for one in names_of(line, self.desk.headings)]
        if len(lines) != len(controls):
            self.desk.trouble(
                "owner-unmatched", cell, text=flat(cell.raw), posts=len(lines), controls=len(controls)
            )
            self.desk.leave(cell)
            return
        for id, word in zip(controls, lines, strict=True):
            if post := self.posts.meant(word, units, cell):
                self.desk.say("controls", id, name, post, cell)

    def _frequency(self, controls: list[str], cell: Cell | None) -> None:
        if cell is None or not controls or self.desk.headings.among("nothing", flat(cell.raw)):
            return
        for id in controls:
            self.desk.say("controls", id, "frequency", flat(cell.raw), cell)


def _numbered(text: str) -> Iterator[str]:
    """One measure a number; without numbers, one a line."""
    entries = entries_of(text)
    marked = [entry.text for entry in entries if entry.text.strip()]
    parts = marked if any(entry.mark for entry in entries) else text.split("\n")
    for part in parts:
        if plain := part.strip().strip("；;"):
            yield plain
