"""The bureau as a forest of posts: who has nothing to do, who reports to nobody, who reports in a circle."""

from collections.abc import Iterator

from powerlist.analysis.in_force import InForce
from powerlist.model.codes import PostLevel
from powerlist.model.entity import Entity
from powerlist.model.organisation import Post, Unit
from powerlist.model.power import Power

_NAMED_BY = (
    *("LED_BY", "REPORTS_TO", "BACKED_UP_BY", "OWNED_BY", "CONTROL_WATCHED_BY", "RISK_ON", "RISK_WATCHED_BY"),
    *("OVERSEEN_BY", "OVERSEES", "ASSIGNED_TO", "DONE_BY", "DECIDED_BY"),
)  # 只签了承诺书、责任书，不是有事做


def idle_posts(scope: InForce) -> Iterator[Post]:
    """Posts that no duty, step, control, supervision, unit or other post names.

    Left out: posts of units with powers not yet worked out, and described posts of units without powers.
    """
    unfinished = {id for power in scope.powers if not worked_out(scope, power) for id in power.units}
    handling = {id for power in scope.powers for id in power.units}
    for post in scope.posts:
        outside = post.unit is not None and post.unit not in handling and bool(post.work)
        named = any(scope.graph.sources(post, relation) for relation in _NAMED_BY)
        if not named and not outside and post.unit not in unfinished:
            yield post


def worked_out(scope: InForce, power: Power) -> bool:
    """Whether a power has duties, each with a post, and a process."""
    duties = scope.graph.duties_of(power)
    return bool(scope.roads_of(power) and duties) and all(scope.graph.posts_of(duty) for duty in duties)


def homeless_posts(scope: InForce) -> list[Post]:
    """Posts in no unit; leaders need none."""
    leaders = (PostLevel.CHIEF, PostLevel.DEPUTY)
    return [p for p in scope.posts if p.level not in leaders and scope.graph.unit_of(p) is None]


def loose_posts(scope: InForce) -> list[Post]:
    """Posts below the head of the authority that no line of reporting ties to a superior."""
    return [p for p in scope.posts if p.level is not PostLevel.CHIEF and not _reports(scope, p)]


def _reports(scope: InForce, post: Post) -> bool:
    """Whether it names a superior, or its unit has a head or a leader in charge who is another."""
    if post.reports_to:
        return True
    unit = scope.graph.unit_of(post)
    if unit is None:
        return False
    above = {other.id for other in scope.graph.posts_in(unit) if other.level is PostLevel.HEAD}
    return bool((above | {unit.led_by}) - {post.id, None})


def circles(scope: InForce) -> Iterator[list[Post]]:
    """Posts that report in a circle, each circle once, from its smallest id."""
    told: set[str] = set()
    for post in sorted(scope.graph.posts, key=lambda post: post.id):
        above = list(scope.graph.superiors_of(post)) if post.id not in told else []
        if above and above[-1].reports_to == post.id:
            told |= {post.id, *(other.id for other in above)}
            yield [post, *above]


def held_by(scope: InForce, unit: Unit) -> list[Entity]:
    """What still hangs on a unit: powers, duties left to it, posts that exist on the day."""
    graph = scope.graph
    powers = [*graph.sources(unit, "HANDLED_BY"), *graph.sources(unit, "SUPPORTED_BY")]
    duties = graph.sources(unit, "LEFT_TO")
    posts = [post for post in graph.posts_in(unit) if post.holds_on(scope.day)]
    return [*(thing for thing in (*powers, *duties) if scope.holds(thing)), *posts]
