"""By mail to the units and back: only what a unit wrote changes, and two answers are left to a person."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import openpyxl
import pytest

from powerlist.errors import InputError, PowerlistError
from powerlist.formats import read
from powerlist.formats.own_workbook.writing import write_workbook
from powerlist.formats.parcels import Parcels, collect, split
from powerlist.formats.yaml_tree import read_yaml
from powerlist.model.entity import State
from powerlist.model.organisation import Unit
from powerlist.model.register import Register
from powerlist.resources import data_folder
from tests.model.registers import register, with_flow


def two_units() -> Register:
    """Two units; the first power is handled by both, the second by the first, the third by nobody."""
    plain = with_flow(register(codes=True))
    one, two, _ = plain.powers
    return plain.with_(
        Unit(id="U2", name="监察股"), one.with_(units=("U1", "U2")), two.with_(units=("U1",), note="旧")
    )


BUREAU = two_units()


def sent(folder: Path, bureau: Register = BUREAU) -> dict[str, Path]:
    """The parcels as files, by unit."""
    folder.mkdir(exist_ok=True)
    parcels = usual() if bureau is BUREAU else split(bureau)
    for parcel in parcels.parcels:
        (folder / parcel.file_name).write_bytes(parcel.content)
    return {parcel.unit.name: folder / parcel.file_name for parcel in parcels.parcels}


@cache
def usual() -> Parcels:
    """The parcels of the usual bureau."""
    return split(BUREAU)


def fill(path: Path, cells: Mapping[str, object]) -> None:
    """Type into cells such as 职权!B2."""
    book = openpyxl.load_workbook(path)
    for place, value in cells.items():
        sheet, cell = place.split("!")
        book[sheet][cell] = value
    book.save(path)


def place(path: Path, sheet: str, id: str, heading: str) -> str:
    """The cell of a thing under a heading."""
    page = openpyxl.load_workbook(path)[sheet]
    column = next(cell.column_letter for cell in page[1] if cell.value == heading)
    ids = next(cell.column for cell in page[1] if cell.value == "编号")
    row = next(cells[ids - 1].row for cells in page if cells[ids - 1].value == id)
    return f"{sheet}!{column}{row}"


def test_each_unit_gets_its_own_and_the_rest_is_told() -> None:
    parcels = split(BUREAU)
    assert [(one.unit.name, one.powers, one.file_name) for one in parcels.parcels] == [
        ("审批股", 2, "审批股.xlsx"),
        ("监察股", 1, "监察股.xlsx"),
    ]
    assert parcels.homeless == (BUREAU.powers[2],)


def test_ids_are_locked_and_the_rest_is_open(tmp_path: Path) -> None:
    page = openpyxl.load_workbook(sent(tmp_path)["审批股"])["职权"]
    assert page.protection.sheet
    assert [cell.protection.locked for cell in page[2]] == [True] + [False] * (page.max_column - 1)
    assert [cell.value for cell in page["B"]] == ["职权名称", "采矿许可", "取水许可"]


def test_parcels_that_nobody_touched_change_nothing(tmp_path: Path) -> None:
    collected = collect(list(sent(tmp_path).values()), BUREAU)
    assert collected.register == BUREAU
    assert (collected.clashes, collected.problems, collected.cells, collected.rows) == ((), (), 0, 0)


def test_the_whole_demo_comes_back_unchanged(tmp_path: Path) -> None:
    bureau = read_yaml([data_folder() / "demo" / "bureau"]).register
    collected = collect(list(sent(tmp_path, bureau).values()), bureau)
    assert collected.register == bureau
    assert (collected.clashes, collected.problems) == ((), ())


def test_what_a_unit_fills_in_is_taken_and_nothing_else(tmp_path: Path) -> None:
    path = sent(tmp_path)["审批股"]
    code = BUREAU.powers[1].id
    fill(
        path,
        {
            place(path, "职权", code, "承诺时限"): "8个工作日",
            place(path, "职权", code, "备注"): None,  # emptied: not mentioned
            place(path, "职权", code, "职权名称"): None,
        },
    )
    collected = collect([path], BUREAU)
    assert collected.register == BUREAU.with_(BUREAU.powers[1].with_(promised_limit="8个工作日"))
    assert collected.cells == 1
    where = collected.register.source_of(collected.register.powers[1], "promised_limit")
    assert str(where) == f"审批股.xlsx:{place(path, '职权', code, '承诺时限')}"


def test_a_new_row_is_added_once_however_often_it_is_collected(tmp_path: Path) -> None:
    path = sent(tmp_path)["审批股"]
    fill(path, {"责任!B8": "取水许可", "责任!C8": None, "责任!D8": "公开办理结果"})
    once = collect([path], BUREAU)
    twice = collect([path], once.register)
    (new,) = (duty for duty in once.register.duties if duty.text == "公开办理结果")
    assert (once.rows, new.power) == (1, BUREAU.powers[1].id)
    assert twice.register == once.register
    assert (twice.rows, twice.cells) == (0, 0)


def test_a_cell_changed_on_both_sides_is_left_to_a_person(tmp_path: Path) -> None:
    path = sent(tmp_path)["审批股"]
    power = BUREAU.powers[1]
    cell = place(path, "职权", power.id, "备注")
    fill(path, {cell: "科室写的"})
    ours = BUREAU.with_(power.with_(note="本局写的"))
    collected = collect([path], ours)
    assert collected.register == ours
    (clash,) = collected.clashes
    assert (clash.place, clash.column.zh) == (f"审批股.xlsx:{cell}", "备注")
    assert (clash.ours, clash.theirs) == ("本局写的", "科室写的")
    chosen = collect([path], ours, take=[clash.place])
    assert chosen.register.powers[1].note == "科室写的"
    assert chosen.clashes == ()


def test_what_changed_here_and_not_there_stays(tmp_path: Path) -> None:
    ours = BUREAU.with_(BUREAU.powers[1].with_(note="本局后来写的"))
    collected = collect([sent(tmp_path)["审批股"]], ours)
    assert collected.register == ours
    assert collected.clashes == ()


def test_two_units_that_differ_clash_and_that_agree_do_not(tmp_path: Path) -> None:
    paths, code = sent(tmp_path), BUREAU.powers[0].id
    for unit, limit in (("审批股", "8个工作日"), ("监察股", "9个工作日")):
        fill(paths[unit], {place(paths[unit], "职权", code, "承诺时限"): limit})
        fill(paths[unit], {place(paths[unit], "职权", code, "办理结果"): "许可证"})
    collected = collect(list(paths.values()), BUREAU)
    assert sorted(clash.theirs for clash in collected.clashes) == ["8个工作日", "9个工作日"]
    assert collected.register == BUREAU.with_(BUREAU.powers[0].with_(output="许可证"))
    one = collected.clashes[0]
    chosen = collect(list(paths.values()), BUREAU, take=[one.place])
    limit = chosen.register.powers[0].promised_limit
    assert limit is not None
    assert limit.text.zh == one.theirs


def test_what_a_unit_fills_in_is_stated_by_it(tmp_path: Path) -> None:
    drafted = BUREAU.with_(BUREAU.powers[1].with_(state=State.DRAFTED))
    path = sent(tmp_path, drafted)["审批股"]
    fill(path, {place(path, "职权", drafted.powers[1].id, "办理结果"): "许可证"})
    assert collect([path], drafted).register.powers[1].state is State.STATED


@pytest.mark.parametrize(
    ("cells", "code", "where"),
    [
        ({"职权!A2": "XK999"}, "unknown-id", "职权!A2"),
        ({"职权!A2": "P1"}, "other-kind", "职权!A2"),
        ({"环节!G2": "无此岗"}, "unreadable", "环节!G2"),
        ({"责任!B9": "采矿许可"}, "invalid", "责任!D9"),
        ({"环节!A3": "关节"}, "kind-unknown", "环节!A3"),
    ],
)
def test_what_finds_no_home_is_told_by_cell(
    cells: dict[str, object], code: str, where: str, tmp_path: Path
) -> None:
    path = sent(tmp_path)["审批股"]
    fill(path, cells)
    collected = collect([path], BUREAU)
    assert [(p.code, str(p.source)) for p in collected.problems] == [(code, f"审批股.xlsx:{where}")]
    assert collected.register == BUREAU


def test_a_circle_made_by_two_parcels_is_refused(tmp_path: Path) -> None:
    path = sent(tmp_path)["审批股"]
    fill(
        path,
        {
            place(path, "机构岗位", "P1", "上级岗位"): "股长",
            place(path, "机构岗位", "P2", "上级岗位"): "受理岗",
        },
    )
    with pytest.raises(PowerlistError, match="圈"):
        collect([path], BUREAU)


def test_a_parcel_is_no_list_and_a_list_is_no_parcel(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="collect"):
        read(sent(tmp_path)["审批股"])
    (tmp_path / "x.xlsx").write_bytes((data_folder() / "demo" / "messy.xls").read_bytes())
    with pytest.raises(InputError, match="split"):
        collect([tmp_path / "x.xlsx"], BUREAU)


def test_a_whole_workbook_is_collected_too_and_overwrites_nothing(tmp_path: Path) -> None:
    changed = BUREAU.with_(BUREAU.powers[1].with_(note="新", output="许可证"))
    write_workbook(changed, tmp_path / "a.xlsx")
    collected = collect([tmp_path / "a.xlsx"], BUREAU)
    assert [clash.theirs for clash in collected.clashes] == ["新"]
    assert collected.register == BUREAU.with_(BUREAU.powers[1].with_(output="许可证"))
