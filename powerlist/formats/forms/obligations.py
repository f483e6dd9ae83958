"""责任事项、责任岗位、追责情形 as people write them: numbered lines under their headings."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from powerlist.formats.cells.duties import parse_duties
from powerlist.formats.cells.grounds import parse_grounds, sanctions_in, targets_in
from powerlist.formats.forms.telling import Matter
from powerlist.formats.forms.words import Wording, first, marked
from powerlist.formats.items import Row
from powerlist.formats.posts import assign
from powerlist.formats.raw import Cell
from powerlist.formats.tables import Tables
from powerlist.model.duty import AccountabilityGround, Assignment, Duty
from powerlist.model.source import Source

_BEFORE = re.compile(r"([（(〔][^）)〕]+[）)〕]|[一二三四五六七八九十]+(?=[0-9（(①-⑳]))(.+)")


@dataclass(frozen=True)
class Obliging:
    """Writes the columns of duties and grounds of one matter."""

    wording: Wording
    matter: Matter

    def duties(self, duties: Sequence[Duty], had: Sequence[str], *, beside: bool = False) -> str:
        """Duties in one cell; `beside` where a column of its own says the heading."""
        wanted = [("" if beside else duty.heading, duty.number, duty.text) for duty in duties]
        raws, fresh = self._raws(duties, "text"), "\n".join(self._lines(duties, beside=beside))
        numbered = [duty.model_copy(update={"number": str(turn)}) for turn, duty in enumerate(duties, 1)]
        counted = "\n".join(self._lines(numbered, beside=beside))
        exact = first((*had, *raws, fresh), lambda text: self._read_duties(text) == wanted)
        if exact or len(duties) < 2 or any(duty.number for duty in duties):
            return exact or fresh
        plain = [(heading, text) for heading, _, text in wanted]
        return (
            first((fresh,), lambda text: [(h, t) for h, _, t in self._read_duties(text)] == plain) or counted
        )

    def _read_duties(self, text: str) -> list[tuple[str, str, str]]:
        power = self.matter.power
        parsed = parse_duties(
            text,
            self.wording.headings,
            lambda word: self.wording.practice.stages.key_of(word, power.type),
        )
        return [(one.heading, one.number, one.text) for one in parsed] if text.strip() else []

    def _raws(self, things: Sequence[Duty | AccountabilityGround], field: str) -> list[str]:
        """The cells that all these were read from: each alone, then all together."""
        each = list(dict.fromkeys(raw for one in things for raw in self.wording.raws(one, field)))
        return [*each[:1], "\n".join(each)] if each else []

    def performers(self, duties: Sequence[Duty], had: Sequence[str], *, units: bool) -> str:
        """Who performs the duties: one name for all of them, or by their numbers, or a line each."""
        told = self.wording.told
        names = [told.units_of(duty) if units else told.posts_of(duty) for duty in duties]
        field = "duty_units" if units else "duty_posts"
        own = self.wording.raws(self.matter.power, field)
        fresh = _by_number([(duty.number, some) for duty, some in zip(duties, names, strict=True)])
        return (
            first((*had, *own, fresh), lambda text: self._read_names(text, duties, field) == names) or fresh
        )

    def _read_names(self, text: str, duties: Sequence[Duty], field: str) -> list[tuple[str, ...]]:
        """The names that the reading engine would give to each duty."""
        tables = Tables(self.wording.headings)
        cells = {field: (Cell([text], Source(""), field),)} if text.strip() else {}
        numbered = [(str(place), duty.number) for place, duty in enumerate(duties)]
        assign(tables, numbered, Row(cells), Row({}), (), [])
        found: dict[str, list[str]] = {}
        for one in tables.rows.get("assignments", {}).values():
            assert isinstance(one, Assignment)
            whose = tables.rows["units" if one.unit else "posts"][one.unit or one.post or ""]
            found.setdefault(one.duty, []).append(whose.title)
        return [tuple(found.get(place, ())) for place, _ in numbered]

    def grounds(self, had: Sequence[str]) -> str:
        """The grounds in one cell."""
        grounds = self.matter.grounds
        wanted = [(ground.number, ground.text) for ground in grounds]
        fresh = "\n".join(f"{marked(ground.number)}{ground.text}" for ground in grounds)
        counted = "\n".join(f"{turn}.{ground.text}" for turn, ground in enumerate(grounds, 1))
        texts = (*had, *self._raws(grounds, "text"), fresh)
        found = first(texts, lambda text: self._read_grounds(text) == wanted)
        if found or len(grounds) < 2 or any(ground.number for ground in grounds):
            return found or fresh
        return counted

    def _read_grounds(self, text: str) -> list[tuple[str, str]]:
        if not text.strip() or self.wording.headings.among("nothing", text):
            return []
        return [(one.number, one.text) for one in parse_grounds(text, self.wording.headings)]

    def sanctions(self, had: Sequence[str]) -> str:
        """The forms of accountability, together or by the number of their ground."""
        headings, grounds = self.wording.headings, self.matter.grounds
        named = [sanctions_in(ground.text, headings) for ground in grounds]
        rest = [
            tuple(one for one in ground.sanctions if one not in own)
            for ground, own in zip(grounds, named, strict=True)
        ]

        def holds(text: str) -> bool:
            forms = sanctions_in(text, headings)
            pairs = zip(grounds, named, strict=True)
            return all({*forms, *own} == {*ground.sanctions} for ground, own in pairs)

        return self._by_ground("sanctions", rest, had, holds)

    def targets(self, had: Sequence[str]) -> str:
        """Who answers, together or by the number of the ground."""
        headings, grounds = self.wording.headings, self.matter.grounds
        names = [tuple(role.text.zh for role in ground.targets) for ground in grounds]

        def holds(text: str) -> bool:
            roles, strange = targets_in(text, headings)
            return not strange and all({*roles} == {*ground.targets} for ground in grounds)

        return self._by_ground("targets", names, had, holds)

    def _by_ground(
        self, field: str, words: Sequence[Sequence[str]], had: Sequence[str], holds: Callable[[str], bool]
    ) -> str:
        grounds = self.matter.grounds
        raws = [raw for one in (self.matter.power, *grounds[:1]) for raw in self.wording.raws(one, field)]
        pairs = [(ground.number, tuple(some)) for ground, some in zip(grounds, words, strict=True)]
        alike = len({words for _, words in pairs}) == 1
        fresh = "、".join(pairs[0][1]) if alike else _by_number(pairs)
        return first((*had, *raws), holds) if grounds and first((*had, *raws), holds) else fresh

    def _lines(self, duties: Sequence[Duty], *, beside: bool) -> list[str]:
        """A line a duty; a heading that gathers several stands on a line of its own."""
        lines: list[str] = []
        for (head, mark), group in groupby(duties, key=lambda duty: self._over(duty, beside=beside)):
            if head or mark:
                lines.append(f"{marked(mark)}{head}{'' if mark else '：'}")
            for duty in group:
                own = "" if beside or mark else duty.heading.removeprefix(head).removeprefix("/")
                number = duty.number.removeprefix(mark)
                lines.append(f"{marked(number)}{own + '：' if own else ''}{duty.text}")
        return lines

    def _over(self, duty: Duty, *, beside: bool) -> tuple[str, str]:
        """(the heading above a duty, its number): `（一）受理责任` over `1.…`, 直接实施责任 over its list."""
        above, _, last = duty.heading.rpartition("/")
        if found := _BEFORE.fullmatch(duty.number):
            return ("" if beside else last), found[1]
        if beside:
            return "", ""
        gathers = self.wording.headings.among("duty_groups", duty.heading)
        return (duty.heading if gathers else above), ""


def _by_number(pairs: Sequence[tuple[str, Sequence[str]]]) -> str:
    """What all have in common once; else by their numbers, else a line each."""
    if not any(words for _, words in pairs):
        return ""
    if len({tuple(words) for _, words in pairs}) == 1 and len(pairs[0][1]) == 1:
        return pairs[0][1][0]
    numbers = [number for number, _ in pairs]
    if all(numbers) and len(set(numbers)) == len(numbers) and len(pairs) > 1:
        return "\n".join(f"{marked(number)}{'、'.join(words)}" for number, words in pairs if words)
    return "\n".join("、".join(words) for _, words in pairs)
