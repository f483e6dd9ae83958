"""Publication: what runs is shown, and what is shown says what people must know."""

from collections.abc import Iterator

from powerlist.analysis.publicity import Publicity
from powerlist.i18n import Text
from powerlist.model.codes import Disclosure, PowerType
from powerlist.model.severity import Severity
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule


@rule(
    "B01",
    Severity.ERROR,
    reviewers=(Reviewer.DISCLOSURE,),
    serves=Aim.OPEN,
    title=Text("在办的职权没有公开", "Running power not published"),
    why=Text(
        "没有公开的职权，群众无从知道，也无从监督。",
        "What is not published can be neither known nor watched.",
    ),
    fix=Text(
        "公开它或它的流程图，并登记公开的渠道和日期。",
        "Publish it or its chart, and record channel and day.",
    ),
    hint=Text("{cure}。", "{cure}."),
    message=Text("职权“{it.title}”{fault}。", "“{it.title}” {fault}."),
    basis=Text(
        "《政府信息公开条例》第二十条、第二十六条", "Open Government Information Regulation arts. 20, 26"
    ),
    needs=(Layer.PUBLICATIONS,),
    requires=("C05",),
    params={"working_days": 20},
    unless=Text(
        "清单里完全没有公开记录的不检查；公开了它的流程、子项、承办机构或整份清单的都算；内部权力不对外，"
        "不予公开的由 B06 看理由；生效、调整不满二十个工作日（可以另设）的不报告；"
        "公开时记下内容指纹的，内容变没变由 B02 报告；"
        "没有流程图的先由 C05 报告。",
        "Nothing is checked where the list records no publication at all; its process, a sub-item, its unit "
        "or the whole list counts; internal powers are not public, and withheld ones are B06's; there are "
        "twenty working days (or the number set) from the start or a change; where a publication holds on to "
        "its content, B02 tells of changes; a power without a chart is told by C05 first.",
    ),
)
def running_power_unpublished(case: Case) -> Iterator[Hit]:
    """Powers in force that nothing on show covers, or that were not shown anew after a change."""
    publicity, days = Publicity(case.in_force), case.param("B01", "working_days")
    for power in case.in_force.powers:
        exempt = power.type is PowerType.INTERNAL or power.disclosure is Disclosure.WITHHELD
        if exempt or publicity.young(power, case.workdays, days):
            continue
        if not publicity.published(power):
            yield Hit(power, fault=_NOWHERE, cure=_SHOW)
        elif last := publicity.not_shown_anew(power, case.workdays, days):
            facts = {"days": days, "changed": power.changed_on, "last": last}
            yield Hit(power, field="changed_on", part="changed", fault=_OLD.fill(**facts), cure=_AGAIN)


_SHOW = Text(
    "公开它或它的流程图，并登记公开的渠道和日期", "Publish it or its chart, and record channel and day"
)
_AGAIN = Text("按调整后的内容重新公开，并登记日期", "Publish it as it is now, and record the day")
_NOWHERE = Text("没有任何有效的公开记录", "has no publication in force")
_OLD = Text(
    "在{changed}有调整，过了{days}个工作日没有重新公开，最近一次公开还是{last}",
    "changed on {changed} and was not shown anew in {days} working days; it was last shown on {last}",
)


@rule(
    "B03",
    Severity.ERROR,
    reviewers=(Reviewer.DISCLOSURE,),
    serves=Aim.OPEN,
    title=Text("公示要素不全", "Not all that the wall must say"),
    why=Text(
        "办事程序、办事依据、收费标准、办结时限四上墙，还要有监督电话，缺一样就要多跑一趟。",
        "Procedure, basis, charges and limits hang on the wall with a phone for complaints; what is missing "
        "costs people another way.",
    ),
    fix=Text(
        "写明收费标准（不收费也要写明）、办结时限和监督电话。",
        "State the charges (also that there are none), the limit and the oversight phone.",
    ),
    hint=Text("补写{lacks}。", "State: {lacks}."),
    message=Text("{what}没有写明{lacks}。", "{what}: not stated: {lacks}."),
    basis=Text(
        "《优化营商环境条例》第三十六条；《行政许可法》第三十条",
        "Regulation on the Business Environment art. 36; Licensing Law art. 30",
    ),
    needs=(Layer.GUIDE,),
    absent=Text(
        "{count}项职权没有一项写明收费、时限或监督电话。",
        "{count} powers: not one states a charge, a limit or an oversight phone.",
    ),
    unless=Text(
        "程序由 C05、依据由 L01 报告；处罚、强制、检查依职权进行，不要求收费说明；时限只要求许可、给付、"
        "确认、奖励、裁决，即办件视为有时限；监督记录里的电话算数；内部权力不检查；整份清单都缺的只报告一次。",
        "The procedure is told by C05, the basis by L01; penalties, compulsion and inspections owe no fee "
        "statement; limits are owed by licences, payments, confirmations, rewards and rulings alone, and an "
        "item done at once has one; the phone of an oversight counts; internal powers are left out; what the "
        "whole list lacks is told once.",
    ),
)
def notice_without_its_parts(case: Case) -> Iterator[Hit]:
    """Powers that do not say what is charged, how long it takes, or whom to call."""
    publicity = Publicity(case.in_force)
    nowhere = publicity.nowhere
    for part, count in nowhere.items():
        what = Text(f"{count}项职权都", f"{count} powers")
        yield Hit(case.graph.register.authority, part=part.value, what=what, lacks=_lower(part.text))
    for power in case.in_force.powers:
        lacks = [part.text for part in publicity.lacks(power) if part not in nowhere]
        if lacks:
            what = Text(f"职权“{power.title}”", f"“{power.title}”")
            yield Hit(power, what=what, lacks=_listed(lacks))


def _listed(parts: list[Text]) -> Text:
    return Text("、".join(one.zh for one in parts), ", ".join(_lower(one).en for one in parts))


def _lower(text: Text) -> Text:
    return Text(text.zh, text.en.lower())
