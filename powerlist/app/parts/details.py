"""What a box of a chart holds: who does it in what time, its duties, its risks, what is wrong with it."""

from powerlist import api
from powerlist.app.opened import Opened
from powerlist.app.parts import dossier_risks, finding_list
from powerlist.app.parts.html import Markup, join, listed, missing, tag, where
from powerlist.i18n import Lang, Text

_NOBODY = Text("未写岗位", "no post given")
_STOPS = Text("依法不计入时限", "the clock stops")


def node_of(now: Opened, id: str) -> api.Step | api.Gateway | None:
    """The box that an id means: its own, or that of a risk or control beside it."""
    found = now.register.find(id)
    return now.belonging.node_of(found) if found else None


def shown(now: Opened, node: api.Step | api.Gateway, lang: Lang) -> Markup:
    """Everything about one box."""
    return join(
        tag("h3", node.name or node.label.of(lang)),
        where(now.register.source_of(node)),
        listed([(name.of(lang), value) for name, value in _facts(now, node, lang)]),
        _duties(now, node, lang),
        _risks(now, node, lang),
        _findings(now, node, lang),
    )


def _facts(now: Opened, node: api.Step | api.Gateway, lang: Lang) -> list[tuple[Text, str]]:
    post = now.graph.post_of(node)
    unit = now.graph.unit_of(post) if post else None
    who = f"{post.name}（{unit.name}）" if post and unit else post.name if post else ""
    named = [(Text("岗位", "Post"), who or missing(_NOBODY.of(lang)))]
    return [*named, *(_of_step(node, lang) if isinstance(node, api.Step) else [])]


def _of_step(step: api.Step, lang: Lang) -> list[tuple[Text, str]]:
    stage = api.practice().stages.text_of(step.stage).of(lang)
    limit = step.limit.text.of(lang) if step.limit else ""
    stops = _STOPS.of(lang) if step.clock_stops else ""
    return [
        (Text("阶段", "Stage"), stage),
        (Text("时限", "Limit"), "，".join(word for word in (limit, stops) if word)),
        (Text("文书", "Papers"), "、".join(step.documents)),
        (Text("承办要求", "How"), step.points),
    ]


def _duties(now: Opened, node: api.Step | api.Gateway, lang: Lang) -> Markup:
    found = now.graph.duties_done_in(node) if isinstance(node, api.Step) else ()
    if not found:
        return Markup("")
    title = tag("h4", Text("履行的责任", "Duties carried out").of(lang))
    return join(title, tag("ul", *(tag("li", duty.text) for duty in found)))


def _risks(now: Opened, node: api.Step | api.Gateway, lang: Lang) -> Markup:
    found = now.graph.risks_at(node)
    if not found:
        return Markup("")
    title = tag("h4", Text("风险点与防控措施", "Risks and controls").of(lang))
    return join(title, *(dossier_risks.block(now, risk, lang) for risk in found))


def _findings(now: Opened, node: api.Step | api.Gateway, lang: Lang) -> Markup:
    """What is wrong with the box, or with a risk, control or arrow that starts at it."""
    found = [finding for finding in now.report.findings if _at(now, finding, node)]
    if not found:
        return Markup("")
    title = tag("h4", Text("问题", "Findings").of(lang))
    return join(title, finding_list.listed(found, lang))


def _at(now: Opened, finding: api.Finding, node: api.Step | api.Gateway) -> bool:
    thing = finding.entity
    home = now.belonging.node_of(thing)
    starts = getattr(thing, "source", None) if thing.link else None
    return home == node or starts == node.id or any(one.id == node.id for one in finding.witness)
