"""The card of a power: what the list says about it, and on which clauses it rests."""

from powerlist import api
from powerlist.app.opened import Opened
from powerlist.app.parts.html import Markup, chip, draft, join, listed, missing, nothing, table, tag, where
from powerlist.i18n import Lang, Text

_ROLES = tuple(api.BasisRole)
_NO_BASIS = Text("没有依据", "no legal basis")


def chips(now: Opened, id: str, lang: Lang) -> Markup:
    """What kind of power it is, in a few words."""
    power = now.power(id)
    named = (power.type, power.group, power.item_type, power.disposition, power.exercise_level)
    words = [power.code, *(one.text.of(lang) for one in named if one)]
    return join(
        draft(power, lang), *(chip(word) for word in words if word), where(now.register.source_of(power))
    )


def card(now: Opened, id: str, lang: Lang) -> Markup:
    """Names and values; what the list does not say is left out."""
    power = now.power(id)
    law, promise = power.statutory_limit, power.promised_limit
    rows = [
        (Text("承办机构", "Handling unit"), _names(now, power.units)),
        (Text("配合机构", "Supporting units"), _names(now, power.supporting_units)),
        (Text("行使主体", "Exercised by"), power.exercised_by),
        (Text("层级权限", "Scope"), power.exercise_scope),
        (Text("行政相对人", "Counterparty"), "、".join(power.counterparties)),
        (Text("子项", "Sub-items"), "、".join(item.name for item in now.graph.sub_items_of(power))),
        (Text("法定时限", "Statutory limit"), law.text.of(lang) if law else ""),
        (Text("承诺时限", "Promised limit"), promise.text.of(lang) if promise else ""),
        (Text("申请材料", "Documents"), _documents(power)),
        (Text("收费", "Fee"), _fee(power.fee, lang)),
        (Text("结果", "Output"), power.output),
        (Text("救济渠道", "Relief"), power.relief),
        (Text("监督电话", "Oversight phones"), "、".join(power.oversight_phones)),
        (Text("备注", "Note"), power.note),
    ]
    own = [(column.heading, column.text) for column in power.columns]
    return listed([*((name.of(lang), value) for name, value in rows), *own])


def bases(now: Opened, id: str, lang: Lang) -> Markup:
    """Every clause the power and its sub-items rest on, with what the list quotes."""
    power = now.power(id)
    found = [*now.graph.bases_of(power)]
    for item in now.graph.sub_items_of(power):
        found += now.graph.bases_of(item)
    if not found:
        return missing(_NO_BASIS.of(lang))
    head = [Text("用途", "For"), Text("条款", "Clause")]
    rows = [
        [
            one.role.text.of(lang),
            join(draft(one, lang), one.title, _quote(one.quote), where(now.register.source_of(one))),
        ]
        for one in sorted(found, key=lambda basis: _ROLES.index(basis.role))
    ]
    return table([word.of(lang) for word in head], rows)


def _names(now: Opened, ids: tuple[str, ...]) -> str:
    return "、".join(now.name_of(id) for id in ids)


def _documents(power: api.Power) -> Markup:
    names = [f"{one.name}（{one.form}）" if one.form else one.name for one in power.documents]
    return tag("ol", *(tag("li", name) for name in names)) if names else Markup("")


def _fee(fee: api.Fee | None, lang: Lang) -> str:
    if fee is None:
        return ""
    if not fee.charged:
        return nothing(Text("不收费", "free of charge").of(lang))
    return fee.standard or Text("收费", "charged").of(lang)


def _quote(text: str) -> Markup:
    return tag("blockquote", text) if text else Markup("")
