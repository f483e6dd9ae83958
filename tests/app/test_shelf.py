"""The shelf: nothing that was kept is lost by a save, a delete, a second writer or a file from elsewhere."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from powerlist.api import STORE, Saved, Shelf, store_in, store_url
from powerlist.api.shelf import MOST, beside
from powerlist.errors import StaleError, StoreError, UsageError
from powerlist.model.register import Register
from powerlist.model.source import Origin, Source
from powerlist.stores import sqlite
from powerlist.stores.sqlite_schema import APPLICATION_ID, VERSION
from tests.model.registers import register, with_flow

LIST = with_flow(register())


def named(name: str) -> Register:
    """The same authority's list, with one power called otherwise."""
    return LIST.with_(LIST.powers[0].with_(name=name))


@pytest.fixture(params=["sqlite", "folder"])
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> Shelf:
    return Shelf(f"{request.param}:{tmp_path / 'kept' / 'powerlist.db'}")


def test_what_is_kept_comes_back_with_its_cells(shelf: Shelf) -> None:
    saved = shelf.keep(LIST)
    found = shelf.load(saved.id).register
    assert found == LIST
    assert dict(found.origins) == dict(LIST.origins)
    assert [one.authority for one in shelf.registers()] == ["示例县自然资源局"]


def test_the_same_once_more_is_no_new_revision(shelf: Shelf) -> None:
    saved = shelf.keep(LIST)
    assert shelf.keep(LIST, over=saved) == saved
    assert shelf.earlier() == ()


def test_a_new_list_of_a_known_authority_gets_an_id_of_its_own(shelf: Shelf) -> None:
    first, second = shelf.keep(LIST), shelf.keep(named("采砂许可"))
    assert second.id == f"{first.id}-2"
    assert len(shelf.registers()) == 2


def test_what_is_replaced_is_put_away_and_can_come_back(shelf: Shelf) -> None:
    first = shelf.keep(LIST)
    second = shelf.keep(named("采砂许可"), over=first)
    (earlier,) = shelf.earlier()
    assert (second.revision, earlier.revision, earlier.id) == (2, 1, first.id)
    back = shelf.restore(earlier)
    assert back.revision == 3
    assert shelf.load(first.id).register == LIST
    assert [one.revision for one in shelf.earlier()] == [2]


def test_what_is_deleted_is_put_away_and_can_come_back(shelf: Shelf) -> None:
    saved = shelf.keep(LIST)
    earlier = shelf.delete(saved)
    assert shelf.registers() == ()
    back = shelf.restore(earlier)
    assert dict(shelf.load(back.id).register.origins) == dict(LIST.origins)
    assert shelf.earlier() == ()


def test_only_some_earlier_versions_are_held(shelf: Shelf) -> None:
    saved = shelf.keep(LIST)
    for count in range(MOST + 3):
        saved = shelf.keep(named(f"第{count}稿"), over=saved)
    held = shelf.earlier()
    assert sorted(one.revision for one in held) == list(range(4, 4 + MOST))


def test_a_second_writer_is_refused_and_loses_nothing(shelf: Shelf) -> None:
    seen = shelf.keep(LIST)
    shelf.keep(named("采砂许可"), over=seen)
    with pytest.raises(StaleError) as refused:
        shelf.keep(named("采石许可"), over=seen)
    assert (refused.value.based_on, refused.value.current) == (1, 2)
    with pytest.raises(StaleError):
        shelf.delete(seen)
    assert shelf.load(seen.id).register == named("采砂许可")


def test_a_save_over_what_was_deleted_is_refused_even_where_the_count_starts_again(shelf: Shelf) -> None:
    seen = shelf.keep(LIST)
    shelf.delete(seen)
    with pytest.raises(StaleError) as refused:
        shelf.keep(named("采砂许可"), over=seen)
    assert refused.value.current == 0
    other = shelf.keep(named("采石许可"))
    assert (other.id, other.revision) == (seen.id, seen.revision)
    with pytest.raises(StaleError):
        shelf.keep(named("采砂许可"), over=seen)


def test_a_source_is_kept_replaces_what_is_there_and_never_a_later_version(shelf: Shelf) -> None:
    first = shelf.put(LIST)
    assert (first.was, first.behind) == (None, False)
    assert shelf.put(LIST) == first
    second = shelf.put(named("采砂许可"))
    assert second.was == first.now
    assert second.now.revision == 2
    again = shelf.put(LIST)  # the old file, opened again out of habit
    assert again.behind
    assert again.now == second.now
    assert shelf.load(first.now.id).register == named("采砂许可")


