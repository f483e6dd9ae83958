"""Short ways to ask a tree of WordprocessingML."""

import re
from collections.abc import Iterator

from powerlist.formats.word.package import W, Xml

P, TBL, TR, TC, BOX = f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc", f"{W}txbxContent"
_VAL, _WHOLE = f"{W}val", re.compile(r"-?[0-9]{1,9}")
_WRAPPERS = frozenset(
    f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")
)
_OFF = frozenset(("0", "false", "off", "none"))


def local(element: Xml) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def child(element: Xml | None, *path: str) -> Xml | None:
    """The first child of a name, its first child of the next name, and so on; None where one is missing."""
    for name in path:
        element = next(element.iterchildren(W + name), None) if element is not None else None
    return element


def value(element: Xml | None, *path: str) -> str | None:
    """The `w:val` at the end of a path of children, or None."""
    found = child(element, *path)
    return found.get(_VAL) if found is not None else None


def number(element: Xml | None, *path: str) -> int | None:
    """The whole number at the end of a path of children; None where there is none that can be read."""
    text = value(element, *path)
    return int(text) if text and _WHOLE.fullmatch(text) else None


def is_on(element: Xml | None, *path: str) -> bool:
    """Whether a switch such as `w:vanish` is there and not turned off."""
    found = child(element, *path)
    return found is not None and found.get(_VAL, "1").lower() not in _OFF


def inside(element: Xml, *tags: str) -> Iterator[Xml]:
    """The children with one of these tags, also those wrapped in content controls."""
    for one in element:
        if one.tag in tags:
            yield one
        elif one.tag in _WRAPPERS:
            yield from inside(one, *tags)


def boxes_in(element: Xml) -> Iterator[Xml]:
    """The text boxes of a drawing, without those inside other boxes."""
    around = next(element.iterancestors(BOX), None)
    for box in element.iter(BOX):
        if next(box.iterancestors(BOX), None) is around:
            yield box


def empty_prompts(body: Xml) -> None:
    """Blank what an unfilled content control shows (单击此处输入文字): nobody wrote it."""
    for control in body.iter(f"{W}sdt"):
        if is_on(control, "sdtPr", "showingPlcHdr"):
            for text in control.iter(f"{W}t"):
                text.text = ""
