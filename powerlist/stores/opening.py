"""From a word to a store: `folder:PATH`, `sqlite:PATH`, `neo4j://…`, `neo4j+s://…`, `bolt://…`."""

from pathlib import Path

from powerlist.errors import UsageError
from powerlist.i18n import Text
from powerlist.stores.neo4j_address import SCHEMES, Address
from powerlist.stores.sqlite import SqliteStore
from powerlist.stores.store import Store


def open_store(url: str) -> Store:
    """The store that `url` names; nothing is read or written yet.

    User and password of a graph database stand in the URL or in NEO4J_USERNAME and NEO4J_PASSWORD. Raises
    UsageError for a word that names no store.
    """
    scheme, _, rest = url.partition(":")
    if scheme == "folder" and rest:
        from powerlist.stores.folder import FolderStore  # its lock takes a while to import

        return FolderStore(Path(rest))
    if scheme == "sqlite" and rest:
        return SqliteStore(Path(rest))
    if scheme in SCHEMES:
        from powerlist.stores.neo4j import Neo4jStore  # the driver takes a while to import

        return Neo4jStore(Address.of(url))
    raise UsageError(_unknown(url))


def _unknown(url: str) -> Text:
    forms = "folder:文件夹 sqlite:文件 neo4j://主机 neo4j+s://主机 bolt://主机"
    return Text(f"“{url}”不是一个库。可用：{forms}。", f"“{url}” names no store. Known are: {forms}.")
