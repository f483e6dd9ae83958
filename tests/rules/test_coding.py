"""Codes: national ones are proved, local ones only compared with each other."""

from powerlist.formats import read
from powerlist.model.organisation import Authority
from powerlist.model.power import Power
from powerlist.model.register import Register
from powerlist.resources import data_folder
from tests.rules.bureau import register
from tests.rules.reading import checked, keys

BODY = "11450721MB15580811"
BASIC = "000114001000"


def listed(*codes: str, body: str = "", **power: object) -> Register:
    powers = [
        Power(**{"id": f"w{n}", "name": f"职权{n}", "code": code, "type": "licence", **power})  # type: ignore[arg-type]
        for n, code in enumerate(codes)
    ]
    return register(*powers).with_(Authority(id="authority", name="示例局", code=body))


def told(*codes: str, body: str = "", **power: object) -> list[str]:
    return keys(listed(*codes, body=body, **power), "D01")


def test_sound_national_codes_are_silent_with_spaces_and_hyphens_too() -> None:
    assert not told(BASIC, f"{BODY}4{BASIC}", f"{BODY}4{BASIC}01")
    assert not told(f"{BODY} 4 0001-14002-000")


def test_a_slip_in_a_long_code_is_told_with_the_right_digit() -> None:
    wrong = f"{BODY[:-1]}24{BASIC}"
    (finding,) = checked(listed(wrong), "D01").findings
    assert finding.key == "D01@w0#form"
    assert "校验码是“2”" in finding.message.zh
    assert "must be “1”" in finding.message.en


def test_the_type_of_the_code_is_that_of_the_power() -> None:
    assert told(BASIC, type="penalty") == ["D01@w0#type"]
    assert told(f"{BODY}4{BASIC}", type="penalty") == ["D01@w0#type"]
    assert not told("002114001000", type="penalty"), "21 stands for no type of power"
    assert not told(BASIC, type=None), "the list does not say the type"
    assert not told(BASIC, type="internal")
    (finding,) = checked(listed(BASIC, type="penalty"), "D01").findings
    assert "按编码是行政许可，清单上是行政处罚" in finding.message.zh


def test_the_body_in_a_code_is_the_authority_itself() -> None:
    own = "114507210081153718"
    assert told(f"{BODY}4{BASIC}", body=own) == ["D01@w0#body"]
    assert not told(f"{BODY}4{BASIC}", body=BODY)
    assert not told(f"{BODY}4{BASIC}", body=f"{BODY[:8]} {BODY[8:]}")
    assert not told(f"{BODY}4{BASIC}"), "the list does not say who it is"
    assert not told(f"{BODY}4{BASIC}", body=own, exercised_by="示例镇人民政府")
    assert told(f"{BODY}4{BASIC}", body=own, exercised_by="示例局") == ["D01@w0#body"]
    (finding,) = checked(listed(f"{BODY}4{BASIC}", body=own), "D01").findings
    assert f"按编码实施主体是{BODY}，本单位是{own}" in finding.message.zh


def test_the_level_in_a_code_is_that_of_the_power() -> None:
    assert told(f"{BODY}4{BASIC}", exercise_level="3") == ["D01@w0#level"]
    assert not told(f"{BODY}4{BASIC}", exercise_level="4")
    assert not told(BASIC, exercise_level="3"), "a basic code names no level"
    assert not told(f"{BODY}4{BASIC}", exercise_level="5", disposition="entrust")
    assert not told(f"{BODY}4{BASIC}", exercise_level="5", exercised_by="示例镇人民政府")


def test_where_most_codes_are_national_the_others_must_be() -> None:
    others = "000114002000", "000114003000"
    assert told(BASIC, *others, "00011400400") == ["D01@w3#form"]
    assert told(BASIC, *others, "009914004000") == ["D01@w3#form"]
    assert not told(BASIC, "520001", "520002"), "one in three may be by chance"


def test_local_codes_are_not_judged() -> None:
    assert not told("DM0114001000", "DM0114002000")
    assert not told("A1234567", "B1234568")
    assert not told("529914001001", "529914001002"), "twelve digits may be a local scheme"
    assert not told("JX-ZJ-2024-01", "无", "")
    assert not told(BASIC, "000114002000", "000114003000", "A1234567"), "a known local form among them"


def test_one_code_of_two_powers_is_one_finding() -> None:
    (finding,) = checked(listed("DM0114001000", "DM 0114-001000", "dm0114001000"), "D01").findings
    assert finding.key == "D01@w0#twice"
    assert [one.id for one in finding.witness] == ["w1", "w2"]
    assert "“职权1”等2项" in finding.message.zh
    assert not told("1", "1", "无", "无"), "numbers and words are no codes"
    assert not told("DM0114001000", "DM0114001000", disposition="cancel")


def test_the_code_of_the_authority_is_proved() -> None:
    assert not told(body=BODY)
    assert not told(body="D2143569-X"), "an organisation code"
    assert not told(body="待定")
    assert told(body=BODY[:-1] + "2") == ["D01@authority#form"]
    assert told(body=BODY[:-1]) == ["D01@authority#form"]


def test_the_two_powers_that_share_a_code_in_the_messy_list_are_found() -> None:
    messy = read([data_folder() / "demo" / "messy.xls"]).register
    (finding,) = checked(messy, "D01").findings
    assert str(finding.source) == "messy.xls:便民服务!B7"
    assert "社会保险关系转移接续" in finding.message.zh
