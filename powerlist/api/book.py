"""A place's own book: its settings, its waivers, its own rules."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from powerlist.api.files import the_file
from powerlist.errors import UsageError
from powerlist.i18n import Lang, Text
from powerlist.rules import (
    RULES,
    Settings,
    Waiver,
    preset_names,
    read_settings,
    read_waivers,
    rule_book,
    with_own,
)
from powerlist.rules.nearest import guess, listed
from powerlist.rules.rule import Registry
from powerlist.rules.rule_book import rule_data, severity_word

SETTINGS, WAIVERS = "powerlist.toml", "waivers.yaml"
_NO_PRESET = Text(
    "没有规则组“{word}”{guess}。可用：{known}。", "there is no preset “{word}”{guess}; known are {known}."
)


@dataclass(frozen=True)
class Book:
    """The rules, settings and waivers that a check runs with; the shipped rules where nothing is given."""

    rules: Registry = field(default_factory=lambda: RULES)
    settings: Settings = field(default_factory=Settings)
    waivers: tuple[Waiver, ...] = ()
    files: tuple[Path, ...] = ()


def open_book(
    *,
    own_rules: Sequence[Path] = (),
    settings: Path | None = None,
    waivers: Path | None = None,
    preset: str = "",
    folder: Path = Path(),
) -> Book:
    """The book of these files; `powerlist.toml` and `waivers.yaml` of `folder` where they are not named.

    Raises UsageError for a preset that is not there, InputError for a file that is not, InputErrors for what
    is wrong in a file.
    """
    rules = with_own(own_rules) if own_rules else RULES
    toml, accepted = _found(settings, folder / SETTINGS), _found(waivers, folder / WAIVERS)
    chosen = read_settings(toml, rules) if toml else Settings()
    if preset:
        chosen = replace(chosen, preset=_preset(preset))
    return Book(
        rules=rules,
        settings=chosen,
        waivers=read_waivers(accepted, rules) if accepted else (),
        files=tuple(path for path in (*own_rules, toml, accepted) if path),
    )


def _found(named: Path | None, usual: Path) -> Path | None:
    if named:
        return the_file(named)
    return usual if usual.is_file() else None


def _preset(word: str) -> str:
    if word not in preset_names():
        known = preset_names()
        raise UsageError(_NO_PRESET.fill(word=word, guess=guess(word, known), known=listed(known)))
    return word


def rules_text(book: Book, form: str, lang: Lang) -> Iterable[str]:
    """The rules of the place as `text` (a line each), `json` or `md` (the whole book)."""
    every = list(book.settings.apply(book.rules))
    if form == "md":
        return rule_book(lang, every).splitlines()
    if form == "json":
        return json.dumps([rule_data(one, lang) for one in every], ensure_ascii=False, indent=2).splitlines()
    return [f"{one.code}  {severity_word(one.severity, lang)}  {one.title.of(lang)}" for one in every]
