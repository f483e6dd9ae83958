"""The frame of the app: pages, language, and which register is looked at."""

import streamlit as st

from powerlist.app import look, state
from powerlist.app.parts import kept_list, places, sidebar
from powerlist.app.parts.html import plain
from powerlist.app.start import NothingChosenError
from powerlist.errors import PowerlistError
from powerlist.i18n import Lang, Text

_NAME = Text("权责清单", "Power list")
_LANGUAGE = Text("语言", "Language")
_BROKEN = Text("这份清单打不开", "This list cannot be opened")
_NEXT = Text(
    "请改正文件后刷新本页，或在“导入”页打开另一份清单。",
    "Mend the file and reload this page, or open another list on the page Import.",
)
_SIDEBAR = 250  # pixels
_SIGN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} 32" width="{width}" height="32">'
    '<g fill="none" stroke="#1d4f82" stroke-width="2"><rect x="2" y="3" width="12" height="9" rx="2"/>'
    '<rect x="18" y="20" width="12" height="9" rx="2"/><path d="M8 12v12.5h10"/></g>{name}</svg>'
)
_WORD = (
    '<text x="40" y="22" font-size="18" font-weight="700" fill="#12304d" '
    'font-family="Source Sans, sans-serif">powerlist</text>'
)
_ICON, _LOGO = _SIGN.format(width=32, name=""), _SIGN.format(width=168, name=_WORD)


def main() -> None:
    """Show the page that is asked for."""
    lang = state.lang()
    title = f"{_NAME.of(lang)} · powerlist"
    st.set_page_config(title, page_icon=_ICON, layout="wide", initial_sidebar_state=_SIDEBAR)
    st.html(f"<style>{look.CSS}{look.WORDS[lang]}</style>")
    st.logo(_LOGO, size="large")
    pages = {page: _page(page, lang) for page in places.ALL}
    chosen = st.navigation(list(pages.values()), position="sidebar")
    if state.get(places.TO_OVERVIEW):
        state.put(places.TO_OVERVIEW, False)
        places.Place(places.OVERVIEW).go()
    standing = [pages[page] for page in (places.IMPORT, places.KEPT)]
    try:
        _sidebar(lang)
        state.name_list()
    except NothingChosenError as error:
        if chosen not in standing:
            st.title(error.of(lang))
            kept_list.show("", lang)
            return
    except PowerlistError as error:
        if chosen not in standing:
            _say_broken(error, lang)
            return
    chosen.run()


def _page(page: places.Page, lang: Lang) -> st.Page:
    first = page is places.OVERVIEW
    return st.Page(page.script, title=page.title.of(lang), icon=page.icon, url_path=page.path, default=first)


def _sidebar(lang: Lang) -> None:
    """The language, which list is open, another one, and the way back."""
    with st.sidebar:
        st.segmented_control(
            _LANGUAGE.of(lang),
            ["zh", "en"],
            default=None if state.get("lang") else lang,
            format_func=lambda one: "中文" if one == "zh" else "English",
            key="lang",
            required=True,
            label_visibility="collapsed",
        )
        sidebar.show(lang)


def _say_broken(error: PowerlistError, lang: Lang) -> None:
    st.title(_BROKEN.of(lang))
    for line in error.of(lang).splitlines():
        st.error(plain(line))
    st.write(_NEXT.of(lang))
    places.link(places.Place(places.IMPORT), places.IMPORT.title.of(lang), icon=places.IMPORT.icon)
