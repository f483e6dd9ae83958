"""Graphviz as a pen: DOT in, picture out, in a child process that lives as long as it behaves."""

import atexit
import os
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import IO, Literal

from powerlist.errors import DrawingError
from powerlist.i18n import Text
from powerlist.views.diagrams.fonts import fonts_conf
from powerlist.views.diagrams.worker import read_frame, write_frame

Picture = Literal["svg", "pdf", "png"]
TIMEOUT = 30.0  # seconds

_CRASHED = Text(
    "绘图程序意外中止，这张图没有画出。请再试一次；仍不成功的，请改用其他格式。",
    "The drawing engine stopped unexpectedly: no picture was made. Try again, or try another format.",
)
_SLOW = Text(
    "这张图在{seconds:.0f}秒内没有画完，已停止。请把流程图拆小后再画。",
    "The picture was not finished within {seconds:.0f} seconds. Draw the flow in smaller parts.",
)
_REFUSED = Text("绘图程序不能画出这张图：{reason}", "The drawing engine cannot make this picture: {reason}")


def render(dot: str, fmt: Picture) -> bytes:
    """The picture of a DOT text whose places are all given; many threads may call it at once."""
    return _WORKER.render(dot, fmt)


class Worker:
    """One child process, started when first needed and replaced when it dies."""

    def __init__(self, timeout: float = TIMEOUT) -> None:
        self.timeout = timeout
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def render(self, dot: str, fmt: Picture) -> bytes:
        """One picture; DrawingError when there is none, and the next call works again."""
        with self._lock:
            answer = self._ask(f"{fmt}\n{dot}".encode())
        if answer[:1] != b"+":
            raise DrawingError(_REFUSED.fill(reason=answer[1:].decode(errors="replace")))
        return _undated(answer[1:]) if fmt == "pdf" else answer[1:]

    def close(self) -> None:
        """End the child process."""
        child, self._child = self._child, None
        if child is None or self._owner != os.getpid():
            return
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe:
                _close(pipe)

    def _ask(self, question: bytes) -> bytes:
        child = self._running()
        late = threading.Event()
        watch = threading.Timer(self.timeout, _stop, (child, late))
        watch.daemon = True
        watch.start()
        try:
            answer = _exchange(child, question)
        finally:
            watch.cancel()
        if answer is None:
            self.close()
            raise DrawingError(_SLOW.fill(seconds=self.timeout) if late.is_set() else _CRASHED)
        return answer

    def _running(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._child.poll() is not None or self._owner != os.getpid():
            self.close()
            self._child, self._owner = _start(), os.getpid()
        return self._child


def _start() -> subprocess.Popen[bytes]:
    script = Path(__file__).with_name("worker.py")
    return subprocess.Popen(
        [sys.executable, "-P", "-X", "utf8", str(script)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "FONTCONFIG_FILE": str(fonts_conf())},
    )


def _stop(child: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    child.kill()


def _exchange(child: subprocess.Popen[bytes], question: bytes) -> bytes | None:
    """The answer of the child; None where it died over the question."""
    assert child.stdin
    assert child.stdout
    try:
        write_frame(child.stdin, question)
        return read_frame(child.stdout)
    except OSError:
        return None


def _close(pipe: IO[bytes]) -> None:
    with suppress(OSError):
        pipe.close()


def _undated(pdf: bytes) -> bytes:
    """A PDF without the moment of its making, every byte else in its place."""
    start = pdf.rfind(b"/CreationDate (")
    end = pdf.find(b")", start) + 1
    return pdf if start < 0 or not end else pdf[:start] + b" " * (end - start) + pdf[end:]


_WORKER = Worker()
atexit.register(_WORKER.close)
