"""The risks of a power, how grave they are, and what stands against each."""

from powerlist import api
from powerlist.app.opened import Opened
from powerlist.app.parts.html import Markup, chip, draft, join, listed, missing, nothing, tag, where
from powerlist.app.parts.html import risk as risk_mark
from powerlist.i18n import Lang, Text

_NO_RISK = Text("没有风险点", "no risk points")
_NO_CONTROL = Text("没有防控措施", "no control")


def risks(now: Opened, id: str, lang: Lang) -> Markup:
    """One block a risk."""
    found = now.graph.risks_of(now.power(id))
    if not found:
        return nothing(_NO_RISK.of(lang))
    return join(*(block(now, risk, lang) for risk in found))


def block(now: Opened, risk: api.RiskPoint, lang: Lang) -> Markup:
    """A risk with its level, place, cause and controls."""
    node, post = now.graph.node_of(risk), now.graph.post_at_risk(risk)
    watcher = now.graph.supervisor_of(risk)
    facts = [
        (Text("环节", "Step"), node.title if node else ""),
        (Text("岗位", "Post"), post.name if post else ""),
        (Text("原因", "Cause"), risk.cause),
        (Text("后果", "Consequence"), risk.consequence),
        (Text("等级", "Levels"), _levels(risk, lang)),
        (Text("监督责任", "Supervised by"), watcher.name if watcher else ""),
    ]
    return tag(
        "section",
        tag(
            "div",
            risk_mark(risk.rank, lang),
            draft(risk, lang),
            tag("b", risk.event),
            where(now.register.source_of(risk)),
        ),
        listed([(name.of(lang), value) for name, value in facts]),
        controls(now, risk, lang),
        cls="risk",
    )


def controls(now: Opened, risk: api.RiskPoint, lang: Lang) -> Markup:
    """The controls against a risk, in the order before, during, after."""
    found = now.graph.controls_of(risk)
    if not found:
        return missing(_NO_CONTROL.of(lang))
    return tag("ul", *(tag("li", _control(now, one, lang)) for one in found))


def _control(now: Opened, control: api.Control, lang: Lang) -> Markup:
    owner = now.graph.owner_of(control)
    phase = chip(control.phase.text.of(lang)) if control.phase else Markup("")
    said = "，".join(word for word in (owner.name if owner else "", control.frequency) if word)
    return join(
        draft(control, lang), phase, control.text, tag("span", f"（{said}）", cls="lead") if said else ""
    )


def _levels(risk: api.RiskPoint, lang: Lang) -> Markup:
    """Inherent, residual and actual, where they were rated."""
    named = (
        (Text("固有", "inherent"), risk.inherent),
        (Text("剩余", "residual"), risk.residual),
        (Text("实际", "actual"), risk.actual),
    )
    return join(*(_level(name, rating, lang) for name, rating in named if rating))


def _level(name: Text, rating: api.Rating, lang: Lang) -> Markup:
    return tag("span", f"{name.of(lang)} ", risk_mark(rating.rank, lang))
