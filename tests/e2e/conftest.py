"""A real browser on a real server, one of each for all tests; loud where there is no browser."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from powerlist.app.launch import Server, free_port, serve

_REQUIRED = ("POWERLIST_E2E_REQUIRED", "POWERLIST_NO_SKIPS", "CI")
_CURE = "no chromium on this machine: apt-get install chromium fonts-noto-cjk"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's chromium; without it the tests are skipped, or fail where a browser is required."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        required = any(os.environ.get(name, "") not in ("", "0", "false") for name in _REQUIRED)
        (pytest.fail if required else pytest.skip)(_CURE)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """The app on the demo bureau."""
    started = serve(["demo"], port=free_port())
    yield started
    started.stop()


class Surf:
    """A visitor with a window; remembers what the page asked of the outside world, and its complaints."""

    def __init__(self, page: Page, home: str) -> None:
        self.page, self.home = page, home
        self.outside: list[str] = []
        self.complaints: list[str] = []
        page.on("request", self._note_request)
        page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def opens(self, address: str = "") -> Page:
        """A page of the app, once it stands."""
        self.page.goto(f"{self.home}/{address}")
        self.page.locator("h1").wait_for(timeout=60_000)
        self.settles()
        return self.page

    def settles(self) -> None:
        """Wait until the app has nothing more to do."""
        self.page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(timeout=60_000)

    def _note_request(self, request: object) -> None:
        url = str(getattr(request, "url", ""))
        if not url.startswith((self.home, self.home.replace("http", "ws"), "data:", "blob:")):
            self.outside.append(url)


@contextmanager
def window(browser: Browser, server: Server) -> Iterator[Surf]:
    """A fresh window on a server; nothing may be asked of the outside world."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    surf = Surf(context.new_page(), server.url)
    yield surf
    context.close()
    assert surf.outside == []
    assert [said for said in surf.complaints if "404" not in said] == []


@pytest.fixture
def surf(browser: Browser, server: Server) -> Iterator[Surf]:
    """A window on the app of all tests."""
    with window(browser, server) as surf:
        yield surf
