"""Which cells can be put right: where the raw text and what it was read as differ in form only."""

import re
from collections.abc import Callable, Collection, Iterator
from itertools import pairwise

from powerlist.fixing.fix import CellFix, FixKind
from powerlist.formats.cells.text import PAGE_BREAK
from powerlist.model.basis import LegalBasis
from powerlist.model.duty import Duty
from powerlist.model.entity import Entity
from powerlist.model.identity import squeezed
from powerlist.model.register import Register
from powerlist.model.source import Origin, Source
from powerlist.practice import Practice

Found = Iterator[CellFix]
_NAMES = {"power": ("name", "code"), "sub_item": ("code",), "authority": ("name", "code"), "unit": ("name",)}
_NUMBER = re.compile(r"\s*(\d{1,4})\s*")
_OPENING, _CLOSING = re.compile("<<|〈〈|＜＜|〈|＜"), re.compile(">>|〉〉|＞＞|〉|＞")
_ENDING = "责任"  # 审查 and 审查责任 are one heading


def find_fixes(
    register: Register, practice: Practice, kinds: Collection[FixKind] = tuple(FixKind)
) -> tuple[CellFix, ...]:
    """The fixes of these kinds, at most one a cell and kind, in the order of the list.

    Only cells whose raw text is known are looked at: the register as it was read from its files.
    """
    found = {
        (fix.kind, fix.source): fix
        for kind in FixKind
        if kind in kinds
        for fix in _FINDERS[kind](register, practice)
        if fix.before != fix.after
    }
    return tuple(found.values())


def _spaces(register: Register, practice: Practice) -> Found:
    """Names and codes that were read without the breaks and blanks of their cell."""
    for entity, field, origin in _origins(register):
        value = str(getattr(entity, field, ""))
        if field in _NAMES.get(entity.kind, ()) and _same_letters(origin.raw, value):
            tidy = "".join(value.split()) if field == "code" else value
            yield CellFix(FixKind.SPACES, origin.source, origin.raw, tidy)


def _same_letters(raw: str, value: str) -> bool:
    return "".join(raw.split()) == "".join(value.split())


def _brackets(register: Register, practice: Practice) -> Found:
    """Cells of citations where a title lacks one of its marks, or has angle brackets for them."""
    cells: dict[Source, tuple[str, list[str]]] = {}
    for entity, field, origin in _origins(register):
        if isinstance(entity, LegalBasis) and field == "instrument":
            cells.setdefault(origin.source, (origin.raw, []))[1].append(entity.instrument)
    for source, (raw, titles) in cells.items():
        yield CellFix(FixKind.BRACKETS, source, raw, _marked(raw, titles))


def _marked(raw: str, titles: list[str]) -> str:
    """The text with both marks around each title that has one of them."""
    text = raw
    for title in dict.fromkeys(titles):
        letters = r"\s*".join(re.escape(letter) for letter in title if not letter.isspace())
        angled = re.compile(rf"(?:{_OPENING.pattern})(\s*{letters}\s*)(?:{_CLOSING.pattern})")
        text = angled.sub(r"《\1》", text)
        text = re.sub(rf"(《\s*{letters})(?!\s*[》（(〔\w])", r"\1》", text)
        text = re.sub(rf"(《\s*{letters})(?=第)", r"\1》", text)
        text = re.sub(rf"(?<![《\w\s])(\s*)({letters}\s*》)", r"\1《\2", text)
    return text


def _stages(register: Register, practice: Practice) -> Found:
    """Headings of duties that are a synonym of the catalogue's word, where they have a cell of their own."""
    for entity, field, origin in _origins(register):
        if isinstance(entity, Duty) and field == "heading" and entity.stage:
            heading = squeezed(origin.raw)
            ending = _ENDING if heading.endswith(_ENDING) else ""
            stage = practice.stages.stages.get(entity.stage)
            if stage and heading.removesuffix(_ENDING) in map(squeezed, stage.words):
                yield CellFix(FixKind.STAGES, origin.source, origin.raw, stage.text.zh + ending)


def _numbers(register: Register, practice: Practice) -> Found:
    """The numbers of a sheet that go up with gaps or doubles; a sheet that starts anew is left alone."""
    sheets: dict[tuple[str, str], list[Origin]] = {}
    for power in register.powers:
        if origin := register.origins.get((power.id, "number")):
            sheets.setdefault((origin.source.file, origin.source.sheet), []).append(origin)
    for origins in sheets.values():
        read = [_NUMBER.fullmatch(one.raw) for one in origins]
        numbers = [int(one[1]) for one in read if one]
        if len(numbers) == len(origins) and all(a <= b for a, b in pairwise(numbers)) and numbers[0] <= 1:
            for place, origin in enumerate(origins, numbers[0]):
                if int(origin.raw) != place:
                    yield CellFix(FixKind.NUMBERS, origin.source, origin.raw, str(place))


def _origins(register: Register) -> Iterator[tuple[Entity, str, Origin]]:
    """(thing, field, origin) of every field that stands in one known cell."""
    for (id, field), origin in register.origins.items():
        entity = register.find(id)
        if entity and field and origin.raw and origin.source.cell and PAGE_BREAK not in origin.raw:
            yield entity, field, origin


_FINDERS: dict[FixKind, Callable[[Register, Practice], Found]] = {
    FixKind.SPACES: _spaces,
    FixKind.BRACKETS: _brackets,
    FixKind.STAGES: _stages,
    FixKind.NUMBERS: _numbers,
}
