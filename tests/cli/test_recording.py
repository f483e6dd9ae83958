"""`record`: shown, reviewed, signed; a later change is told by the check."""

import json
from pathlib import Path

import pytest

from tests.cli.test_cli import powerlist, small


def codes(folder: Path, path: Path, select: str) -> list[str]:
    done = powerlist("check", str(path), "--select", select, "--format", "json", folder=folder)
    return [found["code"] for found in json.loads(done.stdout)["findings"]]


def test_what_was_shown_is_held_against_the_list_after_a_change(tmp_path: Path) -> None:
    small(tmp_path)
    done = powerlist(
        "record",
        "bureau.yaml",
        "-o",
        "shown.yaml",
        "--published",
        "局网站",
        "--on",
        "2026-11-02",
        folder=tmp_path,
    )
    assert (done.returncode, done.stdout) == (0, "已登记 1 处公开：采矿许可。\n")
    assert not codes(tmp_path, tmp_path / "shown.yaml", "B02")
    text = (tmp_path / "shown.yaml").read_text(encoding="utf-8")
    (tmp_path / "shown.yaml").write_text(text.replace("受理申请", "受理采矿申请"), encoding="utf-8")
    assert codes(tmp_path, tmp_path / "shown.yaml", "B02")


def test_a_review_and_a_signature_are_recorded(tmp_path: Path) -> None:
    reviewed = powerlist("record", "demo", "-o", "a.yaml", "--reviewed", "all", folder=tmp_path)
    assert "处风险点" in reviewed.stdout
    signed = powerlist("record", "a.yaml", "-o", "b.yaml", "--signed", "局长", folder=tmp_path, lang="en")
    assert signed.stdout == "recorded, Pledge: 1 (局长).\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "请写明登记什么"),
        (("--published", "网站", "--signed", "局长"), "请写明登记什么"),
        (("--signed", "没有的岗位"), "没有的岗位"),
        (("--published", "网站", "--on", "1900-01-01"), "2013-11-12"),
        (("--published", "网站", "--file", "没有.pdf"), "没有.pdf"),
        (("--published", "网站", "--power", "没有的职权"), "没有的职权"),
        (("--reviewed", "没有的流程"), "没有的流程"),
    ],
)
def test_what_cannot_be_recorded_is_said_and_nothing_is_written(
    tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    done = powerlist("record", "demo", "-o", "new.yaml", *words, folder=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert not (tmp_path / "new.yaml").exists()


def test_the_list_as_it_was_before_tells_what_went_without_a_word(tmp_path: Path) -> None:
    for name, code in ("old.yaml", "370001"), ("new.yaml", "370002"):
        power = f"{{id: w{code}, code: '{code}', type: licence, name: 许可{code}}}"
        (tmp_path / name).write_text(f"authority: {{name: 示例局}}\npowers: [{power}]\n", encoding="utf-8")
    told = powerlist("check", "new.yaml", "--previous", "old.yaml", "--select", "D11", folder=tmp_path)
    assert "370001" in told.stdout
    alone = powerlist("check", "new.yaml", "--select", "D11", folder=tmp_path)
    assert "370001" not in alone.stdout
