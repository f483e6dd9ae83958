"""The picture is the chart: what an independent reader sees on the SVG, and what the other formats hold."""

import re
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pypdf
import pytest
from PIL import Image

from powerlist.model.severity import Severity
from powerlist.views.diagrams.chart import Arrow, Chart, ChartNode, Lane, Mark, Shape
from powerlist.views.diagrams.drawing import Drawing, Ink, Panel, PlacedMark, PlacedText, Rect
from powerlist.views.diagrams.layout import lay_out
from powerlist.views.diagrams.pen import draw, to_dot
from tests.views.diagrams.generated import generated
from tests.views.diagrams.same import differences

_SVG = "{http://www.w3.org/2000/svg}"
_HOSTILE = (
    "<script>alert(1)</script>",
    'say "\\N" and \\G & &lt; &#36;',
    'end "]; a -> b [label="',
    "\\",
    '\\"',
    "tail\\\\",
    "𬭚",
    "x" * 200,
    "a:b:c",
    "<b>bold</b>",
)


def _chart() -> Chart:
    """A small chart with every shape, mark and kind of arrow."""
    nodes = (
        ChartNode("s", "a", Shape.TERMINATOR, "申请"),
        ChartNode(
            "r", "b", Shape.PROCESS, "受理", ("5个工作日",), (Mark("m3", 3, "高"), Mark("m1", 1, "低"))
        ),
        ChartNode("q", "b", Shape.DECISION, "材料是否齐全？", (), (Mark("m2", 2, "中"),)),
        ChartNode("p", "b", Shape.PARALLEL, "同时"),
        ChartNode("d", "b", Shape.DOCUMENT, "审批表"),
        ChartNode("u", "c", Shape.SUBPROCESS, "专家评审", ("另行计时",), (Mark("m4", 3, "高"),)),
        ChartNode("e", "a", Shape.TERMINATOR, "送达"),
    )
    arrows = (
        Arrow("1", "s", "r"),
        Arrow("2", "r", "q"),
        Arrow("yes", "q", "p", "齐全", favourable=True),
        Arrow("no", "q", "s", "不齐全"),
        Arrow("5", "p", "d"),
        Arrow("6", "p", "u"),
        Arrow("7", "d", "e"),
        Arrow("8", "u", "e", highlight=True),
    )
    lanes = (Lane("a", "申请人"), Lane("b", "受理岗"), Lane("c", "专家组"))
    return Chart("采矿许可", lanes, nodes, arrows, "行政许可")


@pytest.fixture(scope="module")
def chart() -> Chart:
    return _chart()


@pytest.fixture(scope="module")
def drawing(chart: Chart) -> Drawing:
    return lay_out(chart)


@pytest.fixture
def root(drawing: Drawing) -> Element:
    return ElementTree.fromstring(draw(drawing))


def _group(root: Element, name: str) -> Element:
    return next(g for g in root.iter(f"{_SVG}g") if g.get("id") == name)


def _text(root: Element, words: str) -> Element:
    return next(t for t in root.iter(f"{_SVG}text") if t.text == words)


@pytest.mark.parametrize("seed", range(40))
def test_the_picture_is_the_chart(seed: int) -> None:
    chart = generated(seed, lanes=1 + seed % 8, steps=5 + seed * 7 % 60, wild=seed % 2 == 1)
    assert differences(chart, draw(lay_out(chart))) == []


def test_every_shape_mark_and_label_is_read_back(chart: Chart, drawing: Drawing) -> None:
    assert differences(chart, draw(drawing)) == []


def _differences(chart: Chart, root: Element) -> list[str]:
    return differences(chart, ElementTree.tostring(root))


def test_a_rerouted_arrow_is_noticed(chart: Chart, root: Element, drawing: Drawing) -> None:
    """The head of 1 (申请 → 受理) is put on the box 专家评审, the line bent to it."""
    arrow = _group(root, "arrow-1")
    line, head = arrow.find(f"{_SVG}path"), arrow.find(f"{_SVG}polygon")
    assert line is not None
    assert head is not None
    target = next(n.rect for n in drawing.nodes if n.id == "u")
    x, y = target.centre.x, target.y
    *start, _last = line.attrib["d"].split(" ")
    line.set("d", " ".join([*start, f"{x:.2f},{y - 7.5:.2f}"]))
    head.set("points", f"{x - 2.6},{y - 9} {x},{y - 1.5} {x + 2.6},{y - 9} {x - 2.6},{y - 9}")
    assert any("arrows" in d for d in _differences(chart, root))


