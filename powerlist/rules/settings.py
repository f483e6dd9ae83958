"""powerlist.toml: which rules a place runs, how grave they are to it, and the numbers it sets.

preset = "纪检"
ignore = ["D04"]
workdays = "2027.csv"

[severity]
A03 = "error"

[rules.P10]
most_steps = 6

[supervision]
high = "chief"
own_steps = "supervisor"
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from powerlist.errors import InputError, InputErrors, UsageError
from powerlist.i18n import Text
from powerlist.model.codes import PostLevel
from powerlist.model.severity import Severity
from powerlist.practice import Practice
from powerlist.rules.choice import chosen
from powerlist.rules.nearest import guess
from powerlist.rules.presets import in_preset, preset_names
from powerlist.rules.rule import Rule, bare
from powerlist.workdays import WorkCalendar

FILE = "powerlist.toml"
_KEYS = ("preset", "select", "ignore", "workdays", "severity", "rules", "supervision")
_RANKS = {"high": 3, "general": 2, "low": 1}
_OWN_STEPS = "own_steps"  # 主要领导自己办理的环节
_UNKNOWN = Text("不认识“{word}”{guess}。可用：{known}。", "unknown key “{word}”{guess}; known are {known}.")
_NO_SUCH = Text("没有规则“{word}”{guess}。", "there is no rule “{word}”{guess}.")
_NOT_TOML = Text("不是TOML：{why}。", "this is no TOML: {why}.")
_NOT_UTF8 = Text("不是UTF-8文本。请用UTF-8另存。", "this is no UTF-8 text; save it as UTF-8.")
_SHAPE = Text("“{word}”应为{wanted}。", "“{word}” must be {wanted}.")
_WORDS = Text('文字列表，如 ["D04"]', 'a list of words such as ["D04"]')
_FILE = Text("一份CSV的文件名", "the name of a CSV file")
_NO_FILE = Text("没有“{path}”。", "there is no “{path}”.")
_TABLE = Text("一组“键 = 值”", "a table of keys and values")
_GRAVITY = Text("error、warning 或 info", "error, warning or info")
_LEVEL = Text("岗位层级：{known}", "a level of posts: {known}")
_LIKE = Text("与“{usual}”同类的值", "of the kind of “{usual}”")


@dataclass(frozen=True)
class Settings:
    """What a place has set; the usual rule book where it has set nothing."""

    preset: str = "all"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    params: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    supervision: Mapping[int, PostLevel] = field(default_factory=dict)
    own_steps: PostLevel | None = None
    workdays: WorkCalendar | None = None

    def apply(self, rules: Iterable[Rule]) -> list[Rule]:
        """The rules that this place runs, as grave as it takes them."""
        told = chosen(in_preset(rules, self.preset), self.select, self.ignore)
        return [replace(one, severity=self.severity.get(one.code, one.severity)) for one in told]

    def all_params(self, rules: Iterable[Rule]) -> dict[str, Mapping[str, Any]]:
        """Every rule's numbers and words: the place's own, else the usual ones."""
        return {one.code: {**one.params, **self.params.get(one.code, {})} for one in rules if one.params}

    def practice(self, usual: Practice) -> Practice:
        """The practice with this place's levels of supervision."""
        own = (self.own_steps,) if self.own_steps else usual.own_steps
        return replace(usual, supervision={**usual.supervision, **self.supervision}, own_steps=own)


def read_settings(path: Path, rules: Iterable[Rule]) -> Settings:
    """The settings of a file. Raises InputErrors: every unknown key and wrong value, each with its line."""
    text = _text(path)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(str(path), _NOT_TOML.fill(why=str(error)), _line_of(str(error))) from error
    reader = _Reader(path, text, {one.code: one for one in rules})
    settings = reader.settings(data)
    if reader.faults:
        raise InputErrors(reader.faults)
    return settings


