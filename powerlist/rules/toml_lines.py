"""A TOML file with the lines of its words, and its parser's complaints in the reader's words."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from powerlist.errors import InputError, unreadable
from powerlist.i18n import Text

_NOT_TOML = Text("写法有误：{why}。", "this is no TOML: {why}.")
_NOT_UTF8 = Text("不是 UTF-8 文字。请另存为 UTF-8 编码。", "this is no UTF-8 text; save it as UTF-8.")
_TWICE = Text("同一项写了两次，或既是值又是一组", "written twice, or both a value and a table")
_BRACKET = Text("方括号没有成对", "a square bracket is not closed")
_QUOTES = Text("引号没有成对，或有不能用的字符", "a quotation mark is not closed, or a letter is not allowed")
_SLIPS = {
    "Invalid value": Text("值的写法不对，文字要加引号", "this is no value; put text in quotes"),
    "Cannot overwrite": _TWICE,
    "Cannot declare": _TWICE,
    "Cannot mutate": _TWICE,
    "Duplicate inline": _TWICE,
    "Expected '=' after": Text("名称后面缺少等号（=）", "the sign = is missing after a name"),
    "Expected ']": _BRACKET,
    "Unclosed array": _BRACKET,
    "Unclosed inline table": Text("大括号没有成对", "a brace is not closed"),
    "Illegal character": _QUOTES,
    "Unterminated string": _QUOTES,
    'Expected "\'"': _QUOTES,
    "Invalid initial character": Text(
        "名称的写法不对，中文名称要加引号", "this is no name; put it in quotes"
    ),
    "Expected newline": Text("一行只写一项", "one item a line"),
    "Invalid date": Text("日历上没有这一天", "this is no day of the calendar"),
    "Unescaped": Text("反斜线（\\）要写两个", "write a backslash twice"),
    "Invalid hex": Text("反斜线（\\）要写两个", "write a backslash twice"),
}
_ELSE = Text("请核对引号、等号和方括号", "look at quotes, equal signs and square brackets")
_HEAD = re.compile(r"\s*\[+\s*([^\]]+?)\s*\]")


@dataclass(frozen=True)
class TomlFile:
    """The text of a file and what it says."""

    path: Path
    text: str
    data: dict[str, Any]

    def line(self, word: str, table: str = "") -> str:
        """The line where a word stands by itself, in its table rather than elsewhere."""
        sought = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
        found = [(at, head) for at, head, line in self._lines() if sought.search(line.split("#")[0])]
        own = [at for at, head in found if head.split(".")[-1].strip(" \"'") == table]
        return f"L{(own or [at for at, _ in found] or [1])[0]}"

    def _lines(self) -> Iterator[tuple[int, str, str]]:
        """Number, heading of the table, and line; a heading stands in the table above it."""
        head = ""
        for at, line in enumerate(self.text.splitlines(), 1):
            below = _HEAD.match(line)
            yield at, below[1].rpartition(".")[0] if below else head, line
            head = below[1] if below else head


def load_toml(path: Path) -> TomlFile:
    """The file, read. Raises InputError with the line for what is no TOML, no UTF-8, or cannot be read."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(str(path), _NOT_UTF8) from error
    except OSError as error:
        raise unreadable(str(path), error) from error
    try:
        return TomlFile(path, text, tomllib.loads(text))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise InputError(
            str(path), _NOT_TOML.fill(why=_slip(str(error))), _line_of(str(error), text)
        ) from error


def _slip(said: str) -> Text:
    return next((text for start, text in _SLIPS.items() if said.startswith(start)), _ELSE)


def _line_of(said: str, text: str) -> str:
    found = re.search(r"line (\d+)", said)
    return f"L{found[1] if found else max(1, len(text.splitlines()))}"
