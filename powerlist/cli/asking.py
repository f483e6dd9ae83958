"""What a command still has to be told: in words, with an example that works."""

from typing import Any

from powerlist.i18n import Text, plain

_MISSING = Text("还没有写{what}，例如：{example}。", "{what} is missing, as in: {example}.")
_LIST = Text("要用哪份清单（文件、文件夹，或示例 demo）", "the list (a file, a folder, or demo)")
_TO = Text("写到哪个文件", "the file to write")
_WHAT = {
    "sources": _LIST,
    "source": _LIST,
    "files": _LIST,
    "returned": Text("收回的工作簿或文件夹", "the returned workbooks or their folder"),
    "code": Text("要看哪条规则（编号或名称）", "the code or name of a rule"),
    "url": Text("用哪个清单库", "the store"),
    "out": _TO,
}
_EXAMPLES = {
    "import": Text("import 清单.xlsx -o 清单.yaml", "import list.xlsx -o list.yaml"),
    "check": Text("check 清单.xlsx", "check list.xlsx"),
    "explain": Text("explain A01", "explain A01"),
    "draw": Text("draw 清单.yaml -o 图", "draw list.yaml -o charts"),
    "draft": Text("draft 清单.yaml -o 草稿.yaml", "draft list.yaml -o draft.yaml"),
    "confirm": Text(
        "confirm 草稿.yaml --unit 审批股 --by 股长岗 -o 清单.yaml",
        "confirm draft.yaml --unit Licensing --by Head -o list.yaml",
    ),
    "record": Text(
        "record 清单.yaml --signed 股长岗 -o 新清单.yaml", "record list.yaml --signed Head -o new.yaml"
    ),
    "fix": Text("fix 清单.xlsx -o 改好.xlsx", "fix list.xlsx -o mended.xlsx"),
    "template": Text("template 空白.xlsx", "template blank.xlsx"),
    "convert": Text("convert 清单.xlsx 清单.yaml", "convert list.xlsx list.yaml"),
    "export": Text(
        "export 清单.yaml --like 14列 -o 报送.xlsx", "export list.yaml --like columns -o sent.xlsx"
    ),
    "split": Text("split 清单.yaml -o 分发", "split list.yaml -o parcels"),
    "collect": Text(
        "collect 收回 --into 清单.yaml -o 新清单.yaml", "collect returned --into list.yaml -o new.yaml"
    ),
    "push": Text("push 清单.yaml sqlite:清单库.sqlite", "push list.yaml sqlite:lists.sqlite"),
    "pull": Text("pull sqlite:清单库.sqlite 清单.yaml", "pull sqlite:lists.sqlite list.yaml"),
    "generate": Text("generate -o 试用 --powers 100", "generate -o trial --powers 100"),
}


def missing(parameter: Any, context: Any) -> Text:
    """That a command lacks an argument or option, what it is for, and the whole command as an example."""
    command = str(getattr(context, "info_name", "") or "")
    example = _EXAMPLES.get(command, plain(f"{command} --help"))
    whole = Text(f"powerlist {example.zh}", f"powerlist {example.en}")
    return _MISSING.fill(what=_what(parameter), example=whole)


def _what(parameter: Any) -> Text:
    if parameter.param_type_name == "argument":
        word = str(parameter.name)
        return _WHAT.get(word, Text(f"“{word}”", word))
    word = str(max(parameter.opts, key=len))
    zh, _, en = str(parameter.help or "").partition(" / ")
    return Text(f"“{word}”（{zh}）", f"{word} ({en or zh})")
