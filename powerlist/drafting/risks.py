"""Typical risk points with their rating, the post that watches them and the controls against them."""

from powerlist.drafting.book import Book
from powerlist.drafting.groups import Group
from powerlist.drafting.posts import Organisation
from powerlist.model.codes import PostLevel
from powerlist.model.organisation import Post
from powerlist.model.risk import Control, Input, Rating, RiskPoint
from powerlist.practice import Practice, RiskScheme
from powerlist.practice.templates import ControlPlan, RiskPlan

_UPWARD = (PostLevel.HEAD, PostLevel.DEPUTY, PostLevel.CHIEF)


class Risks:
    """Proposes risk points, each with its controls."""

    def __init__(self, book: Book, organisation: Organisation, practice: Practice) -> None:
        self.book, self.organisation, self.practice = book, organisation, practice

    def propose(self, step: str, post: str | None, plan: RiskPlan, group: Group) -> None:
        """A risk point at a step of a post, rated by the practice's scheme."""
        scheme = self.practice.scheme
        rating = _rating(scheme, plan)
        level = self.practice.supervision.get(rating.rank) if rating else None
        watching = self._over_the_head(post) or _supervisor(self.organisation, group, post, level)
        risk = self.book.propose(
            RiskPoint,
            step,
            plan.event,
            step=step,
            risk_kind=plan.kind if plan.kind in scheme.kinds else None,
            event=plan.event,
            cause=plan.cause,
            consequence=plan.consequence,
            inherent=rating,
            supervisor=watching.id if watching else None,
        )
        for control in plan.controls:
            owner = _owner(self.organisation, group, control, post)
            self._control(risk, control, owner, watching)

    def _over_the_head(self, post: str | None) -> Post | None:
        """Who watches what the head does: a post of the levels that a place has for it, never the head."""
        at = self.organisation.posts.get(post or "")
        if at is None or at.level is not PostLevel.CHIEF:
            return None
        levels = (level for level in self.practice.own_steps if level is not PostLevel.CHIEF)
        posts = (one for level in levels for one in self.organisation.of_level(level))
        return next((one for one in posts if not self.organisation.same_hand(one.id, at.id)), None)

    def _control(self, risk: RiskPoint, plan: ControlPlan, owner: Post | None, watching: Post | None) -> None:
        above = self.organisation.above(owner) if owner else watching
        self.book.propose(
            Control,
            risk.id,
            f"{plan.phase}{plan.text}",
            risks=(risk.id,),
            text=plan.text,
            phase=plan.phase,
            owner=owner.id if owner else None,
            supervisor=above.id if above else None,
            frequency=plan.frequency,
        )


def _rating(scheme: RiskScheme, plan: RiskPlan) -> Rating | None:
    """The rank that the scheme gives for the plan's answers; None where it asks for what the plan lacks."""
    if not plan.inputs.keys() >= set(scheme.inputs):
        return None
    inputs = tuple(Input(name=name, value=plan.inputs[name]) for name in scheme.inputs)
    return Rating(rank=scheme.rank_of(*(one.value for one in inputs)), scheme=scheme.key, inputs=inputs)


def _supervisor(
    organisation: Organisation, group: Group, post: str | None, level: PostLevel | None
) -> Post | None:
    """The post of the level that the rank asks for, or the next above that is not the risk's own."""
    if level is None or level not in _UPWARD:
        return None
    chief = next(iter(organisation.of_level(PostLevel.CHIEF)), None)
    of_level = {
        PostLevel.HEAD: organisation.head_of(group.unit),
        PostLevel.DEPUTY: organisation.leader_of(group.unit),
        PostLevel.CHIEF: chief,
    }
    above = [of_level[one] for one in _UPWARD[_UPWARD.index(level) :]]
    others = (one for one in above if one and not one.vacant and one.id != post)
    return next(others, chief)


def _owner(organisation: Organisation, group: Group, control: ControlPlan, post: str | None) -> Post | None:
    """The first of the named roles whose hand is not the one at risk, else the head or leader above."""
    named = [group.staff.get(role) for role in control.owner]
    named += [organisation.head_of(group.unit), organisation.leader_of(group.unit)]
    named += organisation.of_level(PostLevel.CHIEF)
    free = (one for one in named if one and not one.vacant)
    return next((one for one in free if post is None or not organisation.same_hand(one.id, post)), None)
