"""Bottlenecks of control: one measure against very many risks, one post that owns very many measures."""

from powerlist.analysis.in_force import InForce
from powerlist.model.organisation import Post
from powerlist.model.risk import Control


def stretched_controls(scope: InForce, most_risks: int) -> list[tuple[Control, int]]:
    """Controls against more than `most_risks` risks in force, with how many."""
    ids = {risk.id for risk in scope.risks}
    counted = ((one, len(ids.intersection(one.risks))) for one in scope.controls)
    return [(control, count) for control, count in counted if count > most_risks]


def laden_owners(scope: InForce, most_share: float, least: int) -> list[tuple[Post, tuple[Control, ...]]]:
    """Posts that own more than this share of all owned controls, where there are `least` of them."""
    owned: dict[str, list[Control]] = {}
    for control in scope.controls:
        if control.owner:
            owned.setdefault(control.owner, []).append(control)
    total = sum(map(len, owned.values()))
    laden = ((post, tuple(owned.get(post.id, ()))) for post in scope.posts)
    return [one for one in laden if total >= least and len(one[1]) > most_share * total]
