"""What is on show: that it is today's, that it holds nothing private, that it is not of what is gone."""

from collections.abc import Iterator

from powerlist.analysis.disclosing import FIELDS, changed_lately, left_empty, on_show, private_headings
from powerlist.analysis.leftovers import shown_though_gone
from powerlist.analysis.shown_content import outdated
from powerlist.i18n import Text
from powerlist.model.oversight import Publication
from powerlist.model.power import Power
from powerlist.model.severity import Severity
from powerlist.practice.lawfulness import load_lawfulness
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule

_FIELDS = dict(
    zip(
        FIELDS,
        (
            Text("公开渠道", "the channel"),
            Text("公开对象", "the audience"),
            Text("公开方式", "the manner"),
            Text("公开时限", "the time"),
        ),
        strict=True,
    )
)


def _place(one: Publication) -> Text:
    """Where a publication is, in brackets."""
    return Text(f"（{one.channel}）", f" ({one.channel})") if one.channel else Text("", "")


@rule(
    "B02",
    Severity.ERROR,
    reviewers=(Reviewer.DISCLOSURE,),
    serves=Aim.OPEN,
    title=Text("公开的不是现在的内容", "What is shown is not today's"),
    why=Text(
        "清单、流程改了而网上、墙上没有换，群众照着旧的办。",
        "Where the list has changed and the wall has not, people follow what no longer holds.",
    ),
    fix=Text(
        "按现在的内容重新公开，并记下新的内容指纹。",
        "Publish today's content and record its fingerprint.",
    ),
    message=Text(
        "“{shown}”{place}公开以后内容有改动，公开的还是旧的。",
        "“{shown}”{place} changed after it was published; the old content is still shown.",
    ),
    basis=Text(
        "《政府信息公开条例》第六条、第二十六条", "Open Government Information Regulation arts. 6, 26"
    ),
    params={"working_days": 20},
    unless=Text(
        "没有记下内容指纹的、已经撤下的不检查；只改了不对外的字段（岗位、要点、备注）和不对外的环节不算改动；"
        "调整或者生效不满二十个工作日（可以另设）的不报告。",
        "Publications without a fingerprint of their content, or withdrawn, are left out; changes of what "
        "outsiders do not see (posts, points, notes, hidden steps) do not count; there are twenty working "
        "days (or the number set) from the change.",
    ),
    needs=(Layer.PUBLICATIONS,),
)
def shown_content_outdated(case: Case) -> Iterator[Hit]:
    """Publications whose fingerprint is not that of what they show."""
    days = case.param("B02", "working_days")
    for one, shown in outdated(case.in_force):
        powers = [shown] if isinstance(shown, Power) else case.in_force.powers_of(shown)
        if not changed_lately(case.workdays, powers, case.as_of, days):
            yield Hit(one, field="fingerprint", witness=(shown,), shown=shown.title, place=_place(one))


@rule(
    "B04",
    Severity.ERROR,
    reviewers=(Reviewer.DISCLOSURE, Reviewer.DISCIPLINE),
    serves=Aim.OPEN,
    title=Text("公开了内部信息", "Private columns on show"),
    why=Text(
        "人员姓名、风险、承办要求等内部栏目对外公开，会泄露隐私，也会暴露防控。",
        "Names, risks and instructions on a public notice harm people and give the controls away.",
    ),
    fix=Text("撤下这些栏目，重新公开。", "Take these columns off and publish anew."),
    hint=Text("撤下{names}后重新公开。", "Publish anew without: {names}."),
    message=Text(
        "“{shown}”{place}对外公开了内部栏目：{names}。", "“{shown}”{place} shows private columns: {names}."
    ),
    basis=Text(
        "《政府信息公开条例》第十四条至第十六条", "Open Government Information Regulation arts. 14-16"
    ),
    needs=(Layer.SHOWN_HEADINGS,),
    unless=Text(
        "按栏目名称核对：同名栏目在别的表里可以公开的，以及清单上通常都有的备注不报告；"
        "只在内部公开、依申请公开的和已经撤下的不检查。",
        "Columns are known by their headings; one that is public on another sheet, and the notes that most "
        "lists have, are passed over; what is shown inside the bureau alone, on request, or withdrawn is "
        "left out.",
    ),
)
def private_columns_on_show(case: Case) -> Iterator[Hit]:
    """Publications for the public with headings of fields that are not public."""
    words = load_lawfulness()
    for one in on_show(case.in_force):
        names = private_headings(one, words)
        if names:
            of = case.graph.register[one.of]
            zh, en = "、".join(names), ", ".join(names)
            yield Hit(
                one, field="shows", witness=(of,), shown=of.title, place=_place(one), names=Text(zh, en)
            )


@rule(
    "B08",
    Severity.ERROR,
    reviewers=(Reviewer.DISCLOSURE,),
    serves=Aim.OPEN,
    title=Text("已取消的职权还在公示", "Gone power still on show"),
    why=Text(
        "网上、墙上还写着已经取消、下放的事项，群众会白跑一趟。",
        "What the wall still offers and the bureau no longer does costs people a way for nothing.",
    ),
    fix=Text(
        "撤下并登记撤下日期；改由别处办理的，公告去哪里办。",
        "Take it down and record the day; say where it is done now.",
    ),
    message=Text(
        "“{shown}”已经不由本单位行使，却还在公示{place}。", "“{shown}” is gone, yet still on show{place}."
    ),
    basis=Text("《政府信息公开条例》第六条", "Open Government Information Regulation art. 6"),
    needs=(Layer.PUBLICATIONS,),
    unless=Text(
        "登记了撤下日期且已到的不报告；流程还运行着别的在办职权的不报告。",
        "What was withdrawn by the day is left out, and so is a process that also runs a power in force.",
    ),
)
def gone_power_on_show(case: Case) -> Iterator[Hit]:
    """Publications on show of gone powers and of their processes."""
    for one, shown in shown_though_gone(case.in_force):
        yield Hit(one, field="withdrawn_on", witness=(shown,), shown=shown.title, place=_place(one))


@rule(
    "B09",
    Severity.WARNING,
    reviewers=(Reviewer.DISCLOSURE,),
    serves=Aim.OPEN,
    title=Text("公开目录要素不全", "Row of the disclosure catalogue incomplete"),
    why=Text(
        "不写渠道、对象、方式和时限，就不知道在哪里、对谁、多久公开一次。",
        "Without channel, audience, manner and time nobody knows where, to whom and how long it is shown.",
    ),
    fix=Text("补齐公开目录的要素。", "Fill in the row."),
    hint=Text("补写{lacks}。", "State {lacks}."),
    message=Text("“{shown}”的公开没有写明{lacks}。", "The publication of “{shown}” does not state {lacks}."),
    basis=Text(
        "《政府信息公开条例》第二十三条；基层政务公开标准目录",
        "Open Government Information Regulation art. 23; the standard catalogues of disclosure",
    ),
    needs=(Layer.PUBLICATIONS,),
    unless=Text(
        "整份清单都没有写的要素不要求；已经撤下的、职权已经不行使的不检查。",
        "What no publication of the list states is not asked for; withdrawn ones and those of gone powers "
        "are left out.",
    ),
)
def publication_row_incomplete(case: Case) -> Iterator[Hit]:
    """Publications that lack what others of the list state."""
    for one, lacks in left_empty(case.in_force):
        names = [_FIELDS[name] for name in lacks]
        told = Text("、".join(name.zh for name in names), ", ".join(name.en for name in names))
        of = case.graph.register[one.of]
        yield Hit(one, field=lacks[0], witness=(of,), shown=of.title, lacks=told)
