"""Findings as a short list."""

from collections.abc import Sequence

from powerlist import api
from powerlist.app.parts.html import Markup, join, nothing, severity, tag, where
from powerlist.i18n import Lang, Text

_NONE = Text("没有问题", "no findings")
_MOST = 12
_MORE = Text("还有 {count} 个", "{count} more")


def listed(found: Sequence[api.Finding], lang: Lang) -> Markup:
    """Severity, code and sentence, and where it is written."""
    if not found:
        return nothing(_NONE.of(lang))
    more = len(found) - _MOST
    rest = tag("div", _MORE.fill(count=more).of(lang), cls="lead") if more > 0 else ""
    return join(*(one(finding, lang) for finding in found[:_MOST]), rest)


def one(finding: api.Finding, lang: Lang) -> Markup:
    """One finding."""
    return tag(
        "div",
        severity(finding.severity, lang),
        tag("b", f"{finding.code} "),
        finding.message.of(lang),
        where(finding.source),
        cls="finding",
    )
