"""The command line: data goes to stdout, talk goes to stderr; 0 is clean, 1 is found, 2 is unusable."""

import sys

from powerlist import __version__


def main() -> None:
    """The console script. The version is told before anything else is loaded."""
    if sys.argv[1:] == ["--version"]:
        print(f"powerlist {__version__}")
        return
    from powerlist.cli.program import run  # here, because loading the commands takes a second

    run()
