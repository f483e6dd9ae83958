"""What runs has a chart, is shown, and says what the wall must say."""

from datetime import date
from typing import Any

import pytest

from powerlist.model.basis import LegalBasis
from powerlist.model.duty import Duty
from powerlist.model.entity import Entity
from powerlist.model.limits import TimeLimit
from powerlist.model.organisation import Unit
from powerlist.model.oversight import Oversight, Publication
from powerlist.model.power import Fee, Power, SubItem
from powerlist.model.process import Process, Step
from tests.rules.bureau import bureau, register
from tests.rules.reading import checked, keys

LINE = "start acceptance decision end"
DUTY = Duty(id="d", power="w", text="受理")


def chart(*more: Entity, **fields: Any) -> list[str]:
    """The findings of C05 on a second power `v`, beside one that has its chart."""
    other = Power(**{"id": "v", "name": "乙", "type": "licence", **fields})
    duty = Duty(id="dv", power="v", text="责任")
    return keys(bureau(LINE, DUTY, duty, other, *more), "C05")


def test_a_power_without_a_current_chart_is_told() -> None:
    assert chart() == ["C05@v"]
    step = Step(id="s", process="q", name="受理")
    assert not chart(Process(id="q", name="流程", powers=("v",)), step)
    for status in ("former", "proposed"):
        assert chart(Process(id="q", name="流程", powers=("v",), status=status), step) == ["C05@v"]
    sub = SubItem(id="sv", power="v", name="子项")
    assert not chart(sub, Process(id="q", name="流程", sub_items=("sv",)), step)


def test_a_chart_that_shows_the_public_nothing_is_none() -> None:
    hidden = Step(id="s", process="q", name="受理", visible=False)
    process = Process(id="q", name="流程", powers=("v",))
    assert chart(process, hidden) == ["C05@v#external"]
    assert not chart(process, hidden, Step(id="t", process="q", name="决定"))


def test_internal_powers_gone_powers_and_powers_without_duties_are_left_out() -> None:
    assert not chart(type="internal")
    assert not chart(disposition="cancel")
    assert chart(type="public_service") == ["C05@v"]
    bare = Power(id="u", name="丙", type="licence")
    assert chart(bare) == ["C05@v"], "C03 tells of the bare one"


def test_many_powers_without_a_chart_are_one_finding_a_unit() -> None:
    def listed(count: int, *more: Any, drawn: bool = True) -> list[str]:
        units = [Unit(id="u", name="审批股"), Unit(id="x", name="监察股")]
        powers = [
            Power(id=f"v{n}", name=f"职权{n}", type="licence", units=("x" if n % 3 else "u",))
            for n in range(count)
        ]
        duties = [Duty(id=f"v{n}.d", power=f"v{n}", text="责任") for n in range(count)]
        things = (*units, *powers, *duties, *more[1:])
        return keys(
            bureau(LINE, DUTY, *things) if drawn else register(*things), *(more[:1] or ("C05", "P01"))
        )

    assert listed(3) == ["C05@v0", "C05@v1", "C05@v2"]
    assert listed(12, drawn=False) == ["P01@authority"]
    assert listed(12) == ["C05@u", "C05@x"], "the first chart leaves one finding a unit, not a dozen"
    assert listed(12, "B01", Publication(id="q", of="w", published_on=date(2025, 1, 1))) == []


def test_the_sentence_on_many_counts_them_and_names_one() -> None:
    powers = [Power(id=f"v{n}", name=f"职权{n}", type="licence") for n in range(11)]
    duties = [Duty(id=f"v{n}.d", power=f"v{n}", text="责任") for n in range(10)]
    bare = Power(id="y", name="没有责任的", type="licence")
    listed = bureau(LINE, DUTY, *powers, *duties, Duty(id="v10.d", power="v10", text="责任"), bare)
    (finding,) = checked(listed, "C05").findings
    assert finding.message.zh == "示例局的11项职权（如“职权0”）没有现行流程图。"
    assert len(finding.witness) == 11


def shown(*publications: Publication, **power: Any) -> list[str]:
    unit = Unit(id="u", name="股")
    some = Publication(id="else", of="elsewhere")
    fields = {"units": ("u",), **power}
    return keys(bureau(LINE, DUTY, unit, some, *publications, power=fields), "B01")


def test_what_counts_as_published() -> None:
    assert shown() == ["B01@w"]
    for of in ("w", "p", "u", "authority"):
        assert not shown(Publication(id="x", of=of, published_on=date(2025, 1, 1)))
    assert shown(Publication(id="x", of="w", published_on=date(2026, 5, 1))) == ["B01@w"]
    assert shown(Publication(id="x", of="w", withdrawn_on=date(2025, 5, 1))) == ["B01@w"]


