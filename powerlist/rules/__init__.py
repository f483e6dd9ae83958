"""Verdicts: what is wrong with a register, and where it is written."""

from powerlist.rules import (
    assignment,
    citations,
    coding,
    completeness,
    consistency,
    drafts,
    legality,
    organisation,
    process,
    publication,
    risk,
    separation,
    time,
    upkeep,
)
from powerlist.rules.check import check
from powerlist.rules.report import NotChecked, Report, Summary
from powerlist.rules.rule import RULES, Case, Finding, Hit, Rule, rule
from powerlist.rules.rule_book import explain, rule_book

__all__ = [
    "RULES",
    "Case",
    "Finding",
    "Hit",
    "NotChecked",
    "Report",
    "Rule",
    "Summary",
    "assignment",
    "check",
    "citations",
    "coding",
    "completeness",
    "consistency",
    "drafts",
    "explain",
    "legality",
    "organisation",
    "process",
    "publication",
    "risk",
    "rule",
    "rule_book",
    "separation",
    "time",
    "upkeep",
]
