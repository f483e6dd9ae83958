"""The page of figures says what was measured, and which aims are missed by how much."""

from tests.benchmarks.figures import Figure
from tests.benchmarks.page import PAGE, page

FAST = Figure("draw", "bare nop2", 3.0, 2.5, "1 s beside 0.4 s")
SLOW = Figure("save", "bare calls", 2.0, 3.0)
LARGE = Figure("memory", "–", 1.5, 1.25, unit=" GB")
TOLD = Figure("import", "calamine", None, 80.0)


def test_every_figure_is_a_line_with_its_verdict() -> None:
    text = page([FAST, SLOW, LARGE, TOLD], "a machine")
    assert "| draw | bare nop2 | 3 | 2.50 | yes | 1 s beside 0.4 s |" in text
    assert "| save | bare calls | 2 | 3.00 | **no** |" in text
    assert "| memory | – | 1.5 GB | 1.25 GB | yes |" in text
    assert "| import | calamine | – | 80.00 | – |" in text


def test_what_is_missed_is_told_with_how_much() -> None:
    text = page([FAST, SLOW, TOLD], "a machine")
    assert "- save, beside bare calls: 1.5 times the aim" in text
    assert "Missed" not in page([FAST, TOLD], "a machine")


def test_the_page_that_ships_is_a_generated_one() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert text.startswith(page([], "|||").partition("|||")[0])
    assert "| work | beside | aim | measured | met | in figures |" in text
