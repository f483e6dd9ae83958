"""One power as a published list has it: its card, bases, duties by stage, and grounds of accountability."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from powerlist.generating.instruments import Shelf
from powerlist.generating.organisation import Bureau
from powerlist.generating.usual import usual_duties
from powerlist.generating.words import words
from powerlist.model.basis import LegalBasis
from powerlist.model.codes import BasisRole, Disposition, ExerciseLevel, ItemType, PowerType
from powerlist.model.duty import AccountabilityGround, Assignment, Duty
from powerlist.model.entity import Entity
from powerlist.model.limits import TimeLimit, TimeUnit
from powerlist.model.organisation import Unit
from powerlist.model.power import Fee, Power, SubItem
from powerlist.practice import StageCatalogue
from powerlist.practice.templates import ClausePlan, GroundPlan, NodePlan, TypePlan, load_templates

_ON_APPLICATION = (
    PowerType.LICENCE,
    PowerType.CONFIRMATION,
    PowerType.PAYMENT,
    PowerType.OTHER,
    PowerType.ADJUDICATION,
    PowerType.REWARD,
)
_STRICT = (PowerType.COMPULSION, PowerType.LEVY)  # 只以法律为依据
_SUBS = ("设立", "变更", "延续")
_RELIEF = "对行政行为不服的，可以依法申请行政复议，也可以依法提起行政诉讼"


@dataclass(frozen=True)
class Setting:
    """What the powers of one bureau have in common."""

    bureau: Bureau
    shelf: Shelf
    stages: StageCatalogue
    authority: str
    dice: Random

    def things(self, number: int, type: PowerType, name: str) -> Iterator[Entity]:
        """A power and everything of its own."""
        teams = self.bureau.teams[type]
        unit, plan = teams[number % len(teams)], load_templates().types[type]
        power = self._power(number, type, name, unit, plan.output)
        yield power
        yield from self._sub_items(power)
        yield from self._bases(power)
        yield from self._duties(power, unit, type)
        yield from _grounds(power, plan)

    def _power(self, number: int, type: PowerType, name: str, unit: Unit, output: str) -> Power:
        statutory, promised = self._limits(type)
        applied = type in _ON_APPLICATION
        return Power(
            id=f"SL{_DIGITS[type]}{number:07d}",
            name=name,
            code=f"SL{_DIGITS[type]}{number:07d}",
            number=str(number),
            type=type,
            disposition=Disposition.KEEP,
            units=(unit.id,),
            exercised_by=self.authority,
            exercise_level=ExerciseLevel.COUNTY,
            exercise_scope="本行政区域内",
            counterparties=words().counterparties[: self.dice.randint(1, 3)],
            fee=self._fee(type),
            statutory_limit=statutory,
            promised_limit=promised,
            item_type=ItemType.PROMISED if applied else None,
            output=output,
            relief=_RELIEF,
            oversight_phones=("12345", "12388"),
            handles_money=type in (PowerType.PAYMENT, PowerType.LEVY, PowerType.PENALTY),
            discretion=self.dice.randint(1, 3),
        )

    def _limits(self, type: PowerType) -> tuple[TimeLimit | None, TimeLimit | None]:
        """The limit of the statute, and a promise of about half."""
        if type is PowerType.PENALTY:
            return TimeLimit(value=90, unit=TimeUnit.CALENDAR_DAY), TimeLimit(
                value=45, unit=TimeUnit.CALENDAR_DAY
            )
        if type not in _ON_APPLICATION:
            return None, None
        return TimeLimit(value=20), TimeLimit(value=self.dice.choice((5, 8, 10)))

    def _fee(self, type: PowerType) -> Fee:
        return Fee(charged=type is PowerType.LEVY, standard=words().fee if type is PowerType.LEVY else "")

    def _sub_items(self, power: Power) -> Iterator[SubItem]:
        if power.type is PowerType.LICENCE and self.dice.random() < 0.3:
            for turn, word in enumerate(_SUBS[: self.dice.randint(2, 3)], 1):
                id, name = f"{power.id}.s{turn}", f"{power.name}（{word}）"
                yield SubItem(id=id, power=power.id, name=name, number=str(turn))

    def _bases(self, power: Power) -> Iterator[LegalBasis]:
        """The law that establishes it, and at times what else governs it."""
        roles = (BasisRole.ESTABLISHING, *[BasisRole.GOVERNING] * self.dice.choice((0, 1, 1, 2)))
        roles = (*roles, BasisRole.CHARGING) if power.type is PowerType.LEVY else roles
        for turn, role in enumerate(roles, 1):
            strict = role is not BasisRole.GOVERNING or power.type in _STRICT
            one, article = self.shelf.cite(self.dice, law=strict)
            yield LegalBasis(
                id=f"{power.id}.b{turn}",
                owner=power.id,
                role=role,
                instrument_kind=one.kind,
                instrument=one.title,
                article=article,
            )

    def _duties(self, power: Power, unit: Unit, type: PowerType) -> Iterator[Entity]:
        """The usual duties, each under the name of its stage, and who performs them."""
        for number, usual in enumerate(usual_duties(type), 1):
            id = f"{power.id}.d{number}"
            yield self._duty(id, power, usual.node, str(number))
            for turn, role in enumerate(usual.roles, 1):
                post = self.bureau.post(unit, role)
                named = post.id if post else None
                yield Assignment(id=f"{id}.a{turn}", duty=id, post=named, unit=None if named else unit.id)
            if usual.owed and usual.node.bases:
                yield _citation(f"{id}.b", id, BasisRole.PROCEDURE, usual.node.bases[0])

    def _duty(self, id: str, power: Power, node: NodePlan, number: str) -> Duty:
        text = node.duty.format(matter=power.name, output=power.output)
        assert node.stage is not None
        heading = f"{self.stages.stages[node.stage].text.zh}责任"
        return Duty(id=id, power=power.id, text=text, stage=node.stage, heading=heading, number=number)


_DIGITS = {type: f"{place:02d}" for place, type in enumerate(PowerType, 1)}


def _grounds(power: Power, plan: TypePlan) -> Iterator[Entity]:
    for turn, ground in enumerate(plan.grounds[:3], 1):
        id = f"{power.id}.g{turn}"
        yield _ground(id, power, ground, str(turn))
        yield _citation(f"{id}.b", id, BasisRole.ACCOUNTABILITY, ground.bases[0])


def _ground(id: str, power: Power, plan: GroundPlan, number: str) -> AccountabilityGround:
    return AccountabilityGround(
        id=id, power=power.id, text=plan.text, sanctions=plan.sanctions, targets=plan.targets, number=number
    )


def _citation(id: str, owner: str, role: BasisRole, clause: ClausePlan) -> LegalBasis:
    return LegalBasis(
        id=id,
        owner=owner,
        role=role,
        instrument_kind=clause.kind,
        instrument=clause.instrument,
        article=clause.article,
    )
