"""The side tables are joined to a register: units, posts, steps, flows, risks, controls."""

from collections.abc import Sequence
from dataclasses import dataclass

from powerlist.formats.reading import Leftover
from powerlist.formats.side_tables.desk import Desk
from powerlist.formats.side_tables.flows import Flows
from powerlist.formats.side_tables.organisation import Organisation
from powerlist.formats.side_tables.posts import Posts
from powerlist.formats.side_tables.powers import Powers
from powerlist.formats.side_tables.processes import Processes
from powerlist.formats.side_tables.risks import Risks
from powerlist.formats.side_tables.step_fields import StepFields
from powerlist.formats.side_tables.steps import Steps
from powerlist.formats.side_tables.tables import SideTable
from powerlist.formats.troubles import problem as list_problem
from powerlist.model.register import Register
from powerlist.model.source import Problem
from powerlist.practice import Practice
from powerlist.practice.headings import Headings, load_headings
from powerlist.practice.side_tables import load_side_words


@dataclass(frozen=True)
class Joined:
    """A register with what the tables say, the problems met, and the texts that found no place."""

    register: Register
    problems: tuple[Problem, ...] = ()
    left: tuple[Leftover, ...] = ()


def join(
    register: Register,
    tables: Sequence[SideTable],
    practice: Practice,
    *,
    headings: Headings | None = None,
    older: bool = False,
) -> Joined:
    """`register` with the units, posts, steps, flows, risks and controls of the tables, in any order.

    Powers are found by code, then by name, then by a sub-item's name; steps by name, then by stage. Of two
    cells that say one thing differently the first holds, and both are told. `older`: the register was there
    before this import, so the tables' values replace its own. Every cell ends in the register or in `left`.
    """
    desk = Desk(register, practice, load_side_words(), headings or load_headings(), older)
    posts, powers = Posts(desk), Powers(desk)
    Organisation(desk, posts).read(tables)
    processes = Processes(desk)
    steps = Steps(desk, powers, processes, StepFields(desk, posts, processes))
    steps.read(tables)
    Flows(desk, processes).tie(steps.roads)
    Risks(desk, posts, powers, processes).read(tables)
    powers.tell_lost()
    desk.sweep(tables)
    pages = [table.records[0].anchor.source for table in tables if table.goes_on and table.records]
    desk.tables.problems += [list_problem("header-from-before", source) for source in pages]
    return Joined(desk.finished(), tuple(desk.tables.problems), tuple(desk.left))
