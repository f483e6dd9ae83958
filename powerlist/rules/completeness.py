"""Completeness: power, duty and accountability go together."""

from collections.abc import Iterator

from powerlist.analysis.accountability import BASIS, SANCTION, bare_grounds, loose_duties
from powerlist.analysis.stages import missing_stages
from powerlist.i18n import Text
from powerlist.model.codes import PowerType
from powerlist.model.entity import Entity
from powerlist.model.power import Power
from powerlist.model.severity import Severity
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule

_SERVICES = (PowerType.PUBLIC_SERVICE,)
_NOT_ENFORCED = (PowerType.PUBLIC_SERVICE, PowerType.INTERNAL)


@rule(
    "C02",
    Severity.ERROR,
    reviewers=(Reviewer.STAFFING, Reviewer.LEGAL),
    serves=Aim.LAWFUL,
    title=Text("必备环节缺责任事项", "Required stage without a duty"),
    why=Text(
        "每类职权有必经的环节，缺了哪一环，哪一环就没有人负责。",
        "Each type of power has stages that it must pass; a stage without a duty is nobody's.",
    ),
    fix=Text(
        "为缺少的环节补写责任事项，或改正已有责任事项的环节。",
        "Write a duty for the stage, or correct the stage of an existing one.",
    ),
    hint=Text(
        "为“{stages}”补写责任事项，或改正已有责任事项的环节。",
        "Write a duty for {stages}, or correct its stage.",
    ),
    message=Text(
        "{type}“{it.title}”缺少环节的责任事项：{stages}。",
        "The {type} “{it.title}” has no duty for: {stages}.",
    ),
    basis=Text(
        "《行政许可法》第三十二条至第四十四条、第六十一条；《行政处罚法》第五十四条至第六十一条；《行政强制法》第十八条、第三十五条",
        "Licensing Law arts. 32-44 and 61; Penalties Law arts. 54-61; Compulsion Law arts. 18 and 35",
    ),
    needs=(Layer.DUTIES, Layer.DUTY_STAGES),
    requires=("C03",),
    unless=Text(
        "责任事项没有分环节的职权无从判断，不检查；同义环节互相代替；决定的责任里写明了送达的，算有送达；即办件的受理、审查、决定、送达可以并作一步。",
        "A power whose duties name no stages cannot be judged; synonyms stand for each other; a duty of "
        "deciding that names the delivery covers it; in an item done at once acceptance, review, decision "
        "and delivery may be one.",
    ),
)
def required_stage_without_duty(case: Case) -> Iterator[Hit]:
    """Powers whose duties leave out a stage that their type requires."""
    catalogue = case.practice.stages
    for power in case.in_force.powers:
        missing = missing_stages(case.graph, power, catalogue)
        if missing and power.type:
            names = [catalogue.text_of(group[0]) for group in missing]
            stages = Text("、".join(n.zh for n in names), ", ".join(n.en.lower() for n in names))
            type = Text(power.type.text.zh, power.type.text.en.lower())
            yield Hit(power, type=type, stages=stages)


@rule(
    "C03",
    Severity.ERROR,
    reviewers=(Reviewer.STAFFING,),
    serves=Aim.ANSWERED,
    title=Text("有权无责", "Power without a duty"),
    why=Text(
        "有权必有责：没有责任事项的职权，行使得好坏无从衡量。", "Power without duty cannot be measured."
    ),
    fix=Text("在“责任事项”一栏分环节写明责任。", "Write its duties, stage by stage, in the column 责任事项."),
    message=Text("职权“{it.title}”没有任何责任事项。", "The power “{it.title}” has no duty at all."),
    basis=Text(
        "中办发〔2015〕21号：清单应当列明与职权对应的责任",
        "General Office document 21 of 2015: the list states the duties that go with each power",
    ),
    needs=(Layer.DUTIES,),
    absent=Text("{count}项职权没有一项写明责任事项。", "{count} powers: not one states a duty."),
    unless=Text(
        "公共服务不是权力，不要求责任事项；已取消、转移、下放的职权不检查。",
        "A public service is no power and owes none; powers that are gone are left out.",
    ),
)
def power_without_duty(case: Case) -> Iterator[Hit]:
    """Powers that oblige to nothing."""
    for power in case.in_force.powers:
        if _without_duty(case, power):
            yield Hit(power)


