"""Each type takes its own road; powers that share a road share a process."""

import pytest

from powerlist.graph import PowerGraph
from powerlist.model.basis import LegalBasis
from powerlist.model.codes import GatewayKind, PowerType
from powerlist.model.power import Column
from tests.drafting.bureau import drafted, power, process_of, steps


def stages(text: str) -> tuple[Column, ...]:
    return (Column(heading="办理阶段", text=text),)


def names(graph: PowerGraph, variant: str = "一般程序", id: str = "w") -> set[str]:
    return set(steps(graph, process_of(graph, variant, id)))


def test_a_licence_is_accepted_reviewed_decided_and_delivered_and_may_be_refused() -> None:
    graph = drafted(power())
    process = process_of(graph)
    assert {"受理", "书面审查", "审核", "作出决定", "颁发送达", "送达不予许可决定", "事后监管"} <= names(
        graph
    )
    (loop,) = [flow for flow in graph.flows_of(process) if flow.informs_once]
    assert graph.register[loop.source].title == "一次性告知补正"
    assert graph.register[loop.target].title == "受理"


def test_a_penalty_has_the_simplified_procedure_beside_the_general_one() -> None:
    graph = drafted(power("penalty", name="对无证采砂的处罚"))
    assert {"立案审批", "调查取证", "处罚告知", "法制审核", "集体讨论", "处罚决定"} <= names(graph)
    assert {"亮证查明事实", "当场告知申辩", "当场处罚决定"} <= names(graph, "简易程序")


def test_wide_discretion_leaves_no_room_for_the_simplified_procedure() -> None:
    graph = drafted(power("penalty", discretion=3))
    assert [process.variant for process in graph.processes] == ["一般程序"]


def test_what_the_list_says_of_its_stages_shapes_the_road() -> None:
    plain = drafted(power(columns=stages("受理>审查>决定>送达")))
    visited = drafted(power(columns=stages("受理>审查>现场核查>专家评审>决定>送达")))
    assert names(visited) - names(plain) == {"现场核查", "专家评审"}


def test_supporting_units_examine_at_the_same_time() -> None:
    graph = drafted(power(supporting_units=("U2",)))
    bars = [g for g in graph.gateways_of(process_of(graph)) if g.gateway_kind is GatewayKind.PARALLEL]
    assert len(bars) == 2
    assert "相关科室会签" in names(graph)


def test_what_is_done_at_once_takes_one_window() -> None:
    graph = drafted(power("confirmation", item_type="instant", promised_limit="1个工作日"))
    process = process_of(graph, "即办件")
    limits = {step.limit.value for step in graph.steps_of(process) if step.limit}
    posts = {step.post for step in graph.steps_of(process) if step.stage != "supervision"} - {None}
    assert limits == {0}
    assert posts == {"window"}


@pytest.mark.parametrize(
    ("name", "variant"),
    [("加处罚款", "强制执行"), ("查封场所", "强制措施")],
)
def test_compulsion_is_a_measure_or_an_enforcement(name: str, variant: str) -> None:
    graph = drafted(power("compulsion", name=name, promised_limit=None))
    assert process_of(graph, variant)


@pytest.mark.parametrize(
    ("name", "variant"),
    [
        ("采砂合同备案", "备案"),
        ("职称材料审核转报", "审核转报"),
        ("采砂规划审查", "一般程序"),
    ],
)
def test_other_powers_go_the_way_their_name_says(name: str, variant: str) -> None:
    assert process_of(drafted(power("other", name=name)), variant)


def test_powers_that_share_a_road_share_one_process() -> None:
    graph = drafted(*(power(id=f"w{n}", name=f"许可{n}") for n in range(3)))
    (process,) = graph.processes
    assert process.powers == ("w0", "w1", "w2")
    accept = steps(graph, process)["受理"]
    assert {graph.register[id].power for id in accept.duties} == {"w0", "w1", "w2"}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "other",
    [
        {"units": ("U2",)},
        {"columns": stages("受理>审查>听证>决定")},
        {"item_type": "instant"},
    ],
    ids=["another unit", "special steps", "done at once"],
)
def test_another_road_is_another_process(other: dict[str, object]) -> None:
    graph = drafted(power(), power(id="v", name="取水许可", **other))
    assert len(graph.processes) == 2


def test_the_clock_stops_only_where_a_basis_of_the_power_says_so() -> None:
    heard = power(columns=stages("受理>审查>听证>决定"))
    clause = LegalBasis(id="b", owner="w", role="limit", instrument="中华人民共和国行政许可法", article=45)
    running, stopped = drafted(heard), drafted(heard, clause)
    assert not steps(running, process_of(running))["听证"].clock_stops
    hearing = steps(stopped, process_of(stopped))["听证"]
    assert hearing.clock_stops
    assert [basis.title for basis in stopped.bases_of(hearing)] == ["《中华人民共和国行政许可法》第45条"]


def test_a_column_that_says_the_clock_does_not_stop_is_believed() -> None:
    said = "听证({}停钟:《中华人民共和国行政许可法》第45条)"
    for word, stops in (("", True), ("不", False)):
        column = Column(heading="特别程序", text=said.format(word))
        graph = drafted(power(columns=(*stages("受理>审查>听证"), column)))
        assert steps(graph, process_of(graph))["听证"].clock_stops is stops


@pytest.mark.parametrize("type", sorted(PowerType), ids=str)
def test_every_type_gets_duties_a_process_and_risks(type: PowerType) -> None:
    graph = drafted(power(type))
    (one,) = graph.powers
    assert graph.processes_of(one)
    assert graph.duties_of(one)
    assert graph.risks_of(one)
    assert all(graph.controls_of(risk) for risk in graph.risks)


def test_a_power_that_is_gone_or_of_no_known_type_is_left_alone() -> None:
    graph = drafted(power(disposition="cancel"), power(id="v", type=None))
    assert not graph.processes
    assert not graph.duties
