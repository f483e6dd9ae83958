"""What the tables in a bureau's drawers call things: columns, levels, kinds, phases."""

from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field

from powerlist.i18n import Text
from powerlist.practice.headings import Headings, load_headings, squeezed

NAME = "name"  # what the header finder calls the column that names a row's thing
Words = Mapping[str, tuple[str, ...]]
_BRACKETS = str.maketrans(
    {char: pair for pair, chars in (("(", "〔[【「<"), (")", "〕]】」>")) for char in chars}
)


class TablePlan(BaseModel):
    """One sort of table: its name, the fields that key it, what tells it from others and from lists."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    zh: str
    en: str
    keys: tuple[str, ...]
    beside: tuple[str, ...] = Field(alias="with")
    never: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    prefer: Mapping[str, str] = {}

    @property
    def text(self) -> Text:
        """What people call it."""
        return Text(self.zh, self.en)


class SideWords(BaseModel):
    """The tables of side_tables.yaml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    fields: Words
    like: Mapping[str, str]
    tables: Mapping[str, TablePlan]
    once: tuple[str, ...]
    also_once: Words
    post_levels: Words
    post_level_endings: Words
    risk_levels: Mapping[int, tuple[str, ...]]
    risk_kinds: Words
    phases: Words
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    step_marks: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    post_endings: tuple[str, ...]
    title_tails: tuple[str, ...]

    def headings_for(self, plan: TablePlan, key: str, lists: Headings) -> Headings:
        """The headings as the header finder takes them: the key column is what it calls the name."""
        words = {field: self._words(field, lists) for field in self.fields}
        taken = set(plan.prefer)
        turned: dict[str, tuple[str, ...]] = {}
        for field, its in words.items():
            own = tuple(word for word in its if word not in taken)
            more = tuple(word for word, to in plan.prefer.items() if to == field)
            turned[NAME if field == key else field] = (*more, *own)
        return Headings.model_validate({**dict(lists), "fields": turned})

    def _words(self, field: str, lists: Headings) -> tuple[str, ...]:
        like = self.like.get(field)
        return (*self.fields[field], *(lists.fields[like] if like else ()))

    @cached_property
    def _phases(self) -> dict[str, str]:
        return {word: phase for phase, words in self.phases.items() for word in words}

    @property
    def phase_words(self) -> dict[str, str]:
        """Every word for a phase and the phase, the longest first."""
        return dict(sorted(self._phases.items(), key=lambda pair: -len(pair[0])))

    def level_called(self, word: str) -> str | None:
        """The level of posts that a word of the column 岗位层级 names."""
        return self._levels.get(alike(word))

    def level_of_name(self, name: str) -> str | None:
        """The level that a post's name ends with: 工伤认定股股长, 副局长A."""
        plain = alike(name).split("(")[0].rstrip("ABCDEFGHabcdefgh0123456789一二三四")
        return next((level for word, level in self._endings if plain.endswith(word)), None)

    @cached_property
    def _levels(self) -> dict[str, str]:
        lists = load_headings().post_levels
        return dict(
            _turned({level: (*lists.get(level, ()), *words) for level, words in self.post_levels.items()})
        )

    @cached_property
    def _endings(self) -> list[tuple[str, str]]:
        return sorted(_turned(self.post_level_endings), key=lambda pair: -len(pair[0]))

    @cached_property
    def _ranks(self) -> dict[str, int]:
        return {alike(word): rank for rank, words in self.risk_levels.items() for word in words}

    def rank_of(self, word: str) -> int | None:
        """3 for the gravest; None for a word that is no level."""
        return self._ranks.get(alike(word))

    @cached_property
    def _kinds(self) -> dict[str, str]:
        return dict(_turned(self.risk_kinds))

    def kind_of(self, word: str) -> str | None:
        """The kind of risk that a word names."""
        return self._kinds.get(alike(word))

    def among(self, list_name: str, word: str) -> bool:
        """Whether a word stands in one of the plain lists."""
        return alike(word) in {alike(one) for one in getattr(self, list_name)}


def alike(text: str) -> str:
    """What two typings of one name have in common: NFKC, no spaces, brackets of one sort."""
    return squeezed(text).translate(_BRACKETS)


def _turned(table: Words) -> Iterator[tuple[str, str]]:
    for key, words in table.items():
        for word in words:
            yield alike(word), key


@cache
def load_side_words() -> SideWords:
    """The table that ships with the program."""
    text = files("powerlist.practice").joinpath("side_tables.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return SideWords.model_validate(data)
