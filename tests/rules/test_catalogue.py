"""The catalogue of checks: every one is a rule, as grave as it says and for the office that it names."""

import pytest

from powerlist.model.severity import Severity
from powerlist.rules import RULES
from powerlist.rules.readers import Reviewer

# Number, E 必须改 W 应核实 I 提示, 编 编办 法 法制 政 政务服务 纪 纪检 公 公开.
CATALOGUE = """
A: 01E编纪 02E编纪 03W纪 04E编 05E政 06E编 07W纪 08W编 09E编纪 10E编 11E编纪 12I编 13W政
B: 01E公 02E公 03E公 04E公纪 05E公 06W公 07W公 08E公 09W公 10W公
C: 01E编 02E编法 03E编 04E法纪 05E政 06W政 07W法 08W政 09E编 10W编
D: 01E编 02W编 03W编 04I编 05E政 06E政 07W法 08W编 09W纪 10W编 11W编 12W编
L: 01E法 02E法 03E法 04E法 05W法 06E法编 07E法 08E法政 09E法政 10E编 11W法 12E纪
O: 01E编 02I编 03E编 04W纪 05W纪 06E法 07E编 08W政 09W政
P: 01E政 02E纪法 03E法 04E法 05W法 06W政 07E政 08E法 09W政 10I政 11E政编 12E编 13W纪
R: 01W纪 02E纪 03E纪 04E纪 05W纪 06W纪 07W纪 08E纪 09E纪 10W纪 11I纪 12E纪 13W纪 14I纪
S: 01E纪 02E纪 03E法 04E纪 05W纪 06E纪 07E纪 08E法 09W纪 10W纪 11I法
T: 01E政 02W法 03E政 04W法 05E法 06W法 07W政 08I政 09I政 10W法 11W法 12E公
"""
GRAVE = {"E": Severity.ERROR, "W": Severity.WARNING, "I": Severity.INFO}
OFFICES = {
    "编": Reviewer.STAFFING,
    "法": Reviewer.LEGAL,
    "政": Reviewer.SERVICE,
    "纪": Reviewer.DISCIPLINE,
    "公": Reviewer.DISCLOSURE,
}
CHECKS = [
    (f"{family}{word[:2]}", word[2], word[3:])
    for family, _, words in (line.partition(":") for line in CATALOGUE.strip().splitlines())
    for word in words.split()
]


def test_the_catalogue_is_whole() -> None:
    assert len(CHECKS) == 116


@pytest.mark.parametrize(("code", "grave", "offices"), CHECKS, ids=[code for code, *_ in CHECKS])
def test_a_check_of_the_catalogue_is_a_rule_for_whom_it_says(code: str, grave: str, offices: str) -> None:
    rule = RULES.find(code)
    assert rule is not None
    assert rule.severity is GRAVE[grave]
    assert {*rule.reviewers} == {OFFICES[sign] for sign in offices}
