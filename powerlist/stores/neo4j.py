"""A store in Neo4j, or in another server that speaks Bolt and Cypher."""

import logging
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, TypeVar
from uuid import uuid4

import neo4j
from neo4j.exceptions import ConstraintError, DriverError, IncompleteCommit

from powerlist.model.collector import without_collector
from powerlist.model.register import Register
from powerlist.stores.neo4j_address import Address
from powerlist.stores.neo4j_errors import check_age, told
from powerlist.stores.neo4j_rows import Rows, in_batches, node_rows, reference_rows, register_of
from powerlist.stores.neo4j_schema import CONSTRAINTS, CREATE_NODES, CREATE_REFERENCES, VERSION
from powerlist.stores.store import (
    Loaded,
    Saved,
    check_revision,
    damaged,
    not_ours,
    register_id,
    too_new,
    unknown,
)

T = TypeVar("T")

logging.getLogger("neo4j.notifications").setLevel(logging.ERROR)  # notes on unused names, nothing to mend
logging.getLogger("neo4j").addHandler(logging.NullHandler())  # what fails is told by an error, once

_BATCH = 5_000  # rows a statement
_RETRIES = 20.0  # seconds that a transaction is tried again for
_LONGEST = 900.0  # seconds after which the server gives up a transaction, so that no lock waits for ever
_LOOKS = 3  # times that a register is read while somebody saves it
_HEAD = "RETURN r {.id, .authority, .revision, .saved_at, .fingerprint, .entities, .origins, .save} AS head"


class Neo4jStore:
    """Registers as nodes and relationships. A save is one transaction: all of it or nothing."""

    def __init__(self, address: Address) -> None:
        self.address = address
        self._driver = neo4j.GraphDatabase.driver(
            address.server,
            auth=(address.user, address.password),
            connection_timeout=10,
            connection_acquisition_timeout=20,
            max_transaction_retry_time=_RETRIES,
            warn_notification_severity="OFF",  # on this side: servers before 5.7 cannot hold notes back
        )
        self._reached = self._has_constraints = False

    @property
    def url(self) -> str:
        """The address without user and password."""
        return self.address.url

    def registers(self) -> tuple[Saved, ...]:
        """Every register that is kept, by id."""
        with told(self.url), self._session() as session:
            heads = _looked(session, self._heads)
        return tuple(sorted(map(_saved, heads), key=lambda saved: saved.id))

    def load(self, id: str) -> Loaded:
        """One register."""
        with told(self.url), self._session() as session, without_collector():
            for _ in range(_LOOKS):
                head, nodes, after = _looked(session, self._read, id)
                if head["save"] == after["save"] and head["entities"] == len(nodes):
                    return Loaded(_saved(head), self._register(head, nodes))
        raise damaged(self.url, id)

    def save(self, register: Register, *, based_on: int, id: str = "") -> Saved:
        """Keep the register whole or not at all."""
        id = id or register_id(register)
        with told(self.url), self._session() as session, without_collector():
            saved = Saved.after(id, register, based_on)
            nodes, stray = node_rows(id, register)
            head = {**_told(saved), "entities": sum(map(len, nodes.values())), "origins": stray}
            head["save"] = str(uuid4())
            self._prepare(session)
            self._write_whole(session, head, based_on, nodes, register)
        return saved

    def _write_whole(self, session: neo4j.Session, *given: Any) -> None:
        """One transaction, tried once more where a server tells only at the end that somebody else saved.

        So too where the wire broke while it committed: the second try sees whether the first got through.
        """
        work = neo4j.unit_of_work(timeout=_LONGEST)(self._write)
        try:
            session.execute_write(work, *given)
        except ConstraintError:
            session.execute_write(work, *given)
        except IncompleteCommit as unheard:
            try:
                session.execute_write(work, *given)
            except DriverError:
                raise unheard from None

    def delete(self, id: str, *, based_on: int) -> None:
        """Forget one register. Raises StaleError where the store holds another revision."""
        with told(self.url), self._session() as session:
            session.execute_write(self._delete, id, based_on)

    def export(self) -> Iterator[Loaded]:
        """Every register, by id."""
        for saved in self.registers():
            yield self.load(saved.id)

    def close(self) -> None:
        """Let go of connections."""
        self._driver.close()

    # -- units of work

    def _heads(self, tx: neo4j.ManagedTransaction) -> list[dict[str, Any]]:
        return _column(tx, f"MATCH (r:Register) {_HEAD}", "head") if self._is_ours(tx) else []

    def _read(self, tx: neo4j.ManagedTransaction, id: str) -> tuple[dict[str, Any], Rows, dict[str, Any]]:
        """The head, the nodes, and the head once more: it tells whether somebody saved in between."""
        before = self._head(tx, id)
        nodes = _column(tx, "MATCH (n:Entity {register: $id}) RETURN properties(n) AS node", "node", id=id)
        return before, nodes, self._head(tx, id)

    def _head(self, tx: neo4j.ManagedTransaction, id: str) -> dict[str, Any]:
        heads: list[dict[str, Any]] = []
        if self._is_ours(tx):
            heads = _column(tx, f"MATCH (r:Register {{id: $id}}) {_HEAD}", "head", id=id)
        if not heads:
            raise unknown(self.url, id)
        return heads[0]

    def _write(
        self,
        tx: neo4j.ManagedTransaction,
        head: dict[str, Any],
        based_on: int,
        nodes: dict[str, Rows],
        register: Register,
    ) -> None:
        """Replace the register, unless an earlier try of this very save got through unheard."""
        self._mark(tx)
        id = head["id"]
        (current,) = _column(
            tx, f"MERGE (r:Register {{id: $id}}) SET r.lock = $save {_HEAD}", "head", **_key(head)
        )
        if current["save"] == head["save"]:
            return
        check_revision(self.url, id, based_on, current["revision"] or 0)
        tx.run("MATCH (n:Entity {register: $id}) DETACH DELETE n", id=id).consume()
        _create(tx, nodes, register)
        tx.run("MATCH (r:Register {id: $id}) SET r = $head", id=id, head=head).consume()

    def _delete(self, tx: neo4j.ManagedTransaction, id: str, based_on: int) -> None:
        tx.run("MATCH (r:Register {id: $id}) SET r.lock = $id", id=id).consume()
        check_revision(self.url, id, based_on, self._head(tx, id)["revision"])
        tx.run("MATCH (n:Entity {register: $id}) DETACH DELETE n", id=id).consume()
        tx.run("MATCH (r:Register {id: $id}) DELETE r", id=id).consume()

    # -- whose database it is

    def _prepare(self, session: neo4j.Session) -> None:
        """Constraints and indexes, on first use and only in a database that is ours or empty."""
        if not self._has_constraints:
            _looked(session, self._is_ours)
            for statement in CONSTRAINTS:
                session.run(statement).consume()
            self._has_constraints = True

    def _is_ours(self, tx: neo4j.ManagedTransaction) -> bool:
        """Whether it is our store; False where it is empty. Raises StoreError for all else."""
        versions = _column(tx, "MATCH (s:PowerlistStore) RETURN s.version AS version", "version")
        if not versions:
            if _column(tx, "MATCH (n) RETURN 1 AS one LIMIT 1", "one"):
                raise not_ours(self.url)
            return False
        if max(versions) > VERSION:
            raise too_new(self.url)
        return True

    def _mark(self, tx: neo4j.ManagedTransaction) -> None:
        if not self._is_ours(tx):
            tx.run(
                "MERGE (s:PowerlistStore {name: 'powerlist'}) SET s.version = $version", version=VERSION
            ).consume()

    # -- small things

    def _session(self) -> neo4j.Session:
        """A session; the first time a server that is not there is told at once, without retries."""
        if not self._reached:
            check_age(self.url, self._driver.get_server_info().agent)
            self._reached = True
        return self._driver.session(database=self.address.database, fetch_size=_BATCH)

    def _register(self, head: dict[str, Any], nodes: Rows) -> Register:
        try:
            return register_of(nodes, head["origins"])
        except (ValueError, KeyError, TypeError) as error:
            raise damaged(self.url, head["id"]) from error


