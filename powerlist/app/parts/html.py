"""Small pieces of page that hold other people's words: whatever is text is escaped."""

from html import escape
from pathlib import Path

import streamlit as st

from powerlist import api
from powerlist.i18n import Lang, Text
from powerlist.views import theme

_DRAFT = Text("拟稿", "draft")
_UNRATED = Text("未定级", "unrated")


class Markup(str):
    """HTML made by `tag`; every other string is text."""

    __slots__ = ()


def tag(name: str, *inside: str, cls: str = "", style: str = "") -> Markup:
    """An element around pieces of markup and text."""
    attributes = "".join(
        f' {key}="{escape(value)}"' for key, value in (("class", cls), ("style", style)) if value
    )
    return Markup(f"<{name}{attributes}>{join(*inside)}</{name}>")


def join(*pieces: str) -> Markup:
    """Pieces one after another."""
    return Markup("".join(piece if isinstance(piece, Markup) else _text(piece) for piece in pieces))


def show(*pieces: str) -> None:
    """Put pieces on the page."""
    st.html(tag("div", *pieces, cls="pl"))


def table(head: list[str], rows: list[list[str]]) -> Markup:
    """A table; cells are markup or text."""
    top = tag("tr", *(tag("th", cell) for cell in head))
    body = (tag("tr", *(tag("td", cell) for cell in row)) for row in rows)
    return tag("table", tag("thead", top), tag("tbody", *body))


def listed(pairs: list[tuple[str, str]]) -> Markup:
    """Names and values, those without a value left out."""
    return tag("dl", *(join(tag("dt", name), tag("dd", value)) for name, value in pairs if value))


def chip(text: str) -> Markup:
    """A word in a small frame."""
    return tag("span", text, cls="chip")


def draft(thing: api.Entity, lang: Lang) -> Markup:
    """A mark for what the program only proposed and nobody has confirmed."""
    return chip(_DRAFT.of(lang)) if thing.state is api.State.DRAFTED else Markup("")


def missing(text: str) -> Markup:
    """A word for what should be there."""
    return tag("span", text, cls="missing")


def nothing(text: str) -> Markup:
    """A word for what need not be there."""
    return tag("span", text, cls="none")


def where(source: api.Source | None) -> Markup:
    """The place that something was read from: file, sheet and cell."""
    return tag("div", place(source), cls="where") if source else Markup("")


def place(source: api.Source | None) -> str:
    """File, sheet and cell, short."""
    if source is None:
        return ""
    return " › ".join(part for part in (Path(source.file).name, source.sheet, source.cell) if part)


def risk(rank: int | None, lang: Lang) -> Markup:
    """The mark of a level of risk: shape, letter and colour."""
    if rank not in theme.RISKS:
        return tag("span", _UNRATED.of(lang), cls="chip")
    look = theme.RISKS[rank]
    style = f"background:{look.colour};color:{look.ink}"
    return tag("span", f"{look.symbol} {look.word.of(lang)}", cls="tag", style=style)


def severity(one: api.Severity, lang: Lang) -> Markup:
    """The mark of a finding's gravity: sign, word and colour."""
    look = theme.SEVERITIES[one]
    style = f"background:{look.colour};color:{theme.PAPER}"
    return tag("span", f"{look.sign} {look.word.of(lang)}", cls="tag", style=style)


def plain(words: str) -> str:
    """Other people's words where Streamlit would read Markdown: every sign of it is shown as it is."""
    return "".join(f"\\{letter}" if letter in _MARKS else letter for letter in " ".join(words.split()))


_MARKS = frozenset("\\`*_{}[]()#+-.!|<>~:$^=&")


def _text(words: str) -> str:
    return escape(words).replace("\n", "<br>")
