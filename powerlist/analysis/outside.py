"""What other authorities need of a list to lay theirs beside it: a tenth of it."""

from powerlist.model.duty import Duty
from powerlist.model.register import Register
from powerlist.practice import StageCatalogue, StageRole


def outside(register: Register, stages: StageCatalogue) -> Register:
    """The powers, what they rest on, and who supervises after the close; where it was read is left out.

    A county's lists stay in memory as this while each is checked beside all others.
    """
    watched = {duty.id for duty in register.duties if _follows_up(duty, stages)}
    held = {one.id for one in (*register.powers, *register.sub_items)}
    return Register(
        authority=register.authority,
        powers=register.powers,
        sub_items=register.sub_items,
        bases=tuple(basis for basis in register.bases if basis.owner in held),
        duties=tuple(duty for duty in register.duties if duty.id in watched),
        assignments=tuple(one for one in register.assignments if one.duty in watched),
    )


def _follows_up(duty: Duty, stages: StageCatalogue) -> bool:
    return stages.role_of(duty.stage) is StageRole.FOLLOW_UP
