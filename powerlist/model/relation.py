"""The closed table of relations: every reference that one thing makes to another.

The graph, the spreadsheets, the stores and the documents read this table and nothing else.
"""

from dataclasses import dataclass

from powerlist.i18n import Text


@dataclass(frozen=True, slots=True)
class Relation:
    """`kind`'s field `target` names things of the kinds `to`; `source` is `id` or, for a link, a field."""

    name: str
    kind: str
    target: str
    to: tuple[str, ...]
    text: Text
    source: str = "id"


_NODES = ("step", "gateway")
_ANY_OWNER = ("power", "sub_item", "delegation", "duty", "ground", "step", "control")
_WATCHED = ("power", "process", "step", "gateway", "risk", "post", "unit")

RELATIONS: tuple[Relation, ...] = (
    Relation("PART_OF_UNIT", "unit", "parent_unit", ("unit",), Text("隶属", "part of")),
    Relation("LED_BY", "unit", "led_by", ("post",), Text("分管", "led by")),
    Relation("SUCCEEDED_BY", "unit", "succeeded_by", ("unit",), Text("职责划入", "succeeded by")),
    Relation("IN_UNIT", "post", "unit", ("unit",), Text("设在", "in")),
    Relation("BACKED_UP_BY", "post", "backup_post", ("post",), Text("互为AB岗", "backed up by")),
    Relation("REPORTS_TO", "post", "reports_to", ("post",), Text("汇报", "reports to")),
    Relation("HOLDS", "person", "posts", ("post",), Text("任职", "holds")),
    Relation("RELATED_TO", "person", "relatives", ("person",), Text("亲属", "related to")),
    Relation("HANDLED_BY", "power", "units", ("unit",), Text("承办", "handled by")),
    Relation("SUPPORTED_BY", "power", "supporting_units", ("unit",), Text("配合", "supported by")),
    Relation("LED_FOR", "power", "lead_unit", ("unit",), Text("牵头", "led for")),
    Relation("DELEGATES", "delegation", "power", ("power",), Text("授权委托", "delegates")),
    Relation("MANDATES", "mandate", "powers", ("power",), Text("三定对应", "mandates")),
    Relation("SUB_ITEM_OF", "sub_item", "power", ("power",), Text("子项属于", "sub-item of")),
    Relation("BASIS_OF", "basis", "owner", _ANY_OWNER, Text("依据于", "basis of")),
    Relation("DUTY_OF", "duty", "power", ("power",), Text("责任属于", "duty of")),
    Relation("DUTY_OF_SUB_ITEM", "duty", "sub_item", ("sub_item",), Text("责任属于子项", "duty of sub-item")),
    Relation(
        "ASSIGNED_TO", "assignment", "post", ("post",), Text("落实到岗位", "assigned to"), source="duty"
    ),
    Relation("LEFT_TO", "assignment", "unit", ("unit",), Text("落实到科室", "left to"), source="duty"),
    Relation("GROUND_OF", "ground", "power", ("power",), Text("追责情形属于", "ground of")),
    Relation("ENFORCES", "ground", "duties", ("duty",), Text("追究", "enforces")),
    Relation("RUNS", "process", "powers", ("power",), Text("运行", "runs")),
    Relation("RUNS_SUB_ITEM", "process", "sub_items", ("sub_item",), Text("运行子项", "runs sub-item")),
    Relation("STEP_OF", "step", "process", ("process",), Text("环节属于", "step of")),
    Relation("GATEWAY_OF", "gateway", "process", ("process",), Text("判断属于", "gateway of")),
    Relation("FLOW_OF", "flow", "process", ("process",), Text("流转属于", "flow of")),
    Relation("NEXT", "flow", "target", _NODES, Text("流转到", "next"), source="source"),
    Relation("DONE_BY", "step", "post", ("post",), Text("由岗位办理", "done by")),
    Relation("DECIDED_BY", "gateway", "post", ("post",), Text("由岗位判断", "decided by")),
    Relation("CARRIES_OUT", "step", "duties", ("duty",), Text("履行", "carries out")),
    Relation("RISK_AT", "risk", "step", _NODES, Text("风险在环节", "risk at")),
    Relation("RISK_OF", "risk", "power", ("power",), Text("风险属于", "risk of")),
    Relation("RISK_ON", "risk", "post", ("post",), Text("风险在岗位", "risk on")),
    Relation("RISK_WATCHED_BY", "risk", "supervisor", ("post",), Text("由岗位监督", "watched by")),
    Relation("CONTROLS", "control", "risks", ("risk",), Text("防控", "controls")),
    Relation("OWNED_BY", "control", "owner", ("post",), Text("由岗位落实", "owned by")),
    Relation("CONTROL_WATCHED_BY", "control", "supervisor", ("post",), Text("由岗位督办", "watched by")),
    Relation("OVERSEEN_BY", "oversight", "post", ("post",), Text("监督岗位", "exercised by")),
    Relation("OVERSEES", "oversight", "covers", _WATCHED, Text("监督", "oversees")),
    Relation("PLEDGED_BY", "pledge", "post", ("post",), Text("承诺人", "pledged by")),
    Relation("PLEDGE_ON", "pledge", "risks", ("risk",), Text("承诺防控", "pledge on")),
    Relation("SIGNED_ABOVE", "letter", "superior", ("post",), Text("上级签订", "signed above by")),
    Relation("SIGNED_BELOW", "letter", "subordinate", ("post",), Text("下级签订", "signed below by")),
    Relation("LETTER_ON", "letter", "risks", ("risk",), Text("责任防控", "letter on")),
    Relation("PUBLISHES", "publication", "of", ("power", "process"), Text("公开", "publishes")),
    Relation("EXAMINED_BY", "publication", "examined_by", ("post",), Text("保密审查", "examined by")),
    Relation("ABOUT", "incident", "about", _WATCHED, Text("发生在", "about")),
)

RELATION = {relation.name: relation for relation in RELATIONS}


def relations_of(kind: str) -> tuple[Relation, ...]:
    """The references that things of `kind` make."""
    return _BY_KIND.get(kind, ())


_BY_KIND = {
    kind: tuple(relation for relation in RELATIONS if relation.kind == kind)
    for kind in {relation.kind for relation in RELATIONS}
}
