"""Draw what is ordered, and find what is meant."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from powerlist.api.names import unknown
from powerlist.errors import UsageError
from powerlist.graph import PowerGraph
from powerlist.i18n import Lang, Text
from powerlist.model.identity import short_hash
from powerlist.model.power import Power
from powerlist.model.process import Process
from powerlist.model.register import Register
from powerlist.practice import Practice, load
from powerlist.resources import write_whole
from powerlist.rules import Finding
from powerlist.views.bureau_sheets import BureauView, bureau_drawing
from powerlist.views.contact_sheet import contact_sheet as small_pictures
from powerlist.views.diagrams.pen import Format
from powerlist.views.diagrams.pen import draw as draw_picture
from powerlist.views.sheets import View, drawing_of

_BUREAU_NAMES = {BureauView.MAP: "responsibility-map", BureauView.HEAT: "heat-map"}


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


@dataclass(frozen=True)
class BureauPicture:
    """One drawn sheet of the whole bureau: from which side, and its bytes."""

    view: BureauView
    format: Format
    content: bytes

    @property
    def file_name(self) -> str:
        """One a register."""
        return f"{_BUREAU_NAMES[self.view]}.{self.format}"


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


def draw_bureau(
    register: Register,
    view: BureauView,
    format: Format = "svg",
    lang: Lang = "zh",
    practice: Practice | None = None,
) -> BureauPicture:
    """The responsibility map or the heat map of a register."""
    drawing = bureau_drawing(PowerGraph(register), view, practice or load(), lang)
    return BureauPicture(view, format, draw_picture(drawing, format, lang))


def count_pictures(register: Register, order: Order) -> int:
    """How many pictures `draw` will give."""
    return len(_processes(PowerGraph(register), order)) * len(order.views)


def without_process(register: Register, power: Power | None = None) -> list[Power]:
    """Those of the ordered powers (None: all) that have no process, so that nothing is drawn of them."""
    graph = PowerGraph(register)
    return [one for one in ([power] if power else graph.powers) if not graph.processes_of(one)]


def write_picture(picture: Picture | BureauPicture, folder: Path) -> Path:
    """Write one picture into a folder; the path of the file."""
    path = folder / picture.file_name
    write_whole(path, picture.content)
    return path


def write_file(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    write_whole(path, content)


def contact_sheet(pictures: Iterable[Picture]) -> bytes:
    """One PNG that shows all these PNG pictures, small, six a row."""
    return small_pictures([(f"{one.process.name} {one.view.value}", one.content) for one in pictures])


def find_power(register: Register, word: str) -> Power:
    """The power with this code, id or name. Raises UsageError with the nearest ones."""
    for power in register.powers:
        if word in (power.id, power.code, power.name):
            return power
    known = [name for power in register.powers for name in (power.code, power.name) if name]
    near = get_close_matches(word, known, n=3, cutoff=0.5) or [name for name in known if word in name][:3]
    raise UsageError(unknown(Text("职权", "power"), word, near))


def _processes(graph: PowerGraph, order: Order) -> list[Process]:
    """The processes of the powers that are ordered, each once."""
    powers = [order.power] if order.power else graph.powers
    found = {process.id: process for power in powers for process in graph.processes_of(power)}
    return list(found.values())


def _safe(name: str) -> str:
    """`name` for any file system: odd letters replaced, cut to length, and then told apart by a hash."""
    kept = "".join(letter if letter.isalnum() or letter in "-_." else "-" for letter in name).strip(".-")
    cut = kept.encode()[:100].decode(errors="ignore")
    return cut if cut == name else f"{cut}-{short_hash(name)}".lstrip("-")
