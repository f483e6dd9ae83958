"""Internal regulations that a bureau must have, empty measures, fees, telling at once: words as data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from powerlist.i18n import Text
from powerlist.model.codes import PowerType
from powerlist.model.identity import squeezed
from powerlist.practice.procedures import even


@dataclass(frozen=True, slots=True)
class Regulation:
    """One regulation: where it is owed, the words that name it, and what shows it without its name."""

    key: str
    text: Text
    where: tuple[str, ...]
    words: tuple[str, ...]
    shown_by: str = ""


@dataclass(frozen=True, slots=True)
class ToldOnce:
    """Where applicants must be told of all that is missing at once, and the words for it."""

    types: tuple[PowerType, ...] = ()
    words: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    correction: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fees:
    """Words for setting a fee, for taking it, and for leaving it to a bank."""

    set: tuple[str, ...] = ()
    take: tuple[str, ...] = ()
    taken_at: tuple[str, ...] = ()
    bank: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Regulations:
    """The tables of regulations.yaml."""

    required: tuple[Regulation, ...] = ()
    generic: tuple[str, ...] = ()
    told_once: ToldOnce = field(default_factory=ToldOnce)
    fees: Fees = field(default_factory=Fees)
    unfounded: tuple[str, ...] = ()
    not_for_kin: tuple[str, ...] = ()

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> "Regulations":
        """From the plain data of regulations.yaml."""
        told, fees = data["told_once"], data["fees"]
        return cls(
            tuple(_regulation(key, row) for key, row in data["regulations"].items()),
            tuple(sorted(data["generic"], key=len, reverse=True)),
            ToldOnce(
                tuple(PowerType(one) for one in told["types"]),
                tuple(told["words"]),
                tuple(told["stages"]),
                tuple(told["correction"]),
            ),
            Fees(tuple(fees["set"]), tuple(fees["take"]), tuple(fees["taken_at"]), tuple(fees["bank"])),
            tuple(data.get("unfounded", ())),
            tuple(data.get("not_for_kin", ())),
        )

    def substance(self, text: str) -> str:
        """What is left of a measure without the words that every measure has."""
        left = squeezed(text)
        for word in self.generic:
            left = left.replace(word, "")
        return "".join(letter for letter in left if letter.isalnum())


def says(words: tuple[str, ...], *texts: str) -> bool:
    """Whether any of the texts has one of these words."""
    return any(word in said for text in texts if text for said in (even(text),) for word in words)


def _regulation(key: str, row: Mapping[str, Any]) -> Regulation:
    text = Text(row["zh"], row["en"])
    return Regulation(key, text, tuple(row["where"]), tuple(row["words"]), row.get("shown_by", ""))
