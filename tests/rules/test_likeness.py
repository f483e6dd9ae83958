"""Duties that are copied, and duties that read like another type's."""

import random

from powerlist.analysis.likeness import grouped, likeness
from powerlist.model.duty import Duty
from powerlist.model.power import Power
from tests.rules.bureau import register
from tests.rules.reading import checked, keys

PHRASE = "按照法定条件和程序对申请材料进行审查，提出初步审查意见。"


def copied(*texts: str, stage: str | None = None, each: int = 1) -> list[str]:
    """What D04 says where each text stands under a power of its own."""
    powers = [Power(id=f"w{n // each}", name=f"职权{n // each}") for n in range(0, len(texts), each)]
    duties = [Duty(id=f"d{n}", power=f"w{n // each}", text=text, stage=stage) for n, text in enumerate(texts)]
    return keys(register(*powers, *duties), "D04")


def test_the_same_text_under_four_powers_is_told_once() -> None:
    assert copied(*[PHRASE] * 4) == ["D04@d0"]
    assert not copied(*[PHRASE] * 3)
    assert not copied(*[PHRASE] * 4, each=2), "two powers say it twice"


def test_nearly_the_same_is_the_same() -> None:
    near = [PHRASE, PHRASE.replace("，", "、"), PHRASE.replace("进行审查", "予以审查"), PHRASE + "其他"]
    assert all(likeness(PHRASE, text) >= 0.7 for text in near)
    assert copied(*near[:2], *near[:2]) == ["D04@d0"]
    assert not copied(PHRASE, "现场核查场地面积和消防设施", "发放补贴到社会保障卡", "听取劳动者的陈述申辩")


def test_short_and_catch_all_duties_are_alike_by_nature() -> None:
    assert not copied(*["受理申请"] * 9)
    assert not copied(*[PHRASE] * 9, stage="other")


def test_a_list_that_is_copied_throughout_is_one_finding() -> None:
    texts = [f"{letter * 4}的条件和程序由本局依照规定办理" for letter in "甲乙丙丁戊己庚" for _ in range(4)]
    assert copied(*texts) == ["D04@authority"]


def test_alike_texts_meet_though_each_is_compared_with_few() -> None:
    dice = random.Random(7)
    letters = "依法审查申请材料受理决定送达监督检查责任人员单位劳动者社会保险就业服务"
    bases = ["".join(dice.choices(letters, k=40)) for _ in range(300)]
    near = [text[:20] + "某" + text[21:] for text in bases]
    groups = [group for group in grouped([*bases, *near], 0.8) if len(group) == 2]
    assert len(groups) > 290
    assert all(likeness(*group) >= 0.8 for group in groups)


def stages(type: str, *keys_: str) -> list[str]:
    duties = [Duty(id=f"d{n}", power="w", text=f"责任{n}", stage=key) for n, key in enumerate(keys_)]
    return [
        one.key for one in checked(register(Power(id="w", name="职权", type=type), *duties), "D08").findings
    ]


def test_a_type_is_known_by_stages_of_its_own() -> None:
    assert stages("penalty", "acceptance", "review", "decision") == ["D08@w"]
    assert not stages("penalty", "acceptance", "investigation", "decision")
    assert stages("public_service", "acceptance", "review", "decision") == ["D08@w"]
    assert not stages("public_service", "acceptance", "review", "decision", "service")
    assert stages("licence", "filing", "review", "decision") == ["D08@w"]
    assert not stages("licence", "acceptance", "review", "decision")
    assert not stages("other", "acceptance", "review", "decision")
