"""职权: one entry of the power list, with its card."""

from datetime import date
from typing import Annotated, ClassVar

from powerlist.i18n import Text
from powerlist.model.codes import (
    BodyKind,
    DelegationKind,
    Disclosure,
    Disposition,
    ExerciseLevel,
    ItemType,
    LegacyGroup,
    PowerType,
)
from powerlist.model.entity import Entity, Lasting, Record, Visibility
from powerlist.model.limits import TimeLimit


class RequiredDocument(Record):
    """申请材料."""

    name: str
    form: str = ""
    basis: str = ""  # 要求提供的依据，照录


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
    lead_unit: str | None = None  # 牵头机构
    joint_bodies: tuple[str, ...] = ()  # 共同实施的其他部门，照录
    boundary: str = ""  # 职责边界，照录
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
    penalties: tuple[str, ...] = ()  # 处罚种类
    discretion_rule: str = ""  # 裁量基准
    relief: str = ""  # 救济渠道
    oversight_phones: tuple[str, ...] = ()
    location: str = ""  # 办理地点
    contact_phones: tuple[str, ...] = ()
    prerequisites: tuple[str, ...] = ()  # 前置事项的名称或编码，照录
    predecessors: tuple[str, ...] = ()  # 合并、分设以前的编码
    changed_on: date | None = None  # 最近一次调整
    disclosure: Disclosure | None = None
    disclosure_ground: str = ""  # 不予公开的理由
    reassessed_on: date | None = None  # 不予公开最近一次评估
    collective: bool | None = None  # 须集体讨论决定
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


class Delegation(Lasting):
    """授权、委托: a power, or a part of it, given to another body; no `giver` means the authority."""

    kind: ClassVar[str] = "delegation"
    table: ClassVar[str] = "delegations"
    label: ClassVar[Text] = Text("授权委托", "Delegation")
    parent: ClassVar[str | None] = "power"

    power: str
    delegation_kind: DelegationKind = DelegationKind.ENTRUSTMENT
    giver: str = ""
    taker: str
    taker_kind: BodyKind | None = None
    document_no: str = ""  # 委托书

    @property
    def title(self) -> str:
        """Who acts, and how."""
        return f"{self.delegation_kind.text.zh}{self.taker}"
