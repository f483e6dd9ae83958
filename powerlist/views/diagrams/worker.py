"""The child process that holds Graphviz: a crash in there takes nothing else along.

Run as a script. Frames in: format, line break, DOT. Frames out: `+` and a picture, or `-` and a reason.
Each frame is led by its length in eight bytes.
"""

import os
from typing import IO

_PIXELS = 12_000  # the longer side of a PNG
_DPI = 144


def main() -> None:
    """Answer frames until the parent closes the pipe."""
    source = os.fdopen(os.dup(0), "rb")
    sink = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not get among the frames
    while (frame := read_frame(source)) is not None:
        write_frame(sink, _answer(frame))


def read_frame(source: IO[bytes]) -> bytes | None:
    """The next frame; None where the pipe has ended."""
    head = source.read(8)
    if len(head) < 8:
        return None
    size = int.from_bytes(head, "big")
    body = source.read(size)
    return body if len(body) == size else None


def write_frame(sink: IO[bytes], body: bytes) -> None:
    """Send one frame."""
    sink.write(len(body).to_bytes(8, "big") + body)
    sink.flush()


def _answer(frame: bytes) -> bytes:
    form, _, dot = frame.partition(b"\n")
    try:
        return b"+" + _render(dot.decode(), form.decode())
    except Exception as reason:  # whatever Graphviz dislikes is told, and the next chart is drawn
        return b"-" + f"{type(reason).__name__}: {reason}".encode(errors="replace")


def _render(dot: str, form: str) -> bytes:
    import pygraphviz

    graph = pygraphviz.AGraph(string=dot)
    try:
        if form == "png":
            graph.graph_attr["dpi"] = str(_dots(graph.graph_attr["bb"]))
        picture = graph.draw(format=form, prog="nop2")
    finally:
        graph.close()
    return picture if isinstance(picture, bytes) else str(picture).encode()


def _dots(bounds: str) -> float:
    """Dots an inch, fewer where the sheet is so large that the picture would not fit into memory."""
    longest = max(map(float, bounds.split(",")))
    return min(_DPI, _PIXELS * 72 / max(longest, 1.0))


if __name__ == "__main__":
    main()
