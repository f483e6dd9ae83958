"""Lineage: sub-items of their power, powers of the staffing decree, mergers and divisions."""

from collections.abc import Iterator

from powerlist.analysis.lineage import (
    orphans,
    still_running,
    wider_items,
    without_heirs,
    without_predecessors,
)
from powerlist.analysis.mandated import idle_mandates, powers_without_mandate
from powerlist.i18n import Text
from powerlist.model.identity import squeezed
from powerlist.model.severity import Severity
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule
from powerlist.rules.wording import titles


@rule(
    "D07",
    Severity.WARNING,
    reviewers=(Reviewer.LEGAL,),
    serves=Aim.LAWFUL,
    title=Text("子项超出主项或没有主项", "Sub-item wider than its power"),
    why=Text(
        "子项的依据主项没有，等于借子项另设了一项权力；没有主项的子项更不知从何而来。",
        "A sub-item with a source that its power lacks is a power of its own; one without a power is "
        "nobody's.",
    ),
    fix=Text(
        "把依据补到主项，或把子项单列、归到对应的主项。", "Add the source to the power, or list it apart."
    ),
    message=Text("子项“{it.title}”{fault}。", "The sub-item “{it.title}” {fault}."),
    basis=Text(
        "主项、子项划分：子项在主项的设定依据之内",
        "Powers and sub-items: a sub-item stays within the bases of its power",
    ),
    unless=Text(
        "只比较设定和实施依据的文件，条款不同不算；主项依据的实施条例、实施细则不算另外的依据；"
        "子项也依据主项文件的，另有实施依据不算；主项或子项没有依据的不比较；已不行使的职权的子项不检查，"
        "但还有流程在办的除外。",
        "Only instruments of establishing and governing bases are compared, not clauses; the rules that "
        "detail an instrument of the power are no other one; beside an instrument of the power only an "
        "establishing basis counts; nothing is said where power or sub-item has none; sub-items of powers "
        "that are gone are left out unless a process runs them.",
    ),
)
def sub_item_wider_than_power(case: Case) -> Iterator[Hit]:
    """Sub-items that rest on what their power does not, or that have no power."""
    for item in orphans(case.in_force):
        fault = Text("没有在行使的主项", "belongs to no power in force")
        yield Hit(item, field="power", part="orphan", fault=fault)
    for one in wider_items(case.in_force):
        named = titles(basis.instrument for basis in one.bases)
        zh = f"依据{named.zh}，主项“{one.power.title}”没有这个依据"
        fault = Text(zh, f"rests on {named.en}, which its power “{one.power.title}” does not")
        yield Hit(one.item, field="bases", part="wider", witness=one.bases, fault=fault)


@rule(
    "D10",
    Severity.WARNING,
    reviewers=(Reviewer.STAFFING,),
    serves=Aim.LAWFUL,
    title=Text("职权与三定职责不对应", "Powers and the staffing decree do not match"),
    why=Text(
        "三定给的职责没有职权去办，清单上的职权三定又没有，机构和职能就脱了节。",
        "A duty of the decree without a power is not done; a power without a duty was never given.",
    ),
    fix=Text(
        "为三定职责对上职权；三定没有的，核实来源，报请补充或取消。",
        "Match duties and powers; for a power that the decree lacks, see where it came from.",
    ),
    message=Text("{what}。", "{what}."),
    basis=Text(
        "三定规定：职权与部门职责对应",
        "The staffing decree: powers answer to the duties of the body",
    ),
    needs=(Layer.MANDATES,),
    unless=Text(
        "公共服务和内部权力不要求三定对应；一半以上职权都没有对应的只报告一次。",
        "Services and internal powers need none; where more than half of the powers have none, it is one "
        "finding.",
    ),
)
def power_apart_from_mandate(case: Case) -> Iterator[Hit]:
    """Duties of the decree without a power in force, and powers without such a duty."""
    for mandate in idle_mandates(case.in_force):
        zh = f"三定职责“{mandate.title}”没有对应的职权"
        yield Hit(
            mandate, field="powers", what=Text(zh, f"No power carries out “{mandate.title}” of the decree")
        )
    loose = powers_without_mandate(case.in_force)
    if len(loose) > len(case.in_force.powers) / 2:
        authority = case.graph.register.authority
        zh = f"{authority.name}有{len(loose)}项职权没有对应的三定职责"
        what = Text(zh, f"{len(loose)} powers of {authority.name} carry out no duty of the decree")
        yield Hit(authority, part="powers", what=what)
        return
    for power in loose:
        zh = f"职权“{power.title}”没有对应的三定职责"
        yield Hit(power, what=Text(zh, f"“{power.title}” carries out no duty of the decree"))


