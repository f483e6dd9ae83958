"""What stands above a sheet: its title, and the facts of the power that its reader looks for."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from powerlist.graph import PowerGraph
from powerlist.i18n import Lang, Text
from powerlist.model.codes import ProcessStatus
from powerlist.model.power import Fee, Power
from powerlist.model.process import Process
from powerlist.views.diagrams.heading import GAP


class View(StrEnum):
    """The faces of a process: for the public, for the bureau, for the discipline office."""

    EXTERNAL = "external"
    INTERNAL = "internal"
    RISK = "risk"


_TITLES = {
    View.EXTERNAL: Text("《{name}》权力运行流程图（{more}）", "Flowchart of “{name}” ({more})"),
    View.INTERNAL: Text("《{name}》权力运行流程图（{more}）", "Flowchart of “{name}” ({more})"),
    View.RISK: Text("《{name}》廉政风险点防控图（{more}）", "Integrity-risk map of “{name}” ({more})"),
}
_BARE = Text("《{name}》廉政风险点防控图", "Integrity-risk map of “{name}”")
_FACES = {View.EXTERNAL: Text("外部", "external"), View.INTERNAL: Text("内部", "internal")}
_BETWEEN = Text("·", ", ")
_FACT = Text("{label}：{value}", "{label}: {value}")
_AUTHORITY = Text("实施主体", "Authority")
_CODE = Text("职权编码", "Code")
_TYPE = Text("类别", "Type")
_UNIT = Text("承办机构", "Handling unit")
_STATUTORY = Text("法定时限", "Statutory limit")
_PROMISED = Text("承诺时限", "Promised limit")
_ITEM_TYPE = Text("办件类型", "Item type")
_FEE = Text("收费", "Fee")
_PHONES = Text("监督电话", "Oversight phone")
_SERVES = Text("适用职权", "Serves")
_POWERS = Text("{count}项", "{count} powers")
_CHARGED, _FREE = Text("收费", "charged"), Text("不收费", "none")
_COMMA = Text("、", ", ")


def power_shown(graph: PowerGraph, process: Process, power: Power | None) -> Power | None:
    """The power that a sheet is about: the one asked for, else the only one that the process runs."""
    if power:
        return power
    powers = graph.powers_of(process)
    return powers[0] if len(powers) == 1 else None


def title_of(graph: PowerGraph, process: Process, view: View, lang: Lang, power: Power | None) -> str:
    """《…》权力运行流程图（内部·简易程序）; a risk map says the variant alone."""
    shown = power_shown(graph, process, power)
    name = shown.name if shown else process.name
    status = process.status.text.of(lang) if process.status is not ProcessStatus.CURRENT else ""
    face = _FACES[view].of(lang) if view in _FACES else ""
    variant = process.variant if process.variant not in name else ""
    more = _BETWEEN.of(lang).join(word for word in (face, variant, status) if word)
    return (_TITLES[view] if more else _BARE).fill(name=name, more=more).of(lang)


def facts_of(graph: PowerGraph, process: Process, lang: Lang, power: Power | None) -> str:
    """Authority, code, type, unit, limits, item type, fee, phones; what the list does not say is left out."""
    shown = power_shown(graph, process, power)
    powers = (shown,) if shown else graph.powers_of(process)
    pairs = [(_AUTHORITY, graph.register.authority.name)]
    if len(powers) > 1:
        pairs.append((_SERVES, _POWERS.fill(count=len(powers)).of(lang)))
    pairs += _common([list(_facts(graph, one, lang)) for one in powers])
    return GAP.join(_FACT.fill(label=label, value=value).of(lang) for label, value in pairs if value)


def _common(lists: Sequence[list[tuple[Text, str]]]) -> list[tuple[Text, str]]:
    """What is the same for all powers that share a process."""
    return [pair for pair in lists[0] if all(pair in other for other in lists)] if lists else []


def _facts(graph: PowerGraph, power: Power, lang: Lang) -> Iterator[tuple[Text, str]]:
    comma = _COMMA.of(lang)
    yield _CODE, power.code
    yield _TYPE, power.type.text.of(lang) if power.type else ""
    yield _UNIT, comma.join(unit.name for unit in graph.units_of_power(power))
    yield _STATUTORY, power.statutory_limit.text.of(lang) if power.statutory_limit else ""
    yield _PROMISED, power.promised_limit.text.of(lang) if power.promised_limit else ""
    yield _ITEM_TYPE, power.item_type.text.of(lang) if power.item_type else ""
    yield _FEE, _fee(power.fee, lang) if power.fee else ""
    yield _PHONES, comma.join(power.oversight_phones)


def _fee(fee: Fee, lang: Lang) -> str:
    return (fee.standard or _CHARGED.of(lang)) if fee.charged else _FREE.of(lang)
