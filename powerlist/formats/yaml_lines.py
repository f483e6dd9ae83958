"""YAML with the line of every entry; nothing in a file is ever executed."""

from pathlib import Path
from typing import Any

import yaml

from powerlist.errors import InputError, unreadable
from powerlist.formats.yaml_slips import slip
from powerlist.i18n import Text

_TEXT, _LIST, _MAP = (f"tag:yaml.org,2002:{name}" for name in ("str", "seq", "map"))
_LARGEST = 32 * 1024 * 1024
_NO_LIST = Text("不是权责清单的 YAML 文件。", "this is no power list in YAML.")
_NOT_UTF8 = Text("不是 UTF-8 文字。请另存为 UTF-8 编码。", "this is no UTF-8 text; save it as UTF-8.")


class Mapped(dict[str, Any]):
    """A mapping that knows its file, its line, and the line of each of its keys."""

    file: str = ""
    line: int = 1
    lines: dict[str, int]


class _Loader(yaml.CSafeLoader):
    """Plain data only; mappings keep their lines; keys are unique; an alias is not followed."""

    file: str


def load_lines(path: Path, wanted: Text = _NO_LIST) -> Mapped:
    """The mapping at the top of a YAML file; `wanted` is said of a file that holds none.

    Raises InputError for a file that is missing, too large, no UTF-8, not YAML, or no mapping.
    """
    text = _text(path)
    loader = _Loader(text)
    loader.file = str(path)
    try:
        root = loader.get_single_node()
        if "&" in text:  # else there is nothing that an alias could name
            _refuse_aliases(root)
        data = _value(loader, root) if root else None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        why = slip(str(error.problem))
        raise InputError(str(path), why, f"L{line}") from error
    except yaml.reader.ReaderError as error:
        why = Text("有不能用的控制字符。", "there is a control character that YAML does not know.")
        raise InputError(str(path), why, f"L{text[: error.position].count(chr(10)) + 1}") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise InputError(str(path), Text("不能按 YAML 读取。", "cannot be read as YAML.")) from error
    finally:
        loader.dispose()
    if not isinstance(data, Mapped):
        raise InputError(str(path), wanted)
    return data


def _refuse_aliases(root: yaml.Node | None) -> None:
    """Raise where an alias makes one part stand in two places."""
    seen: set[int] = set()
    waiting: list[Any] = [root] if root else []
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            raise yaml.composer.ComposerError(None, None, "an alias (*) is not allowed", node.start_mark)
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            waiting += [part for pair in node.value for part in pair]
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _LARGEST:
            raise InputError(str(path), Text("超过32兆，不读取。", "is larger than 32 MB: not read."))
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise unreadable(str(path), error) from error
    except UnicodeDecodeError as error:
        raise InputError(str(path), _NOT_UTF8) from error


def _mapping(loader: _Loader, node: yaml.MappingNode) -> Mapped:
    mapped = Mapped()
    mapped.file, mapped.line = loader.file, node.start_mark.line + 1
    mapped.lines = {}
    for key_node, value_node in node.value:
        key = str(_value(loader, key_node))
        if key in mapped:
            raise yaml.constructor.ConstructorError(None, None, f"used twice: {key}", key_node.start_mark)
        mapped[key] = _value(loader, value_node)
        mapped.lines[key] = key_node.start_mark.line + 1
    return mapped


def _value(loader: _Loader, node: yaml.Node) -> Any:
    """What a node means; texts, lists and mappings need no constructor."""
    if node.tag == _TEXT:
        return node.value
    if node.tag == _LIST and isinstance(node, yaml.SequenceNode):
        return [_value(loader, one) for one in node.value]
    if node.tag == _MAP and isinstance(node, yaml.MappingNode):
        return _mapping(loader, node)
    return loader.construct_object(node, deep=True)


def _day(loader: _Loader, node: yaml.ScalarNode) -> Any:
    try:
        return loader.construct_yaml_timestamp(node)
    except ValueError:
        raise yaml.constructor.ConstructorError(
            None, None, f"not a day: {node.value}", node.start_mark
        ) from None


_Loader.add_constructor("tag:yaml.org,2002:timestamp", _day)
