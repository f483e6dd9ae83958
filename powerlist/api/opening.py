"""Open and save: files in, a register; a register, a file."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from powerlist import formats
from powerlist.api.files import the_file
from powerlist.errors import InputError, InputErrors, UsageError
from powerlist.formats.reading import Reading
from powerlist.formats.report import report_json
from powerlist.formats.report_text import report_text
from powerlist.formats.saving import save_as
from powerlist.formats.side_file import write_side
from powerlist.formats.uploads import read_uploads
from powerlist.formats.yaml_lines import load_lines
from powerlist.formats.yaml_tree import to_yaml, write_yaml
from powerlist.i18n import Lang, Text
from powerlist.model.register import Register
from powerlist.practice import Practice, load
from powerlist.practice.headings import load_headings
from powerlist.resources import data_folder

DEMO = Path("demo") / "bureau"
_NOTHING = Text(
    "没有读到职权，也没有读到流程，没有可以检查的。请用 powerlist import 看读到了什么。",
    "no power and no process was read, so there is nothing to check; `powerlist import` shows what was read.",
)
_ITSELF = Text(
    "“{path}”就是要读的文件，为免覆盖没有写。请换一个名称。",
    "“{path}” is the file that is read and was not written over; choose another name.",
)
_NO_MAP = Text(
    "这不是列名对照。每行一列，如：经办处: 承办机构。",
    "this does not say what columns mean; write one a line, such as 经办处: units.",
)
_NO_YAML = Text(
    "{path}：写出的是 YAML，文件名应以 .yaml 结尾；不带后缀的是文件夹。",
    "{path}: YAML is written; its name must end with .yaml, or have no suffix for a folder.",
)


def open_sources(
    sources: Sequence[str | Path],
    *,
    column_map: Mapping[str, str] | None = None,
    practice: Practice | None = None,
) -> Reading:
    """Read files or folders into one register; `demo` means the demo bureau.

    Raises InputError or InputErrors for what cannot be used.
    """
    paths = [data_folder() / DEMO if str(source) == "demo" else Path(source) for source in sources]
    return formats.read(paths, practice=practice or load(), column_map=column_map)


def open_uploads(files: Sequence[tuple[str, bytes]], column_map: Mapping[str, str] | None = None) -> Reading:
    """Read files given as (name, content). Raises PowerlistError for what cannot be used."""
    return read_uploads(files, column_map)


def demo() -> Reading:
    """The demo bureau that ships with the program."""
    return open_sources(["demo"])


def column_map(path: Path) -> dict[str, str]:
    """What the columns of a list mean: heading to field, from a YAML file.

    A field is written by its name or as lists head it. Raises InputErrors with every slip and its line.
    """
    data = load_lines(the_file(path), wanted=_NO_MAP)
    fields = {heading: _field(meaning) for heading, meaning in data.items()}
    faults = [
        InputError(str(path), _no_field(heading, data[heading]), f"L{data.lines[heading]}")
        for heading, field in fields.items()
        if not field
    ]
    if faults:
        raise InputErrors(faults)
    return fields


def _field(meaning: object) -> str:
    """The field that a word of a map means; nothing for another word."""
    return (load_headings().meaning("fields", meaning) if isinstance(meaning, str) else None) or ""


def _no_field(heading: str, meaning: object) -> Text:
    known = column_fields()
    words = {word: field for field, name in known.items() for word in (field, name.zh)}
    near = [words[word] for word in get_close_matches(str(meaning), words, n=3, cutoff=0.5)]
    shown = list(dict.fromkeys(near)) or list(known)
    said = str(meaning) if isinstance(meaning, str | int | float) else "…"
    zh, en = [f"{known[one].zh}（{one}）" for one in shown], [f"{one} ({known[one].zh})" for one in shown]
    return Text(
        f"“{heading}”写的“{said}”不是栏位。可用：{'、'.join(zh)}。",
        f"“{heading}”: “{said}” is no field; known are {', '.join(en)}.",
    )


def column_fields() -> dict[str, Text]:
    """What a column of a list can be: field to name, as `column_map` takes it."""
    known = load_headings().fields
    return {field: Text(words[0], field.replace("_", " ")) for field, words in known.items()}


def sample_list() -> tuple[str, bytes] | None:
    """A workbook to try the import with, as (name, content); None where it does not ship."""
    path = data_folder() / "demo" / "messy.xls"
    return (path.name, path.read_bytes()) if path.is_file() else None


def save(register: Register, path: Path) -> None:
    """Write the register as the project's own YAML: a file, or a folder for a name without a suffix.

    Beside it the cells that it was read from. Raises UsageError for a wrong name, InputError for a folder
    that holds something already.
    """
    refuse_as_target(path)
    if path.suffix:
        write_yaml(register, path)
    else:
        save_as(register, path)
        write_side(register, path)


def refuse_as_target(path: Path) -> None:
    """Raise UsageError for a name that neither YAML nor a folder of it has: a list would be written over."""
    if path.suffix.lower() not in ("", ".yaml", ".yml") or (not path.suffix and path.is_file()):
        raise UsageError(_NO_YAML.fill(path=path))


def refuse_nothing(register: Register) -> None:
    """Raise UsageError for a register without a power or process: nothing to check is no clean bill."""
    if not register.powers and not register.processes:
        raise UsageError(_NOTHING)


def refuse_sources(out: Path, sources: Sequence[str]) -> None:
    """Raise UsageError for a target that is one of the files that are read."""
    if out.exists() and any(Path(one).exists() and out.samefile(one) for one in sources):
        raise UsageError(_ITSELF.fill(path=out))


def yaml_of(register: Register) -> str:
    """The register in the project's own YAML."""
    return to_yaml(register)


def import_data(reading: Reading, lang: Lang) -> dict[str, Any]:
    """What was found in each file, as data."""
    return report_json(reading, lang)


def import_text(reading: Reading, lang: Lang) -> Iterable[str]:
    """What was found in each file, as lines of text."""
    return report_text(reading, lang)
