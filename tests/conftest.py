"""Rules for every test: nobody's own lists are touched; where the gate asks for it, a skip is a failure."""

import os
import shutil
import tempfile
from collections.abc import Iterator

import pytest

_OWN = pytest.StashKey[str]()


def pytest_configure(config: pytest.Config) -> None:
    """The user's own store is an empty one for as long as the tests run."""
    config.stash[_OWN] = tempfile.mkdtemp(prefix="powerlist-store-")
    os.environ["POWERLIST_STORE"] = f"sqlite:{config.stash[_OWN]}/powerlist.sqlite"


def pytest_unconfigure(config: pytest.Config) -> None:
    """Take it away again."""
    shutil.rmtree(config.stash[_OWN], ignore_errors=True)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Turn a skip into a failure where `POWERLIST_NO_SKIPS` is set; benchmarks run on demand."""
    report = yield
    if os.environ.get("POWERLIST_NO_SKIPS") and report.skipped and "benchmarks" not in item.nodeid:
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and the gate allows no skips: {report.longrepr}"
    return report
