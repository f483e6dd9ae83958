"""Which internal regulations a bureau owes, and which of them nothing in its list names."""

from collections.abc import Callable, Iterable, Iterator

from powerlist.analysis.in_force import InForce
from powerlist.analysis.said import own_words
from powerlist.model.register import Register
from powerlist.practice.procedures import even
from powerlist.practice.regulations import Regulation

ANY, MONEY = "any", "money"
_SHOWN: dict[str, Callable[[Register], bool]] = {
    "grounds": lambda r: bool(r.grounds),
    "limits": lambda r: any(power.promised_limit for power in r.powers),
    "backups": lambda r: any(post.backup_post for post in r.posts),
    "rotation": lambda r: any(post.rotation_due for post in r.posts),
    "informs_once": lambda r: any(flow.informs_once for flow in r.flows),
}


def unnamed(scope: InForce, required: Iterable[Regulation]) -> list[Regulation]:
    """The regulations that the bureau owes and that nothing names: duty, control, step, post or basis."""
    register = scope.graph.register
    owed = _owed_by(scope)
    left = [one for one in required if owed.intersection(one.where) and not _shown(one, register)]
    for text in dict.fromkeys(_texts(scope)):
        if not left:
            break
        said = even(text) if text else ""
        if any(word in said for one in left for word in one.words):
            left = [one for one in left if not any(word in said for word in one.words)]
    return left


def _owed_by(scope: InForce) -> set[str]:
    types = {power.type.value for power in scope.powers if power.type}
    money = any(power.handles_money for power in scope.powers)
    money = money or any(step.handles_money for road in scope.roads for step in road.tasks)
    return {ANY, *types, *([MONEY] if money else [])}


def _shown(regulation: Regulation, register: Register) -> bool:
    return bool(regulation.shown_by) and _SHOWN[regulation.shown_by](register)


def _texts(scope: InForce) -> Iterator[str]:
    register = scope.graph.register
    yield from (duty.text for duty in scope.duties)
    yield from (control.text for control in scope.controls)
    yield from (text for road in scope.roads for step in road.tasks for text in own_words(step))
    yield from (oversight.name for oversight in register.oversights)
    yield from (post.work for post in scope.posts)
    yield from (mandate.text for mandate in register.mandates)
    yield from (basis.instrument for basis in register.bases)
