"""The first sheet of the tool's own workbook: how it is filled in."""

from typing import TYPE_CHECKING

from powerlist.i18n import Text

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook  # type: ignore[import-untyped]

_TITLE = Text("权责清单工作簿", "Workbook of a power list")
_PARCEL = Text("分发填报表", "Sheets for one unit")
_LINES = (
    Text(
        "每张表的第一行是栏目，把鼠标放在栏目上可以看到说明和例子。",
        "The first row of each sheet has the headings; hover over one for a note and an example.",
    ),
    Text("红字栏目必填，其余按需填写。", "Red headings must be filled in, others as needed."),
    Text(
        "“编号”可以留空，由程序编；编好以后请勿改动，其他表凭它引用。",
        "编号 may be left empty and is then made; once made it is kept, because other sheets refer to it.",
    ),
    Text(
        "引用职权、岗位、科室、环节时，不重名的写名称，重名的写编号。",
        "To refer to a power, post, unit or step write its name, or its id where several have the name.",
    ),
    Text("一格里有多项时，每行一项（Alt+Enter换行）。", "Several in one cell: one a line (Alt+Enter)."),
    Text(
        "一项有几个部分时用“｜”隔开，例如申请材料：申请书｜原件1份。",
        "Parts of one entry are separated by ｜, for example 申请书｜原件1份.",
    ),
    Text("时限写成20个工作日、30日、3个月或当场。", "Limits are written 20个工作日, 30日, 3个月 or 当场."),
    Text("风险等级：3为高，2为一般，1为低。", "Ranks of risk: 3 high, 2 general, 1 low."),
    Text(
        "状态、确认、有效期等栏目已折叠，点表格上方的“+”展开。",
        "The columns for state, confirmation and validity are folded; click + above the sheet.",
    ),
    Text("“机构岗位”表须有一行类别为“实施主体”。", "机构岗位 needs one row of the kind 实施主体."),
)
_PARCEL_LINES = (
    Text(
        "只填需要补充或修改的单元格；留空的单元格不会改动原有内容。",
        "Fill in only what is missing or wrong; an empty cell changes nothing.",
    ),
    Text(
        "新增一行时“编号”留空；“编号”列已锁定，请勿改动。",
        "Leave 编号 empty in a new row; the column is locked.",
    ),
)


def write_guide(book: "Workbook", *, parcel: bool) -> None:
    """Add the sheet 说明."""
    page = book.add_worksheet("说明")
    page.hide_gridlines(2)
    page.set_column(0, 0, 4)
    page.set_column(1, 1, 96)
    head = book.add_format({"font_name": "宋体", "font_size": 16, "bold": True})
    line = book.add_format({"font_name": "宋体", "font_size": 11, "text_wrap": True, "valign": "top"})
    page.write_string(0, 1, (_PARCEL if parcel else _TITLE).zh, head)
    lines = (*_PARCEL_LINES, *_LINES[:-2]) if parcel else _LINES
    for row, text in enumerate(lines, start=2):
        page.write_string(row, 0, f"{row - 1}.", line)
        page.write_string(row, 1, text.zh, line)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
