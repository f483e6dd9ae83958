"""Writes data/demo/messy.xls: a fictitious bureau's list in the dialects of real ones, with their traps.

Run `python -m tests.formats.messy` after a change; the file is the same bytes each time.
"""

import io
from pathlib import Path

import xlwt

from tests.formats.messy_sheets import by_step, sections, services, table, template
from tests.formats.workbooks import Merge

TARGET = Path(__file__).parents[2] / "data" / "demo" / "messy.xls"
Rows = list[list[str]]
_GROUNDS = (
    "因不履行或不正确履行行政职责，有下列情形的，行政机关及相关工作人员应承担相应责任：\n"
    "1.对符合条件的申请不予受理的；\n2.未在承诺时限内办结的；\n3.擅自增设条件或者收取费用的；\n"
    "4.在工作中滥用职权、玩忽职守的，给予警告、记过或者记大过处分。"
)
_LICENSING = "《中华人民共和国行政许可法》第七十二条、第七十四条"
_PENALTIES = "《中华人民共和国行政处罚法》第七十六条"
_TARGETS = "1.法定代表人\n2.分管负责人\n3.承办机构负责人\n4.具体承办人"


def workbook() -> bytes:
    """The bytes of messy.xls."""
    book = xlwt.Workbook(encoding="utf-8")
    for name, (rows, merges) in SHEETS.items():
        page = book.add_sheet(name, cell_overwrite_ok=True)
        for top, left, bottom, right in merges:
            page.merge(top, bottom, left, right)
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                if text:
                    page.write(row, column, int(text) if text.isdecimal() and len(text) < 4 else text)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _converted(text: str) -> str:
    """As a converter breaks a narrow column: every three characters."""
    return "\n".join(text[at : at + 3] for at in range(0, len(text), 3))


# 附表1: two-row header, merges both ways, sub-items, a row cut by a page break under a repeated header

_LICENCE_HEAD = table(
    "序号|职权名称||实施依据|承办机构|实施层级及权限||责任事项内容|责任岗位|办理时限||追责情形|追责依据|追责对象范围|备注\n"
    "|项目|子项|||层级|权限|||法定|承诺||||"
)
_LICENCE_DUTIES = (
    "1.受理责任：公示应当提交的材料，一次性告知补正内容，依法受理或不予受理。\n"
    "2.审查责任：对申请材料进行审查，需要现场核查的指派两名以上工作人员。\n"
    "3.决定责任：作出许可或者不予许可的决定，说明理由。\n"
    "4.送达责任：制发证件并送达，公开信息。\n"
    "5.事后监管责任：加强监督检查，建立档案。\n"
    "6.法律法规规章文件规定应履行的其他责任。"
)
_LICENCE_POSTS = "1.受理岗\n2.审查岗\n3.股长\n4.受理岗\n5.审查岗"


def _licence(number: str, name: str, sub: str, basis: str, limits: tuple[str, str]) -> list[str]:
    return [
        *(number, name, sub, basis, "法规审批股", "县级", "负责本县范围内的审批"),
        *(_LICENCE_DUTIES, _LICENCE_POSTS, *limits, _GROUNDS, _LICENSING, _TARGETS, ""),
    ]


def _sub(name: str, basis: str) -> list[str]:
    return ["", "", name, basis]


