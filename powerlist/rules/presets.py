"""Presets: the rules of one reviewing office, those that are recommended, or all."""

from collections.abc import Iterable

from powerlist.model.severity import Severity
from powerlist.rules.readers import Reviewer
from powerlist.rules.rule import Rule

ALL, RECOMMENDED = "all", "recommended"


def preset_names() -> list[str]:
    """编办 法制 政务 纪检 公开 recommended all."""
    return [*(office.text.zh for office in Reviewer), RECOMMENDED, ALL]


def in_preset(rules: Iterable[Rule], name: str) -> list[Rule]:
    """The rules of a preset; a rule of the user's own that names no office is in every one.

    `recommended` leaves out mere hints. Raises KeyError for an unknown name.
    """
    if name == ALL:
        return list(rules)
    if name == RECOMMENDED:
        return [rule for rule in rules if rule.severity is not Severity.INFO]
    office = {one.text.zh: one for one in Reviewer}[name]
    return [rule for rule in rules if not rule.reviewers or office in rule.reviewers]
