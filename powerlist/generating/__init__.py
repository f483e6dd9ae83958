"""Invented registers of a realistic shape and any size: same seed, same registers, to the byte."""

from powerlist.generating.completing import complete
from powerlist.generating.registers import generate
from powerlist.generating.workbooks import workbook

__all__ = ["complete", "generate", "workbook"]
