"""The demo's report, with one waiver in use."""

from datetime import date

import pytest

from powerlist import api
from powerlist.model.register import Register
from powerlist.rules import Report
from tests.rules.reading import checked

DAY = date(2026, 11, 25)
WAIVER = (
    "waivers: [{code: L05, name: '*', reason: 待编号, approver: 局长, date: 2026-01-01, until: 2027-01-01}]"
)


@pytest.fixture(scope="package")
def demo() -> Register:
    return api.open_sources(["demo"]).register


@pytest.fixture(scope="package")
def report(demo: Register) -> Report:
    return checked(demo, day=DAY, waivers=WAIVER)
