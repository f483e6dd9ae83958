"""Promises and stays: nobody holds a tempting post too long, and letters lead down from the head."""

from collections.abc import Iterator

from powerlist.analysis.letters import broken_chains
from powerlist.analysis.rotation import Stay, long_stays
from powerlist.i18n import Text
from powerlist.model.severity import Severity
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule

_SHOWN = 3


@rule(
    "R07",
    Severity.WARNING,
    reviewers=(Reviewer.DISCIPLINE,),
    serves=Aim.WATCHED,
    title=Text("高风险岗位到期没有轮岗", "High-risk post held too long"),
    why=Text(
        "在高风险岗位坐得太久，人情和利益就结成了网。",
        "Who sits on a tempting post for too long has too many friends there.",
    ),
    fix=Text(
        "安排轮岗，并写明下一次轮岗到期日；不能轮岗的写明替代措施。",
        "Let the post change hands and set the next day; where that cannot be, name what is done instead.",
    ),
    message=Text("高风险岗位“{it.title}”{fault}。", "The high-risk post “{it.title}” {fault}."),
    basis=Text(
        "《公务员法》第七十一条；内部控制规范：关键岗位轮岗",
        "Civil Servants Law art. 71; rotation of key posts",
    ),
    needs=(Layer.RISKS, Layer.ROTATION),
    params={"most_years": 5},
    unless=Text(
        "领导岗位由上级交流，不检查；写了到期日的只看到期日；空缺岗位不检查；整份清单都没有写的不检查。",
        "Leaders are moved by their superiors; a day that is set goes before the years; vacant posts, "
        "and lists "
        "without any such day, are left out.",
    ),
)
def high_risk_post_held_too_long(case: Case) -> Iterator[Hit]:
    """Posts of high risk past their day of rotation, held for years, or without any day known."""
    years = case.param("R07", "most_years")
    for one in long_stays(case.in_force, years):
        yield Hit(one.post, field="rotation_due", witness=one.risks, fault=_stay(one, years))


def _stay(one: Stay, years: int) -> Text:
    if one.due:
        return Text(f"应于{one.due:%Y年%m月%d日}轮岗，已经过期", f"was due to change hands on {one.due}")
    if one.since:
        zh = f"的人员自{one.since:%Y年%m月}任职，已超过{years}年"
        return Text(zh, f"has had the same holder since {one.since:%Y-%m}, over {years} years")
    return Text(
        "没有写轮岗到期日，也不知道任职时间", "has no day of rotation, nor is it known how long it is held"
    )


@rule(
    "R10",
    Severity.WARNING,
    reviewers=(Reviewer.DISCIPLINE,),
    serves=Aim.ANSWERED,
    title=Text("责任书没有从主要领导签到岗位", "Letters that do not lead up to the head"),
    why=Text(
        "层层签订断了一层，责任就传不上去，也压不下来。",
        "Where one level has not signed, responsibility is passed neither up nor down.",
    ),
    fix=Text("由上一级补签责任书。", "Let the level above sign the missing letter."),
    hint=Text(
        "请“{it.title}”的上级与它补签责任书。", "Let the superior of “{it.title}” sign with that post."
    ),
    message=Text(
        "“{it.title}”没有与上级签订责任书，其下{count}个高风险岗位（“{below}”）的责任书到这里就断了。",
        "“{it.title}” has signed no letter with its superior: the letters of {count} high-risk post(s) "
        "below (“{below}”) end there.",
    ),
    basis=Text(
        "党风廉政建设责任制：层层签订责任书",
        "Responsibility system for clean government: letters at every level",
    ),
    needs=(Layer.RISKS, Layer.LETTERS),
    requires=("R09",),
    unless=Text(
        "没有签字或者签字日期在检查日之后的不算；高风险岗位自己没有责任书的由 R09 报告；"
        "没有主要领导岗位的清单不检查。",
        "Unsigned letters do not count; a high-risk post without a letter of its own is told by R09; "
        "lists without "
        "the post of a head are left out.",
    ),
)
def letters_short_of_the_head(case: Case) -> Iterator[Hit]:
    """Posts at which the letters of high-risk posts end below the head of the authority."""
    for one in broken_chains(case.in_force):
        below = "”“".join(post.title for post in one.below[:_SHOWN])
        yield Hit(one.at, witness=one.below, below=below, count=len(one.below))
