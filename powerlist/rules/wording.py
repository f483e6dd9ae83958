"""How rules name several things in one sentence."""

from collections.abc import Iterable

from powerlist.analysis.separation import Hand
from powerlist.i18n import Text

_SHOWN = 3


def titles(instruments: Iterable[str]) -> Text:
    """The first three instruments by title, and whether there are more."""
    every = sorted(set(instruments))
    shown, more = every[:_SHOWN], len(every) > _SHOWN
    zh, en = "、".join(f"《{title}》" for title in shown), ", ".join(f"“{title}”" for title in shown)
    return Text(f"{zh}等" if more else zh, f"{en} and others" if more else en)


def named_hand(hand: Hand) -> Text:
    """A post; of a person only the posts, never the name."""
    if hand.is_person:
        return Text(f"兼任“{hand.names}”的同一个人", f"One person who holds “{hand.names}”")
    return Text(f"岗位“{hand.names}”", f"The post “{hand.names}”")
