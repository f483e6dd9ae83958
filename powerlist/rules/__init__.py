"""Verdicts: what is wrong with a register, and where it is written."""

from powerlist.i18n import Text
from powerlist.model.severity import Severity
from powerlist.rules import (
    assignment,
    citations,
    coding,
    completeness,
    consistency,
    counting,
    cover,
    drafts,
    enforcement,
    legality,
    licensing,
    limits,
    offices,
    organisation,
    particulars,
    prerequisites,
    process,
    publication,
    risk,
    separation,
    sequence,
    sharing,
    soundness,
    staffing,
    step_times,
    time,
    upkeep,
    waiving,
)
from powerlist.rules.check import check
from powerlist.rules.own import with_own
from powerlist.rules.presets import preset_names
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.report import NotChecked, Report, Summary
from powerlist.rules.rule import RULES, Case, Finding, Hit, Rule, rule
from powerlist.rules.rule_book import explain, rule_book
from powerlist.rules.settings import Settings, read_settings
from powerlist.rules.waiver import Waiver
from powerlist.rules.waivers import Waived, read_waivers

__all__ = [
    "RULES",
    "Aim",
    "Case",
    "Finding",
    "Hit",
    "NotChecked",
    "Report",
    "Reviewer",
    "Rule",
    "Settings",
    "Severity",
    "Summary",
    "Text",
    "Waived",
    "Waiver",
    "assignment",
    "check",
    "citations",
    "coding",
    "completeness",
    "consistency",
    "counting",
    "cover",
    "drafts",
    "enforcement",
    "explain",
    "legality",
    "licensing",
    "limits",
    "offices",
    "organisation",
    "particulars",
    "prerequisites",
    "preset_names",
    "process",
    "publication",
    "read_settings",
    "read_waivers",
    "risk",
    "rule",
    "rule_book",
    "separation",
    "sequence",
    "sharing",
    "soundness",
    "staffing",
    "step_times",
    "time",
    "upkeep",
    "waiving",
    "with_own",
]
