"""What a clerk types or names wrongly: one sentence in the reader's language, with the way on."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_cli import powerlist, small
from tests.formats.workbooks import Sheet, as_xlsx

ENDLESS = """
from powerlist.rules import Severity, Text, rule

@rule("X01", Severity.INFO, title=Text("一", "a"), why=Text("二", "b"), fix=Text("三", "c"),
      message=Text("四", "d"))
def endless(case):
    print("has begun", flush=True)
    while True:
        pass
"""


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (("check",), "powerlist check 清单.xlsx", "powerlist check list.xlsx"),
        (("draft",), "哪份清单", "the list"),
        (("explain",), "powerlist explain A01", "code or name of a rule"),
        (("generate",), "“--out”（文件夹、.yaml 或 .xlsx）", "--out (folder, .yaml or .xlsx)"),
        (("pull", "sqlite:x"), "写到哪个文件", "the file to write"),
        (("push", "a", "b", "c"), "多出了“c”", "“c” is too much"),
        (("demo", "--once=3"), "“--once”后面不写内容", "--once takes no value"),
        (("push", "demo", "sqlite:x", "--based-on", "-3"), "不小于0的整数", "a whole number from 0 on"),
    ],
)
def test_what_is_missing_or_too_much_is_said_in_words(
    arguments: tuple[str, ...], zh: str, en: str, tmp_path: Path
) -> None:
    for lang, said in (("zh", zh), ("en", en)):
        done = powerlist(*arguments, folder=tmp_path, lang=lang)
        assert (done.returncode, done.stdout) == (2, "")
        assert said in done.stderr


def test_an_option_at_the_very_end_wants_its_value(tmp_path: Path) -> None:
    assert "“--out”后面要写内容" in powerlist("check", "demo", "--out", folder=tmp_path).stderr


def test_the_language_may_stand_before_the_command(tmp_path: Path) -> None:
    assert "There is no rule" in powerlist("--lang", "en", "explain", "zz", folder=tmp_path).stderr
    later = powerlist("--lang", "en", "explain", "zz", folder=tmp_path, lang="zh")
    assert "没有名为“zz”的规则" in later.stderr
    assert "“--lang”只能是：zh en" in powerlist("--lang", "fr", "explain", "A01", folder=tmp_path).stderr
    assert "Commands:" in powerlist("--lang", "en", folder=tmp_path).stdout


def test_a_wrong_language_of_the_system_is_called_by_the_name_of_its_variable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POWERLIST_LANG", "fr")
    assert "“POWERLIST_LANG”只能是：zh en" in powerlist("rules", folder=tmp_path).stderr


@pytest.mark.parametrize("option", ["--settings", "--waivers", "--map", "--baseline", "--rules"])
def test_a_folder_where_a_file_belongs_is_called_one(option: str, tmp_path: Path) -> None:
    source = str(small(tmp_path))
    (tmp_path / "place").mkdir()
    for lang, said in (("zh", "place：这是文件夹"), ("en", "place: this is a folder")):
        done = powerlist("check", source, option, "place", folder=tmp_path, lang=lang)
        assert (done.returncode, done.stdout) == (2, "")
        assert said in done.stderr


def test_a_form_or_a_list_that_is_a_folder_is_called_one(tmp_path: Path) -> None:
    (tmp_path / "place").mkdir()
    done = powerlist("export", "demo", "--like", "place", "-o", "out.xlsx", folder=tmp_path)
    assert (done.returncode, done.stderr.strip()) == (2, "place：这是文件夹，请写明文件名。")


def test_a_column_map_of_another_kind_is_told_and_headings_are_named_as_lists_have_them(
    tmp_path: Path,
) -> None:
    rows = [["事项名称", "权力类型", "经办处"], ["甲审批", "行政许可", "审批股"]]
    (tmp_path / "list.xlsx").write_bytes(as_xlsx(Sheet("清单", rows)))
    for name, text in {
        "nested": "经办处: [{a: 1}]\n",
        "wrong": "经办处: 承办单\n别处: nothing\n",
        "rows": "- 经办处\n",
        "chinese": "经办处: 承办机构\n",
    }.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    nested = powerlist("import", "list.xlsx", "--map", "nested.yaml", folder=tmp_path)
    assert (nested.returncode, nested.stderr.count("Traceback")) == (2, 0)
    assert nested.stderr.startswith("nested.yaml!L1：")
    wrong = powerlist("import", "list.xlsx", "--map", "wrong.yaml", folder=tmp_path).stderr.splitlines()
    assert [line.partition("：")[0] for line in wrong] == ["wrong.yaml!L1", "wrong.yaml!L2"]
    assert "承办机构（units）" in wrong[0]
    assert "列名对照" in powerlist("import", "list.xlsx", "--map", "rows.yaml", folder=tmp_path).stderr
    good = powerlist("import", "list.xlsx", "--map", "chinese.yaml", folder=tmp_path)
    assert (good.returncode, "不认识的列" in good.stdout) == (0, False)


def test_powers_without_a_process_are_counted_where_charts_are_drawn(tmp_path: Path) -> None:
    text = small(tmp_path).read_text(encoding="utf-8")
    bare = text.partition("processes:")[0]
    (tmp_path / "bare.yaml").write_text(bare, encoding="utf-8")
    none = powerlist("draw", "bare.yaml", "-o", "c", folder=tmp_path)
    assert (none.returncode, none.stdout) == (0, "")
    assert none.stderr.startswith("没有可画的流程：1项职权（“采矿许可”）没有流程。")
    assert "powerlist draft" in none.stderr
    more = text.replace("powers: [", "powers: [{id: XK2, name: 采石许可}, ", 1)
    (tmp_path / "more.yaml").write_text(more, encoding="utf-8")
    some = powerlist("draw", "more.yaml", "-o", "c", "--view", "external", folder=tmp_path, lang="en")
    assert len(some.stdout.splitlines()) == 1
    assert "of which nothing was drawn: 1 (“采石许可”)" in some.stderr
    assert powerlist("draw", "bureau.yaml", "-o", "c", folder=tmp_path).stderr == ""


def test_what_is_read_or_was_there_is_not_written_over(tmp_path: Path) -> None:
    source = small(tmp_path)
    assert powerlist("convert", str(source), "list.xlsx", folder=tmp_path).returncode == 0
    for name in ("bureau.yaml", "list.xlsx"):
        before = (tmp_path / name).read_bytes()
        done = powerlist("convert", name, name, folder=tmp_path)
        assert (done.returncode, "就是要读的文件" in done.stderr) == (2, True)
        assert (tmp_path / name).read_bytes() == before
    made = powerlist("generate", "-o", "bureau.yaml", "--powers", "2", folder=tmp_path)
    assert (made.returncode, "没有写" in made.stderr) == (2, True)
    assert powerlist("generate", "-o", "g.yaml", "--powers", "2", folder=tmp_path).returncode == 0
    assert powerlist("generate", "-o", "g.yaml", "--powers", "2", folder=tmp_path).returncode == 0
    assert ".yaml" in powerlist("generate", "-o", "g.pdf", folder=tmp_path).stderr
    assert "不超过" in powerlist("generate", "-o", "g", "--powers", "9" * 30, folder=tmp_path).stderr


def test_a_check_without_any_rule_is_not_called_clean(tmp_path: Path) -> None:
    options = ("check", str(small(tmp_path)), "--select", "A01")
    none = powerlist(*options, "--ignore", "A01", folder=tmp_path)
    assert (none.returncode, "这份清单没有检查" in none.stderr) == (0, True)
    assert "没有检查" not in powerlist(*options, folder=tmp_path).stderr


def test_a_revision_of_what_is_not_there_is_told_as_such(tmp_path: Path) -> None:
    small(tmp_path)
    done = powerlist("push", "bureau.yaml", "sqlite:s.db", "--based-on", "3", folder=tmp_path)
    assert (done.returncode, "第0版" in done.stderr) == (2, False)
    assert "没有这份清单" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="signals of another kind")
def test_ctrl_c_ends_an_endless_rule_with_a_sentence_that_names_it(tmp_path: Path) -> None:
    source = small(tmp_path)
    (tmp_path / "mine.py").write_text(ENDLESS, encoding="utf-8")
    command = [sys.executable, "-m", "powerlist", "check", str(source), "--rules", "mine.py"]
    process = subprocess.Popen(
        command, cwd=tmp_path, text=True, stderr=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stderr
    begun = next(line for line in process.stderr if "has begun" in line)
    os.kill(process.pid, signal.SIGINT)
    said = process.stderr.read()
    assert begun
    assert process.wait(timeout=60) == 130
    assert "Traceback" not in said
    assert "规则X01（mine.py）还没有结束" in said
