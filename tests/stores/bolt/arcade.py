"""A Bolt server without Java on the machine, for the tests: `python arcade.py HOME PORT PASSWORD`.

ArcadeDB comes with its own Java inside the wheel. It stops when standard input closes.
"""

import socket
import sys
from pathlib import Path

from arcadedb_embedded import create_server


def serve(home: str, port: int, password: str) -> None:
    """Serve the database `powerlist` to the user `root`."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        http = free.getsockname()[1]
    plugins = "Bolt:com.arcadedb.bolt.BoltProtocolPlugin"
    config = {"server_plugins": plugins, "bolt_port": port, "host": "127.0.0.1", "http_port": http}
    server = create_server(home, root_password=password, config=config)
    server.start()
    if not (Path(home) / "databases" / "powerlist").exists():
        server.create_database("powerlist")
    print("ready", flush=True)
    sys.stdin.read()
    server.stop()


if __name__ == "__main__":
    serve(sys.argv[1], int(sys.argv[2]), sys.argv[3])
