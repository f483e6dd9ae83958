"""Starting the app: a server of its own process, on this machine only unless told otherwise."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

from powerlist import api
from powerlist.app.look import flags
from powerlist.errors import UsageError
from powerlist.i18n import Lang, Text

SOURCE, LANG, STORE = "POWERLIST_SOURCE", "POWERLIST_LANG", api.STORE
DEMO = "demo"
_PATIENCE = 60.0  # seconds until a server must have answered
_TRIES = 5
_DIRECT = build_opener(ProxyHandler({}))  # no proxy stands between this machine and itself


@dataclass(frozen=True)
class Server:
    """A running app: its address and its process, which ends with the process that started it."""

    url: str
    process: "subprocess.Popen[bytes]"

    def wait(self) -> None:
        """Stay until the server ends; Ctrl+C ends it."""
        try:
            self.process.wait()
        except KeyboardInterrupt:
            pass
        finally:
            self.stop()

    def stop(self) -> None:
        """End the server."""
        self.process.terminate()
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def serve(
    sources: Sequence[str | Path],
    *,
    store: str = "",
    port: int = 8501,
    lang: Lang = "zh",
    address: str = "127.0.0.1",
) -> Server:
    """Start the app on these files or folders (`demo`: the demo bureau; none: what is kept) once it answers.

    What is opened is kept in `store`; "" means POWERLIST_STORE, else a file among the user's own data.
    A port that is taken is left alone and a free one used. Raises UsageError where no server comes up.
    """
    for _ in range(_TRIES):
        chosen = port if is_free(port, address) else free_port(address)
        process = _start(sources, store, chosen, lang, address)
        if _answers(process, chosen, address):
            return Server(f"http://{_host(address)}:{chosen}", process)
        Server("", process).stop()
    text = Text(
        f"应用没有启动：端口 {port} 上没有应答。请换一个端口再试。",
        f"The app did not start: nothing answers on port {port}. Try another port.",
    )
    raise UsageError(text)


def is_free(port: int, address: str = "127.0.0.1") -> bool:
    """Whether nobody listens on a port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError:
            return False
    return True


def free_port(address: str = "127.0.0.1") -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((address, 0))
        return int(probe.getsockname()[1])


def given_sources() -> list[str]:
    """What this server was started with."""
    return [str(source) for source in json.loads(os.environ.get(SOURCE, "[]"))]


def _start(
    sources: Sequence[str | Path], store: str, port: int, lang: Lang, address: str
) -> "subprocess.Popen[bytes]":
    entry = Path(__file__).parent / "entry" / "app.py"
    quiet = {"logger_level": "error", "logger_enableRich": "false"}
    options = flags(server_port=str(port), server_address=address, **quiet)
    command = [sys.executable, "-m", "powerlist.app.entry.server", "run", str(entry), *options]
    places = [DEMO if str(one) == DEMO else str(Path(one).resolve()) for one in sources]
    chosen = {SOURCE: json.dumps(places), LANG: lang, STORE: api.store_url(store)}
    return subprocess.Popen(
        command, env={**os.environ, **chosen}, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
    )


def _answers(process: "subprocess.Popen[bytes]", port: int, address: str) -> bool:
    """Whether the server says that it is well before patience ends."""
    end = time.monotonic() + _PATIENCE
    while process.poll() is None and time.monotonic() < end:
        try:
            with _DIRECT.open(f"http://{_host(address)}:{port}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return True
        except (URLError, OSError):
            time.sleep(0.1)
    return False


def _host(address: str) -> str:
    return "127.0.0.1" if address in ("", "0.0.0.0") else address
