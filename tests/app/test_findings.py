"""检查: filters, the verdict with its rule, what was not checked, and what can be taken along."""

import csv
import json
import re
from io import StringIO
from pathlib import Path

import pytest

from powerlist import api
from powerlist.app.opened import opened
from powerlist.app.parts import verdict
from powerlist.app.parts.table import short
from powerlist.i18n import LANGS, Lang
from tests.app.opening import HOSTILE, Visitor, said
from tests.model.registers import register, with_flow


@pytest.mark.parametrize("lang", LANGS)
def test_every_finding_is_in_the_table(visitor: Visitor, lang: Lang) -> None:
    page = visitor.visits("findings", lang=lang)
    found = api.check(api.demo().register, as_of=api.today()).findings
    assert list(page.dataframe[0].value["message"]) == [short(finding.message.of(lang)) for finding in found]


def test_a_long_sentence_ends_where_its_row_does() -> None:
    assert short("职权" * 41) == "职权" * 41
    assert short("职权" * 42) == "职权" * 41 + "…"
    assert short("a" * 164) == "a" * 164


@pytest.mark.parametrize(("lang", "word"), [("zh", "全单位"), ("en", "The whole authority")])
def test_what_is_no_units_is_the_whole_authoritys(visitor: Visitor, lang: Lang, word: str) -> None:
    bare = register()
    found = api.check(bare, as_of=api.today()).findings
    whole = [short(one.message.of(lang)) for one in found if one.entity.kind == "authority"]
    page = visitor.visits("findings", bare, lang, unit="whole")
    assert list(page.dataframe[0].value["message"]) == whole
    assert set(page.dataframe[0].value["unit"]) == {word}
    assert word in page.selectbox[2].options


@pytest.mark.parametrize("lang", LANGS)
def test_a_verdict_shows_pictures_and_no_files(visitor: Visitor, lang: Lang) -> None:
    found = api.check(api.demo().register, as_of=api.today()).findings
    for code in ("P02", "A01"):
        page = visitor.visits("findings", lang=lang, finding=next(f.key for f in found if f.code == code))
        (rule,) = [one.value for one in page.markdown if f"# {code} " in one.value]
        assert rule.count("```text") == 2
        assert "yaml" not in rule
        assert "`" not in rule.replace("```", "")


@pytest.mark.parametrize("code", [rule.code for rule in api.rules()])
def test_no_rule_leaves_a_heading_over_nothing(code: str) -> None:
    page = verdict.for_readers(api.explain(code, "zh"))
    assert "yaml" not in page
    assert not re.search(r"^\*\*[^*\n]+\*\*\s*(\Z|^\*\*)", page, re.MULTILINE)


def test_findings_are_filtered_by_what_a_link_asks(visitor: Visitor) -> None:
    page = visitor.visits("findings", rule="A01", severity="error")
    assert set(page.dataframe[0].value["rule"]) == {"A01"}


def test_the_cell_of_a_finding_can_be_searched(visitor: Visitor) -> None:
    first = next(f for f in api.check(api.demo().register, as_of=api.today()).findings if f.source)
    assert first.source is not None
    name = Path(first.source.file).name
    page = visitor.visits("findings", q=name)
    assert set(page.dataframe[0].value["place"].str.split(" › ").str[0]) == {name}


@pytest.mark.parametrize(
    ("lang", "words"), [("zh", ("为什么", "错误示例", "正确示例")), ("en", ("Why", "Wrong"))]
)
def test_a_verdict_tells_place_fix_and_rule(visitor: Visitor, lang: Lang, words: tuple[str, ...]) -> None:
    finding = next(f for f in api.check(api.demo().register, as_of=api.today()).findings if f.code == "A01")
    page = visitor.visits("findings", lang=lang, finding=finding.key)
    told = said(page)
    assert finding.hint.of(lang) in told
    assert "01-licence.yaml › L" in told
    assert all(word in told for word in words)
    assert [link.page for link in page.page_link] == ["powers"]


def test_a_verdict_on_a_flow_leads_to_its_chart_and_shows_the_way(visitor: Visitor) -> None:
    found = api.check(api.demo().register, as_of=api.today()).findings
    finding = next(finding for finding in found if finding.code == "P02")
    page = visitor.visits("findings", finding=finding.key)
    assert page.page_link[-1].page == "charts"
    assert " → ".join(step.title for step in finding.witness[:2]) in said(page)


def test_only_one_power_can_be_looked_at(visitor: Visitor) -> None:
    page = visitor.visits("findings", power="DM0114002000")
    assert "只看这项职权：劳务派遣经营许可" in said(page)
    assert len(page.dataframe[0].value) < 5


def test_rules_that_were_not_checked_are_named(visitor: Visitor) -> None:
    bare = register(texts=())
    skipped = api.check(bare, as_of=api.today()).not_checked
    page = visitor.visits("findings", bare)
    assert skipped
    assert f"没有检查的规则（{len(skipped)}）" in [expander.label for expander in page.expander]


def test_a_table_for_a_spreadsheet_executes_nothing() -> None:
    evil = with_flow(register()).without(["R.s1.r.c"])
    evil = evil.with_(evil.risks[0].with_(event="=cmd|' /C calc'!A0"), evil.powers[1].with_(name=HOSTILE))
    now = opened("x", api.open_uploads([("=1+1.yaml", api.yaml_of(evil).encode())]))
    rows = list(csv.reader(StringIO(api.findings_csv(now.report, "zh").decode("utf-8-sig"))))
    assert len(rows) == len(now.report.findings) + 1
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
    assert any("'=cmd|" in cell for row in rows for cell in row)


def test_findings_can_be_taken_along_as_data() -> None:
    now = opened("demo", api.demo())
    data = json.loads(json.dumps(api.findings_data(now.report, now.register, "zh")))
    assert len(data["findings"]) == len(now.report.findings)
