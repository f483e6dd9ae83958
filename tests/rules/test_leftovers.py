"""What is gone stops, and a filing is no licence."""

from typing import Any

from powerlist.model.oversight import Publication
from powerlist.model.power import Power, SubItem
from powerlist.model.process import Process
from tests.rules.bureau import bureau
from tests.rules.reading import keys

LINE = "start acceptance decision end"


def left(code: str, *more: Any, process: dict[str, Any] | None = None, **power: Any) -> list[str]:
    fields = {"disposition": "cancel", **power}
    return keys(bureau(LINE, *more, power=fields, process=process), code)


def test_a_gone_power_has_no_current_process_and_no_charge() -> None:
    assert left("L10") == ["L10@w#process"]
    assert left("L10", process={"status": "former"}, fee={"charged": True}) == ["L10@w#fee"]
    assert not left("L10", disposition="keep", fee={"charged": True})
    assert left("L10", disposition="keep", valid_to="2025-12-31") == ["L10@w#process"]


def test_a_process_shared_with_a_power_in_force_or_its_sub_items_is_left_out() -> None:
    other = Power(id="v", name="乙", type="licence")
    assert not left("L10", other, process={"powers": ("w", "v")})
    assert not left("L10", other, SubItem(id="s", power="v", name="子项"), process={"sub_items": ("s",)})


def shown(of: str = "w", *more: Any, **fields: Any) -> list[str]:
    one = Publication(**{"id": "wall", "of": of, "published_on": "2025-01-01", **fields})
    return left("B08", one, *more)


def test_a_gone_power_and_its_process_are_taken_off_the_wall() -> None:
    assert shown() == shown("p") == ["B08@wall"]
    assert not shown(withdrawn_on="2025-12-31")
    assert shown(withdrawn_on="2026-03-01") == ["B08@wall"]
    assert not left("B08", Publication(id="wall", of="w"), disposition="keep")


def test_a_process_that_also_runs_a_power_in_force_may_stay_on_the_wall() -> None:
    other = Process(id="q", name="共用", powers=("w", "v"))
    assert not shown("q", Power(id="v", name="乙", type="licence"), other)


def filed(*, refusal: str = "不予备案", grant: str = "备案", line: str = "", **power: Any) -> list[str]:
    ways = line or "start acceptance decision filed? delivery end; filed? delivery2 end"
    flows = {"filed?>delivery": {"condition": grant}, "filed?>delivery2": {"condition": refusal}}
    fields = {"name": "人力资源服务备案", "type": "other", "counterparties": ("企业",), **power}
    return keys(bureau(ways, power=fields, flows=flows), "L11")


def test_a_filing_that_can_be_refused_is_told() -> None:
    assert filed() == ["L11@w"]
    assert not filed(refusal="信息更正")


def test_licences_other_names_and_matters_of_state_bodies_are_left_out() -> None:
    assert not filed(type="licence")
    assert not filed(name="投诉处理")
    assert not filed(counterparties=("事业单位",))
    assert filed(counterparties=("事业单位", "企业")) == ["L11@w"]


def test_turning_an_application_away_is_no_refusal() -> None:
    assert not filed(refusal="不予受理")
    early = "start acceptance filed? decision delivery end; filed? delivery2 end; filed? delivery"
    assert not filed(line=early)
