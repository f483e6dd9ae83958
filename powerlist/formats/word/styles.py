"""What a paragraph has from its style: a list it belongs to, a rank as a heading."""

from dataclasses import dataclass, field

from powerlist.formats.word.package import W, Xml
from powerlist.formats.word.xml import number, value

_KINDS = ("paragraph", "numbering")
_BODY = 9  # an outline level of 9 is body text


@dataclass(frozen=True)
class ListPlace:
    """A list by number, the level where it is said, and the style that says so."""

    num: int
    level: int | None = None
    style: str = ""


@dataclass(frozen=True)
class Styles:
    """The styles of paragraphs and lists by id."""

    by_id: dict[str, Xml] = field(default_factory=dict)
    default: str = ""
    _lists: dict[str | None, ListPlace | None] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Xml | None) -> "Styles":
        """The styles of a document; none where it has none."""
        found = root.iterfind(f"{W}style") if root is not None else ()
        by_id = {style.get(f"{W}styleId", ""): style for style in found if style.get(f"{W}type") in _KINDS}
        usual = (name for name, style in by_id.items() if _is_usual(style))
        return cls(by_id, next(usual, ""))

    def list_of(self, style: str | None) -> ListPlace | None:
        """The list that a style puts its paragraphs in."""
        if style not in self._lists:
            self._lists[style] = self._list_of(style)
        return self._lists[style]

    def _list_of(self, style: str | None) -> ListPlace | None:
        for name in self._line(style):
            found = number(self.by_id[name], "pPr", "numPr", "numId")
            if found is not None:
                return ListPlace(found, number(self.by_id[name], "pPr", "numPr", "ilvl"), name)
        return None

    def named_list(self, style: str | None) -> int | None:
        """The list that a numbering style stands for."""
        found = self.list_of(style) if style else None
        return found.num if found else None

    def rank_of(self, paragraph: Xml) -> int | None:
        """0 for a heading of the first rank; None for what is no heading."""
        own = number(paragraph, "pPr", "outlineLvl")
        for name in self._line(value(paragraph, "pPr", "pStyle")):
            own = number(self.by_id[name], "pPr", "outlineLvl") if own is None else own
        return own if own is not None and 0 <= own < _BODY else None

    def _line(self, style: str | None) -> list[str]:
        """The style and those it is based on."""
        line: list[str] = []
        name = style or self.default
        while name in self.by_id and name not in line:
            line.append(name)
            name = value(self.by_id[name], "basedOn") or ""
        return line


def _is_usual(style: Xml) -> bool:
    """Whether paragraphs that name no style have this one."""
    return style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true")
