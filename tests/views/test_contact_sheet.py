"""The contact sheet shows every picture in its own cell."""

from io import BytesIO

from PIL import Image

from powerlist.views.contact_sheet import contact_sheet


def png(colour: str, size: tuple[int, int]) -> bytes:
    """A plain picture."""
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, "PNG")
    return out.getvalue()


def test_every_picture_is_on_the_sheet_and_none_is_cut() -> None:
    colours = ["#ff0000", "#00ff00", "#0000ff", "#ffff00"]
    sizes = [(2000, 100), (100, 2000), (800, 800), (30, 20)]
    content = contact_sheet(
        [(colour, png(colour, size)) for colour, size in zip(colours, sizes, strict=True)]
    )
    sheet = Image.open(BytesIO(content)).convert("RGB")
    for colour in colours:
        wanted = tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
        found = [one for one in sheet.getcolors(1 << 20) or [] if one[1] == wanted]
        assert found
        assert found[0][0] >= 500
