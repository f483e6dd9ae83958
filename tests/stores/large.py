"""Registers of a realistic size for the figures: the shape of a bureau, as many powers as asked for."""

from collections.abc import Iterator

from powerlist.model.basis import LegalBasis
from powerlist.model.duty import AccountabilityGround, Assignment, Duty
from powerlist.model.entity import Entity
from powerlist.model.limits import TimeLimit
from powerlist.model.organisation import Authority, Post, Unit
from powerlist.model.power import Power
from powerlist.model.process import Flow, Process, Step
from powerlist.model.register import Register
from powerlist.model.risk import Control, Rating, RiskPoint
from powerlist.model.source import Origin, Source

_POSTS = 40
_SHARED = 10  # so many powers run on one process
_STEPS = ("收件", "受理", "初审", "实地核查", "复核", "决定", "送达", "归档")
_TEXT = "在法定期限内按照规定的条件和程序办理本环节事务，一次性告知需要补正的全部内容并留存记录"


def large(powers: int) -> Register:
    """A register of `powers` powers and about twenty things a power, with where each was read."""
    units = [Unit(id=f"U{n}", name=f"第{n}股") for n in range(8)]
    posts = [Post(id=f"P{n}", name=f"第{n}岗", unit=f"U{n % 8}") for n in range(_POSTS)]
    things = [thing for n in range(powers) for thing in _power(n)]
    things += [thing for n in range(0, powers, _SHARED) for thing in _process(n, powers)]
    tables: dict[str, list[Entity]] = {"units": [*units], "posts": [*posts]}
    for thing in things:
        tables.setdefault(thing.table, []).append(thing)
    origins = {
        (t.id, ""): Origin(Source("权责清单.xls", "表1", f"A{row}")) for row, t in enumerate(things, 3)
    }
    authority = Authority(id="authority", name=f"示例县第{powers}局")
    return Register.model_validate({"authority": authority, "origins": origins, **tables})


def _power(n: int) -> Iterator[Entity]:
    id = f"power-{n:06d}"
    yield Power(
        id=id,
        name=f"第{n}项职权的名称与对象",
        code=f"XK{n:06d}",
        type="licence",  # type: ignore[arg-type]
        units=(f"U{n % 8}",),
        statutory_limit=TimeLimit(value=20),
        promised_limit=TimeLimit(value=8),
    )
    for d in range(5):
        yield Duty(id=f"{id}.d{d}", power=id, text=f"第{d}项责任：{_TEXT}", stage="acceptance", number=str(d))
        yield Assignment(id=f"{id}.d{d}.a", duty=f"{id}.d{d}", post=f"P{(n + d) % _POSTS}")
    for g in range(3):
        yield AccountabilityGround(
            id=f"{id}.g{g}", power=id, text=f"第{g}种情形：{_TEXT}", sanctions=("警告",)
        )
    for b in range(2):
        yield LegalBasis(id=f"{id}.b{b}", owner=id, instrument="中华人民共和国行政许可法", article=30 + b)


def _process(n: int, powers: int) -> Iterator[Entity]:
    id = f"process-{n:06d}"
    served = tuple(f"power-{p:06d}" for p in range(n, min(n + _SHARED, powers)))
    yield Process(id=id, name=f"第{n}号流程", powers=served)
    for s, name in enumerate(_STEPS):
        step = f"{id}.s{s}"
        yield Step(id=step, process=id, name=name, post=f"P{(n + s) % _POSTS}", limit=TimeLimit(value=1))
        if s:
            yield Flow(id=f"{id}.f{s}", process=id, source=f"{id}.s{s - 1}", target=step)
        if s in (1, 4, 5):
            yield RiskPoint(id=f"{step}.r", step=step, event=f"在{name}中{_TEXT}", inherent=Rating(rank=2))
            yield Control(
                id=f"{step}.r.c", risks=(f"{step}.r",), text=_TEXT, owner=f"P{(n + s + 1) % _POSTS}"
            )
