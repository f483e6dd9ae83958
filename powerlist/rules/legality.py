"""Legality: what a power rests on, and how exactly it is cited."""

from collections.abc import Iterator

from powerlist.analysis.bases import (
    beyond_rank,
    creators,
    ranks,
    sources,
    without_article,
    without_quotation,
    without_source,
)
from powerlist.i18n import Text
from powerlist.laws.rank import May, best_of, height, is_lowest
from powerlist.model.basis import LegalBasis
from powerlist.model.codes import InstrumentKind, PowerType
from powerlist.model.power import Power, SubItem
from powerlist.model.severity import Severity
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule
from powerlist.rules.wording import titles

_BEYOND_LAW = (PowerType.PUBLIC_SERVICE, PowerType.INTERNAL)
_RESTRICTING = (PowerType.LICENCE, PowerType.PENALTY, PowerType.COMPULSION)
_Low = tuple[Power | SubItem, Text, list[LegalBasis], list[InstrumentKind], str]
_LOWEST = len(InstrumentKind)
_UNRANKED = Text(
    "{count}项许可、处罚、强制的依据没有注明位阶，索引也没有收录，没有核对位阶。",
    "{count} licences, penalties and compulsions cite instruments of unknown rank: rank not looked at.",
)


def unranked(case: Case) -> Iterator[Text]:
    """How many powers rest on something whose rank nobody tells."""
    low = (len(known) < len(bases) for _, _, bases, known, _ in _created_too_low(case))
    if count := sum(low):
        yield _UNRANKED.fill(count=count)


@rule(
    "L01",
    Severity.ERROR,
    reviewers=(Reviewer.LEGAL,),
    serves=Aim.LAWFUL,
    title=Text("职权没有依据", "Power without a legal basis"),
    why=Text(
        "职权法定：清单没有写明依据的职权，无从核对。",
        "Powers come from law; without a basis none can be verified.",
    ),
    fix=Text(
        "在“设定依据”一栏写明法律法规的题名和条款。",
        "Cite the instrument and article in the column 设定依据.",
    ),
    message=Text(
        "{it.label}“{it.title}”没有设定或实施依据。",
        "{it.label} “{it.title}” has no establishing or governing basis.",
    ),
    basis=Text(
        "中办发〔2015〕21号：清单应当列明职权及其依据",
        "General Office document 21 of 2015: the list states each power and its basis",
    ),
    needs=(Layer.BASES,),
    absent=Text("{count}项职权没有一项写明依据。", "{count} powers: not one states a legal basis."),
    unless=Text(
        "依据写在子项上的视为有依据；公共服务不是权力，内部权力依内部制度行使，都不检查；时限、收费、追责条款和三定规定不算职权的来源。",
        "A basis on the sub-items is enough; services are no powers, internal powers rest on internal "
        "rules; clauses on limits, fees and accountability and the staffing decree are no source of a power.",
    ),
)
def power_without_basis(case: Case) -> Iterator[Hit]:
    """Powers and sub-items that nothing gives."""
    for power in case.in_force.powers:
        if power.type not in _BEYOND_LAW:
            for owner in without_source(case.graph, power):
                yield Hit(owner)


@rule(
    "L05",
    Severity.WARNING,
    reviewers=(Reviewer.LEGAL,),
    serves=Aim.LAWFUL,
    title=Text("依据没有写到条，或者没有照录条文", "Citation without article or quotation"),
    why=Text(
        "只写法名，无法核对职权出自哪一条；不照录条文，就看不出条文已经修改。",
        "A title alone cannot be verified; without the quotation nobody sees that the article has changed.",
    ),
    fix=Text("写明条、款、项，照录条文。", "Name article, paragraph and item, and quote the clause."),
    hint=Text("{cure}。", "{cure}."),
    message=Text("{what}。", "{what}."),
    basis=Text(
        "权责清单编制：依据写明文件题名和条、款、项，照录条文",
        "Lists cite instrument, article, paragraph and item, and quote the clause",
    ),
    needs=(Layer.BASES,),
    params={"least_share": 0.5, "most_single": 10},
    unless=Text(
        "规范性文件、三定规定、国务院决定等常不分条，写明文号即可；同一处另有引用写明条款的不重复提示；"
        "条文是否照录，只看设定、实施依据，清单照录不到一半（可以另设）的不检查，十处以上没有照录的只报告一次。",
        "Normative documents, staffing decrees and decisions often have no articles; nothing is said where "
        "the same place also cites the article; quotations are missed only of what gives a power, where "
        "half of the list (or the share set) quotes, and over ten missing ones are told once.",
    ),
)
def basis_without_article(case: Case) -> Iterator[Hit]:
    """Citations that stop at the title; citations without the quotation that most others have."""
    for basis in without_article(case.in_force):
        zh = f"“{_owner(case, basis)}”引用的《{basis.instrument}》没有写明条款"
        en = f"“{_owner(case, basis)}” cites 《{basis.instrument}》 without an article"
        cure = Text(
            f"写明条、款、项，如“《{basis.instrument}》第×条第×款”",
            f"Name article, paragraph and item of 《{basis.instrument}》",
        )
        yield Hit(basis, field="instrument", what=Text(zh, en), cure=cure)
    cure = Text("在依据后面照录条文", "Quote the clause behind the citation")
    bare = without_quotation(case.in_force, case.param("L05", "least_share"))
    if len(bare) > case.param("L05", "most_single"):
        authority, n = case.graph.register.authority, len(bare)
        zh = f"{authority.name}有{n:,}处依据没有照录条文（如{bare[0].title}），而多数依据照录了"
        en = f"{n:,} citations of {authority.name}, such as {bare[0].title}, quote nothing, where most do"
        yield Hit(authority, part="quote", witness=tuple(bare), what=Text(zh, en), cure=cure)
        return
    for basis in bare:
        zh = f"“{_owner(case, basis)}”引用的{basis.title}没有照录条文，而多数依据照录了"
        en = f"“{_owner(case, basis)}” cites {basis.title} without quoting it, as most citations do"
        yield Hit(basis, field="quote", part="quote", what=Text(zh, en), cure=cure)


