"""Files that came as bytes: read as if they lay in a folder, and named as their sender named them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from powerlist.errors import PowerlistError
from powerlist.formats.opening import read
from powerlist.formats.reading import Reading
from powerlist.i18n import Text
from powerlist.model.register import Register
from powerlist.model.source import Origin

_LONGEST = 60  # characters of a name; file systems count bytes, three for a Chinese character


def read_uploads(files: Sequence[tuple[str, bytes]], column_map: Mapping[str, str] | None = None) -> Reading:
    """The register of files given as (name, content).

    Raises PowerlistError with the file's own name for what cannot be used; leaves nothing on the disk.
    """
    with TemporaryDirectory(prefix="powerlist-") as folder:
        paths = [Path(folder) / name for name in _names([name for name, _ in files])]
        for path, (_, content) in zip(paths, files, strict=True):
            path.write_bytes(content)
        try:
            reading = read(paths, column_map=column_map)
        except PowerlistError as error:
            away = f"{folder}/"
            zh, en = (said.replace(away, "") for said in (error.text.zh, error.text.en))
            raise PowerlistError(Text(zh, en)) from error
    return replace(reading, register=_renamed(reading.register))


def _names(given: Sequence[str]) -> list[str]:
    """The last part of each name; a name met again gets a number."""
    names: list[str] = []
    for name in given:
        last = name.replace("\\", "/").rsplit("/", 1)[-1].replace("\0", "").strip(".") or "file"
        stem, dot, suffix = last.rpartition(".")
        stem, suffix = (stem[-_LONGEST:], suffix[-10:]) if dot else (last[-_LONGEST:], "")
        wanted, turn = f"{stem}{dot}{suffix}", 2
        while wanted in names:
            wanted, turn = f"{stem}({turn}){dot}{suffix}", turn + 1
        names.append(wanted)
    return names


def _renamed(register: Register) -> Register:
    """The register with the files' own names in its origins."""
    origins = {
        key: Origin(replace(origin.source, file=Path(origin.source.file).name), origin.raw)
        for key, origin in register.origins.items()
    }
    return register.model_copy(update={"origins": origins})
