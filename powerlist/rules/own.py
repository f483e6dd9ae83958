"""Rules of the user's own: a Python file with the same decorator.

from powerlist.rules import Hit, Severity, Text, rule

@rule("X01", Severity.WARNING, title=Text("…", "…"), why=…, fix=…, message=…)
def power_without_number(case):
    ...
"""

import runpy
import sys
import traceback
from collections.abc import Sequence
from contextlib import redirect_stdout
from pathlib import Path

from powerlist.errors import NO_FILE, InputError
from powerlist.i18n import Text
from powerlist.rules.rule import RULES, Registry

_BROKEN = Text("规则文件不能执行：{error}。", "the file of rules does not run: {error}.")
_NONE = Text(
    "没有用 @rule 写的规则；写法见 powerlist/docs/checking.md。",
    "it holds no rule made with @rule; powerlist/docs/checking.md shows how.",
)


def with_own(paths: Sequence[Path]) -> Registry:
    """The rules that ship and those of these files; the shipped registry itself stays as it is.

    The files are run as Python: only what the user trusts belongs here. Raises InputError with file and line
    for a file that does not run or holds no rule.
    """
    shipped = dict(RULES.rules)
    try:
        for path in paths:
            _run(path)
        return Registry(dict(RULES.rules))
    finally:
        RULES.rules = shipped


def _run(path: Path) -> None:
    if not path.is_file():
        raise InputError(str(path), NO_FILE)
    before = len(RULES.rules)
    try:
        with redirect_stdout(sys.stderr):  # what a file prints is talk, not data
            runpy.run_path(str(path))
    except (Exception, SystemExit) as error:  # whatever the user's file does, it is told in one sentence
        said = _BROKEN.fill(error=f"{type(error).__name__}: {error}")
        raise InputError(str(path), said, _line_of(error, path)) from error
    if len(RULES.rules) == before:
        raise InputError(str(path), _NONE)


def _line_of(error: BaseException, path: Path) -> str:
    """The last line of the user's file that ran."""
    if isinstance(error, SyntaxError):
        return f"L{error.lineno}" if error.lineno else ""
    frames = [one for one in traceback.extract_tb(error.__traceback__) if one.filename == str(path)]
    return f"L{frames[-1].lineno}" if frames else ""
