"""The command that fills other people's forms."""

from pathlib import Path

import openpyxl

from powerlist.resources import data_folder
from tests.cli.test_cli import powerlist

MESSY = data_folder() / "demo" / "messy.xls"


def test_last_years_form_is_filled_and_reads_back_the_same(tmp_path: Path) -> None:
    done = powerlist("export", str(MESSY), "--like", str(MESSY), "-o", "out.xlsx", folder=tmp_path)
    assert done.returncode == 0
    assert done.stdout
    first = powerlist("import", str(MESSY), "--json", folder=tmp_path).stdout
    second = powerlist("import", "out.xlsx", "--json", folder=tmp_path).stdout
    assert first.replace("messy.xls", "out.xlsx") == second


def test_a_form_that_ships_is_called_by_its_name(tmp_path: Path) -> None:
    assert powerlist("export", "demo", "--like", "14列", "-o", "out.xlsx", folder=tmp_path).returncode == 0
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    texts = {value for page in book for row in page.values for value in row}
    assert "劳务派遣经营许可" in texts


def test_a_form_that_is_none_is_one_sentence(tmp_path: Path) -> None:
    done = powerlist("export", "demo", "--like", "无此表", "-o", "out.xlsx", folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "14列" in done.stderr
    assert not (tmp_path / "out.xlsx").exists()
