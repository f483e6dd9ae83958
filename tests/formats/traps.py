"""The traps of real files, each a change of a sheet that says nothing new."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

from tests.formats.workbooks import HEADINGS, LONG, Merge, Sheet

Trap = Callable[[Sheet, random.Random], Sheet]


def shifted(sheet: Sheet, rows: Sequence[Sequence[str]]) -> Sheet:
    """The sheet with rows put above it."""
    by = len(rows)
    merges = [(top + by, left, bottom + by, right) for top, left, bottom, right in sheet.merges]
    return replace(sheet, rows=[*map(list, rows), *sheet.rows], merges=merges, first=sheet.first + by)


def title_above(sheet: Sheet, dice: random.Random) -> Sheet:
    """A title over the whole width and a line with the bureau's name."""
    moved = shifted(
        sheet, [["示例县某局权责清单"], [], ["填报单位：示例县某局", "", "2024年"]][: dice.randint(1, 3)]
    )
    return replace(moved, merges=[*moved.merges, (0, 0, 0, len(sheet.fields) - 1)])


def footnotes(sheet: Sheet, dice: random.Random) -> Sheet:
    """Lines below that look like items."""
    lines = [
        ["注：本表由某局负责解释。"],
        ["注：", "1.带※的为下放事项。"],
        ["", "", "", "2.本表自公布之日起施行。"],
        ["填表人：", "", "", "审核人：", "", "联系电话："],
        ["备注", "", "", "本清单实行动态管理。"],
        ["合计", "", "", "共若干项"],
    ]
    start = dice.randrange(2)
    return replace(sheet, rows=[*sheet.rows, [], *lines[start : start + dice.randint(1, 5)]])


def other_order(sheet: Sheet, dice: random.Random) -> Sheet:
    """The columns in another order."""
    if any(left != right for _, left, _, right in sheet.merges):
        return sheet
    order = list(range(1, len(sheet.fields)))
    dice.shuffle(order)
    order.insert(0, 0)  # 序号 is the first everywhere
    width = len(order)
    rows = [[(row + [""] * width)[place] for place in order] for row in sheet.rows]
    merges = [
        (top, order.index(left), bottom, order.index(right)) for top, left, bottom, right in sheet.merges
    ]
    return replace(sheet, rows=rows, merges=merges, fields=tuple(sheet.fields[place] for place in order))


def broken_lines(sheet: Sheet, dice: random.Random) -> Sheet:
    """Every long text broken after so many characters, as a converter does."""
    width = dice.choice((3, 5, 8, 13, 21))

    def broken(text: str) -> str:
        return "\n".join(
            line[at : at + width] for line in text.split("\n") for at in range(0, len(line), width)
        )

    columns = {sheet.column(name) for name in LONG if name in sheet.fields}
    rows = [
        [
            broken(text) if index >= sheet.first and place in columns else text
            for place, text in enumerate(row)
        ]
        for index, row in enumerate(sheet.rows)
    ]
    return replace(sheet, rows=rows)


def broken_headings(sheet: Sheet, dice: random.Random) -> Sheet:
    """Headings over two lines, with spaces."""
    header = [f"{text[:2]}\n {text[2:]}" for text in sheet.rows[sheet.first - 1]]
    return replace(sheet, rows=[*sheet.rows[: sheet.first - 1], header, *sheet.rows[sheet.first :]])


