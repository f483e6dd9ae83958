"""A field's value as the text of one cell, and back, by the type that the model gives the field."""

from collections.abc import Sequence
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from powerlist.formats.own_workbook.escaping import SEPARATORS, alone, among, parted, unalone, unamong
from powerlist.formats.own_workbook.scalars import Unreadable, meant, said
from powerlist.i18n import Text
from powerlist.model.entity import Record
from powerlist.model.limits import TimeLimit

_PARTS = Text("最多{count}个用“｜”隔开的部分", "at most {count} parts between ｜")


def cell_text(field: FieldInfo, value: Any) -> str:
    """What stands in the cell; an empty cell means the field's default."""
    kind = inner(field.annotation)
    if value is None or (kind is not str and not _must_be_said(field, kind) and value == field.default):
        return ""
    if kind is str:
        return "" if value == "" and field.default == "" else alone(value)
    return _written(kind, value, SEPARATORS, ())


def cell_value(field: FieldInfo, text: str) -> Any:
    """What a filled cell means. Raises Unreadable."""
    kind = inner(field.annotation)
    return unalone(text) if kind is str else _read(kind, text, SEPARATORS)


def inner(annotation: Any) -> Any:
    """The type without notes and without None."""
    if get_origin(annotation) is Annotated:
        return inner(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        (kind,) = (one for one in get_args(annotation) if one is not NoneType)
        return inner(kind)
    return annotation


def is_record(kind: Any) -> bool:
    """Whether a value of the type has parts (a limit is one word)."""
    return isinstance(kind, type) and issubclass(kind, Record) and kind is not TimeLimit


def _must_be_said(field: FieldInfo, kind: Any) -> bool:
    """Choices from a closed list are written even where they are the usual ones, except yes and no."""
    return kind is not bool and get_origin(kind) is None and not is_record(kind) and field.default is not None


def _written(kind: Any, value: Any, levels: Sequence[str], within: tuple[str, ...]) -> str:
    """`levels` are the separators still to be used, `within` those already around the value."""
    if get_origin(kind) is tuple:
        sign = levels[0]
        item = get_args(kind)[0]
        return sign.join(_written(item, one, levels[1:], (*within, sign)) for one in value)
    if not is_record(kind):
        return among(value, within) if kind is str else said(value)
    levels = levels if within else levels[1:]  # a record alone in its cell has no lines
    sign, around = levels[0], (*within, levels[0])
    parts = [_part(field, getattr(value, name), levels[1:], around) for name, field in _fields(kind)]
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    return sign.join(parts)


def _part(field: FieldInfo, value: Any, levels: Sequence[str], within: tuple[str, ...]) -> str:
    if value is None or value == field.default:
        return ""
    return _written(inner(field.annotation), value, levels, within)


def _read(kind: Any, text: str, levels: Sequence[str], nested: bool = False) -> Any:
    if get_origin(kind) is tuple:
        item = get_args(kind)[0]
        return tuple(_read(item, part, levels[1:], True) for part in parted(text, levels[0]) if part)
    if not is_record(kind):
        return unamong(text) if kind is str else meant(kind, text)
    levels = levels if nested else levels[1:]
    parts, fields = parted(text, levels[0]), _fields(kind)
    if len(parts) > len(fields):
        raise Unreadable(text, _PARTS.fill(count=len(fields)))
    return {
        name: _read(inner(field.annotation), part, levels[1:], True)
        for (name, field), part in zip(fields, parts, strict=False)
        if part
    }


def _fields(kind: type[Record]) -> list[tuple[str, FieldInfo]]:
    return list(kind.model_fields.items())
