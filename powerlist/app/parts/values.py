"""The values of filters and what they are called; each has one for what the list does not say."""

from powerlist import api
from powerlist.app.opened import WHOLE, Opened
from powerlist.i18n import Lang, Text
from powerlist.views import theme

NO_UNIT = NO_TYPE = "none"
UNRATED = "unrated"

_NO_UNIT = Text("未定科室", "No unit")
_WHOLE = Text("全单位", "The whole authority")
_NO_TYPE = Text("未写类型", "No type given")
_UNRATED = Text("未定级", "Unrated")

STATES: dict[str, Text] = {
    "unassigned": Text("有责任未落实到岗位", "has duties on no post"),
    "no_duty": Text("没有责任事项", "has no duties"),
    "no_process": Text("没有流程", "has no process"),
    "errors": Text("有必须改的问题", "has errors"),
    "findings": Text("有问题", "has findings"),
    "promised": Text("有法定和承诺时限", "has both limits"),
    "gone": Text("不再行使", "no longer in force"),
}


def unit_value(id: str | None) -> str:
    """A unit as the value of a filter."""
    return id or NO_UNIT


def unit_name(now: Opened, value: str, lang: Lang) -> str:
    """What a unit is called."""
    beside = {NO_UNIT: _NO_UNIT, WHOLE: _WHOLE}
    return beside[value].of(lang) if value in beside else now.name_of(value)


def units(now: Opened) -> list[str]:
    """Every unit, and none."""
    return [*(unit.id for unit in now.register.units), NO_UNIT]


def finding_units(now: Opened) -> list[str]:
    """Who can have findings: every unit, none, and the whole authority."""
    return [*units(now), WHOLE]


def type_name(value: str, lang: Lang) -> str:
    """What a type of power is called."""
    return _NO_TYPE.of(lang) if value == NO_TYPE else api.PowerType(value).text.of(lang)


def types() -> list[str]:
    """Every type, and none."""
    return [*(one.value for one in api.PowerType), NO_TYPE]


def risk_name(value: str, lang: Lang) -> str:
    """What a level of risk is called, with its symbol."""
    if value == UNRATED:
        return _UNRATED.of(lang)
    look = theme.RISKS[int(value)]
    return f"{look.symbol} {capital(look.word.of(lang))}"


def risks() -> list[str]:
    """Every level, the gravest first, and none."""
    return [*(str(rank) for rank in theme.RISKS), UNRATED]


def severity_name(value: str, lang: Lang) -> str:
    """What a severity is called, with its sign."""
    look = theme.SEVERITIES[api.Severity(value)]
    return f"{look.sign} {capital(look.word.of(lang))}"


def rule_names(lang: Lang) -> dict[str, str]:
    """Code and title of every rule, by code."""
    return {rule.code: f"{rule.code} {rule.title.of(lang)}" for rule in api.rules()}


def capital(word: str) -> str:
    """A word as it stands alone."""
    return word[:1].upper() + word[1:]


def severities() -> list[str]:
    """Every severity, the gravest first."""
    return [one.value for one in api.Severity]


def readers() -> list[str]:
    """Every office that reviews a list."""
    return [one.value for one in api.Reviewer]


def reader_name(value: str, lang: Lang) -> str:
    """What an office is called."""
    return api.Reviewer(value).text.of(lang)


def aims() -> list[str]:
    """The six cures of power."""
    return [one.value for one in api.Aim]


def aim_name(value: str, lang: Lang) -> str:
    """What a cure is called."""
    return api.Aim(value).text.of(lang)
