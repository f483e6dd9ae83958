"""Who acts: the authority, its units, their posts, and (optional, never public) persons."""

from datetime import date
from typing import Annotated, ClassVar

from powerlist.i18n import Text
from powerlist.model.codes import PostLevel, UnitKind
from powerlist.model.entity import Entity, Lasting, Record, Visibility

INTERNAL = Visibility.INTERNAL


class Declared(Record):
    """A number that the authority has reported: of a type, a former group, or of all (合计)."""

    of: str
    count: int


class Authority(Entity):
    """实施主体: the body in whose name powers are exercised."""

    kind: ClassVar[str] = "authority"
    table: ClassVar[str] = "authority"
    label: ClassVar[Text] = Text("实施主体", "Authority")

    name: str
    code: str = ""  # 统一社会信用代码
    region: str = ""
    declared: tuple[Declared, ...] = ()  # 上报口径
    catalogue: bool = False  # 通用目录: no authority's own list but the one that others follow


class Unit(Lasting):
    """承办机构、内设科室."""

    kind: ClassVar[str] = "unit"
    table: ClassVar[str] = "units"
    label: ClassVar[Text] = Text("科室", "Unit")

    name: str
    parent_unit: str | None = None
    led_by: str | None = None  # 分管领导的岗位
    unit_kind: UnitKind | None = None
    succeeded_by: tuple[str, ...] = ()  # 职责划入的科室


class Post(Lasting):
    """岗位: what a duty is assigned to. `holders` is how many people hold it; 0 is vacant, None unknown."""

    kind: ClassVar[str] = "post"
    table: ClassVar[str] = "posts"
    label: ClassVar[Text] = Text("岗位", "Post")

    name: str
    unit: str | None = None
    level: PostLevel = PostLevel.STAFF
    holders: Annotated[int | None, INTERNAL] = None
    backup_post: Annotated[str | None, INTERNAL] = None  # AB 岗
    reports_to: str | None = None
    work: str = ""  # 岗位职责
    granted: tuple[str, ...] = ()  # 授权办理的阶段，阶段目录的键
    rotation_due: Annotated[date | None, INTERNAL] = None  # 轮岗到期日

    @property
    def vacant(self) -> bool:
        """Whether nobody holds it."""
        return self.holders == 0


class Holding(Record):
    """A person holds a post from one day to another."""

    post: str
    valid_from: date | None = None
    valid_to: date | None = None


class Person(Entity):
    """人员: optional; whoever one human being is, over several posts."""

    kind: ClassVar[str] = "person"
    table: ClassVar[str] = "persons"
    label: ClassVar[Text] = Text("人员", "Person")
    seen_by: ClassVar[Visibility] = Visibility.INTERNAL

    name: str
    holdings: tuple[Holding, ...] = ()
    relatives: Annotated[tuple[str, ...], Visibility.DISCIPLINE_ONLY] = ()  # 有亲属关系的人员

    @property
    def posts(self) -> tuple[str, ...]:
        """The ids of the posts held, at any time."""
        return tuple(holding.post for holding in self.holdings)


class Mandate(Entity):
    """三定职责: one duty that the staffing decree gives the authority, and the powers that carry it out."""

    kind: ClassVar[str] = "mandate"
    table: ClassVar[str] = "mandates"
    label: ClassVar[Text] = Text("三定职责", "Mandate")

    text: str
    number: str = ""
    powers: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """Its first words, short enough for one line."""
        return self.text if len(self.text) <= 40 else self.text[:39] + "…"
