"""风险等级: the words of a place's levels and kinds, and the answers that a level rests on."""

import re
from dataclasses import dataclass

from powerlist.formats.cells.text import flat
from powerlist.formats.raw import Cell
from powerlist.formats.side_tables.desk import Desk
from powerlist.formats.side_tables.tables import Record
from powerlist.model.risk import Input, Rating
from powerlist.practice.risk_schemes import RiskScheme
from powerlist.practice.side_tables import alike

_COLUMNS = {"risk_level": "inherent", "residual_level": "residual", "actual_level": "actual"}
_FIGURE = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,6})?")
_ANSWERS = {"likelihood": "likelihood", "gravity": "consequence"}


@dataclass
class Ratings:
    """Reads the three ratings of a risk."""

    desk: Desk

    def read(self, id: str, record: Record) -> None:
        """Each rating that has a column."""
        for column, name in _COLUMNS.items():
            if (cell := record.first(column)) and not self._nothing(cell):
                self._one(id, name, cell, record)

    def _one(self, id: str, name: str, cell: Cell, record: Record) -> None:
        word = flat(cell.raw)
        scheme, rank = self._level(word)
        if rank is None:
            self.desk.trouble("value-unknown", cell, heading=cell.heading, text=word)
            self.desk.leave(cell)
            return
        own = scheme is not None and alike(scheme.levels[rank].text.zh) == alike(word)
        rating = Rating(rank=rank, label="" if own else word, scheme=scheme.key if scheme and own else "")
        if name == "inherent":
            rating = self._with_answers(rating, record)
        self._say(id, name, rating, cell, record)

    def _say(self, id: str, name: str, rating: Rating, cell: Cell, record: Record) -> None:
        """Two words for one rank are no clash; who rated it, and what nobody says otherwise, stays."""
        before: Rating | None = getattr(self.desk.get("risks", id), name)
        if before is None or before.rank != rating.rank:
            self.desk.say("risks", id, name, rating, cell)
            return
        said = {field: getattr(rating, field) for field in ("inputs", "reason") if getattr(rating, field)}
        fresh = self.desk.first(id, name) is None
        clash = any(getattr(before, field) not in ((), "", value) for field, value in said.items())
        if clash and not fresh:
            self.desk.say("risks", id, name, rating, cell)
            self.desk.leave(*(record.first(column) for column in (*_ANSWERS, "reason")))
            return
        self.desk.put("risks", id, name, before.model_copy(update=said), cell)

    def _with_answers(self, rating: Rating, record: Record) -> Rating:
        inputs = []
        for column, name in _ANSWERS.items():
            if cell := record.first(column):
                if _FIGURE.fullmatch(alike(flat(cell.raw))):
                    inputs.append(Input(name=name, value=float(alike(flat(cell.raw)))))
                    self.desk.use(cell)
                else:
                    self.desk.trouble("value-unknown", cell, heading=cell.heading, text=flat(cell.raw))
                    self.desk.leave(cell)
        reason = record.first("reason")
        self.desk.use(reason)
        said = flat(reason.raw) if reason else ""
        return rating.model_copy(update={"inputs": tuple(inputs), "reason": said})

    def _level(self, word: str) -> tuple[RiskScheme | None, int | None]:
        """The scheme that has this very word, else the rank that the word usually means."""
        for scheme in self._schemes():
            for rank, level in scheme.levels.items():
                if alike(level.text.zh) == alike(word):
                    return scheme, rank
        return None, self.desk.words.rank_of(word)

    def kind_of(self, word: str) -> str | None:
        """The key of a kind of risk."""
        for scheme in self._schemes():
            for key, text in scheme.kinds.items():
                if alike(text.zh) == alike(word):
                    return key
        return self.desk.words.kind_of(word)

    def _schemes(self) -> list[RiskScheme]:
        """The place's own scheme first."""
        practice = self.desk.practice
        others = [scheme for key, scheme in practice.schemes.items() if key != practice.default_scheme]
        return [practice.scheme, *others]

    def _nothing(self, cell: Cell) -> bool:
        return self.desk.headings.among("nothing", flat(cell.raw))
