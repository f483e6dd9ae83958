"""A power that comes later joins the drafted process of its road, where that keeps its promise."""

from powerlist.analysis.clock import span_of
from powerlist.analysis.road import Road
from powerlist.drafting.book import Book
from powerlist.drafting.duties import DutyIds
from powerlist.drafting.groups import Group
from powerlist.drafting.limits import owed
from powerlist.drafting.processes import process_id
from powerlist.graph import PowerGraph
from powerlist.model.entity import State
from powerlist.model.identity import child_id
from powerlist.model.process import Process, Step
from powerlist.practice import StageCatalogue


def waiting_for(graph: PowerGraph, group: Group, stages: StageCatalogue) -> Process | None:
    """The drafted process of the same road, where the new powers may join it."""
    found = graph.register.find(process_id(group, graph.register.authority.id))
    if not isinstance(found, Process) or found.state is not State.DRAFTED:
        return None
    limit, span = owed(group.powers, None), span_of(Road.of(graph, found), stages).limit
    return None if limit and span.exceeds(limit) else found


def join(book: Book, process: Process, group: Group, duties: DutyIds) -> None:
    """Add the powers of a group to a drafted process, and their duties to its drafted steps."""
    powers = (*process.powers, *(power.id for power in group.powers))
    book.add_to(process, powers=powers, name=group.road.name)
    for key, ids in duties.items():
        step = book.register.find(child_id(process.id, Step.kind, key, ()))
        if isinstance(step, Step) and step.state is State.DRAFTED and ids:
            book.add_to(step, duties=tuple(dict.fromkeys((*step.duties, *ids))))
