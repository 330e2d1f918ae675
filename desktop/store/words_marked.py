"""Which words did a quote hold when it was given its status, if a checker has moved its ends since?"""

from __future__ import annotations

import json
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain import Act, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.store.file.database import Database

_GIVING = (Act.MARK, Act.SETTLED, Act.CARRIED)
GIVEN = ", ".join(f"'{act.value}'" for act in _GIVING)


class _Mark(NamedTuple):
    """A mark of a quote, and the hashes of those it follows."""

    quote: int
    now: str  # the words the quote holds now
    hash: str
    after: str
    act: str
    status: str
    exact: str


def words_marked(db: Database, quote_ids: Iterable[int]) -> dict[int, str]:
    """Return the words that were given the status a quote has, for quotes that hold other words now."""
    asked = list(quote_ids)
    if not asked:
        return {}
    marks = [
        _Mark(*row)
        for row in db.rows(
            """
            SELECT q.id, coalesce(e.exact, q.exact) AS now, m.hash, m.after, m.act, m.status, m.exact
            FROM quote q LEFT JOIN quote_edit e ON e.quote_id = q.id
            JOIN mark m ON m.quote_id = q.id JOIN chain c ON c.id = m.chain_id
            WHERE q.id IN (SELECT value FROM json_each(?))
            AND EXISTS (SELECT 1 FROM mark o WHERE o.quote_id = q.id AND o.exact <> coalesce(e.exact, q.exact))
            ORDER BY q.id, m.tick, c.desk, m.number, m.hash
            """,
            (json.dumps(asked),),
        )
    ]
    given = {quote: _given(list(of_quote)) for quote, of_quote in groupby(marks, key=itemgetter(0))}
    return {quote: mark.exact for quote, mark in given.items() if mark and mark.exact != mark.now}


def _given(marks: Sequence[_Mark]) -> _Mark | None:
    """The mark that gave a quote its status, one that was taken back left out; None if it has none."""
    status = marks[-1].status
    if status == Status.UNVERIFIED:
        return None
    at = _standing(marks, len(marks) - 1)
    while at >= 0 and not (marks[at].act in _GIVING and marks[at].status == status):
        at = _standing(marks, _followed(marks, at))
    return marks[at] if at >= 0 else None


def _standing(marks: Sequence[_Mark], at: int) -> int:
    """The number of a mark; for one that took another back, of what stood before that; -1 for nothing."""
    back = 0
    while at >= 0 and (back or marks[at].act == Act.UNDO):
        back += 1 if marks[at].act == Act.UNDO else -1
        at = _followed(marks, at)
    return at


def _followed(marks: Sequence[_Mark], at: int) -> int:
    """The number of the newest mark that another says it follows; -1 for the first."""
    after = marks[at].after.split()
    return next((before for before in range(at - 1, -1, -1) if marks[before].hash in after), -1)