def test_a_list_finds_its_authority_by_id_then_by_name(shelf: Shelf) -> None:
    code = "11450000MB0000000X"
    coded = LIST.with_(LIST.authority.with_(code=code))
    saved = shelf.keep(coded)
    assert shelf.match(coded) == shelf.match(LIST) == saved
    assert shelf.match(LIST.with_(LIST.authority.with_(name="示例县水利局"))) is None
    shelf.keep(coded)
    assert shelf.match(LIST) is None  # two have the name: nobody guesses
    assert shelf.match(coded) == saved


def called_by_its_file(register: Register) -> Register:
    """A list with no cell that names the authority."""
    told = {("authority", "name"): Origin(Source("2026.xls"), "")}
    return register.with_(register.authority.with_(name="2026"), origins=told)


def test_a_list_that_names_no_authority_finds_the_one_that_shares_its_powers(shelf: Shelf) -> None:
    nameless = called_by_its_file(register(names=("采矿许可", "新建房屋消防验收")))
    saved = shelf.keep(LIST)
    assert shelf.match(nameless) == saved
    named_otherwise = LIST.with_(LIST.authority.with_(name="邻县自然资源局"))
    assert shelf.match(named_otherwise) is None  # the same powers, but another authority says so
    assert (
        shelf.match(called_by_its_file(register(names=("道路货运许可", "新建房屋消防验收", "许可")))) is None
    )
    shelf.keep(LIST)
    assert shelf.match(nameless) is None  # two share them: nobody guesses


def test_the_store_is_the_one_named_else_the_environments_else_among_the_users_data(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(STORE, "folder:x")
    assert (store_url("sqlite:y"), store_url()) == ("sqlite:y", "folder:x")
    monkeypatch.delenv(STORE)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert store_url().startswith("sqlite:")
    assert store_url().endswith("powerlist.sqlite")
    assert store_in(Path("a")) == f"sqlite:{Path('a') / 'powerlist.sqlite'}"
    assert beside("sqlite:a/b.sqlite", "") == f"sqlite:{Path('a') / 'b.earlier.sqlite'}"
    server = beside("bolt://u:secret@h", "bolt://h")
    assert server == beside("bolt://h", "bolt://h")
    assert server.startswith("sqlite:")


def foreign(path: Path, owner: int = 0, version: int = 0) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE theirs (x)")
        db.execute(f"PRAGMA application_id = {owner}")
        db.execute(f"PRAGMA user_version = {version}")


@pytest.mark.parametrize("owner", [0, APPLICATION_ID], ids=["not ours", "too new"])
def test_a_database_of_somebody_else_is_told_and_left_as_it_is(owner: int, tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite"
    foreign(path, owner, VERSION + 1 if owner else 0)
    before = path.read_bytes()
    for call in (Shelf.registers, lambda shelf: shelf.keep(LIST)):
        with pytest.raises(StoreError, match="升级" if owner else "不是 powerlist"):
            call(Shelf(f"sqlite:{path}"))
    assert path.read_bytes() == before


@pytest.mark.parametrize("place", ["file/x.sqlite", "folder"])
def test_a_place_that_cannot_be_written_is_told(place: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "folder").mkdir()
    with pytest.raises(StoreError, match="不能读写"):
        Shelf(f"sqlite:{tmp_path / place}").keep(LIST)


def test_a_file_that_another_program_writes_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sqlite, "_PATIENCE", 0.1)
    shelf = Shelf(f"sqlite:{tmp_path / 'x.sqlite'}")
    saved: Saved = shelf.keep(LIST)
    with closing(sqlite3.connect(tmp_path / "x.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="正在写入"):
            shelf.keep(named("采砂许可"), over=saved)
        assert shelf.load(saved.id).register == LIST  # reading goes on


def test_a_replacement_that_cannot_put_the_old_away_changes_nothing(tmp_path: Path) -> None:
    shelf = Shelf(f"sqlite:{tmp_path / 'x.sqlite'}")
    saved = shelf.keep(LIST)
    foreign(tmp_path / "x.earlier.sqlite")
    with pytest.raises(StoreError, match=r"x\.earlier\.sqlite"):
        shelf.keep(named("采砂许可"), over=saved)
    with pytest.raises(StoreError):
        shelf.delete(saved)
    assert shelf.load(saved.id).register == LIST


def test_a_word_that_names_no_store_is_told() -> None:
    with pytest.raises(UsageError, match="不是一个库"):
        Shelf("nonsense")
