"""What a power says about its road: the stages it names, whether it is done at once, who supports it."""

import re

from powerlist.graph import PowerGraph
from powerlist.model.codes import ItemType
from powerlist.model.identity import squeezed
from powerlist.model.power import Power
from powerlist.practice import StageCatalogue
from powerlist.practice.templates import MONEY, ClausePlan, NodePlan, OrganisationPlan, RoadPlan, TypePlan

_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
_BETWEEN = re.compile(r"[>→、;；,，\n]+")
_WIDE = 3  # 裁量空间最大的一档：不适用简易程序


def features_of(
    graph: PowerGraph, power: Power, plan: TypePlan, stages: StageCatalogue, organisation: OrganisationPlan
) -> frozenset[str]:
    """The features of a power under its type; those that are usual where it says nothing."""
    told = _stages_told(graph, power, stages, organisation)
    shown = {
        name
        for name, feature in plan.features.items()
        if told.intersection(feature.stages) or any(word in power.name for word in feature.words)
    }
    return frozenset((shown if told else shown | set(plan.usual)) | _marks(power))


def roads_of(plan: TypePlan, features: frozenset[str]) -> dict[str, RoadPlan]:
    """The roads of a type that a power with these features takes."""
    return {
        key: road
        for key, road in plan.roads.items()
        if features.issuperset(road.when) and features.isdisjoint(road.unless)
    }


def nodes_of(road: RoadPlan, features: frozenset[str]) -> dict[str, NodePlan]:
    """The nodes of a road that are there with these features."""
    return {key: node for key, node in road.nodes.items() if node.when is None or node.when in features}


def cites(graph: PowerGraph, power: Power, clause: ClausePlan, organisation: OrganisationPlan) -> bool:
    """Whether the power's own bases, or its column of special procedures, let the clock stop by a clause."""
    title = _bare(clause.instrument)
    if any(_bare(b.instrument) == title and b.article == clause.article for b in graph.bases_of(power)):
        return True
    said = re.compile(rf"(?<!不)停钟[:：]?《(?:中华人民共和国)?{re.escape(title)}》第{clause.article}条")
    return any(said.search(text) for text in _columns(power, organisation))


def _marks(power: Power) -> set[str]:
    marks = {
        "instant": power.item_type is ItemType.INSTANT or _at_once(power),
        "assisted": bool(power.supporting_units),
        "light": power.discretion is None or power.discretion < _WIDE,
        MONEY: power.handles_money is not False,
        "funds": power.handles_money is True,
    }
    return {mark for mark, on in marks.items() if on}


def _at_once(power: Power) -> bool:
    """Whether it promises to be done on the spot."""
    return power.promised_limit is not None and power.promised_limit.value == 0


def _stages_told(
    graph: PowerGraph, power: Power, stages: StageCatalogue, organisation: OrganisationPlan
) -> set[str]:
    """The stages that a power's duties and columns name."""
    told = {duty.stage for duty in graph.duties_of(power)}
    for text in _columns(power, organisation):
        for word in _BETWEEN.split(_BRACKETS.sub("", text)):
            told.add(stages.key_of(word, power.type))
    return {key for key in told if key}


def _columns(power: Power, organisation: OrganisationPlan) -> list[str]:
    named = organisation.stage_columns
    return [column.text for column in power.columns if squeezed(column.heading) in named]


def _bare(title: str) -> str:
    return squeezed(title).removeprefix("中华人民共和国")
