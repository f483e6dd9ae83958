"""The choices above a table: widgets that start with what the address asks for and keep it up to date."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from powerlist.app import state
from powerlist.i18n import Lang, Text

_ALL = Text("全部", "All")
_CLEAR = Text("清除", "Clear")


class Filters:
    """The filters of one page. Whoever arrives by a link finds them set as the link says."""

    def __init__(
        self, page: str, lang: Lang, allowed: Mapping[str, Sequence[str] | None], beside: Sequence[str] = ()
    ) -> None:
        """`allowed` names every filter and its values; None takes any text. `beside` filter nothing."""
        self.page, self.lang, self.allowed, self.beside = page, lang, allowed, beside
        asked = {name: self._asked(name) for name in allowed}
        arrived = state.get(f"{page}:address") != asked
        for name, value in asked.items():
            if arrived or state.get(self._key(name)) is None or not self._knows(name):
                state.put(self._key(name), value)

    def text(self, name: str, label: str, placeholder: str) -> str:
        """A word to search for."""
        st.text_input(label, key=self._key(name), placeholder=placeholder, icon=":material/search:")
        return self[name]

    def choice(self, name: str, label: str, called: Callable[[str], str]) -> str:
        """One of the allowed values, or "" for all."""
        options = ["", *(self.allowed[name] or ())]
        every = _ALL.of(self.lang)
        st.selectbox(
            label, options, key=self._key(name), format_func=lambda one: called(one) if one else every
        )
        return self[name]

    def keep(self) -> None:
        """Write the choices into the address."""
        chosen = {name: self[name] for name in self.allowed}
        state.put(f"{self.page}:address", chosen)
        state.write_address(chosen)

    def set(self, name: str, value: str) -> None:
        """Choose a value that no widget shows."""
        state.put(self._key(name), value)

    def clear_button(self) -> None:
        """A button that chooses nothing again."""
        with st.container(vertical_alignment="bottom", height="stretch"):
            idle = not any(self[name] for name in self.allowed if name not in self.beside)
            st.button(_CLEAR.of(self.lang), key=f"{self.page}-clear", disabled=idle, on_click=self._clear)

    @property
    def stamp(self) -> str:
        """Another word for other choices: a table made for them forgets what was selected before."""
        return "|".join(self[name] for name in self.allowed if name not in self.beside)

    def _clear(self) -> None:
        for name in self.allowed:
            state.put(self._key(name), "")

    def __getitem__(self, name: str) -> str:
        return str(state.get(self._key(name)) or "")

    def _asked(self, name: str) -> str:
        value, allowed = state.asked(name), self.allowed[name]
        return value if allowed is None or value in allowed else ""

    def _knows(self, name: str) -> bool:
        allowed = self.allowed[name]
        return allowed is None or self[name] in ("", *allowed)

    def _key(self, name: str) -> str:
        return f"{self.page}-{name}-{self.lang}"
