"""demo and serve as a user starts them: what they keep, what they say, and that a bad store stops nothing."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from powerlist import api
from powerlist.api import STORE, Shelf
from powerlist.app.launch import free_port
from powerlist.formats.yaml_tree import write_yaml
from tests.cli.test_cli import powerlist
from tests.model.registers import register

LIST = register()
OTHER = register(names=("采石许可",))


@pytest.fixture(autouse=True)
def own_store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """The store that POWERLIST_STORE names."""
    monkeypatch.setenv(STORE, f"sqlite:{tmp_path / 'own' / 'powerlist.sqlite'}")
    return os.environ[STORE]


@contextmanager
def running(*arguments: str, folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A command that serves, once it has told its address."""
    command = [sys.executable, "-m", "powerlist", *arguments, "--port", str(free_port())]
    process = subprocess.Popen(command, cwd=folder, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        assert process.stdout
        while line := process.stdout.readline():
            if line.startswith("http://127.0.0.1:"):
                break
        yield process
    finally:
        process.terminate()
        process.wait(timeout=20)


def talk_of(*arguments: str, folder: Path) -> str:
    """What such a command says to people."""
    with running(*arguments, folder=folder) as process:
        pass
    assert process.stderr
    return process.stderr.read()


def revisions(store: str) -> list[int]:
    return [saved.revision for saved in Shelf(store).registers()]


def test_serve_keeps_what_it_opens_and_tells_it_the_next_day(tmp_path: Path, own_store: str) -> None:
    write_yaml(LIST, tmp_path / "list.yaml")
    said = talk_of("serve", "list.yaml", folder=tmp_path)
    assert "已存入清单库：示例县自然资源局，第1版。" in said
    assert own_store in said
    assert revisions(own_store) == [1]
    later = talk_of("serve", folder=tmp_path)
    assert "示例县自然资源局 第1版" in later


def test_a_changed_file_is_a_new_revision_and_an_old_one_changes_nothing(
    tmp_path: Path, own_store: str
) -> None:
    for list, said in (
        (LIST, "第1版。"),
        (OTHER, "第2版；原第1版留作以前的版本"),
        (LIST, "已到第2版，比这份新；没有覆盖"),
    ):
        write_yaml(list, tmp_path / "list.yaml")
        assert said in talk_of("serve", "list.yaml", folder=tmp_path)
    (saved,) = Shelf(own_store).registers()
    assert Shelf(own_store).load(saved.id).register == OTHER


def test_another_store_is_named_by_an_option(tmp_path: Path, own_store: str) -> None:
    write_yaml(LIST, tmp_path / "list.yaml")
    said = talk_of("serve", "list.yaml", "--store", "sqlite:mine.sqlite", "--lang", "en", folder=tmp_path)
    assert "revision 1." in said
    assert revisions(f"sqlite:{tmp_path / 'mine.sqlite'}") == [1]
    assert revisions(own_store) == []


def test_a_store_that_cannot_be_used_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "x.sqlite").write_text("somebody else's text, long enough to be no database at all")
    write_yaml(LIST, tmp_path / "list.yaml")
    said = talk_of("serve", "list.yaml", "--store", "sqlite:x.sqlite", folder=tmp_path)
    assert "没有存入清单库，打开照常" in said
    assert "不是 powerlist 的数据" in said
    assert "清单库不能用" in talk_of("serve", "--store", "sqlite:x.sqlite", folder=tmp_path)


def test_an_empty_store_opens_the_demo(tmp_path: Path) -> None:
    assert "还没有清单，打开的是示例局" in talk_of("serve", folder=tmp_path)


def test_a_word_that_names_no_store_is_a_slip(tmp_path: Path) -> None:
    for command in ("serve", "demo"):
        done = powerlist(command, "--store", "nonsense", folder=tmp_path)
        assert done.returncode == 2
        assert "不是一个库" in done.stderr
    assert not (tmp_path / "powerlist-demo").exists()


def test_the_demo_is_kept_in_its_own_folder_and_not_among_the_users_lists(
    tmp_path: Path, own_store: str
) -> None:
    for _ in range(2):
        done = powerlist("demo", "--once", folder=tmp_path)
        assert done.returncode == 0
        assert "第1版" in done.stderr
    store = f"sqlite:{tmp_path / 'powerlist-demo' / 'powerlist.sqlite'}"
    (saved,) = Shelf(store).registers()
    assert revisions(own_store) == []
    kept, read = Shelf(store).load(saved.id).register, api.demo().register
    assert found_in(kept) == found_in(read)


def found_in(register: api.Register) -> dict[str, object]:
    """Every finding with its file and cell."""
    report = api.check(register, as_of=api.today())
    return {one["key"]: one["source"] for one in api.findings_data(report, register, "zh")["findings"]}


def test_a_port_that_is_taken_is_told_with_the_one_that_is_used(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "powerlist", "serve", "--port", str(port)]
        process = subprocess.Popen(
            command, cwd=tmp_path, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert process.stdout
        url = process.stdout.readline().strip()
        process.terminate()
        said = process.communicate(timeout=20)[1]
    used = url.rpartition(":")[2]
    assert used != str(port)
    assert f"端口{port}已被占用" in said
    assert f"改用端口{used}" in said
