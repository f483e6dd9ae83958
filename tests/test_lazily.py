"""The facade loads a name when it is first asked for, and has every name that it promises."""

import subprocess
import sys

import pytest

from powerlist import api


@pytest.mark.parametrize("name", api.__all__)
def test_every_name_of_the_facade_is_there(name: str) -> None:
    assert getattr(api, name) is not None


def test_a_name_that_is_none_is_refused() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        api.nothing  # noqa: B018


def test_the_command_line_loads_no_heavy_library_before_a_command_needs_it() -> None:
    heavy = {"openpyxl", "networkx", "pygraphviz", "neo4j"}
    asked = f"import sys, powerlist.cli.program; print(*{heavy} & {{*sys.modules}})"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