def test_a_deleted_arrow_is_noticed(chart: Chart, root: Element) -> None:
    root.remove(_group(root, "arrow-2"))
    assert any("arrows" in d for d in _differences(chart, root))


def test_a_missing_arrow_head_is_noticed(chart: Chart, root: Element) -> None:
    arrow = _group(root, "arrow-2")
    head = arrow.find(f"{_SVG}polygon")
    assert head is not None
    arrow.remove(head)
    assert any("arrows" in d for d in _differences(chart, root))


def test_labels_that_changed_places_are_noticed(chart: Chart, root: Element) -> None:
    yes, no = _text(root, "齐全"), _text(root, "不齐全")
    for name in ("x", "y"):
        yes.attrib[name], no.attrib[name] = no.attrib[name], yes.attrib[name]
    assert any("arrows" in d for d in _differences(chart, root))


def test_a_lowered_risk_is_noticed(chart: Chart, root: Element) -> None:
    figure = _group(root, "mark-m3").find(f"{_SVG}polygon")
    assert figure is not None
    a, b, c = (tuple(map(float, p.split(","))) for p in figure.attrib["points"].split(" ")[:3])
    middle = (a[1] + b[1]) / 2
    figure.set("points", f"{a[0]},{a[1]} {b[0]},{middle} {a[0]},{b[1]} {c[0]},{middle}")
    assert any("box r" in d for d in _differences(chart, root))


@pytest.mark.parametrize(("was", "becomes"), [("高", "低"), ("5个工作日", "9个工作日"), ("受理岗", "专家组")])
def test_another_word_is_noticed(chart: Chart, root: Element, was: str, becomes: str) -> None:
    _text(root, was).text = becomes
    assert _differences(chart, root)


def test_a_step_in_another_lane_is_noticed(chart: Chart, root: Element) -> None:
    """The lanes change places; boxes stay."""
    a, c = _group(root, "lane-a"), _group(root, "lane-c")
    a.attrib["id"], c.attrib["id"] = c.attrib["id"], a.attrib["id"]
    assert _differences(chart, root)


def test_the_same_drawing_gives_the_same_bytes(drawing: Drawing) -> None:
    for form in ("svg", "pdf", "dot", "png"):
        assert draw(drawing, form) == draw(drawing, form)  # type: ignore[arg-type]


def test_a_pdf_does_not_say_when_it_was_made(drawing: Drawing) -> None:
    pdf = draw(drawing, "pdf")
    assert b"CreationDate" not in pdf
    assert pypdf.PdfReader(BytesIO(pdf), strict=True).metadata is not None


