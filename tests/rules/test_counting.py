"""Declared counts and running numbers."""

from typing import Any

from powerlist.model.organisation import Authority
from powerlist.model.power import Power
from powerlist.model.register import Register
from tests.rules.bureau import register
from tests.rules.reading import keys


def numbered(*numbers: str, **fields: list[Any]) -> Register:
    """Powers with these numbers; `fields` hold one value for each."""
    rows = [{name: values[place] for name, values in fields.items()} for place in range(len(numbers))]
    return register(
        *(
            Power(id=f"w{n}", name=f"职权{n}", number=number, **row)
            for n, (number, row) in enumerate(zip(numbers, rows, strict=True))
        )
    )


def declared(register: Register, **counts: int) -> list[str]:
    own = tuple({"of": of, "count": count} for of, count in counts.items())
    changed = register.with_(Authority(id="authority", name="示例局", declared=own))
    return keys(changed, "C09")


def test_numbers_may_start_anew_in_each_type_or_unit() -> None:
    twice = ["1", "2", "3", "1", "2", "3"]
    assert not keys(numbered(*twice, type=["licence"] * 3 + ["penalty"] * 3), "C09")
    assert not keys(numbered(*twice, units=[("a",)] * 3 + [("b",)] * 3), "C09")


def test_one_number_on_two_rows_and_one_left_out_are_told() -> None:
    ten = [str(n) for n in range(1, 11)]
    assert not keys(numbered(*ten), "C09")
    assert keys(numbered(*ten, "10"), "C09") == ["C09@w10"]
    assert keys(numbered(*ten[:4], *ten[5:]), "C09") == ["C09@authority#gaps"]


def test_an_excerpt_and_numbers_of_another_kind_are_left_alone() -> None:
    assert not keys(numbered("1", "7", "30", "41"), "C09")
    assert not keys(numbered("3", "3", "3", "3", "4"), "C09"), "these numbers count something else"
    assert not keys(numbered("一", "二", "二", "1-1"), "C09")
    assert not keys(numbered("9" * 400, "1", "2"), "C09")


def test_a_declared_count_may_leave_out_what_is_gone_and_what_is_internal() -> None:
    listed = numbered(
        "", "", "", type=["licence", "licence", "internal"], disposition=["keep", "transfer", "keep"]
    )
    assert not declared(listed, 行政许可=2, 合计=3)
    assert not declared(listed, licence=1, 合计=2)
    assert not declared(listed, 合计=1)
    assert declared(listed, 行政许可=3) == ["C09@authority#行政许可"]
    assert declared(listed, 行政处罚=1) == ["C09@authority#行政处罚"]
