"""From a word to a store."""

import pytest

from powerlist.errors import UsageError
from powerlist.stores import open_store, register_id
from tests.stores.contract import OTHER, SMALL


@pytest.mark.parametrize("url", ["", "folder:", "sqlite:", "mysql://x", "bureau.yaml", "http://x"])
def test_a_word_that_names_no_store_is_told_what_does(url: str) -> None:
    with pytest.raises(UsageError, match="可用：folder:文件夹 sqlite:文件 neo4j://主机"):
        open_store(url)


def test_ids_of_registers_come_from_code_or_name() -> None:
    assert register_id(OTHER) == "11450000MB0000000X"
    assert register_id(SMALL).startswith("register-")
