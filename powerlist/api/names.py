"""Sentences about names that nothing has."""

from collections.abc import Sequence

from powerlist.i18n import Text


def unknown(what: Text, word: str, near: Sequence[str]) -> Text:
    """Nothing is called `word`; these are the nearest."""
    zh = f"最接近的是：{'、'.join(near)}。" if near else ""
    en = f" Did you mean {', '.join(near)}?" if near else ""
    return Text(f"没有名为“{word}”的{what.zh}。{zh}", f"There is no {what.en} called “{word}”.{en}")
