"""The text of a cell, mended: broken words joined, the breaks of real lists kept."""

import re
from functools import lru_cache

_SQUARE = str.maketrans(
    {"﹝": "〔", "﹞": "〕", "［": "〔", "］": "〕", "[": "〔", "]": "〕", "【": "〔", "】": "〕"}
)
_UNTIDY = re.compile(r"\s")
_SPACES = re.compile(r"[ \t\u3000\xa0]+")
_WIDE = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…·①-⑳"
_BESIDE_WIDE = re.compile(rf"(?<=[{_WIDE}]) | (?=[{_WIDE}])")
PAGE_BREAK = "\f"
ENDS = "。；;：:！？!?"
MARK = (
    r"(?=[0-9０-９（(〔一二三四五六七八九十①-⑳])"  # a glance that spares most places the rest
    r"(?:(?<![0-9第])[0-9０-９]{1,2}(?:-[0-9]{1,2})*[.．、](?![0-9])|[（(〔][0-9一二三四五六七八九十]{1,3}[）)〕](?![项款条目])|"
    r"(?<!第)[一二三四五六七八九十]{1,3}[、.．]|[①-⑳])"
)
_LINE_START = re.compile(
    rf"(?:{MARK}|〔|《|[（(][^（()）]{{2,8}}[）)]《|[\u4e00-\u9fff]{{1,8}}(?:责任|依据|职责|情形)[：:])"
)


_MARKED = re.compile(rf"{MARK}|〔")
_ENDS_IN_MARK = re.compile(rf"(?:^|[^0-9]){MARK}$")


@lru_cache(maxsize=4096)
def mended(raw: str) -> str:
    """Lines joined where a line was only full; a break stays before a mark or after the end of a sentence."""
    if not _UNTIDY.search(raw):
        return raw
    pages = [_lines(page) for page in raw.split(PAGE_BREAK)]
    full = _full_length([line for page in pages for line in page])
    text = ""
    for page in pages:
        for place, line in enumerate(page):
            before = page[place - 1] if place else ""
            real = bool(text) and _is_break(text, line, certain=not place or len(before) >= full)
            text = f"{text}\n{line}" if real else _joined(text, line)
    return _BESIDE_WIDE.sub("", text)


def _lines(page: str) -> list[str]:
    lines = (_SPACES.sub(" ", line).strip() for line in page.replace("\r", "\n").split("\n"))
    return [line for line in lines if line]


def flat(raw: str) -> str:
    """The text in one line, as a name is written."""
    return mended(raw).replace("\n", "")


def lines_of(raw: str) -> list[str]:
    """The lines of a short cell (documents, posts), each mended; one where lines are broken inside words."""
    lines = [line for line in raw.replace("\r", "\n").replace(PAGE_BREAK, "").split("\n") if line.strip()]
    return (
        [flat(raw)] if _full_length([line.strip() for line in lines]) < 9 else [flat(line) for line in lines]
    )


def finished(text: str) -> bool:
    """Whether the text ends as a sentence does."""
    return text.rstrip().endswith(tuple("。；;：:）)】〕》"))


def starts_fresh(text: str) -> bool:
    """Whether the text starts as a list or a citation does, and not in the middle of a sentence."""
    return bool(_LINE_START.match(one_bracket(text).lstrip()))


def one_bracket(text: str) -> str:
    """Every kind of square bracket as 〔 〕."""
    return text.translate(_SQUARE)


def _full_length(lines: list[str]) -> int:
    """The length at which a converter broke the lines; very long where it did not."""
    if len(lines) < 3:
        return 1 << 30
    longest = max(map(len, lines))
    slack = 0 if longest <= 6 else 1
    wrapped = sum(len(line) >= longest - slack and not line.endswith(tuple(ENDS)) for line in lines)
    return longest - slack if wrapped * 2 >= len(lines) else 1 << 30


def _is_break(text: str, line: str, *, certain: bool) -> bool:
    """Whether a new line begins a new thing; `certain`: only a mark says so, not the end of a sentence."""
    if _ENDS_IN_MARK.search(text[-8:]):  # a number alone on its line has its words on the next
        return False
    if line.startswith("《"):  # named in a sentence, unless a citation or sentence has ended
        return text.endswith((*ENDS, *"条款项》）)号〕】"))
    if certain:
        return bool(_MARKED.match(one_bracket(line)))
    return text.endswith(tuple(ENDS)) or bool(_LINE_START.match(one_bracket(line)))


def _joined(text: str, line: str) -> str:
    """A space only between two Latin words."""
    latin = text[-1:].isascii() and text[-1:].isalpha() and line[0].isascii() and line[0].isalpha()
    return f"{text} {line}" if latin else text + line