def cut_by_page(sheet: Sheet, dice: random.Random) -> Sheet:
    """One item's row goes on below a page break, sometimes under the header again."""
    number = sheet.column("number")
    rows = [at for at in range(sheet.first, len(sheet.rows)) if sheet.rows[at][number : number + 1] > [""]]
    rows = [at for at in rows if not any(top <= at <= bottom for top, _, bottom, _ in sheet.merges)]
    if not rows or sheet.first < 1:
        return sheet
    at = dice.choice(rows)
    upper, lower = list(sheet.rows[at]), [""] * len(sheet.rows[at])
    for name in LONG:
        if name in sheet.fields and len(text := upper[sheet.column(name)]) > 8:
            cut = dice.randint(4, len(text) - 3)
            while (
                text[cut - 1] in "\n。；：、" or text[cut] in "\n1234567890（【《" or text[cut - 1].isdigit()
            ):
                cut -= 1
            upper[sheet.column(name)], lower[sheet.column(name)] = text[:cut], text[cut:]
    between = [list(sheet.rows[sheet.first - 1])] if dice.random() < 0.5 and not sheet.merges else []
    below = len(between) + 1
    merges = [
        (top + below * (top > at), left, bottom + below * (bottom > at), right)
        for top, left, bottom, right in sheet.merges
    ]
    return replace(
        sheet, rows=[*sheet.rows[:at], upper, *between, lower, *sheet.rows[at + 1 :]], merges=merges
    )


def repeated_header(sheet: Sheet, dice: random.Random) -> Sheet:
    """The header again above an item."""
    number = sheet.column("number")
    starts = [
        at for at in range(sheet.first + 1, len(sheet.rows)) if sheet.rows[at][number : number + 1] > [""]
    ]
    if not starts or sheet.merges:
        return sheet
    at = dice.choice(starts)
    return replace(sheet, rows=[*sheet.rows[:at], list(sheet.rows[sheet.first - 1]), *sheet.rows[at:]])


_ALIKE = ("type", "units")
_ONCE = (
    *("name", "number", "type", "duties", "duty_posts", "grounds", "accountability_basis", "targets"),
    *("statutory_limit", "promised_limit", "fee", "oversight_phones"),
)


def merged_down(sheet: Sheet, dice: random.Random) -> Sheet:
    """Equal types and units of neighbours merged, and what is written once over its sub-items."""
    merges, rows = list(sheet.merges), [list(row) for row in sheet.rows]
    for name in (*_ALIKE, *_ONCE):
        column = sheet.column(name) if name in sheet.fields else None
        at = sheet.first
        while column is not None and at < len(rows):
            end = at
            while end + 1 < len(rows) and _goes_on(rows, at, end + 1, column, name):
                end += 1
            if end > at and rows[at][column : column + 1] > [""] and not _taken(merges, at, end, column):
                merges.append((at, column, end, column))
                for row in rows[at + 1 : end + 1]:
                    row[column] = ""
            at = end + 1
    return replace(sheet, rows=rows, merges=merges)


def _goes_on(rows: list[list[str]], at: int, below: int, column: int, name: str) -> bool:
    if len(rows[below]) < len(rows[at]) or not any(rows[below]):
        return False
    same = rows[below][column] == rows[at][column]
    new_item = rows[below][0]  # 序号 is the first everywhere
    return (same and name in _ALIKE) or (not new_item and not rows[below][column] and name in _ONCE)


def _taken(merges: list[Merge], at: int, end: int, column: int) -> bool:
    return any(top <= end and at <= bottom and left <= column <= right for top, left, bottom, right in merges)


def repeated_for_sub_items(sheet: Sheet, dice: random.Random) -> Sheet:
    """Everything written again in the row of each sub-item."""
    rows = [list(row) for row in sheet.rows]
    sub, number = sheet.column("sub_item"), sheet.column("number")
    if sheet.merges:
        return sheet
    for at in range(sheet.first + 1, len(rows)):
        if len(rows[at]) > sub and rows[at][sub] and not rows[at][number]:
            rows[at] = [text or rows[at - 1][place] for place, text in enumerate(rows[at])]
    return replace(sheet, rows=rows)


