"""Who reads a finding, and which of the six cures of power a rule serves."""

from powerlist.model.codes import Named


class Reviewer(Named):
    """The offices that review a list, each with its own eye."""

    STAFFING = "staffing", "编办", "Staffing office"
    LEGAL = "legal", "法制", "Legal affairs"
    SERVICE = "service", "政务", "Government services"
    DISCIPLINE = "discipline", "纪检", "Discipline"
    DISCLOSURE = "disclosure", "公开", "Disclosure"


class Aim(Named):
    """六权治本: the six ways to put power in order; each rule serves one."""

    LAWFUL = "lawful", "依法确定", "Powers set by law"
    SHARED = "shared", "科学配置", "Powers well divided"
    BOUND = "bound", "制度约束", "Powers bound by rules"
    OPEN = "open", "阳光行使", "Powers used in the open"
    WATCHED = "watched", "合力监督", "Powers watched together"
    ANSWERED = "answered", "严惩滥用", "Abuse answered for"
