"""Writes the forms that ship with the program: the usual fourteen columns, and the card.

Run `python -m tests.formats.forms.shipped_forms` after a change.
"""

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.properties import PageSetupProperties

from powerlist.formats.forms.fixed import AUTHORITY
from powerlist.formats.forms.shipped import shipped_forms

_SIDE = Side(style="thin", color="808080")
_BORDER = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
_HEAD = PatternFill("solid", fgColor="DCE6F1")
_COLUMNS = {  # heading and width
    "序号": 5,
    "事项名称": 20,
    "子项名称": 14,
    "权力类型": 9,
    "实施依据": 42,
    "行使主体": 14,
    "承办机构": 12,
    "实施层级及权限": 14,
    "部门职责": 14,
    "责任事项内容": 46,
    "责任事项依据": 30,
    "追责对象范围": 18,
    "追责情形": 38,
    "备注": 14,
}
_CARD = """\
职权编码||职权类型|
职权名称|=||
子项名称|=||
承办机构||配合机构|
行使主体||行使层级|
设定依据|=||
责任事项|+||
责任岗位|=||
责任事项依据|=||
追责情形|=||
追责依据|=||
追责形式||追责对象|
法定时限||承诺时限|
办件类型||收费标准|
行政相对人||监督电话|
申请材料|=||
办理结果|=||
救济渠道|=||
备注|=||
"""


def columns() -> Workbook:
    """One row a power under fourteen columns."""
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = "权责清单"
    page["A1"] = f"{AUTHORITY}权责清单"
    page["A1"].font, page["A1"].alignment = Font(name="宋体", size=18, bold=True), _middle()
    page.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(_COLUMNS))
    page.row_dimensions[1].height = 36
    page.row_dimensions[2].height = 30
    for place, (heading, width) in enumerate(_COLUMNS.items(), 1):
        _dress(page.cell(2, place, heading), bold=True, middle=True, fill=True)
        _dress(page.cell(3, place), middle=place in (1, 4))
        page.column_dimensions[page.cell(2, place).column_letter].width = width
    page.freeze_panes = "C3"
    page.print_title_rows = "1:2"
    _paper(page, landscape=True)
    return book


def card() -> Workbook:
    """One card a power, each on its page."""
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = "卡片"
    page["A1"] = f"{AUTHORITY}职权事项登记卡"
    page["A1"].font, page["A1"].alignment = Font(name="宋体", size=16, bold=True), _middle()
    page.merge_cells("A1:D1")
    page.row_dimensions[1].height = 32
    row = 2
    for line in _CARD.splitlines():
        cells = line.split("|")
        for column in range(1, 5):
            label = column in (1, 3) and cells[column - 1] not in ("", "=", "+")
            _dress(page.cell(row, column), bold=label, middle=label, fill=label)
            if label:
                page.cell(row, column, cells[column - 1])
        if cells[1] == "=":
            page.merge_cells(start_row=row, start_column=2, end_row=row, end_column=4)
        if cells[1] == "+":  # one line a duty: its heading, its words
            page.merge_cells(start_row=row, start_column=1, end_row=row + 1, end_column=1)
            for below in (row, row + 1):
                page.merge_cells(start_row=below, start_column=3, end_row=below, end_column=4)
                for column in range(1, 5):
                    _dress(page.cell(below, column), bold=column == 1, middle=column == 1, fill=column == 1)
            row += 1
        row += 1
    for letter, width in zip("ABCD", (14, 30, 14, 34), strict=True):
        page.column_dimensions[letter].width = width
    _paper(page, landscape=False)
    return book


def _middle() -> Alignment:
    return Alignment(horizontal="center", vertical="center", wrap_text=True)


def _dress(cell: object, *, bold: bool = False, middle: bool = False, fill: bool = False) -> None:
    cell.font = Font(name="宋体", size=10, bold=bold)  # type: ignore[attr-defined]
    cell.border = _BORDER  # type: ignore[attr-defined]
    cell.alignment = _middle() if middle else Alignment(vertical="top", wrap_text=True)  # type: ignore[attr-defined]
    if fill:
        cell.fill = _HEAD  # type: ignore[attr-defined]


def _paper(page: object, *, landscape: bool) -> None:
    page.page_setup.orientation = "landscape" if landscape else "portrait"  # type: ignore[attr-defined]
    page.page_setup.paperSize = 8 if landscape else 9  # type: ignore[attr-defined]
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0  # type: ignore[attr-defined]
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)  # type: ignore[attr-defined]
    page.oddFooter.center.text = "第&P页 共&N页"  # type: ignore[attr-defined]


FORMS = {"columns": columns, "card": card}

if __name__ == "__main__":
    for name, make in FORMS.items():
        path = shipped_forms()[name]
        path.parent.mkdir(exist_ok=True)
        make().save(path)
