"""The five numbers of the overview in a real browser, beside the first text of `streamlit hello`."""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from powerlist.app.launch import Server, free_port, serve
from tests.benchmarks.figures import Book, Figure

_ROUNDS = 3


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's chromium, warm: its first page is not counted."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("no chromium on this machine")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        opened.new_page().goto("about:blank")
        yield opened
        opened.close()


@contextmanager
def _ours() -> Iterator[str]:
    with TemporaryDirectory() as folder:
        server = serve(["demo"], store=f"sqlite:{folder}/kept.db", port=free_port())
        yield server.url
        server.stop()


@contextmanager
def _hello() -> Iterator[str]:
    port = free_port()
    options = ["--server.headless=true", f"--server.port={port}", "--browser.gatherUsageStats=false"]
    command = [sys.executable, "-m", "streamlit", "hello", *options]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    yield f"http://127.0.0.1:{port}"
    Server("", process).stop()


def _seconds_to(browser: Browser, url: str, there: str) -> float:
    """From the call of a fresh window to what is looked for; a server that is not up yet is asked again."""
    page = browser.new_context().new_page()
    start = time.perf_counter()
    while True:
        try:
            page.goto(url)
            break
        except Exception:
            assert time.perf_counter() - start < 60
            time.sleep(0.02)
    page.locator(there).wait_for(timeout=60_000)
    spent = time.perf_counter() - start
    page.context.close()
    return spent


def _cold_and_warm(browser: Browser, start: Callable[[], Any], there: str) -> tuple[float, float]:
    """(from the start of the server to the text, from a further window to the text)."""
    began = time.perf_counter()
    with start() as url:
        _seconds_to(browser, url, there)
        cold = time.perf_counter() - began
        return cold, min(_seconds_to(browser, url, there) for _ in range(_ROUNDS))


_NUMBERS = ".figures a >> nth=4"
_TEXT = "[data-testid=stMainBlockContainer] h1 >> nth=0"


def test_the_five_numbers_are_there_at_once(benchmark: Any, book: Book, browser: Browser) -> None:
    ours: list[tuple[float, float]] = []
    bare: list[tuple[float, float]] = []

    def turn() -> None:
        bare.append(_cold_and_warm(browser, _hello, _TEXT))
        ours.append(_cold_and_warm(browser, _ours, _NUMBERS))

    benchmark.pedantic(turn, rounds=_ROUNDS)
    for place, (name, aim) in enumerate((("cold", 2.0), ("warm", 1.0))):
        own, other = min(one[place] for one in ours), min(one[place] for one in bare)
        detail = f"{own:.2f} s beside {other:.2f} s"
        work = f"app: the five numbers of 总览 visible, {name}"
        book.note(Figure(work, "streamlit hello, first text", aim, own / other, detail))
