"""Inter-rater agreement of checkers: per cent and Cohen's kappa over the quotes that two of them marked."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from desktop.domain import Act, value_type
from desktop.store.records.quotes import marks
from desktop.verdicts import verdicts

if TYPE_CHECKING:
    from desktop.domain import QuoteId, Status
    from desktop.store.file.database import Database


@value_type
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
    by_several = db.rows(
        "SELECT quote_id FROM mark WHERE act = 'mark' GROUP BY quote_id HAVING count(DISTINCT checker) > 1"
    )
    by_checker: dict[str, dict[QuoteId, Status]] = {}
    for quote_id, history in marks.by_quote(db, [id_ for (id_,) in by_several]).items():
        # What was settled or carried over was not judged by each for himself.
        for verdict in verdicts(history, acts={Act.MARK}):
            by_checker.setdefault(verdict.checker, {})[quote_id] = verdict.status
    pairs = combinations(sorted(by_checker), 2)
    return [
        _agreement(a, b, by_checker[a], by_checker[b]) for a, b in pairs if by_checker[a].keys() & by_checker[b].keys()
    ]


def _agreement(one: str, other: str, a: dict[QuoteId, Status], b: dict[QuoteId, Status]) -> Agreement:
    both = sorted(a.keys() & b.keys())
    same = sum(a[quote] == b[quote] for quote in both)
    count_a, count_b = Counter(a[quote] for quote in both), Counter(b[quote] for quote in both)
    by_chance = sum(count_a[status] * count_b[status] for status in count_a) / len(both) ** 2
    kappa = None if by_chance == 1 else (same / len(both) - by_chance) / (1 - by_chance)
    return Agreement(one, other, len(both), same, kappa)
