"""Building of the search index of an old desk: part by part, while the desk is used, and whatever breaks it off."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.desk.open_desk import Desk
from desktop.domain import Attribution, MarkChange, Metadata, Span, Status
from desktop.store.records import search_index
from tests.store.desks import assert_sound, backed_up_today, made_once, prepared, quick_folder, unbuild_index

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = ("harbour", "quay", "ferry", "tide", "mole")


@pytest.fixture(autouse=True)
def small_parts() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search_index, "_PART", {"article_index": 1, "quote_index": 2})
        yield


def _text(word: str) -> str:
    return f"The {word} closes\n\n“The {word} is full,” said Ada Brink. “No {word} for us,” her brother agreed.\n"


def _begun(path: Path) -> Path:
    return made_once(_begin, path)


def _begin(path: Path) -> None:
    with Desk.create(path) as desk:
        for word in WORDS:
            desk.add(prepared(_text(word), title=f"The {word}"), checker="Kim")
    unbuild_index(path)


def _found(desk: Desk) -> dict[str, int]:
    return {word: len(desk.search.find(word)) for word in WORDS}


def test_who_opens_a_desk_without_a_window_gets_the_whole_index(tmp_path: Path) -> None:
    with Desk.open(_begun(tmp_path / "a.desk")) as desk:
        assert desk.index_build.share() is None
        assert _found(desk) == dict.fromkeys(WORDS, 2)
        assert_sound(desk)


def test_what_is_built_is_found_already_and_the_share_rises(tmp_path: Path) -> None:
    with Desk.open(_begun(tmp_path / "a.desk"), index_later=True) as desk:
        assert desk.index_build.share() == 0.0
        assert _found(desk) == dict.fromkeys(WORDS, 0)
        shares = []
        for share in desk.index_build.begin_beside(desk.uid)():
            shares.append(share)
            assert_sound(desk)
        desk.index_build.ended_beside()
        assert shares == sorted(shares)
        assert len(shares) > len(WORDS)
        assert shares[-1] == 1.0
        assert desk.index_build.share() is None
        assert _found(desk) == dict.fromkeys(WORDS, 2)
        assert_sound(desk)


def test_wherever_it_is_broken_off_it_goes_on_when_the_desk_is_opened_again(tmp_path: Path) -> None:
    path = _begun(tmp_path / "a.desk")
    for _ in range(4):
        with Desk.open(path, index_later=True) as desk:
            parts = desk.index_build.begin_beside(desk.uid)()
            next(parts)
            parts.close()  # type: ignore[attr-defined]  # a generator
            assert_sound(desk)
    with Desk.open(path, index_later=True) as desk:
        assert 0 < (desk.index_build.share() or 0) < 1
    with Desk.open(path) as desk:
        assert _found(desk) == dict.fromkeys(WORDS, 2)
        assert_sound(desk)


def test_a_part_that_fails_in_the_middle_leaves_no_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Desk.open(_begun(tmp_path / "a.desk"), index_later=True) as desk:
        search_index.build_part(desk._db)
        before = desk.index_build.share()
        with monkeypatch.context() as patch:
            patch.setattr(search_index, "_END_PART", "UPDATE meta SET value = ? WHERE no_such_column = ?")
            with pytest.raises(sqlite3.Error):
                search_index.build_part(desk._db)
        assert desk.index_build.share() == before
        desk.index_build.finish()
        assert _found(desk) == dict.fromkeys(WORDS, 2)
        assert_sound(desk)


def test_the_list_of_articles_is_not_read_again_for_each_part(tmp_path: Path) -> None:
    with Desk.open(_begun(tmp_path / "a.desk"), index_later=True) as desk:
        revision = desk.article_list.state().revision
        for _ in desk.index_build.begin_beside(desk.uid)():
            assert desk.article_list.state().revision == revision
        desk.index_build.ended_beside()
        assert desk.article_list.state().revision == revision


_ACTS = st.lists(st.tuples(st.sampled_from(["build", "add", "note", "speaker", "resize", "rename", "empty", "delete"]),
                           st.integers(0, 20)), max_size=14)  # fmt: skip


@given(acts=_ACTS)
def test_whatever_is_done_meanwhile_the_index_fits_in_the_end(acts: list[tuple[str, int]]) -> None:
    with quick_folder() as folder, Desk.open(_begun(Path(folder) / "a.desk"), index_later=True) as desk:
        backed_up_today(desk)
        for number, (act, at) in enumerate(acts):
            _do(desk, act, at, number)
        assert_sound(desk)
        desk.index_build.finish()
        assert_sound(desk)


def _do(desk: Desk, act: str, at: int, number: int) -> None:
    articles = desk.articles()
    article = articles[at % len(articles)] if articles else None
    quotes = desk.quotes(article.newest) if article is not None else []
    quote = quotes[at % len(quotes)] if quotes else None
    match act:
        case "build":
            search_index.build_part(desk._db)
        case "add":
            given = article.id if article is not None and at % 2 else None
            desk.add(prepared(_text(f"buoy{number}"), title="Buoy"), article=given, checker="Kim")
        case "rename" if article is not None:
            desk.edit_metadata(article.id, Metadata(title=f"Named {number}"), checker="Kim")
        case "empty" if article is not None:
            desk.delete_articles([article.id], checker="Kim")
            desk.empty_trash(checker="Kim")
        case "note" if quote is not None:
            desk.mark([quote.id], MarkChange(Status.VERIFIED, note=f"noted {number}"), checker="Kim")
        case "speaker" if quote is not None:
            desk.corrections.attribute([quote.id], Attribution(person=f"Speaker {number}"), checker="Kim")
        case "resize" if quote is not None:
            desk.corrections.resize(quote.id, Span(quote.span.start, quote.span.end - 1), checker="Kim")
        case "delete" if quote is not None:
            desk.corrections.delete([quote.id], checker="Kim")
        case _:
            pass
