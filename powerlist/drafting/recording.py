"""What people did, written down with the content they did it on: shown, reviewed, signed.

The list changes afterwards, the record does not: checks compare the two and tell what is to be done anew.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from powerlist.analysis.in_force import InForce
from powerlist.analysis.review import flow_fingerprint, high_risk_posts, risks_fingerprint
from powerlist.analysis.shown_content import shown_fingerprint
from powerlist.drafting.naming import post_named, thing_named
from powerlist.errors import UsageError
from powerlist.graph import PowerGraph
from powerlist.i18n import Text
from powerlist.model.codes import Disclosure
from powerlist.model.entity import Entity, State
from powerlist.model.identity import child_id, squeezed
from powerlist.model.organisation import Post
from powerlist.model.oversight import Pledge, Publication, ResponsibilityLetter
from powerlist.model.power import Power
from powerlist.model.process import Process
from powerlist.model.register import Register
from powerlist.model.risk import RiskPoint

_DRAFT = Text(
    "“{it.title}”还是草稿，先由岗位确认，再公开或者签字。",
    "“{it.title}” is a draft: a post confirms it before it is shown or signed.",
)
_SHOWN = Text("职权或者流程", "Power or process")
_NO_RISKS = Text("“{it.title}”没有需要排查的风险点。", "“{it.title}” has no risk point to review.")
_NOTHING_TO_SIGN = Text(
    "岗位“{it.title}”没有高风险点，没有需要签字的。", "“{it.title}” bears no high risk: nothing to sign for."
)


@dataclass(frozen=True)
class Recorded:
    """The register with the record, and what was written."""

    register: Register
    things: tuple[Entity, ...]


def record_publication(
    register: Register,
    shown: Sequence[str],
    *,
    channel: str,
    on: date,
    view: str = "list",
    manner: Disclosure = Disclosure.PROACTIVE,
    file: bytes | None = None,
) -> Recorded:
    """Powers or processes, by id, code or name, were shown on a day: their content of now is held on to.

    What was shown before in the same place and view is shown anew. `file` is what was put there. Raises
    UsageError for an unknown name and for a draft.
    """
    known: tuple[Power | Process, ...] = (*register.powers, *register.processes)
    graph = PowerGraph(register.stated())
    hashes = {} if file is None else {"issued_hash": _hash(file), "file_hash": _hash(file)}
    fields = {"published_on": on, **hashes, "manner": manner, "withdrawn_on": None}
    earlier = {(one.of, squeezed(one.channel), one.view): one for one in register.publications}
    taken, made = {entity.id for entity in register.entities()}, []
    for of in (thing_named(known, name, _SHOWN) for name in shown):
        _confirmed(of)
        stamp = {"fingerprint": shown_fingerprint(graph, of), **fields}
        before = earlier.get((of.id, squeezed(channel), view))
        own = {"of": of.id, "view": view, "channel": channel}
        id = before.id if before else child_id(of.id, Publication.kind, view + channel, taken)
        made.append(
            before.with_(**stamp) if before else Publication.model_validate({"id": id, **own, **stamp})
        )
        taken.add(id)
    return Recorded(register.with_(*made), tuple(made))


def record_file(register: Register, publication: str, file: bytes) -> Recorded:
    """What hangs or stands there now, beside what was issued. Raises UsageError for an unknown id."""
    one = thing_named(register.publications, publication, Publication.label)
    hash = _hash(file)
    made = one.with_(file_hash=hash, issued_hash=one.issued_hash or hash)
    return Recorded(register.with_(made), (made,))


def record_review(register: Register, processes: Sequence[str]) -> Recorded:
    """The risk points of processes were reviewed against them as they are. Raises UsageError."""
    graph, made = PowerGraph(register.stated()), []
    for of in (thing_named(register.processes, name, Process.label) for name in processes):
        _confirmed(of)
        risks = [risk for node in graph.nodes_of(of) for risk in graph.risks_at(node)]
        if not risks:
            raise UsageError(_NO_RISKS.fill(it=of))
        stamp = flow_fingerprint(graph, of)
        made += [risk.with_(reviewed_against=stamp) for risk in risks]
    return Recorded(register.with_(*made), tuple(made))


def record_signature(register: Register, post: str, *, on: date, superior: str = "") -> Recorded:
    """A post signed its pledge for the high risks it bears on a day; with `superior`, their letter.

    What the post had signed of that kind before is signed anew. Raises UsageError for an unknown post, and
    where there is nothing to sign for.
    """
    who = post_named(register, post)
    above = post_named(register, superior) if superior else None
    risks = _borne(register, who, on)
    stamp = {
        "risks": tuple(one.id for one in risks),
        "signed_on": on,
        "fingerprint": risks_fingerprint(risks),
    }
    made = _pledge(register, who, stamp) if above is None else _letter(register, above, who, stamp)
    return Recorded(register.with_(made), (made,))


def _pledge(register: Register, post: Post, stamp: dict[str, object]) -> Pledge:
    before = next((one for one in register.pledges if one.post == post.id), None)
    if before:
        return before.with_(**stamp)
    return Pledge.model_validate({"id": _id(register, post.id, Pledge, ""), "post": post.id, **stamp})


def _letter(register: Register, above: Post, post: Post, stamp: dict[str, object]) -> ResponsibilityLetter:
    pair = (above.id, post.id)
    before = next((one for one in register.letters if (one.superior, one.subordinate) == pair), None)
    if before:
        return before.with_(**stamp)
    fields = {"id": _id(register, post.id, ResponsibilityLetter, above.id), "superior": above.id}
    return ResponsibilityLetter.model_validate({**fields, "subordinate": post.id, **stamp})


def _borne(register: Register, post: Post, on: date) -> Sequence[RiskPoint]:
    """The high risks of a post on a day, drafts aside."""
    _confirmed(post)
    scope = InForce(PowerGraph(register.stated().as_of(on)), on)
    found = next((risks for one, risks in high_risk_posts(scope) if one.id == post.id), None)
    if not found:
        raise UsageError(_NOTHING_TO_SIGN.fill(it=post))
    return found


def _confirmed(thing: Entity) -> None:
    if thing.state is State.DRAFTED:
        raise UsageError(_DRAFT.fill(it=thing))


def _id(register: Register, parent: str, kind: type[Entity], words: str) -> str:
    return child_id(parent, kind.kind, words, {entity.id for entity in register.entities()})


def _hash(file: bytes) -> str:
    return sha256(file).hexdigest()
