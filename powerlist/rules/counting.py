"""The list counted: what was declared, and the numbers of its rows."""

from collections.abc import Iterator

from powerlist.analysis.counting import Miscount, miscounts, numbering
from powerlist.i18n import Text
from powerlist.model.severity import Severity
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule

_SHOWN = 5


@rule(
    "C09",
    Severity.ERROR,
    reviewers=(Reviewer.STAFFING,),
    serves=Aim.LAWFUL,
    title=Text("项数或序号不符", "Counts or numbers that do not tally"),
    why=Text(
        "报上去多少项、清单上列多少项对不上，不是漏了就是重了。",
        "Where the number reported and the rows on the list differ, something is missing or stands twice.",
    ),
    fix=Text(
        "核对上报数和清单，补上漏掉的行，改正重复的序号。",
        "Compare the count reported with the list; add rows left out, correct numbers that stand twice.",
    ),
    message=Text("{what}。", "{what}."),
    basis=Text("权责清单编制：项数、序号与上报口径一致", "Lists tally with what was reported, row by row"),
    needs=(Layer.NUMBERS,),
    unless=Text(
        "已取消、转移的和内部权力算不算进上报数，两种口径都可以；序号可以按类型、分组、科室或工作表重新起编；"
        "不是数字的序号不看；缺号或重号超过两成的视为摘录，不检查。",
        "Gone and internal powers may count or not; numbers may start anew in a type, a group, a unit or a "
        "sheet; numbers that are not plain are left out; a list that lacks or doubles more than a fifth of "
        "its "
        "numbers is an excerpt.",
    ),
)
def count_that_does_not_tally(case: Case) -> Iterator[Hit]:
    """Declared counts that the list does not meet, numbers that stand twice, numbers left out."""
    authority = case.graph.register.authority
    for one in miscounts(case.in_force, case.practice.listing):
        yield Hit(authority, field="declared", part=one.declared.of, what=_miscount(authority.name, one))
    found = numbering(case.in_force)
    for number, powers in found.doubles:
        names = "、".join(power.title for power in powers[:_SHOWN])
        what = Text(f"序号{number}重复：{names}", f"The number {number} stands twice or more: {names}")
        yield Hit(powers[1], field="number", witness=powers, what=what)
    if found.gaps:
        shown = "、".join(str(number) for number in found.gaps[:_SHOWN])
        more = "等" if len(found.gaps) > _SHOWN else ""
        count = len(found.gaps)
        what = Text(
            f"{authority.name}清单的序号缺{count}个：{shown}{more}", f"{count} number(s) left out: {shown}"
        )
        yield Hit(authority, part="gaps", what=what)


def _miscount(who: str, one: Miscount) -> Text:
    of, count = one.declared.of, one.declared.count
    zh = f"{who}上报“{of}”{count}项，清单上有{one.listed}项（在行使的{one.running}项）"
    return Text(zh, f"{who} reported “{of}” as {count}; the list has {one.listed} ({one.running} running)")
