"""Small lists for tests, read as users' files are."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from powerlist.formats.yaml_tree import read_yaml
from powerlist.laws import LawIndex, index
from powerlist.model.register import Register
from powerlist.practice import load
from powerlist.rules import Report, Waiver, check, read_waivers

DAY = date(2026, 1, 1)


def waivers_of(text: str) -> tuple[Waiver, ...]:
    """The waivers that a file with this text gives."""
    if not text:
        return ()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "waivers.yaml"
        path.write_text(text, encoding="utf-8")
        return read_waivers(path)


def read(text: str) -> Register:
    """The register that a file with this text gives."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "list.yaml"
        path.write_text(text, encoding="utf-8")
        return read_yaml([path]).register


def checked(
    text: str | Register,
    *select: str,
    day: date = DAY,
    beside: Iterable[str | Register] = (),
    waivers: str = "",
    previous: Register | None = None,
    texts: Mapping[str, str] | None = None,
) -> Report:
    """The report on a list, of all rules or of those named.

    `beside` are the lists of its neighbours, `texts` the files of a folder of full texts.
    """
    own, *others = (read(one) if isinstance(one, str) else one for one in (text, *beside) if one)
    given = waivers_of(waivers)
    with TemporaryDirectory() as folder:
        laws = laws_with(Path(folder), texts or {})
        return check(
            own, load(), day, select=select, neighbours=others, waivers=given, previous=previous, laws=laws
        )


def laws_with(folder: Path, texts: Mapping[str, str]) -> LawIndex | None:
    """The index that ships beside full texts written into a folder; None, as it ships, without any."""
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return index().with_texts(folder) if texts else None


def keys(
    text: str | Register,
    *select: str,
    day: date = DAY,
    beside: Iterable[str | Register] = (),
    waivers: str = "",
    previous: Register | None = None,
    texts: Mapping[str, str] | None = None,
) -> list[str]:
    """The keys of the findings."""
    found = checked(
        text, *select, day=day, beside=beside, waivers=waivers, previous=previous, texts=texts
    ).findings
    return [finding.key for finding in found]
