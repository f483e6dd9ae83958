"""What can be wrong with a graph server: told in one sentence, and never half a register."""

import socket
import ssl
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest
import trustme

from powerlist.errors import StaleError, StoreError
from powerlist.model.fingerprint import fingerprint
from powerlist.stores import NEW, Store, neo4j, open_store
from tests.stores.contract import OTHER, SMALL, assert_same
from tests.stores.large import large
from tests.stores.servers import Server, free_port
from tests.stores.test_neo4j import asked
from tests.stores.wire import after, at_commit, wire

pytestmark = pytest.mark.xdist_group("neo4j")


def every_call(store: Store) -> list[object]:
    return [store.registers, lambda: store.load("x"), lambda: store.save(SMALL, based_on=NEW)]


def assert_told(url: str, sentence: str, calls: int = 3) -> None:
    """Every call says the sentence, quickly, and never the password."""
    for number in range(calls):
        store = open_store(url)
        start = time.monotonic()
        with pytest.raises(StoreError, match=sentence) as told:
            every_call(store)[number]()  # type: ignore[operator]
        assert time.monotonic() - start < 15
        assert "word" not in told.value.of("zh") + store.url + repr(store.address)  # type: ignore[attr-defined]
        store.close()


def test_a_wrong_password(real_neo4j: Server) -> None:
    wrong = real_neo4j.url.replace("test-only-word", "another-word")
    assert_told(wrong, "用户名或密码不对", calls=1)
    assert_told(wrong, "用户名或密码不对|密码连续输错多次")
    time.sleep(6)  # until the server takes passwords again


def test_a_wrong_database(real_neo4j: Server) -> None:
    assert_told(real_neo4j.url.removesuffix("neo4j") + "wages", "没有这个库")


def test_a_server_that_is_not_there() -> None:
    assert_told(f"bolt://neo4j:word@127.0.0.1:{free_port()}", "连不上服务器")
    assert_told(f"neo4j://neo4j:word@127.0.0.1:{free_port()}", "连不上服务器")


_HELLO = b"\xb1\x70\xa2\x86server\x8bNeo4j/4.2.1\x8dconnection_id\x81x"  # success, a map of two
_OLD = (
    b"\x00\x00\x02\x04",
    b"\x00" + bytes([len(_HELLO)]) + _HELLO + b"\x00\x00",
    b"\x00\x03\xb1\x70\xa0\x00\x00",  # success, nothing to say
)


