"""A wire between driver and server that can be cut, or wrapped in TLS."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

COMMIT = b"\x00\x02\xb0\x12\x00\x00"  # the Bolt message as it goes over the wire

Cut = Callable[[bytes], bool]  # whether the wire breaks after these bytes of the driver


class Wire:
    """Listens on `port` and passes everything on to the server until `cut` says that it breaks."""

    def __init__(self, server: int, tls: ssl.SSLContext | None = None) -> None:
        self.cut: Cut = lambda _: False
        self.swallows_answer = False  # the server still hears what broke the wire
        self.cuts = 0
        self._server, self._tls = server, tls
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._door.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()

    def close(self) -> None:
        """Listen no more."""
        with suppress(OSError):
            self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                driver, _ = self._door.accept()
                threading.Thread(target=self._carry, args=(driver,), daemon=True).start()

    def _carry(self, driver: socket.socket) -> None:
        with suppress(OSError), driver:
            end = self._tls.wrap_socket(driver, server_side=True) if self._tls else driver
            server = socket.create_connection(("127.0.0.1", self._server))
            threading.Thread(target=self._back, args=(server, end), daemon=True).start()
            self._forth(end, server)

    def _forth(self, driver: socket.socket, server: socket.socket) -> None:
        while said := driver.recv(65536):
            if self.cut(said):
                self.cuts += 1
                self._break(said, driver, server)
                return
            server.sendall(said)

    def _break(self, said: bytes, driver: socket.socket, server: socket.socket) -> None:
        if self.swallows_answer:
            driver.shutdown(socket.SHUT_RDWR)  # first, so that no answer gets through
            server.sendall(said)
            server.settimeout(10)
            with suppress(OSError):
                server.recv(65536)
        for end in (driver, server):  # closing alone waits for the thread that listens there
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def _back(self, server: socket.socket, driver: socket.socket) -> None:
        with suppress(OSError):
            while said := server.recv(65536):
                driver.sendall(said)
        with suppress(OSError):
            driver.shutdown(socket.SHUT_RDWR)


@contextmanager
def wire(server: int, tls: ssl.SSLContext | None = None) -> Iterator[Wire]:
    """A wire for the length of a test."""
    laid = Wire(server, tls)
    try:
        yield laid
    finally:
        laid.close()


def after(count: int, times: int = 1) -> Cut:
    """Breaks once so many bytes went through, so many times over the life of the wire."""
    seen = [0, 0]

    def cut(said: bytes) -> bool:
        seen[0] += len(said)
        if seen[0] > count and seen[1] < times:
            seen[0], seen[1] = 0, seen[1] + 1
            return True
        return False

    return cut


def at_commit(*, and_after: bool = False) -> Cut:
    """Breaks at the commit of the first save, and perhaps at all that follows."""
    state = {"saving": False, "broken": False}

    def cut(said: bytes) -> bool:
        if state["broken"]:
            return and_after
        state["saving"] |= b"MERGE (r:Register" in said
        state["broken"] = state["saving"] and COMMIT in said
        return state["broken"]

    return cut
