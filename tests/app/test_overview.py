"""总览: the numbers, and that each leads to what it counts."""

from collections import defaultdict

import pytest

from powerlist import api
from powerlist.app.opened import Opened, opened
from powerlist.app.pages import overview
from powerlist.app.parts import finding_table, power_table
from powerlist.app.parts.figures import Number
from powerlist.app.parts.places import FINDINGS, POWERS
from powerlist.i18n import LANGS, Lang
from tests.app.opening import HOSTILE, Visitor, said
from tests.model.registers import register, with_flow


@pytest.fixture(scope="module")
def demo() -> Opened:
    return opened("demo", api.demo())


class Asked(defaultdict[str, str]):
    """The filters as a link sets them."""

    def __init__(self, number: Number) -> None:
        super().__init__(str, number.to.asks)


def powers(now: Opened, number: Number) -> list[api.PowerLine]:
    assert number.to.page is POWERS
    return power_table.chosen(now, Asked(number))  # type: ignore[arg-type]


def findings(now: Opened, number: Number) -> list[api.Finding]:
    assert number.to.page is FINDINGS
    return finding_table.chosen(now, Asked(number), {})  # type: ignore[arg-type]


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_opens_in_both_languages(visitor: Visitor, lang: Lang) -> None:
    page = visitor.opens("demo", lang)
    assert page.title[0].value == "示例县人力资源和社会保障局"
    words = [element.value for element in page.subheader]
    assert ("职权类型" in words, "Types of power" in words) == (lang == "zh", lang == "en")


def test_each_severity_leads_to_its_findings(demo: Opened) -> None:
    tiles = [tile for tile in overview.headline(demo, "zh") if tile.to.page is FINDINGS]
    assert len(tiles) == 3
    assert [int(tile.value) for tile in tiles] == [len(findings(demo, tile)) for tile in tiles]
    assert sum(int(tile.value) for tile in tiles) == len(demo.report.findings)


def test_duties_on_no_post_lead_to_their_powers(demo: Opened) -> None:
    tile = next(t for t in overview.headline(demo, "zh") if t.to.asks.get("state") == "unassigned")
    assert int(tile.value) > 0
    assert sum(line.unassigned for line in powers(demo, tile)) == int(tile.value)


def test_powers_without_a_process_lead_to_them() -> None:
    listed = opened("list", api.Reading(with_flow(register())))
    tile = next(t for t in overview.headline(listed, "zh") if t.to.asks.get("state") == "no_process")
    assert len(powers(listed, tile)) == int(tile.value) == len(listed.register.powers) - 1


def test_the_promise_ratio_leads_to_the_powers_it_is_the_mean_of(demo: Opened) -> None:
    tile = next(t for t in overview.headline(demo, "en") if t.to.asks.get("state") == "promised")
    assert tile.value.endswith("%")
    assert len(powers(demo, tile)) == demo.numbers.promises.counted


def test_each_type_leads_to_its_powers(demo: Opened) -> None:
    for bar in overview.types(demo, "zh"):
        assert len([line for line in powers(demo, bar) if line.power.running]) == int(bar.value), bar.label


def test_each_cell_of_the_heat_map_leads_to_the_powers_with_these_risks(demo: Opened) -> None:
    _, rows = overview.heat_map(demo, "zh")
    cells = [cell for row in rows for cell in row.cells if cell]
    assert len(cells) > 5
    for cell in cells:
        lines = powers(demo, cell)
        found = [_risks(demo, line, cell) for line in lines]
        assert all(found), "a power without such a risk is shown"
        assert len(set().union(*found)) == int(cell.value), cell.to


def _risks(now: Opened, line: api.PowerLine, cell: Number) -> set[str]:
    """The risks of a power that are of the level and in the unit of a cell."""
    return {
        risk.id
        for risk in now.graph.risks_of(line.power)
        if str(risk.rank) == cell.to.asks["risk"]
        and cell.to.asks["at"] in {unit.id for unit in now.belonging.units_of(risk)}
    }


def test_each_unit_and_severity_leads_to_its_findings(demo: Opened) -> None:
    _, rows = overview.findings_by_unit(demo, "zh")
    cells = [cell for row in rows for cell in row.cells if cell]
    assert len(cells) > 5
    assert [len(findings(demo, cell)) for cell in cells] == [int(cell.value) for cell in cells]


def test_each_rule_leads_to_its_findings(demo: Opened) -> None:
    bars = overview.top_rules(demo, "zh")
    assert [len(findings(demo, bar)) for bar in bars] == [int(bar.value) for bar in bars]


def test_an_empty_list_says_what_to_do_next(visitor: Visitor) -> None:
    page = visitor.opens(register(names=()))
    assert "还没有职权" in page.info[0].value
    assert page.page_link[0].page == "import"


def test_a_list_without_risks_says_so(visitor: Visitor) -> None:
    assert "没有写风险点" in said(visitor.opens(register()))


def test_a_hostile_name_is_shown_as_it_is(visitor: Visitor) -> None:
    plain = register()
    page = visitor.opens(plain.with_(plain.authority.with_(name=HOSTILE)))
    assert "<script>" not in page.title[0].value.replace("\\<script\\>", "")
    assert "\\*\\*粗\\*\\*" in page.title[0].value
    assert "<script>" not in "\n".join(element.proto.body for element in page.get("html"))


def test_a_list_that_cannot_be_opened_is_one_sentence_and_a_way_on(visitor: Visitor) -> None:
    (visitor.folder / "bad.yaml").write_text("powers: [", encoding="utf-8")
    page = visitor.opens(str(visitor.folder / "bad.yaml"))
    assert page.title[0].value == "这份清单打不开"
    assert "bad" in page.error[0].value
    assert page.page_link[0].page == "import"
