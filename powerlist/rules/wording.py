"""How rules name several things in one sentence."""

from collections.abc import Iterable

from powerlist.i18n import Text

_SHOWN = 3


def titles(instruments: Iterable[str]) -> Text:
    """The first three instruments by title, and whether there are more."""
    every = sorted(set(instruments))
    shown, more = every[:_SHOWN], len(every) > _SHOWN
    zh, en = "、".join(f"《{title}》" for title in shown), ", ".join(f"“{title}”" for title in shown)
    return Text(f"{zh}等" if more else zh, f"{en} and others" if more else en)
