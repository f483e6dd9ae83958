"""Leftovers: what still runs of powers that are gone, and licences under another name."""

from collections.abc import Iterator

from powerlist.analysis.leftovers import disguised_licences, still_running
from powerlist.i18n import Text
from powerlist.model.power import Power
from powerlist.model.severity import Severity
from powerlist.practice.lawfulness import load_lawfulness
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule

_ENDED = Text("已到期", "ended")
_LIVE = {
    "process": (
        Text("流程“{name}”还是现行", "“{name}” is still called current"),
        Text(
            "把流程改为原有流程；仍在办的，改正处置意见",
            "Call the process a former one; if it does run, correct the disposition",
        ),
    ),
    "fee": (
        Text("还写着收费", "it still charges"),
        Text("停止收费并改为不收费", "Stop charging, and say so"),
    ),
}


@rule(
    "L10",
    Severity.ERROR,
    reviewers=(Reviewer.STAFFING,),
    serves=Aim.LAWFUL,
    title=Text("已取消、下放的职权仍在运行", "Gone power still running"),
    why=Text(
        "取消、下放的事项还有流程、还在收费，就是明放暗不放。",
        "A power that was dropped or handed down and still has its road or its fee is gone in name alone.",
    ),
    fix=Text(
        "把它的流程改为原有流程，停止收费；仍由本单位行使的，改正处置意见。",
        "Retire its process and its charge; where the bureau still runs it, correct the disposition.",
    ),
    hint=Text("{cure}。", "{cure}."),
    message=Text("职权“{it.title}”处置意见是{gone}，{live}。", "“{it.title}” is gone ({gone}), yet {live}."),
    basis=Text("《优化营商环境条例》第四十条", "Regulation on the Business Environment art. 40"),
    unless=Text(
        "同一流程还运行着别的在办职权的、分子项的流程不报告；还在公示的由 B08 报告。",
        "A process that also runs a power in force, or sub-items, is left out; what is still on show is told "
        "by B08.",
    ),
)
def gone_power_still_running(case: Case) -> Iterator[Hit]:
    """Gone powers with a current process or a charge."""
    for power, part, processes in still_running(case.in_force):
        live, cure = _LIVE[part]
        name = processes[0].title if processes else ""
        yield Hit(
            power, part=part, witness=processes, gone=_gone(power), live=live.fill(name=name), cure=cure
        )


def _gone(power: Power) -> Text:
    kind = power.disposition
    return Text(kind.text.zh, kind.text.en.lower()) if kind and kind.gone else _ENDED


@rule(
    "L11",
    Severity.WARNING,
    reviewers=(Reviewer.LEGAL,),
    serves=Aim.LAWFUL,
    title=Text("以备案、登记之名行许可之实", "A licence in the name of a filing"),
    why=Text(
        "备案、登记、年检只是告知和记录；办完可以不予，不办就不能做，就是变相设定许可。",
        "A filing tells and records; where it can be refused, it is a licence that nobody was given.",
    ),
    fix=Text(
        "备案只作形式核对，去掉“不予”的出口；确属许可的，按许可的依据、类型和程序列入。",
        "Let the filing check forms alone, without refusal; a true licence is listed as one, with its basis.",
    ),
    message=Text(
        "其他类职权“{it.title}”的流程“{at}”决定之后分“{grant}”和“{refusal}”，像是许可。",
        "“{it.title}” is no licence by its type, yet “{at}” grants or refuses: “{grant}”, “{refusal}”.",
    ),
    basis=Text(
        "《优化营商环境条例》第三十九条；《行政许可法》第三条",
        "Regulation on the Business Environment art. 39; Licensing Law art. 3",
    ),
    needs=(Layer.FLOWS, Layer.STEP_STAGES),
    unless=Text(
        "只看名称里有备案、登记、注册、年检等字样的其他类职权；不予受理不算不予；对象是机关、事业单位的（行政机关"
        "对事业单位人事、财务的审批不是许可）不报告。",
        "Only other powers whose names speak of filing, registration or annual checks; turning an "
        "application away is no refusal; matters of state bodies and public institutions are no licences.",
    ),
)
def licence_in_the_name_of_a_filing(case: Case) -> Iterator[Hit]:
    """Filings and registrations whose process grants or refuses once it has decided."""
    practice = case.practice
    for one in disguised_licences(case.in_force, practice.stages, practice.procedures, load_lawfulness()):
        yield Hit(
            one.power,
            witness=(one.fork,),
            at=one.road.process.title,
            grant=one.grant.condition,
            refusal=one.refusal.condition or one.road.nodes[one.refusal.target].title,
        )
