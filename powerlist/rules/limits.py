"""Limits on the list beside the clause, beside the aim, and beside what walls and guides show."""

from collections.abc import Iterator

from powerlist.analysis.limit_bases import limit_bases, unnamed_limit, wrong_unit
from powerlist.analysis.promises import promises
from powerlist.analysis.shown_limits import differing
from powerlist.analysis.step_times import mixed_days
from powerlist.i18n import Text
from powerlist.model.limits import TimeLimit, TimeUnit
from powerlist.model.severity import Severity
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule

_DAYS = (TimeUnit.WORKING_DAY, TimeUnit.CALENDAR_DAY)


def _unread(case: Case) -> Iterator[Text]:
    """The clauses whose words are not at hand."""
    count = sum(not one.named for found in limit_bases(case.in_force, case.laws) for one in found)
    if count:
        yield Text(
            f"{count}处时限依据既没有引文，也没有条文全文（--laws），没有核对。",
            f"{count} clause(s) cited for limits are neither quoted nor at hand as text (--laws).",
        )


@rule(
    "T02",
    Severity.WARNING,
    reviewers=(Reviewer.LEGAL,),
    serves=Aim.LAWFUL,
    title=Text("法定时限与依据条款不一致", "Statutory limit unlike the clause cited"),
    why=Text(
        "清单上的法定时限不是条文写的时限，承诺和监督都失了准。",
        "Where the limit is not that of the clause, promise and oversight measure the wrong thing.",
    ),
    fix=Text("按条文改正法定时限，或者改引正确的条款。", "Correct the limit, or cite the right clause."),
    message=Text(
        "职权“{it.title}”的法定时限{it.statutory_limit}，所引{basis.title}写的是{named}。",
        "“{it.title}” has the statutory limit {it.statutory_limit}; {basis.title} says {named}.",
    ),
    basis=Text("《优化营商环境条例》第三十六条", "Regulation on the Business Environment art. 36"),
    beyond=_unread,
    unless=Text(
        "只看作为时限依据引用的条款；有全文的看全文，没有的看清单自己的引文；条款写有几个期限的，有一个相同即可；"
        "行政许可法等以工作日计算的“日”按工作日比较。",
        "Only clauses cited for limits; read in the full text, else in the list's own quotation; of several "
        "periods one must agree; the days of laws that count in working days are working days.",
    ),
)
def statutory_limit_unlike_its_clause(case: Case) -> Iterator[Hit]:
    """Powers whose statutory limit no clause cited for it names, where one names others."""
    for found in limit_bases(case.in_force, case.laws):
        one = unnamed_limit(found, case.practice.procedures)
        if one:
            named = [limit.text for limit in dict.fromkeys(one.named)]
            zh, en = ("、".join(n.zh for n in named), ", ".join(n.en for n in named))
            yield Hit(one.power, field="statutory_limit", basis=one.basis, named=Text(zh, en))


@rule(
    "T04",
    Severity.WARNING,
    reviewers=(Reviewer.LEGAL,),
    serves=Aim.LAWFUL,
    title=Text("工作日和自然日混用", "Working days and natural days mixed"),
    why=Text(
        "二十个工作日和二十日差一周多，混着写，谁也说不清哪天到期。",
        "Twenty working days are a week longer than twenty days; mixed, nobody knows when they end.",
    ),
    fix=Text("按法律的计算方式统一写工作日或者日。", "Write the kind of days that the law counts in."),
    hint=Text("{cure}。", "{cure}."),
    message=Text("{what}。", "{what}."),
    basis=Text(
        "《行政许可法》第八十二条；《行政处罚法》第八十五条；《行政强制法》第六十九条",
        "Licensing Law art. 82; Penalties Law art. 85; Compulsion Law art. 69",
    ),
    requires=("T01", "T02", "T03"),
    unless=Text(
        "承诺时限已经超过法定时限、流程已经超过承诺的由T01、T03报告；以小时、分钟、月、年写的不算混用；没有时限的职权，"
        "以及不计时的环节不检查；只核对知道怎样计算的法律。",
        "What exceeds a limit is told by T01 and T03; hours, minutes, months and years are not mixed; powers "
        "without a limit and steps off the clock are left out; only laws whose days are known are asked.",
    ),
)
def working_and_natural_days_mixed(case: Case) -> Iterator[Hit]:
    """Limits in other days than the law counts in, promises in other days than the limit, steps in both."""
    for found in limit_bases(case.in_force, case.laws):
        wrong = wrong_unit(found, case.practice.procedures)
        if wrong:
            yield _wrong_days(wrong[0].power.name, Hit(wrong[0].power), wrong[0].limit, wrong[1])
    for power in case.in_force.powers:
        law, promise = power.statutory_limit, power.promised_limit
        if law and promise and {law.unit, promise.unit} == set(_DAYS) and law.value and promise.value:
            zh = f"职权“{power.title}”的法定时限是{law.text.zh}，承诺时限是{promise.text.zh}"
            en = f"“{power.title}” has a limit of {law.text.en} and promises {promise.text.en}"
            cure = Text("承诺时限改用与法定时限相同的日", "Promise in the days of the statutory limit")
            yield Hit(power, field="promised_limit", part="promise", what=Text(zh, en), cure=cure)
    yield from _mixed_steps(case)


