"""Files that came as bytes keep their names and leave nothing behind."""

import tempfile
from contextlib import suppress
from pathlib import Path

import pytest

from powerlist.errors import PowerlistError
from powerlist.formats.uploads import read_uploads
from powerlist.formats.yaml_tree import to_yaml
from tests.model.registers import register


def content() -> bytes:
    return to_yaml(register()).encode()


def test_an_uploaded_list_is_the_list() -> None:
    assert read_uploads([("清单.yaml", content())]).register == register()


def test_origins_name_the_file_and_not_the_folder_it_lay_in() -> None:
    read = read_uploads([("清单.yaml", content())]).register
    assert {origin.source.file for origin in read.origins.values()} == {"清单.yaml"}


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.yaml", "C:\\temp\\a.yaml", "/tmp/x.yaml", "..", "长" * 300]
)
def test_a_name_never_leads_out_of_the_folder(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with suppress(PowerlistError):
        read_uploads([(name, content())])
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_used_is_one_sentence_with_the_name_that_was_given(tmp_path: Path) -> None:
    with pytest.raises(PowerlistError) as caught:
        read_uploads([("坏.yaml", b"authority: {name: [")])
    assert caught.value.text.zh.startswith("坏.yaml")
    assert tempfile.gettempdir() not in caught.value.text.zh + caught.value.text.en


def test_two_files_of_one_name_are_told_apart() -> None:
    with pytest.raises(PowerlistError) as caught:
        read_uploads([("a.yaml", content()), ("a.yaml", content())])
    assert "a(2).yaml" in caught.value.text.zh
