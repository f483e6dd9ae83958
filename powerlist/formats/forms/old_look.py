"""How an old workbook looks: widths, heights, lines, alignment, paper."""

from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side

_WIDTH = 256  # an old width counts 1/256 of a letter, an old height 1/20 of a point
_HEIGHT = 20
_LINES: dict[int, Any] = {0: None, 1: "thin", 2: "medium", 5: "thick", 6: "double", 7: "hair"}
_ACROSS = {1: "left", 2: "center", 3: "right", 5: "justify"}
_DOWN = {0: "top", 1: "center", 2: "bottom", 3: "justify"}


def dress_like(book: Workbook, data: bytes) -> None:
    """Give the sheets of `book` the look that they have in the old workbook; as far as it can be read."""
    try:
        import xlrd  # type: ignore[import-untyped]  # here, because only old forms need it

        old = xlrd.open_workbook(file_contents=data, formatting_info=True, on_demand=True)
        for sheet in (old.sheet_by_name(name) for name in old.sheet_names() if name in book.sheetnames):
            _dress(book[sheet.name], sheet, old)
    except Exception:  # a look that cannot be read is no reason to refuse the form
        return


def _dress(page: Any, sheet: Any, old: Any) -> None:
    from powerlist.formats.grid import column_name

    for column, info in sheet.colinfo_map.items():
        if column < 256 and info.width:
            page.column_dimensions[column_name(column)].width = info.width / _WIDTH
            page.column_dimensions[column_name(column)].hidden = bool(info.hidden)
    for row, info in sheet.rowinfo_map.items():
        if not info.has_default_height and info.height:
            page.row_dimensions[row + 1].height = info.height / _HEIGHT
    page.page_setup.orientation = "portrait" if sheet.portrait else "landscape"
    page.page_setup.paperSize = sheet.paper_size_code or 9
    looks: dict[int, tuple[Font, Alignment, Border]] = {}
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            index = sheet.cell_xf_index(row, column)
            if index not in looks:
                looks[index] = _look(old.xf_list[index], old)
            cell = page.cell(row + 1, column + 1)
            cell.font, cell.alignment, cell.border = looks[index]


def _look(xf: Any, old: Any) -> tuple[Font, Alignment, Border]:
    font, lines, place = old.font_list[xf.font_index], xf.border, xf.alignment
    sides: Any = {
        side: Side(style=_LINES.get(getattr(lines, f"{side}_line_style"), "thin"))
        for side in ("left", "right", "top", "bottom")
    }
    return (
        Font(name=font.name, size=font.height / _HEIGHT, bold=bool(font.bold), italic=bool(font.italic)),
        Alignment(
            horizontal=_ACROSS.get(place.hor_align),
            vertical=_DOWN.get(place.vert_align),
            wrap_text=bool(place.text_wrapped),
        ),
        Border(**sides),
    )
