"""The facade: open, check, draw, draft, write; one short function each.

A name is loaded when it is first asked for: a command loads what it needs and no more.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from powerlist.analysis.belonging import Belonging
    from powerlist.analysis.overview import Overview, PowerLine, overview
    from powerlist.api.book import Book, open_book, rules_text
    from powerlist.api.checking import (
        check,
        explain,
        findings_csv,
        findings_data,
        findings_text,
        findings_totals,
        reaches,
        rules,
        severity_name,
        write_findings,
    )
    from powerlist.api.drafts import confirm, draft, newly_made, waiting_text
    from powerlist.api.drawing import (
        BureauPicture,
        Order,
        Picture,
        contact_sheet,
        count_pictures,
        draw,
        draw_bureau,
        find_power,
        picture_of,
        without_process,
        write_file,
        write_picture,
    )
    from powerlist.api.each import Checked, Task, check_each, lists_in
    from powerlist.api.exchange import (
        Change,
        Changes,
        Clash,
        Collected,
        Filled,
        Parcels,
        What,
        changes_text,
        clashes_text,
        collect,
        convert,
        export,
        filled_text,
        over,
        parcels_text,
        split,
        take,
        taken_over,
        template,
        write_parcels,
    )
    from powerlist.api.fixes import find_fixes, fixes_text, write_fixed
    from powerlist.api.generating import generate
    from powerlist.api.living import (
        Desk,
        annotated_upload,
        beside_earlier,
        desk,
        earlier_check,
        waivers_of,
    )
    from powerlist.api.looking import belonging_of, graph_of, practice, today
    from powerlist.api.opening import (
        DEMO,
        column_fields,
        column_map,
        demo,
        import_data,
        import_text,
        open_sources,
        open_uploads,
        refuse_as_target,
        refuse_nothing,
        refuse_sources,
        sample_list,
        save,
        yaml_of,
    )
    from powerlist.api.recording import ALL, record_reviewed, record_shown, record_signed, recorded_text
    from powerlist.api.reporting import Comparison, annotated_list, report_text, since
    from powerlist.api.shelf import Earlier, Put, Shelf
    from powerlist.api.stores import STORE, Loaded, Saved, Store, open_store, pull, push, store_in, store_url
    from powerlist.formats.reading import FileReport, Reading, SheetReport
    from powerlist.graph import PowerGraph
    from powerlist.model.codes import BasisRole, PowerType
    from powerlist.model.duty import AccountabilityGround, Assignment, Duty
    from powerlist.model.entity import Entity, State
    from powerlist.model.fingerprint import fingerprint
    from powerlist.model.power import Fee, Power
    from powerlist.model.process import Gateway, Process, Step
    from powerlist.model.register import Register
    from powerlist.model.risk import Control, Rating, RiskPoint
    from powerlist.model.severity import Severity
    from powerlist.model.source import Source
    from powerlist.practice import Practice
    from powerlist.rules import Aim, Finding, Report, Reviewer, Rule, Waiver
    from powerlist.rules.waivers import waivers_text
    from powerlist.views.bureau_sheets import BureauView
    from powerlist.views.diagrams.pen import Format
    from powerlist.views.reports.comparison import Earlier as EarlierCheck
    from powerlist.views.sheets import View
else:
    from powerlist.lazily import names_of

    __getattr__ = names_of(__name__, __file__)

__all__ = [
    "ALL",
    "DEMO",
    "STORE",
    "AccountabilityGround",
    "Aim",
    "Assignment",
    "BasisRole",
    "Belonging",
    "Book",
    "BureauPicture",
    "BureauView",
    "Change",
    "Changes",
    "Checked",
    "Clash",
    "Collected",
    "Comparison",
    "Control",
    "Desk",
    "Duty",
    "Earlier",
    "EarlierCheck",
    "Entity",
    "Fee",
    "FileReport",
    "Filled",
    "Finding",
    "Format",
    "Gateway",
    "Loaded",
    "Order",
    "Overview",
    "Parcels",
    "Picture",
    "Power",
    "PowerGraph",
    "PowerLine",
    "PowerType",
    "Practice",
    "Process",
    "Put",
    "Rating",
    "Reading",
    "Register",
    "Report",
    "Reviewer",
    "RiskPoint",
    "Rule",
    "Saved",
    "Severity",
    "SheetReport",
    "Shelf",
    "Source",
    "State",
    "Step",
    "Store",
    "Task",
    "View",
    "Waiver",
    "What",
    "annotated_list",
    "annotated_upload",
    "belonging_of",
    "beside_earlier",
    "changes_text",
    "check",
    "check_each",
    "clashes_text",
    "collect",
    "column_fields",
    "column_map",
    "confirm",
    "contact_sheet",
    "convert",
    "count_pictures",
    "demo",
    "desk",
    "draft",
    "draw",
    "draw_bureau",
    "earlier_check",
    "explain",
    "export",
    "filled_text",
    "find_fixes",
    "find_power",
    "findings_csv",
    "findings_data",
    "findings_text",
    "findings_totals",
    "fingerprint",
    "fixes_text",
    "generate",
    "graph_of",
    "import_data",
    "import_text",
    "lists_in",
    "newly_made",
    "open_book",
    "open_sources",
    "open_store",
    "open_uploads",
    "over",
    "overview",
    "parcels_text",
    "picture_of",
    "practice",
    "pull",
    "push",
    "reaches",
    "record_reviewed",
    "record_shown",
    "record_signed",
    "recorded_text",
    "refuse_as_target",
    "refuse_nothing",
    "refuse_sources",
    "report_text",
    "rules",
    "rules_text",
    "sample_list",
    "save",
    "severity_name",
    "since",
    "split",
    "store_in",
    "store_url",
    "take",
    "taken_over",
    "template",
    "today",
    "waiting_text",
    "waivers_of",
    "waivers_text",
    "without_process",
    "write_file",
    "write_findings",
    "write_fixed",
    "write_parcels",
    "write_picture",
    "yaml_of",
]
