"""Whether a text goes on with another: what a page break cut in two."""

from powerlist.formats.cells.marks import entries_of
from powerlist.formats.cells.text import finished, mended, starts_fresh


def is_mid_sentence(before: str, text: str) -> bool:
    """Whether `text` goes on in the middle of the sentence that `before` left open."""
    return not starts_fresh(text) and not finished(before)


def continues_list(before: str, text: str) -> bool:
    """Whether `text` begins with the number that follows the last one of `before`."""
    old = [entry for entry in entries_of(mended(before)) if entry.mark]
    new = [entry for entry in entries_of(mended(text)) if entry.mark]
    if not old or not new:
        return False
    both = [e for e in entries_of(mended(f"{before}\n{text}")) if e.mark]
    return new[0].mark not in {entry.mark for entry in old} and len(both) >= len(old) + len(new)
