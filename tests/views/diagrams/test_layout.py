"""What a reader of a chart is owed, on generated charts of all sizes and on every rarity of the trade."""

from dataclasses import replace

import pytest

from powerlist.errors import DrawingError
from powerlist.views.diagrams.chart import Arrow, Chart, ChartNode, Lane, Mark, Shape
from powerlist.views.diagrams.layout import lay_out
from powerlist.views.diagrams.marks import settled
from powerlist.views.diagrams.pen import draw
from tests.views.diagrams.faults import quality
from tests.views.diagrams.generated import generated


@pytest.mark.parametrize("seed", range(40))
def test_an_ordinary_chart_has_no_fault(seed: int) -> None:
    chart = generated(seed)
    assert quality(chart, lay_out(chart)).faults == ()


@pytest.mark.parametrize("seed", range(60))
def test_a_chart_full_of_rarities_has_no_fault(seed: int) -> None:
    chart = generated(seed, lanes=1 + seed % 8, steps=5 + seed * 7 % 76, wild=True)
    assert quality(chart, lay_out(chart)).faults == ()


def test_a_label_among_many_lines_is_told_whose_it_is() -> None:
    chart = generated(161, lanes=2, steps=72, wild=True)
    assert quality(chart, lay_out(chart)).faults == ()


def test_a_loop_entered_at_two_places_is_cut_where_fewer_arrows_go_back() -> None:
    nodes = [ChartNode(i, "a", Shape.PROCESS, i) for i in ("分类", "审核", "充分", "调查", "咨询")]
    pairs = ("分类审核", "分类调查", "审核充分", "充分调查", "调查审核", "调查咨询", "咨询审核")
    arrows = tuple(Arrow(pair, pair[:2], pair[2:]) for pair in pairs)
    drawing = lay_out(_one_lane(*nodes, arrows=arrows))
    assert [a.id for a in drawing.arrows if a.back] == ["充分调查"]


def test_the_same_chart_gives_the_same_drawing() -> None:
    assert lay_out(generated(7, wild=True)) == lay_out(generated(7, wild=True))


def _one_lane(*nodes: ChartNode, arrows: tuple[Arrow, ...] = ()) -> Chart:
    return Chart("", (Lane("a", ""),), nodes, arrows)


def test_a_single_box_and_an_empty_lane_are_drawn() -> None:
    chart = Chart("题", (Lane("a", "甲"), Lane("b", "乙")), (ChartNode("x", "b", Shape.PROCESS, "办理"),), ())
    assert quality(chart, lay_out(chart)).faults == ()


@pytest.mark.parametrize("lanes", [(), (Lane("a", ""),), (Lane("a", "甲"), Lane("b", "乙"))])
def test_a_chart_without_boxes_is_a_small_sheet_with_its_title(lanes: tuple[Lane, ...]) -> None:
    drawing = lay_out(Chart("没有环节的流程", lanes, (), ()))
    assert (drawing.nodes, drawing.arrows) == ((), ())
    assert [text.text for text in drawing.texts] == ["没有环节的流程"]
    assert drawing.width < 300
    assert drawing.height < 150
    assert draw(drawing, "png")[:4] == b"\x89PNG"


def test_a_chart_without_lanes_is_drawn_in_one_untitled_lane() -> None:
    nodes = (ChartNode("x", "", Shape.PROCESS, "受理"), ChartNode("y", "", Shape.PROCESS, "办理"))
    chart = Chart("题", (), nodes, (Arrow("x-y", "x", "y"),))
    drawing = lay_out(chart)
    assert [(lane.id, lane.title, lane.header.height) for lane in drawing.lanes] == [("", (), 0.0)]
    assert quality(replace(chart, lanes=(Lane("", ""),)), drawing).faults == ()


_BOX, _LANE = ChartNode("x", "a", Shape.PROCESS, "受理"), Lane("a", "甲")


@pytest.mark.parametrize(
    ("chart", "said"),
    [
        (Chart("题", (Lane("b", "乙"),), (_BOX,), ()), "环节“受理”所在的泳道“a”不存在"),
        (Chart("题", (_LANE,), (_BOX,), (Arrow("1", "x", "y"),)), "箭头“1”连接的环节“y”不存在"),
        (Chart("题", (_LANE,), (_BOX, _BOX), ()), "标识“x”用了不止一次"),
        (Chart("题", (), (_BOX, replace(_BOX, id="y", lane="b")), ()), "泳道“b”不存在"),
    ],
)
def test_a_chart_that_cannot_be_drawn_says_what_to_mend(chart: Chart, said: str) -> None:
    with pytest.raises(DrawingError, match=said):
        lay_out(chart)


