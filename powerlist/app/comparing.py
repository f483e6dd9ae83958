"""What a reading changes in a register that is kept; worked out once for everybody who looks."""

import streamlit as st

from powerlist import api
from powerlist.app import shelf
from powerlist.app.opened import Opened


def changes(result: Opened, saved: api.Saved) -> api.Changes:
    """What is new, gone and changed. Raises PowerlistError where the kept one cannot be read."""
    return _changes(api.store_url(), saved.id, saved.revision, saved.fingerprint, result.stamp, result, saved)


@st.cache_resource(max_entries=4, show_spinner=False)
def _changes(
    url: str, id: str, revision: int, old: str, new: str, _result: Opened, _saved: api.Saved
) -> api.Changes:
    return api.taken_over(_result.register, shelf.open_kept(_saved).register)
