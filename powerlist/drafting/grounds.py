"""Grounds of accountability: those of a power's type, each on the duties of its steps."""

from collections.abc import Sequence

from powerlist.drafting.book import Book
from powerlist.drafting.duties import Duties
from powerlist.drafting.groups import Group
from powerlist.graph import PowerGraph
from powerlist.model.codes import BasisRole, PowerType
from powerlist.model.duty import AccountabilityGround
from powerlist.model.power import Power
from powerlist.practice.templates import GroundPlan

UNENFORCED = (PowerType.PUBLIC_SERVICE, PowerType.INTERNAL)  # 不要求追责情形的类别


def grounds_owed(graph: PowerGraph, power: Power) -> bool:
    """Whether a power lacks the grounds that its type owes."""
    return power.type not in UNENFORCED and not graph.grounds_of(power)


def propose_grounds(book: Book, duties: Duties, power: Power, groups: Sequence[Group]) -> None:
    """The grounds of the type; one whose steps this power does not take is left out."""
    for number, plan in enumerate(groups[0].plan.grounds, start=1):
        enforced = duties.behind(power, groups, plan.steps)
        if enforced or not plan.steps:
            _propose(book, power, plan, enforced, number)


def propose_for_new_duties(
    book: Book, duties: Duties, graph: PowerGraph, power: Power, groups: Sequence[Group]
) -> None:
    """Grounds for proposed duties, where every stated ground names the duties that it enforces.

    Each new duty comes under the ground of the type that has its step, else under the first.
    """
    stated, left = graph.grounds_of(power), dict.fromkeys(duties.proposed_for(power))
    plans = groups[0].plan.grounds
    if not stated or not plans or not left or not all(one.duties for one in stated):
        return
    shares: list[tuple[GroundPlan, list[str]]] = []
    for plan in plans:
        mine = [id for id in duties.behind(power, groups, plan.steps) if id in left]
        shares.append((plan, mine))
        for id in mine:
            del left[id]
    shares[0][1].extend(left)
    told = [(plan, mine) for plan, mine in shares if mine]
    for number, (plan, mine) in enumerate(told, start=len(stated) + 1):
        _propose(book, power, plan, tuple(mine), number)


def _propose(book: Book, power: Power, plan: GroundPlan, enforced: tuple[str, ...], number: int) -> None:
    ground = book.propose(
        AccountabilityGround,
        power.id,
        plan.text,
        power=power.id,
        text=plan.text,
        duties=enforced,
        sanctions=plan.sanctions,
        targets=plan.targets,
        number=str(number),
    )
    for clause in plan.bases:
        book.cite(ground.id, BasisRole.ACCOUNTABILITY, clause)
