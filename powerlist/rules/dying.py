"""Where a rule died: the line of its file, and the thing that it was looking at."""

import inspect
import linecache
import re
from collections.abc import Iterator
from pathlib import Path
from traceback import walk_tb
from types import CodeType, FrameType
from typing import NamedTuple

from powerlist.errors import PowerlistError
from powerlist.i18n import Text, plain
from powerlist.model.entity import Entity
from powerlist.model.register import Register
from powerlist.rules.rule import Hit, Rule


class Death(NamedTuple):
    """What a rule died of, at which place of its file, on which thing (None: nobody can tell)."""

    error: Text
    place: Text
    entity: Entity | None


def death(error: BaseException, rule: Rule, register: Register) -> Death:
    """What is known of the end of a rule from what it left behind.

    The thing is one of the register that the rule's own function held when it died; of several the one that
    the line names, else the one that it took up last.
    """
    code = getattr(inspect.unwrap(rule.check), "__code__", None)
    frames = list(walk_tb(error.__traceback__))[::-1]
    own = [one for one in frames if code and one[0].f_code.co_filename == code.co_filename]
    held = (entity for frame, line in [*own, *frames] for entity in _held(frame, line, register))
    return Death(_said(error), _place(own, code), next(held, None))


def _said(error: BaseException) -> Text:
    if isinstance(error, PowerlistError):
        return error.text
    return plain(f"{type(error).__name__} {error}".strip())


def _place(own: list[tuple[FrameType, int]], code: CodeType | None) -> Text:
    if not own or code is None:
        return plain("")
    file, line = Path(code.co_filename).name, own[0][1]
    return Text(f"{file}第{line}行，", f"{file} line {line}, ")


def _held(frame: FrameType, line: int, register: Register) -> Iterator[Entity]:
    """The things of the register that a function held, the likeliest first."""
    told = set(re.findall(r"\w+", linecache.getline(frame.f_code.co_filename, line)))
    held = [(name, _entity(value)) for name, value in frame.f_locals.items()]
    last_first = [(name, one) for name, one in reversed(held) if one and register.find(one.id)]
    for _, entity in sorted(last_first, key=lambda pair: pair[0] not in told):
        yield entity


def _entity(value: object) -> Entity | None:
    thing = value.entity if isinstance(value, Hit) else value
    return thing if isinstance(thing, Entity) else None
