"""The list beside others: powers of one name, and the catalogue that all follow."""

from typing import Any

from powerlist.model.basis import LegalBasis
from powerlist.model.organisation import Authority
from powerlist.model.power import Power
from powerlist.model.register import Register
from tests.rules.bureau import register
from tests.rules.reading import checked, keys


def listed(name: str, *powers: Power, catalogue: bool = False, law: str = "") -> Register:
    """The list of an authority whose powers rest on one law."""
    bases = [LegalBasis(id=f"b{n}", owner=power.id, instrument=law) for n, power in enumerate(powers)]
    found = register(*powers, *(bases if law else []))
    return found.with_(Authority(id="authority", name=name, catalogue=catalogue))


def power(id: str = "w", name: str = "企业年金方案备案", **fields: Any) -> Power:
    return Power(**{"id": id, "name": name, "type": "other", **fields})


def namesakes(
    mine: Power, theirs: Power, *, laws: tuple[str, str] = ("", ""), name: str = "医保局"
) -> list[str]:
    own, other = listed("人社局", mine, law=laws[0]), listed(name, theirs, law=laws[1])
    return keys(own, "D03", beside=[other])


def test_powers_of_one_name_agree_in_type_source_and_level() -> None:
    assert not namesakes(power(), power())
    assert namesakes(power(), power(type="confirmation")) == ["D03@w"]
    assert namesakes(power(), power(), laws=("企业年金办法", "社会保险法")) == ["D03@w"]
    assert namesakes(power(exercise_level="4"), power(exercise_level="5")) == ["D03@w"]


def test_the_sentence_says_what_either_list_has() -> None:
    own = listed("人社局", power(exercise_level="4"), law="《企业年金办法》")
    other = listed("医保局", power(type="confirmation", exercise_level="5"), law="社会保险法")
    (found,) = checked(own, "D03", beside=[other]).findings
    assert "职权类型本单位是其他行政权力，对方是行政确认" in found.message.zh
    assert "设定依据本单位是《企业年金办法》，对方是《社会保险法》" in found.message.zh
    assert "行使层级本单位是县级，对方是乡级" in found.message.zh


def test_what_one_list_leaves_out_is_not_compared() -> None:
    assert not namesakes(power(), power(type=None))
    assert not namesakes(power(), power(), laws=("企业年金办法", ""))
    assert not namesakes(power(), power(), laws=("社会保险法", "《中华人民共和国社会保险法》"))
    divided = power(exercise_level="5", exercise_scope="受理和初审")
    assert not namesakes(power(exercise_level="4"), divided)


def test_services_gone_powers_and_the_own_list_are_no_namesakes() -> None:
    other = power(type="confirmation")
    assert not namesakes(power(type="public_service"), other)
    assert not namesakes(power(), other.with_(disposition="cancel"))
    assert not namesakes(power(), other, name="人社局")


def test_a_catalogue_is_no_neighbour() -> None:
    catalogue = listed("通用目录", power(type="confirmation"), catalogue=True)
    report = checked(listed("人社局", power()), "D03", beside=[catalogue])
    assert not report.findings
    assert report.not_checked
    basis = LegalBasis(id="b", owner="w", instrument="社会保险法", article=88)
    theirs = listed("通用目录", power(name="别的名称"), catalogue=True).with_(basis)
    assert not keys(listed("人社局", power()).with_(basis), "D02", beside=[theirs])


def catalogued(*mine: Power, theirs: list[Power]) -> list[str]:
    return keys(listed("人社局", *mine), "D12", beside=[listed("通用目录", *theirs, catalogue=True)])


def test_the_same_code_or_name_is_the_same_matter() -> None:
    theirs = [power("a", "甲"), power("b", "乙", code="XK 02")]
    assert not catalogued(power("x", "甲"), power("y", "改了名称", code="XK02"), theirs=theirs)
    assert catalogued(power("x", "甲"), theirs=theirs) == ["D12@authority#XK 02"]
    assert not catalogued(power("x", "甲"), power("y", "乙", disposition="transfer"), theirs=theirs)
    assert catalogued(power("x", "甲"), power("y", "乙"), power("z", "丙"), theirs=theirs) == ["D12@z"]


def test_other_levels_services_and_other_bodies_are_not_missed() -> None:
    mine = [power("x", "甲", exercise_level="4"), power("y", "乙", type="public_service")]
    theirs = [
        power("a", "甲"),
        power("b", "市级的", exercise_level="3"),
        power("c", "服务", type="public_service"),
    ]
    assert not catalogued(*mine, theirs=theirs)
    assert not catalogued(*mine, theirs=[*theirs, *(power(f"o{n}", f"别局{n}") for n in range(2))])


def test_many_are_told_together() -> None:
    mine = [power(f"m{n}", f"共有{n}") for n in range(11)]
    extra = [power(f"x{n}", f"多出{n}") for n in range(11)]
    missing = [power(f"t{n}", f"缺少{n}") for n in range(11)]
    found = catalogued(*mine, *extra, theirs=[*mine, *missing])
    assert found == ["D12@authority#extra", "D12@authority#missing"]
