"""Citations for the stories, from words as people write them."""

from datetime import date
from typing import Any

from powerlist.laws import LawIndex, Resolution, index
from powerlist.model.basis import LegalBasis

TODAY = date(2026, 11, 24)


def cite(
    instrument: str, article: int | None = None, paragraph: int | None = None, **more: Any
) -> LegalBasis:
    return LegalBasis(id="b", owner="p", instrument=instrument, article=article, paragraph=paragraph, **more)


def resolve(basis: LegalBasis, on: date = TODAY, within: LawIndex | None = None) -> Resolution:
    return (within or index()).resolve(basis, on)
