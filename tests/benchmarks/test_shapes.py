"""A thousand powers beside pySHACL: the gap rules A01, L01, R02, C04 and separation S06 as shapes and SPARQL.

`pytest tests/benchmarks/test_shapes.py -o addopts= -s` says the figures; pySHACL is in the extra `bench`.
Both begin with the loaded register and end with the findings; each builds its own graph.
"""

from collections.abc import Iterator
from itertools import pairwise
from time import process_time
from typing import Any

import pytest

from powerlist.model.basis import LegalBasis
from powerlist.model.codes import Phase, PowerType
from powerlist.model.duty import AccountabilityGround, Assignment, Duty
from powerlist.model.entity import Entity
from powerlist.model.organisation import Authority, Post
from powerlist.model.power import Power
from powerlist.model.process import Flow, Process, Step
from powerlist.model.register import KINDS, Register
from powerlist.model.risk import Control, Rating, RiskPoint
from powerlist.practice import load
from powerlist.rules import check
from tests.rules.reading import DAY

RULES = ("A01", "L01", "R02", "C04", "S06")
STAGES = ("acceptance", "review", "decision", "delivery")
SHARE = 0.01  # of the time of pySHACL


def register(powers: int) -> Register:
    """Powers with four duties, four steps, two risks and seven controls each, and a fault in every few."""
    tables: dict[str, Any] = {kind.table: [] for kind in KINDS.values()}
    posts = [Post(id=f"post{n}", name=f"岗位{n}", holders=2) for n in range(40)]
    for entity in (*posts, *(one for n in range(powers) for one in _power(n))):
        tables[entity.table].append(entity)
    return Register(authority=Authority(id="authority", name="示例局"), **tables)


def _power(n: int) -> Iterator[Entity]:
    power, process = f"w{n}", f"p{n}"
    yield Power(id=power, name=f"职权{n}", type=PowerType.LICENCE)
    if n % 11:
        yield LegalBasis(id=f"{power}.b", owner=power, instrument="示例条例", article=1 + n % 50)
    duties = [f"{power}.d{k}" for k in range(4)]
    for k, duty in enumerate(duties):
        yield Duty(id=duty, power=power, text=f"责任{n}-{k}", stage=STAGES[k])
        if (n + k) % 13:
            yield Assignment(id=f"{duty}.a", duty=duty, post=f"post{(n + k) % 40}")
    if n % 17:
        ground = f"{power}.g"
        enforced = tuple(duties[: 3 if n % 5 == 0 else 4])
        sanctions = ("行政处分",) if n % 7 else ()
        yield AccountabilityGround(
            id=ground, power=power, text="不履责", duties=enforced, sanctions=sanctions
        )
        if n % 19:
            yield LegalBasis(id=f"{ground}.b", owner=ground, instrument="示例条例", article=2)
    yield Process(id=process, name=f"流程{n}", powers=(power,))
    steps = [f"{process}.s{k}" for k in range(4)]
    for k, step in enumerate(steps):
        yield Step(id=step, process=process, name=f"环节{k}", stage=STAGES[k], post=f"post{(n + k) % 40}")
    for one, other in pairwise(steps):
        yield Flow(id=f"{one}>", process=process, source=one, target=other)
    for k, rank in ((1, 3), (2, 2)):
        risk = f"{process}.r{k}"
        yield RiskPoint(id=risk, step=steps[k], event=f"风险{n}-{k}", inherent=Rating(rank=rank))
        for place, phase in enumerate(Phase):
            if (n + k + place) % 6 and (k == 1 or n % 9):
                own = (n + place) % 23 == 0
                owner = f"post{(n + k + (0 if own else 7)) % 40}"
                yield Control(id=f"{risk}.c{place}", risks=(risk,), text="措施", phase=phase, owner=owner)


def ours(listed: Register) -> set[tuple[str, str]]:
    """Rule and thing of every finding."""
    return {(one.code, one.entity.id) for one in check(listed, load(), DAY, select=RULES).findings}


# -- the same for pySHACL

SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix : <urn:x:> .
:A01 a sh:NodeShape ; sh:targetClass :Duty ; sh:property [ sh:path :performedBy ; sh:minCount 1 ] .
:L01 a sh:NodeShape ; sh:targetClass :Power ;
    sh:property [ sh:path [ sh:inversePath :basisOf ] ; sh:minCount 1 ] .
:C04 a sh:NodeShape ; sh:targetClass :Power ;
    sh:property [ sh:path [ sh:inversePath :groundOf ] ; sh:minCount 1 ] .
:C04g a sh:NodeShape ; sh:targetClass :Ground ;
    sh:property [ sh:path [ sh:inversePath :basisOf ] ; sh:minCount 1 ] ;
    sh:property [ sh:path :sanction ; sh:minCount 1 ] .
