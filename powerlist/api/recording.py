"""What people did with the list, written down with its content of that day: shown, reviewed, signed."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from powerlist.analysis.in_force import InForce
from powerlist.api.drafts import possible_day
from powerlist.api.files import the_file
from powerlist.drafting import Recorded, record_publication, record_review, record_signature
from powerlist.graph import PowerGraph
from powerlist.i18n import Lang, Text
from powerlist.model.entity import Entity
from powerlist.model.register import Register

ALL = "all"
_DONE = Text("已登记 {count} 处{label}：{names}{more}。", "recorded, {label}: {count} ({names}{more}).")
_MORE = Text("等", " …")
_NAMED = 3


def record_shown(
    register: Register, shown: Sequence[str], *, channel: str, view: str, on: date, file: Path | None = None
) -> Recorded:
    """Powers or processes (codes, ids or names; `all` for every power in force) were shown on a day.

    `file` is what was put there. Raises UsageError for an unknown name, a draft, a day that cannot be and a
    file that is none.
    """
    possible_day(on)
    content = the_file(file).read_bytes() if file else None
    names = _all_powers(register, on) if ALL in shown else shown
    return record_publication(register, names, channel=channel, view=view, on=on, file=content)


def record_reviewed(register: Register, processes: Sequence[str]) -> Recorded:
    """The risk points of processes (`all` for each that has some) were reviewed against them as they are."""
    graph = PowerGraph(register.stated())
    risky = [one.id for one in graph.processes if any(graph.risks_at(node) for node in graph.nodes_of(one))]
    return record_review(register, risky if ALL in processes else processes)


def record_signed(register: Register, post: str, *, on: date, above: str = "") -> Recorded:
    """A post signed for the high risks it bears; with `above`, a letter between the two posts."""
    possible_day(on)
    return record_signature(register, post, on=on, superior=above)


def recorded_text(recorded: Recorded, lang: Lang) -> Iterator[str]:
    """What was written down, a line a kind of record."""
    for kind in dict.fromkeys(type(one) for one in recorded.things):
        made = [one for one in recorded.things if type(one) is kind]
        names = dict.fromkeys(_about(recorded.register, one) for one in made)
        more = _MORE if len(names) > _NAMED else Text("", "")
        said = "、".join(list(names)[:_NAMED])
        yield _DONE.fill(count=len(made), label=kind.label, names=said, more=more).of(lang)


def _about(register: Register, thing: Entity) -> str:
    """The name of what was shown, reviewed, or who signed."""
    named = (getattr(thing, field, "") for field in ("of", "post", "subordinate"))
    found = register.find(next((id for id in named if id), ""))
    return (found or thing).title


def _all_powers(register: Register, on: date) -> list[str]:
    return [power.id for power in InForce(PowerGraph(register.stated()), on).powers]