def _wrong_days(name: str, hit: Hit, limit: TimeLimit, right: TimeUnit) -> Hit:
    good = TimeLimit(value=limit.value, unit=right).text
    zh = f"职权“{name}”的法定时限写作{limit.text.zh}，所引法律以{good.zh}计算"
    en = f"“{name}” has a limit of {limit.text.en}; the law cited for it counts {good.en}"
    cure = Text(f"改为{good.zh}", f"Write {good.en}")
    return Hit(hit.entity, field="statutory_limit", part="statute", what=Text(zh, en), cure=cure)


def _mixed_steps(case: Case) -> Iterator[Hit]:
    for road in case.in_force.roads:
        limits = [p for p in case.in_force.powers_of(road.process) if p.promised_limit or p.statutory_limit]
        pair = mixed_days(road, case.practice.stages) if limits else None
        if pair and pair[0].limit and pair[1].limit:
            (a, b), (one, other) = pair, (pair[0].limit.text, pair[1].limit.text)
            name = road.process.name
            zh = f"流程“{name}”的“{a.name}”用{one.zh}，“{b.name}”用{other.zh}"
            en = f"“{name}” has “{a.name}” in {one.en} and “{b.name}” in {other.en}"
            cure = Text("环节时限改用同一种日", "Give the steps one kind of days")
            yield Hit(road.process, part="steps", witness=pair, what=Text(zh, en), cure=cure)


@rule(
    "T09",
    Severity.INFO,
    reviewers=(Reviewer.SERVICE,),
    serves=Aim.OPEN,
    title=Text("承诺时限平均没有压缩到位", "Promises too close to the law on average"),
    why=Text(
        "要求的是把办理时限平均压缩到法定时限的一半以内。",
        "The aim is to promise, on average, no more than half of what the law allows.",
    ),
    fix=Text("压缩承诺时限，先从压缩最少的事项做起。", "Shorten promises, the least shortened first."),
    message=Text(
        "“{it.name}”{count}项有法定时限的职权，承诺时限平均是法定时限的{share}，高于{most}。",
        "{count} powers of “{it.name}” promise {share} of the law on average, more than {most}.",
    ),
    basis=Text("六权治本工作要求：办理时限平均压缩一半以上", "Programme aim: half of the statutory limit"),
    params={"most_share": 0.5},
    unless=Text(
        "只算法定时限和承诺时限都有的职权，逐项相除后平均；只是提示，不要求每一项都压缩一半。",
        "Only powers with both limits, averaged over their quotients; a hint, no demand on any single one.",
    ),
)
def promises_close_to_the_law(case: Case) -> Iterator[Hit]:
    """The authority, where its promises are on average a larger share of the law than aimed at."""
    found, most = promises(case.graph), case.param("T09", "most_share")
    if found.ratio is not None and found.ratio > most + 1e-9:
        share = f"{found.ratio:.0%}"
        yield Hit(case.graph.register.authority, count=found.counted, share=share, most=f"{most:.0%}")


@rule(
    "T12",
    Severity.ERROR,
    reviewers=(Reviewer.DISCLOSURE,),
    serves=Aim.OPEN,
    title=Text("公开的时限与清单不一致", "Published limit unlike the list"),
    why=Text(
        "墙上、网上、指南上各写各的时限，群众不知道该信哪一个。",
        "Wall, web and guide each with its own limit: nobody knows which to believe.",
    ),
    fix=Text("按清单更新各处公开的时限。", "Bring every publication in line with the list."),
    message=Text(
        "“{power.name}”在{channel}公开的时限是{it.limit}，{against}{limit}。",
        "“{power.name}” shows {it.limit} on {channel}, {against} {limit}.",
    ),
    basis=Text(
        "《优化营商环境条例》第三十五条、第三十六条", "Regulation on the Business Environment arts. 35-36"
    ),
    needs=(Layer.SHOWN_LIMITS,),
    unless=Text(
        "没有写时限的公开、已经撤下和还没有发布的公开不检查；几项职权共用的流程，与其中一项相同即可；"
        "清单没有时限的，只比较各处公开。",
        "Publications without a limit, taken down or not yet out are left out; for a shared process any "
        "of its powers will do; where the list has no limit, publications are compared with each other.",
    ),
)
def published_limit_unlike_the_list(case: Case) -> Iterator[Hit]:
    """Publications that show another limit than the list, or than each other."""
    listed = Text("清单上是", "the list says")
    for one in differing(case.in_force):
        other = one.other
        elsewhere = (
            Text(f"{other.channel or '另一处'}是", f"{other.channel or 'elsewhere'}") if other else listed
        )
        channel = one.publication.channel or one.publication.view
        yield Hit(
            one.publication,
            field="limit",
            witness=(one.power,),
            power=one.power,
            limit=one.limit,
            channel=Text(channel or "一处", channel or "one place"),
            against=elsewhere,
        )
