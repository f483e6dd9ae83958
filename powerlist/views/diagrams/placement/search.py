"""Placement: each box goes where its arrows cost least, then boxes are moved until nothing gets better."""

from collections.abc import Iterable, Iterator, Sequence

from powerlist.views.diagrams.placement.flow import Flow, Link
from powerlist.views.diagrams.placement.grid import Grid, packed
from powerlist.views.diagrams.placement.guess import UPWARD, Guess, Guesser, Place, Run
from powerlist.views.diagrams.placement.temper import Temper

Lines = dict[int, list[tuple[int, int]]]  # runs (from, to) by their line

_NOWHERE = Guess(0.0)
PASSES = 4
REACH = 4


def place(flow: Flow, lanes: int, temper: Temper) -> Grid:
    """Rows and sub-columns for every node: greedy in the flow's order, then local search."""
    search = _Search(flow, lanes, temper)
    search.build()
    for _ in range(PASSES):
        if not search.improve():
            break
    return packed(search.row, search.slot, search.slot_lane, lanes)


class _Search:
    def __init__(self, flow: Flow, lanes: int, temper: Temper) -> None:
        self.temper = temper
        self.flow = flow
        self.per_lane = 3 if lanes > 1 else 5
        self.slot_lane = [lane for lane in range(lanes) for _ in range(self.per_lane)]
        count = len(flow.lanes)
        self.row, self.slot = [-1] * count, [-1] * count
        self.taken: dict[Place, int] = {}
        self.guesser = Guesser(self.taken, flow, temper)
        self.guesses: list[Guess] = [_NOWHERE] * len(flow.links)
        self.in_slot = [0] * len(self.slot_lane)
        self.in_row: dict[int, int] = {}
        self.reserved: dict[Place, int] = {}
        self.restless = set(range(count))  # boxes that may find a better place

    def build(self) -> None:
        """Put every node where it costs least at its turn."""
        for node in self.flow.order:
            places = list(self._free_places(node, self._build_rows(node)))
            places = places or list(self._free_places(node, range(max(self.row) + 1, max(self.row) + 2)))
            self._put(node, self._cheapest(node, places))
            self._reserve(node)
        self.reserved.clear()

    def improve(self) -> bool:
        """Move single boxes to cheaper cells; True if any moved."""
        restless, self.restless = self.restless, set()
        self.guesses = [self._guess(link) for link in self.flow.links]
        for node in self.flow.order:
            if node not in restless:
                continue
            here = (self.row[node], self.slot[node])
            self._lift(node)
            places = [here, *(p for p in self._free_places(node, self._near_rows(node)) if p != here)]
            best = self._cheapest(node, places)
            self._put(node, best)
            if best != here:
                self._stir(node)
        return bool(self.restless)

    def _stir(self, node: int) -> None:
        """A box that moved gives its neighbours reason to."""
        self.restless.add(node)
        self.restless.update(link.source for link in self.flow.entering[node])
        self.restless.update(link.target for link in self.flow.leaving[node])

    def _build_rows(self, node: int) -> range:
        above = [self.row[link.source] for link in self._forward_in(node)]
        if not above:
            return range(3) if not self.taken else range(max(self.row) + 2)
        return range(max(above), max(above) + 2 + REACH)

    def _near_rows(self, node: int) -> range:
        above = [self.row[link.source] for link in self._forward_in(node)]
        below = [self.row[k.target] for k in self.flow.leaving[node] if not k.back and k.target != node]
        low = max(above) if above else max(0, min(below, default=0) - REACH)
        high = min(below) if below else low + REACH
        if high - low > 3 * REACH:
            return range(low, low + 3 * REACH)
        return range(low, high + 1)

    def _forward_in(self, node: int) -> list[Link]:
        return [k for k in self.flow.entering[node] if not k.back and self.row[k.source] >= 0]

    def _free_places(self, node: int, rows: range) -> Iterator[Place]:
        first = self.flow.lanes[node] * self.per_lane
        middle = first + self.per_lane // 2
        slots = sorted(range(first, first + self.per_lane), key=lambda s: (abs(s - middle), s))
        for row in rows:
            for slot in slots:
                if (row, slot) not in self.taken:
                    yield row, slot

    def _put(self, node: int, place: Place) -> None:
        self.row[node], self.slot[node] = place
        self.taken[place] = node
        self.in_slot[place[1]] += 1
        self.in_row[place[0]] = self.in_row.get(place[0], 0) + 1
        for link in self._links(node):
            self.guesses[link.index] = self._guess(link)

    def _lift(self, node: int) -> None:
        place = (self.row[node], self.slot[node])
        del self.taken[place]
        self.in_slot[place[1]] -= 1
        self.in_row[place[0]] -= 1

    def _links(self, node: int) -> list[Link]:
        """The links of a node whose both ends stand somewhere."""
        found = [k for k in self.flow.entering[node] if self.row[k.source] >= 0]
        return found + [k for k in self.flow.leaving[node] if self.row[k.target] >= 0 and k.target != node]

    def _guess(self, link: Link) -> Guess:
        a = (self.row[link.source], self.slot[link.source])
        return self.guesser.guess(link, a, (self.row[link.target], self.slot[link.target]))

    def _reserve(self, node: int) -> None:
        main = self.flow.main[node]
        if main >= 0:
            target = self.flow.links[main].target
            if self.flow.lanes[target] == self.flow.lanes[node] and self.row[target] < 0:
                self.reserved[(self.row[node] + 1, self.slot[node])] = target

    def _cheapest(self, node: int, places: Sequence[Place]) -> Place:
        home = self.row[node], self.slot[node]
        self.row[node] = self.slot[node] = 0
        links = self._links(node)
        own = {link.index for link in links}
        others = [guess for i, guess in enumerate(self.guesses) if i not in own]
        across = _by_line(run for guess in others for run in guess.across)
        down = _by_line(run for guess in others for run in guess.down)
        level = [guess.across[0] for guess in others if guess.across and not guess.down]
        first = self.flow.lanes[node] * self.per_lane
        used = sum(map(bool, self.in_slot[first : first + self.per_lane]))
        best, chosen = float("inf"), places[0]
        for place in places:
            cost = self._own_cost(node, place, used)
            if cost >= best:
                continue
            cost += self._through(place, across, down) + self._between(place, level)
            if cost >= best:
                continue
            cost += self._cost_at(node, place, links, across, down, best - cost)
            if cost < best - 1e-9:
                best, chosen = cost, place
        self.row[node], self.slot[node] = home
        return chosen

    def _cost_at(
        self, node: int, place: Place, links: Sequence[Link], across: Lines, down: Lines, limit: float
    ) -> float:
        """What the links cost while the node stands at a place."""
        self.row[node], self.slot[node] = place
        self.taken[place] = node
        cost = self._links_cost(links, across, down, limit)
        del self.taken[place]
        return cost

    def _links_cost(self, links: Sequence[Link], across: Lines, down: Lines, limit: float) -> float:
        guesses: list[Guess] = []
        cost = 0.0
        for link in links:
            guesses.append(self._guess(link))
            cost += guesses[-1].cost
            if cost >= limit:
                return cost
        for i, guess in enumerate(guesses):
            cost += self._clash(guess, across, down)
            for other in guesses[:i]:
                cost += self._clash_of(guess, other)
            if cost >= limit:
                return cost
        return cost

    def _own_cost(self, node: int, place: Place, slots: int) -> float:
        """What the place itself costs; `slots`: how many of the lane are used."""
        row, slot = place
        cost = self.temper.new_row if not self.in_row.get(row) else 0.0
        used = self.in_slot[slot]
        if not used and slots:
            cost += self.temper.new_slot + self.temper.lonely
        elif used == 1 and slots > 1:
            cost -= self.temper.lonely
        cost += 0.02 * row
        if self.reserved.get(place, node) != node:
            cost += self.temper.reserved
        return cost

    def _through(self, place: Place, across: Lines, down: Lines) -> float:
        y, x = 2 * place[0] + 1, 2 * place[1] + 1
        hits = 0
        for a, b in across.get(y, ()):
            hits += a <= x <= b
        for a, b in down.get(x, ()):
            hits += a <= y <= b
        return self.temper.through * hits

    @staticmethod
    def _between(place: Place, level: Sequence[Run]) -> float:
        """A hand-over within one row has no other way: nothing may come between."""
        if not level:
            return 0.0
        y, x = 2 * place[0] + 1, 2 * place[1] + 1
        return UPWARD * sum(1 for line, a, b in level if line == y and a < x < b)

    def _clash(self, guess: Guess, across: Lines, down: Lines) -> float:
        """Crossings with, and runs beside, the lines given."""
        crossed = beside = 0
        for runs, along, athwart in ((guess.across, across, down), (guess.down, down, across)):
            for line, low, high in runs:
                for other in range(low + 1, high):
                    for a, b in athwart.get(other, ()):
                        crossed += a < line < b
                if line & 1:
                    for a, b in along.get(line, ()):
                        beside += a < high and low < b
        return self.temper.crossing * crossed + self.temper.beside * beside

    def _clash_of(self, one: Guess, other: Guess) -> float:
        """The same between two ways."""
        crossed = _crossed(one.across, other.down) + _crossed(one.down, other.across)
        beside = _beside(one.across, other.across) + _beside(one.down, other.down)
        return self.temper.crossing * crossed + self.temper.beside * beside


def _by_line(runs: Iterable[Run]) -> Lines:
    lines: Lines = {}
    for line, low, high in runs:
        if line in lines:
            lines[line].append((low, high))
        else:
            lines[line] = [(low, high)]
    return lines


def _crossed(runs: Sequence[Run], athwart: Sequence[Run]) -> int:
    count = 0
    for line, low, high in runs:
        for other, a, b in athwart:
            count += low < other < high and a < line < b
    return count


def _beside(runs: Sequence[Run], along: Sequence[Run]) -> int:
    """How often two of them run side by side in a row or column of boxes."""
    count = 0
    for line, low, high in runs:
        for other, a, b in along:
            count += line & 1 and line == other and a < high and low < b
    return count
