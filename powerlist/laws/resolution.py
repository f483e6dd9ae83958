"""What becomes of a citation: it resolves, must be looked at, or is unknown to the index. Never “wrong”."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from powerlist.i18n import Text, plain
from powerlist.laws.instrument import Instrument
from powerlist.model.basis import LegalBasis
from powerlist.model.codes import Named


class Outcome(StrEnum):
    """The three answers that a checker keeps apart."""

    RESOLVED = "resolved"
    KNOWN_BUT = "known_but"
    UNKNOWN = "unknown"


class Trouble(Named):
    """Why a citation does not simply resolve. The sentences are filled by `Resolution.text`."""

    ARTICLE = (
        "article",
        "《{title}》共{articles}条，没有{article}。{vouched}",
        "“{title}” has {articles} articles and no {article}. {vouched}",
    )
    PARAGRAPH = (
        "paragraph",
        "《{title}》{article}有{count}款，没有第{paragraph}款。",
        "“{title}”, {article}, has {count} paragraph(s) and no paragraph {paragraph}.",
    )
    ITEM = (
        "item",
        "《{title}》{article}有{count}项，没有第{item}项。",
        "“{title}”, {article}, has {count} item(s) and no item {item}.",
    )
    REPEALED = (
        "repealed",
        "《{title}》已于{on}起废止{by}。{cure}",
        "“{title}” has been repealed as of {on}{by}. {cure}",
    )
    SUPERSEDED = (
        "superseded",
        "引用的是《{title}》{cited}年的文本，现行文本为{year}年的{since}。请按现行文本核对条款。",
        "The {cited} text of “{title}” is cited; the current one is of {year}{since}. Check the place in it.",
    )
    RENUMBERED = (
        "renumbered",
        "《{title}》现行文本{since}共{articles}条，没有{article}；这是{cited}年文本的条号。请改为现行条号。",
        "“{title}” now has {articles} articles{since} and no {article}; that is the numbering of the "
        "{cited} version. Use the current number.",
    )
    NOT_YET = (
        "not_yet",
        "《{title}》在这一天尚未施行（{on}）。",
        "“{title}” is not yet in force on that day ({on}).",
    )
    NOT_IN_INDEX = (
        "not_in_index",
        "《{title}》未收录，未核对。",
        "“{title}” is not in the index: not checked.",
    )
    NOT_COUNTED = (
        "not_counted",
        "《{title}》已收录，条款数未知，未核到条号。",
        "“{title}” is in the index, but not how many places it has: not checked.",
    )
    OTHER_VERSION = (
        "other_version",
        "未收录《{title}》这一时期的文本，未核到条号。",
        "The text of “{title}” of that time is not in the index: place not checked.",
    )


_UNCHECKED = (Trouble.NOT_IN_INDEX, Trouble.NOT_COUNTED, Trouble.OTHER_VERSION)
_REPLACE = Text("请改引《{title}》。", "Cite “{title}” instead.")
_ASK = Text("请核对由何文件替代。", "Find out what replaces it.")
_BY = Text("（《{title}》{article}）", " (by “{title}”{article})")
_BY_ARTICLE = Text("第{article}条", ", article {article}")
_SOME_DAY = Text("不明日期", "an unknown day")
_ARTICLE = Text("第{number}条{inserted}", "article {number}{inserted}")
_INSERTED = Text("之{number}", "-{number}")
_SINCE = Text("（{on}起施行）", " (in force from {on})")
_CHANGED = Text("（{on}修改）", " (changed on {on})")
_VOUCHED = Text("（索引截至{on}）", "(Index as of {on}.)")
_LAPSES = Text("《{title}》将于{on}起废止。", "“{title}” lapses on {on}.")
_REPLACED = Text(
    "《{title}》将于{on}起废止，由《{to}》替代。请准备改引。",
    "“{title}” lapses on {on} and gives way to “{to}”. Prepare to cite that.",
)
_NEW_TEXT = Text(
    "《{title}》的新文本自{on}起施行。请准备核对条号。",
    "A new text of “{title}” is in force from {on}. Prepare to check the numbers.",
)
_FOUND = Text("《{title}》{place}", "“{title}” {place}")


@dataclass(frozen=True)
class Resolution:
    """What the index says about one citation on a day.

    `instrument` is the version it was judged by; `successor` what to cite today where that one has ended;
    `cited_year` the year of the text the citation follows; `count` how many paragraphs or items there are;
    `on` the day the trouble began; `repaired` the title that damaged brackets were read as; `lapses_on` the
    first day without the instrument, where that is at most ninety days away, and `lapses_to` what comes then.
    """

    basis: LegalBasis
    trouble: Trouble | None = None
    instrument: Instrument | None = None
    successor: Instrument | None = None
    cited_year: int | None = None
    count: int | None = None
    on: date | None = None
    repaired: str = ""
    lapses_on: date | None = None
    lapses_to: str = ""

    @property
    def outcome(self) -> Outcome:
        """Resolved, known but to be looked at, or unknown."""
        if self.trouble is None:
            return Outcome.RESOLVED
        return Outcome.UNKNOWN if self.trouble in _UNCHECKED else Outcome.KNOWN_BUT

    @property
    def text(self) -> Text:
        """The answer as one saying."""
        words = self.trouble.text if self.trouble else _FOUND
        return words.fill(**self._facts())

    @property
    def notice(self) -> Text | None:
        """What is announced of a citation whose instrument is about to end; None where nothing is."""
        if self.lapses_on is None or self.instrument is None:
            return None
        same = self.lapses_to == self.instrument.title
        words = _NEW_TEXT if same else _REPLACED if self.lapses_to else _LAPSES
        return words.fill(title=self.instrument.title, on=self.lapses_on, to=self.lapses_to)

    def _facts(self) -> dict[str, Any]:
        basis, law = self.basis, self.instrument
        return {
            "title": law.title if law else basis.instrument,
            "place": basis.place,
            "article": _ARTICLE.fill(number=basis.article, inserted=_inserted(basis)),
            "since": _since(law),
            "paragraph": basis.paragraph,
            "item": basis.item,
            "articles": law.articles if law else None,
            "year": law.year if law else None,
            "cited": self.cited_year,
            "count": self.count,
            "on": plain(self.on.isoformat()) if self.on else _SOME_DAY,
            "by": _by(law),
            "cure": _REPLACE.fill(title=self.successor.title) if self.successor else _ASK,
            "vouched": _VOUCHED.fill(on=law.vouched_until) if law and law.vouched_until else plain(""),
        }


def _since(law: Instrument | None) -> Text:
    """Since when its text holds; where that is not known, when it was changed."""
    if law is None or law.begins is None:
        return plain("")
    return (_SINCE if law.current_since else _CHANGED).fill(on=law.begins)


def _inserted(basis: LegalBasis) -> Text:
    return _INSERTED.fill(number=basis.inserted) if basis.inserted else plain("")


def _by(law: Instrument | None) -> Text:
    if law is None or not law.was_repealed or not law.successor:
        return plain("")
    article = _BY_ARTICLE.fill(article=law.by_article) if law.by_article else plain("")
    return _BY.fill(title=law.successor, article=article)
