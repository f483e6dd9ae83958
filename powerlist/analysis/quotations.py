"""What a list quotes beside the full texts that the user holds."""

from collections.abc import Iterator

from powerlist.analysis.citations import Citation
from powerlist.laws.comparison import Comparison, Likeness
from powerlist.laws.index import LawIndex
from powerlist.laws.resolution import Outcome

_MOVED = (Likeness.RENUMBERED, Likeness.REWORDED)
_GONE = (Likeness.CHANGED, Likeness.MISSING)


def unlike(citations: tuple[Citation, ...], laws: LawIndex) -> Iterator[tuple[Citation, Comparison]]:
    """Quotations that are not in the article cited; a place twice quoted once.

    Where the index itself objects to the citation, only a better article is worth saying beside that.
    """
    seen = set()
    for one in citations:
        told = (one.place, one.basis.quote)
        if laws.texts and one.basis.quote.strip() and told not in seen:
            seen.add(told)
            found = laws.compare(one.basis)
            doubted = one.resolution.outcome is Outcome.KNOWN_BUT
            if found.likeness in _MOVED or (found.likeness in _GONE and not doubted):
                yield one, found


def uncompared(citations: tuple[Citation, ...], laws: LawIndex) -> list[str]:
    """The instruments of the quotations for which there is no full text, one a quotation, spelt alike."""
    quoting = (one for one in citations if one.basis.quote.strip() and one.basis.article)
    bare = [one for one in quoting if not (laws.texts and laws.texts.text(one.basis.instrument))]
    names = {one.law: one.basis.instrument for one in bare}
    return [names[one.law] for one in bare]
