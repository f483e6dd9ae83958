"""The cells of one power in the usual list of fourteen columns, as a bureau words them."""

from collections.abc import Iterable

from powerlist.graph import PowerGraph
from powerlist.model.basis import LegalBasis
from powerlist.model.codes import BasisRole, TargetRole
from powerlist.model.power import Power
from powerlist.numerals import chinese

HEADINGS = (
    *("序号", "事项名称", "子项名称", "权力类型", "实施依据", "行使主体", "承办机构", "实施层级及权限"),
    *("部门职责", "责任事项内容", "责任事项依据", "追责对象范围", "追责情形", "备注"),
)
SUB_ITEM = HEADINGS.index("子项名称")
_OPENING = "因不履行或者不正确履行职责，有下列情形之一的，承担相应责任："


def rows_of(graph: PowerGraph, power: Power) -> list[list[str]]:
    """One row, or one for each sub-item; what belongs to the power stands in the first."""
    subs = graph.sub_items_of(power)
    rows = [_cells(graph, power), *([""] * len(HEADINGS) for _ in subs[1:])]
    for turn, (row, sub) in enumerate(zip(rows, subs, strict=False), 1):
        row[SUB_ITEM] = f"{turn}.{sub.name}"
    return rows


def _cells(graph: PowerGraph, power: Power) -> list[str]:
    duties, grounds = graph.duties_of(power), graph.grounds_of(power)
    targets = [target for target in TargetRole if any(target in ground.targets for ground in grounds)]
    return [
        power.number,
        power.name,
        "",
        power.type.text.zh if power.type else "",
        _citations(b for b in graph.bases_of(power) if b.role is not BasisRole.CHARGING),
        power.exercised_by,
        "、".join(unit.name for unit in graph.units_of_power(power)),
        f"{power.exercise_level.text.zh}：{power.exercise_scope}" if power.exercise_level else "",
        "",
        "\n".join(f"{duty.number}.{duty.heading}：{duty.text}" for duty in duties),
        _citations(basis for duty in duties for basis in graph.bases_of(duty)),
        " ".join(f"{turn}.{target.text.zh}" for turn, target in enumerate(targets, 1)),
        "\n".join([_OPENING, *(f"{ground.number}.{ground.text}；" for ground in grounds)]) if grounds else "",
        "",
    ]


def _citations(bases: Iterable[LegalBasis]) -> str:
    return "\n".join(dict.fromkeys(map(_citation, bases)))


def _citation(basis: LegalBasis) -> str:
    """【法律】《…》第X条, the article in Chinese numerals."""
    kind = f"【{basis.instrument_kind.text.zh}】" if basis.instrument_kind else ""
    article = f"第{chinese(basis.article)}条" if basis.article else ""
    return f"{kind}《{basis.instrument}》{article}"
