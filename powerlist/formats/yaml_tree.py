"""The project's own YAML: one file, or a folder of files that together make one register."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from powerlist.errors import InputError, InputErrors
from powerlist.formats.folders import YAML
from powerlist.formats.integrity import faults_of
from powerlist.formats.misfits import misfit
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

_EMPTY = Text(
    "文件夹里没有清单：既没有 .yaml，也没有 .xls、.xlsx、.docx。",
    "the folder holds no list: no .yaml, .xls, .xlsx or .docx.",
)
_TWICE = Text("同一个文件给了两次。", "the same file is given twice.")


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
    found = [file for path in paths for file in (_yaml_in(path) if path.is_dir() else [path])]
    if not found:
        raise InputError(str(paths[0]) if paths else "", _EMPTY)
    if len(paths) > 1 and (twice := _twice(found)):
        raise InputError(str(twice), _TWICE)
    return found


def _yaml_in(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.suffix.lower() in YAML and path.is_file()]


def _twice(paths: Sequence[Path]) -> Path | None:
    """The first file that is there a second time, under whatever name."""
    seen: set[Path] = set()
    for path in paths:
        if (whole := path.resolve()) in seen:
            return path
        seen.add(whole)
    return None


def _strangers(path: Path, tree: Mapped) -> Iterable[InputError]:
    for name in tree:
        if name not in _KNOWN:
            zh, en = (mark.join(sorted(_KNOWN)) for mark in ("、", ", "))
            near = next(iter(get_close_matches(name, _KNOWN, n=1, cutoff=0.6)), "")
            guess = Text(f"，是不是“{near}”", f"; did you mean “{near}”") if near else Text("", "")
            text = Text(
                f"不认识的栏目“{name}”{guess.zh}。可用：{zh}。",
                f"unknown table “{name}”{guess.en}; known are {en}.",
            )
            yield InputError(str(path), text, f"L{tree.lines.get(name, 1)}")


def _misshapen(holder: Mapped, name: str) -> InputError:
    text = Text(f"“{name}”应为列表，每项有自己的栏目。", f"“{name}” must be a list of entries with fields.")
    return InputError(holder.file, text, f"L{holder.lines.get(name, holder.line)}")


def _double(flat: Flat) -> InputError:
    id = flat.row["id"]
    return _fault(
        flat, "id", Text(f"编号“{id}”用了两次。请改其中一个。", f"the id “{id}” is used twice; change one.")
    )


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
            Text(
                "“authority”（实施主体）写了不止一次；一次只能读一家单位的清单。",
                "“authority” is given more than once; one list is read at a time.",
            ),
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
    text = misfit(error, flat.kind.model_fields)
    whose = Text(f"{flat.kind.label.zh}“{_called(flat)}”：", f"{flat.kind.label.en} “{_called(flat)}”: ")
    return _fault(
        flat, str(error["loc"][0]) if error["loc"] else "", Text(whose.zh + text.zh, whose.en + text.en)
    )


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
