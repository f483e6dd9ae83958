"""Where powers come from: sub-items from their power, merged and divided ones from their predecessors."""

from collections.abc import Iterator
from dataclasses import dataclass

from powerlist.analysis.in_force import InForce
from powerlist.graph import PowerGraph
from powerlist.laws.titles import key_of
from powerlist.model.basis import LegalBasis
from powerlist.model.codes import BasisRole, Disposition
from powerlist.model.identity import squeezed
from powerlist.model.power import Power, SubItem

_SOURCES = (BasisRole.ESTABLISHING, BasisRole.GOVERNING)
_HAVE_PARENTS = (Disposition.MERGE, Disposition.SPLIT)


def orphans(scope: InForce) -> Iterator[SubItem]:
    """Sub-items of no power on the list, or of one that is gone while a process still runs them."""
    running = {power.id for power in scope.powers}
    served = {id for process in scope.graph.processes for id in process.sub_items}
    for item in scope.graph.register.sub_items:
        if scope.graph.power_of(item) is None or (item.id in served and item.power not in running):
            yield item


@dataclass(frozen=True, slots=True)
class Wider:
    """A sub-item that rests on instruments its power does not."""

    item: SubItem
    power: Power
    bases: tuple[LegalBasis, ...]


def wider_items(scope: InForce) -> Iterator[Wider]:
    """Sub-items with a source of their own in an instrument that their power does not name as a source.

    What details an instrument of the power (实施条例, 实施细则) is no other source; beside a source of the
    power only what establishes the sub-item is.
    """
    for power in scope.powers:
        own = {key_of(basis.instrument) for basis in scope.graph.bases_of(power) if basis.role in _SOURCES}
        for item in scope.graph.sub_items_of(power) if own else ():
            sources = [basis for basis in scope.graph.bases_of(item) if basis.role in _SOURCES]
            strange = [basis for basis in sources if not _within(key_of(basis.instrument), own)]
            apart = len(strange) == len(sources)
            beyond = tuple(one for one in strange if apart or one.role is BasisRole.ESTABLISHING)
            if beyond:
                yield Wider(item, power, beyond)


def _within(title: str, own: set[str]) -> bool:
    """Whether an instrument is one of these, or is named as the detail of one."""
    return any(title == one or title.startswith(f"{one}实施") for one in own)


def without_predecessors(scope: InForce) -> Iterator[Power]:
    """Powers merged or divided that do not say from what."""
    for power in scope.powers:
        if power.disposition in _HAVE_PARENTS and not power.predecessors:
            yield power


def still_running(scope: InForce) -> Iterator[tuple[Power, Power]]:
    """Powers with a predecessor that still runs beside them: (successor, predecessor)."""
    codes = {squeezed(power.code): power for power in scope.powers if power.code}
    for power in scope.powers:
        for code in dict.fromkeys(map(squeezed, power.predecessors)):
            old = codes.get(code)
            if old and old.id != power.id:
                yield power, old


def without_heirs(scope: InForce, earlier: PowerGraph) -> list[Power]:
    """Powers that ran by the earlier list, are not on this one and went, by their code, into none of it.

    A power that kept its name and type is the same under a new code.
    """
    today = scope.graph.powers
    known = {squeezed(code) for one in today for code in (one.code, *one.predecessors) if code}
    named = {(one.type, squeezed(one.name)) for one in today}
    coded = (power for power in earlier.running_powers if power.code and squeezed(power.code) not in known)
    return [power for power in coded if (power.type, squeezed(power.name)) not in named]
