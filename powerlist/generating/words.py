"""The words that registers are made of: bureaus, objects, units and posts, read once from `words.yaml`."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict

from powerlist.model.codes import PostLevel, PowerType


class _Words(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Field(_Words):
    """What one kind of bureau is about."""

    name: str
    laws: tuple[str, ...]
    objects: tuple[str, ...]


class UnitWords(_Words):
    """A unit, the types of power that it handles, the leader above it, and the usual posts that it lacks."""

    name: str
    types: tuple[PowerType, ...]
    led_by: str
    without: tuple[str, ...] = ()


class PostWords(_Words):
    """A post, and how many people hold it."""

    name: str
    level: PostLevel
    work: str
    holders: int = 1


class OfficeWords(_Words):
    """A unit that handles no powers, with its posts."""

    unit: str
    posts: tuple[PostWords, ...]


class Words(_Words):
    """Everything; `lists` are what the blanks of a name are filled from."""

    places: tuple[str, ...]
    mix: dict[PowerType, int]
    names: dict[PowerType, str]
    lists: dict[str, tuple[str, ...]]
    counterparties: tuple[str, ...]
    fee: str
    fields: tuple[Field, ...]
    units: tuple[UnitWords, ...]
    posts_of_unit: tuple[PostWords, ...]
    leaders: tuple[PostWords, ...]
    office: OfficeWords
    watch: OfficeWords


@cache
def words() -> Words:
    """The words that ship with the program."""
    text = files("powerlist.generating").joinpath("words.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return Words.model_validate(data)
