"""Names and titles break where they read well, and never wider than they may be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from powerlist.views.diagrams.breaking import sensible
from powerlist.views.diagrams.chart import Chart, Lane
from powerlist.views.diagrams.heading import GAP
from powerlist.views.diagrams.layout import lay_out
from powerlist.views.diagrams.text_size import text_width, wrap


@pytest.mark.parametrize(
    ("text", "size", "width", "lines"),
    [
        ("结束（不予受理）", 10.5, 76.0, ("结束", "（不予受理）")),
        ("违法事实是否成立？", 10.5, 76.0, ("违法事实", "是否成立？")),
        ("接收材料、当场审查", 10.5, 70.0, ("接收材料、", "当场审查")),
        ("受理", 10.5, 70.0, ("受理",)),
    ],
)
def test_a_name_breaks_by_its_sense(text: str, size: float, width: float, lines: tuple[str, ...]) -> None:
    assert sensible(text, size, width) == lines


@given(st.text("材料是否齐全（不予）受理、，abc 1《》", max_size=60), st.floats(30, 200))
def test_nothing_is_lost_and_no_line_is_wider_than_it_may_be(text: str, width: float) -> None:
    lines = sensible(text, 10.0, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    plain = wrap(text, 10.0, width)
    widest = max([width, *(text_width(line, 10.0) for line in plain)])
    assert all(text_width(line, 10.0) <= widest + 0.01 for line in lines)
    assert len(lines) <= len(plain)


def test_a_subtitle_breaks_between_its_facts() -> None:
    facts = [f"第{n}项事实：内容{n}" for n in range(12)]
    drawing = lay_out(Chart("题", (Lane("a", "岗"),), (), (), GAP.join(facts)))
    lines = [text.text for text in drawing.texts[1:]]
    assert len(lines) > 1
    assert [fact for line in lines for fact in line.split(GAP)] == facts
    assert all(t.rect.x >= 0 and t.rect.right <= drawing.width for t in drawing.texts)
