"""A Word document: its lists as sheets, and what it has that a list should not."""

from dataclasses import dataclass

from powerlist.errors import InputError
from powerlist.formats.grid import Grid
from powerlist.formats.header import HeadingTable
from powerlist.formats.word.joining import lists_of
from powerlist.formats.word.numbering import Numbering
from powerlist.formats.word.package import Package, open_package
from powerlist.formats.word.styles import Styles
from powerlist.formats.word.texts import Scribe
from powerlist.formats.word.told import Told
from powerlist.formats.word.walking import Walk
from powerlist.formats.word.xml import empty_prompts
from powerlist.i18n import Text
from powerlist.model.source import Problem

_NO_TABLE = Text(
    "文档里没有表格，读不出清单（图片里的表格也读不出）。请把清单做成表格：首行为栏目名，每项一行。",
    "the document has no table (pictures of tables cannot be read); "
    "make the list a table: names of columns first, then a row an item.",
)
_TANGLED = Text(
    "文档结构嵌套过深，没有读取。请用Word或WPS打开，把清单另存到新文档后导入。",
    "the document is nested too deeply and was not read; copy the list to a new document.",
)


@dataclass(frozen=True)
class WordFile:
    """The lists of a document as sheets, and the problems that hold for the whole file."""

    grids: tuple[Grid, ...]
    problems: tuple[Problem, ...]


def read_word(data: bytes, file: str, headings: HeadingTable) -> WordFile:
    """The tables of a .docx; raises InputError for what cannot be used or has no table.

    Takes time in proportion to the document.
    """
    package = open_package(data, file)
    told = Told()
    try:
        walk = _walked(package, told)
    except RecursionError:
        raise InputError(file, _TANGLED) from None
    if not any(text.strip() for table in walk.tables for row in table.rows for text in row):
        raise InputError(file, _NO_TABLE)
    grids = tuple(one.grid() for one in lists_of(walk.tables, file, headings))
    return WordFile(grids, told.problems(file, len(walk.tables)))


def _walked(package: Package, told: Told) -> Walk:
    empty_prompts(package.body)
    styles = Styles.of(package.styles)
    walk = Walk(styles, Scribe(Numbering.of(package.numbering, styles), told))
    walk.through(package.body)
    return walk
