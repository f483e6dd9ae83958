"""A published list made a complete register: drafted, confirmed by its units, watched, published."""

from collections.abc import Iterator
from datetime import date

from powerlist.analysis.shown_content import shown_fingerprint
from powerlist.drafting import draft, waiting
from powerlist.generating.pledges import pledge_id
from powerlist.graph import PowerGraph
from powerlist.model.codes import OversightKind, PostLevel
from powerlist.model.collector import without_collector
from powerlist.model.entity import Entity, State
from powerlist.model.fingerprint import fingerprint
from powerlist.model.organisation import Post, Unit
from powerlist.model.oversight import Oversight, Pledge, Publication, ResponsibilityLetter
from powerlist.model.register import Register
from powerlist.model.risk import RiskPoint
from powerlist.practice import load

HIGH = 3  # 高风险：岗位要签承诺书


@without_collector()
def complete(register: Register, on: date) -> Register:
    """The register with processes, risks and controls that its units confirmed on the day, and the rest."""
    drafted = draft(register, load()).register
    confirmed = drafted.with_(*_sealed(drafted, on))
    return confirmed.with_(*_around(confirmed, on))


def _sealed(drafted: Register, on: date) -> Iterator[Entity]:
    """Every draft as the head of its unit confirms it; all units in one turn."""
    for unit, drafts in waiting(drafted):
        head = _head(drafted, unit)
        for one in drafts:
            seal = {"state": State.CONFIRMED, "confirmed_by": head.id, "confirmed_on": on}
            yield one.model_copy(update=seal)


def _head(register: Register, unit: Unit) -> Post:
    """Who confirms: the head of the unit."""
    posts = (post for post in register.posts if post.unit == unit.id)
    return next(post for post in posts if post.level is PostLevel.HEAD)


def _around(register: Register, on: date) -> Iterator[Entity]:
    yield from _oversight(register)
    yield from _pledges(register, on)
    yield from _letters(register, on)
    yield from _publications(register, on)


def _oversight(register: Register) -> Iterator[Oversight]:
    """One row of each kind, over every unit."""
    watcher = next((post.id for post in register.posts if post.level is PostLevel.SUPERVISOR), None)
    for turn, kind in enumerate(OversightKind, 1):
        inside = kind is OversightKind.INTERNAL
        yield Oversight(
            id=f"oversight-{turn}",
            oversight_kind=kind,
            name=f"{kind.text.zh}：权力运行情况",
            body=register.authority.name if inside else f"{register.authority.region}{kind.text.zh}机构",
            post=watcher if inside else None,
            covers=tuple(unit.id for unit in register.units),
            phone="12388" if inside else "",
        )


def _high_risks(register: Register) -> dict[str, list[RiskPoint]]:
    """The high risks of each post that has any."""
    graph = PowerGraph(register)
    found: dict[str, list[RiskPoint]] = {}
    for risk in register.risks:
        post = graph.post_at_risk(risk)
        if post and risk.rank == HIGH:
            found.setdefault(post.id, []).append(risk)
    return found


def _pledges(register: Register, on: date) -> Iterator[Pledge]:
    """Every post at a high risk has promised for these risks as they stand."""
    for id, risks in _high_risks(register).items():
        named = tuple(risk.id for risk in risks)
        yield Pledge(id=pledge_id(id), post=id, risks=named, signed_on=on, fingerprint=fingerprint(risks))


def _letters(register: Register, on: date) -> Iterator[ResponsibilityLetter]:
    """From each superior to the posts that lead others or are at a high risk."""
    leading, high = {post.reports_to for post in register.posts}, _high_risks(register)
    for post in register.posts:
        if post.reports_to and (post.id in leading or post.id in high):
            risks = high.get(post.id, [])
            yield ResponsibilityLetter(
                id=f"letter-{post.id}",
                superior=post.reports_to,
                subordinate=post.id,
                risks=tuple(risk.id for risk in risks),
                period=f"{on.year}年度",
                signed_on=on,
                fingerprint=fingerprint(risks) if risks else "",
            )


def _publications(register: Register, on: date) -> Iterator[Publication]:
    """What is publicly shown of each power: its entry of the list, as it is."""
    graph = PowerGraph(register)
    for power in register.powers:
        yield Publication(
            id=f"publication-{power.id}",
            of=power.id,
            view="list",
            channel="政府网站",
            published_on=on,
            fingerprint=shown_fingerprint(graph, power),
        )
