"""What joining a side table can stumble over: a code, a sentence, a cell."""

from powerlist.i18n import Text
from powerlist.model.severity import Severity
from powerlist.model.source import Problem, Source

_TEXTS = {
    "no-power": Text(
        "“{text}”不在清单中，{count}行没有落处。{near}",
        "“{text}” is in no list; rows without a home: {count}.{near}",
    ),
    "power-not-named": Text(
        "这一行没有写明是哪项职权（编码、名称、表题都没有），没有落处。",
        "neither a code, a name nor a title says which power the row is about; it finds no home.",
    ),
    "power-ambiguous": Text(
        "“{text}”在清单中有{count}项，请补写编码。",
        "{count} powers of the list are called “{text}”; add the code.",
    ),
    "code-name-apart": Text(
        "名称“{text}”与同行的编码不是同一项职权，按编码归入。",
        "the name “{text}” and the code beside it are not one power; the code was followed.",
    ),
    "no-code": Text(
        "编码“{text}”与同行的名称不是同一项职权，按名称归入。",
        "the code “{text}” and the name beside it are not one power; the name was followed.",
    ),
    "no-sub-item": Text(
        "“{text}”不是这项职权的子项，按职权归入。",
        "“{text}” is no sub-item of this power; the row was given to the power.",
    ),
    "no-process": Text(
        "“{text}”还没有办理流程，{count}行没有落处。请先导入办理流程表。",
        "“{text}” has no process yet; rows without a home: {count}. Import its table of steps first.",
    ),
    "no-step": Text(
        "“{text}”不是“{power}”流程中的环节，这一行没有落处。{near}",
        "“{text}” is no step of “{power}”; the row finds no home.{near}",
    ),
    "step-not-named": Text(
        "这一行没有写明环节，“{text}”也定不到一个环节，没有落处。",
        "the row names no step, and “{text}” does not tell one; it finds no home.",
    ),
    "no-key": Text("这一行没有“{heading}”，没有落处。", "the row has no “{heading}”; it finds no home."),
    "unit-made": Text(
        "机构表中没有“{text}”，按本表记载新建科室。{near}",
        "no table of units has “{text}”; made as this table states.{near}",
    ),
    "post-made": Text(
        "岗位表中没有“{text}”，按本表记载新建岗位。{near}",
        "no table of posts has “{text}”; made as this table states.{near}",
    ),
    "post-ambiguous": Text(
        "有{count}个岗位叫“{text}”，请写明科室。", "{count} posts are called “{text}”; name the unit."
    ),
    "post-is-person": Text(
        "“{text}”像是人名而不是岗位，没有写入。请改写岗位。",
        "“{text}” looks like somebody's name, not a post; it was not taken. Write the post.",
    ),
    "post-is-unit": Text(
        "“{text}”是科室，这里要写岗位，原文已保留。",
        "“{text}” is a unit; a post is wanted here; kept as text.",
    ),
    "unit-alone": Text(
        "这里只写了科室“{text}”，没有写岗位，原文已保留。请补写岗位。",
        "only the unit “{text}” stands here, no post; kept as text. Add the post.",
    ),
    "posts-several": Text(
        "这里只能写一个岗位，采用了“{first}”，其余原文已保留。",
        "one post is wanted here; “{first}” was taken, the others are kept as text.",
    ),
    "reporting-circle": Text(
        "汇报关系成了一个圈，“{text}”的上级没有写入。",
        "the posts report in a circle; “{text}” reports to nobody.",
    ),
    "limit-shared": Text(
        "“{text}”跨几个环节合并，只记在第一个环节。",
        "“{text}” is merged over several steps; kept at the first.",
    ),
    "limit-unreadable": Text(
        "时限“{text}”读不出一个期限，原文已保留。", "no single limit can be read in “{text}”; kept as text."
    ),
    "value-unknown": Text(
        "“{heading}”栏的“{text}”不认识，原文已保留。",
        "“{text}” in the column “{heading}” is unknown; kept as text.",
    ),
    "no-next": Text(
        "“{text}”不是本流程的环节，已按行次流转。{near}",
        "“{text}” is no step of this process; the order of the rows was followed.{near}",
    ),
    "step-not-linked": Text(
        "原有流程里没有“{text}”，已加入环节，流转没有改，请核对。",
        "the process had no step “{text}”; it was added without arrows; check it.",
    ),
    "owner-unmatched": Text(
        "“{text}”与防控措施对不上（{posts}个对{controls}项），原文已保留。",
        "“{text}” does not match the controls ({posts} to {controls}); kept as text.",
    ),
    "owner-alone": Text(
        "这一行没有防控措施，“{text}”没有落处。", "the row has no control; “{text}” finds no home."
    ),
    "clash": Text(
        "“{name}”的“{heading}”与{other}不一致，采用了先读到的。",
        "“{heading}” of “{name}” differs from {other}; what was read first was kept.",
    ),
    "kept-apart": Text(
        "“{heading}”栏清单里没有对应的栏位，{count}格原文列在报告里。",
        "a register has no field for the column “{heading}”; cells in the report: {count}.",
    ),
}
_HINTS = frozenset(("unit-made", "post-made", "limit-shared", "step-not-linked", "kept-apart"))
_LONGEST = 60
_NEAR = Text("是否为“{name}”？", " Did you mean “{name}”?")
_NONE = Text("", "")


def problem(code: str, source: Source, /, near: str | None = None, **things: object) -> Problem:
    """A problem at a cell, with the nearest name where there is one; long texts are cut."""
    short = {name: _short(str(thing)) for name, thing in things.items()}
    hint = _NEAR.fill(name=near) if near else _NONE
    text = _TEXTS[code].fill(near=hint, **short)
    return Problem(code, text, source, Severity.INFO if code in _HINTS else Severity.WARNING)


def _short(text: str) -> str:
    text = text.replace("\n", "").replace("\f", "")
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
