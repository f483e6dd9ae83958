"""The bureau's own files on the command line: workbook, conversion, parcels, a newer list, a store."""

from pathlib import Path

import openpyxl

from powerlist.formats.opening import read
from tests.cli.test_cli import powerlist, small


def test_a_register_goes_through_every_form_and_a_store(tmp_path: Path) -> None:
    small(tmp_path)
    steps = [
        ("convert", "bureau.yaml", "b.xlsx"),
        ("convert", "b.xlsx", "b.jsonl"),
        ("push", "b.jsonl", "sqlite:store.db"),
        ("pull", "sqlite:store.db", "back.yaml"),
    ]
    for step in steps:
        done = powerlist(*step, folder=tmp_path)
        assert done.returncode == 0, done.stderr
    first = powerlist("check", "bureau.yaml", "--format", "json", "--select", "A01", folder=tmp_path).stdout
    last = powerlist("check", "back.yaml", "--format", "json", "--select", "A01", folder=tmp_path).stdout
    assert first.replace("bureau.yaml", "")[:200] == last.replace("back.yaml", "")[:200]


def test_a_revision_that_somebody_else_wrote_is_not_saved_over(tmp_path: Path) -> None:
    small(tmp_path)
    assert "第1版" in powerlist("push", "bureau.yaml", "folder:store", folder=tmp_path).stdout
    assert "第2版" in powerlist("push", "bureau.yaml", "folder:store", folder=tmp_path).stdout
    stale = powerlist("push", "bureau.yaml", "folder:store", "--based-on", "1", folder=tmp_path)
    assert (stale.returncode, stale.stdout) == (2, "")


def test_a_newer_list_is_asked_about_before_it_is_taken(tmp_path: Path) -> None:
    old = small(tmp_path).rename(tmp_path / "old.yaml")
    newer = old.read_text(encoding="utf-8").replace("作出决定", "依法作出决定")
    (tmp_path / "new.yaml").write_text(newer, encoding="utf-8")
    before = old.read_bytes()
    asked = powerlist("import", "new.yaml", "--into", "old.yaml", folder=tmp_path)
    assert asked.returncode == 2
    assert old.read_bytes() == before
    done = powerlist("import", "new.yaml", "--into", "old.yaml", "--yes", folder=tmp_path)
    assert done.returncode == 0
    assert "依法作出决定" in old.read_text(encoding="utf-8")
    assert "id: d2" in old.read_text(encoding="utf-8")


def test_sheets_go_to_the_units_and_come_back(tmp_path: Path) -> None:
    text = small(tmp_path).read_text(encoding="utf-8")
    text = text.replace(
        "powers: [{id: XK1,", "units: [{id: u, name: 审批股}]\npowers: [{id: XK1, units: [u],"
    )
    (tmp_path / "bureau.yaml").write_text(text, encoding="utf-8")
    sent = powerlist("split", "bureau.yaml", "-o", "parcels", folder=tmp_path)
    assert sent.returncode == 0
    assert "审批股.xlsx" in sent.stdout
    done = powerlist("collect", "parcels", "--into", "bureau.yaml", "-o", "merged.yaml", folder=tmp_path)
    assert done.returncode == 0, done.stdout
    assert (tmp_path / "merged.yaml").is_file()


def test_a_template_is_written_once_and_reads_as_a_list_without_items(tmp_path: Path) -> None:
    assert powerlist("template", "blank.xlsx", folder=tmp_path).returncode == 0
    assert powerlist("template", "blank.xlsx", folder=tmp_path).returncode == 2
    assert powerlist("template", "blank.doc", folder=tmp_path).returncode == 2
    assert "Traceback" not in powerlist("import", "blank.xlsx", folder=tmp_path).stderr


def test_a_side_table_alone_joins_the_older_list_and_takes_nothing_away(tmp_path: Path) -> None:
    (tmp_path / "old.yaml").write_text(
        "authority: {name: 示例局}\nunits: [{id: u, name: 审批股}]\npowers: [{id: w, name: 甲许可}]\n",
        encoding="utf-8",
    )
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (
        ("科室", "岗位名称", "岗位层级", "岗位职责"),
        ("审批股", "首席代表岗", "窗口岗", "受理和送达"),
    ):
        book.active.append(row)
    book.save(tmp_path / "岗位表.xlsx")
    done = powerlist(
        "import", "岗位表.xlsx", "--into", "old.yaml", "--yes", "-o", "new.yaml", folder=tmp_path
    )
    assert done.returncode == 0
    assert "新增1项，减少0项，变动0项" in done.stdout
    register = read([tmp_path / "new.yaml"]).register
    assert [post.name for post in register.posts] == ["首席代表岗"]
    assert [power.name for power in register.powers] == ["甲许可"]
