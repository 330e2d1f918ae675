"""Pairing of quotation marks: which opening mark belongs to which closing one, and which are left over."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from desktop.text.quotation.quote_marks import Family, Mark
from desktop.translation import english

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

BEAM = 10  # how many readings of a paragraph are kept ...
CROWD, CROWD_BEAM = 150, 3  # ... and how many where it has more marks than an article has
DEEPEST = 9
NESTED = 1.6  # what a quotation of the same family inside a closed one costs
SHARED = 0.7  # what it costs that one closer ends two quotations: «… «…»
UNCLOSED = 2.4  # what an opener without a closer costs ...
CONTINUED = 0.1  # ... and where the next paragraph opens again
STRAY_NEAR = 40  # code points within which a second closer widens the span


@dataclass(slots=True)
class Pair:
    """One quotation; `closer` is None where none was found and `end` had to be judged."""

    opener: Mark
    closer: Mark | None
    end: int
    depth: int
    doubt: str = ""

    @property
    def start(self) -> int:
        return self.opener.end


class Level(NamedTuple):
    """One opener still open, on top of those below."""

    below: Level | None
    at: int
    depth: int
    nested: bool = False  # holds a closed quotation of its own family


class Step(NamedTuple):
    """What was decided on one mark; `opener` is the index of the mark that a closer answers."""

    before: Step | None
    part: str
    at: int
    opener: int


class Reading(NamedTuple):
    """One way to read the marks so far; stack and trail are linked, so that growing is cheap."""

    cost: float
    stack: Level | None
    trail: Step | None


class Paired(NamedTuple):
    """What pairing a paragraph gave."""

    pairs: list[Pair]
    unclosed: list[Mark]  # openers without a closer
    stray: list[Mark]  # marks without part that look like real marks


def pair(marks: Sequence[Mark], *, continues: bool = False) -> Paired:
    """Pair the marks of one paragraph by least cost; `continues`: the next paragraph opens with a mark."""
    marks = _without_plain_apostrophes(marks)
    quick = _alternating(marks)
    if quick is not None:
        return Paired(quick, [], [])
    beam = [Reading(0.0, None, None)]
    width = BEAM if len(marks) <= CROWD else CROWD_BEAM
    for i in range(len(marks)):
        beam = _step(beam, i, marks, width)
    best = min(beam, key=lambda r: _closing_bill(r, continues=continues))
    return _paired(best, marks)


def _without_plain_apostrophes(marks: Sequence[Mark]) -> Sequence[Mark]:
    single = [m for m in marks if m.family is Family.SINGLE]
    if not single or any(m.opens <= 1.9 for m in single):
        return marks
    return [m for m in marks if m.family is not Family.SINGLE]


def _alternating(marks: Sequence[Mark]) -> list[Pair] | None:
    """Read the everyday paragraph without search: opener, closer, opener, closer, all natural."""
    if len(marks) % 2:
        return None
    out = []
    for i in range(0, len(marks), 2):
        a, b = marks[i], marks[i + 1]
        if a.opens or b.closes > 0.1 or a.family is not b.family or a.straight != b.straight or b.start == a.end:
            return None
        if a.family is Family.SINGLE:
            return None
        out.append(Pair(a, b, b.start, 1))
    return out


_new = tuple.__new__  # as these are made, without a call of its own


class Move(NamedTuple):
    """One way to go on from a reading; the reading that comes of it is made only where it is kept."""

    cost: float
    order: int  # among the moves of this mark, so that equal costs keep their order
    at: int  # the innermost opener that is then open, and how deep it lies
    depth: int
    part: str
    before: Reading
    closed: Level | None  # what a closer answers


def _step(beam: list[Reading], i: int, marks: Sequence[Mark], width: int) -> list[Reading]:
    mark = marks[i]
    moves: list[Move] = []
    for reading in beam:
        stack = reading.stack
        at, depth = (stack.at, stack.depth) if stack else (-1, 0)
        moves.append(_new(Move, (reading.cost + mark.ignored, len(moves), at, depth, "ignore", reading, None)))
        if depth < DEEPEST:
            cost = reading.cost + _opening(stack, mark, marks)
            moves.append(_new(Move, (cost, len(moves), i, depth + 1, "open", reading, None)))
        _close(reading, mark, marks, moves)
    moves.sort()
    return [_reading(move, i, marks) for move in _distinct(moves, width)]


def _distinct(moves: list[Move], width: int) -> list[Move]:
    """Keep the cheapest move to each stack."""
    stacks: set[tuple[int, int]] = set()
    cheapest = []
    for move in moves:
        key = (move.at, move.depth)
        if key not in stacks:
            stacks.add(key)
            cheapest.append(move)
            if len(cheapest) == width:
                break
    return cheapest


def _reading(move: Move, i: int, marks: Sequence[Mark]) -> Reading:
    before = move.before
    if move.part == "ignore":
        return _new(Reading, (move.cost, before.stack, _new(Step, (before.trail, "ignore", i, -1))))
    if move.closed is None:
        return Reading(move.cost, Level(before.stack, i, move.depth), Step(before.trail, "open", i, -1))
    return Reading(move.cost, _marked(move.closed, marks), Step(before.trail, move.part, i, move.closed.at))


def _opening(stack: Level | None, mark: Mark, marks: Sequence[Mark]) -> float:
    """Say what it costs to open a quotation within those that are open."""
    cost = mark.opens
    if stack:
        outer = marks[stack.at]
        if (
            outer.family is not mark.family
            and Family.SINGLE not in (outer.family, mark.family)
            and Family.ANGLE not in (outer.family, mark.family)
        ):
            cost += 0.5
    if mark.family is Family.SINGLE:
        cost += 0.15
    return cost


def _close(reading: Reading, mark: Mark, marks: Sequence[Mark], moves: list[Move]) -> None:
    """Close the innermost quotation, or an outer one while the inner one stays without its closer."""
    stack, extra = reading.stack, 0.0
    for _ in range(2):
        if not stack:
            return
        opener, below = marks[stack.at], stack.below
        cost = reading.cost + extra + mark.closes + _mismatch(opener, mark)
        if stack.nested:
            cost += NESTED
        at, depth = (below.at, below.depth) if below else (-1, 0)
        moves.append(_new(Move, (cost, len(moves), at, depth, "close", reading, stack)))
        if not extra and below and mark.glyph == "»" and opener.glyph == marks[below.at].glyph == "«":
            at, depth = (below.below.at, below.below.depth) if below.below else (-1, 0)
            shared = SHARED + NESTED * below.nested
            moves.append(_new(Move, (cost + shared, len(moves), at, depth, "share", reading, below)))
        extra += _unclosed_cost(opener)
        stack = below


def _marked(closed: Level, marks: Sequence[Mark]) -> Level | None:
    """Give the stack below a closed quotation, which remembers a quotation of its own family in it."""
    below = closed.below
    if below is None or marks[below.at].family is not marks[closed.at].family or below.nested:
        return below
    return below._replace(nested=True)


def _mismatch(opener: Mark, closer: Mark) -> float:
    cost = 0.0
    if closer.start <= opener.end:
        cost += 3.0
    if opener.family is not closer.family:
        doubles = {opener.family, closer.family} <= {Family.DOUBLE, Family.GUILLEMET}
        return cost + (1.2 if doubles else 3.0)
    if opener.glyph == closer.glyph == "'" and closer.start - opener.end > 300:
        cost += 0.5
    if opener.straight != closer.straight:
        cost += 0.4
    if opener.glyph + closer.glyph in {"„“", "‚‘"}:
        cost -= 2.5 if closer.closes >= 2.5 else 0.0
    return cost


def _unclosed_cost(opener: Mark) -> float:
    return UNCLOSED if opener.family is not Family.SINGLE else 1.0 + 0.8 * opener.ignored


def _closing_bill(reading: Reading, *, continues: bool) -> float:
    cost, stack = reading.cost, reading.stack
    while stack:
        outermost = stack.below is None
        goes_on = continues and outermost and not stack.nested
        cost += CONTINUED if goes_on else _unclosed_cost_at_end(outermost=outermost)
        stack = stack.below
    return cost


def _unclosed_cost_at_end(*, outermost: bool) -> float:
    return UNCLOSED if outermost else UNCLOSED + 0.4


def _paired(reading: Reading, marks: Sequence[Mark]) -> Paired:
    steps: list[Step] = []
    trail = reading.trail
    while trail:
        steps.append(trail)
        trail = trail.before
    steps.reverse()
    return _replayed(steps, marks)


def _replayed(steps: Sequence[Step], marks: Sequence[Mark]) -> Paired:
    pairs: list[Pair] = []
    unclosed: list[Mark] = []
    stray: list[Mark] = []
    open_now: list[int] = []
    for _, part, i, opener_at in steps:
        if part == "open":
            open_now.append(i)
        elif part == "ignore":
            if marks[i].ignored >= 1.0:
                stray.append(marks[i])
        else:
            while open_now[-1] != opener_at:
                inner = open_now.pop()
                if part == "share":
                    pairs.append(Pair(marks[inner], marks[i], marks[i].start, len(open_now) + 1))
                else:
                    unclosed.append(marks[inner])
            open_now.pop()
            pairs.append(Pair(marks[opener_at], marks[i], marks[i].start, len(open_now) + 1))
    unclosed.extend(marks[i] for i in open_now)
    pairs.sort(key=lambda p: p.opener.start)
    return Paired(pairs, sorted(unclosed, key=_place), stray)


def _place(mark: Mark) -> int:
    return mark.start


def widen(text: str, paired: Paired, attributing: re.Pattern[str]) -> list[Mark]:
    """Let a closer that nobody opened, soon after a closed quotation, end that quotation; return the rest.

    Where `attributing` matches between the two, the closed quotation stays as it is.
    """
    if not paired.stray:
        return []
    outermost = [p for p in paired.pairs if p.depth == 1]
    starts = [p.start for p in outermost]
    left = []
    for mark in paired.stray:
        at = bisect_right(starts, mark.start) - 1
        if at < 0 or not _widened(text, outermost[at], mark, attributing):
            left.append(mark)
    return left


def _widened(text: str, owner: Pair, mark: Mark, attributing: re.Pattern[str]) -> bool:
    gap = mark.start - owner.end
    if mark.start <= owner.end or gap > STRAY_NEAR or mark.closes > 1.0 or mark.family is Family.SINGLE:
        return False
    if gap <= 2:
        owner.doubt = owner.doubt or english("closed twice")
        return True
    if attributing.search(text, owner.end, mark.start):
        return False
    owner.closer, owner.end, owner.doubt = mark, mark.start, english("closes early")
    return True
