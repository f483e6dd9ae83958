"""How wide a text really is, in the font that draws it, and where its lines break."""

import re
from functools import cache, lru_cache
from pathlib import Path

import pylopdf_fonts_zh_cn
from PIL import ImageFont

_FONT = Path(pylopdf_fonts_zh_cn.__file__).parent / "NotoSansSC-Regular.otf"
_UNITS = 200
LINE_HEIGHT = 1.32  # of the type size, as much as a line of Chinese needs
# 行首不留收尾标点，行末不留起首标点
_NOT_FIRST = frozenset("，。、；：？！）】》〉」』”’％%,.;:?!)]}…·—～")
_NOT_LAST = frozenset("（【《〈「『“‘([{")
_WORD = re.compile(r"[A-Za-z0-9.+\-_/%@#&]+|\s+|.", re.DOTALL)


@cache
def _font() -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(_FONT), _UNITS, layout_engine=ImageFont.Layout.BASIC)


@cache
def _advance(character: str) -> float:
    return float(_font().getlength(character)) / _UNITS


@lru_cache(maxsize=16_384)
def _length(text: str) -> float:
    return sum(map(_advance, text))


def text_width(text: str, size: float) -> float:
    """Width in points of one line at `size` points: the sum of the font's advances."""
    return _length(text) * size


@lru_cache(maxsize=4096)
def wrap(text: str, size: float, width: float) -> tuple[str, ...]:
    """The lines, each at most `width` points, that `text` takes; a word too long for a line is cut."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text, size, width):
        if line and text_width((line + piece).rstrip(), size) > width:
            line, carried = _carry(line)
            lines.append(line.rstrip())
            line = (carried + piece).lstrip()
        else:
            line += piece
    if line.strip() or not lines:
        lines.append(line.strip())
    return tuple(lines)


def balanced(text: str, size: float, width: float) -> tuple[str, ...]:
    """The same number of lines as `wrap`, as even as they can be, so that no line has one character."""
    lines = wrap(text, size, width)
    if len(lines) < 2:
        return lines
    narrow = text_width(text, size) / len(lines)
    while narrow < width:
        even = wrap(text, size, narrow)
        if len(even) <= len(lines):
            return even
        narrow += size / 2
    return lines


def _pieces(text: str, size: float, width: float) -> list[str]:
    """Words and characters between which a line may break, closing marks kept with what they close."""
    pieces: list[str] = []
    for piece in _WORD.findall(" ".join(text.split())):
        if piece in _NOT_FIRST and pieces and text_width(pieces[-1] + piece, size) <= width:
            pieces[-1] += piece
        elif text_width(piece, size) > width:
            pieces.extend(piece)
        else:
            pieces.append(piece)
    return pieces


def _carry(line: str) -> tuple[str, str]:
    """An opening bracket at the end of a line goes to the next one."""
    if len(line) > 1 and line[-1] in _NOT_LAST:
        return line[:-1], line[-1]
    return line, ""


def picture_font(pixels: int) -> ImageFont.FreeTypeFont:
    """The same font for Pillow, at a size in pixels."""
    return ImageFont.truetype(str(_FONT), pixels, layout_engine=ImageFont.Layout.BASIC)
