"""A register as JSON lines: a line a thing, for other programs and for very many things.

The first line is `{"powerlist": 1}`; every other one names a table and holds one row of it. Where things were
read is not written: a file is its own origin, and reading it gives its lines.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from powerlist.errors import InputError, InputErrors
from powerlist.formats.integrity import faults_of
from powerlist.formats.reading import Reading
from powerlist.formats.workbook import load_bytes
from powerlist.i18n import Text
from powerlist.model.entity import Entity
from powerlist.model.plain import to_plain
from powerlist.model.register import Register
from powerlist.model.source import Origin, Source
from powerlist.practice.columns import MODELS
from powerlist.resources import write_whole

VERSION = 1
_TABLES = {model.table: model for model in MODELS.values()}
_NOT_JSON = Text("这一行不是JSON对象（{why}）。", "this line is no JSON object ({why}).")
_NO_TABLE = Text("不认识的表“{name}”。可用：{known}。", "unknown table “{name}”; known are {known}.")
_INVALID = Text("“{field}”的值“{written}”不能用：{why}。", "{field}: “{written}” cannot be used: {why}.")
_DOUBLE = Text("编号“{id}”用了两次，先在第{line}行。", "the id “{id}” is used twice, first on line {line}.")
_NEWER = Text(
    "是较新版本的程序写的。请先升级本程序。", "it was written by a newer version; update this program first."
)
_AUTHORITY = Text("须有且只有一行“authority”（实施主体）。", "there must be exactly one line “authority”.")
_UTF8 = Text("不是 UTF-8 文字。", "is no UTF-8 text.")


def is_jsonl(data: bytes) -> bool:
    """Whether the content begins as this program's JSON lines do."""
    first = data.removeprefix(b"\xef\xbb\xbf")[:40].split(b"\n", 1)[0].replace(b" ", b"")
    return first.startswith(b'{"powerlist":')


def write_jsonl(register: Register, path: Path) -> None:
    """Write the register as JSON lines, whole or not at all."""
    write_whole(path, to_jsonl(register))


def to_jsonl(register: Register) -> str:
    """The register as JSON lines, in the order of its tables."""
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    return "".join(f"{encode(line)}\n" for line in _lines(register))


def _lines(register: Register) -> Iterator[dict[str, Any]]:
    for name, rows in to_plain(register, origins=False).items():
        for row in rows if isinstance(rows, list) else [rows]:
            yield {name: row}


def read_jsonl(path: Path) -> Reading:
    """The register of a file of JSON lines; raises InputErrors with the line of every fault."""
    try:
        text = load_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(path.name, _UTF8) from None
    reader = _Reader(path.name)
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            reader.take(line, number)
    return Reading(reader.register())


class _Reader:
    """Gathers things and faults line by line."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.tables: dict[str, list[Entity]] = {name: [] for name in _TABLES}
        self.lines: dict[str, int] = {}
        self.faults: list[InputError] = []

    def take(self, line: str, number: int) -> None:
        """One line: the version, or one row of one table."""
        try:
            ((name, row),) = json.loads(line, parse_constant=_refused).items()
        except (ValueError, AttributeError, RecursionError) as error:
            self._tell(_NOT_JSON.fill(why=type(error).__name__), number)
            return
        if name == "powerlist":
            if row != VERSION:
                raise InputError(self.file, _NEWER, f"L{number}")
        elif name in _TABLES:
            self._add(_TABLES[name], row, number)
        else:
            self._tell(_NO_TABLE.fill(name=name[:40], known="、".join(sorted(_TABLES))), number)

    def _add(self, model: type[Entity], row: Any, number: int) -> None:
        try:
            entity = model.model_validate(row)
        except ValidationError as error:
            for one in error.errors():
                field = ".".join(map(str, one["loc"])) or "?"
                said = _INVALID.fill(field=field, written=str(one["input"])[:60], why=one["msg"])
                self._tell(said, number)
            return
        if entity.id in self.lines:
            self._tell(_DOUBLE.fill(id=entity.id, line=self.lines[entity.id]), number)
            return
        self.lines[entity.id] = number
        self.tables[model.table].append(entity)

    def _tell(self, text: Text, number: int) -> None:
        self.faults.append(InputError(self.file, text, f"L{number}"))

    def register(self) -> Register:
        """The whole; raises every fault at once."""
        authorities = self.tables.pop("authority")
        if len(authorities) != 1:
            self.faults.append(InputError(self.file, _AUTHORITY))
        self._stop()
        origins = {(id, ""): Origin(Source(self.file, "", f"L{line}")) for id, line in self.lines.items()}
        register = Register.model_validate({"authority": authorities[0], "origins": origins, **self.tables})
        self.faults = [InputError(p.source.file, p.text, p.source.cell) for p in faults_of(register)]
        self._stop()
        return register

    def _stop(self) -> None:
        if len(self.faults) == 1:
            raise self.faults[0]
        if self.faults:
            raise InputErrors(self.faults)


def _refused(constant: str) -> float:
    raise ValueError(constant)  # NaN and Infinity are no JSON
