"""The words at an arrow: a condition that is too long for a label is cut and ends with an ellipsis."""

_LONGEST = 24  # letters; what a channel between two boxes can carry


def label_of(condition: str) -> str:
    """The condition as a label; its full text stays in the register and in the app."""
    words = " ".join(condition.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
