"""The stage library that first drafts are made from: one file a type of power, and one for the organisation.

How the ways of a road are written, see `practice.ways`. A node with `when` is there only where the power has
that feature.
"""

from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, Self, TypeVar

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, model_validator

from powerlist.errors import InputError
from powerlist.i18n import Text
from powerlist.model.codes import (
    GatewayKind,
    InstrumentKind,
    Phase,
    PostLevel,
    PowerType,
    StepKind,
    TargetRole,
)
from powerlist.model.limits import TimeLimit
from powerlist.practice.ways import hops

_HERE = Path(__file__).parent / "templates"
_ORGANISATION = "organisation.yaml"


class _Plan(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


P = TypeVar("P", bound=_Plan)


def _clause(data: Any) -> Any:
    """`中华人民共和国行政许可法 32` is a law and its article."""
    if isinstance(data, str):
        title, _, article = data.rpartition(" ")
        return {"instrument": title, "article": int(article)}
    return data


class ClausePlan(_Plan):
    """A clause by its title and article alone."""

    instrument: str
    article: int
    kind: InstrumentKind = InstrumentKind.LAW


Clause = Annotated[ClausePlan, BeforeValidator(_clause)]


class ControlPlan(_Plan):
    """防控措施: `owner` names roles, the first that is not the risk's own post is taken."""

    phase: Phase
    text: str
    owner: tuple[str, ...]
    frequency: str = ""


class RiskPlan(_Plan):
    """风险点: `inputs` answer the scheme's questions by name."""

    kind: str
    event: str
    cause: str
    consequence: str
    inputs: dict[str, float]
    controls: tuple[ControlPlan, ...]
    when: str | None = None


class NodePlan(_Plan):
    """A step, or with `gateway` a decision or a parallel bar."""

    name: str
    gateway: GatewayKind | None = None
    kind: StepKind = StepKind.TASK
    stage: str | None = None
    who: str | None = None  # a role of the organisation
    weight: int = 0  # its share of the limit
    limit: TimeLimit | None = None  # outside the clock
    documents: tuple[str, ...] = ()
    points: str = ""
    external: str = ""
    visible: bool = True
    discretion: bool = False
    money: bool = False
    when: str | None = None
    stops: tuple[Clause, ...] = ()  # the clock stops where the power itself names one of these clauses
    duty: str = ""
    duty_of: str | None = None  # it carries out the duty of that step
    bases: tuple[Clause, ...] = ()  # of the duty
    risk: RiskPlan | None = None


MONEY = "money"  # the feature of a power that handles money


class RoadPlan(_Plan):
    """One road: the general procedure, the simplified one, that of an item done at once."""

    name: str
    variant: str = ""
    when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    otherwise: TimeLimit | None = None  # where neither a promise nor a statutory limit is known
    nodes: dict[str, NodePlan]
    ways: tuple[str, ...]

    @model_validator(mode="after")
    def _ways_lead_over_nodes(self) -> Self:
        strangers = {hop.node for way in self.ways for hop in hops(way)} - self.nodes.keys()
        if strangers:
            raise ValueError(f"the ways of {self.name} lead over unknown nodes: {sorted(strangers)}")
        return self

    def features(self) -> set[str]:
        """The features that change it."""
        nodes = list(self.nodes.values())
        conditions = [node.when for node in nodes] + [node.risk.when for node in nodes if node.risk]
        return {name for name in conditions if name} | {MONEY for node in nodes if node.money}


class FeaturePlan(_Plan):
    """What a power says that shows a feature: a stage it goes through, or a word in its name."""

    stages: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


class GroundPlan(_Plan):
    """追责情形: `steps` whose duties it enforces, none meaning all."""

    text: str
    steps: tuple[str, ...] = ()
    sanctions: tuple[str, ...]
    targets: tuple[TargetRole, ...]
    bases: tuple[Clause, ...]


class TypePlan(_Plan):
    """Everything that is proposed for one type of power."""

    type: PowerType
    output: str  # what a power of the type gives where the list does not say it
    usual: tuple[str, ...] = ()  # features of a power that says nothing about its stages
    features: dict[str, FeaturePlan] = {}
    words: dict[str, tuple[str, ...]] = {}  # role: words of posts that suit it in this type
    roads: dict[str, RoadPlan]
    grounds: tuple[GroundPlan, ...] = ()


class RolePlan(_Plan):
    """Where a role's post is looked for, and how it is known."""

    scope: tuple[Literal["unit", "supporting", "leader", "authority"], ...]
    levels: tuple[PostLevel, ...] = ()
    words: tuple[str, ...] = ()
    by_words: bool = False  # only a post that one of the words names
    by_matter: bool = False  # a post whose name shares words with the power's comes first
    avoid: tuple[str, ...] = ()  # words in the name of posts that are not taken
    apart: tuple[str, ...] = ()  # roles whose post it may not be
    otherwise: str | None = None  # the role whose post it takes where none fits


class PostPlan(_Plan):
    """A post that is proposed where a unit, or the authority, has none."""

    name: str
    level: PostLevel
    work: str
    reports_to: str | None = None


class OrganisationPlan(_Plan):
    """Roles, and the posts that are proposed where the list names none."""

    roles: dict[str, RolePlan]
    posts: tuple[PostPlan, ...]
    leaders: tuple[PostPlan, ...]
    office: str
    office_words: tuple[str, ...]
    office_posts: tuple[PostPlan, ...]
    stage_columns: tuple[str, ...]
    no_unit: str


class Templates(_Plan):
    """The whole library."""

    organisation: OrganisationPlan
    types: dict[PowerType, TypePlan]


@cache
def load_templates(folder: Path | None = None) -> Templates:
    """The library of `folder`; a file that is not there is taken from the package. Raises InputError."""
    paths = {path.name: path for path in sorted(_HERE.glob("*.yaml"))}
    if folder:
        paths.update({path.name: path for path in sorted(folder.glob("*.yaml")) if path.name in paths})
    organisation = _read(OrganisationPlan, paths.pop(_ORGANISATION))
    plans = [_read(TypePlan, path) for path in paths.values()]
    return Templates(organisation=organisation, types={plan.type: plan for plan in plans})


def _read(kind: type[P], path: Path) -> P:
    """One file of the library, checked."""
    try:
        return kind.model_validate(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        said = Text(f"模板写得不对（{first['msg']}）。", f"the template is wrong ({first['msg']}).")
        raise InputError(str(path), said, place) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        said = Text("不是可读的 YAML。", "this is no readable YAML.")
        raise InputError(str(path), said) from error
