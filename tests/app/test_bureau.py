"""全局图 on 总览: drawn when asked for, to be moved and taken along."""

import pytest
from streamlit.testing.v1 import AppTest

from powerlist import api
from powerlist.i18n import LANGS, Lang
from tests.app.opening import HOSTILE, Visitor
from tests.model.registers import register


def chosen(page: AppTest, view: api.BureauView) -> AppTest:
    page.segmented_control(key="bureau-view").set_value(view).run()
    assert not page.exception
    return page


def sheets(page: AppTest) -> int:
    return sum(element.key == "bureau" for element in page.get("bidi_component"))


def test_nothing_is_drawn_before_somebody_asks(visitor: Visitor) -> None:
    page = visitor.opens("demo")
    assert "全局图" in [element.value for element in page.subheader]
    assert sheets(page) == 0
    assert not page.get("download_button")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("view", list(api.BureauView))
def test_each_sheet_is_shown_and_can_be_taken_along(
    visitor: Visitor, lang: Lang, view: api.BureauView
) -> None:
    page = chosen(visitor.opens("demo", lang), view)
    assert sheets(page) == 1
    assert [button.proto.label[-3:] for button in page.get("download_button")] == ["SVG", "PDF", "PNG"]


def test_a_hostile_name_is_shown_as_it_is(visitor: Visitor) -> None:
    listed = register()
    named = listed.powers[0].model_copy(update={"name": HOSTILE})
    page = visitor.opens(listed.model_copy(update={"powers": (named, *listed.powers[1:])}))
    assert sheets(chosen(page, api.BureauView.MAP)) == 1
