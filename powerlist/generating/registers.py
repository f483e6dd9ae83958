"""Registers by number and size: each is an invented bureau of an invented place."""

from collections.abc import Iterator, Mapping
from random import Random
from typing import Any

from powerlist.generating.instruments import Shelf
from powerlist.generating.mix import shares
from powerlist.generating.names import names
from powerlist.generating.organisation import Bureau
from powerlist.generating.pledges import general_pledges
from powerlist.generating.powers import Setting
from powerlist.generating.words import Field, words
from powerlist.model.codes import PowerType
from powerlist.model.entity import Entity
from powerlist.model.organisation import Authority
from powerlist.model.register import KINDS, Register
from powerlist.practice import load

_OBJECTS_LAST = 1_000  # powers; a larger bureau has the objects of a further field
_ORDINALS = "甲乙丙丁戊己庚辛壬癸"


def generate(
    powers: int, registers: int, seed: int, mix: Mapping[PowerType, int] | None = None
) -> Iterator[Register]:
    """`registers` registers of `powers` powers each, as published lists are: no processes, no risks.

    The same numbers give the same registers. Names are invented and no two powers of a register share one;
    bases are titles and articles of the index of instruments; every post has signed its yearly pledge. `mix`
    is how many powers of each type there are to how many of the others, by default as in a real district.
    """
    for number in range(registers):
        yield _register(powers, number, Random(f"{seed}/{number}"), mix or words().mix)


def _register(powers: int, number: int, dice: Random, mix: Mapping[PowerType, int]) -> Register:
    name, fields = _authority(number), _fields(number, powers)
    counts = shares(powers, mix)
    bureau = Bureau.of(counts)
    shelf = Shelf.of([word for field in fields for word in field.laws])
    setting = Setting(bureau, shelf, load().stages, name, dice)
    tables: dict[str, list[Any]] = {kind.table: [] for kind in KINDS.values()}
    tables["units"], tables["posts"] = list(bureau.units), list(bureau.posts)
    tables["pledges"] = list(general_pledges(bureau.posts))
    for thing in _things(setting, counts, fields):
        tables[thing.table].append(thing)
    authority = Authority(id="authority", name=name, region=_place(number))
    return Register.model_validate({"authority": authority, **tables})


def _things(setting: Setting, counts: dict[PowerType, int], fields: list[Field]) -> Iterator[Entity]:
    """Every power in list order, type by type, with what is its own."""
    lists = {**words().lists, "object": tuple(one for field in fields for one in field.objects)}
    place = 0
    for type, count in counts.items():
        named = names(words().names[type], lists, setting.dice)
        for _ in range(count):
            place += 1
            yield from setting.things(place, type, next(named))


def _fields(number: int, powers: int) -> list[Field]:
    known = words().fields
    count = min(len(known), 1 + powers // _OBJECTS_LAST)
    return [known[(number + turn) % len(known)] for turn in range(count)]


def _place(number: int) -> str:
    """示例县, 示例市 …, then 示例甲县 …: no place is real."""
    turn, place = divmod(number // len(words().fields), len(words().places))
    name = words().places[place]
    if not turn:
        return name
    tens, ones = divmod(turn - 1, len(_ORDINALS))
    mark = (_ORDINALS[tens - 1] if tens else "") + _ORDINALS[ones]
    return f"{name[:2]}{mark}{name[2:]}"


def _authority(number: int) -> str:
    return _place(number) + words().fields[number % len(words().fields)].name