def _owner(case: Case, basis: LegalBasis) -> str:
    owner = case.graph.register.find(basis.owner)
    return owner.title if owner else ""


@rule(
    "L03",
    Severity.ERROR,
    reviewers=(Reviewer.LEGAL,),
    serves=Aim.LAWFUL,
    title=Text("设定依据的位阶不够", "Establishing basis ranks too low"),
    why=Text(
        "许可、处罚、强制只能由一定位阶以上的立法设定；位阶不够的，设定无效。",
        "Licences, penalties and compulsion may only be created by legislation of a certain rank.",
    ),
    fix=Text(
        "补上设定它的法律法规；没有的，按规定取消或调整这项职权。",
        "Cite the legislation that creates it; where there is none, the power has to go or to change.",
    ),
    message=Text(
        "{it.label}“{it.title}”的设定依据最高是{rank}，不能设定{type}（{clause}）。",
        "{it.label} “{it.title}” is created by: {rank} at best, which may not create: {type} ({clause}).",
    ),
    basis=Text(
        "《行政许可法》第十四条至第十七条；《行政处罚法》第十条至第十六条；《行政强制法》第十条、第十一条、第十三条",
        "Licensing Law arts. 14-17; Penalties Law arts. 10-16; Compulsion Law arts. 10, 11 and 13",
    ),
    needs=(Layer.BASES,),
    requires=("L04",),
    beyond=unranked,
    unless=Text(
        "只看设定依据；处罚看写明的种类，强制措施看名称（限制人身自由、冻结），强制执行只能由法律设定；位阶以索引为准，索引没有的以清单注明的为准，有一处位阶不明的不判断；省级和其他政府规章分不清的"
        "按省级；法律没有明文规定由谁设定的类型不判断；只以规范性文件为依据的由 L04 报告。",
        "Only establishing bases count; penalties are judged by their kinds, measures by their names, and "
        "enforcement may be created by a law alone; the rank is that of the index, else of the list, and "
        "nothing is said where one is unknown; a rule that may be a province's counts as one; types whose "
        "creation no statute governs are left out; what rests on normative documents alone is told by L04.",
    ),
)
def basis_ranks_too_low(case: Case) -> Iterator[Hit]:
    """Licences, penalties and compulsion whose establishing bases may not create them."""
    for owner, type, bases, known, clause in _created_too_low(case):
        if len(known) == len(bases):
            rank = min(known, key=_height)
            yield Hit(owner, field="bases", witness=tuple(bases), rank=rank, type=type, clause=clause)


@rule(
    "L04",
    Severity.ERROR,
    reviewers=(Reviewer.LEGAL,),
    serves=Aim.LAWFUL,
    title=Text("只以规范性文件为依据", "Resting on normative documents alone"),
    why=Text(
        "规范性文件和三定规定不得设定许可、处罚、强制，不得减损权利、增加义务。",
        "Normative documents and staffing decrees may create no licence, penalty or compulsion.",
    ),
    fix=Text(
        "查明并写上设定它的法律法规；没有的，取消这项职权。",
        "Find and cite the legislation that creates it; where there is none, drop the power.",
    ),
    message=Text(
        "“{it.title}”是{type}，依据只有{names}，没有法律、法规或者规章。",
        "“{it.title}” ({type}) rests on {names} alone: no law, regulation or rule.",
    ),
    basis=Text(
        "国办发〔2018〕37号：规范性文件不得增加法律、法规规定之外的行政权力事项",
        "General Office document 37 of 2018: normative documents add no powers to those of legislation",
    ),
    needs=(Layer.BASES,),
    unless=Text(
        "只看许可、处罚、强制；子项的依据一并算；有一处位阶不明的不判断；时限、收费、追责依据不算。",
        "Licences, penalties and compulsion only; bases of the sub-items count; nothing is said where one "
        "rank is unknown; clauses on limits, fees and accountability do not count.",
    ),
)
def only_normative_documents(case: Case) -> Iterator[Hit]:
    """Licences, penalties and compulsion without any legislation behind them."""
    for power, type in _restricting(case):
        bases = sources(case.graph, power)
        known = ranks(bases, case.laws)
        if known and len(known) == len(bases) and all(map(is_lowest, known)):
            yield Hit(power, field="bases", type=type, names=titles({basis.instrument for basis in bases}))


def _created_too_low(case: Case) -> Iterator[_Low]:
    """What no instrument of known rank may create: who, as what, its bases, their ranks, the clause."""
    procedures = case.practice.procedures
    for power, type in _restricting(case):
        enforced = type is PowerType.COMPULSION and procedures.says("enforcement", power.name)
        for owner, bases in creators(case.graph, power):
            known = ranks(bases, case.laws)
            grant = best_of(type, known, enforcement=enforced)
            if grant is None or grant.may is May.NONE:
                yield owner, type.text, bases, known, grant.basis if grant else ""
            elif beyond := beyond_rank(power, known, grant.may):
                yield owner, Text(f"“{beyond}”", f"“{beyond}”"), bases, known, grant.basis


def _restricting(case: Case) -> Iterator[tuple[Power, PowerType]]:
    for power in case.in_force.powers:
        if power.type in _RESTRICTING:
            yield power, power.type


def _height(kind: InstrumentKind) -> int:
    found = height(kind)
    return _LOWEST if found is None else found
