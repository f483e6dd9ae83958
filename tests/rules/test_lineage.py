"""Sub-items of their power, powers of the staffing decree, mergers and divisions."""

from typing import Any

from powerlist.model.basis import LegalBasis
from powerlist.model.organisation import Mandate
from powerlist.model.power import Power, SubItem
from powerlist.model.process import Process
from tests.rules.bureau import register
from tests.rules.reading import checked, keys

LAW = "中华人民共和国民办教育促进法"
ITEM = SubItem(id="i", power="w", name="分立")


def sub_item(of_power: str | None, of_item: str, role: str = "establishing", **power: Any) -> list[str]:
    bases = [LegalBasis(id="b", owner="w", instrument=of_power)] if of_power else []
    bases.append(LegalBasis(id="c", owner="i", instrument=of_item, role=role))
    return keys(register(Power(id="w", name="职权", **power), ITEM, *bases), "D07")


def test_a_sub_item_rests_on_what_its_power_rests_on() -> None:
    assert sub_item(LAW, "商标法") == ["D07@i#wider"]
    assert not sub_item(LAW, "民办教育促进法"), "the short title is the same law"
    assert not sub_item(LAW, "行政许可法", role="procedure")
    assert not sub_item(LAW, "中华人民共和国民办教育促进法实施条例"), "it details the same law"
    assert sub_item(LAW, "民办教育收费办法", role="governing") == ["D07@i#wider"]
    assert not sub_item(None, "商标法"), "the power states its bases at the sub-items"
    assert not sub_item(LAW, "商标法", disposition="cancel")


def test_beside_its_powers_source_a_sub_item_may_have_rules_that_govern_it() -> None:
    def told(role: str) -> list[str]:
        shared = LegalBasis(id="d", owner="i", instrument=LAW)
        more = LegalBasis(id="c", owner="i", instrument="民办学校名称办法", role=role)
        own = LegalBasis(id="b", owner="w", instrument=LAW)
        return keys(register(Power(id="w", name="职权"), ITEM, own, shared, more), "D07")

    assert not told("governing")
    assert told("establishing") == ["D07@i#wider"]


def test_a_sub_item_has_a_power_in_force() -> None:
    gone = Power(id="w", name="职权", disposition="cancel")
    runs = Process(id="p", name="流程", sub_items=("i",))
    assert keys(register(ITEM), "D07") == ["D07@i#orphan"]
    assert not keys(register(ITEM, gone), "D07")
    assert keys(register(ITEM, gone, runs), "D07") == ["D07@i#orphan"]


def mandated(*covered: str, **power: Any) -> list[str]:
    powers = [Power(id=f"w{n}", name=f"职权{n}", type="licence", **power) for n in range(4)]
    return keys(register(*powers, Mandate(id="m", text="负责许可", powers=covered)), "D10")


def test_duties_of_the_decree_and_powers_match() -> None:
    assert not mandated("w0", "w1", "w2", "w3")
    assert mandated("w0", "w1", "w2") == ["D10@w3"]
    assert mandated("w0") == ["D10@authority#powers"]
    assert mandated() == ["D10@authority#powers", "D10@m"]


def test_services_need_no_mandate_and_gone_powers_fulfil_none() -> None:
    service = Power(id="s", name="服务", type="public_service")
    gone = Power(id="g", name="旧职权", type="licence", disposition="cancel")
    assert keys(register(service, gone, Mandate(id="m", text="负责许可", powers=("g",))), "D10") == ["D10@m"]


def line(*powers: dict[str, Any]) -> list[str]:
    things = [Power(id=f"w{n}", name=f"职权{n}", code=f"XK{n}", **fields) for n, fields in enumerate(powers)]
    return keys(register(*things), "D11")


def test_a_predecessor_does_not_run_beside_its_successor() -> None:
    merged = {"disposition": "merge", "predecessors": ("XK1", "XK9")}
    assert line(merged, {}) == ["D11@w0#w1"]
    assert not line(merged, {"disposition": "cancel"})
    assert not line({**merged, "predecessors": ("XK0", "XK9")}), "it kept its code"


def test_parts_of_one_old_power_may_be_merged_into_several() -> None:
    merged = {"disposition": "merge", "predecessors": ("XK8",)}
    assert not line(merged, merged)


def test_only_mergers_and_divisions_come_from_somewhere() -> None:
    known = {"disposition": "merge", "predecessors": ("XK8",)}
    assert line(known, {"disposition": "split"}) == ["D11@w1#from"]
    assert not line(known, {"disposition": "keep"})
    things = register(Power(id="w", name="职权", disposition="merge"))
    assert checked(things, "D11").not_checked


def after(old: list[Power], *new: Power) -> list[str]:
    return keys(register(*new), "D11", previous=register(*old))


def numbered(count: int, first: int = 0) -> list[Power]:
    every = range(first, first + count)
    return [Power(id=f"w{n}", name=f"职权{n}", code=f"XK职权{n}", type="licence") for n in every]


def test_an_old_code_that_nobody_takes_up_is_missed() -> None:
    old = numbered(2)
    heir = Power(id="n", name="合并后", code="XK7", type="licence", disposition="merge")
    assert after(old, old[0], heir.with_(predecessors=("XK职权1",))) == []
    assert after(old, old[0], heir.with_(predecessors=("XK9",))) == ["D11@authority#XK职权1"]
    assert after(old, old[0]) == ["D11@authority#XK职权1"], "no former code on the list at all"
    assert after(old, old[0], old[1].with_(disposition="cancel")) == []
    assert after(old, old[0], old[1].with_(id="other", name="改了名")) == [], "the same code"
    assert after(old, old[0], old[1].with_(id="other", code="XK新编")) == [], "the same name and type"


def test_a_new_power_of_a_similar_name_is_not_the_old_one() -> None:
    old = Power(id="w0", name="民办职业培训学校设立审批", code="XK1", type="licence")
    new = Power(id="v", name="民办职业培训学校变更审批", code="XK2", type="licence")
    assert after([old], new) == ["D11@authority#XK1"]
    assert after([old], new.with_(predecessors=("XK1",))) == []


def test_what_no_longer_ran_before_needs_no_heir() -> None:
    old = numbered(2)
    gone = [old[0], old[1].with_(disposition="cancel")]
    assert after(gone, old[0]) == []
    assert after([old[0], old[1].with_(code="")], old[0]) == []


def test_another_list_altogether_is_one_finding() -> None:
    assert after(numbered(20), *numbered(3, 50)) == ["D11@authority#gone"]
