"""Words on a picture: literal, printable, and with the middle of their characters where it belongs."""

from dataclasses import dataclass
from unicodedata import category

from powerlist.views.diagrams.drawing import PlacedText, Point
from powerlist.views.diagrams.text_size import text_width

UNPRINTABLE = "□"
_RISE = 0.37  # the middle of a Chinese character is so far (of its size) above the baseline
_HIDDEN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))


@dataclass(frozen=True, slots=True)
class Word:
    """A line of text whose characters have their middle at the height of `at`.

    `align`: -1 starts at `at`, 0 is centred on it.
    """

    text: str
    at: Point
    size: float
    colour: str
    align: int = 0

    @property
    def baseline(self) -> float:
        """The y on which the characters stand."""
        return self.at.y + _RISE * self.size

    @property
    def width(self) -> float:
        """Points."""
        return text_width(self.text, self.size)


def printable(text: str) -> str:
    """The text with a box for every character that no paper and no XML can hold."""
    if text.isprintable():  # nothing hidden in it
        return text
    return "".join(UNPRINTABLE if _hidden(c) else c for c in text)


def word(text: PlacedText, colour: str) -> Word:
    """A placed line of text in its colour."""
    left = text.align == "left"
    at = Point(text.rect.x, text.rect.centre.y) if left else text.rect.centre
    return Word(printable(text.text), at, text.size, colour, -1 if left else 0)


def watermark(text: str, width: float, height: float, colour: str) -> tuple[Word, ...]:
    """The text large and pale, once for about every page that the sheet would fill."""
    size = min(110.0, 0.7 * width / max(1.0, text_width(text, 1.0)))
    rows = max(1, round(height / 420))
    return tuple(Word(text, Point(width / 2, (i + 0.5) * height / rows), size, colour) for i in range(rows))


def _hidden(character: str) -> bool:
    """Control and direction characters, halves of characters, and what Unicode says is none."""
    code = ord(character)
    return category(character) in _HIDDEN or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