:C04d a sh:NodeShape ; sh:targetClass :Duty ; sh:sparql [ sh:select \"\"\"
    SELECT $this WHERE { $this <urn:x:dutyOf> ?w . ?g <urn:x:groundOf> ?w .
    FILTER NOT EXISTS { ?any <urn:x:enforces> $this } }\"\"\" ] .
:R02 a sh:NodeShape ; sh:targetClass :Risk ;
    sh:property [ sh:path [ sh:inversePath :against ] ; sh:minCount 1 ] .
:R02h a sh:NodeShape ; sh:targetClass :HighRisk ;
    sh:property [ sh:path [ sh:inversePath :against ] ; sh:qualifiedMinCount 1 ;
        sh:qualifiedValueShape [ sh:path :phase ; sh:hasValue "before" ] ] ;
    sh:property [ sh:path [ sh:inversePath :against ] ; sh:qualifiedMinCount 1 ;
        sh:qualifiedValueShape [ sh:path :phase ; sh:hasValue "during" ] ] ;
    sh:property [ sh:path [ sh:inversePath :against ] ; sh:qualifiedMinCount 1 ;
        sh:qualifiedValueShape [ sh:path :phase ; sh:hasValue "after" ] ] .
:S06 a sh:NodeShape ; sh:targetClass :Control ; sh:sparql [ sh:select \"\"\"
    SELECT $this WHERE { $this <urn:x:owner> ?p . $this <urn:x:against> ?r . ?r a <urn:x:HighRisk> .
    ?r <urn:x:at> ?s . ?s <urn:x:post> ?p }\"\"\" ] .
"""


def triples(listed: Register) -> Iterator[tuple[str, str, str]]:
    """The register as statements."""
    for assignment in listed.assignments:
        yield assignment.duty, "performedBy", assignment.post or ""
    for basis in listed.bases:
        yield basis.id, "basisOf", basis.owner
    for ground in listed.grounds:
        yield ground.id, "groundOf", ground.power
        yield from ((ground.id, "enforces", duty) for duty in ground.duties)
    for duty in listed.duties:
        yield duty.id, "dutyOf", duty.power
    for step in listed.steps:
        yield step.id, "post", step.post or ""
    for risk in listed.risks:
        yield risk.id, "at", risk.step
    for control in listed.controls:
        yield control.id, "owner", control.owner or ""
        yield from ((control.id, "against", risk) for risk in control.risks)


def theirs(listed: Register) -> set[tuple[str, str]]:
    import pyshacl
    from rdflib import RDF, Graph, Literal, Namespace
    from rdflib.namespace import SH

    x, data = Namespace("urn:x:"), Graph()
    for one, relation, other in triples(listed):
        data.add((x[one], x[relation], x[other]))
    kinds = {
        "Power": listed.powers,
        "Duty": listed.duties,
        "Ground": listed.grounds,
        "Control": listed.controls,
    }
    for name, things in {**kinds, "Risk": listed.risks}.items():
        for thing in things:
            data.add((x[thing.id], RDF.type, x[name]))
    for risk in listed.risks:
        if risk.rank == 3:
            data.add((x[risk.id], RDF.type, x.HighRisk))
    for control in listed.controls:
        data.add((x[control.id], x.phase, Literal(control.phase.value if control.phase else "")))
    for ground in listed.grounds:
        for sanction in ground.sanctions:
            data.add((x[ground.id], x.sanction, Literal(sanction)))
    shapes = Graph().parse(data=SHAPES, format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, advanced=True)
    found = set()
    owners = {
        blank: shape for shape in shapes.subjects(RDF.type, SH.NodeShape) for blank in shapes.objects(shape)
    }
    for result in report.subjects(RDF.type, SH.ValidationResult):
        source = report.value(result, SH.sourceShape)
        shape = source if str(source).startswith("urn:x:") else owners[source]
        found.add((str(shape)[6:9], str(report.value(result, SH.focusNode))[6:]))
    return found


@pytest.mark.slow
@pytest.mark.parametrize("powers", [100, 1000])
def test_pyshacl_finds_the_same_in_a_hundred_times_the_time(powers: int) -> None:
    pyshacl = pytest.importorskip("pyshacl")
    listed = register(powers)
    times, mine = [], set[tuple[str, str]]()
    for _ in range(3):
        began = process_time()
        mine = ours(listed)
        times.append(process_time() - began)
    began = process_time()
    peer = theirs(listed)
    spent = process_time() - began
    assert mine == peer
    assert {code for code, _ in mine} == set(RULES)
    figures = f"ours {min(times):.3f} s, pySHACL {pyshacl.__version__} {spent:.1f} s"
    print(f"\n{powers} powers, {len(mine)} findings: {figures}")
    assert powers < 1000 or min(times) < SHARE * spent


def test_the_thousand_powers_have_every_fault_and_no_rule_is_silent() -> None:
    found = ours(register(100))
    assert {code for code, _ in found} == set(RULES)
    assert len(found) < 200
