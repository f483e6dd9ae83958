"""Codes: their form, what they say of the type, and that each stands for one power."""

from collections.abc import Iterator

from powerlist.analysis.coding import (
    Coded,
    body_code,
    national,
    of_another_body,
    of_another_level,
    shared_codes,
)
from powerlist.i18n import Text
from powerlist.model.codes import PowerType
from powerlist.model.organisation import Authority
from powerlist.model.power import Power
from powerlist.model.severity import Severity
from powerlist.practice.code_schemes import CodeReading, load_code_schemes
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule

_TYPE = Text("按编码是{coded}，清单上是{listed}", "by its code a {coded}, by the list a {listed}")
_BODY = Text("按编码实施主体是{coded}，本单位是{listed}", "by its code of the body {coded}, not of {listed}")
_SHARED = Text("同时也是{others}的编码", "also the code of {others}")
_MORE = Text("{first}等{count}项", "{first} and others, {count} in all")


@rule(
    "D01",
    Severity.ERROR,
    reviewers=(Reviewer.STAFFING,),
    serves=Aim.LAWFUL,
    title=Text("编码不对或者重复", "Code unsound or used twice"),
    why=Text(
        "编码是各个系统之间认事项的凭据，错一位、重一个就对不上。",
        "Systems know a power by its code; one wrong sign or a second bearer, and they mistake it.",
    ),
    fix=Text(
        "按编码规则更正；重复的，另行赋码。",
        "Correct it by the scheme; where it is used twice, assign another.",
    ),
    message=Text("“{it.title}”的编码{code}有误：{fault}。", "“{it.title}”, code {code}: {fault}."),
    basis=Text(
        "GB 32100-2015、GB 11714-1997、国家政务服务事项基本编码和实施编码",
        "GB 32100-2015, GB 11714-1997, the basic and implementation codes of national service items",
    ),
    unless=Text(
        "地方编码不判断对错；清单里三分之二以上的编码符合国家规则，其余的才按国家规则要求；空格和连字符不计；"
        "少于六位的是序号；取消、转移的职权不比较；写明委托或者由别的主体行使的，不核对编码里的主体和层级。",
        "Local codes are not judged; the national scheme is asked of the rest only where two codes in three "
        "follow it; spaces and hyphens do not count; under six it is a number; gone powers are left out; the "
        "body and the level in a code are not compared where another body exercises the power.",
    ),
)
def code_unsound(case: Case) -> Iterator[Hit]:
    """Codes of the wrong form or for another type, body or level, and codes of two powers."""
    authority = case.graph.register.authority
    body = body_code(authority.code)
    if body and body.faults:
        yield Hit(authority, field="code", part="form", code=authority.code, fault=_said(body))
    for one in national(case.in_force.powers):
        if one.reading.faults:
            yield _hit(one.power, "form", _said(one.reading))
        else:
            yield from _of_another(one, authority)
    for first, *others in shared_codes(case.in_force.powers):
        yield _hit(first, "twice", _SHARED.fill(others=_named(others)), tuple(others))


def _of_another(one: Coded, authority: Authority) -> Iterator[Hit]:
    """What a sound code says and the list does not: the type, the body, the level."""
    coded, listed = load_code_schemes().type_of(one.reading), one.power.type
    if coded and listed and coded is not listed and listed is not PowerType.INTERNAL:
        yield _hit(one.power, "type", _TYPE.fill(coded=coded, listed=listed))
    if body := of_another_body(one, authority):
        yield _hit(one.power, "body", _BODY.fill(coded=body, listed=authority.code))
    if level := of_another_level(one, authority):
        yield _hit(one.power, "level", _TYPE.fill(coded=level, listed=one.power.exercise_level))


def _hit(power: Power, part: str, fault: Text, witness: tuple[Power, ...] = ()) -> Hit:
    return Hit(power, field="code", part=part, witness=witness, code=power.code, fault=fault)


def _said(reading: CodeReading) -> Text:
    """The faults of a code in one sentence."""
    faults = reading.faults
    return Text("，".join(one.zh for one in faults), ", ".join(one.en for one in faults))


def _named(others: list[Power]) -> Text:
    first = Text(f"“{others[0].title}”", f"“{others[0].title}”")
    return _MORE.fill(first=first, count=len(others)) if len(others) > 1 else first
