"""Real servers for the tests: Neo4j Community where Java is, ArcadeDB (with its own Java) everywhere."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from filelock import FileLock

_HERE = Path(__file__).parent / "bolt"
_PASSWORD = "test-only-word"
_OPENED = [f"--add-opens=java.base/{one}=ALL-UNNAMED" for one in ("java.nio", "sun.nio.ch", "java.io")]
_QUICK = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]  # for a life of a minute
_PATIENCE = 120  # seconds until a server must be ready


@dataclass
class Server:
    """A Bolt server in a process of its own, with a home that outlives a restart."""

    command: list[str]  # without home, port and password
    user: str
    database: str
    home: Path
    port: int = field(default_factory=lambda: free_port())
    process: subprocess.Popen[str] | None = None

    @property
    def url(self) -> str:
        """Where it is, with user and password."""
        return self.url_at(self.port)

    def url_at(self, port: int, scheme: str = "bolt") -> str:
        """The same through another port."""
        return f"{scheme}://{self.user}:{_PASSWORD}@127.0.0.1:{port}/{self.database}"

    def start(self) -> None:
        """Start it and wait until it is ready."""
        log = (self.home.parent / f"{self.home.name}.log").open("a")
        run = [*self.command, str(self.home), str(self.port), _PASSWORD]
        self.process = subprocess.Popen(run, stdin=subprocess.PIPE, stdout=log, stderr=log, text=True)
        deadline = time.monotonic() + _PATIENCE
        while "ready" not in self._last_words():
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.kill()
                raise RuntimeError(f"{self.command[0]} did not get ready: {self._last_words()[-2000:]}")
            time.sleep(0.1)

    def _last_words(self) -> str:
        return (self.home.parent / f"{self.home.name}.log").read_text(errors="replace")

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        if self.process:
            self.process.kill()
            self.process.wait()
        (self.home.parent / f"{self.home.name}.log").write_text("")


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(server: Server) -> Iterator[Server]:
    """The server from its start to its end."""
    try:
        server.start()
        yield server
    finally:
        server.kill()
        shutil.rmtree(server.home.parent, ignore_errors=True)


def neo4j_server() -> Server:
    """Neo4j Community. Skips the test, loudly, where there is no Java or Maven to have it with."""
    missing = [tool for tool in ("java", "mvn") if not shutil.which(tool)]
    if missing and not _jars().joinpath("complete").exists():
        pytest.skip(
            f"a real Neo4j needs {' and '.join(missing)} (apt-get install default-jdk-headless maven)"
        )
    classpath = f"{fetched()}/*"
    heap = os.environ.get("POWERLIST_TEST_HEAP", "2g")  # more for the largest benchmark
    command = ["java", f"-Xmx{heap}", *_QUICK, *_OPENED, "-cp", classpath, str(_HERE / "BoltServer.java")]
    return Server(command, "neo4j", "neo4j", _home())


def arcade_server() -> Server:
    """ArcadeDB, which needs no Java on the machine."""
    pytest.importorskip("arcadedb_embedded", reason="ArcadeDB comes with the extra `test`")
    return Server([sys.executable, str(_HERE / "arcade.py")], "root", "powerlist", _home())


def _home() -> Path:
    return Path(tempfile.mkdtemp(prefix="powerlist-bolt-")) / "home"


def _jars() -> Path:
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    version = (_HERE / "pom.xml").read_text().partition("<artifactId>neo4j</artifactId>")[2]
    return cache / "powerlist-tests" / f"neo4j-{version.partition('<version>')[2].partition('<')[0]}"


def fetched() -> Path:
    """The folder of the server's jars; fetched once a machine, by one process at a time."""
    folder = _jars()
    folder.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(f"{folder}.lock", timeout=600):
        if not (folder / "complete").exists():
            get = ["mvn", "-B", "-q", "-f", str(_HERE / "pom.xml"), "dependency:copy-dependencies"]
            subprocess.run([*get, f"-DoutputDirectory={folder}"], check=True)
            (folder / "complete").touch()
    return folder


if __name__ == "__main__":
    print(fetched())
