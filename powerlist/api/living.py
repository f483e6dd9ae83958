"""Living with findings: the waivers of a kept register and its last check, in files beside the store."""

import json
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar
from urllib.parse import quote

from powerlist.api.book import WAIVERS
from powerlist.api.stores import own_folder, store_url
from powerlist.errors import InputError, PowerlistError, StoreError, reason
from powerlist.i18n import Lang, Text
from powerlist.model.fingerprint import fingerprint
from powerlist.model.register import Register
from powerlist.resources import write_whole
from powerlist.rules import Report, Waiver, read_waivers
from powerlist.rules.waivers import waivers_text
from powerlist.stores import open_store
from powerlist.views.reports.annotated import annotated
from powerlist.views.reports.comparison import Comparison, compare, read_earlier
from powerlist.views.reports.comparison import Earlier as EarlierCheck
from powerlist.views.reports.findings import as_data

__all__ = [
    "Desk",
    "EarlierCheck",
    "annotated_upload",
    "beside_earlier",
    "desk",
    "earlier_check",
    "waivers_of",
]

_THIS, _LAST = "this-check.json", "last-check.json"
_LONGEST = 60  # letters of an id in the name of its folder
_LOCK = threading.RLock()
T = TypeVar("T")


@dataclass(frozen=True)
class Desk:
    """The folder of one kept register: waivers.yaml as the command line takes it, this check and the last."""

    folder: Path

    def waivers(self) -> tuple[Waiver, ...]:
        """What is accepted. Raises InputErrors where somebody has written it wrongly."""
        path = self.folder / WAIVERS
        return read_waivers(path) if path.is_file() else ()

    def waive(self, *new: Waiver) -> None:
        """Accept more; one for the same thing replaces the older. Raises StoreError if it cannot be kept."""
        told = {_what(one) for one in new}
        self._change(lambda there: [*(one for one in there if _what(one) not in told), *new])

    def take_back(self, waiver: Waiver) -> None:
        """Accept it no longer."""
        self._change(lambda there: [one for one in there if _what(one) != _what(waiver)])

    def note(self, report: Report, register: Register) -> EarlierCheck | None:
        """Remember this check; the last one of another content. Raises StoreError, InputError."""
        stamp = fingerprint(register)
        with _LOCK:
            this, last = self.folder / _THIS, self.folder / _LAST
            if this.is_file() and _stamp(this) != stamp:
                self._write(_LAST, this.read_text(encoding="utf-8"))
            self._write(_THIS, _noted(report, register, stamp))
            return read_earlier(last) if last.is_file() else None

    def _change(self, how: Callable[[tuple[Waiver, ...]], Iterable[Waiver]]) -> None:
        with _LOCK:
            self._write(WAIVERS, waivers_text(how(self.waivers())))

    def _write(self, name: str, text: str) -> None:
        try:
            write_whole(self.folder / name, text)
        except OSError as error:
            why = reason(error)
            said = Text(f"写不进去（{why.zh}）。", f"cannot be written ({why.en}).")
            raise StoreError(str(self.folder / name), said) from error


def desk(id: str, url: str = "") -> Desk:
    """The desk of a kept register: next to a file or folder, among the user's own data for a server."""
    return Desk(_home(store_url(url)) / f"{quote(id, safe='')[:_LONGEST]}-{_short(id)}")


@lru_cache(maxsize=16)
def _home(url: str) -> Path:
    scheme, _, rest = url.partition(":")
    path = Path(rest)
    if scheme in ("sqlite", "folder"):
        return path.with_name(f"{path.stem if scheme == 'sqlite' else path.name}.checks")
    store = open_store(url)
    try:
        return own_folder() / f"checks-{_short(store.url)}"
    finally:
        store.close()


def waivers_of(name: str, content: bytes) -> tuple[Waiver, ...]:
    """The waivers of a file that somebody gives. Raises InputErrors."""
    return _from_file(name, content, read_waivers)


def earlier_check(name: str, content: bytes) -> EarlierCheck:
    """The JSON of an earlier check that somebody gives. Raises InputError."""
    return _from_file(name, content, read_earlier)


def beside_earlier(report: Report, earlier: EarlierCheck) -> Comparison:
    """What is new, gone and unchanged since an earlier check."""
    return compare(report, earlier)


def annotated_upload(report: Report, name: str, content: bytes, lang: Lang) -> bytes:
    """A copy of a given workbook with the findings in its cells. Raises InputError for what is none."""
    return _from_file(name, content, lambda path: annotated(report, path, lang))


def _from_file(name: str, content: bytes, read: Callable[[Path], T]) -> T:
    with TemporaryDirectory() as folder:
        path = Path(folder) / (Path(name).name or "file")
        path.write_bytes(content)
        try:
            return read(path)
        except PowerlistError as error:
            zh, en = (part.replace(f"{folder}/", "") for part in (error.text.zh, error.text.en))
            raise PowerlistError(Text(zh, en)) from error


def _what(waiver: Waiver) -> tuple[str, str, str]:
    return waiver.key, waiver.code, waiver.name


def _noted(report: Report, register: Register, stamp: str) -> str:
    """The JSON of a check, with each sentence in both languages."""
    data: dict[str, Any] = as_data(report, register, "zh")
    for row, finding in zip(data["findings"], report.findings, strict=True):
        row["message_en"] = finding.message.en
    return json.dumps({**data, "fingerprint": stamp}, ensure_ascii=False, indent=1) + "\n"


def _stamp(path: Path) -> str:
    try:
        return str(json.loads(path.read_text(encoding="utf-8")).get("fingerprint", ""))
    except (ValueError, AttributeError, OSError) as error:
        raise InputError(str(path), Text("读不懂。", "cannot be read.")) from error


def _short(word: str) -> str:
    return sha256(word.encode()).hexdigest()[:8]
