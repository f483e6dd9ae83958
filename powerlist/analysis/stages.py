"""Which stages the duties of a power cover, and which are still owed."""

from collections.abc import Sequence

from powerlist.graph import PowerGraph
from powerlist.model.codes import ItemType, PowerType
from powerlist.model.duty import Duty
from powerlist.model.power import Power
from powerlist.practice import StageCatalogue, StageRole

# 即办件当场办结，受理、审查、送达并作一步；办结以后的责任照样要有。
_MERGED = (StageRole.INTAKE, StageRole.EXAMINE, StageRole.REVIEW, StageRole.DELIVERY)


def missing_stages(graph: PowerGraph, power: Power, stages: StageCatalogue) -> list[tuple[str, ...]]:
    """The stages, each with its alternatives, that the type requires and no duty covers.

    Nothing where the type is unknown or none of the duties says its stage.
    """
    duties = graph.duties_of(power)
    covered = {duty.stage for duty in duties if duty.stage} | _delivered(duties, stages)
    if not covered or power.type is None:
        return []
    required = stages.required.get(power.type, ())
    missing = [group for group in required if covered.isdisjoint(group)]
    if power.item_type is not ItemType.INSTANT:
        return missing
    decided = any(stages.role_of(key) is StageRole.DECISION for key in covered)
    merged = (*_MERGED, StageRole.DECISION) if decided else _MERGED
    return [group for group in missing if stages.role_of(group[0]) not in merged]


def _delivered(duties: Sequence[Duty], stages: StageCatalogue) -> set[str]:
    """The ways of delivery that a duty of deciding names in its own words (决定……并依法送达)."""
    decided = [duty.text for duty in duties if stages.role_of(duty.stage) is StageRole.DECISION]
    ways = [stage for stage in stages.stages.values() if stage.role is StageRole.DELIVERY]
    return {stage.key for stage in ways if any(stage.words[0] in text for text in decided)}


def owes_review(type: PowerType | None, stages: StageCatalogue) -> bool:
    """Whether a type of power may not be decided without a review.

    So it is where one of its required stages can be met by examining or reviewing alone, and a review is
    among them.
    """
    groups = stages.required.get(type, ()) if type else ()
    roles = [{stages.role_of(key) for key in group} for group in groups]
    examined = {StageRole.EXAMINE, StageRole.REVIEW}
    return any(StageRole.REVIEW in found and found <= examined for found in roles)
