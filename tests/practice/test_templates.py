"""The stage library is data that a place may change, file by file."""

from pathlib import Path

import pytest

import powerlist.practice.templates as library
from powerlist.errors import InputError
from powerlist.model.codes import PowerType
from powerlist.practice.templates import load_templates

SHIPPED = Path(library.__file__).parent / "templates"


def changed(folder: Path, name: str, old: str, new: str) -> Path:
    """The folder with a copy of one shipped file in which `old` reads `new`."""
    text = (SHIPPED / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")
    return folder


def test_a_file_of_the_place_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    ours = load_templates(changed(tmp_path, "reward.yaml", "output: 表彰决定", "output: 表扬通报"))
    assert ours.types[PowerType.REWARD].output == "表扬通报"
    assert ours.types[PowerType.LEVY] == load_templates().types[PowerType.LEVY]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("→ archive → done", "→ arkive → done", "arkive"),
        ("output: 表彰决定", "output: [表彰决定]", "output"),
        ("output: 表彰决定", "outputs: 表彰决定", "output"),
        ("output: 表彰决定", "output: {", "YAML"),
    ],
)
def test_a_slip_in_a_template_is_told_with_its_place(tmp_path: Path, old: str, new: str, said: str) -> None:
    with pytest.raises(InputError, match=said) as told:
        load_templates(changed(tmp_path, "reward.yaml", old, new))
    assert "reward.yaml" in told.value.text.zh


def test_clauses_are_a_title_and_an_article_alone() -> None:
    """No text of a statute ships with the program: a clause has nowhere to keep it."""
    for plan in load_templates().types.values():
        for ground in plan.grounds:
            for clause in ground.bases:
                assert clause.instrument.endswith(("法", "条例"))
                assert 0 < clause.article < 150
