"""The server's own process: Streamlit, which ends when whoever started it is gone."""

import os
from threading import Thread

from streamlit.web import cli


def _watch() -> None:
    """Standard input stays open and silent as long as the starter lives."""
    while os.read(0, 1024):
        pass
    os._exit(0)


if __name__ == "__main__":
    Thread(target=_watch, daemon=True).start()
    cli.main()