def _create(tx: neo4j.ManagedTransaction, nodes: dict[str, Rows], register: Register) -> None:
    """The nodes of a register, then the relationships between them."""
    made: dict[str, str] = {}
    for kind, rows in nodes.items():
        for batch in in_batches(rows, _BATCH):
            made.update((record["id"], record["node"]) for record in tx.run(CREATE_NODES[kind], rows=batch))
    for relation, rows in reference_rows(register, made).items():
        for batch in in_batches(rows, _BATCH):
            tx.run(CREATE_REFERENCES[relation], rows=batch).consume()


def _looked(session: neo4j.Session, work: Callable[..., T], *given: Any) -> T:
    """What a reading transaction finds; the driver itself does not repeat one that broke at its end."""
    try:
        return session.execute_read(work, *given)
    except IncompleteCommit:
        return session.execute_read(work, *given)


def _column(tx: neo4j.ManagedTransaction, statement: str, name: str, **given: Any) -> list[Any]:
    return [record[name] for record in tx.run(statement, given)]


def _key(head: dict[str, Any]) -> dict[str, Any]:
    return {"id": head["id"], "save": head["save"]}


def _told(saved: Saved) -> dict[str, Any]:
    return {
        "id": saved.id,
        "authority": saved.authority,
        "revision": saved.revision,
        "saved_at": saved.saved_at.isoformat(),
        "fingerprint": saved.fingerprint,
    }


def _saved(head: dict[str, Any]) -> Saved:
    at = datetime.fromisoformat(head["saved_at"])
    return Saved(head["id"], head["authority"], head["revision"], at, head["fingerprint"])
