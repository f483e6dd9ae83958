"""What the YAML parser says, for people who know no YAML."""

from powerlist.i18n import Text

_BRACKETS = Text("括号没有成对，或缺少逗号", "a bracket is not closed, or a comma is missing")
_TAB = Text(
    "有不能开头的字符，例如制表符（Tab），请改用空格",
    "a line cannot start with this, for example with a tab; use spaces",
)
_SLIPS = {
    "did not find expected ',' or": _BRACKETS,
    "did not find expected": Text(
        "结构不完整，请核对缩进、引号和短横线", "something is unfinished; look at indents, quotes and hyphens"
    ),
    "mapping values are not allowed": Text(
        "冒号的位置不对，含冒号的文字请加引号", "a colon is out of place; put text that holds one in quotes"
    ),
    "found character that cannot start": _TAB,
    "found a tab character": _TAB,
    "found unexpected end of stream": Text("引号没有成对", "a quotation mark is not closed"),
    "found unknown escape character": Text(
        "双引号里的反斜线（\\）不能这样用，请改用单引号",
        "a backslash in double quotes means something else; use single quotes",
    ),
    "could not find expected ':'": Text("缺少冒号", "a colon is missing"),
    "could not determine a constructor": Text(
        "有不允许的标记（!），只能写普通数据", "tags (!) are not allowed, only plain data"
    ),
    "an alias": Text("不允许引用（*）", "references (*) are not allowed"),
    "found undefined alias": Text("不允许引用（*）", "references (*) are not allowed"),
    "second occurrence": Text("不允许引用（&）", "references (&) are not allowed"),
    "exceeded maximum nesting": Text("层次太深", "it is nested too deeply"),
    "but found another document": Text(
        "一个文件只能有一份内容，请去掉“---”", "a file holds one document; take out the line ---"
    ),
    "not a day: ": Text("日历上没有这一天：", "no day of the calendar: "),
    "used twice: ": Text("同一栏写了两次：", "written twice: "),
}
_ELSE = Text("请核对缩进、引号和冒号", "look at indents, quotes and colons")


def slip(problem: str) -> Text:
    """A problem of the parser in the reader's words; what it names stays."""
    start = next((start for start in _SLIPS if problem.startswith(start)), "")
    said = _SLIPS.get(start, _ELSE)
    thing = problem.removeprefix(start) if start.endswith(": ") else ""
    return Text(f"YAML 写法有误：{said.zh}{thing}。", f"broken YAML: {said.en}{thing}.")
