"""Local instruments from a user's CSV: what the shipped index cannot know."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from powerlist.errors import InputError, InputErrors
from powerlist.i18n import Text
from powerlist.laws.instrument import Instrument, Status
from powerlist.model.codes import InstrumentKind
from powerlist.practice.headings import load_headings
from powerlist.practice.own_tables import BAD_DAY, TableRow, parsed_day, read_table

_DAYS = ("通过日期", "修改日期", "施行日期", "废止日期")
COLUMNS = ("题名", "简称", "类别", "发布机关", "文号", *_DAYS, "条数", "替代文件")

_NO_TITLE = Text("没有题名。", "There is no title.")
_BAD_KIND = Text("不认识类别“{value}”。可用：{known}。", "Unknown kind “{value}”. Known: {known}.")
_BAD_NUMBER = Text("“{value}”不是条数，请写阿拉伯数字。", "“{value}” is no number of articles.")
_TWICE = Text(
    "《{title}》在第{line}行已有同日的一份。不同的文本请写明修改日期。",
    "“{title}” stands in row {line} with the same day; give the day of the change where the texts differ.",
)
_MOST = 9_999  # articles
_TURNED = Text("废止日期{value}不晚于{column}{day}。", "It ends on {value}, not after {day} ({column}).")


def read_local(path: Path) -> list[tuple[Instrument, str]]:
    """Every instrument of the file with its short name. Raises InputErrors with every bad cell."""
    rows = read_table(path, COLUMNS, ("题名",))
    if errors := [error for row in rows for error in _errors(row)]:
        raise InputErrors(errors)
    found = [(_instrument(row), row["简称"]) for row in rows]
    first: dict[str, int] = {}
    for row, (one, _) in zip(rows, found, strict=True):
        if first.setdefault(one.id, row.line) != row.line:
            errors.append(row.error("题名", _TWICE.fill(title=one.title, line=first[one.id])))
    if errors:
        raise InputErrors(errors)
    return found


def _errors(row: TableRow) -> list[InputError]:
    found = [
        row.error(column, BAD_DAY.fill(value=row[column]))
        for column in _DAYS
        if row[column] and parsed_day(row[column]) is None
    ]
    if not _bare(row["题名"]):
        found.append(row.error("题名", _NO_TITLE))
    if row["类别"] and _kind(row["类别"]) is None:
        known = "、".join(kind.text.zh for kind in InstrumentKind)
        found.append(row.error("类别", _BAD_KIND.fill(value=row["类别"], known=known)))
    if row["条数"] and not (row["条数"].isdecimal() and 0 < int(row["条数"]) <= _MOST):
        found.append(row.error("条数", _BAD_NUMBER.fill(value=row["条数"])))
    return [*found, *_turned(row)]


def _turned(row: TableRow) -> Iterator[InputError]:
    """An end that comes before the beginning."""
    *begins, ended = ((column, _cell_day(row, column)) for column in _DAYS)
    for column, day in begins:
        if day and ended[1] and ended[1] <= day:
            yield row.error(ended[0], _TURNED.fill(value=ended[1], column=column, day=day))
            return


def _kind(word: str) -> InstrumentKind | None:
    meant = load_headings().meaning("instruments", word)
    return InstrumentKind(meant) if meant else None


def _instrument(row: TableRow) -> Instrument:
    title, successor = _bare(row["题名"]), _bare(row["替代文件"])
    enacted, changed, since, ended = (_cell_day(row, column) for column in _DAYS)
    last = changed or enacted or since
    return Instrument(
        f"{title}@{last.isoformat() if last else row.file}",
        title,
        _kind(row["类别"]),
        Status.REPEALED if ended or successor else Status.IN_FORCE,  # 被替代的，日期不明也已失效
        row["发布机关"],
        row["文号"],
        enacted,
        (changed,) if changed else (),
        current_since=since,
        articles=int(row["条数"]) if row["条数"] else None,
        successor=successor,
        ended_on=ended,
        source=f"{row.file}!{row.line}",
    )


def _bare(title: str) -> str:
    return title.strip("《》 ")


def _cell_day(row: TableRow, column: str) -> date | None:
    return parsed_day(row[column]) if row[column] else None
