"""Several lists, each checked by itself and beside all others; several at a time on several processors."""

import pickle
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from powerlist.analysis.neighbours import Neighbours
from powerlist.analysis.outside import outside
from powerlist.api.book import Book, open_book
from powerlist.api.checking import check
from powerlist.api.opening import column_map, open_sources, refuse_nothing
from powerlist.api.reporting import report_bytes
from powerlist.errors import PowerlistError, UsageError, file_trouble
from powerlist.formats.folders import unfolded
from powerlist.formats.reading import Reading
from powerlist.i18n import Lang, Text
from powerlist.model.collector import without_collector
from powerlist.model.register import Register
from powerlist.model.severity import Severity
from powerlist.practice import load

_STOPPED = Text(
    "检查进程意外中止（多半是内存不够）。请把 --jobs 改小再试。",
    "a process that checks came to an end (most often for want of memory); try again with fewer --jobs.",
)


@dataclass(frozen=True)
class Task:
    """How every list is to be checked: plain values, which another process can take over."""

    as_of: date
    form: str = "letter"
    lang: Lang = "zh"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()  # lists that are compared with and not checked
    previous: str | None = None  # the one list as it was before
    laws: tuple[Path, ...] = ()
    columns: Path | None = None
    own_rules: tuple[Path, ...] = ()
    settings: Path | None = None
    waivers: Path | None = None
    preset: str = ""

    def book(self) -> Book:
        """The rules, settings and waivers."""
        return open_book(
            own_rules=self.own_rules, settings=self.settings, waivers=self.waivers, preset=self.preset
        )

    def open(self, source: str, columns: Path | None = None) -> Reading:
        """One source, read. Raises PowerlistError or OSError."""
        reading = open_sources([source], column_map=column_map(columns) if columns else None)
        refuse_nothing(reading.register)
        return reading


@dataclass(frozen=True)
class Checked:
    """One list and its report; `trouble` says why there is none, `doubts` count what reading left open."""

    source: str
    authority: str = ""
    doubts: int = 0
    content: bytes = b""
    totals: Mapping[Severity, int] = field(default_factory=dict)
    trouble: Text | None = None

    def reaches(self, gravity: str) -> bool:
        """Whether a finding is as grave as `gravity` (error, warning, info; never is never reached)."""
        if gravity == "never":
            return False
        return any(count and one.weight >= Severity(gravity).weight for one, count in self.totals.items())


@dataclass(frozen=True)
class _Read:
    """One list as it was read: put down whole in `path`, its outside kept at hand."""

    source: str
    path: Path | None = None
    doubts: int = 0
    outside: Register | None = None
    trouble: Text | None = None


def lists_in(sources: Sequence[str]) -> list[str]:
    """The lists one by one: a folder of workbooks or documents stands for its files."""
    return [str(path) for path in unfolded([Path(source) for source in sources])]


def check_each(lists: Sequence[str], task: Task, jobs: int = 1) -> Iterator[Checked]:
    """Each list checked beside all others, in their order; `jobs` are checked at a time.

    A list that cannot be read says so and the others go on. Only one whole list a job is in memory at a
    time, beside the outside of all. Raises PowerlistError for settings, waivers or rules that are wrong.
    """
    task.book()
    others = tuple(outside(task.open(one).register, load().stages) for one in task.beside)
    with TemporaryDirectory(prefix="powerlist-") as folder:
        paths = [Path(folder, str(number)) for number in range(len(lists))]
        with _hands(jobs) as do:
            read: list[_Read] = list(do(partial(_read, task), lists, paths))
        known = (*(one.outside for one in read if one.outside), *others)
        with _hands(jobs, _Desk(task, known if len(known) > 1 else ())) as do:
            yield from do(_check, read)


@contextmanager
def _hands(jobs: int, desk: "_Desk | None" = None) -> Iterator[Any]:
    """A `map` that works here or in several processes, each with the desk before it."""
    if jobs == 1:
        _sit(desk)
        yield map
        return
    pool = ProcessPoolExecutor(jobs, initializer=_sit, initargs=(desk,))
    try:
        yield pool.map
    except BrokenProcessPool as error:
        raise UsageError(_STOPPED) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _read(task: Task, source: str, path: Path) -> _Read:
    try:
        reading = task.open(source, task.columns)
    except PowerlistError as error:
        return _Read(source, trouble=error.text)
    except OSError as error:
        return _Read(source, trouble=file_trouble(error))
    path.write_bytes(pickle.dumps(reading.register, pickle.HIGHEST_PROTOCOL))
    return _Read(source, path, len(reading.problems), outside(reading.register, load().stages))


@dataclass
class _Desk:
    """What a process has before it while it checks list after list."""

    task: Task
    known: Sequence[Register]

    @cached_property
    def book(self) -> Book:
        return self.task.book()

    @cached_property
    def beside(self) -> Neighbours:
        return Neighbours.of(self.known, self.task.as_of)

    def check(self, one: _Read, register: Register) -> Checked:
        task = self.task
        report = check(
            register,
            as_of=task.as_of,
            select=task.select,
            ignore=task.ignore,
            neighbours=self.beside,
            laws=task.laws,
            book=self.book,
        )
        content = report_bytes(report, register, one.source, task.form, task.lang, book=self.book)
        totals = Counter(finding.severity for finding in report.findings)
        return Checked(one.source, register.authority.name, one.doubts, content, totals)


_sitting: list[_Desk] = []  # the desk of this process


def _sit(desk: _Desk | None) -> None:
    _sitting[:] = [desk] if desk else []


def _check(one: _Read) -> Checked:
    if one.path is None:
        return Checked(one.source, trouble=one.trouble)
    try:
        with without_collector():
            register: Register = pickle.loads(one.path.read_bytes())
        one.path.unlink()
        return _sitting[0].check(one, register)
    except PowerlistError as error:
        return Checked(one.source, trouble=error.text)
