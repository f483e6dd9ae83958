"""The command line as a clerk uses it: real processes, real files, exit codes, no traceback."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.formats.workbooks import Sheet, as_xls, as_xlsx

HOSTILE = "<script>alert(1)</script>=cmd|' /C calc'!A0 }{ \\N \" #set page(width: 1pt) 𬭚" + "长" * 150


def powerlist(*arguments: str, folder: Path, lang: str = "") -> subprocess.CompletedProcess[str]:
    """Run the program in a folder."""
    command = [sys.executable, "-m", "powerlist", *arguments, *(["--lang", lang] if lang else [])]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def small(folder: Path, name: str = "采矿许可") -> Path:
    """A small list in YAML with a process, a duty without post, and a hostile or a plain name."""
    path = folder / "bureau.yaml"
    said = json.dumps(name, ensure_ascii=False)
    path.write_text(
        "authority: {name: 示例县自然资源局}\n"
        "posts: [{id: P1, name: 受理岗}]\n"
        f"powers: [{{id: XK1, type: licence, name: {said},"
        " duties: [{id: d1, text: 受理申请, assignments: [{post: P1}]}, {id: d2, text: 作出决定}]}]\n"
        f"processes: [{{id: road, name: {said}, powers: [XK1],"
        f" steps: [{{id: s, name: 开始, step_kind: start}}, {{id: a, name: {said},"
        " post: P1, duties: [XK1.d1]}, {id: e, name: 结束, step_kind: end}],"
        " flows: [{source: s, target: a}, {source: a, target: e}]}]\n",
        encoding="utf-8",
    )
    return path


def test_a_finding_is_told_with_its_line_and_ends_with_1(tmp_path: Path) -> None:
    done = powerlist("check", str(small(tmp_path)), "--select", "A01", "--format", "text", folder=tmp_path)
    assert done.returncode == 1
    assert "bureau.yaml:L3 A01 [必须改]" in done.stdout
    assert "改法：" in done.stdout
    assert "合计 1 个问题" in done.stdout


def test_english_is_a_switch(tmp_path: Path) -> None:
    done = powerlist(
        "check", str(small(tmp_path)), "--select", "A01", "--format", "text", folder=tmp_path, lang="en"
    )
    assert "A01 [error]" in done.stdout
    assert "Findings: 1 (error 1)." in done.stdout


def test_what_the_whole_list_lacks_is_told_with_the_file_and_in_one_language(tmp_path: Path) -> None:
    rows = [["事项名称", "权力类型", "责任事项"], ["甲审批", "行政许可", "受理责任：公示材料。"]]
    (tmp_path / "list.xlsx").write_bytes(as_xlsx(Sheet("清单", rows)))
    done = powerlist(
        "check", "list.xlsx", "--select", "A01,P01", "--format", "text", folder=tmp_path, lang="en"
    )
    assert "list.xlsx A01 [error]" in done.stdout
    assert "By unit: The whole authority 2." in done.stdout
    data = json.loads(powerlist("check", "list.xlsx", "--format", "json", folder=tmp_path).stdout)
    assert all(one["source"]["file"] == "list.xlsx" for one in data["findings"])
    powerlist("import", "list.xlsx", "-o", "list.yaml", folder=tmp_path)
    said = powerlist("check", "list.yaml", "--select", "A01,P01", "--format", "text", folder=tmp_path).stdout
    assert said.startswith("list.xlsx A01")


def test_what_is_found_can_be_let_pass(tmp_path: Path) -> None:
    source = str(small(tmp_path))
    assert powerlist("check", source, "--fail-on", "never", folder=tmp_path).returncode == 0
    assert powerlist("check", source, "--select", "L05", folder=tmp_path).returncode == 0
    assert powerlist("check", source, "--ignore", "A,B,C,D,L,N,O,P,R,S,T", folder=tmp_path).returncode == 0


def test_json_has_a_key_a_place_and_totals(tmp_path: Path) -> None:
    done = powerlist(
        "check", str(small(tmp_path)), "--format", "json", "--as-of", "2026-11-25", folder=tmp_path
    )
    data = json.loads(done.stdout)
    (found,) = [one for one in data["findings"] if one["code"] == "A01"]
    assert found["key"] == "A01@XK1.d2"
    assert found["source"] == {"file": str(tmp_path / "bureau.yaml"), "sheet": "", "cell": "L3"}
    assert found["entity"] == {"kind": "duty", "id": "XK1.d2", "name": "作出决定"}
    assert set(found) >= {"slug", "severity", "message", "hint", "witness"}
    assert data["summary"]["total"] == len(data["findings"])
    assert data["as_of"] == "2026-11-25"
    assert {"R02", "T03"} & {one["code"] for one in data["not_checked"]}


def test_every_rule_is_listed_and_explained(tmp_path: Path) -> None:
    listed = powerlist("rules", folder=tmp_path).stdout.splitlines()
    assert len(listed) >= 25
    page = powerlist("explain", "a-01", folder=tmp_path).stdout
    assert "A01" in page
    assert "duties" in page  # the examples
    assert powerlist("explain", "duty-without-post", folder=tmp_path).stdout == page


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("explain", "AO1"), "A01"),
        (("explain", "duty-without-posts"), "duty-without-post"),
        (("draw", "bureau.yaml", "--power", "采矿许司"), "采矿许可"),
        (("check", "bureau.yaml", "--select", "A91"), "A91"),
        (("check", "nothing.yaml"), "nothing.yaml"),
        (("check", "list.csv"), "list.csv"),
        (("check", "empty.xlsx"), "empty.xlsx"),
        (("chek", "bureau.yaml"), "没有命令“chek”。是不是 check？"),
        (("check", "bureau.yaml", "--as-of", "2026-02-30"), "“--as-of”应为日历上有的日期，写作2026-12-31。"),
        (("generate", "--powers", "abc", "-o", "x"), "“--powers”应为整数。"),
        (("serve", "demo", "--port", "99999"), "“--port”应为1到65535的整数。"),
        (("check", "bureau.yaml", "--formt", "json"), "是不是 --format"),
        (
            ("check", "bureau.yaml", "--format", "xml"),
            "“--format”只能是：letter text json sarif junit html xlsx。",
        ),
        (("import",), "还没有写要用哪份清单"),
    ],
)
def test_a_slip_is_one_sentence_and_2(arguments: tuple[str, ...], word: str, tmp_path: Path) -> None:
    small(tmp_path)
    (tmp_path / "list.csv").write_text("序号,事项\n1,采矿许可\n")
    (tmp_path / "empty.xlsx").touch()
    done = powerlist(*arguments, folder=tmp_path)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr + done.stdout
    assert word in done.stderr


def test_pictures_are_drawn_into_a_folder(tmp_path: Path) -> None:
    done = powerlist("draw", str(small(tmp_path)), "--format", "svg", "-o", "charts", folder=tmp_path)
    assert done.returncode == 0
    written = sorted(path.name for path in (tmp_path / "charts").iterdir())
    assert written == ["road-external.svg", "road-internal.svg", "road-risk.svg"]
    assert sorted(Path(line).name for line in done.stdout.splitlines()) == written


@pytest.mark.parametrize(("view", "name"), [("map", "responsibility-map"), ("heat", "heat-map")])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_bureau_is_drawn_on_one_sheet(view: str, name: str, lang: str, tmp_path: Path) -> None:
    source = str(small(tmp_path, HOSTILE))
    for kind in ("svg", "pdf", "png", "dot"):
        done = powerlist(
            "draw", source, "--view", view, "--format", kind, "-o", "c", folder=tmp_path, lang=lang
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert Path(done.stdout.strip()).name == f"{name}.{kind}"
        assert b"<script>" not in (tmp_path / "c" / f"{name}.{kind}").read_bytes() or kind == "dot"
    assert len(list((tmp_path / "c").iterdir())) == 4


@pytest.mark.parametrize("extra", [("--power", "采矿许可"), ("--findings",), ("--contact-sheet", "x.png")])
def test_a_sheet_of_the_bureau_takes_no_single_power(extra: tuple[str, ...], tmp_path: Path) -> None:
    done = powerlist("draw", str(small(tmp_path)), "--view", "heat", *extra, "-o", "c", folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "请去掉这些选项" in done.stderr
    assert not (tmp_path / "c").exists()


@pytest.mark.parametrize("kind", ["svg", "pdf", "png", "dot"])
def test_a_hostile_name_is_drawn_as_it_is(kind: str, tmp_path: Path) -> None:
    small(tmp_path, HOSTILE)
    done = powerlist(
        "draw", "bureau.yaml", "--view", "internal", "--format", kind, "-o", "c", folder=tmp_path
    )
    assert (done.returncode, done.stderr.count("Traceback")) == (0, 0)
    content = (tmp_path / "c" / f"road-internal.{kind}").read_bytes()
    assert len(content) > 500
    assert b"<script>" not in content or kind == "dot"


def test_what_is_imported_is_written_whole_and_read_back(tmp_path: Path) -> None:
    source = small(tmp_path)
    done = powerlist("import", str(source), "-o", "out.yaml", folder=tmp_path)
    assert done.returncode == 0
    assert "合计 1 项" in done.stdout
    assert (
        powerlist("check", "out.yaml", "--select", "A01", "--format", "text", folder=tmp_path).returncode == 1
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bureau.yaml", "out.yaml"]


def test_what_steers_a_terminal_is_not_printed(tmp_path: Path) -> None:
    rows = [["事项名称", "权力类型"], ["甲\x1b]0;x\x07审批", "怪\x1b[2J\u202e类"]]
    (tmp_path / "list.xls").write_bytes(as_xls(Sheet("清单", rows)))
    for command in ("import", "check"):
        done = powerlist(command, "list.xls", folder=tmp_path)
        assert not set("\x1b\x07\u202e") & set(done.stdout + done.stderr)
    assert "怪[2J类" in powerlist("import", "list.xls", folder=tmp_path).stdout
    assert "\x1b" not in powerlist("explain", "A\x1b[31m", folder=tmp_path).stderr


def test_bad_input_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "out.yaml").write_text("mine")
    (tmp_path / "bad.yaml").write_text("powers: [{nam: x}]")
    assert powerlist("import", "bad.yaml", "-o", "out.yaml", folder=tmp_path).returncode == 2
    assert (tmp_path / "out.yaml").read_text() == "mine"


def test_a_list_is_never_written_over(tmp_path: Path) -> None:
    workbook = tmp_path / "list.xlsx"
    workbook.write_bytes(
        as_xlsx(Sheet("清单", [["事项名称", "权力类型", "设定依据"], ["甲审批", "行政许可", ""]]))
    )
    before = workbook.read_bytes()
    done = powerlist("import", "list.xlsx", "-o", "list.xlsx", folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "list.xlsx" in done.stderr
    assert workbook.read_bytes() == before


def test_a_column_map_is_told_where_it_slips(tmp_path: Path) -> None:
    rows = [["事项名称", "权力类型", "经办处"], ["甲审批", "行政许可", "审批股"]]
    (tmp_path / "list.xlsx").write_bytes(as_xlsx(Sheet("清单", rows)))
    (tmp_path / "good.yaml").write_text("经办处: units\n", encoding="utf-8")
    (tmp_path / "slip.yaml").write_text("经办处: unit\n", encoding="utf-8")
    (tmp_path / "other.yaml").write_text("经办科: units\n", encoding="utf-8")
    good = powerlist("import", "list.xlsx", "--map", "good.yaml", folder=tmp_path)
    assert "不认识的列" not in good.stdout
    slip = powerlist("import", "list.xlsx", "--map", "slip.yaml", folder=tmp_path)
    assert slip.returncode == 2
    assert slip.stderr.startswith("slip.yaml!L1：")
    assert "units" in slip.stderr
    other = powerlist("import", "list.xlsx", "--map", "other.yaml", folder=tmp_path)
    assert "栏目对照表写了“经办科”" in other.stdout
    assert "经办科" in other.stdout


@pytest.mark.parametrize("target", ["folder.yaml", "list.yaml/x.yaml"])
def test_a_place_that_cannot_be_written_is_told_by_its_name(target: str, tmp_path: Path) -> None:
    small(tmp_path).rename(tmp_path / "list.yaml")
    (tmp_path / "folder.yaml").mkdir()
    done = powerlist("import", "list.yaml", "-o", target, folder=tmp_path)
    assert done.returncode == 2
    assert "文件夹" in done.stderr
    assert ".part" not in done.stderr
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["folder.yaml", "list.yaml"]


def test_the_demo_is_checked_and_drawn(tmp_path: Path) -> None:
    done = powerlist("demo", "--once", folder=tmp_path)
    assert done.returncode == 0
    folder = tmp_path / "powerlist-demo"
    assert len(list((folder / "charts").glob("*.svg"))) >= 13 * 3
    data = json.loads((folder / "findings.json").read_text(encoding="utf-8"))
    assert f"合计 {data['summary']['total']} 个问题" in done.stdout
    assert (folder / "findings.txt").read_text(encoding="utf-8").count("改法：") == data["summary"]["total"]


def test_help_speaks_both_languages(tmp_path: Path) -> None:
    for command in ((), ("import",), ("check",), ("rules",), ("explain",), ("draw",), ("demo",), ("serve",)):
        said = powerlist(*command, "--help", folder=tmp_path).stdout
        assert " / " in said


def test_a_neighbours_list_is_looked_at_when_it_is_there(tmp_path: Path) -> None:
    neighbour = str(Path(__file__).parents[2] / "data" / "neighbour" / "medical.yaml")
    alone = powerlist("check", "demo", "--format", "text", "--select", "D02", folder=tmp_path).stdout
    beside = powerlist(
        "check", "demo", "--format", "text", "--select", "D02", "--with", neighbour, folder=tmp_path
    ).stdout
    assert "D02" not in alone.replace("未检查 D02", "")
    assert "D02 [" in beside


def test_a_report_has_the_form_that_is_asked_for_and_goes_into_a_file(tmp_path: Path) -> None:
    source = str(small(tmp_path))
    for form, word in {
        "sarif": '"2.1.0"',
        "junit": "<testsuites",
        "html": "<!doctype html>",
        "letter": "检查意见",
    }.items():
        options = ("--format", form, "-o", f"out.{form}", "--fail-on", "never")
        assert powerlist("check", source, *options, folder=tmp_path).returncode == 0
        assert word in (tmp_path / f"out.{form}").read_text(encoding="utf-8")


def test_what_changed_since_the_last_check_is_told(tmp_path: Path) -> None:
    source = small(tmp_path)
    options = ("check", str(source), "--select", "A01", "--as-of", "2026-11-25", "--fail-on", "never")
    powerlist(*options, "--format", "json", "-o", "last.json", folder=tmp_path)
    same = powerlist(*options, "--baseline", "last.json", folder=tmp_path).stdout
    assert "新增 0，已消除 0，不变 1" in same
    (tmp_path / "last.json").write_text(
        '{"as_of": "2026-01-01", "findings": [{"key": "A01@x", "code": "A01"}]}'
    )
    told = powerlist(*options, "--baseline", "last.json", folder=tmp_path).stdout
    assert "与上次（2026-01-01）相比：新增 1，已消除 1，不变 0" in told
    bad = powerlist(*options, "--baseline", str(source), folder=tmp_path)
    assert (bad.returncode, bad.stdout) == (2, "")


def test_the_place_has_its_own_settings_waivers_and_rules(tmp_path: Path) -> None:
    source = small(tmp_path)
    (tmp_path / "powerlist.toml").write_text('ignore = ["A01"]\n', encoding="utf-8")
    done = powerlist("check", str(source), "--select", "A01", folder=tmp_path)
    assert done.returncode == 0
    assert "powerlist.toml" in done.stderr
    (tmp_path / "powerlist.toml").write_text("ignor = []\n", encoding="utf-8")
    wrong = powerlist("check", str(source), folder=tmp_path)
    assert (wrong.returncode, "powerlist.toml!L1" in wrong.stderr) == (2, True)
    listed = powerlist("rules", "--format", "json", "--settings", "none.toml", folder=tmp_path)
    assert listed.returncode == 2


def test_a_list_that_is_read_is_never_the_target(tmp_path: Path) -> None:
    source = small(tmp_path)
    before = source.read_bytes()
    for command in (("check", "--format", "text"), ("draft",)):
        done = powerlist(command[0], str(source), *command[1:], "-o", str(source), folder=tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
    assert source.read_bytes() == before


def test_a_file_without_a_list_is_no_clean_bill(tmp_path: Path) -> None:
    (tmp_path / "list.yaml").write_text("authority: {name: 示例局}\n", encoding="utf-8")
    done = powerlist("check", "list.yaml", folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "没有读到职权" in done.stderr


def test_a_rule_that_prints_or_ends_the_program_does_neither(tmp_path: Path) -> None:
    source = small(tmp_path)
    words = "".join(f", {name}=Text('甲', 'a')" for name in ("title", "why", "fix", "message"))
    (tmp_path / "mine.py").write_text(
        "from powerlist.rules import Severity, Text, rule\nprint('one')\n"
        f"@rule('X01', Severity.INFO{words})\ndef mine(case):\n"
        "    print('two')\n    raise SystemExit(7)\n    yield\n",
        encoding="utf-8",
    )
    options = ("--rules", "mine.py", "--select", "X01", "--format", "json", "--fail-on", "never")
    done = powerlist("check", str(source), *options, folder=tmp_path)
    assert done.returncode == 0
    assert "SystemExit" in json.loads(done.stdout)["findings"][0]["message"]
    assert "two" in done.stderr