def _without_duty(case: Case, power: Power) -> bool:
    return not case.graph.duties_of(power) and power.type not in _SERVICES


@rule(
    "C04",
    Severity.ERROR,
    reviewers=(Reviewer.LEGAL, Reviewer.DISCIPLINE),
    serves=Aim.ANSWERED,
    title=Text("有责无追究", "Duty without accountability"),
    why=Text(
        "没有追责情形、依据和形式，责任就是一句空话。",
        "Without a ground, a basis and a sanction a duty is an empty word.",
    ),
    fix=Text("补写追责情形、追责依据或追责形式。", "Add the ground, its basis or its sanction."),
    hint=Text("补写{lack}。", "Add the {lack}."),
    message=Text("{what}没有{lack}。", "{what} has no {lack}."),
    basis=Text(
        "《行政许可法》第七十二条至第七十七条；《行政处罚法》第七十六条至第八十三条；《行政强制法》第六十一条至第六十四条；"
        "《公职人员政务处分法》第七条",
        "Licensing Law arts. 72-77; Penalties Law arts. 76-83; Compulsion Law arts. 61-64; Law on Sanctions "
        "for Public Officials art. 7",
    ),
    requires=("C03",),
    needs=(Layer.ACCOUNTABILITY,),
    absent=Text(
        "{count}项职权没有一项写明追责情形。", "{count} powers: not one states a ground of accountability."
    ),
    absent_fix=Text(
        "为每项职权补写追责情形、追责依据和追责形式。", "Add grounds, bases and sanctions to every power."
    ),
    unless=Text(
        "公共服务和内部权力不要求追责情形；同一单元格里的几条情形共用依据和形式；同一职权缺得一样的几条并作一条，整份清单都没有追责依据或形式的只报告一次。",
        "Public services and internal powers owe none; grounds of one cell share basis and sanction; those "
        "of a power that lack the same are one finding, and so is what the whole list lacks.",
    ),
)
def duty_without_accountability(case: Case) -> Iterator[Hit]:
    """Powers and duties without a ground; grounds without a basis or a sanction."""
    ground = Text("追责情形", "ground of accountability")
    for power in case.in_force.powers:
        if not case.graph.grounds_of(power) and power.type not in _NOT_ENFORCED:
            yield Hit(power, what=_called(power.label, power.title), lack=ground)
    for duty in loose_duties(case.in_force, case.practice.stages):
        of = case.graph.power_of(duty)
        yield Hit(duty, what=_called(duty.label, duty.title, of), lack=ground)
    yield from _incomplete_grounds(case)


def _incomplete_grounds(case: Case) -> Iterator[Hit]:
    """Grounds without basis or sanction; one hit a power and lack, one for what the whole list lacks."""
    for one in bare_grounds(case.in_force):
        lack = _joined([_LACKS[part] for part in one.parts])
        part, first = "-".join(one.parts), one.grounds[0]
        if one.power is None:
            authority = case.graph.register.authority
            zh = f"{authority.name}的{len(one.grounds):,}条追责情形都"
            en = f"Each of the {len(one.grounds):,} grounds of accountability of {authority.name}"
            yield Hit(authority, part=part, what=Text(zh, en), lack=lack)
        elif len(one.grounds) > 1:
            zh = f"职权“{one.power.title}”的{len(one.grounds)}条追责情形（如“{first.title}”）"
            en = f"“{one.power.title}”: {len(one.grounds)} grounds, such as “{first.title}”: each"
            yield Hit(one.power, part=part, witness=one.grounds, what=Text(zh, en), lack=lack)
        else:
            yield Hit(first, part=part, what=_called(first.label, first.title, one.power), lack=lack)


_LACKS = {BASIS: Text("追责依据", "basis"), SANCTION: Text("追责形式", "sanction")}


