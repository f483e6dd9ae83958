"""Full texts that the user holds: a folder of markdown with 第N条 headings. Nothing of them is kept."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from powerlist.laws.numerals import value_of
from powerlist.laws.titles import key_of
from powerlist.model.basis import LegalBasis
from powerlist.numerals import chinese

_NUMERAL = "[0-9０-９零〇○一二三四五六七八九十百千]+"
_HEADING = re.compile(
    rf"[#>\s]*(?:\*\*)?\s*第\s*(?P<article>{_NUMERAL})\s*条(?:\s*之(?P<inserted>[一二三四五六七八九十]+))?"
    r"(?:\s*\*\*|\s+|[:：]|(?=【)|$)[:：\s]*(?P<text>.*)"
)
_OTHER_HEADING = re.compile(
    rf"\s*#|[\s*]*第\s*{_NUMERAL}\s*(?:分编|[编章节])(?:之[一二三四五六七八九十]+)?(?:[\s*]|[^，。；：,;:]{{0,30}}$)"
    r"|[\s*]*附\s*[则件表录][^，。；]{0,30}$"
)
_SUFFIXES = (".md", ".markdown")
_FENCE = "---"
_FIGURE = re.compile(r"[0-9]+")
_MOST_IN_WORDS = 2_999
_HEAD = 4_096  # bytes in which the title stands
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
        """Every markdown file below a folder by its name and title; of two versions the later name counts."""
        found = [path for path in sorted(folder.rglob("*")) if _is_markdown(path)]
        by_name = {key_of(path.stem): path for path in found}
        return cls(by_name | {key_of(title_of(path)): path for path in found})

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
            self._read[key] = FullText(path.name, dict(_articles(_decoded(path.read_bytes()))))
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


def _is_markdown(path: Path) -> bool:
    return path.suffix.lower() in _SUFFIXES and path.is_file()


def title_of(path: Path) -> str:
    """What a file is about: its first heading, else its name."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    lines = [line.strip() for line in _decoded(head.rpartition(b"\n")[0] or head) if line.strip()]
    first, after = [*_behind_matter(lines)[:2], "", ""][:2]
    if first.startswith("# "):
        return first.lstrip("# ")
    return first if after and not after.strip("=") else path.stem


def _behind_matter(lines: list[str]) -> list[str]:
    """The lines behind the settings that some site makers put between two lines of dashes."""
    closed = lines.index(_FENCE, 1) if lines[:1] == [_FENCE] and _FENCE in lines[1:] else -1
    return lines[closed + 1 :]


def squeezed(text: str) -> str:
    """Only what counts in a comparison: letters, signs and numbers, 20 and 二十 alike."""
    even = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\W_]+", "", _FIGURE.sub(lambda found: _in_words(found[0]), even))


def _in_words(figure: str) -> str:
    number = int(figure)
    return chinese(number) if 0 < number <= _MOST_IN_WORDS else figure


def pieces(text: str) -> set[str]:
    """Its overlapping pieces of five signs."""
    return {text[place : place + _SIZE] for place in range(len(text) - _SIZE + 1)}


def _decoded(content: bytes) -> list[str]:
    """Lines in UTF-8, or in what Chinese editors save (GB 18030)."""
    try:
        return content.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        return content.decode("gb18030", errors="replace").splitlines()


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
