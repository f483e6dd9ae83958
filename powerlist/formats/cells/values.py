"""Short cells: kinds, levels, fees, phones, documents, names in a list."""

import re
import unicodedata
from dataclasses import dataclass

from powerlist.formats.cells.marks import entries_of
from powerlist.formats.cells.remembering import remembered
from powerlist.formats.cells.text import flat, lines_of, mended
from powerlist.model.codes import Disposition, ExerciseLevel, ItemType, LegacyGroup, PowerType
from powerlist.model.power import Fee, RequiredDocument
from powerlist.practice.headings import Headings, squeezed

_PHONE = re.compile(
    r"(?<![0-9])(?:0\d{2,3}[-—–]\d{7,8}(?:[-—–]\d{1,4})?|1\d{10}|\d{7,8}|1[0-9]{4}|[48]00-?\d{3}-?\d{4})(?![0-9])"
)
_LIST = re.compile(r"[、，,；;。\n]+")
_BETWEEN_DOCUMENTS = re.compile(r"[；;。\n]+")
_AROUND = re.compile(r"^(?:附[件表])?[\d一二三四五六七八九十]*[.、．:_-]?|\([^()]*\)$")
_FEW = 40  # signs that are enough to say that there is nothing
_FORM = re.compile(r"[（(]([^（()）]*(?:份|原件|复印件|电子)[^（()）]*)[）)]$")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of power and the group of older lists that the word also names."""

    type: PowerType | None
    group: LegacyGroup | None

    @property
    def known(self) -> bool:
        """Whether the word meant anything."""
        return self.type is not None or self.group is not None


@remembered
def kind_of(raw: str, headings: Headings) -> Kind:
    """What a word of the column 权力类型 means."""
    word = flat(raw)
    named, group = headings.meaning("types", word), headings.meaning("groups", word)
    return Kind(PowerType(named) if named else None, LegacyGroup(group) if group else None)


def kind_in_title(text: str, headings: Headings) -> Kind:
    """The one kind that a sheet's name or title names; none where it names several or none."""
    plain = squeezed(text)
    found: set[Kind] = set()
    words = {**headings.words("types"), **headings.words("groups")}
    for word in sorted(words, key=len, reverse=True):
        if len(word) >= 4 and word in plain:
            found.add(kind_of(word, headings))
            plain = plain.replace(word, " ")
    return found.pop() if len(found) == 1 else Kind(None, None)


def kind_of_sheet(name: str, headings: Headings) -> Kind:
    """The kind that a sheet's name says: the whole name (2.处罚、其他类（12项）), else a kind named in it."""
    whole = kind_of(_AROUND.sub("", squeezed(name)), headings)
    return whole if whole.known else kind_in_title(name, headings)


def dispositions_of(raw: str, headings: Headings) -> Disposition | None:
    """保留, 整合, 取消 …; None for an unknown word."""
    found = headings.meaning("dispositions", flat(raw))
    return Disposition(found) if found else None


@remembered
def levels_of(raw: str, headings: Headings) -> tuple[ExerciseLevel, ...]:
    """The levels that a cell names: `市级、县级` are two."""
    whole = headings.meaning("levels", flat(raw))
    words = (
        [whole] if whole else [headings.meaning("levels", part) for part in _LIST.split(mended(raw)) if part]
    )
    return tuple(ExerciseLevel(word) for word in dict.fromkeys(words) if word)


def item_type_of(raw: str, headings: Headings) -> ItemType | None:
    """即办件 or 承诺件."""
    found = headings.meaning("item_types", flat(raw))
    return ItemType(found) if found else None


def fee_of(raw: str, headings: Headings) -> Fee:
    """Any text that does not say that nothing is charged is a standard."""
    text = flat(raw)
    if headings.among("free_of_charge", text.rstrip("。")):
        return Fee(charged=False)
    return Fee(charged=True, standard="" if headings.among("charged", text) else text)


def phones_of(raw: str) -> tuple[str, ...]:
    """Every telephone number of the cell."""
    return tuple(dict.fromkeys(_PHONE.findall(unicodedata.normalize("NFKC", flat(raw)))))


def documents_of(raw: str) -> tuple[RequiredDocument, ...]:
    """One document a number, a line or a semicolon; `（原件1份）` is its form."""
    return tuple(_document(part) for part in _parts(raw, _BETWEEN_DOCUMENTS))


@remembered
def says_nothing(raw: str, headings: Headings) -> bool:
    """Whether the cell only says that there is nothing."""
    return len("".join(raw.split())) <= _FEW and headings.among("nothing", flat(raw))


@remembered
def names_of(raw: str, headings: Headings) -> tuple[str, ...]:
    """Names of units, posts or counterparties in one cell, without the words that say there is none."""
    parts = [part for part in _parts(raw, _LIST) if not headings.among("nothing", part)]
    return tuple(dict.fromkeys(parts))


def numbered_names(raw: str, headings: Headings) -> list[tuple[str, str]]:
    """(number, name) of sub-items: `1.新设；2.变更` are two, a name without a number is one whole."""
    entries = entries_of(mended(raw))
    return [
        (entry.mark, name)
        for entry in entries
        if (name := entry.text.strip(" 。；;")) and not headings.among("nothing", name)
    ]


def _parts(raw: str, between: re.Pattern[str]) -> list[str]:
    """The pieces of a short list: by number, else by line and separator."""
    entries = entries_of(mended(raw))
    texts = [e.text for e in entries if e.mark] if any(e.mark for e in entries) else lines_of(raw)
    return [piece for text in texts for part in between.split(text) if (piece := part.strip(" 。；;"))]


def _document(text: str) -> RequiredDocument:
    form = _FORM.search(text)
    return RequiredDocument(name=text[: form.start()] if form else text, form=form[1] if form else "")
