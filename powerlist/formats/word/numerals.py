"""The numbers that Word counts with: 一 （二） 3. ④ IV."""

from collections.abc import Callable

from powerlist.numerals import chinese

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_UNITS = ("仟", "佰", "拾", "")
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def numeral(number: int, kind: str) -> str:
    """A number as Word writes it in a kind of numbering (`w:numFmt`); figures for an unknown kind."""
    return _WRITERS.get(kind, str)(number)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN if 0 < number < 4000 else ():
        text += letters * (number // value)
        number %= value
    return text or str(number)


def _letters(number: int) -> str:
    """A … Z, AA, BB …"""
    return chr(65 + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number <= 780 else str(number)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else str(number)


def _from(first: str, count: int) -> Callable[[int], str]:
    """Signs that Unicode has in a row: ① … ⑳."""
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= count else str(number)


def _digital(number: int) -> str:
    return "".join(_DIGITS[int(figure)] for figure in str(number))


def _wide(number: int) -> str:
    return "".join(chr(ord("０") + int(figure)) for figure in str(number))


_WRITERS: dict[str, Callable[[int], str]] = {
    "decimalZero": "{:02d}".format,
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographDigital": _digital,
    "taiwaneseDigital": _digital,
    "japaneseDigitalTenThousand": _digital,
    "decimalEnclosedCircle": _from("①", 20),
    "decimalEnclosedCircleChinese": _from("①", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "ideographEnclosedCircle": _from("㊀", 10),
    "decimalFullWidth": _wide,
    "decimalFullWidth2": _wide,
    "chineseLegalSimplified": lambda number: chinese(number, _LEGAL, _LEGAL_UNITS),
    "ideographLegalTraditional": lambda number: chinese(number, _LEGAL, _LEGAL_UNITS),
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "none": lambda number: "",
}
