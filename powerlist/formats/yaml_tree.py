"""The project's own YAML: one file, or a folder of files that together make one register."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from powerlist.errors import InputError, InputErrors
from powerlist.formats.integrity import faults_of
from powerlist.formats.reading import Reading
from powerlist.formats.side_file import with_side, write_side
from powerlist.formats.tree import TOP, Flat, Forest
from powerlist.formats.yaml_exact import exact_tree
from powerlist.formats.yaml_lines import Mapped, load_lines
from powerlist.i18n import Text
from powerlist.model.entity import Entity
from powerlist.model.organisation import Authority
from powerlist.model.register import KINDS, Register
from powerlist.model.source import Origin, Source
from powerlist.resources import write_whole

_KNOWN = {kind.table for kind in TOP} | {"authority"}

_REASONS = {
    "enum": "，可用：{expected}",
    "literal_error": "，可用：{expected}",
    "greater_than_equal": "，不能小于{ge}",
    "greater_than": "，应大于{gt}",
    "less_than_equal": "，不能大于{le}",
    "int_type": "，应为整数",
    "int_parsing": "，应为整数",
    "bool_type": "，应为 true 或 false",
    "bool_parsing": "，应为 true 或 false",
    "date_type": "，应为日期，如2026-01-31",
    "date_parsing": "，应为日期，如2026-01-31",
    "date_from_datetime_parsing": "，应为日期，如2026-01-31",
    "model_type": "，应为分栏的内容",
    "tuple_type": "，应为列表",
}


def read_yaml(paths: Sequence[Path]) -> Reading:
    """The register of these files and of the `*.yaml` in these folders, each field with its line as origin.

    Raises InputErrors with every fault at once: broken YAML, unknown fields, ids used twice, references to
    what is not there, a circle in the reporting line.
    """
    trees = [(path, load_lines(path)) for path in _files(paths)]
    faults: list[InputError] = []
    forest, authorities = Forest(), []
    for path, tree in trees:
        faults += _strangers(path, tree)
        if isinstance(tree.get("authority"), Mapped):
            authorities.append(tree["authority"])
        for kind in TOP:
            forest.gather(kind, tree)
    _stop_at([*faults, *(_misshapen(*one) for one in forest.misshapen)])
    faults = [_double(flat) for flat in forest.doubles]
    faults += [_nowhere(flat, name, written) for flat, name, written in forest.resolve()]
    faults += _one_authority(authorities, paths)
    first = [Flat(Authority, {"id": "authority", **one}, one) for one in authorities]
    built, invalid = _validated(first, forest)
    _stop_at([*faults, *invalid])
    register = _register(built, first, forest)
    _stop_at([InputError(p.source.file, p.text, p.source.cell) for p in faults_of(register)])
    for path in [*(path for path, _ in trees), *(path for path in paths if path.is_dir())]:
        register = with_side(register, path)
    return Reading(register=register)


def write_yaml(register: Register, path: Path) -> None:
    """Write the register as one YAML file, whole or not at all, and beside it the cells it was read from."""
    write_whole(path, to_yaml(register))
    write_side(register, path)


def to_yaml(register: Register) -> str:
    """The register in the project's own YAML."""
    return yaml.dump(
        exact_tree(register), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=110
    )


def _files(paths: Sequence[Path]) -> list[Path]:
    found = [file for path in paths for file in (sorted(path.rglob("*.yaml")) if path.is_dir() else [path])]
    if not found:
        name = str(paths[0]) if paths else ""
        raise InputError(name, Text("文件夹里没有 .yaml 文件。", "the folder holds no .yaml file."))
    return found


def _strangers(path: Path, tree: Mapped) -> Iterable[InputError]:
    for name in tree:
        if name not in _KNOWN:
            known = "、".join(sorted(_KNOWN))
            yield InputError(
                str(path),
                Text(f"不认识的栏目“{name}”；可用：{known}。", f"unknown table “{name}”; known are {known}."),
                f"L{tree.lines.get(name, 1)}",
            )


def _misshapen(holder: Mapped, name: str) -> InputError:
    text = Text(f"“{name}”应为列表，每项有自己的栏目。", f"“{name}” must be a list of entries with fields.")
    return InputError(holder.file, text, f"L{holder.lines.get(name, holder.line)}")


