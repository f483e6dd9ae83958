"""The index of legal instruments: does a citation lead anywhere today? Facts only, no statute's text."""

from functools import cache

from powerlist.laws.index import LawIndex
from powerlist.laws.instrument import Instrument, Status
from powerlist.laws.resolution import Outcome, Resolution, Trouble
from powerlist.resources import data_folder

__all__ = ["Instrument", "LawIndex", "Outcome", "Resolution", "Status", "Trouble", "index"]


@cache
def index() -> LawIndex:
    """The index that ships with the program, read once."""
    return LawIndex.read(data_folder() / "laws")
