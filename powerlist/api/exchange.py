"""The bureau's own files: its workbook, other forms of one register, sheets by mail, a newer list."""

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from powerlist.api.opening import column_map
from powerlist.errors import A_FOLDER, IN_THE_WAY, InputError, UsageError
from powerlist.formats import over as join_over
from powerlist.formats.change_text import change_text
from powerlist.formats.forms import Filled, report_text, save_form
from powerlist.formats.own_workbook.writing import write_template
from powerlist.formats.parcels import Clash, Collected, Parcels
from powerlist.formats.parcels import collect as collect_parcels
from powerlist.formats.parcels import split as split_register
from powerlist.formats.parcels.report_text import collected_text, split_text
from powerlist.formats.reading import Reading
from powerlist.formats.saving import save_as
from powerlist.i18n import Lang, Text
from powerlist.model.compare import Change, Changes, What
from powerlist.model.compare import taken_over as compare
from powerlist.model.register import Register
from powerlist.model.taking import taken
from powerlist.resources import write_whole

__all__ = ["Change", "Changes", "Clash", "Collected", "Filled", "Parcels", "What"]

_NO_WORKBOOK = Text("空白工作簿的文件名应以 .xlsx 结尾。", "the name of a workbook must end with .xlsx.")
_NO_PARCELS = Text("文件夹里没有工作簿。", "the folder holds no workbook.")


def template(path: Path) -> None:
    """Write an empty workbook to fill in; raises InputError rather than write over a file."""
    if path.suffix.lower() != ".xlsx":
        raise UsageError(_NO_WORKBOOK)
    if path.exists():
        raise InputError(str(path), IN_THE_WAY)
    write_template(path)


def convert(register: Register, path: Path) -> None:
    """Write the register as .xlsx, .yaml, .jsonl or a folder (no suffix); only origins are not kept."""
    save_as(register, path)


def split(register: Register) -> Parcels:
    """A workbook for each unit, with its own powers and posts and locked ids."""
    return split_register(register)


def write_parcels(parcels: Parcels, folder: Path) -> list[Path]:
    """Write the parcels into a folder; raises InputError rather than write over what came back."""
    paths = [folder / parcel.file_name for parcel in parcels.parcels]
    for path in paths:
        if path.exists():
            raise InputError(str(path), IN_THE_WAY)
    for path, parcel in zip(paths, parcels.parcels, strict=True):
        write_whole(path, parcel.content)
    return paths


def collect(sources: Sequence[Path], into: Register, take: Collection[str] = ()) -> Collected:
    """Merge the returned parcels of these files and folders; `take` names clashing cells to be taken."""
    paths = [path for source in sources for path in (_workbooks(source) if source.is_dir() else [source])]
    return collect_parcels(paths, into, take)


def _workbooks(folder: Path) -> list[Path]:
    found = [path for path in sorted(folder.iterdir()) if path.suffix.lower() in (".xlsx", ".xls", ".xlsm")]
    found = [path for path in found if not path.name.startswith("~$")]  # a spreadsheet program's lock
    if not found:
        raise InputError(str(folder), _NO_PARCELS)
    return found


def taken_over(new: Register, old: Register) -> Changes:
    """What is new, gone and changed in a newer reading; ids are those of the older register."""
    return compare(new, old)


def over(reading: Reading, older: Register) -> Reading:
    """Side tables that came without their list, joined to the older register; a list is left as it is."""
    return join_over(reading, older)


def take(changes: Changes, only: Collection[str] = ()) -> Register:
    """The older register with all changes, or with what `only` names; raises UsageError for other words."""
    return taken(changes, only)


def changes_text(changes: Changes, lang: Lang) -> Iterable[str]:
    """Changes and totals as lines of text."""
    return change_text(changes, lang)


def parcels_text(parcels: Parcels, lang: Lang) -> Iterable[str]:
    """What was sent to whom, as lines of text."""
    return split_text(parcels, lang)


def clashes_text(collected: Collected, lang: Lang) -> Iterable[str]:
    """What came back: clashes, problems and totals as lines of text."""
    return collected_text(collected, lang)


def export(register: Register, like: Path | str, out: Path, columns: Path | None = None) -> Filled:
    """Fill a form (a file, or a shipped one by name) and write it to `out`, whole or not at all.

    Raises InputError for a form that cannot be used, UsageError for a name that is none or the form itself as
    the target.
    """
    if Path(like).is_dir():
        raise InputError(str(like), A_FOLDER)
    return save_form(register, like, out, column_map=column_map(columns) if columns else None)


def filled_text(filled: Filled, lang: Lang) -> Iterable[str]:
    """What was written to each sheet, and what found no place."""
    return report_text(filled, lang)