def _double(flat: Flat) -> InputError:
    id = flat.row["id"]
    return _fault(flat, "id", Text(f"编号“{id}”用了两次。请改其中一个。", f"the id “{id}” is used twice."))


def _nowhere(flat: Flat, name: str, written: str) -> InputError:
    label = flat.kind.label
    return _fault(
        flat,
        name,
        Text(
            f"{label.zh}“{_called(flat)}”的“{name}”写的是“{written}”，但没有这一项。请改正或补上。",
            f"{label.en} “{_called(flat)}” names “{written}” as its {name}, which does not exist.",
        ),
    )


def _one_authority(authorities: list[Mapped], paths: Sequence[Path]) -> list[InputError]:
    if len(authorities) == 1:
        return []
    name = str(paths[0])
    if not authorities:
        return [InputError(name, Text("没有“authority”（实施主体）。", "there is no “authority”."))]
    second = authorities[1]
    return [
        InputError(
            second.file,
            Text("“authority”（实施主体）写了不止一次。", "“authority” is given more than once."),
            f"L{second.line}",
        )
    ]


def _validated(first: list[Flat], forest: Forest) -> tuple[list[Entity], list[InputError]]:
    built: list[Entity] = []
    faults: list[InputError] = []
    for flat in [*first, *forest.flats]:
        try:
            built.append(flat.kind.model_validate(flat.row))
        except ValidationError as error:
            faults += [_invalid(flat, dict(one)) for one in error.errors()]
    return built, faults


def _register(built: list[Entity], first: list[Flat], forest: Forest) -> Register:
    tables: dict[str, Any] = {kind.table: [] for kind in KINDS.values()}
    for entity in built[1:]:
        tables[entity.table].append(entity)
    origins = dict(one for flat in [*first, *forest.flats] for one in _origins(flat))
    return Register.model_validate({"authority": built[0], "origins": origins, **tables})


def _origins(flat: Flat) -> Iterator[tuple[tuple[str, str], Origin]]:
    given, id, known = flat.origin, flat.row["id"], flat.kind.model_fields
    place = "" if flat.kind is Authority else f"L{given.line}"  # what it lacks, the whole file lacks
    yield (id, ""), Origin(Source(given.file, "", place))
    for name, line in given.lines.items():
        if name in known and name != "id":
            yield (id, name), Origin(Source(given.file, "", f"L{line}"), _raw(given[name]))


def _raw(value: Any) -> str:
    return value if isinstance(value, str) else "" if isinstance(value, list | dict) else str(value)


def _invalid(flat: Flat, error: dict[str, Any]) -> InputError:
    name = ".".join(str(part) for part in error["loc"]) or "?"
    said = str(error.get("input"))[:60]
    if error["type"] == "extra_forbidden":
        text = Text(f"不认识的栏目“{name}”。", f"unknown field “{name}”.")
    elif error["type"] == "missing":
        text = Text(f"缺少“{name}”。", f"“{name}” is missing.")
    elif error["type"] == "string_type":
        text = Text(
            f"“{name}”应为文字，请给“{said}”加上引号。", f"“{name}” must be text: put “{said}” in quotes."
        )
    else:
        text = Text(f"“{name}”的值“{said}”不能用{_why(error)}。", f"{name}: “{said}”: {error['msg']}.")
    whose = Text(f"{flat.kind.label.zh}“{_called(flat)}”：", f"{flat.kind.label.en} “{_called(flat)}”: ")
    return _fault(
        flat, str(error["loc"][0]) if error["loc"] else "", Text(whose.zh + text.zh, whose.en + text.en)
    )


def _why(error: dict[str, Any]) -> str:
    """What pydantic says, in Chinese; nothing where it has no words for it."""
    template = _REASONS.get(error["type"], "")
    return template.format(**{"expected": "", "ge": "", "gt": "", "le": "", **error.get("ctx", {})})


def _called(flat: Flat) -> str:
    row = flat.row
    return str(row.get("name") or row.get("text") or row.get("event") or row.get("id"))[:40]


def _fault(flat: Flat, name: str, text: Text) -> InputError:
    given = flat.origin
    return InputError(given.file, text, f"L{given.lines.get(name, given.line)}")


def _stop_at(faults: Sequence[InputError]) -> None:
    if len(faults) == 1:
        raise faults[0]
    if faults:
        raise InputErrors(faults)
