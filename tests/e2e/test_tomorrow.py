"""What was imported today is there tomorrow, after the server was stopped and started again."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from powerlist.app.launch import free_port, serve
from tests.e2e.conftest import Surf, window
from tests.e2e.test_road import MESSY, click_row
from tests.formats.lists import blocks
from tests.formats.workbooks import as_xls, plain

pytestmark = pytest.mark.xdist_group("browser")


@contextmanager
def day(browser: Browser, store: Path) -> Iterator[Surf]:
    """A server on what is kept, and a window on it; both are gone afterwards."""
    server = serve([], store=f"sqlite:{store}", port=free_port())
    try:
        with window(browser, server) as surf:
            yield surf
    finally:
        server.stop()


def imports(surf: Surf, file: Path) -> Page:
    page = surf.opens("import")
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_text("读到什么")).to_be_visible(timeout=60_000)
    surf.settles()
    return page


def numbers(surf: Surf) -> list[str]:
    """The large numbers of the overview."""
    values = surf.page.locator("a.tile .value")
    values.first.wait_for()
    surf.settles()
    return values.all_inner_texts()


def first_finding(surf: Surf) -> list[str]:
    """The first finding of the first sheet: its sentence, how to mend it, and its cell."""
    page = surf.page
    page.get_by_role("link", name="检查", exact=True).click()
    expect(page.get_by_text("点任意一行看说明")).to_be_visible()
    page.get_by_label("查找").fill("附表1")
    page.get_by_label("查找").press("Enter")
    page.wait_for_url("**q=*")
    surf.settles()
    click_row(page, 1)
    verdict = page.locator(".st-key-verdict .pl p")
    expect(verdict.filter(has_text="messy.xls › 附表1")).to_be_visible()
    return verdict.all_inner_texts()


def test_what_was_imported_is_there_tomorrow_with_its_findings_and_cells(
    browser: Browser, tmp_path: Path
) -> None:
    store = tmp_path / "册 子" / "powerlist.sqlite"
    with day(browser, store) as surf:
        page = imports(surf, MESSY)
        page.get_by_role("button", name="保存并打开").click()
        expect(page.get_by_test_id("stSidebar").get_by_text("清单库第1版")).to_be_visible(timeout=30_000)
        expect(page.get_by_role("heading", level=1)).to_have_text("示例县人力资源和社会保障局")
        counted = numbers(surf)
        found = first_finding(surf)
    with day(browser, store) as surf:
        page = surf.opens()
        expect(page.get_by_role("heading", level=1)).to_have_text("示例县人力资源和社会保障局")
        assert numbers(surf) == counted
        assert first_finding(surf) == found


def test_a_newer_list_is_compared_deleted_and_brought_back(browser: Browser, tmp_path: Path) -> None:
    sheet = plain(blocks(3, 8))
    (tmp_path / "旧.xls").write_bytes(as_xls(sheet))
    rows = [list(row) for row in sheet.rows]
    rows[sheet.first][sheet.column("name")] = "新建房屋消防验收"
    (tmp_path / "新.xls").write_bytes(as_xls(replace(sheet, rows=rows)))
    with day(browser, tmp_path / "powerlist.sqlite") as surf:
        page = imports(surf, tmp_path / "旧.xls")
        page.get_by_label("单位名称").fill("示例县林业局")
        page.get_by_label("单位名称").press("Enter")
        surf.settles()
        page.get_by_role("button", name="保存并打开").click()
        expect(page.get_by_test_id("stSidebar").get_by_text("清单库第1版")).to_be_visible(timeout=30_000)
        page = imports(surf, tmp_path / "新.xls")
        expect(page.get_by_text("与清单库第1版相比，有这些变动")).to_be_visible()
        expect(page.locator(".st-key-import-changes")).to_contain_text("新建房屋消防验收")
        page.get_by_role("button", name="采用变动，保存并打开").click()
        expect(page.get_by_test_id("stSidebar").get_by_text("清单库第2版")).to_be_visible(timeout=30_000)
        expect(page.locator("a.tile").first).to_have_attribute("href", re.compile("[?&]list=register-"))
        page.get_by_role("link", name="清单库", exact=True).click()
        page.get_by_role("button", name="删除").click()
        page.get_by_role("button", name="确定删除").click()
        expect(page.get_by_text("清单库里还没有清单")).to_be_visible()
        page.get_by_role("button", name="撤销").click()
        expect(page.get_by_text("已恢复")).to_be_visible()
