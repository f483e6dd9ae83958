"""Rules for every test: where the gate asks for it, a skipped test is a failed one."""

import os
from collections.abc import Iterator

import pytest


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Turn a skip into a failure where `POWERLIST_NO_SKIPS` is set; benchmarks run on demand."""
    report = yield
    if os.environ.get("POWERLIST_NO_SKIPS") and report.skipped and "benchmarks" not in item.nodeid:
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and the gate allows no skips: {report.longrepr}"
    return report
