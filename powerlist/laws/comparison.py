"""What a list quotes beside what stands in the law: the same, changed, moved elsewhere, not checked."""

import re
from dataclasses import dataclass
from functools import cache

from powerlist.i18n import Text
from powerlist.laws.numerals import value_of
from powerlist.laws.texts import Article, FullText, LawTexts, Number, squeezed
from powerlist.model.basis import LegalBasis
from powerlist.model.codes import Named
from powerlist.model.limits import TimeLimit, TimeUnit
from powerlist.practice.headings import load_headings

_SHOWN, _BEFORE, _BEGINNING = 100, 20, 8  # 照录的字数：全部、不同处之前、用来找到开头
_GAPS = re.compile(r"…+|\.{3,}|。{3,}")
_NUMERAL = "[0-9０-９零〇一二三四五六七八九十百千]+"
_PLACE = rf"第{_NUMERAL}条(?:之[一二三四五六七八九十]+)?(?:第{_NUMERAL}[款项]){{0,2}}"
_LABEL = re.compile(rf"^[\s“\"]*{_PLACE}(?:(?:的?规定)?[:：]|\s)\s*")
_NEXT = re.compile(rf"(?<=[。；;”\"])\s*{_PLACE}(?:[:：]|\s)")
_MOVED, _AHEAD = 0.8, 0.3  # 另一条含引文八成以上片段，且比所引条文多三成，才算条号变动
_NEAR, _FAR_AHEAD = 0.5, 0.4  # 文字也改了的，含五成以上、比所引条文多四成才算


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
    REWORDED = (
        "reworded",
        "引文最接近{better}，不是{article}，条号和文字可能都已修改。引文：“{quote}” {better}现文：“{stands}”",
        "The quotation is nearest to {better}, not to {article}: probably renumbered and reworded. Quoted: "
        "“{quote}” {better} stands: “{stands}”",
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
        return self._said(self.basis.quote, self.stands)

    @property
    def short(self) -> Text:
        """The same, of long texts only what stands around the first difference."""
        return self._said(*_around_difference(self.basis.quote.strip(), self.stands))

    def _said(self, quote: str, stands: str) -> Text:
        cited = self.basis.article or 0, self.basis.inserted
        names = {"article": _named(cited), "better": _named(self.better or cited)}
        return self.likeness.text.fill(**names, quote=quote, stands=stands)


def compare(basis: LegalBasis, texts: LawTexts) -> Comparison:
    """The quotation of a citation beside the full text."""
    law = texts.text(basis.instrument)
    quote = _quoted(basis)
    if law is None or basis.article is None or not quote:
        return Comparison(basis, Likeness.NOT_CHECKED)
    article = texts.article(basis)
    if article and _holds(article, quote):
        return Comparison(basis, Likeness.SAME, _standing(article, basis))
    better, exact = _better(law, basis, quote)
    if better:
        likeness = Likeness.RENUMBERED if exact else Likeness.REWORDED
        return Comparison(basis, likeness, law.articles[better].text, better)
    if article is None:
        return Comparison(basis, Likeness.MISSING)
    return Comparison(basis, Likeness.CHANGED, _standing(article, basis))


def _quoted(basis: LegalBasis) -> str:
    """What is quoted from the article itself: without its number in front and without articles behind."""
    own = _LABEL.sub("", basis.quote)
    return _NEXT.split(own, maxsplit=1)[0].strip()


def _around_difference(quote: str, stands: str) -> tuple[str, str]:
    """Both texts, cut around the place where the second leaves the first."""
    one, other = " ".join(quote.split()), " ".join(stands.split())
    begin = other.find(one[:_BEGINNING])
    other = other[max(begin, 0) :]
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
    return _cut(one, same), _cut(other, same)


def _cut(text: str, at: int) -> str:
    first = max(at - _BEFORE, 0) if len(text) > _SHOWN else 0
    last = first + _SHOWN
    return ("…" if first else "") + text[first:last] + ("…" if last < len(text) else "")


def limits_of(basis: LegalBasis, texts: LawTexts) -> tuple[TimeLimit, ...]:
    """The periods that the cited article or paragraph names, in its order and as it writes them."""
    article = texts.article(basis)
    return periods_in(_standing(article, basis)) if article else ()


def _holds(article: Article, quote: str) -> bool:
    """Whether every part of a quotation stands in the article, one after the other."""
    at = 0
    for part in _GAPS.split(quote):
        words = squeezed(part)
        found = article.squeezed.find(words, at)
        if found < 0:
            return False
        at = found + len(words)
    return True


def _better(law: FullText, basis: LegalBasis, quote: str) -> tuple[Number | None, bool]:
    """The article that a quotation comes from rather than from the one cited; whether word for word."""
    shares = law.likeness(squeezed(quote))
    own = shares.pop((basis.article or 0, basis.inserted), 0.0)
    best = max(sorted(shares, key=_order), key=shares.__getitem__, default=None)
    ahead = shares[best] - own if best else 0.0
    if best and shares[best] >= _MOVED and ahead >= _AHEAD:
        return best, True
    near = best and shares[best] >= _NEAR and ahead >= _FAR_AHEAD
    return (best if near else None), False


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
