"""How far do two checkers agree, beyond what chance would give?"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.store.file.database import Database


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two checkers over the quotes to which both gave a status themselves."""

    one: str
    other: str
    both: int  # quotes
    same: int

    kappa: float | None  # Cohen's; None where chance alone would have them agree always

    @property
    def per_cent(self) -> float:
        return 100 * self.same / self.both


def agreements(db: Database) -> list[Agreement]:
    """Return one for each pair of checkers with quotes in common, by name."""
    given: dict[str, dict[int, str]] = {}
    for quote_id, checker, status in db.rows(
        "SELECT m.quote_id, m.checker, m.status FROM mark m JOIN chain c ON c.id = m.chain_id WHERE m.act = 'mark'"
        " ORDER BY m.tick, c.desk, m.number, m.hash"
    ):
        given.setdefault(checker, {})[quote_id] = status  # the newest stands
    pairs = combinations(sorted(given), 2)
    return [_agreement(a, b, given[a], given[b]) for a, b in pairs if given[a].keys() & given[b].keys()]


def _agreement(one: str, other: str, a: dict[int, str], b: dict[int, str]) -> Agreement:
    both = sorted(a.keys() & b.keys())
    same = sum(a[quote] == b[quote] for quote in both)
    count_a, count_b = Counter(a[quote] for quote in both), Counter(b[quote] for quote in both)
    by_chance = sum(count_a[status] * count_b[status] for status in count_a) / len(both) ** 2
    kappa = None if by_chance == 1 else (same / len(both) - by_chance) / (1 - by_chance)
    return Agreement(one, other, len(both), same, kappa)
