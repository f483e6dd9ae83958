"""Whose a thing is: the powers it belongs to, and the units that must look after it."""

from powerlist.graph import PowerGraph
from powerlist.model.entity import Entity
from powerlist.model.organisation import Post, Unit
from powerlist.model.power import Power
from powerlist.model.process import Gateway, Process, Step
from powerlist.model.risk import Control, RiskPoint


class Belonging:
    """Answers for one graph, remembered."""

    def __init__(self, graph: PowerGraph) -> None:
        self.graph = graph
        self._powers: dict[str, tuple[Power, ...]] = {}

    def powers_of(self, thing: Entity) -> tuple[Power, ...]:
        """The powers that a thing belongs to: none for posts and units, several for a shared process."""
        if thing.id not in self._powers:
            self._powers[thing.id] = self._found(thing)
        return self._powers[thing.id]

    def units_of(self, thing: Entity) -> tuple[Unit, ...]:
        """The unit itself, the unit of its post, else the units that handle its powers; each once."""
        post = thing if isinstance(thing, Post) else self.post_of(thing)
        own = thing if isinstance(thing, Unit) else self.graph.unit_of(post) if post else None
        if own:
            return (own,)
        units = (unit for power in self.powers_of(thing) for unit in self.graph.units_of_power(power))
        return tuple(dict.fromkeys(units))

    def post_of(self, thing: Entity) -> Post | None:
        """The post that a step, decision, risk or control is on."""
        if isinstance(thing, Step | Gateway):
            return self.graph.post_of(thing)
        if isinstance(thing, RiskPoint):
            return self.graph.post_at_risk(thing)
        return self.graph.owner_of(thing) if isinstance(thing, Control) else None

    def process_of(self, thing: Entity) -> Process | None:
        """The process that a step, decision, flow, risk or control is part of."""
        at: Entity | None = thing
        while at is not None and not isinstance(at, Process):
            at = self.graph.register.parent_of(at)
        return at

    def node_of(self, thing: Entity) -> Step | Gateway | None:
        """The box of the chart where a thing is to be seen."""
        at: Entity | None = thing
        while at is not None and not isinstance(at, Step | Gateway):
            at = self.graph.register.parent_of(at)
        return at

    def _found(self, thing: Entity) -> tuple[Power, ...]:
        if isinstance(thing, Power):
            return (thing,)
        if isinstance(thing, Process):
            return self.graph.powers_of(thing)
        if isinstance(thing, RiskPoint) and (own := self.graph.power_of(thing)):
            return (own,)
        owner = self.graph.register.parent_of(thing)
        return self.powers_of(owner) if owner else ()


def home_of(graph: PowerGraph, power: Power) -> tuple[str, ...]:
    """The units that a power names, else that of the first post that performs one of its duties."""
    if power.units:
        return power.units
    posts = (post for duty in graph.duties_of(power) for post in graph.posts_of(duty))
    return next(((post.unit,) for post in posts if post.unit), ())
