"""Rules of the user's own: a Python file with the same decorator.

from powerlist.rules import Hit, Severity, Text, rule

@rule("X01", Severity.WARNING, title=Text("…", "…"), why=…, fix=…, message=…)
def power_without_number(case):
    ...
"""

import re
import runpy
import sys
import tokenize
import traceback
from collections.abc import Iterator, Sequence
from contextlib import redirect_stdout
from dataclasses import replace
from functools import wraps
from pathlib import Path

from powerlist.errors import A_FOLDER, NO_FILE, InputError, InputErrors, UsageError
from powerlist.i18n import Text
from powerlist.model.entity import Entity
from powerlist.model.severity import Severity
from powerlist.rules.rule import RULES, Case, Check, Hit, Registry, Rule

_BROKEN = Text("规则文件不能执行：{error}。", "the file of rules does not run: {error}.")
_SYNTAX = Text("Python 写法有误（{error}）。", "this is no Python ({error}).")
_NOT_UTF8 = Text(
    "不是 UTF-8 文字，不能当作 Python 文件。请用 UTF-8 另存。", "this is no UTF-8 text; save it as UTF-8."
)
_NONE = Text(
    "没有用 @rule 写的规则；写法见 powerlist/docs/checking.md。",
    "it holds no rule made with @rule; powerlist/docs/checking.md shows how.",
)
_TAKEN = Text(
    "编号或名称“{code}”（{slug}）已有规则在用。请换一个编号和函数名。",
    "the code or name “{code}” ({slug}) is another rule's; choose another code and name of the function.",
)
_CODE = Text(
    "规则编号“{code}”应为字母加数字，如 X01。",
    "the code of a rule is letters and digits such as X01: “{code}”.",
)
_GRAVITY = Text(
    "规则{code}的轻重应为 Severity.ERROR、WARNING 或 INFO。",
    "rule {code}: its severity must be Severity.ERROR, WARNING or INFO.",
)
_WORDS = Text(
    '规则{code}的“{word}”应为 Text("中文", "English")。',
    "rule {code}: “{word}” must be Text(Chinese, English).",
)
_NO_HIT = Text("规则应当 yield Hit(…)，得到的是{what}", "a rule yields Hit(…); this one gave {what}")
_NOTHING = Text(
    "规则里没有 yield，也没有返回 Hit 的列表", "the rule neither yields nor returns a list of Hit(…)"
)
_ELSEWHERE = Text(
    "Hit(…) 的对象“{what}”不在这份清单里", "Hit(…) holds “{what}”, which is nothing of this list"
)
_TOO_MANY = Text("已经报了{count}处，没有停下", "it told {count} hits and did not stop")
_MOST = 1_000_000
_STOPPED = Text(
    "已按 Ctrl+C 中止：规则{code}（{file}）还没有结束。请改正这条规则，或者用 --ignore {code} 不用它。",
    "Stopped with Ctrl+C: rule {code} ({file}) had not ended. Mend it, or leave it out with --ignore {code}.",
)


class RuleStopped(KeyboardInterrupt):
    """Somebody pressed Ctrl+C while a rule of the user's own ran; `text` names it."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.zh)
        self.text = text


def with_own(paths: Sequence[Path]) -> Registry:
    """The rules that ship and those of these files; the shipped registry itself stays as it is.

    The files are run as Python: only what the user trusts belongs here. Raises InputError with file and line
    for a file that does not run or holds no rule, InputErrors for rules that are none.
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
        raise InputError(str(path), A_FOLDER if path.is_dir() else NO_FILE)
    before = set(RULES.rules)
    try:
        with redirect_stdout(sys.stderr):  # what a file prints is talk, not data
            runpy.run_path(str(path))
    except (Exception, SystemExit) as error:  # whatever the user's file does, it is told in one sentence
        raise InputError(str(path), _why(error, path), _line_of(error, path)) from error
    own = [rule for code, rule in RULES.rules.items() if code not in before]
    if not own:
        raise InputError(str(path), _NONE)
    if faults := [fault for rule in own for fault in _faults(rule, path)]:
        raise InputErrors(faults)
    for rule in own:
        RULES.rules[rule.code] = replace(rule, check=_watched(rule, path))


def _why(error: BaseException, path: Path) -> Text:
    if isinstance(error, SyntaxError):
        return _SYNTAX.fill(error=error.msg) if _is_utf8(path) else _NOT_UTF8
    if taken := re.fullmatch(r"rule (.*) \((.*)\) is registered twice", str(error)):
        return _TAKEN.fill(code=taken[1], slug=taken[2])
    return _BROKEN.fill(error=f"{type(error).__name__}: {error}")


def _is_utf8(path: Path) -> bool:
    try:
        with tokenize.open(path) as file:  # as Python reads it: a file may name another coding
            file.read()
    except (SyntaxError, UnicodeDecodeError):
        return False
    return True


def _line_of(error: BaseException, path: Path) -> str:
    """The last line of the user's file that ran."""
    if isinstance(error, SyntaxError):
        return f"L{error.lineno}" if error.lineno else ""
    frames = [one for one in traceback.extract_tb(error.__traceback__) if one.filename == str(path)]
    return f"L{frames[-1].lineno}" if frames else ""


def _faults(rule: Rule, path: Path) -> Iterator[InputError]:
    """What is wrong with the words that a rule of the user's own was made with."""
    place = f"L{rule.check.__code__.co_firstlineno}" if hasattr(rule.check, "__code__") else ""
    told = [_CODE] if not re.fullmatch(r"[A-Za-z]+-?[0-9]+", str(rule.code)) else []
    told += [_GRAVITY] if not isinstance(rule.severity, Severity) else []
    words = [word for word in ("title", "why", "fix", "message") if not isinstance(getattr(rule, word), Text)]
    told += [_WORDS.fill(code=rule.code, word=word) for word in words]
    for text in told:
        yield InputError(str(path), text.fill(code=rule.code), place)


def _watched(rule: Rule, path: Path) -> Check:
    """The check of a rule; Ctrl+C while it runs names it, and what it yields are hits."""

    @wraps(rule.check)
    def run(case: Case) -> Iterator[Hit]:
        try:
            hits = rule.check(case)
            if hits is None:
                raise UsageError(_NOTHING)
            register = (case.drafts or case.graph).register
            for count, hit in enumerate(hits):
                if not isinstance(hit, Hit):
                    raise UsageError(_NO_HIT.fill(what=type(hit).__name__))
                if not isinstance(hit.entity, Entity) or not register.find(hit.entity.id):
                    raise UsageError(_ELSEWHERE.fill(what=getattr(hit.entity, "id", hit.entity)))
                if count >= _MOST:
                    raise UsageError(_TOO_MANY.fill(count=f"{_MOST:,}"))
                yield hit
        except KeyboardInterrupt:
            raise RuleStopped(_STOPPED.fill(code=rule.code, file=path)) from None

    return run
