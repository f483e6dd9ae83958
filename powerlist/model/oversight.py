"""监督、承诺与公开: who watches, who has promised, what has been shown to whom."""

from datetime import date
from typing import ClassVar

from powerlist.i18n import Text
from powerlist.model.codes import OversightKind
from powerlist.model.entity import Entity, Visibility


class Oversight(Entity):
    """监督: one kind of oversight over powers, steps, risks or posts."""

    kind: ClassVar[str] = "oversight"
    table: ClassVar[str] = "oversights"
    label: ClassVar[Text] = Text("监督", "Oversight")

    oversight_kind: OversightKind
    name: str
    body: str = ""  # 监督主体
    post: str | None = None
    covers: tuple[str, ...] = ()
    phone: str = ""


class Pledge(Entity):
    """岗位廉政承诺书."""

    kind: ClassVar[str] = "pledge"
    table: ClassVar[str] = "pledges"
    label: ClassVar[Text] = Text("承诺书", "Pledge")
    seen_by: ClassVar[Visibility] = Visibility.INTERNAL

    post: str
    risks: tuple[str, ...] = ()
    signed_on: date | None = None
    fingerprint: str = ""  # of the risks it was signed for


class ResponsibilityLetter(Entity):
    """廉政风险防控责任书, from a superior post to the next."""

    kind: ClassVar[str] = "letter"
    table: ClassVar[str] = "letters"
    label: ClassVar[Text] = Text("责任书", "Letter of responsibility")
    seen_by: ClassVar[Visibility] = Visibility.INTERNAL

    superior: str
    subordinate: str
    risks: tuple[str, ...] = ()
    period: str = ""
    signed_on: date | None = None
    fingerprint: str = ""


class Publication(Entity):
    """公开: what was shown where, and which content it was."""

    kind: ClassVar[str] = "publication"
    table: ClassVar[str] = "publications"
    label: ClassVar[Text] = Text("公开", "Publication")

    of: str
    view: str = ""  # list, external flowchart, risk sheet ...
    channel: str = ""
    published_on: date | None = None
    withdrawn_on: date | None = None
    fingerprint: str = ""
