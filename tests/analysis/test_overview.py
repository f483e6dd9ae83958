"""The register in numbers, and whose a thing is."""

import pytest

from powerlist.analysis.belonging import Belonging
from powerlist.analysis.overview import overview
from powerlist.analysis.promises import promises
from powerlist.graph import PowerGraph
from powerlist.model.codes import Disposition
from powerlist.model.limits import TimeLimit, TimeUnit
from powerlist.model.organisation import Unit
from powerlist.model.register import Register
from powerlist.model.risk import RiskPoint
from tests.model.registers import register, with_flow


def whole() -> Register:
    """Three powers; the first has a flow with one high risk and is handled by another unit."""
    plain = with_flow(register())
    first = plain.powers[0].with_(units=("U2",))
    return plain.with_(first, Unit(id="U2", name="法规股"))


def limited(law: float, promise: float | None, unit: TimeUnit = TimeUnit.WORKING_DAY) -> dict[str, object]:
    promised = None if promise is None else TimeLimit(value=promise, unit=unit)
    return {"statutory_limit": TimeLimit(value=law), "promised_limit": promised}


def test_a_cancelled_power_counts_no_more() -> None:
    plain = whole()
    last = plain.powers[2].with_(disposition=Disposition.CANCEL)
    counted = overview(PowerGraph(plain.with_(last)))
    assert (counted.running, len(counted.lines), counted.duties, counted.without_process) == (2, 3, 6, 1)
    assert sum(counted.types.values()) == 2


def test_a_duty_without_a_performing_post_is_unassigned() -> None:
    plain = whole()
    counted = overview(PowerGraph(plain.without([plain.assignments[0].id])))
    assert counted.unassigned == 1
    assert [line.unassigned for line in counted.lines] == [1, 0, 0]


def test_a_risk_counts_for_the_unit_of_its_post() -> None:
    assert overview(PowerGraph(whole())).risks == {("U1", 3): 1}


def test_a_risk_without_a_post_counts_for_the_handling_unit() -> None:
    plain = whole()
    assert overview(PowerGraph(plain.with_(plain.steps[0].with_(post=None)))).risks == {("U2", 3): 1}


def test_a_risk_of_nobody_is_not_lost() -> None:
    plain = whole()
    alone = plain.with_(plain.steps[0].with_(post=None), plain.powers[0].with_(units=()))
    assert overview(PowerGraph(alone)).risks == {(None, 3): 1}


def test_a_line_knows_the_gravest_risk_of_its_power() -> None:
    lines = overview(PowerGraph(whole())).lines
    told = [(line.rank, dict(line.risks), line.processes) for line in lines]
    assert told == [(3, {("U1", 3): 1}, 1), (None, {}, 0), (None, {}, 0)]


def test_the_promise_ratio_is_the_mean_of_the_quotients() -> None:
    plain = register()
    limits = (limited(20, 10), limited(30, 30), limited(20, None))
    powers = [power.with_(**limit) for power, limit in zip(plain.powers, limits, strict=True)]
    found = promises(PowerGraph(plain.with_(*powers)))
    assert found.ratio == pytest.approx(0.75)
    assert (found.counted, found.longer, found.without) == (2, 0, 1)


def test_limits_in_other_units_are_compared_by_days() -> None:
    plain = register(names=("采矿许可",))
    power = plain.powers[0].with_(**limited(20, 56, TimeUnit.CALENDAR_DAY))
    found = promises(PowerGraph(plain.with_(power)))
    assert found.ratio == pytest.approx(2.0)
    assert found.longer == 1


def test_no_limits_have_no_ratio() -> None:
    assert promises(PowerGraph(register())).ratio is None


def test_a_shared_process_belongs_to_all_its_powers() -> None:
    plain = whole()
    process = plain.processes[0].with_(powers=tuple(power.id for power in plain.powers))
    plain = plain.with_(process)
    belonging = Belonging(PowerGraph(plain))
    assert belonging.powers_of(plain.flows[0]) == plain.powers
    assert belonging.powers_of(plain.controls[0]) == plain.powers
    only = RiskPoint(id="r2", step="R.s1", power=plain.powers[1].id, event="以权谋私")
    assert Belonging(PowerGraph(plain.with_(only))).powers_of(only) == (plain.powers[1],)


def test_a_post_has_a_unit_and_no_power() -> None:
    plain = whole()
    belonging = Belonging(PowerGraph(plain))
    assert belonging.powers_of(plain.posts[0]) == ()
    assert [unit.id for unit in belonging.units_of(plain.posts[0])] == ["U1"]
    assert [unit.id for unit in belonging.units_of(plain.units[1])] == ["U2"]


def test_the_box_of_a_risk_is_its_step() -> None:
    plain = whole()
    belonging = Belonging(PowerGraph(plain))
    assert belonging.node_of(plain.controls[0]) == plain.steps[0]
    assert belonging.process_of(plain.controls[0]) == plain.processes[0]
    assert belonging.node_of(plain.powers[0]) is None


def test_the_types_stand_in_the_order_of_the_law() -> None:
    plain = register()
    kinds = ("internal", None, "licence")
    powers = [power.with_(type=kind) for power, kind in zip(plain.powers, kinds, strict=True)]
    types = overview(PowerGraph(plain.with_(*powers))).types
    assert [type and type.value for type in types] == ["licence", "internal", None]


def test_an_empty_register_has_only_zeros() -> None:
    counted = overview(PowerGraph(register(names=())))
    assert (counted.running, counted.duties, counted.risks, dict(counted.types)) == (0, 0, {}, {})
