"""The sums of a desk that is not open: what stands in it, and what was done on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.domain import Counts, Draft, MarkChange, SourceDetails, SourceKind, Status
from desktop.store.errors import StoreError
from desktop.store.queries.desk_summary import read_summary
from tests.store.desks import prepared

if TYPE_CHECKING:
    from pathlib import Path


def test_articles_and_quotes_are_counted_and_sources_are_not(tmp_path: Path) -> None:
    path = tmp_path / "a.desk"
    with Desk.create(path) as desk:
        story = desk.new_story("Harbour").id
        added = desk.add(prepared(), story=story)
        other = desk.add(prepared("“It was late,” said Bo Lund.", source="b"), story=story)
        quotes = desk.quotes(added.version_id)
        before = read_summary(path)
        desk.mark([quotes[0].id], MarkChange(Status.VERIFIED), checker="Kim")
        desk.save_draft(Draft(quotes[1].id, "half a", ""))
        desk.name_source(other.article_id, SourceDetails(SourceKind.NOTES), checker="Kim")
    after = read_summary(path)
    assert (before.articles, before.counts.total, before.versions, before.named) == (2, len(quotes) + 1, 2, 0)
    assert (after.articles, after.counts) == (1, Counts(1, 0, len(quotes) - 1))
    assert after.acts - before.acts == 3


def test_what_is_no_desk_has_no_sums(tmp_path: Path) -> None:
    (tmp_path / "a.desk").write_text("my notes")
    with pytest.raises(StoreError):
        read_summary(tmp_path / "a.desk")
