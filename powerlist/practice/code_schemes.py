"""Codes of bodies and powers: how a code is read, and what is wrong with it, as data of the place."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from powerlist.i18n import Text
from powerlist.model.codes import ExerciseLevel, PowerType
from powerlist.practice.check_digits import CHECKS

_HERE = Path(__file__).parent
_DECORATION = re.compile(r"[\s\-—–‐_.·\u200b-\u200f\u2060\ufeff]+")  # 也去掉网页上带来的看不见的字符

_LENGTH = Text("{name}应为{wanted}位，这里是{length}位", "{name}: {length} signs instead of {wanted}")
_LETTER = Text("{name}不使用“{sign}”（第{place}位）", "{name}: “{sign}” is never used (sign {place})")
_SHAPE = Text("不符合{name}的结构", "not in the form of: {name}")
_DIGIT = Text(
    "{name}的校验码是“{digit}”，按前{length}位计算应为“{wanted}”",
    "{name}: check digit “{digit}”; by the first {length} signs it must be “{wanted}”",
)
_VALUE = Text("{name}中没有“{value}”（{part}）", "{name}: no {part} “{value}”")


@dataclass(frozen=True)
class CodeScheme:
    """One way to write codes. `of` is what they stand for: a body, a region or a power."""

    key: str
    text: Text
    of: str
    standard: str
    lengths: tuple[int, ...]
    pattern: re.Pattern[str]
    letters: str = ""
    within: Mapping[str, str] = field(default_factory=dict)
    allowed: Mapping[str, frozenset[str]] = field(default_factory=dict)
    check: str = ""


@dataclass(frozen=True)
class CodeReading:
    """A code as one scheme reads it: `raw` as it was written, `code` without spaces and hyphens."""

    raw: str
    code: str
    scheme: CodeScheme
    parts: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[Text, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong with it."""
        return not self.faults


@dataclass(frozen=True)
class CodeSchemes:
    """Every scheme by its key, and the types of power that digits stand for."""

    schemes: Mapping[str, CodeScheme]
    types: Mapping[str, PowerType]

    def read(self, raw: str, scheme: str) -> CodeReading:
        """The code read by one scheme, with all that is wrong with it. Raises KeyError for no scheme."""
        way, code = self.schemes[scheme], compact(raw)
        if faults := tuple(_outer_faults(way, code)):
            return CodeReading(raw, code, way, faults=faults)
        match = way.pattern.fullmatch(code)
        if match is None:
            return CodeReading(raw, code, way, faults=(_SHAPE.fill(name=way.text),))
        parts = {name: value for name, value in match.groupdict().items() if value}
        inner = [self.read(parts[part], other) for part, other in way.within.items() if part in parts]
        for reading in inner:
            parts = {**reading.parts, **parts}
        faults = (*_part_faults(way, parts), *(one for reading in inner for one in reading.faults))
        return CodeReading(raw, code, way, parts, tuple(dict.fromkeys((*faults, *_digit_faults(way, code)))))

    def recognised(self, raw: str, of: str = "power") -> CodeReading | None:
        """The code by the first scheme that it fits without a fault, else by the first of its form."""
        readings = [self.read(raw, one.key) for one in self.schemes.values() if one.of == of]
        sound = (one for one in readings if one.is_sound)
        return next(sound, None) or next((one for one in readings if one.parts), None)

    def type_of(self, reading: CodeReading) -> PowerType | None:
        """The type of power that a national code names; None where it names none."""
        return self.types.get(reading.parts.get("type", ""))

    def level_of(self, reading: CodeReading) -> ExerciseLevel | None:
        """The level that a code names; None where it names none."""
        digit = reading.parts.get("level")
        return ExerciseLevel(digit) if digit in list(ExerciseLevel) else None


def compact(raw: str) -> str:
    """Without spaces and hyphens, full-width signs and small letters mended: what the schemes read."""
    return _DECORATION.sub("", unicodedata.normalize("NFKC", raw)).upper()


def _outer_faults(way: CodeScheme, code: str) -> Iterator[Text]:
    """A wrong length or letters that the standard leaves out, before the form is looked at."""
    if len(code) not in way.lengths:
        wanted = "/".join(map(str, way.lengths))
        yield _LENGTH.fill(name=way.text, wanted=wanted, length=len(code))
    for place, sign in enumerate(code, 1):
        if way.letters and sign not in way.letters:
            yield _LETTER.fill(name=way.text, sign=sign, place=place)


def _part_faults(way: CodeScheme, parts: Mapping[str, str]) -> Iterator[Text]:
    for part, values in way.allowed.items():
        if part in parts and parts[part] not in values:
            yield _VALUE.fill(name=way.text, value=parts[part], part=PARTS[part])


def _digit_faults(way: CodeScheme, code: str) -> Iterator[Text]:
    if way.check and (wanted := CHECKS[way.check](code[:-1])) != code[-1]:
        yield _DIGIT.fill(name=way.text, digit=code[-1], length=len(code) - 1, wanted=wanted)


PARTS = {
    "province": Text("省级代码", "province"),
    "catalogue": Text("目录层级", "catalogue"),
    "type": Text("事项类型", "type"),
    "level": Text("行使层级", "level"),
}


@cache
def load_code_schemes(folder: Path | None = None) -> CodeSchemes:
    """The schemes of a folder of practice, else those of the package."""
    own = folder / "code_schemes.yaml" if folder else None
    path = own if own and own.is_file() else _HERE / "code_schemes.yaml"
    return schemes_of(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))


def schemes_of(data: Mapping[str, Any]) -> CodeSchemes:
    """From the plain data of code_schemes.yaml."""
    values = {name: frozenset(map(str, row)) for name, row in data["values"].items()}
    schemes = {key: _scheme(key, row, values) for key, row in data["schemes"].items()}
    return CodeSchemes(schemes, {digits: PowerType(name) for digits, name in data["types"].items()})


def _scheme(key: str, row: Mapping[str, Any], values: Mapping[str, Iterable[str]]) -> CodeScheme:
    return CodeScheme(
        key,
        Text(row["zh"], row["en"]),
        row["of"],
        row["standard"],
        tuple(row["length"]),
        re.compile(row["pattern"]),
        str(row.get("letters", "")),
        row.get("within", {}),
        {part: frozenset(values[name]) for part, name in row.get("allowed", {}).items()},
        row.get("check", ""),
    )
