"""流程图与风险图: which chart is shown, and what a box holds."""

import pytest

from powerlist import api
from powerlist.app.opened import opened
from powerlist.app.parts import picture
from powerlist.i18n import LANGS, Lang
from tests.app.opening import Visitor, goes, said
from tests.model.registers import register, with_flow

POWER = "DM0114002000"


def test_a_power_with_a_chart_is_shown_first(visitor: Visitor) -> None:
    listed = with_flow(register())
    turned = listed.model_copy(update={"powers": listed.powers[::-1]})
    page = visitor.visits("charts", turned)
    assert page.query_params["power"] == listed.powers[0].id
    assert page.query_params["view"] == "internal"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("view", ["external", "internal", "risk"])
def test_each_side_of_a_process_is_shown(visitor: Visitor, lang: Lang, view: str) -> None:
    page = visitor.visits("charts", lang=lang, power=POWER, view=view)
    assert page.query_params["view"] == view
    assert len(page.get("bidi_component")) == 1
    assert [button.proto.label[-3:] for button in page.get("download_button")] == ["SVG", "PDF", "PNG"]


def test_a_box_tells_post_limit_duties_risks_and_controls(visitor: Visitor) -> None:
    words = said(visitor.visits("charts", with_flow(register()), node="R.s1"))
    for expected in (
        "受理",
        "受理岗（审批股）",
        "1个工作日",
        "当场受理或者一次告知补正",
        "无故拖延受理",
        "按日抽查",
    ):
        assert expected in words


def test_a_risk_beside_the_chart_opens_its_box(visitor: Visitor) -> None:
    assert "受理岗（审批股）" in said(visitor.visits("charts", with_flow(register()), node="R.s1.r"))


def test_a_box_tells_what_is_wrong_with_its_risk(visitor: Visitor) -> None:
    bad = with_flow(register())
    words = said(visitor.visits("charts", bad.without(["R.s1.r.c"]), node="R.s1"))
    assert "没有防控措施" in words
    assert "必须改" in words


def test_a_box_of_another_chart_is_not_shown(visitor: Visitor) -> None:
    page = visitor.visits("charts", power=POWER, node="nowhere")
    assert "点图中的任意一框" in said(page)


def test_a_power_without_a_process_says_so_and_names_others(visitor: Visitor) -> None:
    listed = with_flow(register())
    page = visitor.visits("charts", listed, power=listed.powers[1].id)
    assert "还没有流程" in page.info[0].value
    assert listed.powers[0].name in [link.label for link in page.page_link]


def test_the_power_of_a_dossier_is_the_next_chart(visitor: Visitor) -> None:
    page = visitor.visits("powers", power="DM0114004000")
    page = goes(page, "charts")
    assert page.query_params["power"] == "DM0114004000"


def test_another_power_can_be_chosen(visitor: Visitor) -> None:
    page = visitor.visits("charts", power=POWER)
    page.selectbox(key="charts-power").set_value("DM0114004000").run()
    assert page.query_params["power"] == "DM0114004000"
    assert not page.exception


def test_pictures_are_real_and_drawn_once() -> None:
    now = opened("x", api.open_uploads([("x.yaml", api.yaml_of(with_flow(register())).encode())]))
    choice = picture.Choice(now.register.powers[0].id, "R", "internal", "zh")
    assert picture.drawn(now, choice, "svg").content.lstrip().startswith(b"<svg")
    assert picture.drawn(now, choice, "pdf").content.startswith(b"%PDF")
    assert picture.drawn(now, choice, "png").content.startswith(b"\x89PNG")


def test_findings_are_laid_over_only_where_wanted() -> None:
    bad = with_flow(register()).without(["R.s1.r.c"])
    now = opened("x", api.open_uploads([("x.yaml", api.yaml_of(bad).encode())]))
    power = now.register.powers[0].id
    with_them = picture.drawn(now, picture.Choice(power, "R", "internal", "zh", findings=True))
    without = picture.drawn(now, picture.Choice(power, "R", "internal", "zh", findings=False))
    assert b'data-finding="error"' in with_them.content
    assert b"data-finding" not in without.content
