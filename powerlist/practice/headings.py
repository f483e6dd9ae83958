"""What the words of real lists mean: column headings, kinds of power, tags of instruments, units of time."""

import unicodedata
from collections.abc import Mapping
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict

Words = Mapping[str, tuple[str, ...]]


class Headings(BaseModel):
    """The synonym tables of headings.yaml: canonical word → words met."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    fields: Words
    types: Words
    groups: Words
    dispositions: Words
    levels: Words
    item_types: Words
    instruments: Words
    basis_roles: Words
    limit_roles: Words
    time_units: Words
    targets: Words
    post_levels: Words
    title_endings: tuple[str, ...]
    at_once: tuple[str, ...]
    longer: tuple[str, ...]
    free_of_charge: tuple[str, ...]
    charged: tuple[str, ...]
    sanctions: tuple[str, ...]
    duty_groups: tuple[str, ...]
    footnotes: tuple[str, ...]
    totals: tuple[str, ...]
    nothing: tuple[str, ...]

    @cached_property
    def _meanings(self) -> dict[str, dict[str, str]]:
        return {name: _turned(table) for name, table in self if isinstance(table, Mapping)}

    @cached_property
    def _members(self) -> dict[str, frozenset[str]]:
        return {
            name: frozenset(map(squeezed, words)) for name, words in self if not isinstance(words, Mapping)
        }

    def meaning(self, table: str, word: str) -> str | None:
        """The canonical word for `word` in one of the tables, or None."""
        return self._meanings[table].get(squeezed(word))

    def among(self, list_name: str, word: str) -> bool:
        """Whether `word` stands in one of the plain lists."""
        return squeezed(word) in self._members[list_name]

    def words(self, table: str) -> Mapping[str, str]:
        """Every word of a table and its canonical word, the longest first."""
        return self._longest_first[table]

    @cached_property
    def _longest_first(self) -> dict[str, dict[str, str]]:
        return {
            name: dict(sorted(meanings.items(), key=lambda pair: (-len(pair[0]), pair[0])))
            for name, meanings in self._meanings.items()
        }


@lru_cache(maxsize=65536)
def squeezed(word: str) -> str:
    """NFKC without white space and without a mark or colon at its ends."""
    return "".join(unicodedata.normalize("NFKC", word).split()).strip("*:※") or ""


def _turned(table: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {squeezed(word): key for key, words in table.items() for word in (key, *words)}


@cache
def load_headings() -> Headings:
    """The table that ships with the program."""
    text = files("powerlist.practice").joinpath("headings.yaml").read_text(encoding="utf-8")
    return read_headings(yaml.load(text, Loader=yaml.CSafeLoader))


def read_headings(data: Mapping[str, Any]) -> Headings:
    """A table from plain data; raises pydantic's ValidationError for another shape."""
    return Headings.model_validate(data)
