"""A register in the program's own formats, by the name of the file; what is written is what would be read."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from powerlist.errors import InputError, UsageError
from powerlist.formats.jsonl import read_jsonl, write_jsonl
from powerlist.formats.own_workbook.mark import is_own
from powerlist.formats.own_workbook.reading import read_own
from powerlist.formats.own_workbook.writing import write_workbook
from powerlist.formats.workbook import is_workbook
from powerlist.formats.yaml_folder import write_folder, yaml_text
from powerlist.formats.yaml_tree import read_yaml
from powerlist.i18n import Text
from powerlist.model.register import Register
from powerlist.resources import write_whole

_SUFFIX = Text(
    "“{name}”的后缀“{suffix}”不能写。可用：.xlsx、.yaml、.jsonl，或不带后缀的文件夹。",
    "“{name}”: nothing is written as {suffix}; use .xlsx, .yaml, .jsonl, or a folder without a suffix.",
)
_FULL = Text("文件夹已有内容。请换一个新的文件夹。", "the folder is not empty; choose a new one.")
_NOT_OURS = Text(
    "同名工作簿已存在，且不是本工具写的，没有覆盖。请换一个名称。",
    "a workbook of this name exists that this program did not write; choose another name.",
)
_A_FILE = Text(
    "同名文件已存在，不能建文件夹。请换一个名称。", "a file of this name exists; choose another name."
)
_LOSS = Text(
    "这种格式装不下“{title}”（{id}）。请改存为.xlsx或.jsonl。",
    "this format cannot hold “{title}” ({id}); save as .xlsx or .jsonl instead.",
)


def save_as(register: Register, path: Path) -> None:
    """Write the register as .xlsx, .yaml, .jsonl or, without a suffix, as a folder with one power a file.

    Ids, states and every field are kept, and read back to make sure before anything appears. Origins are not
    written: a file is its own origin. Raises UsageError for another suffix, InputError for what it
    cannot hold.
    """
    suffix = path.suffix.lower()
    if not suffix or path.is_dir():
        _save_folder(register, path)
        return
    if suffix not in _FILES:
        raise UsageError(_SUFFIX.fill(name=path.name, suffix=suffix))
    _spare(path)
    with TemporaryDirectory(prefix="powerlist-") as beside:
        draft = Path(beside) / path.name
        write, read = _FILES[suffix]
        write(register, draft)
        _check(register, read(draft), path)
        write_whole(path, draft.read_bytes())


def _spare(path: Path) -> None:
    """Raise InputError where a workbook that this program did not write would be written over."""
    if path.is_file() and is_workbook(data := path.read_bytes()) and not is_own(data):
        raise InputError(path.name, _NOT_OURS)


def _save_folder(register: Register, path: Path) -> None:
    if path.exists() and not path.is_dir():
        raise InputError(path.name, _A_FILE)
    if path.is_dir() and any(path.iterdir()):
        raise InputError(path.name, _FULL)
    path.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".powerlist-", dir=path.parent) as beside:
        draft = Path(beside) / "register"
        write_folder(register, draft)
        _check(register, read_yaml([draft]).register, path)
        if path.is_dir():
            path.rmdir()
        draft.rename(path)


def _check(register: Register, again: Register, path: Path) -> None:
    """Raise InputError where something was lost; the order of things under one parent is all that counts."""
    found = {entity.id: entity for entity in again.entities()}
    for entity in register.entities():
        if found.pop(entity.id, None) != entity:
            raise InputError(path.name, _LOSS.fill(title=entity.title[:30], id=entity.id))


def _write_yaml(register: Register, path: Path) -> None:
    write_whole(path, yaml_text(register))


_FILES: dict[str, tuple[Callable[[Register, Path], None], Callable[[Path], Register]]] = {
    ".xlsx": (write_workbook, lambda path: read_own(path).register),
    ".jsonl": (write_jsonl, lambda path: read_jsonl(path).register),
    ".yaml": (_write_yaml, lambda path: read_yaml([path]).register),
    ".yml": (_write_yaml, lambda path: read_yaml([path]).register),
}
