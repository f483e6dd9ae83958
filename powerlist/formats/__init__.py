"""Files in, register out."""

from powerlist.formats.opening import read
from powerlist.formats.reading import FileReport, Reading, SheetReport, UnknownColumn
from powerlist.formats.report import report_json
from powerlist.model.source import Problem

__all__ = ["FileReport", "Problem", "Reading", "SheetReport", "UnknownColumn", "read", "report_json"]
