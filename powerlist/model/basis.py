"""法定依据: which clause of which instrument, and what for."""

from typing import ClassVar

from powerlist.i18n import Text
from powerlist.model.codes import BasisRole, InstrumentKind
from powerlist.model.entity import Entity


class LegalBasis(Entity):
    """One clause that something rests on. `quote` holds only what the user's own list quotes."""

    kind: ClassVar[str] = "basis"
    table: ClassVar[str] = "bases"
    label: ClassVar[Text] = Text("依据", "Legal basis")
    parent: ClassVar[str | None] = "owner"

    owner: str  # a power, sub-item, duty, ground, step or control
    role: BasisRole = BasisRole.ESTABLISHING
    instrument_kind: InstrumentKind | None = None
    instrument: str  # 题名，不带书名号
    document_no: str = ""  # 文号
    version: str = ""  # 年份或修正说明，照录
    article: int | None = None
    inserted: int | None = None  # 第X条之N
    paragraph: int | None = None
    item: int | None = None
    quote: str = ""

    @property
    def title(self) -> str:
        """《题名》第N条第N款第N项."""
        return f"《{self.instrument}》{self.place}"

    @property
    def place(self) -> str:
        """第N条之N第N款第N项; empty where no article is given."""
        if self.article is None:
            return ""
        inserted = f"之{self.inserted}" if self.inserted else ""
        paragraph = f"第{self.paragraph}款" if self.paragraph else ""
        item = f"第{self.item}项" if self.item else ""
        return f"第{self.article}条{inserted}{paragraph}{item}"
