"""Safe fixes: what has one right answer is put right, cell by cell, in a copy."""

from powerlist.fixing.applying import fixed_copy
from powerlist.fixing.finding import find_fixes
from powerlist.fixing.fix import CellFix, FixKind, fixes_text

__all__ = ["CellFix", "FixKind", "find_fixes", "fixed_copy", "fixes_text"]
