"""Local instruments beside a check: `--laws`."""

from pathlib import Path

from tests.cli.test_cli import powerlist

LIST = (
    "authority: {name: 示例局}\n"
    "powers: [{id: w, name: 梯子检查, type: inspection,"
    " bases: [{id: b, instrument: 示例省梯子管理条例, article: 31}]}]\n"
)
HEADER = "题名,类别,施行日期,条数,废止日期\n"


def folder_with(tmp_path: Path, row: str) -> Path:
    (tmp_path / "list.yaml").write_text(LIST, encoding="utf-8")
    (tmp_path / "local.csv").write_text(HEADER + row, encoding="utf-8")
    return tmp_path


def test_a_csv_of_local_instruments_is_looked_up(tmp_path: Path) -> None:
    here = folder_with(tmp_path, "示例省梯子管理条例,地方性法规,2020-05-01,30,\n")
    without = powerlist("check", "--format", "text", "list.yaml", "--select", "L02,N02", folder=here)
    assert "1处引用的1部文件没有收录" in without.stdout
    assert without.returncode == 0
    done = powerlist(
        "check", "--format", "text", "list.yaml", "--select", "L02,N02", "--laws", "local.csv", folder=here
    )
    assert "共30条，没有第31条" in done.stdout
    assert "没有收录" not in done.stdout
    assert done.returncode == 1


def test_a_folder_of_full_texts_shows_that_the_place_is_there(tmp_path: Path) -> None:
    here = folder_with(tmp_path, "示例省梯子管理条例,地方性法规,2020-05-01,,\n")
    (here / "texts").mkdir()
    (here / "texts" / "a.md").write_text("# 示例省梯子管理条例\n\n第三十一条 梯子要稳。\n", encoding="utf-8")
    options = ("check", "--format", "text", "list.yaml", "--select", "N02", "--laws", "local.csv")
    assert "未检查 N02" in powerlist(*options, folder=here).stdout
    assert "未检查" not in powerlist(*options, "--laws", "texts", folder=here).stdout


def test_what_cannot_be_used_is_said_with_its_place(tmp_path: Path) -> None:
    here = folder_with(tmp_path, "示例省梯子管理条例,地方性法规,某日,30,\n")
    bad = powerlist("check", "--format", "text", "list.yaml", "--laws", "local.csv", folder=here)
    assert bad.returncode == 2
    assert "local.csv" in bad.stderr
    assert "某日" in bad.stderr
    gone = powerlist("check", "--format", "text", "list.yaml", "--laws", "nowhere.csv", folder=here)
    assert gone.returncode == 2
    assert "nowhere.csv" in gone.stderr
    assert "Traceback" not in gone.stderr + bad.stderr
