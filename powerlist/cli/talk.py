"""Talk goes to stderr; a register is opened and said what was met."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path

from powerlist import api
from powerlist.i18n import Lang, Text

_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def opened(sources: Sequence[str], lang: Lang, columns: Path | None, *, told: bool = False) -> api.Reading:
    """The register of the sources; unless the command tells them itself, how many places are worth a look."""
    reading = api.open_sources(sources, column_map=api.column_map(columns) if columns else None)
    if reading.problems and not told:
        count = len(reading.problems)
        said = Text(
            f"读取时有 {count} 处需要核对，用 import 可以看到。",
            f"Places to look at: {count}; import tells them.",
        )
        say(said, lang)
    return reading


def say(text: Text, lang: Lang) -> None:
    print(harmless(text.of(lang)), file=sys.stderr)


def tell(line: str) -> None:
    """One line of data, harmless for a terminal."""
    print(harmless(line))


def harmless(text: str) -> str:
    """`text` without what steers a terminal or turns its letters around; a list may hold anything."""
    return _STEERING.sub("", text)
