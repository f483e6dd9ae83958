"""清单库: what was opened or imported is there tomorrow; two people, deleting, stores that cannot be used."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from powerlist.api import STORE, Shelf
from powerlist.formats.yaml_tree import to_yaml
from powerlist.i18n import LANGS, Lang
from powerlist.model.register import Register
from tests.app.opening import Visitor, goes, said
from tests.app.test_imports import uploads, workbook
from tests.model.registers import register

WATER = register(names=("取水许可",))
WATER = WATER.with_(WATER.authority.with_(name="示例县水利局"))


def names(page: AppTest) -> list[str]:
    return list(goes(page, "powers").dataframe[0].value["name"])


def keys(page: AppTest) -> list[str]:
    return [button.key or "" for button in page.button]


def imported(page: AppTest, list: Register | bytes, name: str = "清单.yaml") -> AppTest:
    content = to_yaml(list).encode() if isinstance(list, Register) else list
    return uploads(goes(page, "imports"), (name, content))


def press(page: AppTest, key: str) -> AppTest:
    page.button(key=key).click().run()
    assert not page.exception, [error.message for error in page.exception]
    return page


def test_what_was_opened_is_there_tomorrow(visitor: Visitor) -> None:
    page = visitor.opens(register())
    assert "清单库第1版" in said(page)
    page = visitor.comes_back()
    assert page.title[0].value == "示例县自然资源局"
    assert "清单库第1版" in said(page)
    assert names(page) == ["采矿许可", "取水许可", "砍伐许可"]


def test_an_import_that_is_saved_is_there_tomorrow_with_the_cells_of_its_findings(visitor: Visitor) -> None:
    page = imported(visitor.opens(), workbook(), "清单.xls")
    page.text_input(key="import-authority").set_value("示例县林业局").run()
    page = press(page, "import-save")
    assert page.title[0].value == "示例县林业局"
    found = goes(page, "findings").dataframe[0].value
    assert any("清单.xls" in place for place in found["place"])
    again = visitor.comes_back()
    assert again.title[0].value == "请选择要打开的清单"
    (mine,) = [saved for saved in Shelf(visitor.store).registers() if saved.authority == "示例县林业局"]
    later = press(again, f"kept-open-{mine.id}")
    after = goes(later, "findings").dataframe[0].value
    assert list(after["place"]) == list(found["place"])
    assert list(after["message"]) == list(found["message"])


def test_several_lists_are_chosen_from_on_the_page_and_in_the_sidebar(visitor: Visitor) -> None:
    shelf = Shelf(visitor.store)
    one, two = shelf.keep(register()), shelf.keep(WATER)
    page = visitor.comes_back()
    words = said(page)
    assert "示例县自然资源局" in words
    assert "示例县水利局" in words
    assert "第1版" in words
    page = press(page, f"kept-open-{two.id}")
    assert page.title[0].value == "示例县水利局"
    page.selectbox(key="sidebar-pick").set_value(one.id).run()
    assert page.title[0].value == "示例县自然资源局"
    assert page.query_params["list"] == one.id
    assert press(page, "undo").title[0].value == "示例县水利局"


def test_undo_leads_back_to_what_the_server_was_started_on(visitor: Visitor) -> None:
    page = imported(visitor.opens(register()), WATER)
    page = press(page, "import-save")
    assert page.title[0].value == "示例县水利局"
    assert names(press(page, "undo")) == ["采矿许可", "取水许可", "砍伐许可"]


def test_two_lists_of_one_authority_are_told_apart(visitor: Visitor) -> None:
    shelf = Shelf(visitor.store)
    ids = [shelf.keep(register()).id, shelf.keep(register()).id]
    page = visitor.comes_back()
    assert all(f"示例县自然资源局（{id}）" in said(page) for id in ids)


def test_an_address_names_the_list(visitor: Visitor) -> None:
    shelf = Shelf(visitor.store)
    shelf.keep(register())
    two = shelf.keep(WATER)
    page = visitor.comes_back()
    page.query_params["list"] = two.id
    page.run()
    assert page.title[0].value == "示例县水利局"


def test_a_newer_list_is_compared_first_and_ids_are_kept(visitor: Visitor) -> None:
    newer = register(names=("采矿许可", "砍伐许可", "新建房屋消防验收"))
    page = imported(visitor.opens(register()), newer)
    words = said(page)
    assert "新增1项，减少1项，变动0项" in words
    assert "新建房屋消防验收" in words
    before = {power.name: power.id for power in register().powers}
    page = press(page, "import-save")
    assert names(page) == ["采矿许可", "砍伐许可", "新建房屋消防验收"]
    (saved,) = Shelf(visitor.store).registers()
    assert saved.revision == 2
    after = {power.name: power.id for power in Shelf(visitor.store).load(saved.id).register.powers}
    assert after["采矿许可"] == before["采矿许可"]


def test_only_some_changes_may_be_taken(visitor: Visitor) -> None:
    page = imported(visitor.opens(register()), register(names=("采矿许可", "砍伐许可", "新建房屋消防验收")))
    page.button_group(key="import-only-new-gone").set_value(["new"]).run()
    page = press(page, "import-save")
    assert names(page) == ["采矿许可", "取水许可", "砍伐许可", "新建房屋消防验收"]


def test_the_same_list_once_more_changes_nothing(visitor: Visitor) -> None:
    page = imported(visitor.opens(register()), register())
    assert "没有变动" in said(page)
    press(page, "import-save")
    assert [saved.revision for saved in Shelf(visitor.store).registers()] == [1]


def test_a_list_may_be_kept_beside_the_one_of_the_same_authority(visitor: Visitor) -> None:
    page = imported(visitor.opens(register()), register(names=("采砂许可",)))
    page.selectbox(key="import-target").set_value("").run()
    press(page, "import-save")
    assert len(Shelf(visitor.store).registers()) == 2


def test_a_save_beside_somebody_elses_is_refused_and_compared_again(visitor: Visitor) -> None:
    page = imported(visitor.opens(register()), register(names=("采矿许可", "采砂许可")))
    shelf = Shelf(visitor.store)
    (seen,) = shelf.registers()
    theirs = register(names=("采矿许可", "采石许可"))
    shelf.keep(theirs, over=seen)
    page = press(page, "import-save")
    assert "您看的是第1版，别人刚刚存了第2版" in page.error[0].value.replace("\\", "")
    assert "与清单库第2版相比" in said(page)
    assert shelf.load(seen.id).register == theirs
    press(page, "import-save")
    assert shelf.load(seen.id).saved.revision == 3


def test_what_somebody_else_saves_is_seen_by_everybody(visitor: Visitor) -> None:
    page = visitor.opens(register())
    shelf = Shelf(visitor.store)
    (seen,) = shelf.registers()
    shelf.keep(register(names=("采石许可",)), over=seen)
    assert names(page) == ["采石许可"]
    assert "清单库第2版" in said(page)


@pytest.mark.parametrize("lang", LANGS)
def test_a_list_is_deleted_after_a_second_question_and_comes_back(visitor: Visitor, lang: Lang) -> None:
    shelf = Shelf(visitor.store)
    saved, other = shelf.keep(register()), shelf.keep(WATER)
    page = goes(visitor.comes_back(lang), "kept")
    page = press(page, f"kept-delete-{saved.id}")
    assert len(shelf.registers()) == 2
    page = press(page, "kept-no")
    assert "kept-yes" not in keys(page)
    page = press(press(page, f"kept-delete-{saved.id}"), "kept-yes")
    assert shelf.registers() == (other,)
    page = press(page, "kept-undo")
    assert {one.id for one in shelf.registers()} == {saved.id, other.id}
    assert "自然资源局" in page.success[0].value


def test_a_delete_beside_somebody_elses_save_is_refused(visitor: Visitor) -> None:
    shelf = Shelf(visitor.store)
    saved = shelf.keep(register())
    page = press(goes(visitor.comes_back(), "kept"), f"kept-delete-{saved.id}")
    newer = shelf.keep(WATER, over=saved)
    page = press(page, "kept-yes")
    assert "没有覆盖" in page.error[0].value
    assert shelf.registers() == (newer,)


def test_an_earlier_version_is_restored_from_the_list(visitor: Visitor) -> None:
    shelf = Shelf(visitor.store)
    shelf.keep(register(names=("采石许可",)), over=shelf.keep(register()))
    page = goes(visitor.comes_back(), "kept")
    assert page.expander[0].label == "以前的版本（1）"
    page = press(page, next(key for key in keys(page) if key.startswith("kept-restore-")))
    assert names(page) == ["采矿许可", "取水许可", "砍伐许可"]


def test_an_old_file_opened_again_does_not_undo_what_was_taken_over(visitor: Visitor) -> None:
    page = imported(visitor.opens(register()), register(names=("采砂许可",)))
    press(page, "import-save")
    assert names(visitor.opens(register())) == ["采砂许可"]


def test_an_empty_store_shows_the_demo_and_keeps_nothing(visitor: Visitor) -> None:
    page = visitor.comes_back()
    assert page.title[0].value == "示例县人力资源和社会保障局"
    assert "没有存入清单库" in said(page)
    page = goes(page, "kept")
    assert "还没有清单" in page.info[0].value
    assert Shelf(visitor.store).registers() == ()


def test_open_only_saves_nothing(visitor: Visitor) -> None:
    page = press(imported(visitor.opens(register()), WATER), "import-open")
    assert page.title[0].value == "示例县水利局"
    assert "没有存入清单库" in said(page)
    assert len(Shelf(visitor.store).registers()) == 1


def broken(kind: str, folder: Path) -> str:
    if kind == "nonsense":
        return "nonsense"
    path = folder / "x.sqlite"
    if kind == "no folder":
        (folder / "file").write_text("")
        return f"sqlite:{folder / 'file' / 'x.sqlite'}"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE theirs (x)")
        if kind == "too new":
            db.execute("PRAGMA application_id = 1347179348")
            db.execute("PRAGMA user_version = 999")
    return f"sqlite:{path}"


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [("not ours", "不是 powerlist 的数据"), ("too new", "升级 powerlist"), ("nonsense", "不是一个库")],
)
def test_a_store_that_cannot_be_used_is_told_and_the_app_goes_on(
    visitor: Visitor, tmp_path: Path, kind: str, sentence: str
) -> None:
    visitor.patch.setenv(STORE, broken(kind, tmp_path))
    page = visitor.opens(register())
    assert page.title[0].value == "示例县自然资源局"
    assert "清单库现在不能用" in said(page)
    page = goes(page, "kept")
    assert sentence in page.error[0].value.replace("\\", "")
    page = imported(page, WATER)
    assert page.button(key="import-save").disabled
    assert press(page, "import-open").title[0].value == "示例县水利局"


def test_a_place_that_cannot_be_written_lets_the_app_go_on(visitor: Visitor, tmp_path: Path) -> None:
    visitor.patch.setenv(STORE, broken("no folder", tmp_path))
    page = visitor.opens(register())
    assert "没有存入清单库" in said(page)
    page = goes(page, "kept")
    assert "不能读写" in page.warning[0].value
    page = press(imported(page, WATER), "import-save")
    assert "不能读写" in page.error[0].value
    assert press(page, "import-open").title[0].value == "示例县水利局"
