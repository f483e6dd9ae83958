"""Every cell of every table is in the register or in the report, whatever the tables hold."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from powerlist.formats import Reading
from powerlist.model.plain import to_plain
from powerlist.practice.side_tables import alike
from tests.formats.side_tables.drawer import LIST, Rows, drawer

NAMES = {"职权名称": ["采矿许可", "取水许可（新办）", "对违法取水的处罚", "没有的许可", ""]}
POSTS = ["受理岗", "审查岗", "股长", "分管副局长", "没人知道的岗", "王某", "审批股", "无", ""]
COLUMNS: dict[str, dict[str, list[str]]] = {
    "岗位": {
        "岗位": ["受理岗", "审查岗", "股长", "内勤岗", "受理岗"],
        "科室": ["审批股", "执法大队", ""],
        "岗位层级": ["窗口岗", "科长", "高阶", "审核岗", ""],
        "在岗人数": ["2", "两名", "若干", ""],
        "上级岗位": POSTS,
        "岗位职责": ["受理送达", "1.书面审查；2.现场核查", ""],
        "姓名": ["王某", "李某、赵某", ""],
        "备用电话": ["0000", ""],
    },
    "流程": {
        "环节": ["受理", "审查", "决定", "公示", "1.核查"],
        **NAMES,
        "职权编码": ["XK001", "XK 002", "无码", ""],
        "子项": ["新办", ""],
        "程序": ["简易程序", "一般程序", ""],
        "流程名称": ["采矿办理", ""],
        "权力类型": ["行政许可", "行政奖励", ""],
        "岗位": POSTS,
        "时限": ["1个工作日", "三日", "尽快", "当场", ""],
        "审查标准": ["材料齐全有效", "符合规划条件", ""],
        "办理结果": ["受理通知书", "审查表、笔录", ""],
        "自由裁量": ["是", "否", "也许", ""],
        "下一环节": ["审查", "齐全：决定；缺件：受理", "不知道哪里", ""],
        "联系人": ["张某某", ""],
    },
    "风险": {
        "风险点": ["人情审查", "收受财物", "泄露信息"],
        **NAMES,
        "环节": ["受理", "审查", "盖章", "送达环节", ""],
        "岗位": POSTS,
        "表现形式": ["降低标准放行", "以缺件为由刁难", ""],
        "风险等级": ["高风险", "中", "三级", "说不清", ""],
        "风险类别": ["操作风险", "制度机制", "其它类", ""],
        "防控措施": ["事前：抽签；事后：倒查", "1.双人审查。2.留痕。", "公开标准", ""],
        "防控阶段": ["事中", "说不准", ""],
        "责任人": POSTS,
        "监督主体": POSTS,
        "检查频次": ["每月", "每件", ""],
        "责任领导": POSTS,
        "完成时限": ["年底前", ""],
    },
}
# What becomes a value of another form: levels, limits, yes and no, numbers, phases.
FORMED = {
    *(
        "窗口岗",
        "科长",
        "审核岗",
        "2",
        "两名",
        "1个工作日",
        "三日",
        "当场",
        "是",
        "否",
        "高风险",
        "中",
        "三级",
    ),
    *("操作风险", "制度机制", "行政许可", "事中", "事前", "事后", "无", "XK 002"),
}
_PIECES = re.compile(r"[、；;：:。\n]|[0-9]\.")


@st.composite
def tables(draw: st.DrawFn, kind: str) -> Rows:
    """A table of one kind: some columns in some order, below a title or not, its header again or not."""
    columns = COLUMNS[kind]
    key = next(iter(columns))
    need = [name for name in ("科室", "职权名称", "环节", "岗位") if name in columns and name != key]
    others = draw(st.lists(st.sampled_from([one for one in columns if one != key]), min_size=2, unique=True))
    chosen = draw(st.permutations(list(dict.fromkeys([key, *need, *others]))))
    rows = draw(
        st.lists(st.tuples(*(st.sampled_from(columns[name]) for name in chosen)), min_size=1, max_size=6)
    )
    title = [["某局一览表"]] if draw(st.booleans()) else []
    again = [list(chosen)] if draw(st.booleans()) else []
    return [*title, list(chosen), *rows[:2], *again, *rows[2:]]


def typed(rows: Rows) -> Iterator[tuple[str, str]]:
    """(cell, text) of everything below the header."""
    head = next(row for row in rows if len(row) > 1)
    for number, row in enumerate(rows, 1):
        if row != head and len(row) > 1:
            for column, text in enumerate(row):
                if str(text).strip():
                    yield f"{chr(65 + column)}{number}", str(text)


def lost(reading: Reading, files: dict[str, Rows]) -> Sequence[tuple[str, str, str]]:
    """The cells that are neither in the register nor in the report."""
    left = {(one.source.file, one.source.cell) for f in reading.files for s in f.sheets for one in s.left}
    texts = alike(str(to_plain(reading.register)).replace("\\n", ""))
    return [
        (name, cell, text)
        for name, rows in files.items()
        for cell, text in typed(rows)
        if (f"{name}.xlsx", cell) not in left
        and text not in FORMED
        and not all(alike(one) in texts for one in _PIECES.split(text) if one.strip() and one not in FORMED)
    ]


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(posts=tables("岗位"), steps=tables("流程"), risks=tables("风险"))
def test_every_cell_is_in_the_register_or_in_the_report(
    tmp_path: Path, posts: Rows, steps: Rows, risks: Rows
) -> None:
    files = {"岗位": posts, "流程": steps, "风险": risks}
    reading = drawer(tmp_path, 清单=LIST, **files)
    assert [sheet.side is not None for file in reading.files for sheet in file.sheets] == [
        False,
        True,
        True,
        True,
    ]
    assert lost(reading, files) == []
    assert list(reading.register.dangling()) == []
