"""Organisation: units that are no more, posts without work, lines of reporting that lead nowhere."""

from collections.abc import Iterator

from powerlist.analysis.organisation import circles, held_by, homeless_posts, idle_posts, loose_posts
from powerlist.i18n import Text
from powerlist.model.organisation import Post
from powerlist.model.severity import Severity
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule

_MEASURES = {"post": "个"}  # 量词：一项职权，一个岗位


@rule(
    "O01",
    Severity.ERROR,
    reviewers=(Reviewer.STAFFING,),
    serves=Aim.SHARED,
    title=Text("撤销机构仍持有职权或责任", "Abolished unit that still holds work"),
    why=Text(
        "科室已经撤销，名下的职权和责任没有人接。",
        "The unit is gone, and nobody has taken over what it held.",
    ),
    fix=Text(
        "把名下的职权、责任和岗位改到接续的科室。",
        "Move powers, duties and posts to the unit that took over.",
    ),
    hint=Text("把{things}改到接续的科室。", "Move {things} to the unit that took over."),
    message=Text(
        "科室“{it.title}”已于{day}撤销，名下仍有{things}。",
        "The unit “{it.title}” ended on {day} and still holds {things}.",
    ),
    basis=Text(
        "权责清单动态管理：机构、职能调整的，清单相应调整",
        "Upkeep of lists: they follow changes of units and functions",
    ),
    unless=Text("尚未到设立日期的科室不检查。", "Units that do not exist yet are left out."),
)
def abolished_unit_with_work(case: Case) -> Iterator[Hit]:
    """Units that are over and still have powers, duties or posts."""
    for unit in case.graph.register.units:
        held = held_by(case.in_force, unit) if unit.is_over(case.as_of) else []
        if held:
            kinds = {thing.kind: thing.label for thing in held}
            counts = {kind: sum(1 for thing in held if thing.kind == kind) for kind in kinds}
            zh = "、".join(
                f"{counts[kind]}{_MEASURES.get(kind, '项')}{label.zh}" for kind, label in kinds.items()
            )
            en = ", ".join(f"{counts[kind]} {label.en.lower()}(s)" for kind, label in kinds.items())
            yield Hit(unit, field="valid_to", witness=tuple(held), day=unit.valid_to, things=Text(zh, en))


@rule(
    "O02",
    Severity.INFO,
    reviewers=(Reviewer.STAFFING,),
    serves=Aim.SHARED,
    title=Text("孤儿岗位", "Post without work"),
    why=Text(
        "岗位没有责任、环节、措施和监督，可能是清单漏写，也可能是岗位多余。",
        "No duty, step, control or supervision is on it: the list forgot it, or it is not needed.",
    ),
    fix=Text(
        "把它实际承担的责任写进清单，或核实是否保留。", "Write its real work into the list, or drop it."
    ),
    message=Text(
        "岗位“{it.title}”没有承担任何责任、环节、防控措施或监督。",
        "The post “{it.title}” has no duty, step, control or supervision.",
    ),
    basis=Text(
        "中央编办、原国务院法制办2018年权责清单指导意见：流程、岗位、责任明确",
        "The 2018 guidance on power lists: process, post and duty are clear",
    ),
    unless=Text(
        "所在科室还有职权没有把责任落到岗位、没有画流程的，先不提示；没有职权的综合科室里写明了岗位职责的岗位、"
        "分管领导和AB岗不提示。",
        "Nothing is said while powers of its unit are not yet worked out; described posts of a unit without "
        "powers, leaders in charge and backups are left out.",
    ),
)
def post_without_work(case: Case) -> Iterator[Hit]:
    """Posts that nothing names."""
    for post in idle_posts(case.in_force):
        yield Hit(post)


@rule(
    "O03",
    Severity.ERROR,
    reviewers=(Reviewer.STAFFING,),
    serves=Aim.SHARED,
    title=Text("岗位无科室、无上级或汇报成圈", "Post outside the organisation"),
    why=Text(
        "找不到上级的岗位没有人监督，责任书也签不到它。",
        "A post without a superior is supervised by nobody and signs no letter of responsibility.",
    ),
    fix=Text("填写所在科室和上级岗位，改正成圈的汇报关系。", "Name unit and superior, and break the circle."),
    hint=Text("{cure}。", "{cure}."),
    message=Text("{what}{fault}。", "{what} {fault}."),
    basis=Text(
        "中央编办、原国务院法制办2018年权责清单指导意见：流程、岗位、责任明确",
        "The 2018 guidance on power lists: process, post and duty are clear",
    ),
    unless=Text(
        "主要领导没有上级；局领导可以不设在科室；没有写上级但科室有负责人或分管领导的视为向其汇报；"
        "整份清单都没有写的只报告一次。",
        "The head of the authority has no superior and leaders need no unit; a post reports to the head or "
        "the leader of its unit; where the whole list is silent, it is one finding.",
    ),
)
def post_outside_organisation(case: Case) -> Iterator[Hit]:
    """Posts without a unit, without a superior, or in a circle of superiors."""
    scope = case.in_force
    yield from _outside(case, "unit", homeless_posts(scope))
    yield from _outside(case, "line", loose_posts(scope))
    for circle in circles(scope):
        names = " → ".join(post.name for post in (*circle, circle[0]))
        fault = Text(f"的汇报关系成了一个圈：{names}", f"reports in a circle: {names}")
        yield _hit(circle[0], "circle", fault, witness=tuple(circle))


def _outside(case: Case, part: str, posts: list[Post]) -> Iterator[Hit]:
    """One hit a post; one for all where the whole list says nothing about it."""
    named = any(post.unit if part == "unit" else post.reports_to for post in case.graph.posts)
    if len(posts) > 1 and not named:
        what = Text(f"{len(posts)}个岗位", f"{len(posts)} posts, all of them,")
        yield Hit(case.graph.register.authority, part=part, what=what, fault=_FAULTS[part], cure=_CURES[part])
    else:
        yield from (_hit(post, part, _FAULTS[part]) for post in posts)


def _hit(post: Post, part: str, fault: Text, witness: tuple[Post, ...] = ()) -> Hit:
    what = Text(f"岗位“{post.title}”", f"The post “{post.title}”")
    return Hit(post, part=part, witness=witness, what=what, fault=fault, cure=_CURES[part])


_FAULTS = {
    "unit": Text("没有写明所在科室", "stands in no unit"),
    "line": Text("没有写明上级岗位", "reports to nobody"),
}
_CURES = {
    "unit": Text("填写所在科室", "Name the unit"),
    "line": Text("填写上级岗位，或为科室指定负责人", "Name the superior post, or give the unit a head"),
    "circle": Text("改正其中一个岗位的上级", "Correct the superior of one of them"),
}
