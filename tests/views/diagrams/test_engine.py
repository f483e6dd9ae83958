"""Graphviz in a child process: fast, shared by threads, and back at once after a crash."""

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from powerlist.errors import DrawingError
from powerlist.views.diagrams.engine import Worker, render
from powerlist.views.diagrams.layout import lay_out
from powerlist.views.diagrams.pen import draw, to_dot
from tests.views.diagrams.generated import generated

_DOT = 'digraph { graph [bb="0,0,90,90"]; a [pos="40,40" label="受理" fontname="Noto Sans SC"] }'


@pytest.fixture
def worker() -> Worker:
    return Worker()


def test_a_crash_is_one_sentence_and_the_next_chart_is_drawn(worker: Worker) -> None:
    worker.render(_DOT, "svg")
    child = worker._child
    assert child
    os.kill(child.pid, signal.SIGSTOP)  # it hangs over the next question, and dies over it
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(worker.render, _DOT, "svg")
        time.sleep(0.2)
        os.kill(child.pid, signal.SIGKILL)
        with pytest.raises(DrawingError) as stopped:
            waiting.result()
    assert "意外中止" in stopped.value.of("zh")
    assert "stopped unexpectedly" in stopped.value.of("en")
    assert b"<svg" in worker.render(_DOT, "svg")
    worker.close()


def test_a_child_that_died_while_idle_is_replaced_in_silence(worker: Worker) -> None:
    worker.render(_DOT, "svg")
    assert worker._child
    worker._child.kill()
    worker._child.wait()
    assert b"<svg" in worker.render(_DOT, "svg")
    worker.close()


def test_a_chart_that_takes_too_long_is_stopped() -> None:
    worker = Worker(timeout=0.4)
    worker.render(_DOT, "svg")
    assert worker._child
    os.kill(worker._child.pid, signal.SIGSTOP)
    with pytest.raises(DrawingError, match="秒内没有画完"):
        worker.render(_DOT, "svg")
    worker.timeout = 30
    assert b"<svg" in worker.render(_DOT, "svg")
    worker.close()


def test_what_graphviz_cannot_read_is_an_error_and_the_child_lives(worker: Worker) -> None:
    worker.render(_DOT, "svg")
    child = worker._child
    with pytest.raises(DrawingError, match="不能画出"):
        worker.render("digraph { a -> ", "svg")
    assert b"<svg" in worker.render(_DOT, "svg")
    assert worker._child is child
    worker.close()


def test_the_environment_of_the_program_is_left_alone(worker: Worker) -> None:
    before = dict(os.environ)
    worker.render(_DOT, "svg")
    assert dict(os.environ) == before
    worker.close()


def test_many_threads_get_each_its_own_picture() -> None:
    drawings = [lay_out(generated(seed, steps=8)) for seed in range(6)]
    alone = [draw(d) for d in drawings]
    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(draw, drawings * 4)) == alone * 4


def test_a_large_sheet_as_png_keeps_to_a_size_that_memory_holds() -> None:
    dot = to_dot(lay_out(generated(3, steps=10))).replace('bb="0,0,', 'bb="0,0,9')
    assert render(dot, "png")[:8] == b"\x89PNG\r\n\x1a\n"
