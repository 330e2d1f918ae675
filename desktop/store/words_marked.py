"""Which words did a quote hold when it was given its status, if a checker has moved its ends since?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from desktop.domain import Act

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.store.database import Database

GIVEN = ", ".join(f"'{act.value}'" for act in (Act.MARK, Act.SETTLED, Act.CARRIED))


def words_marked(db: Database, quote_ids: Iterable[int]) -> dict[int, str]:
    """Return the words that were given the status a quote has, for quotes that hold other words now."""
    asked = list(quote_ids)
    if not asked:
        return {}
    return dict(
        db.rows(
            f"""
            SELECT q.id, given.exact FROM quote q JOIN quote_now n ON n.quote_id = q.id
            JOIN mark now ON now.id = n.mark_id LEFT JOIN quote_edit e ON e.quote_id = q.id
            JOIN mark given ON given.id = (
                SELECT id FROM mark WHERE quote_id = q.id AND status = now.status AND act IN ({GIVEN})
                ORDER BY tick DESC, id DESC LIMIT 1
            )
            WHERE q.id IN (SELECT value FROM json_each(?)) AND now.status <> 'unverified'
            AND given.exact <> coalesce(e.exact, q.exact)
            """,
            (json.dumps(asked),),
        )
    )
