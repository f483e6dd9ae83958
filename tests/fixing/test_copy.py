"""The copy with the fixes in it: everything that was not to be fixed is as it was."""

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter
from openpyxl.comments import Comment
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation

from powerlist.fixing import find_fixes, fixed_copy
from powerlist.formats.opening import read
from powerlist.practice import load
from tests.fixing.test_fixing import row, workbook


def fixed(path: Path) -> Any:
    """The workbook before and after."""
    out = path.with_name("fixed.xlsx")
    out.write_bytes(fixed_copy(path, find_fixes(read([path]).register, load())))
    return openpyxl.load_workbook(path), openpyxl.load_workbook(out)


def dressed(path: Path) -> None:
    """Styles, dates, lists, notes, a second sheet that is hidden and counts."""
    book = openpyxl.load_workbook(path)
    page: Any = book.active
    page["C2"].font, page["C2"].fill = Font(bold=True, size=14), PatternFill("solid", fgColor="FFFF00")
    page["C2"].border, page["C2"].comment = Border(left=Side("thin")), Comment("请核对", "科员")
    page["H2"], page["H3"], page["H4"] = date(2026, 1, 2), 0.5, "=1+1"
    page["H2"].number_format, page["H3"].number_format = 'yyyy"年"m"月"', "0.00%"
    choices = DataValidation(type="list", formula1='"行政许可,行政处罚"')
    choices.add("D2:D9")
    page.add_data_validation(choices)
    page.freeze_panes, page.auto_filter.ref, page.column_dimensions["C"].width = "C2", "A1:H4", 40
    other = book.create_sheet("统计")
    other["A1"], other["B1"] = f"=COUNTA({page.title}!C2:C9)", "合计"
    other.merge_cells("B1:C2")
    other.sheet_state = "hidden"
    book.save(path)


def test_only_the_cells_of_the_fixes_change(tmp_path: Path) -> None:
    rows = [row(1, "DM 01", "采矿\n许可"), row(5, "DM02", "取水 许可"), row(6, "DM03", "砍伐许可")]
    path = workbook(tmp_path / "a.xlsx", *rows)
    dressed(path)
    before, after = fixed(path)
    assert after.sheetnames == before.sheetnames
    changed = {}
    for sheet in before.sheetnames:
        for line in before[sheet].iter_rows():
            for old in line:
                new = after[sheet][old.coordinate]
                if new.value != old.value:
                    changed[old.coordinate] = new.value
                for look in ("font", "fill", "border", "alignment", "number_format", "comment"):
                    assert repr(getattr(new, look)) == repr(getattr(old, look)), old.coordinate
    assert changed == {"B2": "DM01", "C2": "采矿许可", "C3": "取水许可", "A3": 2, "A4": 3}
    page, other = after[before.sheetnames[0]], after["统计"]
    assert (page.freeze_panes, page.auto_filter.ref, page.column_dimensions["C"].width) == ("C2", "A1:H4", 40)
    assert str(page.data_validations.dataValidation[0].sqref) == "D2:D9"
    assert (other.sheet_state, [str(one) for one in other.merged_cells.ranges]) == ("hidden", ["B1:C2"])


def test_a_formula_stays_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(path)
    page = book.add_worksheet("清单")
    heads = ("序号", "职权编码", "职权名称", "职权类型", "设定依据", "办理环节", "责任事项")
    for column, (head, value) in enumerate(zip(heads, row(name="取水 许可"), strict=True)):
        page.write(0, column, head)
        page.write(1, column, value)
        page.write(2, column, value)
    page.write_formula(2, 2, '="采矿 "&"许可"', None, "采矿 许可")
    book.close()
    _, after = fixed(path)
    assert after["清单"]["C2"].value == "取水许可"
    assert after["清单"]["C3"].value == '="采矿 "&"许可"'
