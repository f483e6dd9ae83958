"""Invented lists: items with bases, duties, grounds and limits, made from a seed."""

import random

from tests.formats.workbooks import Block

_SUBJECTS = (
    "甲类器材",
    "乙类场所",
    "丙类人员",
    "丁类档案",
    "戊类合同",
    "己类机构",
    "庚类证书",
    "辛类资金",
    "壬类设施",
    "癸类活动",
)
_ACTS = {
    "行政许可": "设立审批",
    "行政处罚": "违法行为的处罚",
    "行政强制": "先行登记保存",
    "行政征收": "费用征收",
    "行政给付": "补贴发放",
    "行政检查": "情况检查",
    "行政确认": "资格认定",
    "行政奖励": "先进表彰",
    "行政裁决": "争议裁决",
    "其他行政权力": "备案",
    "公共服务": "查询服务",
}
_TAGS = ("【法律】", "【行政法规】", "【部门规章】", "")
_TITLES = ("示例管理法", "示例监督条例", "示例登记办法", "中华人民共和国示例促进法", "关于示例工作的若干规定")
_STAGES = ("受理责任", "审查责任", "决定责任", "送达责任", "事后监管责任")
_SAYINGS = (
    "公示依法应当提交的材料，一次性告知补正内容",
    "对申请材料进行书面审查，需要核查的指派两名以上工作人员核查",
    "在承诺时限内作出决定，说明理由并告知救济渠道",
    "制作文书并送达当事人，依法公开信息",
    "建立检查台账，每年抽查不少于2次",
)
_GROUNDS = (
    "对符合条件的申请不予受理的",
    "未在规定时限内作出决定的",
    "擅自增设条件或者收取费用的",
    "在工作中滥用职权、玩忽职守的",
)
_ARTICLES = ("三", "十二", "二十一", "三十九", "一百零三", "7")


def blocks(seed: int, count: int = 6) -> list[Block]:
    """`count` items, some of them with sub-items, all names different."""
    dice = random.Random(seed)
    names: set[str] = set()
    made = []
    for number in range(1, count + 1):
        type = dice.choice(list(_ACTS))
        name = f"{dice.choice(_SUBJECTS)}{_ACTS[type]}"
        name = name if name not in names else f"{name}（第{number}类）"
        names.add(name)
        made.append(_block(dice, number, type, name))
    return made


def _block(dice: random.Random, number: int, type: str, name: str) -> Block:
    first = {
        "number": str(number),
        "code": f"DM{number:04d}" if dice.random() < 0.5 else "",
        "type": type,
        "name": name,
        "basis": _basis(dice),
        "units": dice.choice(("审批股", "监察大队", "服务中心")),
        "duties": _duties(dice),
        "duty_posts": dice.choice(("受理岗", "承办岗", "")),
        "grounds": _grounds(dice),
        "accountability_basis": "《示例监督条例》第三十条" if dice.random() < 0.7 else "",
        "targets": "1.法定代表人 2.分管负责人 3.承办机构负责人 4.具体承办人",
        "statutory_limit": dice.choice(("20个工作日", "三十日", "")),
        "promised_limit": dice.choice(("5个工作日", "即时办结", "")),
        "fee": dice.choice(("不收费", "每件10元")),
        "oversight_phones": "0000-1234567",
    }
    if dice.random() < 0.7:
        return Block((first,))
    subs = [
        {"sub_item": f"{turn}.{word}", "basis": _basis(dice)}
        for turn, word in enumerate(("设立", "变更", "注销"), 1)
    ]
    return Block(({**first, **subs[0]}, *subs[1 : dice.randint(2, 3)]))


def _basis(dice: random.Random) -> str:
    titles = dice.sample(_TITLES, dice.randint(1, 3))
    return "\n".join(_citation(dice, title) for title in titles)


def _citation(dice: random.Random, title: str) -> str:
    note = dice.choice(("", "（2019年修正）", "（示例令第12号）"))
    place = f"第{dice.choice(_ARTICLES)}条{dice.choice(('', '第二款', '第一款第（三）项'))}"
    quote = dice.choice(("。", f"：由主管部门负责{dice.choice(_SUBJECTS)}的管理，具体办法另行制定。"))
    return f"{dice.choice(_TAGS)}《{title}》{note}{place}{quote}"


def _duties(dice: random.Random) -> str:
    heads = list(enumerate(zip(_STAGES, _SAYINGS, strict=True), 1))[: dice.randint(2, 5)]
    lines = [f"{turn}.{head}：{saying}。" for turn, (head, saying) in heads]
    if dice.random() < 0.3:
        lines = [
            "直接实施责任：",
            *lines,
            "指导监督责任：",
            "1.指导下级开展工作。",
            "2.对下级工作进行监督检查。",
        ]
    return "\n".join(lines)


def _grounds(dice: random.Random) -> str:
    kept = _GROUNDS[: dice.randint(1, 4)]
    lines = [f"{turn}.{ground}；" for turn, ground in enumerate(kept, 1)]
    return "\n".join(["因不履行或者不正确履行职责，有下列情形之一的，承担相应责任：", *lines])
