"""The rank table says who may create what, row by row as the statutes have it."""

import pytest

from powerlist.laws import index, rank
from powerlist.laws.rank import May, best_of, may_create
from powerlist.model.basis import LegalBasis
from powerlist.model.codes import InstrumentKind as Kind
from powerlist.model.codes import PowerType
from tests.laws.citing import TODAY

COLUMNS = (
    Kind.LAW,
    Kind.ADMIN_REGULATION,
    Kind.STATE_COUNCIL_DECISION,
    Kind.LOCAL_REGULATION,
    Kind.DEPT_RULE,
    Kind.GOVT_RULE,
    Kind.NORMATIVE,
)


@pytest.mark.parametrize(
    ("type", "provincial", "enforcement", "row"),
    [
        (PowerType.LICENCE, True, False, "full limited limited limited none limited none"),
        (PowerType.LICENCE, False, False, "full limited limited limited none none none"),
        (PowerType.PENALTY, False, False, "full limited advice limited limited limited none"),
        (PowerType.COMPULSION, False, False, "full limited advice limited none none none"),
        (PowerType.COMPULSION, False, True, "full none none none none none none"),
        (PowerType.REWARD, False, False, "advice advice advice advice advice advice advice"),
    ],
)
def test_each_row_of_the_table(type: PowerType, provincial: bool, enforcement: bool, row: str) -> None:
    grants = [may_create(type, kind, provincial=provincial, enforcement=enforcement) for kind in COLUMNS]
    assert [grant.may.value for grant in grants] == row.split()
    for grant in grants:
        assert bool(grant.limits.zh) is bool(grant.limits.en) is (grant.may is May.LIMITED)


def test_a_rule_of_an_unknown_government_is_judged_in_its_favour() -> None:
    assert may_create(PowerType.LICENCE, Kind.GOVT_RULE).may is May.LIMITED


def test_staffing_decrees_create_nothing() -> None:
    assert may_create(PowerType.PENALTY, Kind.STAFFING_DECREE).may is May.NONE
    assert rank.is_lowest(Kind.STAFFING_DECREE)
    assert not rank.is_lowest(Kind.DEPT_RULE)


def test_the_widest_grant_counts() -> None:
    best = best_of(PowerType.LICENCE, [Kind.NORMATIVE, Kind.LOCAL_REGULATION])
    assert best
    assert best.may is May.LIMITED
    assert best_of(PowerType.LICENCE, []) is None


def test_ranks_are_in_order() -> None:
    assert rank.height(Kind.LAW) == 0
    assert [rank.height(kind) for kind in COLUMNS] == list(range(7))
    assert rank.height(Kind.STAFFING_DECREE) is None


def test_the_clauses_it_rests_on_are_there() -> None:
    """Every statute and article that the table names resolves in the index."""
    for instrument, article in (("行政许可法", 17), ("行政处罚法", 16), ("行政强制法", 13)):
        basis = LegalBasis(id="b", owner="p", instrument=instrument, article=article)
        assert index().resolve(basis, TODAY).trouble is None
