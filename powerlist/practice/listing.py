"""How lists count, and which stages do not go with a type, as data."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from powerlist.model.codes import PowerType
from powerlist.model.identity import squeezed


@dataclass(frozen=True, slots=True)
class Unlike:
    """Stages that together do not go with a type, unless one of its `own` is among them."""

    signs: tuple[tuple[str, ...], ...]
    own: tuple[str, ...]

    def told_by(self, stages: Collection[str]) -> tuple[str, ...]:
        """The first sign that these stages hold; empty where the type is known by them."""
        if any(stage in stages for stage in self.own):
            return ()
        return next((sign for sign in self.signs if all(stage in stages for stage in sign)), ())


@dataclass(frozen=True, slots=True)
class Listing:
    """Words of lists: for the total, for charts shown outside; and stages unlike a type."""

    totals: tuple[str, ...] = ()
    external: tuple[str, ...] = ()
    unlike: Mapping[PowerType, Unlike] = field(default_factory=dict)

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> "Listing":
        """From the plain data of listing.yaml."""
        unlike = {
            PowerType(name): Unlike(tuple(map(tuple, row["signs"])), tuple(row["own"]))
            for name, row in data["unlike"].items()
        }
        return cls(tuple(data["totals"]), tuple(data["external"]), unlike)

    def is_total(self, words: str) -> bool:
        """Whether a count is that of everything."""
        return squeezed(words).casefold() in {squeezed(word).casefold() for word in self.totals}

    def is_external(self, words: str) -> bool:
        """Whether a variant or name speaks of the chart for outsiders."""
        text = squeezed(words).casefold()
        return any(squeezed(word).casefold() in text for word in self.external)
