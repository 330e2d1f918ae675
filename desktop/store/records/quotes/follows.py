"""Ties between the quotes of a version and those of the version before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from desktop.domain import QuoteId, Span, VersionId

if TYPE_CHECKING:
    from desktop.store.file.database import Database
    from desktop.text.anchors import VersionQuote


def follow(db: Database, version_id: VersionId) -> dict[QuoteId, QuoteId]:
    """Link the quotes of a version to those of the version before it; returns (new: old) where nothing was changed."""
    ties = follow_state(db, version_id)
    db.write("UPDATE quote SET follows = NULL WHERE version_id = ? AND follows IS NOT NULL", (version_id,))
    db.write_all("UPDATE quote SET follows = ? WHERE id = ?", [(old, new) for new, (old, _) in ties.items()])
    return {new: old for new, (old, same) in ties.items() if same}


def follow_state(db: Database, version_id: VersionId) -> dict[QuoteId, tuple[QuoteId, bool]]:
    """Return which quote of the version before each quote follows, as both were found, and whether it is the same."""
    former = db.value(
        "SELECT a.id FROM version a JOIN version b ON b.article_id = a.article_id AND b.number = a.number + 1"
        " WHERE b.id = ?",
        (version_id,),
    )
    if former is None:
        return {}
    from desktop.text.anchors import ties  # noqa: PLC0415 - heavy, and of no use to new articles

    followed = ties(_version_quotes(db, former), _version_quotes(db, version_id))
    return {cast("QuoteId", new): (cast("QuoteId", old), same) for old, new, same in followed}


def _version_quotes(db: Database, version_id: VersionId) -> list[VersionQuote]:
    from desktop.text.anchors import VersionQuote  # noqa: PLC0415 - see above

    rows = db.rows(
        "SELECT id, start, \"end\", exact, prefix, suffix, CASE person WHEN '' THEN speaker ELSE person END, role"
        ' FROM quote WHERE version_id = ? ORDER BY start, "end", uid',
        (version_id,),
    )
    return [VersionQuote(row[0], Span(row[1], row[2]), *row[3:]) for row in rows]
