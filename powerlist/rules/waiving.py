"""Waivers that no longer do what they were given for."""

from collections.abc import Iterator

from powerlist.i18n import Text
from powerlist.model.severity import Severity
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule

_WITHOUT = Text("没有给出豁免文件的不检查。", "Nothing is said where no file of waivers is given.")


@rule(
    "W01",
    Severity.WARNING,
    reviewers=(Reviewer.DISCIPLINE,),
    serves=Aim.BOUND,
    title=Text("豁免已经到期", "Waiver expired"),
    why=Text(
        "豁免有期限；到期以后问题重新算数。",
        "A waiver is given for a time; after it the finding counts again.",
    ),
    fix=Text(
        "把问题改好并删去这条豁免，或者重新报批、写新的期限。",
        "Mend the fault and delete the waiver, or have it approved anew.",
    ),
    message=Text(
        "“{it.name}”的豁免“{waiver.title}”已于{waiver.until}到期（理由：{waiver.reason}）。",
        "The waiver “{waiver.title}” of “{it.name}” expired on {waiver.until} (reason: {waiver.reason}).",
    ),
    unless=_WITHOUT,
    after_all=True,
)
def waiver_expired(case: Case) -> Iterator[Hit]:
    """Waivers whose last day is over."""
    for waiver in case.waivers:
        if waiver.expired(case.as_of):
            yield Hit(case.graph.register.authority, part=waiver.title, waiver=waiver).at(waiver.source)


@rule(
    "W02",
    Severity.INFO,
    reviewers=(Reviewer.DISCIPLINE,),
    serves=Aim.BOUND,
    title=Text("豁免没有对应的问题", "Waiver without a finding"),
    why=Text(
        "问题已经改好，或者编号写错；留着的豁免会遮住以后的问题。",
        "The fault is mended, or the key is wrong; a waiver left behind hides a later fault.",
    ),
    fix=Text("删去这条豁免，或者改正编号和名称。", "Delete the waiver, or correct its key or name."),
    message=Text(
        "“{it.name}”的豁免“{waiver.title}”没有对应任何问题。",
        "The waiver “{waiver.title}” of “{it.name}” covers no finding.",
    ),
    unless=_WITHOUT,
    after_all=True,
)
def waiver_without_finding(case: Case) -> Iterator[Hit]:
    """Waivers in force that no finding needs."""
    for waiver in case.idle_waivers:
        yield Hit(case.graph.register.authority, part=waiver.title, waiver=waiver).at(waiver.source)
