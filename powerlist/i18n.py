"""Words of the tool itself, in both languages. What a bureau wrote stays plain `str`."""

from dataclasses import dataclass
from string import Formatter
from typing import Any, Literal

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """One saying in Chinese and English; may hold `{fields}` for `fill`."""

    zh: str
    en: str

    def of(self, lang: Lang) -> str:
        """The saying in one language."""
        return self.zh if lang == "zh" else self.en

    def fill(self, **things: Any) -> "Text":
        """The same saying with its fields filled; a `Text` among the things speaks each language."""
        return Text(_fill(self.zh, "zh", things), _fill(self.en, "en", things))


def plain(words: str) -> Text:
    """A name or a figure that reads the same in both languages."""
    return Text(words, words)


def _fill(template: str, lang: Lang, things: dict[str, Any]) -> str:
    """`template` with every field replaced; values are never read as templates themselves."""
    spoken = {name: _Spoken(thing, lang) for name, thing in things.items()}
    return Formatter().vformat(template, (), spoken)


class _Spoken:
    """A thing that shows itself in one language, attributes included."""

    def __init__(self, thing: Any, lang: Lang) -> None:
        self._thing, self._lang = thing, lang

    def __getattr__(self, name: str) -> "_Spoken":
        return _Spoken(getattr(self._thing, name), self._lang)

    def __format__(self, spec: str) -> str:
        thing = self._thing
        if isinstance(thing, Text):
            return thing.of(self._lang)
        if hasattr(thing, "text") and isinstance(thing.text, Text):
            return str(thing.text.of(self._lang))
        return format(thing, spec)
