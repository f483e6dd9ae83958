"""What came back from the units, as lines of text for people."""

from collections.abc import Iterator

from powerlist.formats.parcels.collecting import Clash, Collected
from powerlist.formats.parcels.splitting import Parcels
from powerlist.formats.report_text import problem_line
from powerlist.i18n import Lang, Text

_PARCEL = Text("{it.file_name}：{it.powers}项职权", "{it.file_name}: {it.powers} powers")
_HOMELESS = Text(
    "{count}项职权没有承办机构，没有分发：{names}。",
    "{count} powers have no handling unit and were not sent: {names}.",
)
_CLASH = Text(
    "{place} {label}“{title}”的“{column}”：清单现为“{ours}”，填报为“{theirs}”。请选择。",
    "{place} {label} “{title}”, {column}: the register says “{ours}”, the parcel “{theirs}”; choose.",
)
_TOTAL = Text(
    "采用{it.cells}个单元格，新增{it.rows}行；{clashes}处待选择，{problems}处读不懂。",
    "{it.cells} cells and {it.rows} new rows taken; {clashes} to choose, {problems} not understood.",
)
_NAMES, _LONGEST = 5, 60


def split_text(parcels: Parcels, lang: Lang) -> Iterator[str]:
    """One line a parcel, then the powers that nobody is asked about."""
    for parcel in parcels.parcels:
        yield _PARCEL.fill(it=parcel).of(lang)
    if parcels.homeless:
        names = "、".join(power.name for power in parcels.homeless[:_NAMES])
        more = "……" if len(parcels.homeless) > _NAMES else ""
        yield _HOMELESS.fill(count=len(parcels.homeless), names=names + more).of(lang)


def collected_text(collected: Collected, lang: Lang) -> Iterator[str]:
    """Each clash and each problem with its cell, then the totals."""
    for clash in collected.clashes:
        yield _clash(clash, lang)
    for problem in collected.problems:
        yield problem_line(problem, str(problem.source), lang)
    counts = {"clashes": len(collected.clashes), "problems": len(collected.problems)}
    yield _TOTAL.fill(it=collected, **counts).of(lang)


def _clash(clash: Clash, lang: Lang) -> str:
    said = {"ours": _short(clash.ours), "theirs": _short(clash.theirs), "title": _short(clash.thing.title)}
    label, column = clash.thing.label, clash.column
    return _CLASH.fill(place=clash.place, label=label, column=column, **said).of(lang)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
