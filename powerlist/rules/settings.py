"""powerlist.toml: which rules a place runs, how grave they are to it, and the numbers it sets.

preset = "纪检"
ignore = ["D04"]
workdays = "2027.csv"

[severity]
A03 = "error"

[rules.P10]
most_approvals = 6

[supervision]
high = "chief"
own_steps = "supervisor"
"""

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
from powerlist.rules.nearest import guess, listed
from powerlist.rules.params import wanted
from powerlist.rules.presets import in_preset, preset_names
from powerlist.rules.rule import Rule, bare
from powerlist.rules.toml_lines import TomlFile, load_toml
from powerlist.workdays import WorkCalendar

FILE = "powerlist.toml"
_KEYS = ("preset", "select", "ignore", "workdays", "severity", "rules", "supervision")
_RANKS = {"high": 3, "general": 2, "low": 1}
_OWN_STEPS = "own_steps"  # 主要领导自己办理的环节
_UNKNOWN = Text("不认识“{word}”{guess}。可用：{known}。", "unknown key “{word}”{guess}; known are {known}.")
_NO_SUCH = Text("没有规则“{word}”{guess}。", "there is no rule “{word}”{guess}.")
_NO_PARAMS = Text(
    "不认识“{word}”：规则{code}没有可以设的数值。", "unknown key “{word}”: rule {code} has nothing to set."
)
_SHAPE = Text("“{word}”应为{wanted}。", "“{word}” must be {wanted}.")
_WORDS = Text('文字列表，如 ["D04"]', 'a list of words such as ["D04"]')
_FILE = Text("一份CSV的文件名", "the name of a CSV file")
_NO_FILE = Text("没有“{path}”。", "there is no “{path}”.")
_TABLE = Text("一组“键 = 值”", "a table of keys and values")
_GRAVITY = Text("error、warning 或 info", "error, warning or info")
_LEVEL = Text("岗位层级：{known}", "a level of posts: {known}")


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
    file = load_toml(path)
    reader = _Reader(path, file, {one.code: one for one in rules})
    settings = reader.settings(file.data)
    if reader.faults:
        raise InputErrors(reader.faults)
    return settings


@dataclass
class _Reader:
    """The tables of one file, and what is wrong with them."""

    path: Path
    file: TomlFile
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
        if not isinstance(word, str):
            self._fault("preset", _SHAPE.fill(word="preset", wanted=listed(known)))
        elif word not in known:
            self._fault(word, _unknown(word, known))
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

    def _table(self, data: Mapping[str, Any], key: str, name: str = "") -> Mapping[str, Any]:
        table = data.get(key, {})
        if isinstance(table, dict):
            return table
        self._fault(key, _SHAPE.fill(word=key, wanted=_TABLE), name)
        return {}

    def _severities(self, table: Mapping[str, Any]) -> Iterator[tuple[str, Severity]]:
        for word, value in table.items():
            if rule := self._rule(word, "severity"):
                if value in [one.value for one in Severity]:
                    yield rule.code, Severity(value)
                else:
                    self._fault(word, _SHAPE.fill(word=word, wanted=_GRAVITY), "severity")

    def _params(self, table: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
        for word in table:
            if rule := self._rule(word, "rules"):
                given = self._table(table, word, "rules")
                for name in given:
                    self._param(rule, word, name, given[name])
                yield rule.code, given

    def _param(self, rule: Rule, word: str, name: str, given: Any) -> None:
        """One number or word of a rule, and what is wrong with it."""
        if not rule.params:
            self._fault(name, _NO_PARAMS.fill(word=name, code=rule.code), word)
        elif name not in rule.params:
            self._fault(name, _unknown(name, rule.params), word)
        elif other := wanted(name, given, rule.params[name]):
            self._fault(name, _SHAPE.fill(word=name, wanted=other), word)

    def _supervision(self, table: Mapping[str, Any]) -> Iterator[tuple[str, PostLevel]]:
        words = (*_RANKS, _OWN_STEPS)
        self._known(table, words, "supervision")
        levels = {word: level for level in PostLevel for word in (level.value, level.text.zh)}
        for word in (word for word in words if word in table):
            if isinstance(table[word], str) and table[word] in levels:
                yield word, levels[table[word]]
            else:
                known = listed(level.value for level in PostLevel)
                self._fault(word, _SHAPE.fill(word=word, wanted=_LEVEL.fill(known=known)), "supervision")

    def _rule(self, word: str, table: str) -> Rule | None:
        found = next(
            (one for one in self.rules.values() if bare(word) in (bare(one.code), bare(one.slug))), None
        )
        if found is None:
            near = guess(word, [name for one in self.rules.values() for name in (one.code, one.slug)])
            self._fault(word, _NO_SUCH.fill(word=word, guess=near), table)
        return found

    def _known(self, table: Mapping[str, Any], known: tuple[str, ...], name: str = "") -> None:
        for word in table:
            if word not in known:
                self._fault(word, _unknown(word, known), name)

    def _fault(self, word: str, text: Text, table: str = "") -> None:
        self.faults.append(InputError(str(self.path), text, self.file.line(word, table)))


def _unknown(word: str, known: Iterable[str]) -> Text:
    words = list(known)
    return _UNKNOWN.fill(word=word, guess=guess(word, words), known=listed(words))
