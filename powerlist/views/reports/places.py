"""How a place is written for people: without what all places of a report share."""

import os.path
from collections.abc import Iterable
from dataclasses import dataclass

from powerlist.model.source import Source
from powerlist.rules import Report


@dataclass(frozen=True)
class Places:
    """`file` is the one file of a report, "" where there are several; `folder` what all of them lie in."""

    file: str = ""
    folder: str = ""

    @property
    def name(self) -> str:
        """What the one file is called, without its folders."""
        return os.path.basename(self.file)

    def of(self, source: Source | None) -> str:
        """One place; "" where it is no more than the one file of the report."""
        if source is None:
            return ""
        if source.file == self.file:
            return str(Source("", source.sheet, source.cell)).strip(" :")
        file = os.path.relpath(source.file, self.folder) if self.folder else source.file
        return str(Source(file, source.sheet, source.cell))

    def several(self, sources: Iterable[Source], comma: str) -> str:
        """Places one after another; the sheet or file is named once for neighbours in it."""
        said, before = [], None
        for source in sources:
            here = source.file, source.sheet
            said.append(source.cell if here == before and source.cell else self.of(source))
            before = here
        return comma.join(said)


def places_of(report: Report) -> Places:
    """What the places of these findings share."""
    sources = (one.source for one in (*report.findings, *(waived.finding for waived in report.waived)))
    files = {one.file for one in sources if one}
    if len(files) == 1:
        return Places(file=files.pop())
    try:
        folder = os.path.commonpath([os.path.dirname(one) for one in files]) if files else ""
    except ValueError:  # an absolute and a relative one, or two drives
        folder = ""
    return Places(folder=folder)
