"""What somebody may have meant by a word that nothing knows, and what there is."""

from collections.abc import Iterable
from difflib import get_close_matches

from powerlist.i18n import Text

_LETTERS = str.maketrans("OIL", "011")
_GUESS = Text("，是不是“{word}”", "; did you mean “{word}”")


def guess(word: str, known: Iterable[str]) -> Text:
    """The nearest word as the end of a sentence; nothing where none is near."""
    words = list(known)
    digits = word[:1] + word[1:].upper().translate(_LETTERS)  # A01 typed as AO1
    near = [digits] if digits in words else get_close_matches(word, words, n=1, cutoff=0.5)
    return _GUESS.fill(word=near[0]) if near else Text("", "")


def listed(words: Iterable[str]) -> Text:
    """The words one after the other, as each language separates them."""
    every = list(words)
    return Text("、".join(every), ", ".join(every))
