"""廉政风险: where integrity can fail, how gravely, and what stands against it."""

from datetime import date
from typing import Annotated, ClassVar

from powerlist.i18n import Text
from powerlist.model.codes import Phase
from powerlist.model.entity import Entity, Record, Visibility


class Input(Record):
    """One answer that a rating rests on: likelihood 2, consequence 3."""

    name: str
    value: float


class Rating(Record):
    """One value of a risk under a scheme. `rank` 3 high, 2 general, 1 low; `label` is the place's word."""

    rank: int
    label: str = ""
    scheme: str = ""
    inputs: tuple[Input, ...] = ()
    by: str | None = None
    on: date | None = None
    reason: str = ""


class RiskPoint(Entity):
    """风险点: a risk of one step and post. The inherent rating decides what rules and charts say."""

    kind: ClassVar[str] = "risk"
    table: ClassVar[str] = "risks"
    label: ClassVar[Text] = Text("风险点", "Risk point")
    parent: ClassVar[str | None] = "step"
    seen_by: ClassVar[Visibility] = Visibility.DISCIPLINE_ONLY

    step: str  # a step or a gateway
    power: str | None = None  # None: every power of the process
    post: str | None = None  # None: the post of the step
    risk_kind: str | None = None  # key of a RiskScheme
    event: str  # 表现形式
    cause: str = ""
    consequence: str = ""
    inherent: Rating | None = None
    residual: Rating | None = None
    actual: Rating | None = None
    supervisor: str | None = None  # 监督责任岗位
    reviewed_against: str | None = None  # the fingerprint of the process it was reviewed with

    @property
    def title(self) -> str:
        """What happens when it comes true."""
        return self.event

    @property
    def rank(self) -> int | None:
        """3 high, 2 general, 1 low by the inherent rating; None where unrated."""
        return self.inherent.rank if self.inherent else None


class Control(Entity):
    """防控措施: what works against one or several risks, and whose it is."""

    kind: ClassVar[str] = "control"
    table: ClassVar[str] = "controls"
    label: ClassVar[Text] = Text("防控措施", "Control")
    parent: ClassVar[str | None] = "risks"
    seen_by: ClassVar[Visibility] = Visibility.DISCIPLINE_ONLY

    risks: tuple[str, ...] = ()
    text: str
    phase: Phase | None = None
    owner: str | None = None
    supervisor: str | None = None
    frequency: Annotated[str, Visibility.DISCIPLINE_ONLY] = ""
