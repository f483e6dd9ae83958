"""The closed lists of the trade; each member knows its words."""

from enum import StrEnum

from powerlist.i18n import Text


class Named(StrEnum):
    """An enum whose members carry their words: `NAME = "value", "中文", "English"`."""

    text: Text

    def __new__(cls, value: str, zh: str = "", en: str = "") -> "Named":
        """A member that is its value and knows its words."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.text = Text(zh, en)
        return member

    @classmethod
    def _missing_(cls, value: object) -> "Named | None":
        """The Chinese name of a member means the member."""
        return next((member for member in cls if member.text.zh == value), None)


class PowerType(Named):
    """The nine kinds of administrative power, other powers, public services, and internal ones."""

    LICENCE = "licence", "行政许可", "Licence"
    PENALTY = "penalty", "行政处罚", "Penalty"
    COMPULSION = "compulsion", "行政强制", "Compulsion"
    LEVY = "levy", "行政征收", "Levy"
    PAYMENT = "payment", "行政给付", "Payment"
    INSPECTION = "inspection", "行政检查", "Inspection"
    CONFIRMATION = "confirmation", "行政确认", "Confirmation"
    REWARD = "reward", "行政奖励", "Reward"
    ADJUDICATION = "adjudication", "行政裁决", "Adjudication"
    OTHER = "other", "其他行政权力", "Other power"
    PUBLIC_SERVICE = "public_service", "公共服务", "Public service"
    INTERNAL = "internal", "内部权力", "Internal power"


class LegacyGroup(Named):
    """The groups of the lists of 2010 to 2015; never mixed with the type."""

    APPROVAL = "approval", "行政审批", "Administrative approval"
    NON_APPROVAL = "non_approval", "非行政审批", "Other than approval"
    CONVENIENCE = "convenience", "便民服务", "Service to the public"


class Disposition(Named):
    """处置意见: what a review decided about a power."""

    KEEP = "keep", "保留", "Keep"
    ADD = "add", "新增", "Add"
    TAKE_OVER = "take_over", "承接", "Take over"
    MERGE = "merge", "整合", "Merge"
    SPLIT = "split", "分设", "Split"
    ADJUST = "adjust", "调整", "Adjust"
    TRANSFER = "transfer", "转移", "Transfer"
    DEVOLVE = "devolve", "下放", "Devolve"
    ENTRUST = "entrust", "委托", "Entrust"
    CANCEL = "cancel", "取消", "Cancel"
    FREEZE = "freeze", "冻结", "Freeze"
    MAKE_INTERNAL = "make_internal", "转内部", "Make internal"
    MAKE_SERVICE = "make_service", "转服务", "Make a service"

    @property
    def gone(self) -> bool:
        """Whether the bureau no longer runs the power."""
        return self in (Disposition.TRANSFER, Disposition.CANCEL, Disposition.FREEZE, Disposition.DEVOLVE)


class ExerciseLevel(Named):
    """行使层级, with the digits of the national codes."""

    STATE = "1", "国家级", "State"
    PROVINCE = "2", "省级", "Province"
    CITY = "3", "市级", "City"
    COUNTY = "4", "县级", "County"
    TOWNSHIP = "5", "乡级", "Township"
    VILLAGE = "6", "村级", "Village"


class ItemType(Named):
    """办件类型."""

    INSTANT = "instant", "即办件", "Done at once"
    PROMISED = "promised", "承诺件", "Done within a promise"


class PostLevel(Named):
    """The level of a post, from the head of the authority to the window."""

    CHIEF = "chief", "主要领导", "Head of the authority"
    DEPUTY = "deputy", "分管领导", "Leader in charge"
    HEAD = "head", "科室负责人", "Head of a unit"
    REVIEWER = "reviewer", "审核岗", "Reviewing post"
    STAFF = "staff", "承办岗", "Handling post"
    WINDOW = "window", "窗口岗", "Window post"
    SUPERVISOR = "supervisor", "监督岗", "Supervising post"


class Raci(Named):
    """分工: who does, who answers, who is asked, who is told."""

    RESPONSIBLE = "R", "承办", "Responsible"
    ACCOUNTABLE = "A", "负责", "Accountable"
    CONSULTED = "C", "会签", "Consulted"
    INFORMED = "I", "告知", "Informed"


class BasisRole(Named):
    """What a legal basis is there for."""

    ESTABLISHING = "establishing", "设定", "Establishing"
    GOVERNING = "governing", "实施", "Governing"
    PROCEDURE = "procedure", "程序", "Procedure"
    LIMIT = "limit", "时限", "Time limit"
    CHARGING = "charging", "收费", "Charging"
    ACCOUNTABILITY = "accountability", "追责", "Accountability"
    STAFFING = "staffing", "三定", "Staffing decree"


class InstrumentKind(Named):
    """The rank of an instrument, as the tag before its title says."""

    LAW = "law", "法律", "Law"
    ADMIN_REGULATION = "admin_regulation", "行政法规", "Administrative regulation"
    STATE_COUNCIL_DECISION = "state_council_decision", "国务院决定", "State Council decision"
    LOCAL_REGULATION = "local_regulation", "地方性法规", "Local regulation"
    DEPT_RULE = "dept_rule", "部门规章", "Departmental rule"
    GOVT_RULE = "govt_rule", "政府规章", "Local government rule"
    NORMATIVE = "normative", "规范性文件", "Normative document"
    STAFFING_DECREE = "staffing_decree", "三定规定", "Staffing decree"
    PARTY_REGULATION = "party_regulation", "党内法规", "Party regulation"
    OTHER = "other", "其他依据", "Other basis"


class TargetRole(Named):
    """追责对象: the four kinds of people who answer."""

    LEGAL_REPRESENTATIVE = "legal_representative", "法定代表人", "Legal representative"
    LEADER_IN_CHARGE = "leader_in_charge", "分管负责人", "Leader in charge"
    UNIT_HEAD = "unit_head", "承办机构负责人", "Head of the handling unit"
    HANDLER = "handler", "具体承办人", "Handler"


class Phase(Named):
    """When a control works."""

    BEFORE = "before", "事前", "Before"
    DURING = "during", "事中", "During"
    AFTER = "after", "事后", "After"


class OversightKind(Named):
    """The eight kinds of oversight, and the internal one."""

    INTERNAL = "internal", "内部监督", "Internal"
    PARTY = "party", "党内监督", "Party"
    CONGRESS = "congress", "人大监督", "People's congress"
    DEMOCRATIC = "democratic", "民主监督", "Democratic"
    ADMINISTRATIVE = "administrative", "行政监督", "Administrative"
    JUDICIAL = "judicial", "司法监督", "Judicial"
    AUDIT = "audit", "审计监督", "Audit"
    SOCIAL = "social", "社会监督", "Social"
    MEDIA = "media", "舆论监督", "Media"


class StepKind(Named):
    """What a step is, and so its outline (GB/T 1526-1989)."""

    START = "start", "开始", "Start"
    END = "end", "结束", "End"
    TASK = "task", "处理", "Task"
    SUBPROCESS = "subprocess", "既定处理", "Predefined process"
    DOCUMENT = "document", "文书", "Document"


class UnitKind(Named):
    """What a unit is; only the authority and its internal units act by themselves."""

    INTERNAL = "internal", "内设机构", "Internal unit"
    BRANCH = "branch", "派出机构", "Branch office"
    INSTITUTION = "institution", "事业单位", "Public institution"
    TEMPORARY = "temporary", "临时机构", "Temporary body"


class BodyKind(Named):
    """What a body is that acts for the authority."""

    ORGAN = "organ", "行政机关", "Administrative organ"
    ORGANISATION = "organisation", "管理公共事务的组织", "Organisation with public functions"
    OTHER = "other", "其他组织或个人", "Other body or person"


class DelegationKind(Named):
    """Whether a body acts in its own name by law, or in the authority's."""

    AUTHORISATION = "authorisation", "授权", "Authorisation"
    ENTRUSTMENT = "entrustment", "委托", "Entrustment"


class Disclosure(Named):
    """公开属性 (Regulation on Open Government Information)."""

    PROACTIVE = "proactive", "主动公开", "Published"
    ON_REQUEST = "on_request", "依申请公开", "On request"
    WITHHELD = "withheld", "不予公开", "Withheld"


class IncidentKind(Named):
    """What has come to light."""

    CASE = "case", "案件", "Case"
    COMPLAINT = "complaint", "投诉", "Complaint"
    AUDIT = "audit", "审计问题", "Audit finding"


class GatewayKind(Named):
    """One exit is taken, all are, or one and more; a join waits for as many."""

    EXCLUSIVE = "exclusive", "判断", "Decision"
    PARALLEL = "parallel", "并行", "Parallel"
    INCLUSIVE = "inclusive", "包容", "Inclusive"


class ProcessStatus(Named):
    """Whether a process runs today, ran before, or is proposed."""

    CURRENT = "current", "现行", "Current"
    FORMER = "former", "原有", "Former"
    PROPOSED = "proposed", "拟行", "Proposed"
