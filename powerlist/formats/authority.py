"""实施主体: in whose name the list speaks."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import PurePath

from powerlist.formats.cells.text import flat
from powerlist.formats.items import Item
from powerlist.formats.raw import RawSheet
from powerlist.model.source import Origin, Source

_IN_TITLE = re.compile(
    r"^([\u4e00-\u9fff（）()]{2,30}?(?:局|委员会|委|厅|办公室|镇|街道|中心|大队|政府))(?=.*(?:权|责|清单|事项))"
)


def authority_of(items: Iterable[Item], sheets: Iterable[RawSheet], file: str) -> tuple[str, Origin]:
    """The body that most items name, else the one in a title, else the file's name; and where it stands."""
    cells = [cell for item in items for cell in item.own.cells.get("exercised_by", ()) if cell.raw.strip()]
    named = Counter(flat(cell.raw) for cell in cells)
    if named:
        name = max(named, key=lambda name: (named[name], name))
        first = next(cell for cell in cells if flat(cell.raw) == name)
        return name, first.origin
    for sheet in sheets:
        for note in sheet.notes:
            if found := _IN_TITLE.match(note.text.replace(" ", "")):
                return found[1], Origin(note.source, note.text)
    return PurePath(file).stem or "（未命名）", Origin(Source(file))
