"""Short ways to ask a tree of WordprocessingML."""

from collections.abc import Iterator

from powerlist.formats.word.package import W, Xml

P, TBL, TR, TC, BOX = f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc", f"{W}txbxContent"
_WRAPPERS = frozenset(
    f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")
)
_OFF = frozenset(("0", "false", "off", "none"))


def local(element: Xml) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def value(element: Xml | None, *path: str) -> str | None:
    """The `w:val` at the end of a path of children, or None."""
    for name in path:
        element = element.find(f"{W}{name}") if element is not None else None
    return element.get(f"{W}val") if element is not None else None


def number(element: Xml | None, *path: str) -> int | None:
    """The whole number at the end of a path of children; None where there is none that can be read."""
    text = value(element, *path)
    return (
        int(text) if text and text.removeprefix("-").isascii() and text.removeprefix("-").isdigit() else None
    )


def is_on(element: Xml | None, *path: str) -> bool:
    """Whether a switch such as `w:vanish` is there and not turned off."""
    for name in path:
        element = element.find(f"{W}{name}") if element is not None else None
    return element is not None and element.get(f"{W}val", "1").lower() not in _OFF


def inside(element: Xml, *tags: str) -> Iterator[Xml]:
    """The children with one of these tags, also those wrapped in content controls."""
    for child in element:
        if child.tag in tags:
            yield child
        elif child.tag in _WRAPPERS:
            yield from inside(child, *tags)


def boxes_in(element: Xml) -> Iterator[Xml]:
    """The text boxes of a drawing, without those inside other boxes."""
    around = next(element.iterancestors(BOX), None)
    for box in element.iter(BOX):
        if next(box.iterancestors(BOX), None) is around:
            yield box
