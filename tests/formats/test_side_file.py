"""A finding names the cell of the bureau's own list, also after the list became YAML."""

from pathlib import Path

import pytest

from powerlist.errors import InputError
from powerlist.formats.side_file import side_file
from powerlist.formats.yaml_tree import read_yaml, write_yaml
from tests.model.registers import register, with_flow


def test_a_cell_is_known_after_the_list_became_yaml(tmp_path: Path) -> None:
    before = with_flow(register())
    write_yaml(before, tmp_path / "a.yaml")
    after = read_yaml([tmp_path / "a.yaml"]).register
    assert str(after.source_of(after.powers[0], "name")) == "清单.xls:表1!B3"
    assert str(after.source_of(after.steps[0])).startswith(f"{tmp_path / 'a.yaml'}:L")


def test_what_was_edited_since_is_placed_in_the_yaml(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    write_yaml(register(), path)
    path.write_text(path.read_text(encoding="utf-8").replace("取水许可", "取用水许可"), encoding="utf-8")
    after = read_yaml([path]).register
    assert str(after.source_of(after.powers[0], "name")) == "清单.xls:表1!B3"
    assert str(after.source_of(after.powers[1], "name")).startswith(f"{path}:L")


def test_a_list_in_yaml_alone_has_no_second_file(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    write_yaml(register(), path)
    assert side_file(path).is_file()
    write_yaml(register().model_copy(update={"origins": {}}), path)
    assert [one.name for one in tmp_path.iterdir()] == ["a.yaml"]


@pytest.mark.parametrize("text", ["{", "[]", '{"id": "authority"}', "\0"])
def test_a_broken_record_is_told_by_name(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    write_yaml(register(), path)
    side_file(path).write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.origins\.jsonl"):
        read_yaml([path])
