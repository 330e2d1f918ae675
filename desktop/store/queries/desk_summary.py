"""Summary of a desk that is not open: its sums, read without taking its lock and without bringing it up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import Counts, value_type
from desktop.store.errors import StoreError
from desktop.store.file import database as files
from desktop.store.records.article_sources import NO_SOURCE
from desktop.translation import tr

if TYPE_CHECKING:
    from pathlib import Path

_SUMS = (
    "SELECT count(*), ifnull(sum(v.verified), 0), ifnull(sum(v.disputed), 0), ifnull(sum(v.unverified), 0)"
    f" FROM article a JOIN version v ON v.id = a.newest_id WHERE a.deleted = 0 AND a.emptied = 0 AND {NO_SOURCE}"
)
PROGRAM = "Verbatim"  # who names the source of the sample
_ADDITIONS = "('story added', 'version added')"
_NAMED = f"act = 'source named' AND checker = '{PROGRAM}'"
_ACTS = (
    "SELECT (SELECT count(*) FROM mark) + (SELECT count(*) FROM draft)"
    f" + (SELECT count(*) FROM entry WHERE act NOT IN {_ADDITIONS} AND NOT ({_NAMED})), (SELECT count(*) FROM version),"
    f" (SELECT count(*) FROM entry WHERE {_NAMED})"
)


@value_type
class DeskSummary:
    """What is known of a desk from outside."""

    articles: int  # that are not deleted, and no sources
    counts: Counts  # of the quotes of their newest versions
    acts: int  # marks, half-typed notes and entries, but for what was added, and for what the program named
    versions: int  # ever added
    named: int  # sources that the program itself named: those of the sample


def read_summary(path: Path) -> DeskSummary:
    """Read the sums of a desk; raises a StoreError where they cannot be known now, e.g. after a broken-off change."""
    files.header(path)
    if files.journal_path(path).exists():
        raise StoreError(tr("“{name}” is being changed, or a change of it was broken off.", name=path.name))
    database = files.open_database(path, tr("Only its sums are read."))
    try:
        articles, *statuses = database.row(_SUMS) or (0, 0, 0, 0)
        acts, versions, named = database.row(_ACTS) or (0, 0, 0)
    finally:
        database.close()
    return DeskSummary(articles, Counts(*statuses), acts, versions, named)
