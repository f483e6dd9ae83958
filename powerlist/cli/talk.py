"""Talk goes to stderr; a register is opened and said what was met."""

import sys
from collections.abc import Sequence
from pathlib import Path

from powerlist import api
from powerlist.i18n import Lang, Text


def opened(sources: Sequence[str], lang: Lang, columns: Path | None) -> api.Reading:
    reading = api.open_sources(sources, column_map=api.column_map(columns) if columns else None)
    if reading.problems:
        count = len(reading.problems)
        said = Text(
            f"读取时有 {count} 处需要核对，用 import 可以看到。",
            f"Places to look at: {count}; import tells them.",
        )
        say(said, lang)
    return reading


def say(text: Text, lang: Lang) -> None:
    print(text.of(lang), file=sys.stderr)
