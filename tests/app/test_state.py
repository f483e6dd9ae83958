"""What one visitor has chosen, and what a changed file changes."""

from powerlist.formats.yaml_tree import write_yaml
from tests.app.opening import Visitor, goes
from tests.model.registers import register


def test_a_file_that_changed_is_read_again(visitor: Visitor) -> None:
    page = visitor.visits("powers", register())
    assert len(page.dataframe[0].value) == 3
    write_yaml(register(names=("采矿许可", "新的许可")), visitor.folder / "list.yaml")
    assert list(goes(page, "powers").dataframe[0].value["name"]) == ["采矿许可", "新的许可"]


def test_a_folder_is_one_list(visitor: Visitor) -> None:
    (visitor.folder / "bureau").mkdir()
    write_yaml(register(), visitor.folder / "bureau" / "list.yaml")
    page = visitor.visits("powers", str(visitor.folder / "bureau"))
    assert len(page.dataframe[0].value) == 3


def test_a_file_that_is_gone_is_said_so(visitor: Visitor) -> None:
    page = visitor.opens(str(visitor.folder / "nowhere.xls"))
    assert page.title[0].value == "这份清单打不开"
    assert "nowhere.xls" in page.error[0].value.replace("\\", "")


def test_the_language_of_the_start_is_the_first_one(visitor: Visitor) -> None:
    page = visitor.visits("powers", lang="en")
    assert page.title[0].value == "Powers"
    page.segmented_control(key="lang").set_value("zh").run()
    assert page.title[0].value == "清单"
    assert goes(page, "findings").title[0].value == "检查"
