"""Registers of a realistic size for the figures: a complete bureau, and where each of its things was read."""

from datetime import date
from functools import cache

from powerlist.generating import complete, generate
from powerlist.model.register import Register
from powerlist.model.source import Origin, Source


@cache
def large(powers: int) -> Register:
    """A register of `powers` powers and about fifty things a power, with where each was read."""
    register = complete(next(generate(powers, 1, 1)), date(2026, 1, 5))
    places = enumerate(register.entities(), 3)
    origins = {(one.id, ""): Origin(Source("权责清单.xls", "表1", f"A{row}")) for row, one in places}
    return register.model_copy(update={"origins": origins})
