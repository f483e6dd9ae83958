"""Which post takes which role: by level and by the words of its name and work, with hands kept apart."""

from collections.abc import Iterable, Mapping

from powerlist.drafting.posts import Organisation
from powerlist.model.organisation import Post
from powerlist.model.power import Power
from powerlist.practice.templates import RolePlan, TypePlan

Staff = Mapping[str, Post | None]

_IN_NAME, _IN_WORK, _MOST_SHARED = 4, 2, 3


def staff_for(
    power: Power,
    plan: TypePlan,
    organisation: Organisation,
    roles: Iterable[str],
    stated: Mapping[str, str],
) -> Staff:
    """A post for each role, or None where none fits. `stated` are posts that the list itself names."""
    found: dict[str, Post | None] = {}
    for role, rule in organisation.plan.roles.items():
        barred = [post.id for other in rule.apart if (post := found.get(other))]
        found[role] = _fitting(power, plan, organisation, role, rule, barred, stated.get(role))
    return {role: found[role] for role in sorted(set(roles))}


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
    if own and not own.vacant and not any(organisation.same_hand(own.id, id) for id in barred):
        return own
    words = (*plan.words.get(role, ()), *(() if role in plan.words and not rule.by_words else rule.words))
    for scope in rule.scope:
        free = [
            post
            for post in _in_scope(scope, power, organisation)
            if not post.vacant
            and (not rule.levels or post.level in rule.levels)
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
    shared = len(_pairs(power.name) & _pairs(post.name + post.work)) if rule.by_matter else 0
    return _said(post, words) + min(shared, _MOST_SHARED) + level


def _said(post: Post, words: tuple[str, ...]) -> int:
    if any(word in post.name for word in words):
        return _IN_NAME
    return _IN_WORK if any(word in post.work for word in words) else 0


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}
