"""A bureau in one line: `start acceptance@window full? review@head decision@deputy end; full? correction`."""

from itertools import pairwise
from typing import Any

from powerlist.model.codes import GatewayKind, PostLevel, StepKind
from powerlist.model.entity import Entity
from powerlist.model.organisation import Authority, Post
from powerlist.model.power import Power
from powerlist.model.process import Flow, Gateway, Process, Step
from powerlist.model.register import KINDS, Register
from powerlist.practice import load

_STAGES = load().stages.stages
_LEVELS = {"chief": PostLevel.CHIEF, "deputy": PostLevel.DEPUTY, "head": PostLevel.HEAD}


def register(*entities: Entity) -> Register:
    """A register of these things."""
    tables: dict[str, Any] = {kind.table: [] for kind in KINDS.values()}
    for entity in entities:
        tables[entity.table].append(entity)
    return Register(authority=Authority(id="authority", name="示例局"), **tables)


def bureau(
    ways: str,
    *more: Entity,
    power: dict[str, Any] | None = None,
    process: dict[str, Any] | None = None,
    steps: dict[str, dict[str, Any]] | None = None,
    flows: dict[str, dict[str, Any]] | None = None,
) -> Register:
    """One power `w`, a licence, with one process `p`, walked by these ways.

    A word is a step, `start…` and `end…` the ends, `…?` a decision, `…+` a parallel bar, `@post` the post.
    A step called like a stage (digits aside) has it. `steps` and `flows` (`a>b`) give more fields.
    """
    fields: dict[str, Any] = {"id": "w", "name": "职权", "type": "licence", **(power or {})}
    things: dict[str, Entity] = {
        "w": Power(**fields),
        "p": Process(**{"id": "p", "name": "流程", "powers": ("w",), **(process or {})}),
    }
    given = {entity.id for entity in more}
    for way in ways.split(";"):
        words = way.split()
        for word in words:
            name, _, post = word.partition("@")
            assert post not in ("p", "w"), "that id is taken"
            if post and post not in given:
                things[post] = Post(id=post, name=post, level=_LEVELS.get(post, PostLevel.STAFF))
            if name not in things:
                things[name] = _node(name, post or None, (steps or {}).get(name, {}))
        names = [word.partition("@")[0] for word in words]
        for source, target in pairwise(names):
            pair = f"{source}>{target}"
            more_fields = {"condition": target, **(flows or {}).get(pair, {})}
            if not source.endswith("?"):
                more_fields.pop("condition")
            things[pair] = Flow(id=pair, process="p", source=source, target=target, **more_fields)
    return register(*things.values(), *more)


def _node(name: str, post: str | None, more: dict[str, Any]) -> Step | Gateway:
    fields = {"id": name, "process": "p", "name": name, "post": post, **more}
    if name[-1] in "?+":
        kind = GatewayKind.EXCLUSIVE if name.endswith("?") else GatewayKind.PARALLEL
        return Gateway(gateway_kind=kind, **fields)
    stage = name.rstrip("0123456789")
    kinds = {"start": StepKind.START, "end": StepKind.END}
    return Step(
        **{
            "step_kind": kinds.get(stage, StepKind.TASK),
            "stage": stage if stage in _STAGES else None,
            **fields,
        }
    )
