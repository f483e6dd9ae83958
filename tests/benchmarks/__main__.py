"""`python -m tests.benchmarks [words for pytest]`: run every benchmark, then write the page of figures."""

import sys

import pytest

from tests.benchmarks.page import write_page

_WORDS = ["-o", "addopts=", "--strict-markers", "-s", "tests/benchmarks"]


def main() -> int:
    """The exit code of pytest; the page holds whatever was measured."""
    ended = pytest.main([*_WORDS, *sys.argv[1:]])
    write_page()
    return int(ended)


if __name__ == "__main__":
    sys.exit(main())
