"""The way round: from the start to a decision without meeting any review.

A review is passed on every way to a decision exactly where the decision cannot be reached once the reviews
are taken out of the map; the shortest way that is left is the proof.
"""

from collections.abc import Collection

from powerlist.analysis.road import Road, shortest


def way_round(road: Road, goal: str, reviews: Collection[str]) -> list[str] | None:
    """The shortest way from a start to `goal` that meets none of `reviews`, or None."""
    return shortest(road.ahead, road.starts, {goal}, lambda id: id not in reviews)
