"""What the law asks of the road of each type of power, as data: order, longest times, two officers, words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from unicodedata import is_normalized

from powerlist.model.codes import PowerType
from powerlist.model.identity import squeezed
from powerlist.model.limits import TimeLimit

ByType = Mapping[PowerType, tuple[str, ...]]


@dataclass(frozen=True)
class Procedures:
    """The tables of procedures.yaml."""

    stages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    grave_stages: tuple[str, ...] = ()
    order: Mapping[PowerType, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    stage_limits: Mapping[PowerType, Mapping[str, TimeLimit]] = field(default_factory=dict)
    in_twos: ByType = field(default_factory=dict)
    looked_into: ByType = field(default_factory=dict)
    recusal: ByType = field(default_factory=dict)
    working_days_up_to: Mapping[str, float] = field(default_factory=dict)

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> "Procedures":
        """From the plain data of procedures.yaml."""
        return cls(
            stages=_lists(data["stages"]),
            words=_lists(data["words"]),
            grave_stages=tuple(data["grave_stages"]),
            order={PowerType(k): tuple((a, b) for a, b in pairs) for k, pairs in data["order"].items()},
            stage_limits={PowerType(k): _limits(row) for k, row in data["stage_limits"].items()},
            in_twos=_by_type(data["in_twos"]),
            looked_into=_by_type(data["looked_into"]),
            recusal=_by_type(data["recusal"]),
            working_days_up_to={title: float(days) for title, days in data["working_days_up_to"].items()},
        )

    def says(self, what: str, *texts: str) -> bool:
        """Whether any of these texts has a word for it."""
        words = self.words[what]
        return any(word in said for text in texts if text for said in (even(text),) for word in words)


def stages_of(table: ByType, types: Iterable[PowerType | None]) -> tuple[str, ...]:
    """The stages that a table has for any of these types."""
    rows = (table.get(one, ()) for one in types if one)
    return tuple(dict.fromkeys(stage for row in rows for stage in row))


def even(text: str) -> str:
    """As words are compared; most texts are so already."""
    return text if is_normalized("NFKC", text) and len(text.split()) == 1 else squeezed(text)


def _lists(data: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(row) for name, row in data.items()}


def _by_type(data: Mapping[str, list[str]]) -> dict[PowerType, tuple[str, ...]]:
    return {PowerType(name): tuple(row) for name, row in data.items()}


def _limits(data: Mapping[str, str]) -> dict[str, TimeLimit]:
    return {stage: TimeLimit.model_validate(words) for stage, words in data.items()}
