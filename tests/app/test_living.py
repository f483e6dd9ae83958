"""Living with findings: readers and cures, waivers that stay, and what is new since the last check."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from powerlist import api
from powerlist.app.opened import opened
from powerlist.app.parts import picture
from powerlist.app.parts.table import short
from powerlist.i18n import LANGS, Lang
from powerlist.model.register import Register
from powerlist.rules import read_waivers
from tests.app.opening import Visitor, goes, said
from tests.app.test_imports import workbook
from tests.app.test_kept import imported, keys, press
from tests.model.registers import register, with_flow

LIST = with_flow(register())


def first(of: Register = LIST) -> api.Finding:
    return api.check(of, as_of=api.today()).findings[0]


def messages(page: AppTest) -> list[str]:
    return list(page.dataframe[0].value["message"]) if page.dataframe else []


def desk(visitor: Visitor) -> api.Desk:
    (saved,) = api.Shelf(visitor.store).registers()
    return api.desk(saved.id)


def accept(visitor: Visitor, until: date | None = None, reason: str = "机构改革中") -> AppTest:
    """The first finding of the list, waived by hand."""
    key = first().key
    page = visitor.visits("findings", LIST, finding=key)
    page.text_input(key=f"waive-reason-{key}").set_value(reason)
    page.selectbox(key=f"waive-approver-{key}").set_value(LIST.posts[0].title)
    if until:
        page.date_input(key=f"waive-until-{key}").set_value(until)
    return press(page, f"waive-do-{key}")


def give(page: AppTest, key: str, name: str, content: bytes) -> None:
    page.file_uploader(key=key).set_value((name, content, "text/plain")).run()
    assert not page.exception


@pytest.mark.parametrize("office", list(api.Reviewer))
def test_each_office_sees_what_is_for_it(visitor: Visitor, office: api.Reviewer) -> None:
    page = visitor.visits("findings", reader=office.value)
    rules = {rule.code: rule for rule in api.rules()}
    found = api.check(api.demo().register, as_of=api.today()).findings
    mine = [short(f.message.zh) for f in found if office in rules[f.code].reviewers]
    assert messages(page) == mine
    assert page.query_params["reader"] == office.value


def test_a_cure_of_power_shows_its_rules_only(visitor: Visitor) -> None:
    page = visitor.visits("findings", aim="watched")
    rules = {rule.code: rule for rule in api.rules()}
    codes = set(page.dataframe[0].value["rule"])
    assert codes
    assert {rules[code].serves for code in codes} == {api.Aim.WATCHED}


def test_a_waived_finding_moves_to_its_list_and_stays_there(visitor: Visitor) -> None:
    finding = first()
    page = accept(visitor)
    assert finding.message.zh not in messages(page)
    told = said(page)
    assert "机构改革中" in told
    assert "用了 1 次" in told
    later = goes(visitor.comes_back(), "findings")
    assert finding.message.zh not in messages(later)
    assert "已豁免（1）" in [one.label for one in later.expander]


def test_the_file_of_waivers_is_the_one_of_the_command_line(visitor: Visitor) -> None:
    until = api.today() + timedelta(days=30)
    accept(visitor, until)
    (waiver,) = read_waivers(desk(visitor).folder / "waivers.yaml")
    assert (waiver.key, waiver.until, waiver.date) == (first().key, until, api.today())
    assert waiver.approver == LIST.posts[0].title


@pytest.mark.parametrize("button", ["waive-undo", "waiver-back-0"])
def test_a_waiver_is_taken_back(visitor: Visitor, button: str) -> None:
    page = press(accept(visitor), button)
    assert first().message.zh in messages(page)
    assert desk(visitor).waivers() == ()


def test_a_waiver_needs_a_reason(visitor: Visitor) -> None:
    page = accept(visitor, reason=" ")
    assert "理由" in page.error[0].value
    assert first().message.zh in messages(page)


def test_an_expired_waiver_is_a_finding(visitor: Visitor) -> None:
    visitor.opens(LIST)
    day = api.today() - timedelta(days=1)
    source = api.Source("waivers.yaml", "", "")
    desk(visitor).waive(api.Waiver(source, "已过期", "局长", day, key=first().key, until=day))
    page = goes(visitor.comes_back(), "findings")
    assert "W01" in list(page.dataframe[0].value["rule"])
    assert first().message.zh in messages(page)
    assert "已到期" in said(page)


def test_waivers_of_a_file_join_those_that_are_there(visitor: Visitor) -> None:
    page = accept(visitor)
    text = f"waivers:\n- {{code: {first().code}, reason: 待定, approver: 局长, date: 2026-01-05}}\n"
    page.file_uploader(key="waivers-file").set_value(
        ("waivers.yaml", text.encode(), "application/yaml")
    ).run()
    assert len(desk(visitor).waivers()) == 2
    assert first().code not in list(page.dataframe[0].value["rule"])


def test_a_wrong_file_of_waivers_is_told_with_its_line(visitor: Visitor) -> None:
    page = visitor.visits("findings", LIST)
    text = "waivers:\n- {code: A01, reasn: 待定, approver: 局长, date: 2026-01-05}\n"
    page.file_uploader(key="waivers-file").set_value(
        ("waivers.yaml", text.encode(), "application/yaml")
    ).run()
    told = " ".join(one.value for one in page.error).replace("\\", "")
    assert "waivers.yaml!L2" in told
    assert "/tmp" not in told


def test_waivers_that_somebody_broke_by_hand_are_told_and_count_for_nothing(visitor: Visitor) -> None:
    page = accept(visitor)
    (desk(visitor).folder / "waivers.yaml").write_text("waivers: [", encoding="utf-8")
    page = goes(page, "findings")
    assert first().message.zh in messages(page)
    assert page.error


def test_a_list_that_is_not_kept_cannot_be_waived(visitor: Visitor) -> None:
    page = goes(visitor.comes_back(), "findings", finding=first(api.demo().register).key)
    assert "没有存入清单库" in said(page)
    assert not [key for key in keys(page) if key.startswith("waive-do")]


def test_a_changed_list_is_held_against_its_last_check(visitor: Visitor) -> None:
    visitor.opens(LIST)
    worse = with_flow(register(names=("采矿许可", "取水许可", "砍伐许可", "采砂许可")))
    page = press(imported(visitor.comes_back(), worse), "import-save")
    page = goes(page, "findings")
    before = {one.key for one in api.check(LIST, as_of=api.today()).findings}
    (saved,) = api.Shelf(visitor.store).registers()
    now = api.check(api.Shelf(visitor.store).load(saved.id).register, as_of=api.today()).findings
    new = [one.message.zh for one in now if one.key not in before]
    assert new
    assert f"新增 {len(new)}，" in said(page)
    page = goes(page, "findings", since="new")
    assert messages(page) == new


def test_what_is_only_waived_is_not_said_to_be_mended(visitor: Visitor) -> None:
    page = accept(visitor)
    rows = [{"key": first().key, "code": first().code, "message": "旧"}]
    give(page, "since-file", "last.json", json.dumps({"as_of": "2026-01-05", "findings": rows}).encode())
    assert "已消除 0，不变 0，另有已豁免 1。" in said(page)


@pytest.mark.parametrize("lang", LANGS)
def test_an_earlier_json_is_compared_with(visitor: Visitor, lang: Lang) -> None:
    page = visitor.visits("findings", LIST, lang)
    rows = [{"key": "A01@gone", "code": "A01", "message": "改好了的"}, {"key": first().key}]
    data = json.dumps({"as_of": "2026-01-05", "findings": rows}).encode()
    give(page, "since-file", "last.json", data)
    told = said(page)
    assert "2026-01-05" in told
    assert "改好了的" in told
    goes(page, "findings", since="same")
    assert messages(page) == [first().message.of(lang)]


def test_a_finding_leads_to_the_chart_with_its_way_alone(visitor: Visitor) -> None:
    found = api.check(api.demo().register, as_of=api.today()).findings
    finding = next(finding for finding in found if finding.code == "P02")
    page = visitor.visits("findings", finding=finding.key)
    link = page.page_link[-1]
    assert link.label == "在图上看这条路径"
    asks = dict(pair.split("=") for pair in link.query_string.split("&") if "finding" not in pair)
    page = goes(page, "charts", **asks, finding=finding.key)
    assert finding.message.zh in said(page)
    assert page.query_params["finding"] == finding.key


def test_only_the_way_of_the_one_finding_is_red() -> None:
    now = opened("demo", api.demo())
    finding = next(one for one in now.report.findings if one.code == "T03")
    process = now.belonging.process_of(finding.entity)
    (power, *_) = now.belonging.powers_of(finding.entity)
    assert process
    choice = picture.Choice(power.id, process.id, "internal", "zh", findings=True, only=finding.key)
    alone = api.Order(power=power, findings=[finding])
    assert (
        picture.drawn(now, choice).content
        == api.picture_of(now.graph, process, api.View.INTERNAL, alone).content
    )
    assert picture.drawn(now, choice).content != picture.drawn(now, replace(choice, only="")).content


def test_the_workbook_is_offered_while_it_is_in_hand(visitor: Visitor) -> None:
    page = imported(visitor.opens(), workbook(), "清单.xls")
    page.text_input(key="import-authority").set_value("示例县林业局").run()
    page = goes(press(page, "import-save"), "findings")
    assert "take-xlsx" in [one.key for one in page.get("download_button")]
    again = goes(press(page, "undo"), "findings")
    offered = {one.key for one in again.get("download_button")}
    assert "take-xlsx" not in offered
    assert {"take-txt", "take-html", "take-json", "take-csv"} <= offered


def test_a_workbook_in_hand_gets_its_findings(tmp_path: Path) -> None:
    content = workbook()
    report = api.check(api.open_uploads([("清单.xls", content)]).register, as_of=api.today())
    assert api.annotated_upload(report, "清单.xls", content, "zh").startswith(b"PK")
