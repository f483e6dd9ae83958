"""Where a graph database is and who asks: `neo4j://user:password@host:7687/database`."""

import os
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from powerlist.errors import UsageError
from powerlist.i18n import Text

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")


@dataclass(frozen=True, slots=True)
class Address:
    """A server, a database there (None: the server's own choice) and a user; the password is never shown."""

    server: str
    database: str | None
    user: str
    password: str = field(repr=False)

    @classmethod
    def of(cls, url: str) -> "Address":
        """The address that a URL names; user and password may come from NEO4J_USERNAME and NEO4J_PASSWORD.

        Raises UsageError for a URL without a host.
        """
        try:
            parts = urlsplit(url)
            place = parts.netloc.rpartition("@")[2]
            user, password, _ = parts.username, parts.password, parts.port
        except ValueError:
            place, user, password = "", None, None
        if not place:
            raise UsageError(_NO_HOST)
        return cls(
            f"{urlsplit(url).scheme}://{place}",
            unquote(urlsplit(url).path.strip("/")) or None,
            unquote(user) if user else os.environ.get("NEO4J_USERNAME", "neo4j"),
            unquote(password) if password else os.environ.get("NEO4J_PASSWORD", ""),
        )

    @property
    def url(self) -> str:
        """The address without user and password."""
        return f"{self.server}/{self.database}" if self.database else self.server


_NO_HOST = Text(
    "图数据库的地址应写成 neo4j://用户:密码@主机:7687/库名，密码也可放在环境变量 NEO4J_PASSWORD 里。",
    "a graph database is given as neo4j://user:password@host:7687/database; the password may also be in the "
    "environment as NEO4J_PASSWORD.",
)
