"""How a place does it, as data: stages, column headings, risk schemes, who supervises which level."""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from powerlist.model.codes import PostLevel
from powerlist.practice.listing import Listing
from powerlist.practice.procedures import Procedures
from powerlist.practice.regulations import Regulations
from powerlist.practice.risk_schemes import RiskScheme, schemes_of
from powerlist.practice.stages import StageCatalogue, StageRole

__all__ = [
    "Listing",
    "Practice",
    "Procedures",
    "Regulations",
    "RiskScheme",
    "StageCatalogue",
    "StageRole",
    "load",
]

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Practice:
    """One place's practice."""

    stages: StageCatalogue
    schemes: dict[str, RiskScheme]
    default_scheme: str
    supervision: dict[int, PostLevel]
    level_order: tuple[tuple[PostLevel, ...], ...]
    own_steps: tuple[PostLevel, ...] = (PostLevel.CHIEF,)  # 主要领导自己办理的环节由谁监督
    procedures: Procedures = field(default_factory=Procedures)
    listing: Listing = field(default_factory=Listing)
    regulations: Regulations = field(default_factory=Regulations)

    @property
    def scheme(self) -> RiskScheme:
        """The scheme that is used where a rating names none."""
        return self.schemes[self.default_scheme]

    def watcher_owed(self, rank: int, at: PostLevel | None = None) -> PostLevel:
        """The level that answers for a risk of `rank` that a post of the level `at` bears."""
        return self.own_steps[0] if at is PostLevel.CHIEF else self.supervision[rank]

    def high_enough(self, level: PostLevel, rank: int, at: PostLevel | None = None) -> bool:
        """Whether a post of `level` may answer for the supervision of such a risk."""
        if at is PostLevel.CHIEF:
            return level in self.own_steps
        return self._height(level) <= self._height(self.supervision[rank])

    def _height(self, level: PostLevel) -> int:
        return next(place for place, levels in enumerate(self.level_order) if level in levels)


@cache
def load(folder: Path | None = None) -> Practice:
    """The practice of the files in `folder`; a file that is not there is taken from the package."""
    risk, supervision = _read("risk_schemes.yaml", folder), _read("supervision.yaml", folder)
    return Practice(
        stages=StageCatalogue.of(_read("stages.yaml", folder)),
        schemes=schemes_of(risk),
        default_scheme=risk["default"],
        supervision={rank: PostLevel(level) for rank, level in supervision["levels"].items()},
        level_order=tuple(tuple(PostLevel(one) for one in row) for row in supervision["order"]),
        own_steps=tuple(PostLevel(one) for one in supervision.get("own_steps", ("chief",))),
        procedures=Procedures.of(_read("procedures.yaml", folder)),
        listing=Listing.of(_read("listing.yaml", folder)),
        regulations=Regulations.of(_read("regulations.yaml", folder)),
    )


def _read(name: str, folder: Path | None) -> dict[str, Any]:
    own = folder / name if folder else None
    path = own if own and own.is_file() else _HERE / name
    data: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return data
