"""Reads a flowchart's SVG back as a person with a ruler would: shares no code with what drew it.

Everything is found by geometry: boxes by their outline, their text by its place, marks by shape and letter,
both ends of an arrow by the outline that they touch. Only a thing's own name is taken from its group.
"""

import re
from dataclasses import dataclass
from itertools import pairwise, permutations
from math import hypot
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_TOUCH = 1.0
_SMALL = 18.0  # marks and badges are at most so large
_LABEL_REACH = 27.0

XY = tuple[float, float]


@dataclass
class Written:
    """A line of text with its measured box."""

    text: str
    left: float
    right: float
    middle: float
    size: float

    @property
    def at(self) -> XY:
        """Its middle."""
        return (self.left + self.right) / 2, self.middle


@dataclass
class Outline:
    """A closed figure, or the two lines of a bar, by its points."""

    group: str
    kind: str
    points: list[XY]
    width: float = 1.0

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        xs, ys = [p[0] for p in self.points], [p[1] for p in self.points]
        return min(xs), min(ys), max(xs), max(ys)

    @property
    def size(self) -> float:
        """The longer side."""
        left, top, right, bottom = self.box
        return max(right - left, bottom - top)

    @property
    def centre(self) -> XY:
        """The middle."""
        left, top, right, bottom = self.box
        return (left + right) / 2, (top + bottom) / 2

    def holds(self, at: XY) -> bool:
        """True when the point is inside: an upright ray crosses the outline an odd number of times."""
        inside = False
        for (ax, ay), (bx, by) in zip(self.points, self.points[1:] + self.points[:1], strict=True):
            if (ay > at[1]) != (by > at[1]) and at[0] < ax + (at[1] - ay) / (by - ay) * (bx - ax):
                inside = not inside
        return inside

    def apart(self, at: XY) -> float:
        """Distance from the outline."""
        return min(_apart(at, a, b) for a, b in self._sides())

    def _sides(self) -> list[tuple[XY, XY]]:
        if self.kind == "parallel":
            return list(zip(self.points[::2], self.points[1::2], strict=True))
        return list(zip(self.points, self.points[1:] + self.points[:1], strict=True))


@dataclass
class Box:
    """A step as it is seen."""

    id: str
    shape: str
    lane: str
    names: list[str]
    details: list[str]
    marks: list[tuple[str, str]]  # shape and letter


@dataclass
class Way:
    """An arrow as it is seen: the boxes whose outlines its ends touch, and the label at its exit."""

    id: str
    source: list[str]
    target: list[str]
    label: str
    dashed: bool


@dataclass
class Picture:
    """All that a reader sees."""

    lanes: list[tuple[str, str]]
    boxes: list[Box]
    ways: list[Way]


def read(svg: bytes) -> Picture:
    """What is to be seen on an SVG."""
    return _Reader(svg).picture()


def group_name(identity: str) -> str:
    """The name of a group without what kind of thing it is."""
    return identity.partition("-")[2]


