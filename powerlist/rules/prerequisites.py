"""Prerequisites: what must be had before is on somebody's list, and nobody waits for himself."""

from collections.abc import Iterator

from powerlist.analysis.prerequisites import Listed, Listing, circles, needs
from powerlist.i18n import Text
from powerlist.model.identity import squeezed
from powerlist.model.severity import Severity
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule


@rule(
    "P11",
    Severity.ERROR,
    reviewers=(Reviewer.SERVICE, Reviewer.STAFFING),
    serves=Aim.BOUND,
    title=Text("前置事项互为条件", "Prerequisites that wait for each other"),
    why=Text(
        "办甲要先办乙，办乙又要先办甲，申请人永远办不成。",
        "Where each needs the other first, nobody can ever begin.",
    ),
    fix=Text(
        "去掉其中一项前置，或者改为并联办理。", "Drop one of the prerequisites, or handle them together."
    ),
    message=Text("前置事项互为条件：{way}。", "Prerequisites wait for each other: {way}."),
    basis=Text("《优化营商环境条例》第三十五条", "Regulation on the Business Environment art. 35"),
    needs=(Layer.PREREQUISITES,),
    unless=Text(
        "按编码、名称或子项名称对应；同一职权的子项之间不算；本清单没有而几个其他单位都有的名称，不知道指谁，不算。",
        "Matched by code, name or the name of a sub-item; sub-items of one power do not count; a name that "
        "several other authorities have, and the own list has not, leads nowhere.",
    ),
)
def prerequisites_in_a_circle(case: Case) -> Iterator[Hit]:
    """Powers that need each other first, over all lists that are open; each circle once."""
    for line in circles(case.in_force, _own(case), _others(case)):
        home = line[0].authority
        mine = tuple(one.power for one in line[:-1] if one.authority == home)
        yield Hit(
            mine[0], field="prerequisites", witness=mine, way=" → ".join(_name(one, home) for one in line)
        )


def _name(one: Listed, home: str) -> str:
    return one.power.name if one.authority == home else f"{one.power.name}（{one.authority}）"


def _unopened(case: Case) -> Iterator[Text]:
    """The prerequisites of others whose list is not open."""
    if case.workspace is None:
        count = sum(not one.found for one in needs(case.in_force, _own(case), None))
        if count:
            yield Text(
                f"{count}处前置事项不在本清单上，没有同时打开其他单位的清单，没有核对。",
                f"{count} prerequisite(s) are not on this list, and no list of another authority is open.",
            )


@rule(
    "P12",
    Severity.ERROR,
    reviewers=(Reviewer.STAFFING,),
    serves=Aim.BOUND,
    title=Text("前置事项已取消或者不在清单上", "Prerequisite that is gone or on no list"),
    why=Text(
        "要求先办一件已经取消、谁的清单上都没有的事，申请人无处可办。",
        "A matter that is cancelled, or on nobody's list, cannot be had from anyone.",
    ),
    fix=Text("删去这项前置，或者改为现行事项的名称或编码。", "Drop it, or give the name or code of today."),
    message=Text(
        "职权“{it.title}”的前置事项“{word}”{fault}。", "“{it.title}” needs “{word}” first, which {fault}."
    ),
    basis=Text("《优化营商环境条例》第四十条", "Regulation on the Business Environment art. 40"),
    needs=(Layer.PREREQUISITES,),
    beyond=_unopened,
    unless=Text(
        "没有同时打开其他单位的清单时，只报告本清单上已取消的；同名事项只要有一项在办就不报告。",
        "While no list of another authority is open, only what is gone from the own list is told; one "
        "running power of that name is enough.",
    ),
)
def prerequisite_that_is_gone(case: Case) -> Iterator[Hit]:
    """Prerequisites that no list has, or that lists only have as gone."""
    for need in needs(case.in_force, _own(case), _others(case)):
        if need.found and not any(one.runs for one in need.found):
            told = Text("已经取消或者不再行使", "is cancelled or no longer exercised")
        elif not need.found and case.workspace is not None:
            count = len(case.workspace.listing.authorities | {case.graph.register.authority.name})
            told = Text(f"在打开的{count}份清单上都没有", f"is on none of the {count} lists that are open")
        else:
            continue
        yield Hit(need.power, field="prerequisites", part=squeezed(need.word), word=need.word, fault=told)


def _own(case: Case) -> Listing:
    return Listing.of([case.in_force])


def _others(case: Case) -> Listing | None:
    return case.workspace.listing if case.workspace is not None else None
