"""Safe fixes of a list: found, shown, and written into a copy."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path

from powerlist.api.names import unknown
from powerlist.errors import IN_THE_WAY, InputError, UsageError
from powerlist.fixing import CellFix, FixKind, fixed_copy, fixes_text
from powerlist.fixing import find_fixes as find
from powerlist.i18n import Text
from powerlist.model.register import Register
from powerlist.practice import load
from powerlist.resources import write_whole

__all__ = ["CellFix", "find_fixes", "fixes_text", "write_fixed"]

_KIND = Text("可改的种类", "kind of fix")
_SUFFIX = Text(
    "副本的文件名“{name}”请以{suffix}结尾。", "let the name of the copy, “{name}”, end in {suffix}."
)


def find_fixes(register: Register, select: Sequence[str] = ()) -> tuple[CellFix, ...]:
    """What can be put right; `select` are kinds (spaces, brackets, stages, numbers). Raises UsageError."""
    kinds = [_kind(word) for word in select] or list(FixKind)
    return find(register, load(), kinds)


def write_fixed(source: Path, fixes: Iterable[CellFix], out: Path) -> None:
    """Write a copy of `source` with the fixes; raises InputError rather than write over a file."""
    if out.exists():
        raise InputError(str(out), IN_THE_WAY)
    yaml = source.suffix.lower() in (".yaml", ".yml")
    if out.suffix.lower() not in ((".yaml", ".yml") if yaml else (".xlsx",)):
        raise UsageError(_SUFFIX.fill(name=out.name, suffix=".yaml" if yaml else ".xlsx"))
    write_whole(out, fixed_copy(source, fixes))


def _kind(word: str) -> FixKind:
    known = {name: kind for kind in FixKind for name in (kind.value, kind.text.zh)}
    if word not in known:
        raise UsageError(
            unknown(_KIND, word, get_close_matches(word, known, n=3, cutoff=0.4) or list(FixKind))
        )
    return known[word]
