"""What a number or word that a place sets may be: of the kind of the usual one, and in a sane range."""

from typing import Any

from powerlist.i18n import Text
from powerlist.model.codes import PostLevel

_YES_NO = Text("true 或 false", "true or false")
_SHARE = Text("0到1之间的数，如{usual}", "a number from 0 to 1 such as {usual}")
_NUMBER = Text("{least}到{most}的数，如{usual}", "a number from {least} to {most} such as {usual}")
_WHOLE = Text("{least}到{most}的整数，如{usual}", "a whole number from {least} to {most} such as {usual}")
_WORDS = Text('文字列表，如 ["D04"]', 'a list of words such as ["D04"]')
_LEVELS = Text("岗位层级的列表，可用：{known}", "a list of levels of posts; known are {known}")
_LIKE = Text("与“{usual}”同类的值", "of the kind of “{usual}”")
_YEARS, _DAYS, _TIMES, _COUNT = 100, 3650, 1000, 100_000


def wanted(name: str, given: Any, usual: Any) -> Text | None:
    """What `name` should be where `given` is not that; None where it will do."""
    if isinstance(usual, bool):
        return None if isinstance(given, bool) else _YES_NO
    if isinstance(usual, int | float):
        return _number(name, given, usual)
    if isinstance(usual, list | tuple):
        return _words(given, usual)
    return None if isinstance(given, type(usual)) else _LIKE.fill(usual=usual)


def _number(name: str, given: Any, usual: float) -> Text | None:
    number = isinstance(given, int | float) and not isinstance(given, bool)
    if _is_share(name):
        return None if number and 0 <= given <= 1 else _SHARE.fill(usual=usual)
    least, most = _range(name, usual)
    whole = isinstance(usual, int) and not name.startswith("times")
    if number and least <= given <= most and (not whole or isinstance(given, int)):
        return None
    return (_WHOLE if whole else _NUMBER).fill(least=least, most=f"{most:,}", usual=usual)


def _is_share(name: str) -> bool:
    return name.endswith(("share", "likeness"))


def _range(name: str, usual: float) -> tuple[int, int]:
    """From the name: years, days, how many times as many, else a count."""
    if name.endswith("years"):
        return 1, _YEARS
    if name.endswith("days"):
        return 1, _DAYS
    if name.startswith("times"):
        return 1, _TIMES
    return 0, max(_COUNT, int(usual) * _TIMES)


def _words(given: Any, usual: Any) -> Text | None:
    levels = [level.value for level in PostLevel]
    words = isinstance(given, list) and all(isinstance(one, str) for one in given)
    if not set(usual) <= set(levels):
        return None if words else _WORDS
    known = Text("、".join(levels), ", ".join(levels))
    return None if words and set(given) <= set(levels) else _LEVELS.fill(known=known)
