"""依据 as people write them: 【法律】《…》（2019年修正）第三条第二款第（一）项：…"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from powerlist.formats.cells.basis import ParsedBasis, parse_bases
from powerlist.formats.children import COLUMN_ROLES
from powerlist.formats.forms.telling import Matter, bases_under, citation
from powerlist.formats.forms.words import Wording, marked
from powerlist.model.basis import LegalBasis
from powerlist.model.codes import BasisRole
from powerlist.numerals import chinese

Cited = tuple[object, ...]


def place_of(basis: LegalBasis) -> str:
    """第三条之一第二款第（三）项; empty without an article."""
    if basis.article is None:
        return ""
    inserted = f"之{chinese(basis.inserted)}" if basis.inserted else ""
    paragraph = f"第{chinese(basis.paragraph)}款" if basis.paragraph else ""
    item = f"第（{chinese(basis.item)}）项" if basis.item else ""
    return f"第{chinese(basis.article)}条{inserted}{paragraph}{item}"


@dataclass(frozen=True)
class Citing:
    """Writes the columns of bases of one matter."""

    wording: Wording
    matter: Matter
    fields: Sequence[str]

    def cell(self, field: str, owners: set[str], had: Sequence[str]) -> str:
        """The bases of these owners (ids) under a column, as they stand or written anew."""
        wanted = [b for b in bases_under(self.matter, field, self.fields) if b.owner in owners]
        raws = self._raws(field, wanted, owners)
        expected = {(self._role(basis, field), citation(basis)) for basis in wanted}
        for text in (*had, *raws):
            if self._cites(text, field) == expected:
                return text
        for join in (True, False):
            fresh = self.text(field, wanted, join=join)
            if self._cites(fresh, field) == expected:
                return fresh
        return self.text(field, wanted, join=False)

    def still_hold(self, texts: Sequence[str], field: str) -> bool:
        """Whether several columns of one field together say what the register says."""
        wanted = bases_under(self.matter, field, self.fields)
        expected = {(self._role(basis, field), citation(basis)) for basis in wanted}
        return self._cites("\n".join(texts), field) == expected

    def _raws(self, field: str, wanted: Sequence[LegalBasis], owners: set[str]) -> list[str]:
        own = self.wording.raws(self.matter.power, field) if self.matter.power.id in owners else []
        each = [raw for basis in wanted for raw in self.wording.raws(basis, "instrument")]
        return [*own, *dict.fromkeys(each), "\n".join(dict.fromkeys(each))]

    def _role(self, basis: LegalBasis, field: str) -> BasisRole:
        """A duty's basis is cited without saying what for."""
        kind, _ = self.matter.owner_key(basis.owner)
        return COLUMN_ROLES[field] if kind in ("duty", "ground") else BasisRole(basis.role)

    def _cites(self, text: str, field: str) -> set[Cited]:
        parsed = parse_bases(text, self.wording.headings)
        return {_of(one, COLUMN_ROLES[field]) for one in parsed.bases}

    def text(self, field: str, bases: Sequence[LegalBasis], *, join: bool) -> str:
        """One citation a line; `join` writes several places of one instrument as one."""
        numbers = self._numbers()
        lines = []
        for head, group in groupby(bases, key=lambda b: self._head(b, field, numbers)):
            for run in _runs(list(group), join=join):
                places = "、".join(filter(None, (place_of(basis) for basis in run)))
                quote = run[-1].quote
                lines.append(f"{head}{places}{f'：{quote}' if quote else '。' if places else ''}")
        return "\n".join(dict.fromkeys(lines))

    def _numbers(self) -> dict[str, str]:
        duties = {duty.id: duty.number for duty in self.matter.duties}
        return duties | {ground.id: ground.number for ground in self.matter.grounds}

    def _head(self, basis: LegalBasis, field: str, numbers: dict[str, str]) -> str:
        """`1.程序依据：【法律】《…》（…）`: number, role unless the column says it, tag, title, notes."""
        role = self._role(basis, field)
        words = self.wording.headings.basis_roles.get(role.value, ())
        said = f"{words[0]}：" if role is not COLUMN_ROLES[field] and words else ""
        tag = f"【{basis.instrument_kind.text.zh}】" if basis.instrument_kind else ""
        notes = "".join(
            f"（{note}）" for text in (basis.version, basis.document_no) for note in text.split("；") if note
        )
        return f"{marked(numbers.get(basis.owner, ''))}{said}{tag}《{basis.instrument}》{notes}"


def _runs(bases: list[LegalBasis], *, join: bool) -> list[list[LegalBasis]]:
    """Places that can stand in one citation: only the last of them may have a quote."""
    runs: list[list[LegalBasis]] = []
    for basis in bases:
        if join and runs and not runs[-1][-1].quote and runs[-1][-1].article and basis.article:
            runs[-1].append(basis)
        else:
            runs.append([basis])
    return runs


def _of(parsed: ParsedBasis, role: BasisRole) -> Cited:
    place = parsed.place
    said = (
        *(parsed.kind, parsed.instrument, parsed.document_no, parsed.version),
        *(place.article, place.inserted, place.paragraph, place.item, parsed.quote),
    )
    return parsed.role or role, said
