"""JSON texts made in one go are those made one by one, whatever the texts hold."""

import json
from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from powerlist.model.fingerprint import fingerprint
from powerlist.model.texts import json_texts
from tests.model.registers import register as made

encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_NASTY = ['"', "\\", "\n", '},"",{', ']],"",[[', ',"",', "", "\\u0000", "甲"]
texts = st.sampled_from(_NASTY) | st.text(max_size=6)
dicts = st.dictionaries(texts, texts | st.lists(texts) | st.dictionaries(texts, texts) | st.none())


@given(st.lists(dicts))
def test_dicts(values: list[dict[str, object]]) -> None:
    assert json_texts(encode, values, ("{", "}")) == [encode(value) for value in values]


@given(st.lists(st.lists(st.lists(texts, min_size=1), min_size=1)))
def test_lists_of_lists(values: list[list[list[str]]]) -> None:
    assert json_texts(encode, values, ("[[", "]]")) == [encode(value) for value in values]


def test_a_fingerprint_is_that_of_its_rows_one_by_one() -> None:
    """It may never change: stores and files hold it."""
    register = made()
    left_out = {"id", "state", "confirmed_by", "confirmed_on"}
    rows = []
    for entity in register.entities():
        data = entity.model_dump(mode="json", exclude_defaults=True, exclude=left_out)
        text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        rows.append((entity.kind, entity.id, text))
    plain = json.dumps(sorted(rows), ensure_ascii=False, separators=(",", ":"))
    assert fingerprint(register) == sha256(plain.encode()).hexdigest()
