"""A folder as a source: this program's own YAML, or the lists that the units handed in."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from powerlist.errors import InputError
from powerlist.i18n import Text

YAML = (".yaml", ".yml")
_LISTS = (".xls", ".xlsx", ".xlsm", ".et", ".docx", ".doc", ".wps")
_UNSEEN = (".", "~$")  # hidden files, and what an open program leaves beside a file
_BOTH = Text(
    "文件夹里既有YAML文件（如{yaml}），又有工作簿或文档（如{list}），不知道该读哪一种。请分开存放后再读。",
    "the folder holds YAML files (such as {yaml}) and workbooks or documents (such as {list}); "
    "keep them apart so that it is clear which to read.",
)


def unfolded(paths: Sequence[Path]) -> list[Path]:
    """The paths with each folder of workbooks or documents replaced by its files, in sorted order.

    A folder of YAML stays as it is; one with both raises InputError.
    """
    return [one for path in paths for one in (_lists_in(path) if path.is_dir() else [path])]


def _lists_in(folder: Path) -> list[Path]:
    lists = list(_files(folder, _LISTS))
    yaml = next(_files(folder, YAML), None)
    if lists and yaml:
        names = {"yaml": yaml.name, "list": lists[0].name}
        raise InputError(folder.name or str(folder), _BOTH.fill(**names))
    return lists or [folder]


def _files(folder: Path, suffixes: tuple[str, ...]) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in suffixes and not path.name.startswith(_UNSEEN) and path.is_file():
            yield path
