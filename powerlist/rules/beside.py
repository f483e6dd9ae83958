"""The list beside others: powers of one name elsewhere, and the catalogue that all follow."""

from collections.abc import Iterator

from powerlist.analysis.catalogue import Difference, against
from powerlist.analysis.namesakes import differing_namesakes
from powerlist.i18n import Text
from powerlist.model.codes import Named
from powerlist.model.severity import Severity
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule


@rule(
    "D03",
    Severity.WARNING,
    reviewers=(Reviewer.STAFFING,),
    serves=Aim.SHARED,
    title=Text("同名职权各说各的", "One name, two powers"),
    why=Text(
        "同一事项在两个单位的类型、依据、层级不一样，群众和上级都不知道以谁为准。",
        "Where one matter has another type, basis or level elsewhere, nobody knows which list holds.",
    ),
    fix=Text(
        "与对方核对，统一名称、类型、依据和层级；确是两件事的，改用不同的名称。",
        "Settle type, basis and level with the other body; where they are two matters, name them apart.",
    ),
    message=Text(
        "“{it.title}”与{authority}的同名职权不一致：{differences}。",
        "“{it.title}” and the power of that name of {authority} differ: {differences}.",
    ),
    basis=Text(
        "中央编办、原国务院法制办2018年权责清单指导意见：名称、类型、依据、编码基本一致",
        "The 2018 guidance on power lists: names, types, bases and codes agree",
    ),
    needs=(Layer.NEIGHBOURS,),
    unless=Text(
        "通用目录不算邻居；公共服务和内部权力不比较；依据有一部文件相同即可；一方没有写的不比较；"
        "写明了层级权限划分的，层级不同不报告；几个单位都不同的只报告第一个。",
        "A catalogue is no neighbour; services and internal powers are not compared; one instrument in "
        "common is "
        "enough; what one list leaves out is not compared, nor levels where their division is stated; of "
        "several "
        "authorities the first is told.",
    ),
)
def namesake_that_differs(case: Case) -> Iterator[Hit]:
    """Powers that another authority has by the same name, with another type, basis or level."""
    if case.workspace is not None:
        for one in differing_namesakes(case.in_force, case.workspace):
            told = [_told(what, *said) for what, said in zip(one.differences, one.said, strict=True)]
            zh, en = "；".join(text.zh for text in told), "; ".join(text.en for text in told)
            yield Hit(one.power, authority=one.authority, differences=Text(zh, en))


def _told(what: Named, mine: Text, theirs: Text) -> Text:
    """What one difference is, with what each list says."""
    zh = f"{what.text.zh}本单位是{mine.zh}，对方是{theirs.zh}"
    return Text(zh, f"{what.text.en.lower()} {mine.en} here, {theirs.en} there")


@rule(
    "D12",
    Severity.WARNING,
    reviewers=(Reviewer.STAFFING,),
    serves=Aim.SHARED,
    title=Text("与通用目录不一致", "Differs from the catalogue"),
    why=Text(
        "通用目录有的没有列，目录没有的自己加，上下就对不齐。",
        "What the catalogue has and the list lacks, or the reverse, keeps lists from lining up.",
    ),
    fix=Text(
        "对照通用目录，补列漏项；目录以外的写明依据，或者报请增补、取消。",
        "Add what is missing; for what the catalogue lacks state the basis, or have it added or dropped.",
    ),
    message=Text("{what}。", "{what}."),
    basis=Text(
        "权责清单通用目录：名称、类型与目录一致",
        "Reference catalogues: names and types follow the catalogue",
    ),
    needs=(Layer.CATALOGUE,),
    params={"most_single": 10},
    unless=Text(
        "编码或名称相同即视为同一事项；已取消、转移的也算列了；其他层级的、公共服务和内部权力不比较；"
        "目录里有一半以上不在清单上的，视为包含其他单位，不报漏项；超过十项的合为一条。",
        "The same code or name is the same matter; what was given up counts as listed; other levels, "
        "services and "
        "internal powers are not compared; nothing is missed where the list has less than half of the "
        "catalogue; "
        "more than ten are told together.",
    ),
)
def list_apart_from_catalogue(case: Case) -> Iterator[Hit]:
    """What the catalogue has and the list lacks, and the reverse."""
    most = case.param("D12", "most_single")
    for catalogue in case.workspace.catalogues if case.workspace else ():
        one = against(case.in_force, catalogue)
        yield from _missing(case, one, most)
        yield from _extra(case, one, most)


def _missing(case: Case, one: Difference, most: int) -> Iterator[Hit]:
    authority, names = case.graph.register.authority, [power.title for power in one.missing]
    if len(names) > most:
        zh = f"{one.catalogue}有{len(names)}项职权，{authority.name}的清单没有列，如“{names[0]}”"
        what = Text(zh, f"{len(names)} powers of {one.catalogue} are not on the list, such as “{names[0]}”")
        yield Hit(authority, part="missing", what=what)
        return
    for power in one.missing:
        zh = f"{one.catalogue}有“{power.title}”，{authority.name}的清单没有列"
        what = Text(zh, f"“{power.title}” of {one.catalogue} is not on the list")
        yield Hit(authority, part=power.code or power.id, what=what)


def _extra(case: Case, one: Difference, most: int) -> Iterator[Hit]:
    if len(one.extra) > most:
        authority, first = case.graph.register.authority, one.extra[0].title
        zh = f"{authority.name}的清单有{len(one.extra)}项职权不在{one.catalogue}上，如“{first}”"
        what = Text(zh, f"{len(one.extra)} powers on the list are not in {one.catalogue}, such as “{first}”")
        yield Hit(authority, part="extra", witness=one.extra, what=what)
        return
    for power in one.extra:
        zh = f"“{power.title}”不在{one.catalogue}上"
        yield Hit(power, what=Text(zh, f"“{power.title}” is not in {one.catalogue}"))
