"""Files in, register out. A name is loaded when it is first asked for."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from powerlist.formats.opening import read
    from powerlist.formats.reading import FileReport, Leftover, Reading, SheetReport, UnknownColumn
    from powerlist.formats.report import report_json
    from powerlist.formats.side_tables import over
    from powerlist.model.source import Problem
else:
    from powerlist.lazily import names_of

    __getattr__ = names_of(__name__, __file__)

__all__ = [
    "FileReport",
    "Leftover",
    "Problem",
    "Reading",
    "SheetReport",
    "UnknownColumn",
    "over",
    "read",
    "report_json",
]
