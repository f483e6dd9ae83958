"""A figure of the table: some work beside other work in the same run, as a ratio with an aim."""

import gc
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

import pytest

CACHE = "powerlist/figures"

Work = Callable[[], object]


@dataclass(frozen=True)
class Figure:
    """One line: `measured` is a ratio (or with `unit` a size), reached where it is at most `aim`."""

    work: str
    beside: str
    aim: float | None  # None: stated for comparison, without an aim
    measured: float
    detail: str = ""
    unit: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the aim is reached; None where there is none."""
        return None if self.aim is None else self.measured <= self.aim


class Book:
    """Where figures are written down, so that the page of them is generated and not typed."""

    def __init__(self, config: pytest.Config) -> None:
        self._cache = config.cache

    def note(self, figure: Figure) -> Figure:
        """Keep a figure, in the place of an older one of the same work, and say it."""
        assert self._cache is not None
        known: dict[str, Any] = self._cache.get(CACHE, {})
        self._cache.set(CACHE, {**known, f"{figure.work} / {figure.beside}": asdict(figure)})
        print(f"\n{figure.work} beside {figure.beside}: {figure.measured:.2f}{figure.unit}, aim {figure.aim}")
        print(f"  {figure.detail}")
        return figure


def best(work: Work, rounds: int, clock: Callable[[], float] = time.perf_counter) -> float:
    """Seconds of the best of some rounds: the machine may be busy with other things.

    `time.process_time` as the clock leaves out what other programs do, and all child processes.
    """
    spent = []
    for _ in range(rounds):
        gc.collect()
        start = clock()
        work()
        spent.append(clock() - start)
    return min(spent)


def in_turn(
    benchmark: Any, ours: Work, bare: Work, rounds: int = 5, clock: Callable[[], float] = time.perf_counter
) -> tuple[float, float]:
    """(seconds of ours, seconds of bare): the best of rounds taken in turn, on one and the same machine."""
    spent: list[float] = []
    bare()

    def between() -> None:
        spent.append(best(bare, 1, clock))
        gc.collect()

    benchmark.pedantic(ours, setup=between, rounds=rounds, warmup_rounds=1)
    return benchmark.stats.stats.min, min(spent)
