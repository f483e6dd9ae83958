"""Which post takes which role: by level and by the words of its name and work, with hands kept apart."""

from collections.abc import Iterable, Mapping

from powerlist.drafting.posts import Organisation
from powerlist.model.organisation import Post
from powerlist.model.power import Power
from powerlist.practice.templates import RolePlan, TypePlan

Staff = Mapping[str, Post | None]

_IN_NAME, _IN_WORK, _MOST_SHARED = 4, 2, 5


def staff_for(
    power: Power,
    plan: TypePlan,
    organisation: Organisation,
    roles: Iterable[str],
    stated: Mapping[str, str],
) -> Staff:
    """A post for each role, or None where none fits. `stated` are posts that the list itself names."""
    wanted, found = set(roles), dict[str, Post | None]()
    for role, rule in organisation.plan.roles.items():
        if role in wanted:
            barred = [post.id for other in rule.apart if (post := found.get(other))]
            fitting = _fitting(power, plan, organisation, role, rule, barred, stated.get(role))
            found[role] = fitting or found.get(rule.otherwise or "")
    return found


def _fitting(
    power: Power,
    plan: TypePlan,
    organisation: Organisation,
    role: str,
    rule: RolePlan,
    barred: list[str],
    stated: str | None,
) -> Post | None:
    own = organisation.posts.get(stated or "")
    fits = own and not own.vacant and (not rule.levels or own.level in rule.levels)
    if own and fits and not any(organisation.same_hand(own.id, id) for id in barred):
        return own
    words = (*plan.words.get(role, ()), *rule.words)
    for scope in rule.scope:
        free = [
            post
            for post in _in_scope(scope, power, organisation)
            if not post.vacant
            and (not rule.levels or post.level in rule.levels)
            and not any(word in post.name for word in rule.avoid)
            and not any(organisation.same_hand(post.id, id) for id in barred)
            and (not rule.by_words or _said(post, words))
        ]
        if free:
            return max(free, key=lambda post: _suits(post, rule, words, power))
    return None


def _in_scope(scope: str, power: Power, organisation: Organisation) -> list[Post]:
    unit = organisation.unit_of(power)
    if scope == "authority":
        return list(organisation.posts.values())
    if scope == "supporting":
        return [post for id in power.supporting_units for post in organisation.posts_in(id)]
    if scope == "leader":
        leader = organisation.leader_of(unit)
        return [leader] if leader else []
    return organisation.posts_in(unit.id) if unit else []


def _suits(post: Post, rule: RolePlan, words: tuple[str, ...], power: Power) -> int:
    """How well a post suits: words of the role, words of the matter, its level."""
    level = len(rule.levels) - rule.levels.index(post.level) if post.level in rule.levels else 0
    return _said(post, words) + level + (_near(post, words, power) if rule.by_matter else 0)


def _said(post: Post, words: tuple[str, ...]) -> int:
    """Words of the role in its name, else in its work."""
    if any(word in post.name for word in words):
        return _IN_NAME
    return min(_IN_NAME, sum(_IN_WORK for word in words if word in post.work))


def _near(post: Post, words: tuple[str, ...], power: Power) -> int:
    """Pairs of letters that its name and work share with the power's name, less those of the role's words."""
    matter = _pairs(power.name).difference(*(_pairs(word) for word in words))
    named, done = matter & _pairs(post.name), matter & _pairs(post.work)
    return min(2 * len(named) + len(done - named), _MOST_SHARED)


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}
