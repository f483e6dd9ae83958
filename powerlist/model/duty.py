"""责任: what a power obliges to, who does it, and what follows when it is not done."""

from typing import ClassVar

from powerlist.i18n import Text
from powerlist.model.codes import Raci, TargetRole
from powerlist.model.entity import Entity, Lasting


class Duty(Entity):
    """责任事项: one numbered duty. `stage` is a key of the stage catalogue, `heading` the list's own word."""

    kind: ClassVar[str] = "duty"
    table: ClassVar[str] = "duties"
    label: ClassVar[Text] = Text("责任事项", "Duty")
    parent: ClassVar[str | None] = "power"

    power: str
    sub_item: str | None = None
    text: str
    stage: str | None = None
    heading: str = ""
    number: str = ""

    @property
    def title(self) -> str:
        """Its first words, short enough for one line."""
        return self.text if len(self.text) <= 40 else self.text[:39] + "…"


class Assignment(Lasting):
    """分工: a duty given to a post or, where the list says no more, to a unit."""

    kind: ClassVar[str] = "assignment"
    table: ClassVar[str] = "assignments"
    label: ClassVar[Text] = Text("分工", "Assignment")
    parent: ClassVar[str | None] = "duty"
    link: ClassVar[bool] = True

    duty: str
    raci: Raci = Raci.RESPONSIBLE
    post: str | None = None
    unit: str | None = None


class AccountabilityGround(Entity):
    """追责情形; its bases are `LegalBasis` rows with the role ACCOUNTABILITY."""

    kind: ClassVar[str] = "ground"
    table: ClassVar[str] = "grounds"
    label: ClassVar[Text] = Text("追责情形", "Ground of accountability")
    parent: ClassVar[str | None] = "power"

    power: str
    text: str
    duties: tuple[str, ...] = ()  # empty: every duty of the power
    sanctions: tuple[str, ...] = ()  # 追责形式
    targets: tuple[TargetRole, ...] = ()
    number: str = ""

    @property
    def title(self) -> str:
        """Its first words, short enough for one line."""
        return self.text if len(self.text) <= 40 else self.text[:39] + "…"
