"""Saving and loading beside bare driver calls with the very same rows, in one run.

Run with `pytest tests/benchmarks/test_stores.py -o addopts= -s`; the figures are printed. Bare:
the rows are ready in memory, the driver writes them in one transaction over the same old rows and reads them
all, and nothing is made of what it reads.
"""

import gc
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from powerlist.model.fingerprint import fingerprint
from powerlist.model.register import Register
from powerlist.stores import NEW, Store, open_store
from powerlist.stores.neo4j_rows import in_batches, node_rows, reference_rows
from powerlist.stores.neo4j_schema import CREATE_NODES, CREATE_REFERENCES
from powerlist.stores.rows import references_of, rows_of
from tests.benchmarks.figures import Book, Figure
from tests.stores.conftest import driver_of, emptied
from tests.stores.large import large
from tests.stores.servers import Server, neo4j_server, running

AIMS = {"sqlite": 2.0, "neo4j": 1.5}
SIZES = [1_000, 10_000]

Seconds = float


def _timed(work: Callable[[], object], rounds: int) -> Seconds:
    """The best of some rounds: the machine may be busy with other things."""
    spent = []
    for _ in range(rounds):
        gc.collect()
        start = time.perf_counter()
        work()
        spent.append(time.perf_counter() - start)
    return min(spent)


def _ours(store: Store, register: Register, rounds: int) -> tuple[Seconds, Seconds]:
    """Seconds to save over an older revision, and to load."""
    revisions = iter(range(NEW, 100))
    store.save(register, based_on=next(revisions), id="x")
    save = _timed(lambda: store.save(register, based_on=next(revisions), id="x"), rounds)
    return save, _timed(lambda: store.load("x"), rounds)


def _told(
    book: Book,
    what: str,
    powers: int,
    ours: tuple[Seconds, Seconds],
    bare: tuple[Seconds, Seconds],
    own: Seconds,
) -> None:
    detail = (
        f"save {ours[0]:.2f} s (bare {bare[0]:.2f}), load {ours[1]:.2f} s (bare {bare[1]:.2f}); "
        f"of it the fingerprint {own:.2f} s"
    )
    work = f"save and load {powers:,} powers, {what}"
    book.note(Figure(work, "bare driver calls, same rows", AIMS[what], sum(ours) / sum(bare), detail))


@pytest.mark.parametrize("powers", SIZES)
def test_sqlite_beside_bare_calls(benchmark: object, book: Book, tmp_path: Path, powers: int) -> None:
    register = large(powers)
    rounds = 3
    ours = _ours(open_store(f"sqlite:{tmp_path / 'ours.db'}"), register, rounds)
    bare = _bare_sqlite(tmp_path / "ours.db", register, rounds)
    own = _timed(lambda: fingerprint(register), rounds)
    benchmark.pedantic(lambda: None, rounds=1)  # type: ignore[attr-defined]
    _told(book, "sqlite", powers, ours, bare, own)


def _bare_sqlite(path: Path, register: Register, rounds: int) -> tuple[Seconds, Seconds]:
    """The same rows into and out of the same tables."""
    rows, _ = rows_of(register)
    entities = [(1, place, *row) for place, row in enumerate(rows)]
    references = [(1, *reference[:3]) for reference in references_of(register)]

    def save() -> None:
        db = sqlite3.connect(path, isolation_level=None)
        db.execute("BEGIN IMMEDIATE")
        db.execute("DELETE FROM reference WHERE register = 1")
        db.execute("DELETE FROM entity WHERE register = 1")
        db.executemany("INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?)", entities)
        db.executemany("INSERT INTO reference VALUES (?, ?, ?, ?)", references)
        db.execute("COMMIT")
        db.close()

    def load() -> None:
        db = sqlite3.connect(path)
        db.execute("SELECT kind, id, body, origins FROM entity WHERE register = 1 ORDER BY place").fetchall()
        db.close()

    return _timed(save, rounds), _timed(load, rounds)


@pytest.fixture(scope="module")
def server() -> object:
    with running(neo4j_server()) as found:
        yield found


@pytest.mark.parametrize("powers", SIZES)
def test_neo4j_beside_bare_calls(benchmark: object, book: Book, server: Server, powers: int) -> None:
    register = large(powers)
    rounds = 2 if powers > 1000 else 3
    emptied(server)
    store = open_store(server.url)
    ours = _ours(store, register, rounds)
    bare = _bare_neo4j(server, register, rounds)
    own = _timed(lambda: fingerprint(register), rounds)
    store.close()
    benchmark.pedantic(lambda: None, rounds=1)  # type: ignore[attr-defined]
    _told(book, "neo4j", powers, ours, bare, own)


def _bare_neo4j(server: Server, register: Register, rounds: int) -> tuple[Seconds, Seconds]:
    """The same statements with the same parameters, in one transaction; the same nodes read."""
    nodes, _ = node_rows("x", register)
    places = {entity.id: entity.id for entity in register.entities()}
    references = reference_rows(register, places)

    def work(tx: object) -> None:
        tx.run("MATCH (n:Entity {register: 'x'}) DETACH DELETE n").consume()  # type: ignore[attr-defined]
        made: dict[str, str] = {}
        for kind, rows in nodes.items():
            for batch in in_batches(rows, 5000):
                made.update(tx.run(CREATE_NODES[kind], rows=batch).values())  # type: ignore[attr-defined]
        for relation, rows in references.items():
            ends = [{**r, "source": made[r["source"]], "target": made[r["target"]]} for r in rows]
            for batch in in_batches(ends, 5000):
                tx.run(CREATE_REFERENCES[relation], rows=batch).consume()  # type: ignore[attr-defined]

    with driver_of(server) as driver, driver.session(database=server.database, fetch_size=5000) as session:
        save = _timed(lambda: session.execute_write(work), rounds)
        read = "MATCH (n:Entity {register: 'x'}) RETURN properties(n) AS node"
        return save, _timed(lambda: session.execute_read(lambda tx: list(tx.run(read))), rounds)
