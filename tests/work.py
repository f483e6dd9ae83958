"""Work instead of seconds: how many functions are called, the same on any machine at any load."""

import sys
from collections.abc import Callable


def calls(work: Callable[[], object]) -> int:
    """How often a function of Python or C is called, or a generator goes on, while `work` runs."""
    count = 0

    def note(_frame: object, event: str, _more: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count