def test_the_pdf_embeds_its_font_and_gives_its_text_back(drawing: Drawing) -> None:
    page = pypdf.PdfReader(BytesIO(draw(drawing, "pdf"))).pages[0]
    text = page.extract_text().replace("\n", "")
    for word in ("采矿许可", "申请人", "材料是否齐全？", "不齐全", "5个工作日", "高"):
        assert word in text
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]  # type: ignore[index]
    assert all("NotoSansSC" in f["/BaseFont"] for f in fonts)
    inner = [f["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object() for f in fonts]
    assert all(any(k.startswith("/FontFile") for k in d) for d in inner)
    assert float(page.mediabox.width) == pytest.approx(drawing.width, abs=1)
    assert float(page.mediabox.height) == pytest.approx(drawing.height, abs=1)


def test_the_png_shows_glyphs_not_boxes(drawing: Drawing) -> None:
    """Two different characters of the same size differ in ink, which empty squares would not."""
    picture = Image.open(BytesIO(draw(drawing, "png"))).convert("L")
    scale = picture.width / drawing.width
    assert scale == pytest.approx(2.0, abs=0.02)
    inks = set()
    for text in (t for t in drawing.texts if t.ink is Ink.TITLE):
        for i in range(len(text.text)):
            left = (text.rect.x + i * text.size) * scale
            place = (left, text.rect.y * scale, left + text.size * scale, text.rect.bottom * scale)
            inks.add(sum(picture.crop(tuple(map(round, place))).point(lambda v: v < 128).tobytes()))
    assert len(inks) == 4
    assert min(inks) > 20


def test_text_stays_in_its_rectangle(drawing: Drawing) -> None:
    """Each line's ink on the PNG is inside its rectangle (half a point of air)."""
    only_text = replace(drawing, lanes=(), nodes=(), arrows=(), bands=())
    for text in [t for n in drawing.nodes for t in n.texts] + [t for x in drawing.lanes for t in x.title]:
        sheet = replace(only_text, texts=(text,))
        picture = Image.open(BytesIO(draw(sheet, "png"))).convert("L").point(lambda v: 255 - v)
        box = picture.getbbox()
        assert box is not None
        left, top, right, bottom = (v / 2 for v in box)
        assert left >= text.rect.x - 0.6
        assert right <= text.rect.right + 0.6
        assert top >= text.rect.y - 0.6
        assert bottom <= text.rect.bottom + 0.6
        assert (top + bottom) / 2 == pytest.approx(text.rect.centre.y, abs=1.0)


def test_hostile_names_are_literal_text() -> None:
    nodes = tuple(ChartNode(name, "a", Shape.PROCESS, name) for name in _HOSTILE)
    arrows = [Arrow(f'e"{i}\\', _HOSTILE[i], _HOSTILE[i + 1], name) for i, name in enumerate(_HOSTILE[:6])]
    drawing = lay_out(Chart(_HOSTILE[1], (Lane("a", _HOSTILE[0]),), nodes, tuple(arrows)))
    root = ElementTree.fromstring(draw(drawing))
    assert {e.tag for e in root.iter()} == {
        f"{_SVG}{t}" for t in ("svg", "g", "title", "text", "polygon", "path")
    }
    shown = ["".join((t.text or "").replace("\xa0", " ")) for t in root.iter(f"{_SVG}text")]
    written = [t.text for n in drawing.nodes for t in n.texts] + [
        a.label.text for a in drawing.arrows if a.label
    ]
    assert set(written) <= set(shown)
    text = pypdf.PdfReader(BytesIO(draw(drawing, "pdf"))).pages[0].extract_text()
    assert "<script>alert(1)</script>" in text
    assert "𬭚" in text
    assert "\\N" in text


@pytest.mark.parametrize("bad", ["\x00", "\x07", "\u202e", "\ud800", "\ufffe", "\x7f"])
def test_what_cannot_be_printed_is_shown_as_a_box(bad: str) -> None:
    nodes = (ChartNode(f"i{bad}", f"l{bad}", Shape.PROCESS, f"受{bad}理", (), (Mark(f"m{bad}", 3, bad),)),)
    chart = Chart(f"题{bad}", (Lane(f"l{bad}", f"岗{bad}位"),), nodes, ())
    drawing = replace(lay_out(chart), draft=True)
    root = ElementTree.fromstring(draw(drawing))
    assert any("受□理" in (t.text or "") for t in root.iter(f"{_SVG}text"))
    assert draw(drawing, "pdf")[:4] == b"%PDF"
    assert "\x00" not in to_dot(drawing)


def test_groups_carry_names_kinds_and_human_titles(root: Element) -> None:
    node = _group(root, "node-q")
    assert node.get("class") == "node decision"
    assert (node.get("data-id"), node.get("data-kind"), node.get("data-lane")) == ("q", "decision", "b")
    assert node.findtext(f"{_SVG}title") == "材料是否齐全？"
    back = _group(root, "arrow-no")
    assert back.get("class") == "arrow back"
    assert (back.get("data-source"), back.get("data-target")) == ("q", "s")
    assert back.findtext(f"{_SVG}title") == "材料是否齐全？ → 申请：不齐全"
    assert _group(root, "arrow-8").get("class") == "arrow witness"
    assert _group(root, "mark-m3").findtext(f"{_SVG}title") == "高风险"
    assert _group(root, "lane-b").findtext(f"{_SVG}title") == "受理岗"
    ids = [g.get("id") for g in root.iter(f"{_SVG}g")]
    assert len(ids) == len(set(ids))


def test_the_svg_stands_alone(drawing: Drawing) -> None:
    svg = draw(drawing).decode()
    assert f'viewBox="0 0 {drawing.width:g} {drawing.height:g}"' in svg
    assert "Microsoft YaHei" in svg
    assert not re.search(r"href|<script|<style|url\(|<!|<\?| on\w+=", svg)


def test_back_arrows_are_dashed_and_witnesses_thick(root: Element) -> None:
    def line(name: str) -> dict[str, str]:
        path = _group(root, name).find(f"{_SVG}path")
        assert path is not None
        return path.attrib

    assert "stroke-dasharray" in line("arrow-no")
    assert "stroke-dasharray" not in line("arrow-1")
    assert float(line("arrow-8")["stroke-width"]) > 2


def test_a_finding_has_an_outline_and_a_badge_that_covers_no_text(chart: Chart) -> None:
    severities = list(Severity)
    nodes = tuple(replace(n, finding=severities[i % 3]) for i, n in enumerate(chart.nodes))
    drawing = lay_out(replace(chart, nodes=nodes))
    root = ElementTree.fromstring(draw(drawing, lang="en"))
    for node in drawing.nodes:
        badge = _group(root, f"finding-{node.id}")
        assert badge.findtext(f"{_SVG}title") in ("error", "warning", "info")
        assert _group(root, f"node-{node.id}").get("data-finding") == node.finding
    assert differences(chart, draw(drawing)) == []


@pytest.mark.parametrize("seed", range(12))
def test_badges_on_generated_charts_cover_no_text(seed: int) -> None:
    chart = generated(seed, wild=True)
    nodes = tuple(replace(n, finding=Severity.ERROR) for n in chart.nodes)
    drawing = lay_out(replace(chart, nodes=nodes))
    root = ElementTree.fromstring(draw(drawing))
    rects = [t.rect for n in drawing.nodes for t in n.texts] + [
        m.rect for n in drawing.nodes for m in n.marks
    ]
    rects += [a.label.rect for a in drawing.arrows if a.label]
    for node in drawing.nodes:
        figure = _group(root, f"finding-{node.id}").find(f"{_SVG}polygon")
        assert figure is not None
        xs, ys = zip(*(map(float, p.split(",")) for p in figure.attrib["points"].split(" ")), strict=True)
        for r in rects:
            assert max(xs) <= r.x or min(xs) >= r.right or max(ys) <= r.y or min(ys) >= r.bottom


def test_a_draft_says_so_in_both_languages(drawing: Drawing) -> None:
    draft = replace(drawing, draft=True)
    assert "草稿" in draw(draft).decode()
    assert "DRAFT" in draw(draft, lang="en").decode()
    assert "草稿" not in draw(drawing).decode()
    assert "草稿" in pypdf.PdfReader(BytesIO(draw(draft, "pdf"))).pages[0].extract_text()


def test_panels_stand_beside_the_flow(drawing: Drawing) -> None:
    """A text started at the left begins at its rectangle; a mark drawn twice keeps two names."""
    rect = Rect(drawing.width, 60, 190, 40)
    text = PlacedText("超越职权受理", Rect(rect.x + 26, 64, 60, 12), 8.5, Ink.PANEL, "left")
    mark = PlacedMark("m3", 3, "高", Rect(rect.x + 4, 64, 16, 16))
    panel = Panel("r1", rect, (text,), (mark,))
    root = ElementTree.fromstring(draw(replace(drawing, width=drawing.width + 200, panels=(panel,))))
    line = _group(root, "panel-r1").find(f"{_SVG}text")
    assert line is not None
    assert (line.get("text-anchor"), float(line.attrib["x"])) == ("start", pytest.approx(text.rect.x))
    assert {"mark-m3", "mark-m3~2"} <= {g.get("id") for g in root.iter(f"{_SVG}g")}


def test_the_dot_holds_the_graph_of_the_chart(chart: Chart, drawing: Drawing) -> None:
    dot = to_dot(drawing)
    assert dot.count(" -> ") == len(chart.arrows)
    assert all(f'label="{n.name}"' in dot for n in chart.nodes if n.name)


def test_a_chart_larger_than_a_dot_string_is_drawn() -> None:
    chart = generated(1, lanes=8, steps=80)
    assert len(to_dot(lay_out(chart))) > 40_000
    assert differences(chart, draw(lay_out(chart))) == []


def test_an_empty_sheet_is_drawn() -> None:
    assert b"<svg" in draw(Drawing(100, 80, (), (), ()))
