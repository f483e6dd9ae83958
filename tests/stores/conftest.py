"""Servers start once a session; each test finds an empty database."""

from collections.abc import Iterator

import neo4j
import pytest

from powerlist.stores import Store, open_store
from tests.stores.servers import Server, arcade_server, neo4j_server, running


@pytest.fixture(scope="session")
def neo4j_running() -> Iterator[Server]:
    """A real Neo4j Community."""
    with running(neo4j_server()) as server:
        yield server


@pytest.fixture(scope="session")
def arcade_running() -> Iterator[Server]:
    """ArcadeDB over Bolt."""
    with running(arcade_server()) as server:
        yield server


@pytest.fixture
def real_neo4j(neo4j_running: Server) -> Server:
    """A real Neo4j Community with nothing in it."""
    emptied(neo4j_running)
    return neo4j_running


@pytest.fixture
def arcade(arcade_running: Server) -> Server:
    """ArcadeDB with nothing in it."""
    emptied(arcade_running)
    return arcade_running


@pytest.fixture
def neo4j_store(real_neo4j: Server) -> Iterator[Store]:
    """An empty store on a real Neo4j."""
    store = open_store(real_neo4j.url)
    yield store
    store.close()


def emptied(server: Server) -> None:
    """Take everything out of a database; constraints stay, since the server plans anew without them."""
    with driver_of(server) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n", database_=server.database)


def driver_of(server: Server) -> neo4j.Driver:
    """The bare driver on the same database."""
    user, _, password = server.url.removeprefix("bolt://").partition("@")[0].partition(":")
    return neo4j.GraphDatabase.driver(f"bolt://127.0.0.1:{server.port}", auth=(user, password))
