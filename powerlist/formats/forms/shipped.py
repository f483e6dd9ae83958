"""The forms that ship with the program: the usual fourteen columns, and the card."""

from pathlib import Path

from powerlist.errors import UsageError
from powerlist.i18n import Text

_FOLDER = Path(__file__).parent / "shipped"
_NAMES = {
    "columns.xlsx": ("14列", "十四列", "14栏", "columns", "14-columns"),
    "card.xlsx": ("卡片", "卡片式", "card", "cards"),
}

_UNKNOWN = Text(
    "没有表样“{name}”。请给出.xlsx或.xls文件，或随程序提供的表样：{known}。",
    "there is no form “{name}”; give an .xlsx or .xls file, or one that ships with the program: {known}.",
)


def shipped_forms() -> dict[str, Path]:
    """Every name of a shipped form and where it lies."""
    return {name: _FOLDER / file for file, names in _NAMES.items() for name in names}


def form_path(form: Path | str) -> Path:
    """The file of a form: a shipped one by its name, else the path itself. Raises UsageError for neither."""
    shipped, path = shipped_forms(), Path(form)
    if str(form).casefold() in shipped:
        return shipped[str(form).casefold()]
    if not path.suffix and not path.exists():
        raise UsageError(_UNKNOWN.fill(name=form, known="、".join(names[0] for names in _NAMES.values())))
    return path
