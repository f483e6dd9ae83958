"""The SQLite store: the contract, the tables that people may ask, and what can be wrong with the file."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from powerlist.errors import StoreError
from powerlist.graph import PowerGraph
from powerlist.model.plain import to_plain
from powerlist.model.relation import RELATIONS
from powerlist.stores import NEW, Store, open_store
from powerlist.stores.rows import rows_of
from tests.stores.contract import SMALL, StoreContract, assert_same, bureau
from tests.stores.large import large


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "册 子?#.db"


@pytest.fixture
def store(path: Path) -> Store:
    return open_store(f"sqlite:{path}")


class TestSqliteStore(StoreContract):
    """Every promise of the contract."""


def test_rows_are_written_in_the_words_of_the_plain_codec() -> None:
    rows, _ = rows_of(SMALL)
    plain = to_plain(SMALL, origins=False)
    assert [json.loads(row.body) for row in rows if row.kind == "power"] == plain["powers"]
    assert [json.loads(row.body) for row in rows if row.kind == "authority"] == [plain["authority"]]


def test_looking_makes_no_file(path: Path, store: Store) -> None:
    assert store.registers() == ()
    with pytest.raises(StoreError):
        store.load("x")
    assert not path.exists()


def test_references_are_those_of_the_graph(path: Path, store: Store) -> None:
    demo = bureau()
    store.save(demo, based_on=NEW)
    graph = PowerGraph(demo)
    with sqlite3.connect(path) as db:
        found = db.execute("SELECT relation, source, target FROM reference ORDER BY 1, 2, 3").fetchall()
    known = {
        (relation.name, source.id, entity.id)
        for relation in RELATIONS
        for entity in demo.entities()
        for source in graph.sources(entity, relation.name)
    }
    assert set(found) == known


def test_views_show_every_field_with_its_default(path: Path, store: Store) -> None:
    store.save(SMALL, based_on=NEW)
    with sqlite3.connect(path) as db:
        found = db.execute("SELECT id, name, visible, step_kind, clock_stops FROM steps").fetchall()
    assert found == [(s.id, s.name, 1, s.step_kind, 0) for s in SMALL.steps]


def test_another_program_s_database_is_left_alone(path: Path, store: Store) -> None:
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE wages (a)")
    before = path.read_bytes()
    for refused in (store.registers, lambda: store.save(SMALL, based_on=NEW), lambda: store.load("x")):
        with pytest.raises(StoreError, match="不是 powerlist 的数据"):
            refused()
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_left_alone(path: Path, store: Store) -> None:
    path.write_text("工资" * 1000)
    for refused in (store.registers, lambda: store.save(SMALL, based_on=NEW)):
        with pytest.raises(StoreError, match="不是 powerlist 的数据"):
            refused()
    assert path.read_text() == "工资" * 1000


def test_a_newer_store_is_refused(path: Path, store: Store) -> None:
    store.save(SMALL, based_on=NEW)
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 2")
    for refused in (store.registers, lambda: store.save(SMALL, based_on=1)):
        with pytest.raises(StoreError, match="更新版本"):
            refused()


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM entity WHERE place = 3",
        "UPDATE entity SET body = '{' WHERE place = 3",
        "UPDATE entity SET kind = 'dragon' WHERE place = 3",
        'UPDATE entity SET body = \'{"id": "x", "colour": 1}\' WHERE place = 3',
    ],
)
def test_rows_changed_by_other_hands_are_told(path: Path, store: Store, damage: str) -> None:
    saved = store.save(SMALL, based_on=NEW)
    with sqlite3.connect(path) as db:
        db.execute(damage)
    with pytest.raises(StoreError, match="与保存时不一致"):
        store.load(saved.id)


def test_a_folder_in_place_of_a_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="这是文件夹，不能读写。sqlite: 后面请写文件名"):
        open_store(f"sqlite:{tmp_path}").save(SMALL, based_on=NEW)


def test_why_a_file_is_refused_is_said_in_the_readers_language(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("")
    with pytest.raises(StoreError) as told:
        open_store(f"sqlite:{tmp_path / 'f' / 'x.db'}").save(SMALL, based_on=NEW)
    assert "不是文件夹" in told.value.of("zh")
    assert "not a folder" in told.value.of("en")
    assert not any(word in told.value.of("zh") for word in ("unable", "Errno", "exists"))


def test_a_program_killed_in_mid_save_leaves_the_old_register(path: Path, store: Store) -> None:
    before = large(50)
    saved = store.save(before, based_on=NEW, id="x")
    killed = _killed_in_mid_save(path)
    assert killed == -signal.SIGKILL
    assert store.load("x").saved == saved
    assert_same(store.load("x").register, before)
    assert store.save(SMALL, based_on=1, id="x").revision == 2


def _killed_in_mid_save(path: Path) -> int:
    """Save in another process that kills itself when half the rows are written."""
    script = f"""
        import os, signal
        from powerlist.stores import open_store, sqlite
        from tests.stores.large import large
        rows_of = sqlite.rows_of
        class Rows(list):
            def __iter__(self):
                for place, row in enumerate(list.__iter__(self)):
                    if place == len(self) // 2:
                        os.kill(os.getpid(), signal.SIGKILL)
                    yield row
        sqlite.rows_of = lambda register: (Rows(rows_of(register)[0]), None)
        open_store("sqlite:" + {str(path)!r}).save(large(3000), based_on=1, id="x")
    """
    root = Path(__file__).parents[2]
    run = [sys.executable, "-c", textwrap.dedent(script)]
    return subprocess.run(run, cwd=root, env={**os.environ, "PYTHONPATH": str(root)}).returncode
