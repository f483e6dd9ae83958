"""Words by which the checks of lawfulness and disclosure tell who may do what, as data."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml

from powerlist.model.codes import ExerciseLevel, PowerType
from powerlist.model.identity import squeezed

_HERE = Path(__file__).parent
_NAME = "lawfulness.yaml"
_TABLES = ("levels", "burdens", "fields", "took_over")
_ORDER = tuple(ExerciseLevel)
_WITHIN = "[^,，。;；:：]{0,24}"  # inside one part of a sentence
_SHORT = "[^,，。;；:：、]{0,8}?"
_BODIES_OF_FIELDS = ("部门", "机关", "机构", "主管单位", "局")
_Words = tuple[str, ...]


@dataclass(frozen=True)
class Lawfulness:
    """The tables of lawfulness.yaml."""

    levels: Mapping[ExerciseLevel, _Words]
    above: _Words
    below: _Words
    bodies: _Words
    rule_making: _Words
    burdens: Mapping[PowerType, _Words]
    disguises: _Words
    grants: _Words
    state_bodies: _Words
    never_public: _Words
    inside: _Words
    fields: Mapping[str, _Words]
    took_over: Mapping[str, _Words]
    withheld_grounds: _Words = ()
    open_headings: _Words = ()

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> "Lawfulness":
        """From the plain data of lawfulness.yaml."""
        rest = {name: _even(row) for name, row in data.items() if name not in _TABLES}
        return cls(
            {ExerciseLevel(level): _even(words) for level, words in data["levels"].items()},
            burdens={PowerType(name): tuple(row) for name, row in data["burdens"].items()},
            fields={name: _even(words) for name, words in data["fields"].items()},
            took_over={name: tuple(row) for name, row in data["took_over"].items()},
            **rest,
        )

    def says(self, what: str, *texts: str) -> bool:
        """Whether any of these texts has a word of a list."""
        words: _Words = getattr(self, what)
        return any(word in squeezed(text) for text in texts if text for word in words)

    @cached_property
    def _level(self) -> str:
        """A level, and what it reaches to."""
        words = sorted((word for row in self.levels.values() for word in row), key=len, reverse=True)
        return f"({_any(words)})({_any((*self.above, *self.below))})?"

    @cached_property
    def _named(self) -> re.Pattern[str]:
        return re.compile(self._level)

    @cached_property
    def _levelled(self) -> re.Pattern[str]:
        """A level and the body it is said of."""
        return re.compile(f"{self._level}(?:{_WITHIN}(?:{_any(self.bodies)}))?")

    @cached_property
    def _rule_makers(self) -> re.Pattern[str]:
        """A body of a level that makes the rules for others."""
        return re.compile(f"{self._level}{_WITHIN}(?:{_any(self.bodies)})(?:{_any(self.rule_making)})")

    @cached_property
    def _fielded(self) -> re.Pattern[str]:
        """A body of a field, with the government it belongs to, and whether it only makes the rules."""
        words = sorted((word for row in self.fields.values() for word in row), key=len, reverse=True)
        above = "(?:[^,，。;；:：、]{0,20}人民政府)?"
        body = f"(?<!人)(?P<field>{_any(words)}){_SHORT}(?:{_any(_BODIES_OF_FIELDS)})"
        return re.compile(f"{above}{body}(?P<rules>(?:会同{_WITHIN})?(?:{_any(self.rule_making)}))?")

    def fields_of(self, name: str) -> frozenset[str]:
        """The fields that the name of a body speaks of, and those whose work it took over."""
        said = squeezed(name).replace("人民政府", "")  # 里面没有民政
        own = {field for field, words in self.fields.items() if any(word in said for word in words)}
        return frozenset(own).union(*(self.took_over.get(field, ()) for field in own))

    def fields_named(self, clause: str) -> frozenset[str]:
        """The fields whose bodies a clause gives something to do; empty where one of them has no field."""
        text = self._rule_makers.sub("", squeezed(clause))
        if any(body in self._fielded.sub("", text) for body in self.bodies):
            return frozenset()
        words = {found["field"] for found in self._fielded.finditer(text) if not found["rules"]}
        return frozenset(field for field, row in self.fields.items() if words.intersection(row))

    def levels_named(self, clause: str) -> frozenset[ExerciseLevel]:
        """The levels whose bodies a clause gives something to do; empty where one of them has no level."""
        text = self._rule_makers.sub("", squeezed(clause))
        rest = self._levelled.sub("", text)
        if any(body in rest for body in self.bodies):
            return frozenset()
        return frozenset(level for row in self._named.findall(text) for level in self._reached(*row))

    def _reached(self, word: str, reach: str) -> tuple[ExerciseLevel, ...]:
        places = [at for at, level in enumerate(_ORDER) if word in self.levels.get(level, ())]
        if reach in self.above:
            return _ORDER[: places[-1] + 1]
        return _ORDER[places[0] :] if reach in self.below else tuple(_ORDER[at] for at in places)


def _any(words: tuple[str, ...] | list[str]) -> str:
    return "|".join(map(re.escape, words))


def _even(words: list[str]) -> _Words:
    return tuple(squeezed(word) for word in words)


@cache
def load_lawfulness(folder: Path | None = None) -> Lawfulness:
    """The words of `folder`, or of the package where it has none."""
    own = folder / _NAME if folder else None
    path = own if own and own.is_file() else _HERE / _NAME
    return Lawfulness.of(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))
