"""The simpler sheets of messy.xls."""

from tests.formats.workbooks import Merge

Rows = list[list[str]]

# 给付与检查: the type merged over its items, one duty a row with unit and post, a column with names

_STEPS = (
    ("受理", "核对申请材料，一次性告知补正内容", "社会保险经办中心", "受理岗"),
    ("审核", "核定待遇标准", "社会保险经办中心", "待遇审核岗"),
    ("支付", "复核后支付", "社会保险经办中心", "支付岗"),
)
_CHECKS = (
    ("制定方案", "制定检查方案，随机抽取对象", "劳动保障监察大队", "巡查岗"),
    ("实施检查", "两人以上亮证检查", "劳动保障监察大队", "巡查岗"),
    ("处置", "责令改正或者移送处理", "劳动保障监察大队", "大队长"),
)
_BY_STEP = (
    ("行政给付", "失业保险金核定与支付", "《失业保险条例》第十四条", "10个工作日", "3个工作日", _STEPS),
    ("", "工伤医疗康复费用手工报销", "《工伤保险条例》第三十条第三款", "20个工作日", "9个工作日", _STEPS),
    ("", "养老保险遗属待遇核定与支付", "《中华人民共和国社会保险法》第十七条", "", "10个工作日", _STEPS),
    ("行政检查", "用人单位遵守劳动保障法律法规情况检查", "《劳动保障监察条例》第十一条", "", "", _CHECKS),
    ("", "社会保险稽核", "《社会保险经办条例》第四十二条", "", "", _CHECKS),
)


def by_step() -> tuple[Rows, list[Merge]]:
    """One duty a row under a merged name, with its unit and post."""
    head = ["权责类别", "编号", "权力名称", "权力依据", "法定期限", "承诺期限"]
    head += ["办理环节", "责任事项", "责任科室", "责任岗位", "经办人"]
    rows: Rows = [head]
    merges: list[Merge] = []
    for number, (type, name, basis, legal, promised, steps) in enumerate(_BY_STEP, 1):
        top = len(rows)
        for place, step in enumerate(steps):
            first = [type, str(number), name, basis, legal, promised] if not place else [""] * 6
            rows.append([*first, *step, "（某）" if not place else ""])
        merges += [(top, column, len(rows) - 1, column) for column in range(1, 6)]
        merges.append((top, 8, len(rows) - 1, 8))
    merges += [(1, 0, 9, 0), (10, 0, 15, 0)]
    return rows, merges


# 其他: section lines instead of a type, sub-items in one cell, columns nobody knows


_SECTIONS = """\
序号|项目名称|子项|设定依据|承办科室|责任事项|法定时限|承诺时限|办理地点|处置意见
一、行政确认（共2项）
1|工伤认定|1.一般情形；2.视同工伤情形|《工伤保险条例》第十四条、第十五条第一款|社会保险与基金监督股|\
①受理②审查③调查核实④决定⑤送达|六十日|25日|一楼窗口|保留
2|就业困难人员认定|无|《中华人民共和国就业促进法》第五十二条第二款|就业创业股|\
受理责任：核对材料。审查责任：核实身份。决定责任：作出认定。||10个工作日|一楼窗口|保留
二、行政奖励（共1项）
1|对举报重大劳动保障违法行为的奖励||《劳动保障监察条例》第九条第三款|劳动保障监察大队|\
（一）受理责任¶1.登记举报。¶2.核对身份。¶（二）决定责任¶1.认定并发放。||15个工作日||保留
三、行政裁决（共1项）
1|因签订集体合同发生争议的协调处理||《中华人民共和国劳动法》第八十四条第一款|劳动关系仲裁股|\
1.受理。2.调查。3.协调处理。4.制作协议书。|30日|视案情而定|二楼|整合
四、其他行政权力（共2项）
1|集体合同审查||《中华人民共和国劳动法》第三十四条|劳动关系仲裁股|1.受理。2.审查。3.送达。|15日|7日|二楼|保留
2|军队转业干部安置||按上级文件执行|人事人才股|||||转移
"""


def sections() -> tuple[Rows, list[Merge]]:
    """Section lines say the type."""
    return table(_SECTIONS), [(row, 0, row, 9) for row in (1, 4, 6, 8)]


def table(text: str) -> Rows:
    """Rows of a text with | between cells and ¶ for a line break inside one."""
    return [[cell.replace("¶", "\n") for cell in line.split("|")] for line in text.splitlines()]


# 便民服务: another old word for the type, 256 columns, instant items

_SERVICES = """\
序号|基本编码|类别|事项名称|服务对象|申请材料|办件类型|办结时限|收费情况|监督方式
1|DM2014001000|便民服务|就业登记和失业登记|自然人|1.登记表（原件1份）¶2.身份证（复印件1份）|即办件|当场办结|不收费|12333
2|DM2014003000|便民服务|流动人员人事档案服务|自然人、企业法人|调档函；身份证|即办件|法定：无；承诺：1个工作日|不收费|12333
3|DM2014005000|便民服务|社会保障卡服务|自然人|身份证|即办件|1个工作日|不收费|12333
4|DM2014006000|便民服务|社会保险权益记录查询打印|自然人|身份证|即办件|即时|不收费|0000-1234567；12333
5|DM2014006000|便民服务|社会保险关系转移接续|自然人|申请表|承诺件|承诺15个工作日|不收费|12333
"""


def services() -> tuple[Rows, list[Merge]]:
    """256 columns and a code used twice."""
    head, *items = table(_SERVICES)
    title = ["示例县人力资源和社会保障局便民服务事项"]
    return [
        *(title, [], [*head, *[""] * 245, " "]),
        *(*items, ["备注：", "", "", "本表实行动态管理。"]),
    ], [(0, 0, 0, 9)]


def template() -> tuple[Rows, list[Merge]]:
    """A form that was never filled in."""
    rows: Rows = [["权责清单（样表）"], ["序号", "事项名称", "权力类型", "设定依据", "责任事项"]]
    return [*rows, ["1"], ["2"], ["3"]], []
