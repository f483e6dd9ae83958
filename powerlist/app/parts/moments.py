"""Revisions and moments as people read them."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from powerlist import api
from powerlist.i18n import Lang, Text

NO_NAME = Text("（没有写单位名称）", "(no authority named)")
_REVISION = Text("第{revision}版", "revision {revision}")
_KEPT = Text("清单库第{revision}版，{at}存", "Kept, revision {revision}, saved {at}")


def moment(at: datetime) -> str:
    """A moment in the server's own time, to the minute."""
    return at.astimezone().strftime("%Y-%m-%d %H:%M")


def revision(number: int, lang: Lang) -> str:
    """第3版."""
    return _REVISION.fill(revision=number).of(lang)


def kept(saved: api.Saved, lang: Lang) -> str:
    """Which revision it is and when it was saved."""
    return _KEPT.fill(revision=saved.revision, at=moment(saved.saved_at)).of(lang)


def name(saved: api.Saved | api.Earlier, lang: Lang) -> str:
    """Whose list it is."""
    return saved.authority or NO_NAME.of(lang)


def names(kept: Iterable[api.Saved], lang: Lang) -> dict[str, str]:
    """What each list is called, by id; several of one authority are told apart by their ids."""
    called = {saved.id: name(saved, lang) for saved in kept}
    often = Counter(called.values())
    return {id: f"{word}（{id}）" if often[word] > 1 else word for id, word in called.items()}
