"""What can stop the program; each says in both languages what, where and what to do.

PowerlistError
├── InputError      a file that cannot be used: wrong kind, broken, too large, locked
├── InputErrors     several of them, said all at once
├── UsageError      a question that has no answer: an unknown code, an impossible choice
└── DrawingError    a picture that could not be made
"""

from collections.abc import Sequence

from powerlist.i18n import Lang, Text


class PowerlistError(Exception):
    """The root: carries one sentence in both languages."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.zh)
        self.text = text

    def of(self, lang: Lang) -> str:
        """The sentence in one language."""
        return self.text.of(lang)


class InputError(PowerlistError):
    """A file that cannot be used; `file` and `place` are part of the sentence."""

    def __init__(self, file: str, text: Text, place: str = "") -> None:
        where = f"{file}!{place}" if place else file
        super().__init__(Text(f"{where}：{text.zh}", f"{where}: {text.en}"))
        self.file, self.place = file, place


class InputErrors(PowerlistError):
    """Everything that is wrong with the input, one sentence a line."""

    def __init__(self, errors: Sequence[InputError]) -> None:
        super().__init__(Text("\n".join(e.text.zh for e in errors), "\n".join(e.text.en for e in errors)))
        self.errors = tuple(errors)


class UsageError(PowerlistError):
    """A question that has no answer here."""


class DrawingError(PowerlistError):
    """A picture that could not be made."""