def _licences() -> tuple[Rows, list[Merge]]:
    wide = len(_LICENCE_HEAD[0]) - 1
    rows: Rows = [
        ["示例县人力资源和社会保障局权责清单（行政许可）"],
        ["填报日期：某年某月某日"],
        *_LICENCE_HEAD,
    ]
    merges: list[Merge] = [(0, 0, 0, wide), (2, 1, 2, 2), (2, 5, 2, 6), (2, 9, 2, 10)]
    merges += [(2, column, 3, column) for column in (0, 3, 4, 7, 8, 11, 12, 13, 14)]
    rows += [
        _licence(
            *("1", "经营性人力资源服务机构从事职业中介活动许可", "1.新设"),
            "【法律】《中华人民共和国就业促进法》第四十条第二款。\n【行法规】《人力资源市场暂行条例》第十八条第一款。",
            ("20个工作日", "8个工作日"),
        ),
        _sub("2.变更", "【行法规】《人力资源市场暂行条例》第二十一条。"),
        _sub("3.注销", "【行法规】《人力资源市场暂行条例》第二十一条。"),
        _licence(
            *("2", "民办职业培训学校筹设审批", ""),
            "［法律］《中华人民共和国民办教育促进法》第十二条、第十三条",
            ("三十日", "12个工作日"),
        ),
        _licence(
            *("3", "劳务派遣经营许可", ""),
            "（法律）《中华人民共和国劳动合同法》第57条第2款；（部门规章）《劳务派遣行政许可实施办法》（人社部令第19号）第6条",
            ("20个工作日", "8个工作日"),
        ),
    ]
    merges += [(4, column, 6, column) for column in (0, 1, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13)]
    merges += [(7, 1, 7, 2), (8, 1, 8, 2)]
    upper = _licence(
        *("4", "企业实行综合计算", "", "【法律】《中华人民共和国劳动法》第三"),
        ("20个工作日", "8个工作日"),
    )
    upper[7], upper[11] = _LICENCE_DUTIES[:40], _GROUNDS[:60]
    lower = [
        "",
        "工时工作制审批",
        "",
        "十九条。",
        "",
        "",
        "",
        _LICENCE_DUTIES[40:],
        "",
        "",
        "",
        _GROUNDS[60:],
    ]
    top = len(rows) + 1
    rows += [upper, *_LICENCE_HEAD, lower]
    merges += [(top, 1, top, 2), (top, 5, top, 6), (top, 9, top, 10)]
    rows += [
        _licence(
            *("6", "民办职业培训学校终止审批", ""),
            "《中华人民共和国民办教育促进法第五十六条第一项",
            ("法定20个工作日", "即时办结"),
        ),
        ["注：", "1.本表由示例县人力资源和社会保障局负责解释。"],
        ["", "2.带※的事项为下放事项。"],
    ]
    return rows, merges


# 附表2: converted from a PDF, lines broken inside words, damaged citations, odd numbering

_PENALTY_DUTIES = (
    "直接实施责任：1.立案责任：对发现的违法行为及时决定是否立案。2.调查责任：指派两名以上执法人员调查取证。"
    "3.审理责任：对事实、证据和程序进行审理。4.告知责任：告知当事人权利。5.决定责任：作出处罚决定。"
    "6.送达责任：七日内送达。7.执行责任：监督执行。指导监督责任：1.指导下级执法。2.监督检查。"
)
_PENALTY_ITEMS = (
    ("1", "对未按规定建立职工名册的处罚", "[行法规]《中华人民共和国劳动合同法实施条例》第三十三条。"),
    (
        "2,3",
        "对违法延长劳动者工作时间的处罚",
        "【法律】《中华人民共和国劳动法》第九十条。【行法规】《劳动保障监察条例》第二十五条。",
    ),
    ("4", "对不办理社会保险登记的处罚", "【法律】中华人民共和国社会保险法》第八十四条。"),
    (
        "6",
        "对使用童工的处罚",
        "【行政法规】《禁止使用童工规定》第六条。【法律】《中华人民共和国劳动法》第九四条。",
    ),
    ("6", "对违反劳务派遣规定的处罚", "【法律】《中华人民共和国劳动合同法》第九十二条第一款、第二款。"),
    ("8", "对扣押劳动者证件的处罚", "﹝法律﹞《中华人民共和国劳动合同法》第八十四条第一款至第三款。"),
    (
        "9",
        "对骗取社会保险待遇的处罚",
        "1.《中华人民共和国社会保险法》第八十八条；2.《工伤保险条例》第六十条。",
    ),
)


def _penalties() -> tuple[Rows, list[Merge]]:
    head = [
        "序 号",
        "事项\n名称",
        "实施\n依据",
        "行使\n主体",
        "承办\n机构",
        "责任\n事项",
        "追责\n情形",
        "追责\n依据",
        "监督\n电话",
    ]
    rows: Rows = [["附表2"], ["示例县人力资源和社会保障局行政处罚事项清单"], head]
    for number, name, basis in _PENALTY_ITEMS:
        rows.append(
            [
                *(number, _converted(name), _converted(basis), "示例县人力资源和社会保障局"),
                *(
                    "劳动保\n障监察\n大队",
                    _converted(_PENALTY_DUTIES),
                    _converted(_GROUNDS.replace("\n", "")),
                ),
                *(_converted(_PENALTIES), "0000-\n1234567"),
            ]
        )
        if number == "4":
            rows.append(list(head))
    rows += [["合计", "7项"], ["填表人：", "（略）", "审核人：", "（略）"]]
    return rows, [(1, 0, 1, 8)]


SHEETS: dict[str, tuple[Rows, list[Merge]]] = {
    "封面": ([["示例县人力资源和社会保障局"], ["权责清单"]], []),
    "附表1行政许可": _licences(),
    "附表2行政处罚": _penalties(),
    "给付与检查": by_step(),
    "Sheet5": ([], []),
    "其他": sections(),
    "便民服务": services(),
    "样表": template(),
}

if __name__ == "__main__":
    TARGET.write_bytes(workbook())
