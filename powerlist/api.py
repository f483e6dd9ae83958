"""The facade: open, check, draw, write; one short function each."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from powerlist import formats
from powerlist.analysis.belonging import Belonging
from powerlist.analysis.overview import Overview, PowerLine, overview
from powerlist.errors import InputError, UsageError
from powerlist.formats.reading import FileReport, Reading, SheetReport
from powerlist.formats.report import report_json
from powerlist.formats.report_text import report_text
from powerlist.formats.uploads import read_uploads
from powerlist.formats.yaml_lines import load_lines
from powerlist.formats.yaml_tree import to_yaml, write_yaml
from powerlist.graph import PowerGraph
from powerlist.i18n import Lang, Text
from powerlist.model.codes import BasisRole, PowerType
from powerlist.model.duty import AccountabilityGround, Assignment, Duty
from powerlist.model.entity import Entity, State
from powerlist.model.fingerprint import fingerprint
from powerlist.model.identity import short_hash
from powerlist.model.power import Fee, Power
from powerlist.model.process import Gateway, Process, Step
from powerlist.model.register import Register
from powerlist.model.risk import Control, Rating, RiskPoint
from powerlist.model.severity import Severity
from powerlist.model.source import Source
from powerlist.practice import Practice, load
from powerlist.practice.headings import load_headings
from powerlist.resources import data_folder, write_whole
from powerlist.rules import RULES, Finding, Report, Rule
from powerlist.rules import check as run_rules
from powerlist.rules import explain as explain_rule
from powerlist.views.contact_sheet import contact_sheet as small_pictures
from powerlist.views.diagrams.pen import Format
from powerlist.views.diagrams.pen import draw as draw_picture
from powerlist.views.reports.findings import SEVERITY, as_data, as_text, totals
from powerlist.views.reports.table import as_csv
from powerlist.views.sheets import View, drawing_of

__all__ = [
    "AccountabilityGround",
    "Assignment",
    "BasisRole",
    "Belonging",
    "Control",
    "Duty",
    "Entity",
    "Fee",
    "FileReport",
    "Finding",
    "Format",
    "Gateway",
    "Order",
    "Overview",
    "Picture",
    "Power",
    "PowerGraph",
    "PowerLine",
    "PowerType",
    "Practice",
    "Process",
    "Rating",
    "Reading",
    "Register",
    "Report",
    "RiskPoint",
    "Rule",
    "Severity",
    "SheetReport",
    "Source",
    "State",
    "Step",
    "View",
    "fingerprint",
    "overview",
]

DEMO = Path("demo") / "bureau"
_NO_YAML = Text(
    "{path}：写出的是 YAML，文件名应以 .yaml 结尾。", "{path}: YAML is written; its name must end with .yaml."
)


# -- open and save


def open_sources(
    sources: Sequence[str | Path],
    *,
    column_map: Mapping[str, str] | None = None,
    practice: Practice | None = None,
) -> Reading:
    """Read files or folders into one register; `demo` means the demo bureau.

    Raises InputError or InputErrors for what cannot be used.
    """
    paths = [data_folder() / DEMO if str(source) == "demo" else Path(source) for source in sources]
    return formats.read(paths, practice=practice or load(), column_map=column_map)


def open_uploads(files: Sequence[tuple[str, bytes]], column_map: Mapping[str, str] | None = None) -> Reading:
    """Read files given as (name, content). Raises PowerlistError for what cannot be used."""
    return read_uploads(files, column_map)


def demo() -> Reading:
    """The demo bureau that ships with the program."""
    return open_sources(["demo"])


def column_map(path: Path) -> dict[str, str]:
    """What the columns of a list mean: heading to field, from a YAML file."""
    data = load_lines(path)
    for heading, meaning in data.items():
        if not isinstance(meaning, str):
            said = Text(f"“{heading}”后面应是一个栏目名。", f"“{heading}” must be followed by a field name.")
            raise InputError(str(path), said, f"L{data.lines[heading]}")
    return dict(data)


def column_fields() -> dict[str, Text]:
    """What a column of a list can be: field to name, as `column_map` takes it."""
    known = load_headings().fields
    return {field: Text(words[0], field.replace("_", " ")) for field, words in known.items()}


def sample_list() -> tuple[str, bytes] | None:
    """A workbook to try the import with, as (name, content); None where it does not ship."""
    path = data_folder() / "demo" / "messy.xls"
    return (path.name, path.read_bytes()) if path.is_file() else None


def save(register: Register, path: Path) -> None:
    """Write the register as the project's own YAML, whole or not at all; UsageError for a wrong name."""
    refuse_as_target(path)
    write_yaml(register, path)


def refuse_as_target(path: Path) -> None:
    """Raise UsageError for a name that YAML must not have: a list would be written over."""
    if path.suffix.lower() not in (".yaml", ".yml"):
        raise UsageError(_NO_YAML.fill(path=path))


def yaml_of(register: Register) -> str:
    """The register in the project's own YAML."""
    return to_yaml(register)


def import_data(reading: Reading, lang: Lang) -> dict[str, Any]:
    """What was found in each file, as data."""
    return report_json(reading, lang)


def import_text(reading: Reading, lang: Lang) -> Iterable[str]:
    """What was found in each file, as lines of text."""
    return report_text(reading, lang)


# -- check


def check(
    register: Register,
    *,
    as_of: date,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    practice: Practice | None = None,
) -> Report:
    """Run the rules on a register as of a day. Raises UsageError for an unknown rule."""
    return run_rules(register, practice or load(), as_of, select=select, ignore=ignore)


def reaches(report: Report, gravity: str) -> bool:
    """Whether a finding is as grave as `gravity` (error, warning, info; never is never reached)."""
    if gravity == "never":
        return False
    weight = Severity(gravity).weight
    return any(finding.severity.weight >= weight for finding in report.findings)