def _joined(texts: list[Text]) -> Text:
    return Text("和".join(one.zh for one in texts), " and no ".join(one.en for one in texts))


def _called(label: Text, name: str, power: Power | None = None) -> Text:
    zh, en = f"{label.zh}“{name}”", f"The {label.en.lower()} “{name}”"
    return Text(f"职权“{power.title}”的{zh}", f"{en} of “{power.title}”") if power else Text(zh, en)


@rule(
    "C05",
    Severity.ERROR,
    reviewers=(Reviewer.SERVICE,),
    serves=Aim.BOUND,
    title=Text("职权没有现行的外部流程图", "Power without a current chart for the public"),
    why=Text(
        "没有流程图，来办事的人不知道怎么走，办事的人也没有共同的规矩。",
        "Without a chart those who come do not know the way, and those who serve have no common rule.",
    ),
    fix=Text(
        "为它画一张现行的流程图，并标明对外可见的环节。",
        "Draw its current process and mark the steps that the public sees.",
    ),
    hint=Text("{cure}。", "{cure}."),
    message=Text("{what}{fault}。", "{what} {fault}."),
    basis=Text(
        "中办发〔2015〕21号：按照透明、高效、便民原则制定行政职权运行流程图",
        "General Office document 21 of 2015: draw the process of each power, open, efficient, easy to use",
    ),
    needs=(Layer.FLOWS,),
    requires=("C03",),
    params={"most_single": 10},
    unless=Text(
        "内部权力不对外，不检查；没有责任事项的职权先由 C03 报告；多项职权共用的流程、只画了子项的流程都算；"
        "整份清单都没有流程的由 P01 报告一次；超过十项（可以另设）没有流程图的，一个承办机构只报告一次。",
        "Internal powers are not for the public; a power without duties is told by C03 first; a process that "
        "powers share, or one of a sub-item, counts; a list without any process is told once, by P01; where "
        "more than ten (or the number set) have none, that is one finding a unit.",
    ),
)
def power_without_chart(case: Case) -> Iterator[Hit]:
    """Powers that no current process runs, or whose processes show an outsider nothing."""
    drawn, shown = (
        Text("没有现行流程图", "has no current process"),
        Text("的流程没有一个对外可见的环节", "has a process without any step that the public sees"),
    )
    draw, show = (
        Text("为它画一张现行的流程图", "Draw its current process"),
        Text("标明流程中对外可见的环节", "Mark the steps that the public sees"),
    )
    undrawn = []
    for power in case.in_force.powers:
        roads = case.in_force.roads_of(power) if power.type is not PowerType.INTERNAL else None
        if roads == []:
            undrawn.append(power)
        elif roads and not any(step.visible for road in roads for step in road.tasks):
            yield Hit(power, part="external", what=_called(power.label, power.title), fault=shown, cure=show)
    if len(undrawn) <= case.param("C05", "most_single"):
        for power in undrawn:
            yield Hit(power, what=_called(power.label, power.title), fault=drawn, cure=draw)
        return
    told = [power for power in undrawn if not (case.graph.duties and _without_duty(case, power))]
    for unit, powers in _by_unit(case, told):  # 没有责任的由 C03 报告
        count, first = len(powers), powers[0].title
        zh, en = (
            f"{unit.title}的{count}项职权（如“{first}”）",
            f"{count} powers of {unit.title}, such as “{first}”",
        )
        yield Hit(unit, witness=powers, covers=powers, what=Text(zh, en), fault=drawn, cure=draw)


def _by_unit(case: Case, powers: list[Power]) -> Iterator[tuple[Entity, tuple[Power, ...]]]:
    """Powers by the first unit that handles them, in their order; those of none by the authority."""
    table: dict[str, tuple[Entity, list[Power]]] = {}
    for power in powers:
        units = case.graph.units_of_power(power)
        unit: Entity = units[0] if units else case.graph.register.authority
        table.setdefault(unit.id, (unit, []))[1].append(power)
    return ((unit, tuple(found)) for unit, found in table.values())
