"""The forms that ship with the program: the usual fourteen columns, and the card."""

from pathlib import Path

_FOLDER = Path(__file__).parent / "shipped"
_NAMES = {
    "columns.xlsx": ("14列", "十四列", "14栏", "columns", "14-columns"),
    "card.xlsx": ("卡片", "卡片式", "card", "cards"),
}


def shipped_forms() -> dict[str, Path]:
    """Every name of a shipped form and where it lies."""
    return {name: _FOLDER / file for file, names in _NAMES.items() for name in names}


def form_path(form: Path | str) -> Path:
    """The file of a form: a shipped one by its name, else the path itself."""
    return shipped_forms().get(str(form).casefold(), Path(form))
