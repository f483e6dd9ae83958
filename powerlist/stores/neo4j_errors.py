"""What can go wrong with a server, in one sentence each."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from neo4j import exceptions as failure  # noqa: TID251  (told here, raised in neo4j.py)

from powerlist.errors import StoreError
from powerlist.i18n import Text


@contextmanager
def told(url: str) -> Iterator[None]:
    """Turn the driver's errors into a StoreError that says what to do."""
    try:
        yield
    except (failure.Neo4jError, failure.DriverError, OSError, OverflowError) as error:
        raise StoreError(url, _sentence(error)) from error


def check_age(url: str, agent: str) -> None:
    """Raise StoreError for a server before Neo4j 4.4; others say which Neo4j they are like."""
    version = re.match(r"Neo4j/v?(\d+)\.(\d+)", agent)
    if version and (int(version[1]), int(version[2])) < _OLDEST:
        raise StoreError(url, _TOO_OLD)


def _sentence(error: Exception) -> Text:
    code = getattr(error, "code", None) or ""
    if isinstance(error, failure.AuthError):
        return _WRONG_PASSWORD
    if code.endswith(".AuthenticationRateLimit"):
        return _TOO_OFTEN
    if code.endswith(".DatabaseNotFound"):
        return _WRONG_DATABASE
    if "OutOfMemory" in code:
        return _TOO_LARGE
    if isinstance(error, failure.UnsupportedServerProduct) or "looks like HTTP" in str(error):
        return _TOO_OLD
    if isinstance(error, failure.IncompleteCommit):
        return _UNHEARD
    if isinstance(error, failure.ServiceUnavailable | failure.SessionExpired | OSError):
        return _GONE
    if isinstance(error, OverflowError):
        return _TOO_BIG
    return _OTHER.fill(error=f"{code} {getattr(error, 'message', None) or error}".strip())


_OLDEST = (4, 4)
_TOO_OFTEN = Text(
    "密码连续输错多次，服务器暂时不接受登录。请等几秒再试。",
    "too many wrong passwords in a row: the server takes none for now. Wait some seconds, then try again.",
)
_WRONG_PASSWORD = Text(
    "用户名或密码不对。密码可写在地址里，或放在环境变量 NEO4J_PASSWORD 里。",
    "wrong user or password. Give it in the address or in the environment as NEO4J_PASSWORD.",
)
_WRONG_DATABASE = Text(
    "服务器上没有这个库。请改地址末尾的库名，或者去掉它。",
    "the server has no such database. Change the name at the end of the address, or leave it out.",
)
_TOO_LARGE = Text(
    "服务器内存不够，登记册没有改动。请调大服务器的堆内存（server.memory.heap.max_size）。",
    "the server ran out of memory; the register is as it was. Raise server.memory.heap.max_size there.",
)
_TOO_OLD = Text(
    "那里的服务器太旧，或者不是 Neo4j。需要 Neo4j 4.4 或更新的版本。",
    "the server there is too old, or is no Neo4j. Neo4j 4.4 or later is needed.",
)
_GONE = Text(
    "连不上服务器，重试后仍不通；登记册没有改动。请检查地址，以及服务器是否在运行。",
    "the server cannot be reached, also after retries; the register is as it was. Check the address and "
    "whether the server runs.",
)
_UNHEARD = Text(
    "提交时连接断了，不知道是否成功；登记册要么是旧的一版，要么是新的一版。请稍后查看版本号。",
    "the connection broke while the server committed: it holds either the old or the new revision, whole. "
    "Look at the revision later.",
)
_TOO_BIG = Text("有一个数大到服务器存不下。请改小。", "a number is too big for the server. Make it smaller.")
_OTHER = Text("服务器拒绝了：{error}", "the server refused: {error}")
