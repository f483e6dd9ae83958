"""位阶: which kind of instrument may create which power, as data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from powerlist.i18n import Text
from powerlist.model.codes import InstrumentKind, PowerType


class May(StrEnum):
    """How far an instrument may create a power; ADVICE where no statute decides."""

    FULL = "full"
    LIMITED = "limited"
    NONE = "none"
    ADVICE = "advice"


NO_LIMITS = Text("", "")


@dataclass(frozen=True)
class Grant:
    """The answer for one kind of instrument, its limits, and the clauses that say so."""

    may: May
    limits: Text = NO_LIMITS
    basis: str = ""
    never: tuple[str, ...] = ()

    def allows(self, what: str) -> bool:
        """Whether it reaches as far as this penalty or measure, by its name."""
        return self.may is not May.NONE and not any(word in what for word in self.never)


_BEST_FIRST = (May.FULL, May.LIMITED, May.ADVICE, May.NONE)


def may_create(
    type: PowerType, kind: InstrumentKind, *, provincial: bool | None = None, enforcement: bool = False
) -> Grant:
    """Whether an instrument of `kind` may create a power of `type`.

    `provincial` tells a provincial government's rule from others (None: unknown, judged in its favour);
    `enforcement` tells 行政强制执行 from 行政强制措施.
    """
    table = _table()
    row = "enforcement" if enforcement and type is PowerType.COMPULSION else table["types"].get(type.value)
    if row is None:
        return Grant(May.ADVICE)
    rules = table["create"][row]
    return _grant(rules[_column(kind, provincial, table["lowest"])], rules["basis"])


def best_of(
    type: PowerType,
    kinds: Iterable[InstrumentKind],
    *,
    provincial: bool | None = None,
    enforcement: bool = False,
) -> Grant | None:
    """The widest grant among the instruments that a power rests on; None without any."""
    grants = [may_create(type, kind, provincial=provincial, enforcement=enforcement) for kind in kinds]
    return min(grants, key=lambda grant: _BEST_FIRST.index(grant.may), default=None)


def is_lowest(kind: InstrumentKind) -> bool:
    """规范性文件 and what ranks with it: it may not create a power that restricts anybody."""
    return kind.value in _table()["lowest"]


def height(kind: InstrumentKind) -> int | None:
    """0 for a law, more for what ranks below it; None for what has no rank."""
    order: list[str] = _table()["order"]
    return order.index(kind.value) if kind.value in order else None


def _column(kind: InstrumentKind, provincial: bool | None, lowest: list[str]) -> str:
    if kind is InstrumentKind.GOVT_RULE:
        return "govt_rule" if provincial is False else "provincial_rule"
    return InstrumentKind.NORMATIVE.value if kind.value in lowest else kind.value


def _grant(cell: Mapping[str, Any], basis: str) -> Grant:
    limits = Text(cell.get("zh", ""), cell.get("en", ""))
    return Grant(May(cell["may"]), limits, basis, tuple(cell.get("never", ())))


@cache
def _table() -> dict[str, Any]:
    text = files("powerlist.laws").joinpath("rank.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return data
