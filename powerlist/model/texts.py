"""JSON texts of very many values at once: one call of the encoder, not one a value."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any


def json_texts(encode: Callable[[Any], str], values: Iterable[Any], brackets: tuple[str, str]) -> list[str]:
    """The JSON text of each value, as `encode` (without white space) writes it.

    Every value begins and ends with the brackets: dicts with `{` and `}`, lists of lists with `[[` and `]]`.
    They are written with an empty text between them: inside a value nothing stands like this, since quotes in
    a text are escaped and a list holds things of one sort.
    """
    spaced = [one for value in values for one in (value, "")]
    return _cut(encode(spaced), *brackets) if spaced else []


def _cut(whole: str, start: str, end: str) -> list[str]:
    inside: Sequence[str] = whole[1 + len(start) : -len(f'{end},""]')].split(f'{end},"",{start}')
    return [f"{start}{text}{end}" for text in inside]
