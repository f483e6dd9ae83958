"""What a placement weighs: with other weights the same search finds other placements to choose from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Temper:
    """Prices in the same unit: one bend is 3, one row further is a half."""

    crossing: float = 9.0
    beside: float = 4.0  # two lines side by side in one row or column of boxes
    through: float = 20.0  # a box put on a line that was straight
    new_row: float = 4.0
    new_slot: float = 14.0
    lonely: float = 7.0  # a slot used once
    reserved: float = 7.0  # the cell beneath a box whose main line goes on in the same lane
    main_aside: float = 7.0  # the main line leaves its column although it stays in its lane
    wrong_exit: float = 16.0  # the favourable exit leaves at the side


TEMPERS = (
    Temper(),
    Temper(crossing=20.0, new_row=14.0, new_slot=10.0, main_aside=0.0, wrong_exit=12.0),
    Temper(crossing=16.0, new_slot=9.0, lonely=4.0),
    Temper(main_aside=0.0, new_row=6.0),
    Temper(crossing=16.0, new_row=8.0, main_aside=3.0),
    Temper(crossing=12.0, new_row=12.0, new_slot=6.0, lonely=3.0, main_aside=2.0),
    Temper(crossing=14.0, new_row=7.0, new_slot=18.0, lonely=10.0, main_aside=2.0),
)
SQUEEZED = (  # where nothing else gets the chart onto its page
    Temper(crossing=14.0, new_row=20.0, new_slot=4.0, lonely=2.0, main_aside=0.0, wrong_exit=8.0),
    Temper(crossing=14.0, new_row=14.0, new_slot=16.0, main_aside=0.0, reserved=0.0, wrong_exit=8.0),
)
ONE_LANE = (
    Temper(new_slot=5.0, lonely=0.0, main_aside=14.0, reserved=14.0),
    Temper(new_slot=2.0, lonely=0.0, main_aside=20.0, reserved=20.0, new_row=8.0),
)
