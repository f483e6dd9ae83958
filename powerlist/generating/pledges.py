"""The pledge that each post signs at the start of the year, for all that the post may bear."""

from collections.abc import Iterable, Iterator
from datetime import date

from powerlist.model.organisation import Post
from powerlist.model.oversight import Pledge

_SIGNED_ON = date(2026, 1, 5)  # the same whenever a register is made


def pledge_id(post: str) -> str:
    """The id of the pledge of a post."""
    return f"pledge-{post}"


def general_pledges(posts: Iterable[Post]) -> Iterator[Pledge]:
    """One for each post, which names no risk and so holds for all of them: people signed it, no program."""
    for post in posts:
        yield Pledge(id=pledge_id(post.id), post=post.id, signed_on=_SIGNED_ON)