def name_over_sub_item(sheet: Sheet, dice: random.Random) -> Sheet:
    """A name without sub-items spread over both columns."""
    name, sub = sheet.column("name"), sheet.column("sub_item")
    if sub != name + 1:
        return sheet
    merges = [
        (at, name, at, sub)
        for at in range(sheet.first, len(sheet.rows))
        if len(sheet.rows[at]) > sub and sheet.rows[at][name] and not sheet.rows[at][sub]
        if not _taken(list(sheet.merges), at, at, name) and not _taken(list(sheet.merges), at, at, sub)
    ]
    return replace(sheet, merges=[*sheet.merges, *merges])


def two_row_header(sheet: Sheet, dice: random.Random) -> Sheet:
    """职权名称 over 项目 and 子项, 办理时限 over 法定 and 承诺; all other headings over both rows."""
    pairs = (
        ("name", "sub_item", "职权名称", "项目", "子项"),
        ("statutory_limit", "promised_limit", "办理时限", "法定", "承诺"),
    )
    header = list(sheet.rows[sheet.first - 1])
    if sheet.merges or len(header) != len(sheet.fields) or sheet.rows[sheet.first :].count(header):
        return sheet
    below, merges = [""] * len(header), []
    for left, right, parent, first, second in pairs:
        one, two = sheet.column(left), sheet.column(right)
        if two == one + 1:
            header[one], header[two], below[one], below[two] = parent, "", first, second
            merges.append((sheet.first - 1, one, sheet.first - 1, two))
    merges += [
        (sheet.first - 1, column, sheet.first, column)
        for column, text in enumerate(header)
        if text and not below[column]
    ]
    rows = [*sheet.rows[: sheet.first - 1], header, below, *sheet.rows[sheet.first :]]
    return replace(sheet, rows=rows, merges=merges, first=sheet.first + 1)


SYNONYMS = {
    "序号": ("编号",),
    "职权编码": ("基本编码", "权力编码"),
    "权力类型": ("职权类别", "权责类别", "类别"),
    "事项名称": ("职权名称", "权力名称", "项目名称"),
    "子项名称": ("子项",),
    "设定依据": ("实施依据", "职权依据"),
    "承办机构": ("承办科室", "内设机构"),
    "责任事项": ("责任事项内容",),
    "追责情形": ("问责情形",),
    "追责依据": ("问责依据",),
    "追责对象范围": ("追责对象",),
    "法定时限": ("法定期限", "法定办结时限"),
    "承诺时限": ("承诺期限",),
    "监督电话": ("投诉电话", "监督方式"),
}


def other_headings(sheet: Sheet, dice: random.Random) -> Sheet:
    """Headings by their synonyms."""
    new = {old: dice.choice((old, *others)) for old, others in SYNONYMS.items()}
    header = set(HEADINGS.values())
    rows = [[new.get(text, text) for text in row] if header & set(row) else row for row in sheet.rows]
    return replace(sheet, rows=rows)


def very_wide(sheet: Sheet, dice: random.Random) -> Sheet:
    """256 columns, the last ones with spaces only."""
    rows = [row + [""] * (255 - len(row)) + [" "] if row else row for row in sheet.rows]
    return replace(sheet, rows=rows)


def odd_brackets(sheet: Sheet, dice: random.Random) -> Sheet:
    """【法律】 typed with whatever the keyboard has."""
    left, right = dice.choice(("[]", "［］", "〔〕", "﹝﹞", "（）", "()"))
    column = sheet.column("basis")
    rows = [list(row) for row in sheet.rows]
    for row in rows[sheet.first :]:
        if len(row) > column:
            row[column] = row[column].replace("【", left).replace("】", right)
    return replace(sheet, rows=rows)


# In the order in which they can be put on one sheet.
TRAPS: tuple[Trap, ...] = (
    other_order,
    odd_brackets,
    repeated_for_sub_items,
    broken_lines,
    cut_by_page,
    repeated_header,
    two_row_header,
    merged_down,
    name_over_sub_item,
    other_headings,
    broken_headings,
    very_wide,
    title_above,
    footnotes,
)