@rule(
    "D11",
    Severity.WARNING,
    reviewers=(Reviewer.STAFFING,),
    serves=Aim.LAWFUL,
    title=Text("合并、分设的来龙去脉断了", "Merger or division without its line"),
    why=Text(
        "合并、分设以后旧编码对不上新编码，办件、档案和统计就接不起来。",
        "Where old codes do not lead to new ones, files and figures cannot be followed.",
    ),
    fix=Text(
        "写明合并、分设以前的编码；已经并入的旧职权从清单上取消；不再行使的在处置意见里写明。",
        "State the codes before it, take the old powers that went into it off the list, and say what became "
        "of those that no longer run.",
    ),
    message=Text("{what}。", "{what}."),
    basis=Text(
        "权责清单动态管理：增加、取消、下放、合并、分设逐项登记",
        "Upkeep of lists: what is added, dropped, devolved, merged or divided is recorded",
    ),
    needs=(Layer.PREDECESSORS,),
    params={"most_single": 10},
    unless=Text(
        "整份清单都没有写原编码、又没有上一版清单可比的不检查；只有处置意见为整合、分设的职权要写原编码；原编码与自己现在的"
        "编码相同的不算；与上一版相比只看有编码的职权，编码改了而名称、类型没有变的不算，十项以上的只报告一次。",
        "Lists without any former code, and without an earlier version beside them, are not checked; only "
        "merged and divided powers owe one; a power may keep its own code; against the earlier version only "
        "powers with a code count, one that was given another code and kept name and type is the same, and "
        "more than ten are told once.",
    ),
)
def lineage_broken(case: Case) -> Iterator[Hit]:
    """Merged or divided powers without predecessors, predecessors that still run, old codes without heirs."""
    for power in without_predecessors(case.in_force):
        how = power.disposition.text if power.disposition else Text("", "")
        zh = f"职权“{power.title}”的处置意见是{how.zh}，没有写明原来的编码"
        what = Text(zh, f"“{power.title}” ({how.en.lower()}) does not say which codes it came from")
        yield Hit(power, field="predecessors", part="from", what=what)
    for power, old in still_running(case.in_force):
        zh = f"“{old.title}”已经并入或分设为“{power.title}”，却还在清单上行使"
        what = Text(zh, f"“{old.title}” became “{power.title}”, and still runs")
        yield Hit(power, field="predecessors", part=old.id, witness=(old,), what=what)
    yield from _vanished(case)


def _vanished(case: Case) -> Iterator[Hit]:
    """Powers of the earlier list that this one does not know; one hit for all where they are many."""
    authority = case.graph.register.authority
    found = without_heirs(case.in_force, case.previous) if case.previous else []
    if len(found) > case.param("D11", "most_single"):
        zh = f"上一版清单的{len(found)}项职权（如{found[0].code}“{found[0].title}”）"
        en = f"{len(found)} powers of the earlier list, such as {found[0].code} “{found[0].title}”,"
        yield Hit(authority, part="gone", what=Text(zh + _GONE.zh, f"{en} {_GONE.en}"))
        return
    for power in found:
        zh, en = (
            f"上一版清单的{power.code}“{power.title}”",
            f"{power.code} “{power.title}” of the earlier list",
        )
        yield Hit(authority, part=squeezed(power.code), what=Text(zh + _GONE.zh, f"{en} {_GONE.en}"))


_GONE = Text(
    "这一版没有了，没有写明取消或者下放，也没有一项写明由它而来",
    "is not on this one: neither cancelled nor devolved, and no power says that it came from it",
)
