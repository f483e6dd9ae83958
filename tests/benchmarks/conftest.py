"""What the benchmarks share: the book of figures, and registers that are made once."""

from collections.abc import Callable
from datetime import date
from functools import cache

import pytest

from powerlist.generating import complete, generate
from powerlist.model.register import Register
from tests.benchmarks.figures import Book

CONFIRMED = date(2026, 1, 5)


@pytest.fixture
def book(request: pytest.FixtureRequest) -> Book:
    """Where the test writes its figures down."""
    return Book(request.config)


@pytest.fixture(scope="session")
def complete_register() -> Callable[[int], Register]:
    """A register of so many powers with processes, risks, controls, pledges and publications."""

    @cache
    def made(powers: int) -> Register:
        return complete(next(generate(powers, 1, 1)), CONFIRMED)

    return made
