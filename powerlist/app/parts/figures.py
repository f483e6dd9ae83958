"""Figures that are links: tiles, matrices and bars, each number a way to the things it counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from powerlist.app.look import TONES
from powerlist.app.parts.places import ALL, Place

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Number:
    """A number, what it says, and the place that shows what was counted. `shade` is 0 to 1."""

    value: str
    to: Place
    label: str = ""
    note: str = ""
    tone: str = "plain"
    shade: float = 0.0


@dataclass(frozen=True)
class Row:
    """One line of a matrix; None is an empty cell."""

    label: str
    cells: tuple[Number | None, ...]


def tiles(numbers: Sequence[Number], key: str) -> None:
    """Large numbers side by side."""
    _mount({"kind": "tiles", "numbers": [_number(one) for one in numbers]}, key)


def bars(numbers: Sequence[Number], key: str) -> None:
    """One bar a number; the longest has the shade 1."""
    _mount({"kind": "bars", "numbers": [_number(one) for one in numbers]}, key)


def matrix(head: Sequence[str], rows: Sequence[Row], key: str) -> None:
    """A table of numbers; the first heading is that of the labels."""
    lines = [{"label": row.label, "cells": [one and _number(one) for one in row.cells]} for row in rows]
    _mount({"kind": "matrix", "head": list(head), "rows": lines}, key)


def _number(one: Number) -> dict[str, Any]:
    return {
        "value": one.value,
        "label": one.label,
        "note": one.note,
        "colour": TONES[one.tone],
        "shade": one.shade,
        "href": one.to.address,
        "page": one.to.page.path,
        "asks": dict(one.to.asks),
    }


def _mount(data: dict[str, Any], key: str) -> None:
    figure = st.components.v2.component(
        "powerlist_figures",
        html='<div class="figures"></div>',
        css=_HERE.joinpath("figures.css").read_text(encoding="utf-8"),
        js=_HERE.joinpath("figures.js").read_text(encoding="utf-8"),
    )
    asked = figure(data=data, key=key, on_go_change=lambda: None).go
    page = next((page for page in ALL if asked and page.path == asked.get("page")), None)
    if page:
        Place(page, {str(name): str(value) for name, value in asked.get("asks", {}).items()}).go()
