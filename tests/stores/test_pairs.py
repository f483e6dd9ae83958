"""A register carried from any store to any other is the same register."""

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest

from powerlist.model.fingerprint import fingerprint
from powerlist.stores import NEW, Store, open_store
from tests.stores.conftest import emptied
from tests.stores.contract import SMALL, assert_same, bureau
from tests.stores.servers import Server

pytestmark = pytest.mark.xdist_group("neo4j")

KINDS = ("folder", "sqlite", "neo4j", "arcade")


@pytest.fixture(scope="module")
def stores(
    tmp_path_factory: pytest.TempPathFactory, neo4j_running: Server, arcade_running: Server
) -> Iterator[dict[str, Store]]:
    """One store of each kind, each with the demo bureau that it was given first hand."""
    path: Path = tmp_path_factory.mktemp("stores")
    for server in (neo4j_running, arcade_running):
        emptied(server)
    urls = (f"folder:{path / 'folder'}", f"sqlite:{path / 'file.db'}", neo4j_running.url, arcade_running.url)
    found = {kind: open_store(url) for kind, url in zip(KINDS, urls, strict=True)}
    for store in found.values():
        store.save(bureau(), based_on=NEW, id="demo")
    yield found
    for store in found.values():
        store.close()


def test_every_store_says_the_same_fingerprint(stores: dict[str, Store]) -> None:
    said = {kind: store.registers()[0].fingerprint for kind, store in stores.items()}
    assert set(said.values()) == {fingerprint(bureau())}


@pytest.mark.parametrize(("source", "target"), list(permutations(KINDS, 2)))
def test_the_demo_carried_over_is_the_demo(stores: dict[str, Store], source: str, target: str) -> None:
    loaded, id = stores[source].load("demo"), f"from {source}"
    saved = stores[target].save(loaded.register, based_on=NEW, id=id)
    assert saved.fingerprint == loaded.saved.fingerprint
    assert_same(stores[target].load(id).register, bureau())


def test_a_register_that_went_all_the_way_round_is_unchanged(stores: dict[str, Store]) -> None:
    register = SMALL
    for store in [*stores.values(), stores["folder"]]:
        revision = {saved.id: saved.revision for saved in store.registers()}.get("round", NEW)
        store.save(register, based_on=revision, id="round")
        register = store.load("round").register
    assert_same(register, SMALL)
