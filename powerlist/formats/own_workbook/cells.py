"""Each field of each kind as one cell: references by name, stages and kinds of risk by their words."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from powerlist.formats.own_workbook.codec import cell_text, cell_value
from powerlist.formats.own_workbook.escaping import EMPTY, LINE, among, parted, unamong
from powerlist.formats.own_workbook.names import Names, references_of
from powerlist.formats.own_workbook.scalars import Unreadable
from powerlist.i18n import Text
from powerlist.model.entity import Entity
from powerlist.model.identity import squeezed
from powerlist.practice import load
from powerlist.practice.columns import MODELS

_LOOSE = re.compile(r"[；;、，,]")
_NOBODY = Text("{kinds}的名称（不重名时）或编号", "the id of a {kinds}, or its name where only one has it")


def written(entity: Entity, field: str, names: Names) -> str:
    """What stands in the cell of a field."""
    value, kind = getattr(entity, field), entity.kind
    near = str(getattr(entity, "process", ""))
    if not value and value != 0:
        return cell_text(MODELS[kind].model_fields[field], value)
    if field in (known := references_of(kind)):
        ids = (value,) if isinstance(value, str) else value
        called = [names.call(id, known[field], near) for id in ids]
        return called[0] if isinstance(value, str) else LINE.join(among(one, (LINE,)) for one in called)
    if (kind, field) in _coded():
        return _word(_coded()[kind, field], value)
    return cell_text(MODELS[kind].model_fields[field], value)


def read(kind: str, field: str, text: str, names: Names, near: str = "") -> Any:
    """What a filled cell means. Raises Unreadable."""
    if field in (known := references_of(kind)):
        return _referred(kind, field, text, names, known[field], near)
    if (kind, field) in _coded():
        return _key(_coded()[kind, field], text)
    value = cell_value(MODELS[kind].model_fields[field], text)
    return _holdings(value, names) if (kind, field) == ("person", "holdings") else value


def choices(kind: str, field: str) -> tuple[str, ...]:
    """The words of a coded field, for a drop-down."""
    return tuple(_coded().get((kind, field), {}).values())


@cache
def _coded() -> Mapping[tuple[str, str], Mapping[str, str]]:
    """Fields that hold keys of the place's practice, with the words for the keys."""
    practice = load()
    stages = {key: stage.text.zh for key, stage in practice.stages.stages.items()}
    kinds = {key: text.zh for key, text in practice.scheme.kinds.items()}
    return {("duty", "stage"): stages, ("step", "stage"): stages, ("risk", "risk_kind"): kinds}


def _word(words: Mapping[str, str], key: str) -> str:
    """The word for a key; what would be taken for another key gets a backslash."""
    forms = (words.get(key, key), key, f"\\{key}")
    return next(form for form in forms if _key(words, form) == key)


def _key(words: Mapping[str, str], text: str) -> str:
    if text == EMPTY:
        return ""
    if text.startswith("\\"):
        return text[1:]
    by_word = {squeezed(word): key for key, word in words.items()}
    return by_word.get(squeezed(text), text)


def _referred(kind: str, field: str, text: str, names: Names, targets: tuple[str, ...], near: str) -> Any:
    if "tuple" not in str(MODELS[kind].model_fields[field].annotation):
        return _one(text, names, targets, near)
    found: list[str] = []
    for line in parted(text, LINE):
        if not line.strip():
            continue
        try:
            found.append(_one(unamong(line), names, targets, near))
        except Unreadable:
            loose = [part for part in _LOOSE.split(line) if part.strip()]
            if len(loose) < 2:
                raise
            found += [_one(part, names, targets, near) for part in loose]
    return tuple(found)


def _one(text: str, names: Names, targets: tuple[str, ...], near: str) -> str:
    id = names.id_of(text, targets, near)
    if id is None:
        labels = [MODELS[kind].label for kind in targets]
        kinds = Text("、".join(one.zh for one in labels), " or ".join(one.en.lower() for one in labels))
        raise Unreadable(text.strip(), _NOBODY.fill(kinds=kinds))
    return id


def _holdings(value: Any, names: Names) -> Any:
    """The posts a person holds may be called by their names."""
    return tuple({**one, "post": _one(one.get("post", ""), names, ("post",), "")} for one in value)
