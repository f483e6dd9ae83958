"""powerlist/docs/benchmarks.md, written from what the benchmarks noted: `python -m tests.benchmarks.page`."""

import json
import os
import platform
from collections.abc import Iterator
from datetime import date
from importlib.metadata import version
from pathlib import Path

from tests.benchmarks.figures import CACHE, Figure

_ROOT = Path(__file__).parent.parent.parent
PAGE = _ROOT / "powerlist" / "docs" / "benchmarks.md"
NOTED = _ROOT / ".pytest_cache" / "v" / CACHE
_LIBRARIES = ("pydantic", "networkx", "python-calamine", "openpyxl", "neo4j", "pygraphviz", "streamlit")

_HEAD = """# Figures

Generated; run it again with

    python -m tests.benchmarks

which runs every benchmark, notes its figures and writes this page. Every figure but the memory is a ratio of
two pieces of work in the same run, the best of several rounds taken in turn. Lists and workbooks come
from `powerlist generate`. Processor time is compared where both sides run in one process, else the clock.

{machine}

| work | beside | aim | measured | met | in figures |
|---|---|---|---|---|---|
"""


_BY_HAND = Path(__file__).with_name("by_hand.md")


def figures() -> list[Figure]:
    """What was noted, in the order in which it was first noted."""
    if not NOTED.exists():
        return []
    return [Figure(**one) for one in json.loads(NOTED.read_text(encoding="utf-8")).values()]


def page(found: list[Figure], machine: str) -> str:
    """The page of these figures."""
    return (
        _HEAD.format(machine=machine)
        + "".join(map(_line, found))
        + "".join(_missed(found))
        + "\n"
        + _BY_HAND.read_text("utf-8")
    )


def write_page() -> None:
    """Write the page of what was noted; without anything noted the old one stays."""
    found = figures()
    if found:
        PAGE.write_text(page(found, _machine()), encoding="utf-8")


def _line(one: Figure) -> str:
    aim = "–" if one.aim is None else f"{one.aim:g}{one.unit}"
    met = {None: "–", True: "yes", False: "**no**"}[one.met]
    return f"| {one.work} | {one.beside} | {aim} | {one.measured:.2f}{one.unit} | {met} | {one.detail} |\n"


def _missed(found: list[Figure]) -> Iterator[str]:
    """By how much each missed aim is missed."""
    missed = [one for one in found if one.met is False]
    if missed:
        yield "\nMissed, and by how much:\n\n"
    for one in missed:
        assert one.aim is not None
        yield f"- {one.work}, beside {one.beside}: {one.measured / one.aim:.1f} times the aim\n"


def _machine() -> str:
    chip = platform.processor() or platform.machine()
    cores, load = os.cpu_count(), os.getloadavg()[2]
    libraries = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    quiet = "" if load < 1.5 * (cores or 1) else " The machine was busy with other work: provisional figures."
    return (
        f"{date.today().isoformat()}, {platform.system()} {chip}, {cores} cores, Python "
        f"{platform.python_version()}; {libraries}. Load over the quarter of an hour: {load:.1f}.{quiet}"
    )


if __name__ == "__main__":
    write_page()
