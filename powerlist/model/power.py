"""职权: one entry of the power list, with its card."""

from typing import Annotated, ClassVar

from powerlist.i18n import Text
from powerlist.model.codes import Disposition, ExerciseLevel, ItemType, LegacyGroup, PowerType
from powerlist.model.entity import Entity, Lasting, Record, Visibility
from powerlist.model.limits import TimeLimit


class RequiredDocument(Record):
    """申请材料."""

    name: str
    form: str = ""


class Fee(Record):
    """收费: `charged` False is the statement that nothing is charged."""

    charged: bool
    standard: str = ""


class Column(Record):
    """A column of the list that the model has no field for: kept as it was."""

    heading: str
    text: str


class Power(Lasting):
    """一项职权. `type` is None where the list does not say it."""

    kind: ClassVar[str] = "power"
    table: ClassVar[str] = "powers"
    label: ClassVar[Text] = Text("职权", "Power")

    name: str
    code: str = ""
    number: str = ""  # 序号，照录
    type: PowerType | None = None
    group: LegacyGroup | None = None
    disposition: Disposition | None = None
    units: tuple[str, ...] = ()  # 承办机构
    supporting_units: tuple[str, ...] = ()  # 配合机构
    exercised_by: str = ""  # 行使主体，照录
    exercise_level: ExerciseLevel | None = None
    exercise_scope: str = ""  # 层级权限、行使内容，照录
    counterparties: tuple[str, ...] = ()  # 行政相对人、服务对象
    documents: tuple[RequiredDocument, ...] = ()
    fee: Fee | None = None
    statutory_limit: TimeLimit | None = None
    promised_limit: TimeLimit | None = None
    item_type: ItemType | None = None
    output: str = ""
    relief: str = ""  # 救济渠道
    oversight_phones: tuple[str, ...] = ()
    handles_money: bool | None = None
    discretion: Annotated[int | None, Visibility.INTERNAL] = None  # 裁量空间 3 高 2 中 1 低
    note: Annotated[str, Visibility.INTERNAL] = ""
    columns: Annotated[tuple[Column, ...], Visibility.INTERNAL] = ()

    @property
    def running(self) -> bool:
        """Whether the bureau still runs it."""
        return self.disposition is None or not self.disposition.gone


class SubItem(Entity):
    """子项."""

    kind: ClassVar[str] = "sub_item"
    table: ClassVar[str] = "sub_items"
    label: ClassVar[Text] = Text("子项", "Sub-item")
    parent: ClassVar[str | None] = "power"

    power: str
    name: str
    code: str = ""
    number: str = ""
