"""Which rules to run: codes, prefixes and slugs as people type them."""

from collections.abc import Iterable
from difflib import SequenceMatcher

from powerlist.errors import UsageError
from powerlist.i18n import Text
from powerlist.rules.rule import Rule, bare


def chosen(rules: Iterable[Rule], select: Iterable[str] = (), ignore: Iterable[str] = ()) -> list[Rule]:
    """The rules that `select` names (all where it is empty) less those that `ignore` names.

    A word is a code (`A01`, `a-01`), the beginning of codes (`A`) or a slug. Raises UsageError for a word
    that names no rule, with the nearest one that there is.
    """
    every = list(rules)
    wanted = {rule.code for word in select for rule in _named(word, every)}
    unwanted = {rule.code for word in ignore for rule in _named(word, every)}
    return [rule for rule in every if (not wanted or rule.code in wanted) and rule.code not in unwanted]


def _named(word: str, rules: list[Rule]) -> list[Rule]:
    typed = bare(word)
    found = [rule for rule in rules if typed == bare(rule.slug)]
    found = found or [rule for rule in rules if typed and bare(rule.code).startswith(typed)]
    if not found:
        raise UsageError(unknown(word, rules))
    return found


def unknown(word: str, rules: Iterable[Rule]) -> Text:
    """That there is no such rule, and which one may be meant."""
    names = {bare(name): name for rule in rules for name in (rule.code, rule.slug)}
    near = max(names, key=lambda name: _likeness(word, name), default="")
    if _likeness(word, near) < 0.6:
        return Text(f"没有规则“{word}”。", f"there is no rule “{word}”.")
    meant = names[near]
    return Text(f"没有规则“{word}”，是不是“{meant}”？", f"there is no rule “{word}”; did you mean “{meant}”?")


def _likeness(word: str, name: str) -> float:
    return SequenceMatcher(a=bare(word), b=name).ratio()
