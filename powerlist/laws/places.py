"""How many paragraphs and items each article has: one sign an article, 0-9, a-z, A-Z for 0 to 61."""

import csv
import string
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_VALUE = {
    sign: value for value, sign in enumerate(string.digits + string.ascii_lowercase + string.ascii_uppercase)
}


@dataclass(frozen=True, slots=True)
class Places:
    """The counts of one instrument, still as its two lines."""

    paragraphs: str
    items: str

    def of(self, article: int) -> tuple[int, int]:
        """(款, 项) of an article that is there."""
        return _VALUE[self.paragraphs[article - 1]], _VALUE[self.items[article - 1]]


def read_places(path: Path) -> Mapping[str, Places]:
    """The counts of every instrument by its id."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row["id"]: Places(row["paragraphs"], row["items"]) for row in csv.DictReader(file)}
