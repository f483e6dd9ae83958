"""清单: search, filters, the dossier of a power; usable with thousands of powers."""

import pytest

from powerlist import api
from powerlist.app.parts.html import Markup, plain, tag
from powerlist.i18n import LANGS, Lang
from powerlist.model.entity import State
from powerlist.model.register import Register
from tests.app.opening import HOSTILE, Visitor, goes, said
from tests.model.registers import register, with_flow


def shown(page: object) -> list[str]:
    """The names in the table."""
    tables = page.dataframe  # type: ignore[attr-defined]
    return list(tables[0].value["name"]) if len(tables) else []


@pytest.mark.parametrize("lang", LANGS)
def test_every_power_is_in_the_table(visitor: Visitor, lang: Lang) -> None:
    page = visitor.visits("powers", lang=lang)
    assert shown(page) == [power.name for power in api.demo().register.powers]


def test_a_word_is_looked_for_in_names_duties_and_bases(visitor: Visitor) -> None:
    page = visitor.visits("powers", with_flow(register()), q="取水")
    assert shown(page) == ["取水许可"]
    assert shown(goes(page, "powers", q="行政许可法 采矿")) == ["采矿许可"]
    assert shown(goes(page, "powers", q="实地核查")) == ["采矿许可", "取水许可", "砍伐许可"]


def test_a_filter_typed_by_hand_stands_in_the_address(visitor: Visitor) -> None:
    page = visitor.visits("powers")
    page.selectbox(key="powers-type-zh").set_value("reward").run()
    assert page.query_params["type"] == "reward"
    assert len(shown(page)) == 3


def test_a_link_sets_the_filters_and_another_one_resets_them(visitor: Visitor) -> None:
    page = visitor.visits("powers", type="reward")
    assert page.selectbox(key="powers-type-zh").value == "reward"
    page = goes(page, "powers", unit="U03")
    assert page.selectbox(key="powers-type-zh").value == ""
    assert page.selectbox(key="powers-unit-zh").value == "U03"


def test_nonsense_in_the_address_filters_nothing(visitor: Visitor) -> None:
    page = visitor.visits("powers", type="<b>", unit="nowhere", risk="9", power="gone")
    assert len(shown(page)) == len(api.demo().register.powers)


def test_filters_can_be_cleared(visitor: Visitor) -> None:
    page = visitor.visits("powers", type="reward", q="表彰")
    page.button(key="powers-clear").click().run()
    assert len(shown(page)) == len(api.demo().register.powers)


def test_nothing_found_says_so(visitor: Visitor) -> None:
    assert "没有符合条件" in visitor.visits("powers", q="没有这样的事").info[0].value


def test_another_language_keeps_the_filters(visitor: Visitor) -> None:
    page = visitor.visits("powers", type="reward")
    page.segmented_control(key="lang").set_value("en").run()
    assert page.selectbox(key="powers-type-en").value == "reward"
    assert page.title[0].value == "Powers"
    assert len(shown(page)) == 3


@pytest.mark.parametrize(("lang", "stage"), [("zh", "受理"), ("en", "Acceptance")])
def test_a_dossier_tells_everything_about_a_power(visitor: Visitor, lang: Lang, stage: str) -> None:
    words = said(visitor.visits("powers", lang=lang, power="DM0114002000"))
    assert stage in words
    for expected in (
        "劳务派遣经营许可",
        "法规审批股",
        "综合受理窗口岗",
        "劳动合同法》第57条",
        "01-licence.yaml",
    ):
        assert expected in words
    for expected in ("不到现场或者走过场", "tag", "A01"):  # a risk, a level, a finding
        assert expected in words


def test_a_dossier_names_the_cell_of_each_basis(visitor: Visitor) -> None:
    words = said(visitor.visits("powers", power="DM0114002000"))
    assert words.count("01-licence.yaml › L") > 20


def test_a_bare_power_says_what_is_missing(visitor: Visitor) -> None:
    bare = register(texts=())
    words = said(visitor.visits("powers", bare, power=bare.powers[0].id))
    for missing in ("没有依据", "没有责任事项", "没有追责情形", "还没有流程", "没有风险点"):
        assert missing in words


def test_what_is_only_proposed_is_marked(visitor: Visitor) -> None:
    plain_one = with_flow(register())
    drafted = plain_one.with_(plain_one.duties[0].with_(state=State.DRAFTED))
    assert "拟稿" in said(visitor.visits("powers", drafted, power=plain_one.powers[0].id))
    assert "拟稿" not in said(visitor.visits("powers", plain_one, power=plain_one.powers[0].id))


def hostile() -> Register:
    """Every word a user can write is an attack."""
    evil = with_flow(register(names=(HOSTILE,), texts=(HOSTILE,)))
    return evil.with_(
        evil.posts[0].with_(name=HOSTILE),
        evil.units[0].with_(name=HOSTILE),
        evil.powers[0].with_(units=("U1",), note=HOSTILE, output=HOSTILE),
        evil.risks[0].with_(event=HOSTILE, cause=HOSTILE),
        evil.controls[0].with_(text=HOSTILE),
        evil.steps[0].with_(name=HOSTILE, points=HOSTILE),
        evil.bases[0].with_(instrument=HOSTILE, quote=HOSTILE),
    )


@pytest.mark.parametrize("page", ["overview", "powers", "charts", "findings"])
def test_hostile_words_never_become_markup(visitor: Visitor, page: str) -> None:
    evil = hostile()
    found = api.check(evil, as_of=api.today()).findings
    about = next(finding for finding in found if finding.entity.kind == "step")
    seen = visitor.visits(page, evil, power=evil.powers[0].id, node="R.s1", finding=about.key)
    for html in seen.get("html"):
        assert "<script>" not in html.proto.body
    for words in (*seen.title, *seen.subheader, *seen.caption, *seen.markdown, *seen.error):
        assert "<script>" not in words.value.replace("\\<script\\>", "")
        assert "**粗**" not in words.value
        assert "[x](http" not in words.value
    assert not [link for link in seen.page_link if "**粗**" in link.label]


def test_markup_is_made_by_tags_alone() -> None:
    assert tag("b", "<i>", tag("i", "&")) == Markup("<b>&lt;i&gt;<i>&amp;</i></b>")
    assert tag("div", style='"><script>') == Markup('<div style="&quot;&gt;&lt;script&gt;"></div>')


def test_signs_of_markdown_are_shown() -> None:
    assert plain("1. *a* _b_ [c](d) `e`") == "1\\. \\*a\\* \\_b\\_ \\[c\\]\\(d\\) \\`e\\`"


@pytest.mark.slow
def test_three_thousand_powers_take_no_more_on_the_page_than_three(visitor: Visitor) -> None:
    big = register(names=tuple(f"第{number}项许可" for number in range(3000)), texts=("受理", "决定"))
    page = visitor.visits("powers", big)
    assert len(shown(page)) == 3000
    page = goes(page, "powers", q="第2999项")
    assert shown(page) == ["第2999项许可"]
    widgets = (*page.button, *page.selectbox, *page.text_input, *page.toggle, *page.page_link)
    assert len(widgets) < 20