class _Reader:
    def __init__(self, svg: bytes) -> None:
        self.texts: list[Written] = []
        self.closed: list[Outline] = []
        self.lines: list[Outline] = []
        self.dashed: set[int] = set()
        self.routes: list[Outline] = []
        self.collect(ElementTree.fromstring(svg), "")

    def collect(self, element: Element, group: str) -> None:
        kind = element.tag.rpartition("}")[2]
        points = _points(element.get("points") or element.get("d") or "", kind)
        if kind == "text":
            self.texts.append(_written(element))
        elif kind == "polyline":
            self.lines.append(Outline(group, "line", points))
        elif kind == "path" and element.get("fill") == "none":
            if element.get("stroke-dasharray"):
                self.dashed.add(len(self.routes))
            self.routes.append(Outline(group, "route", points))
        elif kind in ("path", "polygon"):
            width = float(element.get("stroke-width", "1"))
            self.closed.append(Outline(group, _figure(points, kind), points, width))
        for child in element:
            self.collect(child, element.get("id", group) if kind == "g" else group)

    def picture(self) -> Picture:
        heads = [o for o in self.closed if o.kind == "triangle" and o.size < 12 and not self.letter(o)]
        large = [o for o in self.closed if o.size > _SMALL]
        strips = self.strips(large)
        headers = [o for o in large if any(_heads(o, s) for s in strips)]
        boxes = [o for o in large[1:] if o not in strips and o not in headers] + self.bars()
        lanes = sorted(strips, key=lambda s: s.box[0])
        titles = [self.title(s, headers) for s in lanes]
        seen = [self.box(o, boxes, lanes) for o in boxes]
        return Picture(titles, seen, self.ways(boxes, headers, heads))

    def strips(self, large: list[Outline]) -> list[Outline]:
        """Lanes: what has a header at its top, or, on a sheet without headers, what holds other boxes."""
        _paper, *rest = large
        rects = [o for o in rest if o.kind == "rect"]
        headed = [o for o in rects if any(_heads(other, o) for other in rects)]
        return (
            headed or [o for o in rects if any(o is not p and o.holds(p.centre) for p in rest)] or rects[:1]
        )

    def bars(self) -> list[Outline]:
        """Two level lines of the same length, one close above the other."""
        level = [o for o in self.lines if o.points[0][1] == o.points[-1][1]]
        found = []
        for above in level:
            for below in level:
                if (
                    above.points[0][0] == below.points[0][0]
                    and 3 < below.points[0][1] - above.points[0][1] < 5
                ):
                    found.append(Outline(above.group, "parallel", above.points + below.points))
        return found

    def title(self, strip: Outline, headers: list[Outline]) -> tuple[str, str]:
        header = next((h for h in headers if _heads(h, strip)), None)
        lines = [t.text for t in self.texts if header and header.holds(t.at)]
        return group_name(strip.group), "".join(lines)

    def letter(self, figure: Outline) -> str:
        """The one character that stands on a small figure."""
        found = [t.text for t in self.texts if figure.holds(t.at) and t.size < 9.9]
        return found[0] if len(found) == 1 and len(found[0]) == 1 else ""

    def box(self, outline: Outline, boxes: list[Outline], lanes: list[Outline]) -> Box:
        small = [o for o in self.closed if o.size <= _SMALL and self.belongs(o, outline, boxes)]
        marks = [(o.kind, self.letter(o)) for o in small if o.kind in ("triangle", "diamond", "stadium")]
        marks = [(kind, letter) for kind, letter in marks if letter]
        lines = self.beside(outline, boxes) if outline.kind == "parallel" else self.inside(outline)
        lane = next((group_name(s.group) for s in lanes if s.holds(outline.centre)), "?")
        names = [t.text for t in lines if t.size > 10]
        details = [t.text for t in lines if t.size <= 10]
        return Box(group_name(outline.group), self.shape(outline), lane, names, details, marks)

    def belongs(self, figure: Outline, outline: Outline, boxes: list[Outline]) -> bool:
        """True for a mark inside of a box, or to the right of a bar with no other bar between."""
        (x, y), (right, middle) = figure.centre, (outline.box[2], outline.centre[1])
        if outline.kind != "parallel":
            return outline.holds((x, y))
        nearer = (
            o for o in boxes if o.kind == "parallel" and right < o.box[2] < x and abs(o.centre[1] - y) < 20
        )
        other = any(o.kind != "parallel" and o.holds((x, y)) for o in boxes)
        return right < x < right + 160 and abs(middle - y) < 20 and not other and not any(nearer)

    def shape(self, outline: Outline) -> str:
        inner = [o for o in self.lines if outline.holds(o.centre) and o.points[0][0] == o.points[-1][0]]
        return "double" if outline.kind == "rect" and len(inner) == 2 else outline.kind

    def inside(self, outline: Outline) -> list[Written]:
        figures = [o for o in self.closed if o.size <= _SMALL]
        return [t for t in self.texts if outline.holds(t.at) and not any(f.holds(t.at) for f in figures)]

    def beside(self, bar: Outline, boxes: list[Outline]) -> list[Written]:
        """The lines that begin just to the right of a bar, in type of a name."""
        right, middle = bar.box[2], bar.centre[1]
        near = [t for t in self.texts if right < t.at[0] < right + 110 and abs(t.middle - middle) < 40]
        return [t for t in near if t.size > 10 and not any(o.holds(t.at) for o in boxes)]

    def ways(self, boxes: list[Outline], headers: list[Outline], heads: list[Outline]) -> list[Way]:
        taken = [*boxes, *headers]
        loose = [t for t in self.texts if t.size < 9.4 and not any(o.holds(t.at) for o in taken)]
        loose = [t for t in loose if not any(o.holds(t.at) for o in self.closed if o.size <= _SMALL)]
        labels: dict[int, str] = {}
        for text in loose:
            near = sorted((self.far(text, route), i) for i, route in enumerate(self.routes))
            if near and near[0][0] < _LABEL_REACH:
                labels[near[0][1]] = text.text
        return [self.way(i, boxes, heads, labels.get(i, "")) for i in range(len(self.routes))]

    def way(self, number: int, boxes: list[Outline], heads: list[Outline], label: str) -> Way:
        route = self.routes[number]
        tip = _tip(route.points[-1], heads)
        source = [group_name(o.group) for o in boxes if o.apart(route.points[0]) < _TOUCH]
        target = [group_name(o.group) for o in boxes if tip and o.apart(tip) < _TOUCH]
        return Way(group_name(route.group), source, target, label, number in self.dashed)

    def far(self, text: Written, route: Outline) -> float:
        """How far a label is from the first stretch of a line and, much lighter, from its very exit."""
        start = route.points[:24]
        line = min(_gap(text, a, b) for a, b in pairwise(start))
        return line + 0.25 * _gap(text, start[0], start[0])


