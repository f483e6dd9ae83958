"""The app in the hands of a test: which list it opens, in which language, and which page is asked for."""

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from powerlist.app import entry
from powerlist.app.launch import LANG, SOURCE, STORE
from powerlist.formats.yaml_tree import write_yaml
from powerlist.i18n import Lang
from powerlist.model.register import Register

ENTRY = Path(entry.__file__).with_name("app.py")
HOSTILE = (
    "<script>alert(1)</script> =cmd|'/C calc'!A0 **粗** [x](http://x) $x^2$ :red[红] digraph{a->b} #let 𬭚"
)


class Visitor:
    """Somebody who opens the app; what is kept lies in a store of the test's own."""

    def __init__(self, patch: pytest.MonkeyPatch, folder: Path) -> None:
        self.patch, self.folder = patch, folder
        self.store = f"sqlite:{folder / 'kept.sqlite'}"
        patch.setenv(STORE, self.store)

    def comes_back(self, lang: Lang = "zh") -> AppTest:
        """The first page of an app that was started without a list."""
        self.patch.setenv(SOURCE, "[]")
        self.patch.setenv(LANG, lang)
        return _went_well(AppTest.from_file(ENTRY, default_timeout=60).run())

    def opens(self, source: Register | str = "demo", lang: Lang = "zh") -> AppTest:
        """The first page of the app on a list."""
        if isinstance(source, Register):
            write_yaml(source, self.folder / "list.yaml")
            source = str(self.folder / "list.yaml")
        self.patch.setenv(SOURCE, json.dumps([source]))
        self.patch.setenv(LANG, lang)
        return _went_well(AppTest.from_file(ENTRY, default_timeout=60).run())

    def visits(self, page: str, source: Register | str = "demo", lang: Lang = "zh", **asks: str) -> AppTest:
        """A page of the app, asked for by its address."""
        return goes(self.opens(source, lang), page, **asks)


def goes(app: AppTest, page: str, **asks: str) -> AppTest:
    """From any page to another."""
    app.query_params.clear()
    app.query_params.update(asks)
    return _went_well(app.switch_page(f"../pages/{page}.py").run())


def said(app: AppTest) -> str:
    """Everything that stands on the page as text or HTML."""
    parts = [
        app.title,
        app.subheader,
        app.caption,
        app.markdown,
        app.info,
        app.success,
        app.error,
        app.warning,
    ]
    words = [element.value for kind in parts for element in kind]
    return "\n".join([*words, *(element.proto.body for element in app.get("html"))])


def _went_well(app: AppTest) -> AppTest:
    assert not app.exception, [error.message for error in app.exception]
    return app
