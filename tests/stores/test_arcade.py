"""The graph store on ArcadeDB, which stands in where a machine has no Java."""

from collections.abc import Iterator

import pytest

from powerlist.stores import Store, open_store
from tests.stores.contract import StoreContract
from tests.stores.servers import Server

pytestmark = pytest.mark.xdist_group("arcade")


class TestArcadeStore(StoreContract):
    """Every promise of the contract."""

    @pytest.fixture
    def store(self, arcade: Server) -> Iterator[Store]:
        store = open_store(arcade.url)
        yield store
        store.close()
