"""The road of a user: open, search, ask a chart, take it along, import a messy list, see its findings."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from powerlist.resources import data_folder
from tests.e2e.conftest import Surf

pytestmark = pytest.mark.xdist_group("browser")
MESSY = data_folder() / "demo" / "messy.xls"


def click_row(page: Page, row: int) -> None:
    """A click on a line of the table, which is a canvas."""
    table = page.locator("[data-testid=stDataFrame] canvas").first
    table.wait_for()
    box = table.bounding_box()
    assert box
    page.mouse.click(box["x"] + 200, box["y"] + 35 * row + 18)


def test_the_whole_road(surf: Surf, tmp_path: Path) -> None:
    page = surf.opens()
    expect(page.get_by_role("heading", level=1)).to_have_text("示例县人力资源和社会保障局")

    page.get_by_role("link", name="清单", exact=True).click()
    page.get_by_label("查找").fill("劳务派遣经营许可")
    page.get_by_label("查找").press("Enter")
    expect(page.get_by_text("1 项，共")).to_be_visible()
    surf.settles()
    click_row(page, 1)
    expect(page.get_by_role("heading", level=1)).to_have_text("劳务派遣经营许可")

    page.get_by_role("link", name="打开流程图与风险图").click()
    page.wait_for_url("**/charts**")  # the page before has a chart with the same boxes
    box = page.locator("g.node[data-asks]").filter(has_text="现场核查").first
    box.click()
    expect(page.get_by_text("风险点与防控措施")).to_be_visible()
    expect(page.get_by_text("不到现场或者走过场")).to_be_visible()
    assert "node=" in page.url

    with page.expect_download() as waiting:
        page.get_by_role("button", name="下载 SVG").click()
    picture = tmp_path / "chart.svg"
    waiting.value.save_as(picture)
    assert ElementTree.parse(picture).getroot().tag.endswith("svg")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="下载 PDF").click()
    waiting.value.save_as(tmp_path / "chart.pdf")
    assert (tmp_path / "chart.pdf").read_bytes().startswith(b"%PDF")

    page.get_by_role("link", name="导入", exact=True).click()
    page.locator("input[type=file]").set_input_files(MESSY)
    expect(page.get_by_text("读到什么")).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="只打开，不保存").click()
    expect(page.get_by_role("button", name="返回上一份清单")).to_be_visible()
    surf.settles()

    page.get_by_role("link", name="检查", exact=True).click()
    expect(page.get_by_text("点任意一行看说明")).to_be_visible()
    page.get_by_label("查找").fill("附表1")
    page.get_by_label("查找").press("Enter")
    page.wait_for_url("**q=*")
    surf.settles()
    click_row(page, 1)
    expect(page.get_by_text("怎么改").first).to_be_visible()
    expect(page.locator(".pl p").filter(has_text="messy.xls › 附表")).to_be_visible()

    page.get_by_role("button", name="返回上一份清单").click()
    expect(page.get_by_test_id("stSidebar").get_by_text("清单库第1版")).to_be_visible()


def test_a_number_of_the_overview_leads_to_what_it_counts(surf: Surf) -> None:
    page = surf.opens()
    tile = page.locator("a.tile").filter(has_text="必须改")
    count = tile.locator(".value").inner_text()
    tile.click()
    expect(page.get_by_text(f"{count} 个，共")).to_be_visible()
    assert "severity=error" in page.url


def test_no_figure_is_cut_on_a_narrow_screen(surf: Surf) -> None:
    page = surf.opens()
    page.set_viewport_size({"width": 1024, "height": 768})
    page.locator(".matrix").first.wait_for()
    page.wait_for_timeout(500)
    cut = "tables => tables.filter(one => one.scrollWidth > one.clientWidth).map(one => one.innerText)"
    assert page.locator(".matrix").evaluate_all(cut) == []


def test_a_chart_can_be_used_with_the_keyboard_alone(surf: Surf) -> None:
    page = surf.opens("charts?power=DM0114002000")
    box = page.locator("g.node[data-asks]").filter(has_text="书面审查").first
    box.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="书面审查")).to_be_visible()
    before = page.locator(".stage svg").get_attribute("viewBox")
    page.keyboard.press("+")
    assert page.locator(".stage svg").get_attribute("viewBox") != before


def test_a_chart_is_moved_and_enlarged_by_hand(surf: Surf) -> None:
    page = surf.opens("charts?power=DM0114002000")
    sheet = page.locator(".stage svg")
    sheet.wait_for()
    first = sheet.get_attribute("viewBox")
    page.get_by_role("button", name="放大").click()
    larger = sheet.get_attribute("viewBox")
    assert larger != first
    place = page.locator("g.node[data-asks]").filter(has_text="受理登记").first.bounding_box()
    assert place
    page.mouse.move(place["x"] + 20, place["y"] + 20)
    page.mouse.down()
    page.mouse.move(place["x"] + 120, place["y"] + 90, steps=4)
    page.mouse.up()
    moved = sheet.get_attribute("viewBox")
    assert moved != larger
    assert "node=" not in page.url  # a drag is no click
    page.get_by_role("button", name="适合宽度").click()
    assert sheet.get_attribute("viewBox") == first


def test_the_language_is_switched_everywhere(surf: Surf) -> None:
    page = surf.opens("findings")
    page.get_by_text("English", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Findings")
    page.get_by_role("link", name="Charts", exact=True).click()
    expect(page.get_by_role("button", name="Zoom in")).to_be_visible()


def test_an_address_can_be_shared(surf: Surf) -> None:
    page = surf.opens("findings?rule=A01&severity=error")
    surf.settles()
    expect(page.get_by_label("规则")).to_have_value("A01 责任事项未落实到岗位")


def test_a_bad_file_is_told_in_one_sentence(surf: Surf, tmp_path: Path) -> None:
    bad = tmp_path / "<img src=x onerror=alert(1)>.xlsx"
    bad.write_bytes("序号,名称".encode())
    page = surf.opens("import")
    page.locator("input[type=file]").set_input_files(bad)
    expect(page.get_by_text("内容是纯文本")).to_be_visible()
    assert page.locator("img[src=x]").count() == 0
