"""Other people's forms: a register in the shape that somebody else demands."""

from powerlist.formats.forms.filling import Filled, SheetFilled, fill_form, save_form
from powerlist.formats.forms.report_text import report_text
from powerlist.formats.forms.shipped import shipped_forms

__all__ = ["Filled", "SheetFilled", "fill_form", "report_text", "save_form", "shipped_forms"]
