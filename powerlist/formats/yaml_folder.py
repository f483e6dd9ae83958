"""A register as a folder of YAML: one power a file, with its duties and its own processes.

`organisation.yaml` has the bureau, `oversight.yaml` who watches and who has promised, `processes/` what
several powers share. File names carry the place in the list, so that reading keeps the order.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from powerlist.formats.tree import Row
from powerlist.formats.yaml_exact import exact_tree
from powerlist.model.identity import short_hash
from powerlist.model.process import Process
from powerlist.model.register import Register

_BUREAU = ("authority", "units", "posts", "persons", "mandates")
_WATCH = ("oversights", "pledges", "letters", "publications", "incidents")
_LONGEST = 60  # letters of a file's name


def yaml_text(register: Register) -> str:
    """The register as one YAML file, exactly."""
    return _dumped(exact_tree(register))


def folder_texts(register: Register) -> Iterator[tuple[str, str]]:
    """(name, text) of each file of the folder."""
    tree = exact_tree(register)
    yield "organisation.yaml", _dumped(_some(tree, _BUREAU))
    if watched := _some(tree, _WATCH):
        yield "oversight.yaml", _dumped(watched)
    own, shared = _processes(tree, register)
    powers = tree.get("powers", [])
    for place, (row, power) in enumerate(zip(powers, register.powers, strict=True), start=1):
        mine: Row = {"powers": [row]}
        if processes := own.get(power.id):
            mine["processes"] = processes
        yield f"powers/{_name(place, len(powers), power.code or power.id)}", _dumped(mine)
    for place, (id, row) in enumerate(shared, start=1):
        yield f"processes/{_name(place, len(shared), id)}", _dumped({"processes": [row]})


def write_folder(register: Register, folder: Path) -> None:
    """Write the files into a folder that is new or empty. Raises OSError."""
    for name, text in folder_texts(register):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _processes(tree: Row, register: Register) -> tuple[dict[str, list[Row]], list[tuple[str, Row]]]:
    """The processes that serve one power, by that power, and the others."""
    own: dict[str, list[Row]] = {}
    shared: list[tuple[str, Row]] = []
    for row, process in zip(tree.get("processes", []), register.processes, strict=True):
        if owner := _only_power(process):
            own.setdefault(owner, []).append(row)
        else:
            shared.append((process.id, row))
    return own, shared


def _only_power(process: Process) -> str:
    return process.powers[0] if len(process.powers) == 1 else ""


def _some(tree: Row, names: tuple[str, ...]) -> Row:
    return {name: tree[name] for name in names if name in tree}


def _name(place: int, count: int, id: str) -> str:
    """`007-DM0114001000.yaml`: for every file system, told apart by a hash where letters were replaced."""
    safe = "".join(c if c.isalnum() or c in "-_." else "-" for c in id)[:_LONGEST].strip(".-")
    safe = safe if safe == id else f"{safe}-{short_hash(id)}".lstrip("-")
    return f"{place:0{max(3, len(str(count)))}}-{safe}.yaml"


def _dumped(tree: Any) -> str:
    return yaml.dump(tree, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=110)
