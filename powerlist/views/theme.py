"""How everything looks, once: colours and line widths of pictures, papers and pages.

Each meaning is carried by shape or width as well as by colour, so that a photocopy still says it.
"""

from dataclasses import dataclass

from powerlist.i18n import Text
from powerlist.model.severity import Severity

PAPER = "#ffffff"
INK = "#1b2733"
QUIET = "#4a5a6a"  # details, labels, subtitles
LINE = "#33475b"
LANE_BORDER = "#7b8ea0"
HEADER = "#dfe8f1"
HEADER_INK = "#12304d"
BAND = "#f4f7fa"
ACCENT = "#1d4f82"
TERMINATOR = "#e9eff5"
DECISION = "#fdf7e6"
DOCUMENT = "#f6f8fa"
WITNESS = "#c81e1e"  # the bypass path and its like
DRAFT = "#dde2e7"

BOX_WIDTH = 1.0
BAR_WIDTH = 1.6
ARROW_WIDTH = 1.0
WITNESS_WIDTH = 2.2
LANE_WIDTH = 0.7
FINDING_WIDTH = 2.2


@dataclass(frozen=True, slots=True)
class RiskLook:
    """A level of risk on sight: symbol, colour and dark edge, the ink on that colour, its word and letter."""

    symbol: str
    colour: str
    edge: str
    ink: str
    word: Text
    letter: Text


@dataclass(frozen=True, slots=True)
class SeverityLook:
    """A finding on sight: the colour of its outline, the sign in its badge, its word."""

    colour: str
    sign: str
    word: Text


RISKS: dict[int, RiskLook] = {
    3: RiskLook("▲", "#c62828", "#8e1b1b", PAPER, Text("高风险", "high risk"), Text("高", "H")),
    2: RiskLook("◆", "#f2a33a", "#8a4b00", "#2b1a00", Text("一般风险", "general risk"), Text("中", "M")),
    1: RiskLook("●", "#2166ac", "#174a7e", PAPER, Text("低风险", "low risk"), Text("低", "L")),
}

SEVERITIES: dict[Severity, SeverityLook] = {
    Severity.ERROR: SeverityLook("#b42318", "×", Text("必须改", "error")),
    Severity.WARNING: SeverityLook("#b45309", "!", Text("应核实", "warning")),
    Severity.INFO: SeverityLook("#1f5f99", "i", Text("提示", "info")),
}
