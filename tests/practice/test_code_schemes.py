"""Codes are read by their scheme: published numbers pass, every slip of the pen is caught and named."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import uscc

from powerlist.model.codes import ExerciseLevel, PowerType
from powerlist.practice.check_digits import credit_digit, organisation_digit
from powerlist.practice.code_schemes import compact, load_code_schemes

SCHEMES = load_code_schemes()
# 公开发布的号码：标准文本的示例，以及政务服务事项公开记录里的主体代码。
PUBLISHED = ("91110000600037341L", "11450721MB15580811", "114507210081153718", "11450721348531435D")
SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def faults(raw: str, scheme: str) -> list[str]:
    return [fault.zh for fault in SCHEMES.read(raw, scheme).faults]


@pytest.mark.parametrize("code", PUBLISHED)
def test_published_credit_codes_pass_and_hold_a_sound_organisation_code(code: str) -> None:
    reading = SCHEMES.read(code, "uscc")
    assert reading.is_sound
    assert SCHEMES.read(reading.parts["organisation"], "organisation").is_sound


def test_the_example_of_the_standard_passes() -> None:
    assert organisation_digit("D2143569") == "X"
    assert SCHEMES.read("D2143569-X", "organisation").code == "D2143569X"


@given(st.text("0123456789", min_size=8, max_size=8), st.text(SIGNS, min_size=9, max_size=9))
def test_the_check_digit_is_the_one_another_library_computes(head: str, body: str) -> None:
    assert credit_digit(head + body) == uscc.calc_check_digit(head + body)


@given(st.sampled_from(PUBLISHED), st.integers(0, 17), st.sampled_from(SIGNS))
def test_every_wrong_letter_is_caught(code: str, place: int, sign: str) -> None:
    wrong = code[:place] + sign + code[place + 1 :]
    assert SCHEMES.read(wrong, "uscc").is_sound is (wrong == code)


@given(st.sampled_from(PUBLISHED), st.integers(0, 16))
def test_every_transposition_is_caught(code: str, place: int) -> None:
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert SCHEMES.read(swapped, "uscc").is_sound is (swapped == code)


@given(st.text(SIGNS, min_size=8, max_size=8), st.integers(0, 6))
def test_organisation_codes_catch_transpositions_too(first: str, place: int) -> None:
    code = first + organisation_digit(first)
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    alike = (int(code[place], 36) - int(code[place + 1], 36)) % 11 == 0  # 模11的校验分不清相差11的两位
    assert SCHEMES.read(swapped, "organisation").is_sound is alike


def test_each_fault_says_what_is_wrong() -> None:
    assert faults("9111000060003734", "uscc") == ["统一社会信用代码应为18位，这里是16位"]
    assert faults("9111000060003734IL", "uscc") == ["统一社会信用代码不使用“I”（第17位）"]
    assert faults("911100006000373410", "uscc") == ["统一社会信用代码的校验码是“0”，按前17位计算应为“L”"]
    assert faults("911A0000600037341L", "uscc") == ["不符合统一社会信用代码的结构"]
    assert faults("990000", "region") == ["行政区划代码中没有“99”（省级代码）"]
    assert SCHEMES.read("99", "region").faults[0].en == "Region code: 2 signs instead of 6"


def test_spaces_are_stripped_and_the_raw_code_is_kept() -> None:
    reading = SCHEMES.read(" 9111 0000-6000 37341l ", "uscc")
    assert reading.is_sound
    assert (reading.raw, reading.code) == (" 9111 0000-6000 37341l ", "91110000600037341L")
    assert compact("９１１１") == "9111"
    assert compact("\ufeff9111\u200b0000\u2060") == "91110000"


def test_an_implementation_code_tells_body_level_and_type() -> None:
    reading = SCHEMES.recognised("11450721MB15580811 4 000104002000")
    assert reading
    assert reading.scheme.key == "implementation"
    assert reading.is_sound
    assert reading.parts["body"] == "11450721MB15580811"
    assert SCHEMES.type_of(reading) is PowerType.LICENCE
    assert SCHEMES.level_of(reading) is ExerciseLevel.COUNTY


def test_a_wrong_part_of_a_long_code_is_named() -> None:
    assert faults("11450721MB155808127000104002000", "implementation") == [
        "实施编码中没有“7”（行使层级）",
        "统一社会信用代码的校验码是“2”，按前17位计算应为“1”",
    ]
    assert faults("007704002000", "basic") == ["基本编码中没有“77”（事项类型）"]


@pytest.mark.parametrize("code", ["000104002000", "452004020000", "001033002000", "442199806003"])
def test_published_basic_codes_pass(code: str) -> None:
    reading = SCHEMES.recognised(code)
    assert reading
    assert (reading.scheme.key, reading.is_sound) == ("basic", True)


@pytest.mark.parametrize(
    ("code", "scheme"),
    [
        ("11450721MB15580811400010400200001", "handling"),
        ("XK0010100Y", "db52_basic"),
        ("450721-010-XK-001-00", "region_department"),
        ("C1900100", "letter_seven"),
        ("1500-A-00100-450700", "letter_middle"),
        ("许可-00001-001", "word_first"),
    ],
)
def test_local_codes_are_recognised(code: str, scheme: str) -> None:
    reading = SCHEMES.recognised(code)
    assert reading
    assert (reading.scheme.key, reading.faults) == (scheme, ())


def test_a_code_of_no_scheme_is_unknown_and_not_wrong() -> None:
    assert SCHEMES.recognised("DM0114001000") is None
    assert SCHEMES.recognised("") is None


def test_a_province_adds_its_scheme_as_a_file(tmp_path: Path) -> None:
    data = {
        "schemes": {
            "own": {
                "zh": "本地编码",
                "en": "own code",
                "of": "power",
                "standard": "本地",
                "length": [12],
                "pattern": r"DM(?P<type>\d{2})(?P<item>\d{8})",
            }
        },
        "values": {},
        "types": {"01": "licence"},
    }
    (tmp_path / "code_schemes.yaml").write_text(yaml.safe_dump(data), encoding="utf-8")
    reading = load_code_schemes(tmp_path).recognised("DM0114001000")
    assert reading
    assert load_code_schemes(tmp_path).type_of(reading) is PowerType.LICENCE
