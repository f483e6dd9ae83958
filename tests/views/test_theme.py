"""Colours that can be read, also on a photocopy."""

from itertools import combinations

import pytest

from powerlist.model.severity import Severity
from powerlist.views import theme


def _light(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it: 0 black, 1 white."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    dark, bright = sorted((_light(one), _light(other)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("fill", [theme.PAPER, theme.TERMINATOR, theme.DECISION, theme.DOCUMENT, theme.BAND])
@pytest.mark.parametrize("ink", [theme.INK, theme.QUIET])
def test_text_is_read_with_ease_on_every_fill(ink: str, fill: str) -> None:
    assert _contrast(ink, fill) >= 7 or (ink == theme.QUIET and _contrast(ink, fill) >= 6)


def test_text_is_read_through_the_draft_mark_and_on_headers() -> None:
    assert _contrast(theme.INK, theme.DRAFT) >= 7
    assert _contrast(theme.HEADER_INK, theme.HEADER) >= 7


@pytest.mark.parametrize("rank", [1, 2, 3])
def test_the_letter_of_a_risk_is_read_on_its_colour(rank: int) -> None:
    assert _contrast(theme.RISKS[rank].ink, theme.RISKS[rank].colour) >= 4.5


def test_what_means_different_things_differs_in_more_than_colour() -> None:
    for one, other in combinations(theme.RISKS.values(), 2):
        assert one.symbol != other.symbol
        assert one.letter.zh != other.letter.zh
        assert one.letter.en != other.letter.en
    assert len({look.sign for look in theme.SEVERITIES.values()}) == len(Severity)
    assert theme.WITNESS_WIDTH >= 2 * theme.ARROW_WIDTH
    assert theme.FINDING_WIDTH >= 2 * theme.BOX_WIDTH


_LINES = (
    *(theme.LINE, theme.WITNESS),
    *(look.colour for look in theme.SEVERITIES.values()),
    *(look.edge for look in theme.RISKS.values()),
)


@pytest.mark.parametrize("line", _LINES)
def test_lines_survive_a_photocopy(line: str) -> None:
    assert _contrast(line, theme.PAPER) >= 4.5


def test_lane_borders_survive_a_photocopy_too() -> None:
    """A copier's usual threshold is a little above the middle of its scale."""
    assert sum(int(theme.LANE_BORDER[i : i + 2], 16) for i in (1, 3, 5)) / 3 < 150