def _written(element: Element) -> Written:
    text = "".join(element.itertext()).replace("\xa0", " ")
    size, x, y = (float(element.get(name, "0")) for name in ("font-size", "x", "y"))
    wide = sum(size if ord(c) > 0x2000 else size * 0.55 for c in text)
    left = x - wide / 2 if element.get("text-anchor") == "middle" else x
    return Written(text, left, left + wide, y - 0.37 * size, size)


def _points(data: str, kind: str) -> list[XY]:
    numbers = [float(n) for n in _NUMBER.findall(data)]
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    if kind == "polygon" and points[:1] == points[-1:]:
        points.pop()
    return _flat(points) if kind == "path" else points


def _flat(points: list[XY]) -> list[XY]:
    """Cubic Bezier pieces as short straight ones."""
    flat = points[:1]
    for i in range(0, len(points) - 3, 3):
        a, b, c, d = points[i : i + 4]
        for step in range(1, 9):
            t, u = step / 8, 1 - step / 8
            w = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
            flat.append(
                (
                    w[0] * a[0] + w[1] * b[0] + w[2] * c[0] + w[3] * d[0],
                    w[0] * a[1] + w[1] * b[1] + w[2] * c[1] + w[3] * d[1],
                )
            )
    return flat


def _figure(points: list[XY], kind: str) -> str:
    """What a closed figure is called."""
    if kind == "path":
        top = min(p[1] for p in points)
        left = min(p[0] for p in points)
        corner = any(abs(p[0] - left) < 0.1 and abs(p[1] - top) < 0.1 for p in points)
        return "document" if corner else "stadium"
    if len(points) == 4:
        return "rect" if len({p[0] for p in points}) == 2 else "diamond"
    return {3: "triangle", 5: "house", 8: "octagon"}.get(len(points), "?")


def _heads(header: Outline, strip: Outline) -> bool:
    """True when the one lies along the top of the other, as wide and much lower."""
    a, b = header.box, strip.box
    return a[:3] == b[:3] and a[3] < b[3]


def _tip(end: XY, heads: list[Outline]) -> XY | None:
    """Where the head on the end of a line points: the corner across its short side, with its stroke."""
    near = [h for h in heads if h.apart(end) < 3 or h.holds(end)]
    if not near:
        return None
    head = min(near, key=lambda h: hypot(h.centre[0] - end[0], h.centre[1] - end[1]))
    a, b, tip = min(permutations(head.points), key=lambda p: hypot(p[0][0] - p[1][0], p[0][1] - p[1][1]))
    foot = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
    half, long = hypot(a[0] - b[0], a[1] - b[1]) / 2, hypot(tip[0] - foot[0], tip[1] - foot[1])
    beyond = head.width / 2 * hypot(half, long) / half / long  # the stroke around the head is pointed too
    return tip[0] + (tip[0] - foot[0]) * beyond, tip[1] + (tip[1] - foot[1]) * beyond


def _apart(at: XY, a: XY, b: XY) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = 0.0 if not length else max(0.0, min(1.0, ((at[0] - a[0]) * dx + (at[1] - a[1]) * dy) / length))
    return hypot(at[0] - a[0] - t * dx, at[1] - a[1] - t * dy)


def _gap(text: Written, a: XY, b: XY) -> float:
    """Distance between a line of text and a level or upright piece of a line."""
    left, right = min(a[0], b[0]), max(a[0], b[0])
    top, bottom = min(a[1], b[1]), max(a[1], b[1])
    dx = max(left - text.right, 0.0, text.left - right)
    dy = max(top - text.middle - text.size / 2, 0.0, text.middle - text.size / 2 - bottom)
    return hypot(dx, dy)
