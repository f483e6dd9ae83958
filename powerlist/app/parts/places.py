"""Places in the app: a page and what it is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlencode

import streamlit as st

from powerlist.app import state
from powerlist.app.parts.html import plain
from powerlist.i18n import Text

PAGES = Path(__file__).parent.parent / "pages"


@dataclass(frozen=True)
class Page:
    """A page: its file, its name in the address, its title and its sign."""

    file: str
    path: str
    title: Text
    icon: str

    @property
    def script(self) -> Path:
        """The file that shows it."""
        return PAGES / self.file


OVERVIEW = Page("overview.py", "overview", Text("总览", "Overview"), ":material/dashboard:")
POWERS = Page("powers.py", "powers", Text("清单", "Powers"), ":material/list_alt:")
CHARTS = Page("charts.py", "charts", Text("流程图与风险图", "Charts"), ":material/account_tree:")
FINDINGS = Page("findings.py", "findings", Text("检查", "Findings"), ":material/fact_check:")
IMPORT = Page("imports.py", "import", Text("导入", "Import"), ":material/upload_file:")
KEPT = Page("kept.py", "kept", Text("清单库", "Kept lists"), ":material/inventory_2:")
TO_OVERVIEW = "to-overview"  # kept under this: the next page is the overview, whatever is asked for
ALL = (OVERVIEW, POWERS, CHARTS, FINDINGS, IMPORT, KEPT)


@dataclass(frozen=True)
class Place:
    """A page and its filters."""

    page: Page
    asks: Mapping[str, str] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """The address, as a browser shows it; in another window it opens the same list."""
        path, asks = "" if self.page is OVERVIEW else self.page.path, state.with_list(self.asks)
        return f"./{path}?{urlencode(asks)}" if asks else f"./{path}"

    def go(self) -> NoReturn:
        """Show it now."""
        st.switch_page(self.page.script, query_params=dict(self.asks))


def link(place: Place, label: str, *, icon: str | None = None) -> None:
    """A link to a place; the label may hold other people's words."""
    asks = state.with_list(place.asks)
    st.page_link(place.page.script, label=plain(label), icon=icon, query_params=asks)
