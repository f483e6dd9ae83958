"""The server's side of living with findings: a kept list, its waivers, and its last check."""

from contextlib import suppress

import streamlit as st

from powerlist import api
from powerlist.app.opened import Opened
from powerlist.errors import PowerlistError


def lived_in(now: Opened, saved: api.Saved) -> Opened:
    """A kept list, checked with its waivers and beside its last check; worked out once for all."""
    key = (api.store_url(), saved.id, saved.revision, saved.saved_at.isoformat(), now.name)
    waivers, day = waivers_of(saved), api.today().isoformat()
    return _lived_in(key, api.waivers_text(waivers), day, now, waivers)


def waivers_of(saved: api.Saved) -> tuple[api.Waiver, ...]:
    """The waivers of a kept list; none where their file cannot be read."""
    try:
        return api.desk(saved.id).waivers()
    except PowerlistError:
        return ()  # told where they are listed


def trouble_with_waivers(saved: api.Saved) -> PowerlistError | None:
    """Why the waivers of a kept list cannot be read."""
    try:
        api.desk(saved.id).waivers()
    except PowerlistError as error:
        return error
    return None


@st.cache_resource(max_entries=16, show_spinner=False)
def _lived_in(
    key: tuple[str, str, int, str, str],
    text: str,
    day: str,
    _now: Opened,
    _waivers: tuple[api.Waiver, ...],
) -> Opened:
    checked = _now if _waivers == _now.waivers else _now.waived_by(_waivers)
    earlier = None
    with suppress(PowerlistError):  # a folder that takes no file: nothing to compare with
        earlier = api.desk(key[1]).note(checked.report, checked.register)
    return checked.after(earlier)
