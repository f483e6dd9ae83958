"""Faults that make a register unusable: references to nothing, a circle in the reporting line."""

from collections.abc import Iterator

from powerlist.i18n import Text
from powerlist.model.organisation import Post
from powerlist.model.register import Register
from powerlist.model.severity import Severity
from powerlist.model.source import Problem, Source


def faults_of(register: Register) -> tuple[Problem, ...]:
    """Every such fault, each with its place."""
    return (*_dangling(register), *_circles(register))


def _dangling(register: Register) -> Iterator[Problem]:
    for entity, field, id in register.dangling():
        text = Text(
            f"{entity.label.zh}“{entity.title}”的“{field}”指向不存在的“{id}”。",
            f"{entity.label.en} “{entity.title}” names “{id}” as its {field}, which does not exist.",
        )
        yield _error("unknown-reference", text, register.source_of(entity, field))


def _circles(register: Register) -> Iterator[Problem]:
    above = {post.id: post.reports_to for post in register.posts}
    told: set[str] = set()
    for post in register.posts:
        circle = _circle(post.id, above)
        if circle and not told & set(circle):
            told |= set(circle)
            names = " → ".join(_name(register, id) for id in (*circle, circle[0]))
            text = Text(f"岗位的汇报关系成了一个圈：{names}。", f"posts report in a circle: {names}.")
            yield _error("reporting-circle", text, register.source_of(post, "reports_to"))


def _circle(start: str, above: dict[str, str | None]) -> list[str]:
    """The ids of the circle that the line from `start` runs into, or nothing."""
    line: list[str] = []
    at: str | None = start
    while at and at not in line:
        line.append(at)
        at = above.get(at)
    return line[line.index(at) :] if at else []


def _name(register: Register, id: str) -> str:
    post = register.find(id)
    return post.name if isinstance(post, Post) else id


def _error(code: str, text: Text, source: Source | None) -> Problem:
    return Problem(code, text, source or Source("?"), Severity.ERROR)
