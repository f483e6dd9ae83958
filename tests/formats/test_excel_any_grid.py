"""Whatever stands in the cells, and however they are merged, reading ends in a register."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from powerlist.formats.cells.basis import parse_bases
from powerlist.formats.cells.duties import parse_duties
from powerlist.formats.cells.grounds import parse_grounds
from powerlist.formats.cells.limits import parse_limits
from powerlist.formats.cells.text import mended
from powerlist.practice import load
from powerlist.practice.headings import load_headings
from tests.formats.workbooks import HEADINGS, Merge, Sheet, as_xlsx, reading_of

_PIECES = (
    *(
        "1.",
        "2.",
        "（一）",
        "①",
        "一、",
        "受理责任：",
        "公示材料",
        "。",
        "；",
        "\n",
        "《甲法》",
        "《乙",
        "丙》",
        "第三条",
    ),
    *(
        "第六一条",
        "【法律】",
        "[行法规]",
        "20个工作日",
        "无",
        "/",
        "注：",
        "合计",
        "行政许可",
        "直接实施责任：",
        "2,3",
        "A01",
    ),
)
_TEXTS = st.lists(st.sampled_from(_PIECES), max_size=6).map("".join)
_HEADS = st.sampled_from(
    (*HEADINGS.values(), "办理环节", "责任科室", "某列", "实施层级及权限", "项目", "子项")
)
_CELLS = st.one_of(_TEXTS, _HEADS, st.just(""), st.just(""))
_ROWS = st.lists(st.lists(_CELLS, max_size=8), max_size=9)


@st.composite
def merges(draw: st.DrawFn) -> list[Merge]:
    """Ranges that do not touch."""
    made: list[Merge] = []
    for top, left, down, right in draw(
        st.lists(st.tuples(*[st.integers(0, 8)] * 2, *[st.integers(0, 3)] * 2), max_size=4)
    ):
        new = (top, left, top + down, left + right)
        apart = all(new[2] < o[0] or o[2] < new[0] or new[3] < o[1] or o[3] < new[1] for o in made)
        if apart and (down or right):
            made.append(new)
    return made


@settings(
    max_examples=150,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(rows=_ROWS, head=st.lists(_HEADS, min_size=2, max_size=8), ranges=merges())
def test_any_grid_is_read(
    rows: list[list[str]], head: list[str], ranges: list[Merge], tmp_path: Path
) -> None:
    data = as_xlsx(Sheet("清单", [["标题"], ["序号", "事项名称", *head], *rows], ranges))
    reading = reading_of(data, tmp_path)
    assert not list(reading.register.dangling())
    assert all(reading.register.source_of(power) for power in reading.register.powers)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.one_of(_TEXTS, st.text(max_size=60)))
def test_any_cell_is_parsed(text: str) -> None:
    headings, stages = load_headings(), load().stages
    parse_bases(text, headings)
    parse_limits(text, headings)
    grounds = parse_grounds(text, headings)
    duties = parse_duties(text, headings, stages.key_of)
    assert mended(mended(text)) == mended(text)
    assert all(one.text for one in (*duties, *grounds)) or not text.strip()
