"""The stages that duties and steps go through, as data: names, synonyms, and what each type requires."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from powerlist.i18n import Text
from powerlist.model.codes import PowerType
from powerlist.model.identity import squeezed


class StageRole(StrEnum):
    """What a stage does for the checks."""

    INTAKE = "intake"
    EXAMINE = "examine"
    REVIEW = "review"
    TELL = "tell"
    DECISION = "decision"
    DELIVERY = "delivery"
    EXECUTION = "execution"
    FOLLOW_UP = "follow_up"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: its key, its name, what it is for, and what lists call it."""

    key: str
    text: Text
    role: StageRole
    words: tuple[str, ...]


@dataclass(frozen=True)
class StageCatalogue:
    """All stages, and for each type of power the stages that its duties must cover (inner: alternatives)."""

    stages: dict[str, Stage]
    required: dict[PowerType, tuple[tuple[str, ...], ...]]
    simplified: tuple[str, ...] = ()  # words that name a simplified procedure
    stopping: tuple[str, ...] = ()  # words for what stops the clock
    stopping_article: tuple[str, int] = ("", 0)  # the article that lists them

    @classmethod
    def of(cls, data: dict[str, Any]) -> "StageCatalogue":
        """From the plain data of stages.yaml."""
        stages = {
            key: Stage(key, Text(row["zh"], row["en"]), StageRole(row["role"]), tuple(row["words"]))
            for key, row in data["stages"].items()
        }
        required = {
            PowerType(name): tuple((one,) if isinstance(one, str) else tuple(one) for one in row)
            for name, row in data["required"].items()
        }
        stops = data.get("clock_stops", {})
        article = stops.get("article", {})
        return cls(
            stages,
            required,
            tuple(data.get("simplified", ())),
            tuple(stops.get("words", ())),
            (article.get("instrument", ""), article.get("number", 0)),
        )

    def stops_clock(self, words: str) -> bool:
        """Whether a name is one of what the law lists as stopping the clock."""
        text = squeezed(words)
        return any(squeezed(word) in text for word in self.stopping)

    def is_simplified(self, words: str) -> bool:
        """Whether a variant or a name speaks of the simplified procedure."""
        text = squeezed(words).casefold()
        return any(squeezed(word).casefold() in text for word in self.simplified)

    @cached_property
    def _words(self) -> list[tuple[str, str]]:
        pairs = [(squeezed(word), stage.key) for stage in self.stages.values() for word in stage.words]
        return sorted(pairs, key=lambda pair: -len(pair[0]))

    def key_of(self, word: str, type: PowerType | None = None) -> str | None:
        """The key of the stage that a heading means: the same words, else the longest words inside it.

        `受理责任` and `1、受理环节` are acceptance. Where several fit equally, one that `type` requires wins.
        """
        text = squeezed(word).removesuffix("责任").removesuffix("环节").removesuffix("阶段")
        if not text:
            return None
        found = [key for words, key in self._words if words == text]
        if not found:
            longest = next((len(words) for words, _ in self._words if words in text), 0)
            found = [key for words, key in self._words if len(words) == longest and words in text]
        wanted = {key for keys in self.required.get(type, ()) for key in keys} if type else set()
        return next((key for key in found if key in wanted), found[0] if found else None)

    def role_of(self, key: str | None) -> StageRole | None:
        """What the stage is for; None for an unknown key."""
        stage = self.stages.get(key) if key else None
        return stage.role if stage else None

    def text_of(self, key: str | None) -> Text:
        """Its name; an unknown key is shown as it is."""
        stage = self.stages.get(key) if key else None
        return stage.text if stage else Text(key or "", key or "")
