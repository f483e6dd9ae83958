"""Files in, register out."""

from powerlist.formats.opening import read
from powerlist.formats.reading import FileReport, Leftover, Reading, SheetReport, UnknownColumn
from powerlist.formats.report import report_json
from powerlist.formats.side_tables import over
from powerlist.model.source import Problem

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
