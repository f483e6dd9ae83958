"""What a document has beside plain text in cells, told once a file with its first place."""

from dataclasses import dataclass, field
from enum import StrEnum

from powerlist.formats.word.places import Spot, table_name
from powerlist.i18n import Text
from powerlist.model.severity import Severity
from powerlist.model.source import Problem, Source


class Odd(StrEnum):
    """The things that are told; each value is the code of the problem."""

    REVISION = "tracked-changes"
    BOX = "text-box"
    NESTED = "nested-table"
    NOTE = "footnote"
    COMMENT = "comment"
    HIDDEN = "hidden-text"


_TEXTS = {
    Odd.REVISION: Text(
        "文档带有修订痕迹（共{count}处，首处在此）：插入的文字已读入，删除的没有。请接受或拒绝全部修订后再核对。",
        "the document has tracked changes ({count}, the first here): insertions were read, deletions not; "
        "accept or reject them all, then compare.",
    ),
    Odd.BOX: Text(
        "有文本框（共{count}处，首处在此），其中的文字接在所在段落之后读入，请核对。",
        "there are text boxes ({count}, the first here); their text was read after the paragraph; check it.",
    ),
    Odd.NESTED: Text(
        "单元格里套有表格（共{count}个，首个在此），其中的文字逐行读入本格，请核对。",
        "there are tables inside cells ({count}, the first here); their text was read row by row; check it.",
    ),
    Odd.NOTE: Text(
        "有脚注或尾注（共{count}处，首处在此），注文没有读入。",
        "there are footnotes or endnotes ({count}, the first here); they were not read.",
    ),
    Odd.COMMENT: Text(
        "有批注（共{count}处，首处在此），批注没有读入。",
        "there are comments ({count}, the first here); they were not read.",
    ),
    Odd.HIDDEN: Text(
        "有隐藏文字（共{count}处，首处在此），没有读入。",
        "there is hidden text ({count}, the first here); it was not read.",
    ),
}
_HINTS = frozenset((Odd.NOTE, Odd.COMMENT))


@dataclass
class Told:
    """How often each thing was met, and where first; `spot` is where the reader is now."""

    spot: Spot = field(default_factory=lambda: Spot(1))
    _first: dict[Odd, Spot] = field(default_factory=dict)
    _count: dict[Odd, int] = field(default_factory=dict)

    def tell(self, odd: Odd) -> None:
        """Note that a thing was met here."""
        self._first.setdefault(odd, self.spot)
        self._count[odd] = self._count.get(odd, 0) + 1

    def problems(self, file: str, tables: int) -> tuple[Problem, ...]:
        """One problem a thing; what stands below the last table concerns no list."""
        return tuple(
            self._problem(odd, file) for odd in Odd if odd in self._first and self._first[odd].table <= tables
        )

    def _problem(self, odd: Odd, file: str) -> Problem:
        spot = self._first[odd]
        severity = Severity.INFO if odd in _HINTS else Severity.WARNING
        place = Source(file, table_name(spot.table), str(spot))
        return Problem(odd.value, _TEXTS[odd].fill(count=self._count[odd]), place, severity)
