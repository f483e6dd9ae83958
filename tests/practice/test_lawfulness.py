"""Which levels a clause names."""

import pytest

from powerlist.model.codes import ExerciseLevel
from powerlist.practice.lawfulness import load_lawfulness

STATE, PROVINCE, CITY, COUNTY, TOWNSHIP, VILLAGE = ExerciseLevel


@pytest.mark.parametrize(
    ("clause", "levels"),
    [
        ("由省、自治区、直辖市人民政府某行政部门批准。", {PROVINCE}),
        ("由设区的市级以上人民政府某行政部门实施", {STATE, PROVINCE, CITY}),
        ("县级以上地方人民政府某行政部门负责", {STATE, PROVINCE, CITY, COUNTY}),
        ("由设区的市、自治州人民政府某部门审批", {CITY}),
        ("乡、镇人民政府和县级人民政府某部门", {TOWNSHIP, COUNTY}),
        ("由省级人民政府某部门批准，某行政部门监督检查", set()),
        ("某行政部门责令限期改正", set()),
        ("用人单位应当缴纳费用", set()),
        ("标准由省、自治区、直辖市人民政府规定", set()),
        ("由省级人民政府某部门批准，办法由国务院某部门制定", {PROVINCE}),
        ("乡镇企业的主管部门予以协助", set()),
        ("社区矫正机构负责", set()),
        ("由市、县人民政府某部门批准", {CITY, COUNTY}),
    ],
)
def test_a_clause_names_these_levels_and_none_where_it_leaves_one_open(
    clause: str, levels: set[ExerciseLevel]
) -> None:
    assert load_lawfulness().levels_named(clause) == levels
