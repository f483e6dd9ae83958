"""Schemes of integrity risk: kinds, levels and how a level is found, as data."""

from dataclasses import dataclass
from typing import Any

from powerlist.i18n import Lang, Text


@dataclass(frozen=True, slots=True)
class RiskLevel:
    """One level: its rank (3 the gravest), its name and the letter drawn in its mark."""

    rank: int
    text: Text
    letter: Text


@dataclass(frozen=True, slots=True)
class RiskScheme:
    """One place's way to name and rank risks; `overrides` make a risk the gravest whatever the answers."""

    key: str
    text: Text
    kinds: dict[str, Text]
    levels: dict[int, RiskLevel]
    method: Text
    inputs: tuple[str, ...]
    thresholds: dict[int, float]
    overrides: tuple[str, ...] = ()

    def rank_of(self, *inputs: float) -> int:
        """The rank for answers in the order of `inputs`: their product against the thresholds."""
        product = 1.0
        for value in inputs:
            product *= value
        ranks = sorted(self.thresholds, reverse=True)
        return next((rank for rank in ranks if product >= self.thresholds[rank]), ranks[-1])

    def letter(self, rank: int, lang: Lang) -> str:
        """The letter in the mark of this rank."""
        return self.levels[rank].letter.of(lang)


def schemes_of(data: dict[str, Any]) -> dict[str, RiskScheme]:
    """Every scheme of risk_schemes.yaml by its key."""
    return {key: _scheme(key, row) for key, row in data["schemes"].items()}


def _scheme(key: str, row: dict[str, Any]) -> RiskScheme:
    levels = {
        rank: RiskLevel(rank, Text(one["zh"], one["en"]), Text(one["letter_zh"], one["letter_en"]))
        for rank, one in row["levels"].items()
    }
    kinds = {name: Text(one["zh"], one["en"]) for name, one in row["kinds"].items()}
    method = Text(row["method"]["zh"], row["method"]["en"])
    return RiskScheme(
        key,
        Text(row["zh"], row["en"]),
        kinds,
        levels,
        method,
        tuple(row["inputs"]),
        row["thresholds"],
        tuple(row.get("overrides", ())),
    )
