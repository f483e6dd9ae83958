"""A store in one SQLite file: many registers, one writer at a time, readers never wait."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from powerlist.errors import StoreError, reason
from powerlist.i18n import Text
from powerlist.model.collector import without_collector
from powerlist.model.register import Register
from powerlist.stores.rows import Row, references_of, register_of, rows_of
from powerlist.stores.sqlite_schema import APPLICATION_ID, VERSION, schema
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

_PATIENCE = 30.0  # seconds that a writer waits for another
_SAVED = "SELECT id, authority, revision, saved_at, fingerprint FROM register"


class SqliteStore:
    """Registers in one file. A connection lives for one call, so that any thread may call."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def url(self) -> str:
        """sqlite:PATH."""
        return f"sqlite:{self.path}"

    def registers(self) -> tuple[Saved, ...]:
        """Every register that is kept, by id."""
        with self._told(), self._reading() as db:
            return tuple(_saved(row) for row in db.execute(f"{_SAVED} ORDER BY id")) if db else ()

    def load(self, id: str) -> Loaded:
        """One register."""
        with self._told(), self._reading() as db, without_collector():
            found = db.execute(f"{_SAVED} WHERE id = ?", (id,)).fetchone() if db else None
            if db is None or found is None:
                raise unknown(self.url, id)
            return Loaded(_saved(found), self._register(db, id))

    def save(self, register: Register, *, based_on: int, id: str = "") -> Saved:
        """Keep the register whole or not at all."""
        id = id or register_id(register)
        with self._told(), without_collector():
            saved = Saved.after(id, register, based_on)
            rows, stray = rows_of(register)
            with self._writing() as db:
                number = self._cleared(db, id, based_on)
                number = _insert_head(db, (number, *_told(saved), len(rows), stray))
                _insert_rows(db, number, rows, register)
        return saved

    def delete(self, id: str, *, based_on: int) -> None:
        """Forget one register."""
        with self._told(), self._writing() as db:
            if not db.execute("SELECT 1 FROM register WHERE id = ?", (id,)).fetchone():
                raise unknown(self.url, id)
            self._cleared(db, id, based_on)

    def export(self) -> Iterator[Loaded]:
        """Every register, by id."""
        for saved in self.registers():
            yield self.load(saved.id)

    def close(self) -> None:
        """Nothing is held between calls."""

    # -- rows

    def _register(self, db: sqlite3.Connection, id: str) -> Register:
        number, count, stray = db.execute(
            "SELECT number, entities, origins FROM register WHERE id = ?", (id,)
        ).fetchone()
        rows = db.execute(
            "SELECT kind, id, body, origins FROM entity WHERE register = ? ORDER BY place", (number,)
        ).fetchall()
        try:
            if len(rows) != count:
                raise damaged(self.url, id)
            return register_of(rows, stray)
        except (ValueError, TypeError) as error:
            raise damaged(self.url, id) from error

    def _cleared(self, db: sqlite3.Connection, id: str, based_on: int) -> int | None:
        """Take away the revision that a change is based on; the number that the register keeps."""
        number, current = db.execute(
            "SELECT number, revision FROM register WHERE id = ?", (id,)
        ).fetchone() or (None, 0)
        check_revision(self.url, id, based_on, current)
        for table, column in (("reference", "register"), ("entity", "register"), ("register", "number")):
            db.execute(f"DELETE FROM {table} WHERE {column} = ?", (number,))
        return number

    # -- connections

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection | None]:
        """One consistent view of the file; None where there is none yet."""
        if not self.path.exists():
            yield None
            return
        with closing(self._connection("rw")) as db:
            db.execute("BEGIN")
            yield db if self._is_ours(db) else None

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it or nothing."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with closing(self._connection("rwc")) as db:
            self._is_ours(db)
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("BEGIN IMMEDIATE")
            if not self._is_ours(db):
                for statement in schema():
                    db.execute(statement)
            yield db
            db.execute("COMMIT")

    def _connection(self, mode: str) -> sqlite3.Connection:
        uri = f"{self.path.absolute().as_uri()}?mode={mode}"
        return sqlite3.connect(uri, uri=True, timeout=_PATIENCE, isolation_level=None)

    def _is_ours(self, db: sqlite3.Connection) -> bool:
        """Whether it is our store; False where it is empty. Raises StoreError for all else."""
        owner, version = (
            db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
        )
        if owner == APPLICATION_ID and version > VERSION:
            raise too_new(self.url)
        if owner == APPLICATION_ID and version:
            return True
        if owner or version or db.execute("SELECT 1 FROM sqlite_master").fetchone():
            raise not_ours(self.url)
        return False

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What goes wrong with the file, in one sentence."""
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise self._error(error) from error

    def _error(self, error: Exception) -> StoreError:
        name = getattr(error, "sqlite_errorname", "")
        if name == "SQLITE_NOTADB":
            return not_ours(self.url)
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            return StoreError(self.url, _BUSY)
        if self.path.is_dir():
            return StoreError(self.url, _A_FOLDER)
        return StoreError(self.url, _unusable(error))


def _insert_head(db: sqlite3.Connection, values: tuple[object, ...]) -> int:
    number = db.execute("INSERT INTO register VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values).lastrowid
    assert number is not None
    return number


def _insert_rows(db: sqlite3.Connection, number: int, rows: list[Row], register: Register) -> None:
    db.executemany(
        "INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?)",
        ((number, place, *row) for place, row in enumerate(rows)),
    )
    db.executemany(
        "INSERT INTO reference VALUES (?, ?, ?, ?)",
        ((number, *reference[:3]) for reference in references_of(register)),
    )


def _told(saved: Saved) -> tuple[str, str, int, str, str]:
    return saved.id, saved.authority, saved.revision, saved.saved_at.isoformat(), saved.fingerprint


def _saved(row: tuple[str, str, int, str, str]) -> Saved:
    id, authority, revision, saved_at, fingerprint = row
    return Saved(id, authority, revision, datetime.fromisoformat(saved_at), fingerprint)


def _unusable(error: Exception) -> Text:
    why = reason(error) if isinstance(error, OSError) else _reason(getattr(error, "sqlite_errorname", ""))
    return Text(
        f"文件不能读写（{why.zh}）。请检查路径、权限、磁盘空间，或者从备份恢复。",
        f"the file cannot be read or written ({why.en}). "
        "Check path, permissions and free space, or restore a backup.",
    )


def _reason(name: str) -> Text:
    """What the library's name for an error means."""
    found = next((text for start, text in _REASONS.items() if name.startswith(start)), None)
    return found or Text(f"出错：{name or '不明'}", f"error {name or 'unknown'}")


_REASONS = {
    "SQLITE_CANTOPEN": Text("打不开", "it does not open"),
    "SQLITE_READONLY": Text("只能读，不能写", "it is read-only"),
    "SQLITE_PERM": Text("没有权限", "permission denied"),
    "SQLITE_FULL": Text("磁盘已满", "the disk is full"),
    "SQLITE_IOERR": Text("磁盘读写出错", "the disk failed"),
    "SQLITE_CORRUPT": Text("内容已损坏", "its content is damaged"),
}
_A_FOLDER = Text(
    "这是文件夹，不能读写。sqlite: 后面请写文件名；要存进文件夹，请用 folder:。",
    "this is a folder. Name a file after sqlite:, or use folder: for a folder.",
)
_BUSY = Text(
    "另一个程序正在写入，等待后仍未结束。请稍后再试。",
    "another program is still writing here. Try again later.",
)