def test_a_young_or_internal_power_need_not_be_published() -> None:
    assert not shown(valid_from=date(2025, 12, 10))
    assert shown(valid_from=date(2025, 11, 10)) == ["B01@w"]
    assert not shown(type="internal")


def test_a_withheld_power_is_left_to_its_ground() -> None:
    assert not shown(disclosure="withheld")
    assert shown(disclosure="on_request") == ["B01@w"]


@pytest.mark.parametrize("of", ["w", "p", "u", "authority"])
def test_a_change_is_shown_anew_in_twenty_working_days(of: str) -> None:
    old = Publication(id="x", of=of, published_on=date(2025, 9, 1))
    changed = {"changed_on": date(2025, 12, 1)}
    assert shown(old, **changed) == ["B01@w#changed"]
    assert not shown(old, changed_on=date(2025, 12, 4)), "the twentieth working day is 2026-01-02"
    assert not shown(old, changed_on=date(2025, 8, 1))
    anew = Publication(id="y", of="w", published_on=date(2025, 12, 20))
    assert not shown(old, anew, **changed)
    assert not shown(old.with_(published_on=None), **changed), "nobody knows when it was shown"
    assert not shown(old.with_(fingerprint="0" * 64), **changed), "B02 compares the content itself"


def test_the_days_until_it_is_shown_are_working_days() -> None:
    over_new_year = {"day": date(2026, 3, 5)}
    power = {"id": "w", "name": "职权", "type": "licence", "valid_from": date(2026, 1, 30)}
    some = Publication(id="else", of="elsewhere")
    assert not keys(bureau(LINE, DUTY, some, power=power), "B01", **over_new_year)
    assert keys(bureau(LINE, DUTY, some, power=power), "B01", day=date(2026, 3, 10)) == ["B01@w"]


def test_a_list_that_records_no_publication_is_not_checked() -> None:
    assert not keys(bureau(LINE, DUTY), "B01")


WHOLE: dict[str, Any] = {
    "fee": Fee(charged=False),
    "promised_limit": TimeLimit(value=8),
    "oversight_phones": ("12345",),
}


def wall(*more: Entity, **fields: Any) -> list[str]:
    """The sentences of B03 on a power `w`, beside one that says all."""
    full = Power(id="v", name="乙", type="licence", **WHOLE)
    own = Power(**{"id": "w", "name": "职权", "type": "licence", **WHOLE, **fields})
    return [finding.message.zh for finding in checked(register(full, own, *more), "B03").findings]


def test_each_missing_part_is_named() -> None:
    assert not wall()
    assert wall(fee=None) == ["职权“职权”没有写明收费标准。"]
    assert wall(promised_limit=None) == ["职权“职权”没有写明办结时限。"]
    assert wall(fee=None, oversight_phones=()) == ["职权“职权”没有写明收费标准、监督电话。"]


@pytest.mark.parametrize("type", ["penalty", "compulsion", "inspection"])
def test_acts_of_office_owe_neither_fee_nor_limit(type: str) -> None:
    assert not wall(type=type, fee=None, promised_limit=None)
    assert wall(type=type, oversight_phones=()) == ["职权“职权”没有写明监督电话。"]


def test_what_stands_in_for_a_part() -> None:
    assert not wall(promised_limit=None, statutory_limit=TimeLimit(value=20))
    assert not wall(promised_limit=None, item_type="instant")
    assert not wall(LegalBasis(id="b", owner="w", instrument="某法", role="charging"), fee=None)
    hotline = {"oversight_kind": "social", "name": "热线", "phone": "12345"}
    assert not wall(Oversight(id="o", **hotline), oversight_phones=())
    assert not wall(Oversight(id="o", covers=("w",), **hotline), oversight_phones=())
    assert wall(Oversight(id="o", covers=("v",), **hotline), oversight_phones=())
    assert not wall(type="internal", fee=None, promised_limit=None, oversight_phones=())


def test_what_the_whole_list_lacks_is_told_once() -> None:
    powers = [
        Power(id=f"w{n}", name=f"职权{n}", type="licence", promised_limit=TimeLimit(value=8))
        for n in range(9)
    ]
    assert keys(register(*powers), "B03") == ["B03@authority#fee", "B03@authority#phone"]
    bare = [power.with_(promised_limit=None) for power in powers]
    assert keys(register(*bare), "B03") == ["B03@authority"]
