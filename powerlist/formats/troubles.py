"""What reading a list can stumble over: a code, a sentence, a cell."""

from powerlist.i18n import Text
from powerlist.model.severity import Severity
from powerlist.model.source import Problem, Source

_TEXTS = {
    "duplicate-file": Text(
        "文件“{file}”与“{other}”内容相同，没有重复读取。",
        "“{file}” has the same content as “{other}” and was not read again.",
    ),
    "column-not-met": Text(
        "栏目对照表写了“{heading}”，清单里没有这一栏。",
        "the column map names “{heading}”; no list has such a column.",
    ),
    "no-items": Text("表中没有事项（只有表头）。", "the sheet has a header and no items."),
    "no-header": Text(
        "表中找不到含有事项名称的表头，没有读取。请核对表头，或用栏目对照表说明。",
        "no header with a column of names was found; the sheet was not read. Check it, or give a column map.",
    ),
    "header-from-before": Text(
        "表中没有表头，按上一张表的栏目读取，请核对。",
        "the sheet has no header and was read with that of the sheet before; check it.",
    ),
    "name-missing": Text("这一行有内容而没有事项名称。", "this row has texts and no name of a power."),
    "name-missing-joined": Text(
        "这一行有序号“{number}”而没有事项名称，按上一项的内容读入。若是另一项，请补写名称。",
        "this row is number “{number}” and names no power; it was read as part of the item above. "
        "If it is another item, write its name.",
    ),
    "type-missing": Text(
        "表中没有权力类型（栏目、标题、表名都没有），{count}项未定类型。",
        "neither a column nor a title says the type; {count} items have none.",
    ),
    "type-unknown": Text(
        "权力类型“{text}”不认识，原文已保留。", "the type “{text}” is unknown; kept as text."
    ),
    "basis-unreadable": Text(
        "依据读不出题名，原文已保留。", "no title can be read in this basis; kept as text."
    ),
    "basis-remainder": Text(
        "依据开头的“{text}”读不出题名，原文已保留。",
        "the start “{text}” of this basis names no title; kept as text.",
    ),
    "title-damaged": Text(
        "“{text}”的书名号不全，已按题名读入，请核对。",
        "the brackets of the title “{text}” are incomplete; check it.",
    ),
    "article-unreadable": Text(
        "《{title}》的条号“{text}”不成数字，原文已保留。",
        "the article “{text}” of 《{title}》 is no number; kept as text.",
    ),
    "limit-unreadable": Text(
        "时限“{text}”读不出一个期限，原文已保留。", "no single limit can be read in “{text}”; kept as text."
    ),
    "value-unknown": Text(
        "“{heading}”栏的“{text}”不认识，原文已保留。",
        "“{text}” in the column “{heading}” is unknown; kept as text.",
    ),
    "target-unknown": Text(
        "追责对象“{text}”不认识，原文已保留。", "who “{text}” is, is unknown; kept as text."
    ),
    "post-unmatched": Text(
        "“{text}”与责任事项对不上（{posts}个对{duties}项），原文已保留。",
        "“{text}” does not match the duties ({posts} to {duties}); kept as text.",
    ),
    "sub-item-value": Text(
        "子项自己的“{heading}”没有单独的栏位，原文已保留。",
        "a sub-item's own “{heading}” has no field; kept as text.",
    ),
    "code-repeated": Text(
        "编码“{code}”在{places}重复使用，没有用作标识。",
        "the code “{code}” is used again at {places}; it identifies nothing.",
    ),
    "clash": Text(
        "“{name}”的“{heading}”与{other}不一致，采用了先读到的。",
        "“{heading}” of “{name}” differs from {other}; what was read first was kept.",
    ),
}
_LONGEST = 60
_HINTS = frozenset(("header-from-before", "no-items", "sub-item-value"))


def problem(code: str, source: Source, /, **things: object) -> Problem:
    """A problem at a cell; long texts are cut."""
    short = {name: _short(str(thing)) for name, thing in things.items()}
    severity = Severity.INFO if code in _HINTS else Severity.WARNING
    return Problem(code, _TEXTS[code].fill(**short), source, severity)


def _short(text: str) -> str:
    text = text.replace("\n", "").replace("\f", "")
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
