"""All pictures of a bureau on one sheet, small, to look over at once."""

from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageDraw

from powerlist.views.diagrams.text_size import picture_font

_CELL = (460, 400)
_GAP = 20
_CAPTION = 34
_PAPER, _FRAME, _INK = "#ffffff", "#c5d0da", "#22384d"


def contact_sheet(pictures: Sequence[tuple[str, bytes]], columns: int = 6) -> bytes:
    """One PNG of the (caption, PNG) pictures in rows of `columns`, each scaled to fit its cell."""
    rows = max(1, -(-len(pictures) // columns))
    width = columns * (_CELL[0] + _GAP) + _GAP
    height = rows * (_CELL[1] + _CAPTION + _GAP) + _GAP
    sheet = Image.new("RGB", (width, height), _PAPER)
    for place, (caption, content) in enumerate(pictures):
        x = _GAP + place % columns * (_CELL[0] + _GAP)
        y = _GAP + place // columns * (_CELL[1] + _CAPTION + _GAP)
        _paste(sheet, caption, content, x, y)
    out = BytesIO()
    sheet.quantize(128, Image.Quantize.FASTOCTREE).save(out, "PNG", optimize=True)
    return out.getvalue()


def _paste(sheet: Image.Image, caption: str, content: bytes, x: int, y: int) -> None:
    pen = ImageDraw.Draw(sheet)
    pen.text((x, y), caption, font=picture_font(20), fill=_INK)
    with Image.open(BytesIO(content)) as picture:
        small = picture.convert("RGB")
        small.thumbnail(_CELL, Image.Resampling.LANCZOS)
    left = x + (_CELL[0] - small.width) // 2
    sheet.paste(small, (left, y + _CAPTION))
    pen.rectangle((x, y + _CAPTION, x + _CELL[0], y + _CAPTION + _CELL[1]), outline=_FRAME)
