"""流程: how a power runs step by step. A process stands on its own and may serve many powers."""

from typing import Annotated, ClassVar

from powerlist.i18n import Text
from powerlist.model.codes import GatewayKind, ProcessStatus, StepKind
from powerlist.model.entity import Entity, Visibility
from powerlist.model.limits import TimeLimit


class Process(Entity):
    """流程; `variant` tells the general from the simplified procedure."""

    kind: ClassVar[str] = "process"
    table: ClassVar[str] = "processes"
    label: ClassVar[Text] = Text("流程", "Process")

    name: str
    powers: tuple[str, ...] = ()
    sub_items: tuple[str, ...] = ()
    variant: str = ""
    status: ProcessStatus = ProcessStatus.CURRENT


class Step(Entity):
    """环节. `stage` is a key of the stage catalogue; a clock stop names its clause as a LegalBasis."""

    kind: ClassVar[str] = "step"
    table: ClassVar[str] = "steps"
    label: ClassVar[Text] = Text("环节", "Step")
    parent: ClassVar[str | None] = "process"

    process: str
    name: str
    step_kind: StepKind = StepKind.TASK
    stage: str | None = None
    post: Annotated[str | None, Visibility.INTERNAL] = None
    limit: TimeLimit | None = None
    documents: tuple[str, ...] = ()  # 形成的文书
    points: Annotated[str, Visibility.INTERNAL] = ""  # 承办要求
    duties: Annotated[tuple[str, ...], Visibility.INTERNAL] = ()
    discretion: Annotated[bool, Visibility.INTERNAL] = False
    handles_money: Annotated[bool, Visibility.INTERNAL] = False
    clock_stops: bool = False
    agency: str = ""  # 中介服务机构
    visible: bool = True  # an outsider sees it
    external_name: str = ""


class Gateway(Entity):
    """判断框、并行线."""

    kind: ClassVar[str] = "gateway"
    table: ClassVar[str] = "gateways"
    label: ClassVar[Text] = Text("判断", "Gateway")
    parent: ClassVar[str | None] = "process"

    process: str
    name: str = ""
    gateway_kind: GatewayKind = GatewayKind.EXCLUSIVE
    post: Annotated[str | None, Visibility.INTERNAL] = None
    visible: bool = True
    external_name: str = ""


class Flow(Entity):
    """流转: from one step or gateway to the next. `favourable` is the exit an applicant hopes for."""

    kind: ClassVar[str] = "flow"
    table: ClassVar[str] = "flows"
    label: ClassVar[Text] = Text("流转", "Flow")
    parent: ClassVar[str | None] = "process"
    link: ClassVar[bool] = True

    process: str
    source: str
    target: str
    condition: str = ""
    favourable: bool = False
    informs_once: bool = False  # 一次性告知，使补正不会无限循环
