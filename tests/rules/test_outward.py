"""The chart for outsiders beside the inner one, and files that were edited."""

from datetime import date
from typing import Any

from powerlist.model.oversight import Publication
from powerlist.model.power import Power
from powerlist.model.process import Flow, Process, Step
from powerlist.model.register import Register
from tests.rules.bureau import bureau, register
from tests.rules.reading import keys

HIDDEN: dict[str, Any] = {"visible": False}
WAY = "start acceptance review delivery end"


def marked(power: str = "licence", **steps: dict[str, Any]) -> list[str]:
    return keys(bureau(WAY, steps=steps, power={"type": power}), "D06")


def test_outsiders_see_something_and_the_result() -> None:
    assert not marked()
    assert not marked(review=HIDDEN)
    assert marked(delivery=HIDDEN) == ["D06@p#delivery"]
    assert marked(acceptance=HIDDEN, review=HIDDEN, delivery=HIDDEN) == ["D06@p#all"]
    assert marked(review={**HIDDEN, "external_name": "审核"}) == ["D06@p#named"]


def test_one_way_in_which_outsiders_learn_the_result_is_enough() -> None:
    ways = "start acceptance review delivery delivery2 end"
    assert not keys(bureau(ways, steps={"delivery2": HIDDEN}), "D06"), "passed on inside as well"
    two = "start review full? delivery end; full? delivery2 end2"
    assert keys(bureau(two, steps={"delivery2": HIDDEN}), "D06") == ["D06@p#delivery"], "one way ends unseen"
    assert keys(bureau(ways, steps={"delivery": HIDDEN, "delivery2": HIDDEN}), "D06") == ["D06@p#delivery"]


def test_internal_powers_are_not_shown() -> None:
    assert not marked("internal", delivery=HIDDEN)


def outer(*names: str, variant: str = "外部流程") -> list[str]:
    """What D06 says where a chart for outsiders has these steps in this order."""
    inner = bureau(
        WAY + "; review acceptance", steps={"review": HIDDEN, "delivery": {"external_name": "取证"}}
    )
    process = Process(id="x", name="对外的图", powers=("w",), variant=variant)
    steps = [Step(id=f"x{n}", process="x", name=name) for n, name in enumerate(names)]
    flows = [Flow(id=f"f{n}", process="x", source=f"x{n}", target=f"x{n + 1}") for n in range(len(names) - 1)]
    return keys(inner.with_(process, *steps, *flows), "D06")


def test_the_outer_chart_is_the_inner_one_without_its_hidden_steps() -> None:
    assert not outer("acceptance", "取证")
    assert outer("acceptance") == ["D06@x#lacks"]
    assert outer("acceptance", "review", "取证") == ["D06@x#adds"]
    assert outer("取证", "acceptance") == ["D06@x#x0-x1"]


def test_a_second_procedure_is_no_outer_chart() -> None:
    assert not outer("acceptance", variant="简易程序")


def file(issued: str, now: str, **more: Any) -> Register:
    shown = Publication(id="s", of="w", channel="公示栏", issued_hash=issued, file_hash=now, **more)
    known = Publication(id="k", of="w", issued_hash="1", file_hash="1")
    return register(Power(id="w", name="职权"), shown, known)


def test_a_file_on_show_is_the_one_that_was_issued() -> None:
    assert keys(file("a", "b"), "D09") == ["D09@s"]
    assert not keys(file("a", "a"), "D09")
    assert not keys(file("a", ""), "D09")
    assert not keys(file("a", "b", withdrawn_on=date(2025, 12, 31)), "D09")
