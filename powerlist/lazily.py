"""A package whose names are loaded when they are first asked for (PEP 562).

The package writes its imports as usual under `if TYPE_CHECKING:`, for people and for the type checker; this
module reads them from the package's own source, so that no name is written twice.
"""

import ast
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any


def names_of(package: str, file: str) -> Callable[[str], Any]:
    """The `__getattr__` of `package`, whose source is `file`; AttributeError for what it does not import."""
    homes = _homes(Path(file).read_text(encoding="utf-8"))

    def load(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        home, known_as = homes[name]
        module = import_module(package)
        value = getattr(import_module(home), known_as)
        setattr(module, name, value)
        return value

    return load


def _homes(source: str) -> dict[str, tuple[str, str]]:
    """For each name that the source imports, its module and what it is called there."""
    imports = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ImportFrom)]
    return {
        one.asname or one.name: (node.module, one.name)
        for node in imports
        if node.module
        for one in node.names
    }
