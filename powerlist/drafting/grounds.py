"""Grounds of accountability: those of a power's type, each on the duties of its steps."""

from collections.abc import Sequence

from powerlist.drafting.book import Book
from powerlist.drafting.duties import Duties
from powerlist.drafting.groups import Group
from powerlist.graph import PowerGraph
from powerlist.model.codes import BasisRole, PowerType
from powerlist.model.duty import AccountabilityGround
from powerlist.model.power import Power

UNENFORCED = (PowerType.PUBLIC_SERVICE, PowerType.INTERNAL)  # 不要求追责情形的类别


def grounds_owed(graph: PowerGraph, power: Power) -> bool:
    """Whether a power lacks the grounds that its type owes."""
    return power.type not in UNENFORCED and not graph.grounds_of(power)


def propose_grounds(book: Book, duties: Duties, power: Power, groups: Sequence[Group]) -> None:
    """The grounds of the type; one whose steps this power does not take is left out."""
    for number, plan in enumerate(groups[0].plan.grounds, start=1):
        enforced = duties.behind(power, groups, plan.steps)
        if enforced or not plan.steps:
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
