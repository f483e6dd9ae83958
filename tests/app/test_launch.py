"""Starting the app: a free port, this machine only, the same look in a checkout and in a wheel."""

import os
import signal
import socket
import subprocess
import sys
import time
import tomllib
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

import pytest

from powerlist.app.launch import free_port, given_sources, is_free, serve
from powerlist.app.look import OPTIONS, flags

ROOT = Path(__file__).parents[2]
_DIRECT = build_opener(ProxyHandler({}))


def test_the_app_answers_at_its_address_and_ends_when_told() -> None:
    server = serve(["demo"], port=free_port())
    try:
        with _DIRECT.open(server.url, timeout=10) as answer:
            assert b"<title>" in answer.read()
    finally:
        server.stop()
    assert server.process.poll() is not None


def test_a_port_that_is_taken_is_left_alone() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert not is_free(port)
        server = serve(["demo"], port=port)
        server.stop()
    assert not server.url.endswith(f":{port}")


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="only Linux tells who listens")
def test_only_this_machine_is_served() -> None:
    port = free_port()
    server = serve(["demo"], port=port)
    try:
        listening = subprocess.run(
            ["cat", "/proc/net/tcp"], capture_output=True, text=True, check=True
        ).stdout
        assert f"0100007F:{port:04X}" in listening
        assert f"00000000:{port:04X}" not in listening
    finally:
        server.stop()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda how: how.name)
def test_who_ends_the_program_ends_the_server(how: signal.Signals) -> None:
    port = free_port()
    served = f"s = serve(['demo'], port={port}); print(s.url, flush=True); s.wait()"
    code = f"from powerlist.app.launch import serve; {served}"
    program = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, cwd=ROOT)
    assert program.stdout
    assert str(port) in program.stdout.readline().decode()
    os.kill(program.pid, how)
    program.wait(timeout=20)
    end = time.monotonic() + 10
    while not is_free(port) and time.monotonic() < end:
        time.sleep(0.1)
    assert is_free(port)


def test_without_a_word_there_is_no_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("POWERLIST_SOURCE", raising=False)
    assert given_sources() == []


def test_a_checkout_looks_like_the_wheel() -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert _flat(config) == OPTIONS


def test_nothing_is_told_to_anybody() -> None:
    assert "--browser.gatherUsageStats=false" in flags()


def test_the_app_in_a_checkout_is_two_lines() -> None:
    lines = (ROOT / "app.py").read_text(encoding="utf-8").splitlines()
    assert len([line for line in lines if line]) == 2


def _flat(table: dict[str, object], above: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in table.items():
        if isinstance(value, dict):
            found |= _flat(value, f"{above}{name}.")
        else:
            found[above + name] = str(value).lower() if isinstance(value, bool) else str(value)
    return found
