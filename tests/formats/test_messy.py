"""data/demo/messy.xls: every trap at once, and every item that must come out of it."""

from collections import Counter

import pytest

from powerlist.formats import Reading, read
from powerlist.model.codes import PowerType
from powerlist.resources import data_folder
from tests.formats.messy import TARGET, workbook

ITEMS = {
    PowerType.LICENCE: [
        "经营性人力资源服务机构从事职业中介活动许可",
        "民办职业培训学校筹设审批",
        "劳务派遣经营许可",
        "企业实行综合计算工时工作制审批",
        "民办职业培训学校终止审批",
    ],
    PowerType.PENALTY: [
        "对未按规定建立职工名册的处罚",
        "对违法延长劳动者工作时间的处罚",
        "对不办理社会保险登记的处罚",
        "对使用童工的处罚",
        "对违反劳务派遣规定的处罚",
        "对扣押劳动者证件的处罚",
        "对骗取社会保险待遇的处罚",
    ],
    PowerType.PAYMENT: ["失业保险金核定与支付", "工伤医疗康复费用手工报销", "养老保险遗属待遇核定与支付"],
    PowerType.INSPECTION: ["用人单位遵守劳动保障法律法规情况检查", "社会保险稽核"],
    PowerType.CONFIRMATION: ["工伤认定", "就业困难人员认定"],
    PowerType.REWARD: ["对举报重大劳动保障违法行为的奖励"],
    PowerType.ADJUDICATION: ["因签订集体合同发生争议的协调处理"],
    PowerType.OTHER: ["集体合同审查", "军队转业干部安置"],
    PowerType.PUBLIC_SERVICE: [
        "就业登记和失业登记",
        "流动人员人事档案服务",
        "社会保障卡服务",
        "社会保险权益记录查询打印",
        "社会保险关系转移接续",
    ],
}
PROBLEMS = [
    ("no-items", "样表", "A2"),
    ("code-repeated", "便民服务", "B8"),
    ("title-damaged", "附表1行政许可", "D14"),
    ("title-damaged", "附表2行政处罚", "C6"),
    ("article-unreadable", "附表2行政处罚", "C8"),
    ("limit-unreadable", "其他", "H8"),
    ("basis-unreadable", "其他", "D11"),
]


@pytest.fixture(scope="module")
def messy() -> Reading:
    return read(data_folder() / "demo" / "messy.xls")


def test_the_file_is_what_its_script_writes() -> None:
    assert TARGET.read_bytes() == workbook()


def test_every_item_is_found_with_its_type(messy: Reading) -> None:
    found: dict[PowerType | None, list[str]] = {}
    for power in messy.register.powers:
        found.setdefault(power.type, []).append(power.name)
    assert found == ITEMS
    assert messy.register.authority.name == "示例县人力资源和社会保障局"


def test_every_problem_names_its_cell_and_there_are_no_others(messy: Reading) -> None:
    assert [(p.code, p.source.sheet, p.source.cell) for p in messy.problems] == PROBLEMS


def test_duties_bases_and_grounds_are_counted_by_sheet(messy: Reading) -> None:
    sheets: dict[str, Counter[str]] = {}
    for entity in messy.register.entities():
        if (source := messy.register.source_of(entity)) and source.sheet:
            sheets.setdefault(source.sheet, Counter())[entity.kind] += 1
    counted = {
        name: (n["power"], n["sub_item"], n["duty"], n["basis"], n["ground"]) for name, n in sheets.items()
    }
    assert counted == {
        "附表1行政许可": (5, 3, 30, 20, 20),
        "附表2行政处罚": (7, 0, 63, 19, 28),
        "给付与检查": (5, 0, 15, 5, 0),
        "其他": (6, 2, 18, 6, 0),
        "便民服务": (5, 0, 0, 0, 0),
    }


def test_duties_stand_on_the_posts_that_the_list_names(messy: Reading) -> None:
    register = messy.register
    named = Counter(register[a.post].title for a in register.assignments if a.post)
    assert named == {
        "受理岗": 10 + 3,
        "审查岗": 10,
        "股长": 5,
        "待遇审核岗": 3,
        "支付岗": 3,
        "巡查岗": 4,
        "大队长": 2,
    }
    assert len(register.assignments) == sum(named.values())


def test_a_row_cut_by_a_page_is_one_item_again(messy: Reading) -> None:
    power = next(p for p in messy.register.powers if p.name.startswith("企业实行"))
    own = [duty for duty in messy.register.duties if duty.power == power.id]
    assert [duty.number for duty in own] == list("123456")
    assert own[0].text == "公示应当提交的材料，一次性告知补正内容，依法受理或不予受理。"
    (basis,) = [b for b in messy.register.bases if b.owner == power.id and b.instrument.endswith("劳动法")]
    assert basis.article == 39


def test_words_broken_every_three_characters_are_whole(messy: Reading) -> None:
    power = next(p for p in messy.register.powers if p.name == "对使用童工的处罚")
    own = [duty for duty in messy.register.duties if duty.power == power.id]
    assert [(duty.heading, duty.number) for duty in own][:2] == [
        ("直接实施责任/立案责任", "1"),
        ("直接实施责任/调查责任", "2"),
    ]
    assert own[-1].heading == "指导监督责任"
    assert all("\n" not in duty.text for duty in own)


def test_the_column_of_names_is_kept_inside_and_nobody_becomes_a_person(messy: Reading) -> None:
    assert messy.register.persons == ()
    columns = [column.heading for sheet in messy.files[0].sheets for column in sheet.columns]
    assert columns == ["经办人", "办理地点"]