@pytest.mark.parametrize(
    "answers",
    [(b"\x00\x00\x00\x00",), _OLD, (b"HTTP/1.1 400\r\n",)],
    ids=["no common version of Bolt", "Neo4j 4.2 over Bolt 4.2", "a web server"],
)
def test_a_server_that_is_too_old_or_no_graph_server(answers: tuple[bytes, ...]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        threading.Thread(target=_answer, args=(door, answers), daemon=True).start()
        assert_told(f"bolt://neo4j:word@127.0.0.1:{door.getsockname()[1]}", "太旧，或者不是 Neo4j")


def _answer(door: socket.socket, answers: tuple[bytes, ...]) -> None:
    """Say one thing after each thing heard, then hang up."""
    with suppress(OSError):
        while True:
            driver, _ = door.accept()
            for answer in answers:
                driver.recv(4096)
                driver.sendall(answer)
            driver.settimeout(5)
            with suppress(OSError):
                driver.recv(4096)
            driver.close()


def test_a_database_of_other_people_is_left_alone(real_neo4j: Server) -> None:
    asked(real_neo4j, "CREATE (:Wages {of: '甲'})")
    for name in asked(real_neo4j, "SHOW CONSTRAINTS YIELD name RETURN name"):
        asked(real_neo4j, f"DROP CONSTRAINT `{name}`")
    assert_told(real_neo4j.url, "不是 powerlist 的数据")
    assert asked(real_neo4j, "MATCH (n) RETURN n.of AS of") == ["甲"]
    assert asked(real_neo4j, "SHOW CONSTRAINTS YIELD name RETURN name") == []


def test_a_newer_store_is_refused(neo4j_store: Store, real_neo4j: Server) -> None:
    neo4j_store.save(SMALL, based_on=NEW)
    asked(real_neo4j, "MATCH (s:PowerlistStore) SET s.version = 2")
    assert_told(real_neo4j.url, "更新版本")
    assert asked(real_neo4j, "MATCH (r:Register) RETURN r.revision AS revision") == [1]


def test_a_number_that_is_too_big_changes_nothing(neo4j_store: Store) -> None:
    saved = neo4j_store.save(SMALL, based_on=NEW)
    with pytest.raises(StoreError, match="有一个数大到"):
        neo4j_store.save(SMALL.with_(SMALL.posts[0].with_(holders=2**70)), based_on=1)
    assert_same(neo4j_store.load(saved.id).register, SMALL)


def test_a_wire_cut_in_mid_save_is_tried_again(neo4j_store: Store, real_neo4j: Server) -> None:
    neo4j_store.save(SMALL, based_on=NEW, id="x")
    given = large(30)
    with wire(real_neo4j.port) as cut:
        store = open_store(real_neo4j.url_at(cut.port))
        assert store.registers()
        cut.cut = after(60_000, times=2)
        assert store.save(given, based_on=1, id="x").revision == 2
        assert cut.cuts == 2
        store.close()
    assert_same(neo4j_store.load("x").register, given)


def test_a_wire_that_stays_cut_leaves_the_old_register(
    neo4j_store: Store, real_neo4j: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = neo4j_store.save(SMALL, based_on=NEW, id="x")
    monkeypatch.setattr(neo4j, "_RETRIES", 3.0)
    with wire(real_neo4j.port) as cut:
        store = open_store(real_neo4j.url_at(cut.port))
        assert store.registers()
        cut.cut = after(60_000, times=1000)
        with pytest.raises(StoreError, match="连不上服务器，重试后仍不通；登记册没有改动"):
            store.save(large(30), based_on=1, id="x")
        assert cut.cuts > 1
        store.close()
    assert neo4j_store.load("x").saved == saved
    assert_same(neo4j_store.load("x").register, SMALL)


def test_a_save_whose_answer_was_lost_is_known_as_done(neo4j_store: Store, real_neo4j: Server) -> None:
    """The server committed, the driver never heard and tries again: no second revision, no stale refusal."""
    neo4j_store.save(SMALL, based_on=NEW, id="x")
    with wire(real_neo4j.port) as cut:
        store = open_store(real_neo4j.url_at(cut.port))
        assert store.registers()
        cut.cut, cut.swallows_answer = at_commit(), True
        saved = store.save(OTHER, based_on=1, id="x")
        store.close()
    assert cut.cuts == 1
    assert neo4j_store.load("x").saved == saved
    assert saved.revision == 2
    with pytest.raises(StaleError):
        neo4j_store.save(SMALL, based_on=1, id="x")


def test_a_save_whose_answer_was_lost_for_good_is_told_as_not_known(
    neo4j_store: Store, real_neo4j: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    neo4j_store.save(SMALL, based_on=NEW, id="x")
    monkeypatch.setattr(neo4j, "_RETRIES", 2.0)
    with wire(real_neo4j.port) as cut:
        store = open_store(real_neo4j.url_at(cut.port))
        assert store.registers()
        cut.cut, cut.swallows_answer = at_commit(and_after=True), True
        with pytest.raises(StoreError, match="不知道是否成功"):
            store.save(OTHER, based_on=1, id="x")
        store.close()
    assert neo4j_store.load("x").saved.revision == 2
    assert_same(neo4j_store.load("x").register, OTHER)


def test_a_server_killed_in_mid_save_holds_the_old_register_after_its_return(
    neo4j_store: Store, real_neo4j: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neo4j, "_RETRIES", 3.0)
    saved, given = neo4j_store.save(SMALL, based_on=NEW, id="x"), large(80)
    with wire(real_neo4j.port) as cut:
        through = open_store(real_neo4j.url_at(cut.port))
        assert through.registers()
        cut.cut = _killing(real_neo4j, after(150_000))
        with pytest.raises(StoreError, match="连不上服务器"):
            through.save(given, based_on=1, id="x")
        through.close()
    real_neo4j.start()
    assert neo4j_store.load("x").saved == saved
    assert_same(neo4j_store.load("x").register, SMALL)
    assert neo4j_store.save(given, based_on=1, id="x").fingerprint == fingerprint(given)


def _killing(server: Server, cut: object) -> object:
    def kill(said: bytes) -> bool:
        if cut(said):  # type: ignore[operator]
            server.kill()
            return True
        return False

    return kill


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
def test_an_encrypted_wire_serves_when_its_certificate_is_known(
    real_neo4j: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scheme: str
) -> None:
    authority = trustme.CA()
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(tls)
    with wire(real_neo4j.port, tls) as encrypted:
        url = real_neo4j.url_at(encrypted.port, scheme)
        with pytest.raises(StoreError):  # nobody vouches for it yet
            open_store(url).registers()
        authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
        store = open_store(url)
        saved = store.save(SMALL, based_on=NEW)
        assert_same(store.load(saved.id).register, SMALL)
        store.close()
