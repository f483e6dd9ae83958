"""A store in a folder: one file a register, a line a thing, so that versions compare line by line."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from pydantic import ValidationError

from powerlist.errors import StoreError, reason
from powerlist.i18n import Text
from powerlist.model.collector import without_collector
from powerlist.model.identity import short_hash
from powerlist.model.plain import from_plain, to_plain
from powerlist.model.register import Register
from powerlist.resources import write_whole
from powerlist.stores.store import (
    Loaded,
    Saved,
    check_revision,
    damaged,
    not_ours,
    register_id,
    too_new,
    unknown,
)

_VERSION = 1
_MARK = "powerlist-store.json"
_LOCK = ".lock"
_PATIENCE = 30  # seconds that a writer waits for another


class FolderStore:
    """Registers as JSON lines. A file appears whole or not at all; a lock keeps two writers apart."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def url(self) -> str:
        """folder:PATH."""
        return f"folder:{self.path}"

    def registers(self) -> tuple[Saved, ...]:
        """Every register that is kept, by id."""
        with self._told():
            found = [self._head(file)[0] for file in self._files()]
        return tuple(sorted(found, key=lambda saved: saved.id))

    def load(self, id: str) -> Loaded:
        """One register."""
        with self._told(), without_collector():
            self._check_ours()
            file = self._file(id)
            if not file.is_file():
                raise unknown(self.url, id)
            return self._read(file)

    def save(self, register: Register, *, based_on: int, id: str = "") -> Saved:
        """Keep the register whole or not at all."""
        id = id or register_id(register)
        with self._told(), without_collector():
            saved = Saved.after(id, register, based_on)
            lines = "".join(f"{_json(line)}\n" for line in _lines(register))
            with self._writing():
                check_revision(self.url, id, based_on, self._revision(id))
                write_whole(self._file(id), f"{_json(_header(saved, lines))}\n{lines}")
        return saved

    def delete(self, id: str, *, based_on: int) -> None:
        """Forget one register."""
        with self._told(), self._writing():
            current = self._revision(id)
            if not current:
                raise unknown(self.url, id)
            check_revision(self.url, id, based_on, current)
            self._file(id).unlink()

    def export(self) -> Iterator[Loaded]:
        """Every register, by id."""
        for saved in self.registers():
            yield self.load(saved.id)

    def close(self) -> None:
        """Nothing is held between calls."""

    # -- files

    def _file(self, id: str) -> Path:
        """A name that any file system takes and that no two ids share."""
        readable = "".join(c for c in id if c.isascii() and c.isalnum())[:40]
        digest = sha256(id.encode()).hexdigest()[:16]
        return self.path / f"{readable or short_hash(id)}-{digest}.jsonl"

    def _files(self) -> list[Path]:
        self._check_ours()
        return sorted(self.path.glob("*.jsonl"))

    def _check_ours(self) -> None:
        if not self.path.exists():
            return
        mark = self.path / _MARK
        if mark.is_file():
            if json.loads(mark.read_text(encoding="utf-8"))["powerlist_store"] > _VERSION:
                raise too_new(self.url)
        elif any(file.name != _LOCK for file in self.path.iterdir()):
            raise not_ours(self.url)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._check_ours()
        self.path.mkdir(parents=True, exist_ok=True)
        with FileLock(self.path / _LOCK, timeout=_PATIENCE):
            self._check_ours()
            if not (self.path / _MARK).exists():
                write_whole(self.path / _MARK, _json({"powerlist_store": _VERSION}) + "\n")
            yield

    def _revision(self, id: str) -> int:
        file = self._file(id)
        return self._head(file)[0].revision if file.is_file() else 0

    def _head(self, file: Path) -> tuple[Saved, str]:
        with file.open(encoding="utf-8") as lines:
            return _saved(json.loads(lines.readline()))

    def _read(self, file: Path) -> Loaded:
        first, _, rest = file.read_text(encoding="utf-8").partition("\n")
        saved, digest = _saved(json.loads(first))
        if sha256(rest.encode()).hexdigest() != digest:
            raise damaged(self.url, saved.id)
        return Loaded(saved, _register(rest))

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What goes wrong with files, in one sentence."""
        try:
            yield
        except Timeout:
            raise StoreError(self.url, _BUSY) from None
        except OSError as error:
            raise StoreError(self.url, _unusable(error)) from error
        except (ValidationError, ValueError, KeyError, TypeError) as error:
            raise StoreError(self.url, _ODD) from error


def _header(saved: Saved, lines: str) -> dict[str, Any]:
    told = {**asdict(saved), "saved_at": saved.saved_at.isoformat()}
    return {**told, "sha256": sha256(lines.encode()).hexdigest()}


def _saved(header: dict[str, Any]) -> tuple[Saved, str]:
    digest = header.pop("sha256")
    return Saved(**{**header, "saved_at": datetime.fromisoformat(header["saved_at"])}), digest


def _lines(register: Register) -> Iterator[dict[str, Any]]:
    """{"powers": {...}}: one table and one row a line, in register order."""
    for name, rows in to_plain(register).items():
        for row in rows if isinstance(rows, list) else [rows]:
            yield {name: row}


def _register(lines: str) -> Register:
    tables: dict[str, list[Any]] = {}
    for line in lines.split("\n")[:-1]:
        for name, row in json.loads(line).items():
            tables.setdefault(name, []).append(row)
    single = {name: tables.pop(name)[0] for name in ("powerlist", "authority")}
    return from_plain({**tables, **single})


_json: Callable[[Any], str] = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _unusable(error: OSError) -> Text:
    why = reason(error)
    return Text(
        f"文件夹不能读写（{why.zh}）。请检查路径、权限和磁盘空间。",
        f"the folder cannot be read or written ({why.en}). Check path, permissions and free space.",
    )


_BUSY = Text(
    "另一个程序正在写入，等待后仍未结束。请稍后再试。",
    "another program is still writing here. Try again later.",
)
_ODD = Text(
    "里面有 powerlist 读不懂的文件。请从备份恢复，或者换一个空文件夹。",
    "it holds files that powerlist cannot read. Restore them from a backup or choose an empty folder.",
)
