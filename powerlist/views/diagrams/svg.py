"""Graphviz's SVG in its Sunday clothes: named groups, human titles, the font stack, plain coordinates."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from powerlist.i18n import Lang
from powerlist.views.diagrams.fonts import STACK
from powerlist.views.diagrams.groups import Group, Line, Scene
from powerlist.views.diagrams.words import Word, printable

_SVG = "{http://www.w3.org/2000/svg}"
_PAIR = re.compile(r"(-?[\d.]+),(-?[\d.]+)")
_SPACE = re.compile(r"[\s%]")
_DASHES = "6,4"  # as the PDF has them
_TITLE = f"{_SVG}title"


def dressed(raw: bytes, scene: Scene, lang: Lang) -> bytes:
    """The SVG with a group for every thing of the scene; safe to stand inline in a page."""
    ElementTree.register_namespace("", _SVG[1:-1])
    drawn = ElementTree.fromstring(raw).find(f"{_SVG}g")
    assert drawn is not None
    loose = iter([e for e in drawn if e.tag not in (_TITLE, f"{_SVG}g")][1:])
    edges = {e.get("id", ""): e for e in drawn if e.tag == f"{_SVG}g"}
    root = _root(scene, lang)
    tailor = _Tailor(loose, edges, scene.height)
    paper = tailor.fitted(next(loose))
    paper.set("class", "paper")
    root.append(paper)
    for group in scene.groups:
        tailor.add(root, group)
    text: str = ElementTree.tostring(root, encoding="unicode")  # much quicker than to bytes
    return text.encode(errors="xmlcharrefreplace")


def xml_id(name: str) -> str:
    """A group's id as it stands in the SVG: as given, but white space and `%` as `%20` and its like."""
    return _SPACE.sub(lambda found: f"%{ord(found[0]):02X}", printable(name))


def _root(scene: Scene, lang: Lang) -> Element:
    width, height = f"{scene.width:g}", f"{scene.height:g}"
    root = Element(
        f"{_SVG}svg",
        {
            "width": f"{width}pt",
            "height": f"{height}pt",
            "viewBox": f"0 0 {width} {height}",
            "role": "img",
            "lang": "zh-CN" if lang == "zh" else "en",
            "font-family": STACK,
        },
    )
    if scene.title:
        SubElement(root, _TITLE).text = scene.title
    return root


class _Tailor:
    """Takes Graphviz's elements in their order and hangs each into its group."""

    def __init__(self, loose: Iterator[Element], edges: dict[str, Element], height: float) -> None:
        self.loose, self.edges, self.height = loose, edges, height

    def add(self, parent: Element, group: Group) -> None:
        data = {f"data-{key}": printable(value) for key, value in group.data.items()}
        home = SubElement(parent, f"{_SVG}g", {"id": xml_id(group.id), "class": group.kinds, **data})
        if group.title:
            SubElement(home, _TITLE).text = group.title
        for item in group.items:
            if isinstance(item, Group):
                self.add(home, item)
            elif isinstance(item, Line):
                home.extend(self.fitted(e) for e in self.edges[f"a{item.index}"] if e.tag != _TITLE)
            else:
                home.append(self.fitted(next(self.loose)))
                if isinstance(item, Word):
                    home[-1].text = item.text.replace("  ", " \xa0")

    def fitted(self, element: Element) -> Element:
        """The element with y counted from the top of the sheet, and no font of its own."""
        for name in ("points", "d"):
            if name in element.attrib:
                element.set(name, _PAIR.sub(self._lowered, element.attrib[name]))
        if element.tag == f"{_SVG}text":
            element.set("y", f"{float(element.attrib['y']) + self.height:.2f}")
            element.attrib.pop("font-family", None)
            element.attrib.pop("{http://www.w3.org/XML/1998/namespace}space", None)
        if "stroke-dasharray" in element.attrib:
            element.set("stroke-dasharray", _DASHES)
        element.tail = "\n"
        return element

    def _lowered(self, pair: re.Match[str]) -> str:
        return f"{pair[1]},{float(pair[2]) + self.height:.2f}"
