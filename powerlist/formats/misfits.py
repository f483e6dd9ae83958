"""A value that a field cannot take, in the reader's words, and what it could be."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from powerlist.i18n import Text, plain

_LONGEST = 60
_DAY = Text("应为日期，如2026-01-31", "it must be a day such as 2026-01-31")
_TRUTH = Text("应为 true 或 false", "it must be true or false")
_WHOLE = Text("应为整数", "it must be a whole number")
_NUMBER = Text("应为数", "it must be a number")
_LIST = Text("应为列表", "it must be a list")
_CHOICE = Text("可用：{known}", "known are {known}")
_REASONS = {
    "enum": _CHOICE,
    "literal_error": _CHOICE,
    "greater_than_equal": Text("不能小于{ge:g}", "it must not be below {ge:g}"),
    "greater_than": Text("应大于{gt:g}", "it must be above {gt:g}"),
    "less_than_equal": Text("不能大于{le:g}", "it must not be above {le:g}"),
    "finite_number": _NUMBER,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_from_float": _WHOLE,
    "bool_type": _TRUTH,
    "bool_parsing": _TRUTH,
    "date_type": _DAY,
    "date_parsing": _DAY,
    "date_from_datetime_parsing": _DAY,
    "date_from_datetime_inexact": _DAY,
    "model_type": Text("应为分栏的内容", "it must have fields of its own"),
    "model_attributes_type": Text("应为分栏的内容", "it must have fields of its own"),
    "tuple_type": _LIST,
    "list_type": _LIST,
}
_MISSING = Text("缺少“{name}”。", "“{name}” is missing.")
_STRANGE = Text("不认识的栏目“{name}”{near}。", "unknown field “{name}”{near}.")
_NEAR = Text("，是不是“{word}”", "; did you mean “{word}”")
_QUOTES = Text("“{name}”应为文字，请给“{said}”加上引号。", "“{name}” must be text: put “{said}” in quotes.")
_MISFIT = Text("“{name}”的值“{said}”不能用，{why}。", "“{name}” cannot be “{said}”: {why}.")
_BLANK = Text("“{name}”不能空着。", "“{name}” must not be left empty.")
_LIMIT = Text("写法应如20个工作日、30日、3个月、当场", "write it as 20个工作日, 30日, 3个月 or 当场")
_ELSE = Text("请核对写法", "look at how it is written")


def misfit(error: Mapping[str, Any], fields: Iterable[str]) -> Text:
    """What is wrong with one value; `fields` are those that there are where a name is strange."""
    name = ".".join(str(part) for part in error["loc"]) or "?"
    if error["type"] == "extra_forbidden":
        near = get_close_matches(name, list(fields), n=1, cutoff=0.6)
        return _STRANGE.fill(name=name, near=_NEAR.fill(word=near[0]) if near else plain(""))
    if error["type"] == "missing":
        return _MISSING.fill(name=name)
    given = error.get("input")
    if given is None:
        return _BLANK.fill(name=name)
    said = str(given)[:_LONGEST]
    if error["type"] == "string_type" and not isinstance(given, list | dict):
        return _QUOTES.fill(name=name, said=said)
    return _MISFIT.fill(name=name, said=said, why=_why(error))


def _why(error: Mapping[str, Any]) -> Text:
    if error["loc"] and str(error["loc"][-1]).endswith("limit"):
        return _LIMIT
    context = dict(error.get("ctx", {}))
    choices = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
    known = Text(choices.replace(", ", "、"), choices)
    return _REASONS.get(error["type"], _ELSE).fill(known=known, **context)
