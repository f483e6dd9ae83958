"""From one of the program's formats to another and back: nothing is lost, nothing half written."""

from pathlib import Path

import pytest
from hypothesis import given

from powerlist.errors import PowerlistError, UsageError
from powerlist.formats import read
from powerlist.formats.saving import save_as
from powerlist.formats.yaml_exact import exact_tree
from powerlist.formats.yaml_tree import read_yaml
from powerlist.model.fingerprint import fingerprint
from powerlist.model.register import Register
from powerlist.model.risk import Control
from powerlist.resources import data_folder
from tests.formats.own.generated import sound_registers
from tests.formats.own.test_own_workbook import SMALL, any_register

FORMS = ("a.xlsx", "folder", "a.jsonl", "a.yaml", "b.xlsx")
LOOSE = Control(id="c", text="没有针对任何风险")


def contents(register: Register) -> dict[str, object]:
    """Every thing by its id, states included."""
    return {entity.id: entity for entity in register.entities()}


@pytest.fixture(scope="module")
def bureau() -> Register:
    return read_yaml([data_folder() / "demo" / "bureau"]).register


def test_the_demo_goes_from_form_to_form_and_back(bureau: Register, tmp_path: Path) -> None:
    after = bureau
    for form in FORMS:
        save_as(after, tmp_path / form)
        after = read(tmp_path / form).register
        assert fingerprint(after) == fingerprint(bureau)
        assert contents(after) == contents(bureau)
        assert after.powers == bureau.powers  # in the order of the list


@any_register
@given(before=sound_registers())
def test_any_tree_of_yaml_is_exact(before: Register, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("yaml")
    before = _rooted(before)
    for name in ("a.yaml", "folder"):
        save_as(before, folder / name)
        assert contents(read_yaml([folder / name]).register) == contents(before)


def test_a_folder_has_one_power_a_file_with_its_process(tmp_path: Path) -> None:
    save_as(SMALL, tmp_path / "out")
    files = sorted(str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*.yaml"))
    assert [name.split("-")[0] for name in files] == [
        "organisation.yaml",
        "powers/001",
        "powers/002",
        "powers/003",
    ]
    first = next((tmp_path / "out" / "powers").glob("001-*")).read_text(encoding="utf-8")
    assert "采矿许可" in first
    assert "processes:" in first
    assert "取水许可" not in first


def test_a_limit_keeps_its_digits_and_its_unit(tmp_path: Path) -> None:
    for limit in ({"value": 0, "unit": "hour"}, {"value": 1234567.25 / 100, "unit": "calendar_day"}):
        before = SMALL.with_(SMALL.steps[0].with_(limit=limit))
        save_as(before, tmp_path / "a.yaml")
        assert read(tmp_path / "a.yaml").register == before


def test_an_unknown_suffix_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\.docx"):
        save_as(SMALL, tmp_path / "a.docx")


def test_what_yaml_cannot_hold_is_told_and_not_written(tmp_path: Path) -> None:
    with pytest.raises(PowerlistError, match="没有针对任何风险"):
        save_as(SMALL.with_(LOOSE), tmp_path / "a.yaml")
    assert list(tmp_path.iterdir()) == []
    save_as(SMALL.with_(LOOSE), tmp_path / "a.xlsx")


def test_a_bureaus_own_list_is_never_written_over(tmp_path: Path) -> None:
    theirs = (data_folder() / "demo" / "messy.xls").read_bytes()
    (tmp_path / "清单.xlsx").write_bytes(theirs)
    with pytest.raises(PowerlistError, match="没有覆盖"):
        save_as(SMALL, tmp_path / "清单.xlsx")
    assert (tmp_path / "清单.xlsx").read_bytes() == theirs


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("x")
    with pytest.raises(PowerlistError, match="已有内容"):
        save_as(SMALL, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_the_tree_says_no_more_than_it_must() -> None:
    assert exact_tree(SMALL)["processes"][0]["flows"] == [{"id": "f1", "source": "R.s1", "target": "R.s2"}]


def _rooted(register: Register) -> Register:
    """Without controls that stand under no risk, which a tree cannot hold, and what refers to them."""
    gone = [control.id for control in register.controls if not control.risks]
    while gone:
        register = register.without(gone)
        gone = [entity.id for entity, _, _ in register.dangling()]
    return register
