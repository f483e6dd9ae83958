"""Legality: what a power rests on, and how exactly it is cited."""

from collections.abc import Iterator

from powerlist.analysis.bases import without_article, without_source
from powerlist.i18n import Text
from powerlist.model.codes import PowerType
from powerlist.model.severity import Severity
from powerlist.rules.layers import Layer
from powerlist.rules.rule import Case, Hit, rule

_BEYOND_LAW = (PowerType.PUBLIC_SERVICE, PowerType.INTERNAL)


@rule(
    "L01",
    Severity.ERROR,
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
    title=Text("依据没有写到条", "Citation without an article"),
    why=Text(
        "只写法名，无法核对职权出自哪一条，也无法发现条文已经修改。",
        "A title alone cannot be verified, nor can a change of the article be noticed.",
    ),
    fix=Text("写明条、款、项。", "Name article, paragraph and item."),
    hint=Text(
        "写明条、款、项，如“《{it.instrument}》第×条第×款”。",
        "Name article, paragraph and item of 《{it.instrument}》.",
    ),
    message=Text(
        "“{owner}”引用的《{it.instrument}》没有写明条款。",
        "“{owner}” cites 《{it.instrument}》 without an article.",
    ),
    needs=(Layer.BASES,),
    unless=Text(
        "规范性文件、三定规定、国务院决定等常不分条，写明文号即可；同一处另有引用写明条款的不重复提示。",
        "Normative documents, staffing decrees and decisions often have no articles; nothing is said where "
        "the same place also cites the article.",
    ),
)
def basis_without_article(case: Case) -> Iterator[Hit]:
    """Citations that stop at the title."""
    for basis in without_article(case.in_force):
        owner = case.graph.register.find(basis.owner)
        yield Hit(basis, field="instrument", owner=owner.title if owner else "")