def findings_text(report: Report, lang: Lang) -> Iterable[str]:
    """Findings and totals as lines of text."""
    return as_text(report, lang)


def findings_totals(report: Report, lang: Lang) -> Iterable[str]:
    """Only the totals."""
    return totals(report, lang)


def findings_data(report: Report, register: Register, lang: Lang) -> dict[str, Any]:
    """Findings as data for other programs."""
    return as_data(report, register, lang)


def findings_csv(report: Report, lang: Lang) -> bytes:
    """Findings as a table for a spreadsheet, with nothing in it that would be executed."""
    return as_csv(report, lang)


def write_findings(report: Report, register: Register, folder: Path, lang: Lang) -> None:
    """Write findings.txt and findings.json into a folder."""
    data = json.dumps(as_data(report, register, lang), ensure_ascii=False, indent=2)
    write_whole(folder / "findings.json", data + "\n")
    write_whole(folder / "findings.txt", "\n".join(as_text(report, lang)) + "\n")


def rules() -> Iterable[Rule]:
    """Every rule, by code."""
    return iter(RULES)


def explain(word: str, lang: Lang) -> str:
    """The page of one rule, in Markdown. Raises UsageError for an unknown one."""
    found = RULES.find(word)
    if found is None:
        known = [name for rule in RULES for name in (rule.code, rule.slug)]
        near = get_close_matches(word, known, n=3, cutoff=0.4)
        raise UsageError(_unknown(Text("规则", "rule"), word, near))
    return explain_rule(found, lang)


def severity_name(severity: Severity, lang: Lang) -> str:
    """必须改、应核实、提示."""
    return SEVERITY[severity].of(lang)


# -- look


def graph_of(register: Register) -> PowerGraph:
    """The register as a graph that speaks the trade."""
    return PowerGraph(register)


def belonging_of(graph: PowerGraph) -> Belonging:
    """Whose a thing is: its powers, its units, its box on a chart."""
    return Belonging(graph)


def practice() -> Practice:
    """How this place does it: stages, schemes, headings."""
    return load()


def today() -> date:
    """The day that checks are made for where nobody says another."""
    return date.today()


# -- draw


@dataclass(frozen=True)
class Order:
    """Which pictures are wanted: of one power or of all, which views, as what."""

    power: Power | None = None
    views: tuple[View, ...] = field(default=tuple(View))
    format: Format = "svg"
    lang: Lang = "zh"
    findings: Sequence[Finding] = ()


@dataclass(frozen=True)
class Picture:
    """One drawn sheet: of which process, from which side, and its bytes."""

    process: Process
    view: View
    format: Format
    content: bytes

    @property
    def file_name(self) -> str:
        """A name that every file system takes, unique in its register."""
        return f"{_safe(self.process.id)}-{self.view.value}.{self.format}"


def draw(register: Register, order: Order, practice: Practice | None = None) -> Iterator[Picture]:
    """Draw what is ordered, one picture at a time; a process that serves several powers is drawn once."""
    graph, customs = PowerGraph(register), practice or load()
    for process in _processes(graph, order):
        for view in order.views:
            drawing = drawing_of(graph, process, view, customs, order.lang, order.findings)
            content = draw_picture(drawing, order.format, order.lang)
            yield Picture(process, view, order.format, content)


def picture_of(graph: PowerGraph, process: Process, view: View, order: Order) -> Picture:
    """One process from one side, for the ordered one of its powers."""
    drawing = drawing_of(graph, process, view, load(), order.lang, order.findings, order.power)
    return Picture(process, view, order.format, draw_picture(drawing, order.format, order.lang))


def count_pictures(register: Register, order: Order) -> int:
    """How many pictures `draw` will give."""
    return len(_processes(PowerGraph(register), order)) * len(order.views)


def write_picture(picture: Picture, folder: Path) -> Path:
    """Write one picture into a folder; the path of the file."""
    path = folder / picture.file_name
    write_whole(path, picture.content)
    return path


def write_file(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    write_whole(path, content)


def contact_sheet(pictures: Iterable[Picture]) -> bytes:
    """One PNG that shows all these PNG pictures, small, three a row."""
    return small_pictures([(f"{one.process.name} {one.view.value}", one.content) for one in pictures])


def find_power(register: Register, word: str) -> Power:
    """The power with this code, id or name. Raises UsageError with the nearest ones."""
    for power in register.powers:
        if word in (power.id, power.code, power.name):
            return power
    known = [name for power in register.powers for name in (power.code, power.name) if name]
    near = get_close_matches(word, known, n=3, cutoff=0.5) or [name for name in known if word in name][:3]
    raise UsageError(_unknown(Text("职权", "power"), word, near))


def _processes(graph: PowerGraph, order: Order) -> list[Process]:
    """The processes of the powers that are ordered, each once."""
    powers = [order.power] if order.power else graph.powers
    found = {process.id: process for power in powers for process in graph.processes_of(power)}
    return list(found.values())


def _unknown(what: Text, word: str, near: Sequence[str]) -> Text:
    zh = f"最接近的是：{'、'.join(near)}。" if near else ""
    en = f" Did you mean {', '.join(near)}?" if near else ""
    return Text(f"没有名为“{word}”的{what.zh}。{zh}", f"There is no {what.en} called “{word}”.{en}")


def _safe(name: str) -> str:
    """`name` for any file system: odd letters replaced, cut to length, and then told apart by a hash."""
    kept = "".join(letter if letter.isalnum() or letter in "-_." else "-" for letter in name).strip(".-")
    cut = kept.encode()[:100].decode(errors="ignore")
    return cut if cut == name else f"{cut}-{short_hash(name)}".lstrip("-")
