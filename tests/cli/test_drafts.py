"""From a published list to drafts that a post confirms, on the command line."""

from pathlib import Path

import pytest

from powerlist.resources import data_folder
from tests.cli.test_cli import powerlist


def listed(folder: Path) -> Path:
    """A published list: names and units, nothing else."""
    path = folder / "list.yaml"
    path.write_text(
        "authority: {name: 示例县水务局}\n"
        "units: [{id: u, name: 审批股}]\n"
        "powers: [{id: XK1, type: licence, name: 取水许可, units: [u], statutory_limit: 20个工作日,"
        " promised_limit: 10个工作日}]\n",
        encoding="utf-8",
    )
    return path


def test_a_draft_satisfies_nothing_until_a_post_confirms_it(tmp_path: Path) -> None:
    listed(tmp_path)
    drafted = powerlist("draft", "list.yaml", "-o", "draft.yaml", folder=tmp_path)
    assert drafted.returncode == 0
    assert "审批股：" in drafted.stdout
    before = powerlist("check", "--format", "text", "list.yaml", "--select", "C03,P", folder=tmp_path)
    still = powerlist("check", "--format", "text", "draft.yaml", "--select", "C03,P", folder=tmp_path)
    assert before.stdout.replace("list.yaml", "") == still.stdout.replace("draft.yaml", "")
    post = "负责人"
    done = powerlist(
        "confirm", "draft.yaml", "--unit", "审批股", "--by", post, "-o", "c.yaml", folder=tmp_path
    )
    assert done.returncode == 0, done.stderr
    assert "确认人“负责人”本身是起草的岗位" in done.stderr
    again = powerlist("confirm", "c.yaml", "--unit", "审批股", "--by", post, "-o", "d.yaml", folder=tmp_path)
    assert "起草的岗位" not in again.stderr
    assert (
        powerlist("check", "--format", "text", "c.yaml", "--select", "C03,P", folder=tmp_path).returncode == 0
    )


def test_a_drafted_chart_says_so(tmp_path: Path) -> None:
    listed(tmp_path)
    powerlist("draft", "list.yaml", "-o", "draft.yaml", folder=tmp_path)
    done = powerlist("draw", "draft.yaml", "--view", "internal", "-o", "charts", folder=tmp_path)
    (chart,) = [Path(line) for line in done.stdout.splitlines()]
    assert "草稿" in (tmp_path / chart).read_text(encoding="utf-8")


def test_a_list_is_not_written_over_and_a_slip_is_told(tmp_path: Path) -> None:
    listed(tmp_path)
    assert powerlist("draft", "list.yaml", "-o", "out.xls", folder=tmp_path).returncode == 2
    slip = powerlist("draft", "list.yaml", "--unit", "审批骨", "-o", "out.yaml", folder=tmp_path)
    assert slip.returncode == 2
    assert "审批股" in slip.stderr
    assert not (tmp_path / "out.yaml").exists()


def test_a_name_without_a_suffix_is_a_folder_that_keeps_its_cells(tmp_path: Path) -> None:
    source = str(data_folder() / "demo" / "messy.xls")
    assert powerlist("import", source, "-o", "a", folder=tmp_path).returncode == 0
    assert powerlist("draft", "a", "-o", "b", folder=tmp_path).returncode == 0
    told = powerlist("check", "b", "--select", "L05", "--format", "text", folder=tmp_path).stdout
    assert "messy.xls:附表2行政处罚!C8 L05" in told
    again = powerlist("import", source, "-o", "a", folder=tmp_path)
    assert (again.returncode, "文件夹" in again.stderr) == (2, True)


@pytest.mark.parametrize(("day", "said"), [("1900-01-01", "1900-01-01"), ("2199-01-01", "不晚于今天")])
def test_a_day_on_which_nobody_can_have_confirmed_is_refused(day: str, said: str, tmp_path: Path) -> None:
    listed(tmp_path)
    powerlist("draft", "list.yaml", "-o", "draft.yaml", folder=tmp_path)
    options = ("--unit", "审批股", "--by", "负责人", "--on", day, "-o", "c.yaml")
    done = powerlist("confirm", "draft.yaml", *options, folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert not (tmp_path / "c.yaml").exists()
