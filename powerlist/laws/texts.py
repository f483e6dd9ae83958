"""Full texts that the user holds: a folder of markdown with 第N条 headings. Nothing of them is kept."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from powerlist.laws.numerals import value_of
from powerlist.laws.titles import key_of
from powerlist.model.basis import LegalBasis

_HEADING = re.compile(
    r"[#>\s]*(?P<bold>\*\*)?\s*第(?P<article>[0-9零〇○一二三四五六七八九十百千]+)条(?:之(?P<inserted>[一二三四五六七八九十]+))?"
    r"(?P<end>\s*\*\*|\s+|$)[:：\s]*(?P<text>.*)"
)
_OTHER_HEADING = re.compile(r"\s*#|[\s*]*第[零〇一二三四五六七八九十百]+[编章节](?:\s|$|\*)")
_ITEM = re.compile(r"[（(][一二三四五六七八九十]+[）)]")
_SIZE = 5  # 以五字片段比对
_STOCK = 16  # 十六条以上都有的片段是套话，不能区分条文

Number = tuple[int, int | None]


@dataclass(frozen=True)
class Article:
    """第N条(之N): its lines, the items among them."""

    number: Number
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The whole article."""
        return "\n".join(self.lines)

    def paragraph(self, number: int) -> str | None:
        """One paragraph with its items; None where there is none."""
        starts = [place for place, line in enumerate(self.lines) if not _ITEM.match(line)] + [len(self.lines)]
        if not 0 < number < len(starts):
            return None
        return "\n".join(self.lines[starts[number - 1] : starts[number]])

    @property
    def items(self) -> int:
        """How many items it lists."""
        return sum(bool(_ITEM.match(line)) for line in self.lines)

    @cached_property
    def squeezed(self) -> str:
        """Without spaces and punctuation."""
        return squeezed(self.text)


@dataclass(frozen=True)
class FullText:
    """One instrument by its articles; finds the article that a quotation comes from."""

    file: str
    articles: Mapping[Number, Article]

    @cached_property
    def _pieces(self) -> Mapping[str, list[Number]]:
        found: dict[str, list[Number]] = defaultdict(list)
        for number, article in self.articles.items():
            for piece in pieces(article.squeezed):
                found[piece].append(number)
        return found

    def likeness(self, quote: str) -> dict[Number, float]:
        """For each article the share of the quotation's pieces that stand in it, stock phrases left out."""
        found = [self._pieces.get(piece, []) for piece in sorted(pieces(quote))]
        telling = [numbers for numbers in found if len(numbers) <= _STOCK]
        counts = Counter(number for numbers in telling for number in numbers)
        return {number: count / len(telling) for number, count in counts.items()}


@dataclass(frozen=True)
class LawTexts:
    """The full texts of a folder; a file is read when its title is first asked for."""

    files: Mapping[str, Path]

    @classmethod
    def of(cls, folder: Path) -> "LawTexts":
        """Every markdown file below a folder by its title; of two versions the later name counts."""
        return cls({key_of(title_of(path)): path for path in sorted(folder.rglob("*.md"))})

    @cached_property
    def _read(self) -> dict[str, FullText]:
        return {}

    def text(self, title: str) -> FullText | None:
        """The full text of a title; None where the folder has none."""
        key = key_of(title)
        if key not in self.files:
            return None
        if key not in self._read:
            path = self.files[key]
            self._read[key] = FullText(path.name, dict(_articles(_lines(path))))
        return self._read[key]

    def article(self, basis: LegalBasis) -> Article | None:
        """The article of a citation; None without its text, or where that has no such article."""
        law = self.text(basis.instrument)
        return law.articles.get((basis.article, basis.inserted)) if law and basis.article else None

    def has(self, basis: LegalBasis) -> bool:
        """Whether the article, the paragraph and the item stand in the full text."""
        article = self.article(basis)
        if article is None or (basis.item or 0) > article.items:
            return False
        return not basis.paragraph or article.paragraph(basis.paragraph) is not None


def title_of(path: Path) -> str:
    """What a file is about: its first heading, else its name."""
    with path.open(encoding="utf-8-sig", errors="replace") as file:
        first = next((line for line in file if line.strip()), "")
    heading = first.strip()
    return heading.lstrip("# ") if heading.startswith("# ") else path.stem


def squeezed(text: str) -> str:
    """Only what counts in a comparison: letters, signs and figures."""
    return re.sub(r"[\W_]+", "", text)


def pieces(text: str) -> set[str]:
    """Its overlapping pieces of five signs."""
    return {text[place : place + _SIZE] for place in range(len(text) - _SIZE + 1)}


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8-sig", errors="replace").splitlines()


def _articles(lines: list[str]) -> Iterator[tuple[Number, Article]]:
    """The articles in their order; a line that only mentions an article begins none."""
    number: Number | None = None
    own: list[str] = []
    for line in lines:
        heading = _heading(line, number)
        if heading or _OTHER_HEADING.match(line):
            if number:
                yield number, Article(number, tuple(own))
            number, own = heading[0] if heading else None, [heading[1]] if heading and heading[1] else []
        elif number and line.strip(" \u3000*"):
            own.append(line.strip(" \u3000*"))
    if number:
        yield number, Article(number, tuple(own))


def _heading(line: str, before: Number | None) -> tuple[Number, str] | None:
    match = _HEADING.match(line)
    article = value_of(match["article"]) if match else None
    if match is None or article is None:
        return None
    number = (article, value_of(match["inserted"]) if match["inserted"] else None)
    later = before is None or (number[0], number[1] or 0) > (before[0], before[1] or 0)
    return (number, match["text"].strip(" \u3000*")) if later else None