def test_the_return_to_an_earlier_step_is_told_apart() -> None:
    nodes = [ChartNode(i, "a", Shape.PROCESS, i) for i in ("提交材料", "受理", "补正", "审查")]
    pairs = (("提交材料", "受理"), ("受理", "补正"), ("补正", "提交材料"), ("受理", "审查"))
    arrows = tuple(Arrow(f"{s}-{t}", s, t) for s, t in pairs)
    drawing = lay_out(_one_lane(*nodes, arrows=arrows))
    assert [a.id for a in drawing.arrows if a.back] == ["补正-提交材料"]


def test_the_favourable_exit_goes_straight_down() -> None:
    nodes = (
        ChartNode("问", "a", Shape.DECISION, "材料是否齐全？"),
        ChartNode("不予受理", "a", Shape.PROCESS, "不予受理"),
        ChartNode("审查", "a", Shape.PROCESS, "审查"),
        ChartNode("决定", "a", Shape.PROCESS, "决定"),
    )
    arrows = (
        Arrow("否", "问", "不予受理", "不齐全"),
        Arrow("是", "问", "审查", "齐全", favourable=True),
        Arrow("后", "审查", "决定"),
    )
    drawn = {a.id: a for a in lay_out(_one_lane(*nodes, arrows=arrows)).arrows}
    assert len(drawn["是"].points) == 2
    assert drawn["是"].points[0].x == drawn["是"].points[1].x


def test_a_row_is_as_high_as_the_notes_of_its_boxes() -> None:
    nodes = tuple(ChartNode(f"n{i}", "a", Shape.PROCESS, "步骤", note_height=120.0) for i in range(3))
    drawing = lay_out(_one_lane(*nodes, arrows=(Arrow("x", "n0", "n1"), Arrow("y", "n1", "n2"))))
    asked = [sum(120.0 for n in band.nodes) for band in drawing.bands]
    assert all(band.bottom - band.top >= need for band, need in zip(drawing.bands, asked, strict=True))
    assert len({node.rect.centre.x for node in drawing.nodes}) == 1


def test_marks_and_long_names_stay_inside_their_boxes() -> None:
    marks = tuple(Mark(f"m{i}", 3 - i, "高中低"[i]) for i in range(3))
    chart = _one_lane(
        *(
            ChartNode(shape.value, "a", shape, "特别长的名称" * 10, ("十五个工作日",), marks)
            for shape in Shape
        )
    )
    assert quality(chart, lay_out(chart)).faults == ()


@pytest.mark.parametrize("seed", range(8))
def test_the_pen_finds_every_mark_where_it_may_stay(seed: int) -> None:
    drawing = lay_out(generated(seed, wild=True))
    assert [tuple(settled(node)) for node in drawing.nodes] == [node.marks for node in drawing.nodes]


@pytest.mark.parametrize("shape", [Shape.DECISION, Shape.PARALLEL, Shape.PROCESS, Shape.TERMINATOR])
@pytest.mark.parametrize("exits", [5, 8])
def test_many_exits_and_an_overlong_title_have_no_fault(shape: Shape, exits: int) -> None:
    steps = [ChartNode(f"n{i}", "ab"[i % 2], Shape.PROCESS, f"步骤{i}") for i in range(exits)]
    label = "" if shape is Shape.PARALLEL else "情形"
    arrows = [Arrow(f"x{i}", "q", f"n{i}", label and f"{label}{i}") for i in range(exits)]
    arrows += [Arrow(f"y{i}", f"n{i}", "e") for i in range(exits)]
    chart = Chart(
        "特别长的题目" * 10,
        (Lane("a", "人力资源和社会保障局政务服务窗口综合受理岗"), Lane("b", "乙")),
        (ChartNode("q", "a", shape, "适用何种程序？"), *steps, ChartNode("e", "b", Shape.TERMINATOR, "结束")),
        tuple(arrows),
    )
    assert quality(chart, lay_out(chart)).faults == ()


def test_long_labels_and_hostile_names_have_no_fault() -> None:
    nodes = (
        ChartNode("q", "a", Shape.DECISION, "材料是否齐全并且符合法定形式要求？" * 3, ("五日", "两人以上")),
        ChartNode("x", "a", Shape.PROCESS, "x" * 200, ("y" * 100,)),
        ChartNode("z", "a", Shape.PROCESS, "<script>𬭚"),
    )
    arrows = (
        Arrow("1", "q", "x", "材料不齐全或者不符合法定形式的情形之一", favourable=True),
        Arrow("2", "q", "z", "材料齐全并且符合法定形式，予以受理的情形"),
        Arrow("3", "z", "z", "重做"),
    )
    chart = _one_lane(*nodes, arrows=arrows)
    assert quality(chart, lay_out(chart)).faults == ()
