"""A log of an article, or of chosen quotes, holds these and nothing else, and its head says so."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.desk.stories.log_source import export_log, preview_log
from desktop.domain import MarkChange, Status, VerbatimError
from desktop.log import json_file
from desktop.log.evidence import check
from desktop.log.scope import LogScope
from tests.store.desks import prepared

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk.create(tmp_path / "a.desk")
    desk.add(prepared())
    desk.add(prepared("“We heard of it later,” said Bo Roe.", title="Later"), story=desk.stories()[0].id)
    return desk


def test_chosen_quotes_come_in_the_order_of_the_window(desk: Desk, tmp_path: Path) -> None:
    first, second, *others = desk.story_quotes(desk.stories()[0].id)
    article = desk.articles_of_versions([first.version_id])[first.version_id]
    scope = LogScope("2 quotes chosen.", article.uid, (second.uid, first.uid))
    export_log(desk, tmp_path / "log.json", "json", stories=[desk.stories()[0].id], scope=scope)
    content = (tmp_path / "log.json").read_bytes()
    log = json_file.read(content)
    assert log.filter_in_force == "2 quotes chosen."
    assert [quote.uid for found in log.quotes.values() for quote in found] == [second.uid, first.uid]
    assert [piece.uid for piece in log.articles] == [article.uid]
    assert list(check.findings(log)) == []
    words = json.dumps(json.loads(content), ensure_ascii=False)
    assert others
    assert all(quote.text not in words for quote in others if quote.text not in {first.text, second.text})
    desk.close()


def test_an_article_alone_and_the_first_rows_of_it(desk: Desk, tmp_path: Path) -> None:
    later = next(article for article in desk.articles() if article.metadata.title == "Later")
    scope = LogScope("One article.", later.uid)
    names, rows = preview_log(desk, [later.story_id], "editor", 3, scope=scope, private=False)
    assert [dict(zip(names, row, strict=True))["quote_as_printed"] for row in rows] == ["We heard of it later,"]
    for columns in ("matrix", "variants", "audit"):
        export_log(desk, tmp_path / "log.csv", "csv", columns=columns, scope=scope)
        assert "Nobody asked us" not in (tmp_path / "log.csv").read_text(encoding="utf-8")
    desk.close()


def test_a_cancelled_export_leaves_the_file_as_it_was(desk: Desk, tmp_path: Path) -> None:
    def cancel(part: float) -> None:
        if part >= 0.7:
            raise VerbatimError("cancelled")

    out = tmp_path / "log.csv"
    out.write_bytes(b"as it was")
    with pytest.raises(VerbatimError, match="cancelled"):
        export_log(desk, out, "csv", progress=cancel)
    assert out.read_bytes() == b"as it was"
    assert [path for path in tmp_path.iterdir() if "log" in path.name] == [out]
    desk.close()


def test_the_first_rows_are_of_what_the_form_lists(desk: Desk) -> None:
    story = desk.stories()[0].id

    def shown(form: str, *, everything: bool = False) -> set[str]:
        names, rows = preview_log(
            desk, [story], "editor", 99, scope=None, private=False, form=form, everything=everything
        )
        return {row[names.index("quote_as_printed")] for row in rows}

    first, second, *_ = desk.story_quotes(story)
    desk.mark_from([first.id], MarkChange(status=Status.VERIFIED), checker="Ada")
    assert shown("html") == {first.text}
    assert shown("html", everything=True) == shown("csv")
    assert first.text not in shown("md")
    assert second.text in shown("md")
    desk.close()
