"""The folder store: the contract, and what can be wrong with files."""

import json
import os
from pathlib import Path

import pytest

from powerlist.errors import StoreError
from powerlist.model.plain import to_plain
from powerlist.stores import NEW, Store, open_store
from tests.stores.contract import OTHER, SMALL, StoreContract


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(f"folder:{tmp_path / 'store'}")


def _file(store: Store) -> Path:
    (file,) = Path(store.url.removeprefix("folder:")).glob("*.jsonl")
    return file


class TestFolderStore(StoreContract):
    """Every promise of the contract."""


def test_a_line_is_a_thing_in_the_words_of_the_plain_codec(store: Store) -> None:
    store.save(SMALL, based_on=NEW)
    _, *lines = map(json.loads, _file(store).read_text(encoding="utf-8").splitlines())
    plain = to_plain(SMALL)
    assert [line["powers"] for line in lines if "powers" in line] == plain["powers"]
    assert sum(len(rows) for rows in plain.values() if isinstance(rows, list)) + 2 == len(lines)


def test_the_same_register_gives_the_same_lines(store: Store) -> None:
    store.save(SMALL, based_on=NEW)
    first = _file(store).read_text(encoding="utf-8").split("\n", 1)[1]
    store.save(SMALL, based_on=1)
    assert _file(store).read_text(encoding="utf-8").split("\n", 1)[1] == first


def test_a_folder_of_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "工资.txt").write_text("1")
    store = open_store(f"folder:{tmp_path}")
    for refused in (store.registers, lambda: store.save(SMALL, based_on=NEW), lambda: store.load("x")):
        with pytest.raises(StoreError, match="不是 powerlist 的数据"):
            refused()
    assert [file.name for file in tmp_path.iterdir()] == ["工资.txt"]


def test_a_newer_store_is_refused(store: Store) -> None:
    store.save(SMALL, based_on=NEW)
    _file(store).with_name("powerlist-store.json").write_text('{"powerlist_store": 2}')
    with pytest.raises(StoreError, match="更新版本"):
        store.registers()


def test_lines_lost_from_a_file_are_told(store: Store) -> None:
    saved = store.save(SMALL, based_on=NEW)
    file = _file(store)
    file.write_text(
        "".join(file.read_text(encoding="utf-8").splitlines(keepends=True)[:-3]), encoding="utf-8"
    )
    with pytest.raises(StoreError, match="与保存时不一致"):
        store.load(saved.id)


def test_rubbish_in_a_file_is_told(store: Store) -> None:
    store.save(SMALL, based_on=NEW)
    _file(store).write_bytes(b"\xff\xfe rubbish")
    with pytest.raises(StoreError, match="读不懂"):
        store.registers()


def test_a_path_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("")
    with pytest.raises(StoreError, match=r"文件夹不能读写（.*不是文件夹）"):
        open_store(f"folder:{tmp_path / 'f'}").save(SMALL, based_on=NEW)


def test_a_save_that_breaks_off_leaves_the_old_register(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = store.save(SMALL, based_on=NEW)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(StoreError, match="磁盘已满"):
        store.save(OTHER, based_on=1, id=saved.id)
    monkeypatch.undo()
    assert store.load(saved.id).register == SMALL
    assert not list(_file(store).parent.glob("*.part"))
