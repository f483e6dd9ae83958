"""Where the data that ships with the program lies: in the wheel, or beside the package in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def data_folder() -> Path:
    """The folder of the demo bureau and its neighbours."""
    installed = _PACKAGE / "data"
    return installed if installed.is_dir() else _PACKAGE.parent / "data"


def docs_folder() -> Path:
    """The folder of the pages that ship with the program."""
    return _PACKAGE / "docs"
