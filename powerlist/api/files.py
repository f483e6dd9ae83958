"""Files that a user names: there, and no folder, before anything looks into them."""

from pathlib import Path

from powerlist.errors import A_FOLDER, NO_FILE, InputError


def the_file(path: Path) -> Path:
    """The same path. Raises InputError where nothing is there, or a folder."""
    if path.is_dir():
        raise InputError(str(path), A_FOLDER)
    if not path.exists():
        raise InputError(str(path), NO_FILE)
    return path
