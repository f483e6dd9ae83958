"""YAML with the line of every entry; nothing in a file is ever executed."""

from pathlib import Path
from typing import Any

import yaml

from powerlist.errors import NO_FILE, InputError
from powerlist.i18n import Text

_TEXT = "tag:yaml.org,2002:str"
_LARGEST = 32 * 1024 * 1024
_SLIPS = {
    "did not find expected ',' or": "括号没有成对，或缺少逗号",
    "did not find expected": "结构不完整，请核对缩进、引号和短横线",
    "mapping values are not allowed": "冒号的位置不对，含冒号的文字请加引号",
    "found character that cannot start": "有不能开头的字符，例如制表符（Tab），请改用空格",
    "found unexpected end of stream": "引号没有成对",
    "could not find expected ':'": "缺少冒号",
    "could not determine a constructor": "有不允许的标记（!），只能写普通数据",
    "an alias": "不允许引用（*）",
    "exceeded maximum nesting": "层次太深",
    "not a day: ": "日历上没有这一天：",
    "used twice: ": "同一栏写了两次：",
}


class Mapped(dict[str, Any]):
    """A mapping that knows its file, its line, and the line of each of its keys."""

    file: str = ""
    line: int = 1
    lines: dict[str, int]


class _Loader(yaml.CSafeLoader):
    """Plain data only; mappings keep their lines; keys are unique; an alias is not followed."""

    file: str


def load_lines(path: Path) -> Mapped:
    """The mapping at the top of a YAML file.

    Raises InputError for a file that is missing, too large, no UTF-8, not YAML, or no mapping.
    """
    text = _text(path)
    loader = _Loader(text)
    loader.file = str(path)
    try:
        root = loader.get_single_node()
        data = loader.construct_document(root) if _is_tree(root) else None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        why = _why(str(error.problem))
        raise InputError(str(path), why, f"L{line}") from error
    except yaml.reader.ReaderError as error:
        why = Text("有不能用的控制字符。", "there is a control character that YAML does not know.")
        raise InputError(str(path), why, f"L{text[: error.position].count(chr(10)) + 1}") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise InputError(str(path), Text("不能按 YAML 读取。", "cannot be read as YAML.")) from error
    finally:
        loader.dispose()
    if not isinstance(data, Mapped):
        raise InputError(str(path), Text("不是权责清单的 YAML 文件。", "is not a power list in YAML."))
    return data


def _why(problem: str) -> Text:
    """What the parser says, for people who know no YAML."""
    start = next((start for start in _SLIPS if problem.startswith(start)), "")
    thing = problem.removeprefix(start) if start.endswith(": ") or not start else ""
    return Text(f"YAML 写法有误：{_SLIPS.get(start, '')}{thing}。", f"broken YAML: {problem}.")


def _is_tree(root: yaml.Node | None) -> bool:
    """Whether there is anything; raises where an alias makes one part stand in two places."""
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
    return root is not None


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _LARGEST:
            raise InputError(str(path), Text("超过32兆，不读取。", "is larger than 32 MB: not read."))
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise InputError(str(path), NO_FILE) from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), Text("不是 UTF-8 文字。", "is no UTF-8 text.")) from error


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
    """What a node means; most are text and need no constructor."""
    return node.value if node.tag == _TEXT else loader.construct_object(node, deep=True)


def _day(loader: _Loader, node: yaml.ScalarNode) -> Any:
    try:
        return loader.construct_yaml_timestamp(node)
    except ValueError:
        raise yaml.constructor.ConstructorError(
            None, None, f"not a day: {node.value}", node.start_mark
        ) from None


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)
_Loader.add_constructor("tag:yaml.org,2002:timestamp", _day)