@dataclass
class _Reader:
    """The tables of one file, and what is wrong with them."""

    path: Path
    text: str
    rules: dict[str, Rule]
    faults: list[InputError] = field(default_factory=list)

    def settings(self, data: Mapping[str, Any]) -> Settings:
        self._known(data, _KEYS)
        levels = dict(self._supervision(self._table(data, "supervision")))
        own_steps = levels.pop(_OWN_STEPS, None)
        return Settings(
            preset=self._preset(data.get("preset", "all")),
            select=self._words(data, "select"),
            ignore=self._words(data, "ignore"),
            severity=dict(self._severities(self._table(data, "severity"))),
            params=dict(self._params(self._table(data, "rules"))),
            supervision={_RANKS[word]: level for word, level in levels.items()},
            own_steps=own_steps,
            workdays=self._workdays(data.get("workdays")),
        )

    def _workdays(self, name: Any) -> WorkCalendar | None:
        """The calendar with the days of a CSV beside the settings."""
        if name is None:
            return None
        if not isinstance(name, str) or not name:
            self._fault("workdays", _SHAPE.fill(word="workdays", wanted=_FILE))
            return None
        path = self.path.parent / name
        if not path.is_file():
            self._fault("workdays", _NO_FILE.fill(path=name))
            return None
        try:
            return WorkCalendar.read(path)
        except InputErrors as told:
            self.faults += told.errors
            return None

    def _preset(self, word: Any) -> str:
        known = preset_names()
        if word not in known:
            self._fault(str(word), _unknown(str(word), known))
        return str(word)

    def _words(self, data: Mapping[str, Any], key: str) -> tuple[str, ...]:
        words = data.get(key, [])
        if not isinstance(words, list) or not all(isinstance(one, str) for one in words):
            self._fault(key, _SHAPE.fill(word=key, wanted=_WORDS))
            return ()
        for word in words:
            try:
                chosen(self.rules.values(), [word])
            except UsageError as error:
                self._fault(word, error.text)
        return tuple(words)

    def _table(self, data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
        table = data.get(key, {})
        if isinstance(table, dict):
            return table
        self._fault(key, _SHAPE.fill(word=key, wanted=_TABLE))
        return {}

    def _severities(self, table: Mapping[str, Any]) -> Iterator[tuple[str, Severity]]:
        for word, value in table.items():
            if rule := self._rule(word):
                if value in [one.value for one in Severity]:
                    yield rule.code, Severity(value)
                else:
                    self._fault(word, _SHAPE.fill(word=word, wanted=_GRAVITY))

    def _params(self, table: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
        for word in table:
            if rule := self._rule(word):
                given = self._table(table, word)
                self._known(given, tuple(rule.params))
                for name in given.keys() & rule.params.keys():
                    self._alike(name, given[name], rule.params[name])
                yield rule.code, given

    def _supervision(self, table: Mapping[str, Any]) -> Iterator[tuple[str, PostLevel]]:
        words = (*_RANKS, _OWN_STEPS)
        self._known(table, words)
        levels = {word: level for level in PostLevel for word in (level.value, level.text.zh)}
        for word in (word for word in words if word in table):
            if isinstance(table[word], str) and table[word] in levels:
                yield word, levels[table[word]]
            else:
                known = "、".join(level.value for level in PostLevel)
                self._fault(word, _SHAPE.fill(word=word, wanted=_LEVEL.fill(known=known)))

    def _rule(self, word: str) -> Rule | None:
        found = next(
            (one for one in self.rules.values() if bare(word) in (bare(one.code), bare(one.slug))), None
        )
        if found is None:
            near = guess(word, [name for one in self.rules.values() for name in (one.code, one.slug)])
            self._fault(word, _NO_SUCH.fill(word=word, guess=near))
        return found

    def _alike(self, name: str, given: Any, usual: Any) -> None:
        number = isinstance(usual, int | float) and isinstance(given, int | float)
        both = isinstance(usual, bool) == isinstance(given, bool)
        words = isinstance(usual, list | tuple) and isinstance(given, list)
        if not both or not (number or words or isinstance(given, type(usual))):
            self._fault(name, _SHAPE.fill(word=name, wanted=_LIKE.fill(usual=usual)))

    def _known(self, table: Mapping[str, Any], known: tuple[str, ...]) -> None:
        for word in table:
            if word not in known:
                self._fault(word, _unknown(word, known))

    def _fault(self, word: str, text: Text) -> None:
        self.faults.append(InputError(str(self.path), text, self._line(word)))

    def _line(self, word: str) -> str:
        """The line where a word first stands by itself."""
        sought = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
        lines = enumerate(self.text.splitlines(), 1)
        found = next((at for at, line in lines if sought.search(line.split("#")[0])), 1)
        return f"L{found}"


def _unknown(word: str, known: Iterable[str]) -> Text:
    words = list(known)
    return _UNKNOWN.fill(word=word, guess=guess(word, words), known="、".join(words))


def _line_of(said: str) -> str:
    found = re.search(r"line (\d+)", said)
    return f"L{found[1]}" if found else ""


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(str(path), _NOT_UTF8) from error
