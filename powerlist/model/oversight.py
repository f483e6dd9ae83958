"""监督、承诺与公开: who watches, who has promised, what has been shown to whom."""

from datetime import date
from typing import Annotated, ClassVar

from powerlist.i18n import Text
from powerlist.model.codes import Disclosure, IncidentKind, OversightKind
from powerlist.model.entity import Entity, Visibility
from powerlist.model.limits import TimeLimit


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
    """公开: what was shown where, and which content it was; `shows` are the headings that stand on it."""

    kind: ClassVar[str] = "publication"
    table: ClassVar[str] = "publications"
    label: ClassVar[Text] = Text("公开", "Publication")

    of: str
    view: str = ""  # list, external flowchart, risk sheet ...
    channel: str = ""
    published_on: date | None = None
    withdrawn_on: date | None = None
    fingerprint: str = ""
    manner: Disclosure | None = None
    audience: str = ""  # 公开对象
    timing: str = ""  # 公开时限：长期、定期、及时
    shows: tuple[str, ...] = ()
    limit: TimeLimit | None = None  # 公开载体上写的办理时限
    issued_hash: str = ""  # 生成时的文件指纹
    file_hash: str = ""  # 现在的文件指纹
    proposed_on: date | None = None
    approved_on: date | None = None
    feedback_on: date | None = None  # 最近一次收到意见
    answered_on: date | None = None
    agreed_with: tuple[str, ...] = ()  # 已与之协商一致的部门
    examined_by: Annotated[tuple[str, ...], Visibility.INTERNAL] = ()  # 保密审查：初审、复审、批准的岗位


class Incident(Entity):
    """问题: a case, a complaint or an audit finding at a step, a post, a power or a risk."""

    kind: ClassVar[str] = "incident"
    table: ClassVar[str] = "incidents"
    label: ClassVar[Text] = Text("问题", "Incident")
    seen_by: ClassVar[Visibility] = Visibility.DISCIPLINE_ONLY

    incident_kind: IncidentKind = IncidentKind.COMPLAINT
    about: str
    text: str = ""
    occurred_on: date | None = None

    @property
    def title(self) -> str:
        """What happened, or what kind of thing it is."""
        return self.text or self.incident_kind.text.zh
