"""What a list quotes beside what stands in the law: the same, changed, moved elsewhere, not checked."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from powerlist.i18n import Text
from powerlist.laws.numerals import value_of
from powerlist.laws.texts import Article, FullText, LawTexts, Number, squeezed
from powerlist.model.basis import LegalBasis
from powerlist.model.codes import Named
from powerlist.model.limits import TimeLimit, TimeUnit
from powerlist.practice.headings import load_headings

_GAPS = re.compile(r"…+|\.{3,}|。{3,}")
_MOVED, _AHEAD = 0.8, 0.3  # 另一条含引文八成以上片段，且比所引条文多三成，才算条号变动


class Likeness(Named):
    """How a quotation and its article agree."""

    SAME = "same", "引文与条文一致。", "The quotation agrees with the article."
    CHANGED = (
        "changed",
        "引文与{article}现文不一致。引文：“{quote}” 现文：“{stands}”",
        "The quotation differs from {article}. Quoted: “{quote}” Stands: “{stands}”",
    )
    RENUMBERED = (
        "renumbered",
        "引文是{better}的内容，不是{article}的，条号可能已变。请改为{better}。",
        "The quotation is from {better}, not from {article}: probably renumbered. Cite {better}.",
    )
    MISSING = "missing", "全文中没有{article}。", "The full text has no {article}."
    NOT_CHECKED = "not_checked", "没有全文或引文，未比对。", "No full text or no quotation: not compared."


@dataclass(frozen=True)
class Comparison:
    """A quotation, what stands in the cited article or paragraph, and the article that fits better."""

    basis: LegalBasis
    likeness: Likeness
    stands: str = ""
    better: Number | None = None

    @property
    def text(self) -> Text:
        """The answer as one saying."""
        cited = self.basis.article or 0, self.basis.inserted
        return self.likeness.text.fill(
            article=_named(cited),
            better=_named(self.better or cited),
            quote=self.basis.quote,
            stands=self.stands,
        )


def compare(basis: LegalBasis, texts: LawTexts) -> Comparison:
    """The quotation of a citation beside the full text."""
    law = texts.text(basis.instrument)
    if law is None or basis.article is None or not basis.quote.strip():
        return Comparison(basis, Likeness.NOT_CHECKED)
    article = texts.article(basis)
    if article and _holds(article, basis.quote):
        return Comparison(basis, Likeness.SAME, _standing(article, basis))
    better = _better(law, basis)
    if better:
        return Comparison(basis, Likeness.RENUMBERED, law.articles[better].text, better)
    if article is None:
        return Comparison(basis, Likeness.MISSING)
    return Comparison(basis, Likeness.CHANGED, _standing(article, basis))


def limits_of(basis: LegalBasis, texts: LawTexts) -> tuple[TimeLimit, ...]:
    """The periods that the cited article or paragraph names, in its order and as it writes them."""
    article = texts.article(basis)
    return periods_in(_standing(article, basis)) if article else ()


def _holds(article: Article, quote: str) -> bool:
    """Whether every part of a quotation stands in the article, one after the other."""
    at = 0
    for part in _GAPS.split(quote):
        words = squeezed(unicodedata.normalize("NFKC", part))
        found = article.squeezed.find(words, at)
        if found < 0:
            return False
        at = found + len(words)
    return True


def _better(law: FullText, basis: LegalBasis) -> Number | None:
    shares = law.likeness(squeezed(unicodedata.normalize("NFKC", basis.quote)))
    own = shares.pop((basis.article or 0, basis.inserted), 0.0)
    best = max(sorted(shares, key=_order), key=shares.__getitem__, default=None)
    if best is None or shares[best] < _MOVED or shares[best] - own < _AHEAD:
        return None
    return best


def _order(number: Number) -> tuple[int, int]:
    return number[0], number[1] or 0


def _standing(article: Article, basis: LegalBasis) -> str:
    """The cited paragraph, or the whole article."""
    return (article.paragraph(basis.paragraph) if basis.paragraph else None) or article.text


def _named(number: Number) -> str:
    return f"第{number[0]}条{f'之{number[1]}' if number[1] else ''}"


def periods_in(text: str) -> tuple[TimeLimit, ...]:
    """The periods that a text names, in its order and as it writes them; days of a month are none."""
    units = load_headings().words("time_units")
    found = [(value_of(match[1]), units[match[2]]) for match in _periods().finditer(text)]
    known = set(TimeUnit)
    return tuple(
        TimeLimit(value=value, unit=TimeUnit(unit)) for value, unit in found if value and unit in known
    )


@cache
def _periods() -> re.Pattern[str]:
    """A numeral and a unit, but no day of a month (7月1日) and no ordinal (第三年)."""
    units = "|".join(map(re.escape, load_headings().words("time_units")))
    return re.compile(
        rf"(?<![第月年0-9零〇一二三四五六七八九十百])([0-9]+|[零〇一二三四五六七八九十百]+)({units})(?![0-9一二三四五六七八九十]+[月日])"
    )
