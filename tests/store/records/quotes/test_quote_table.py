from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.desk.open_desk import Desk
from desktop.domain import Flag, MarkChange, Quote, Span, Status
from desktop.store.errors import Missing, Refused
from tests.store.desks import TEXT, Ticking, backed_up_today, made_once, prepared, quick_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain import QuoteId, VersionId

VERIFIED = MarkChange(Status.VERIFIED)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.create(tmp_path / "ends.desk", clock=Ticking()) as desk:
        yield desk


def first(desk: Desk) -> Quote:
    return desk.quotes(desk.add(prepared()).version_id)[0]


def wider(quote: Quote) -> Span:
    return Span(quote.span.start - 1, quote.span.end + 1)


def test_quotes_and_versions_are_found_by_number_or_uid_in_the_same_few_statements_however_many_there_are(
    desk: Desk,
) -> None:
    added = [desk.add(prepared(f"“Number {number},” said Ada.")) for number in range(5)]
    [quote] = desk.quotes(added[-1].version_id)
    statements: list[str] = []
    desk._db._db.set_trace_callback(statements.append)
    for name in (str(quote.id), quote.uid):
        assert desk.find_quote(name) == quote
    info = desk.version(added[-1].version_id).info
    for name in (str(info.id), info.uid):
        assert desk.find_version(name).info == info
    desk._db._db.set_trace_callback(None)
    assert len(statements) == 2 * 2 + 3 + 2 * 4
    for missing in ("0", "nothing", "9" * 40, "٣"):
        with pytest.raises(Missing):
            desk.find_quote(missing)
        with pytest.raises(Missing):
            desk.find_version(missing)
    desk.delete_articles([added[-1].article_id])
    for gone in (quote.uid, info.uid):
        with pytest.raises(Missing):
            (desk.find_quote if gone == quote.uid else desk.find_version)(gone)


def test_a_mark_on_the_new_words_that_is_taken_back_leaves_the_quote_changed_since_the_one_before(desk: Desk) -> None:
    quote = first(desk)
    desk.mark([quote.id], VERIFIED, checker="Kim")
    moved = desk.corrections.resize(quote.id, wider(quote), checker="Kim")
    assert Flag.CHANGED_SINCE in moved.flags
    [again] = desk.mark([quote.id], VERIFIED, checker="Kim")
    assert Flag.CHANGED_SINCE not in again.flags
    [back] = desk.unmark([moved], checker="Kim")
    assert back.flags == moved.flags
    assert desk.standing(quote.id).words == quote.text


def test_marks_taken_back_one_after_the_other_and_done_again(desk: Desk) -> None:
    quote = first(desk)
    [marked] = desk.mark([quote.id], VERIFIED, checker="Kim")
    moved = desk.corrections.resize(quote.id, wider(quote), checker="Kim")
    [noted] = desk.mark([quote.id], MarkChange(note="heard"), checker="Kim")
    desk.mark([quote.id], VERIFIED, checker="Kim")
    for before in (noted, moved):
        [back] = desk.unmark([before], checker="Kim")
        assert back.flags == before.flags
    assert Flag.CHANGED_SINCE not in desk.mark([quote.id], VERIFIED, checker="Kim")[0].flags
    [back] = desk.unmark([moved], checker="Kim")
    assert Flag.CHANGED_SINCE in back.flags
    assert Flag.CHANGED_SINCE not in desk.corrections.resize(quote.id, quote.span, checker="Kim").flags
    assert marked.flags == desk.quote(quote.id).flags


@given(st.lists(st.sampled_from(["verify", "dispute", "note", "move", "take back"]), max_size=12))
def test_what_was_taken_back_leaves_the_quote_as_it_was(acts: list[str]) -> None:
    changes = {"verify": VERIFIED, "dispute": MarkChange(Status.DISPUTED), "note": MarkChange(note="heard")}
    with quick_folder() as folder, Desk.create(Path(folder) / "acts.desk", clock=Ticking()) as desk:
        quote = first(desk)
        spans = [quote.span, wider(quote)]
        former: list[Quote] = []
        for act in acts:
            now = desk.quote(quote.id)
            if act == "move":
                desk.corrections.resize(quote.id, spans[spans[0] == now.span], checker="Kim")
                former.clear()  # the flags of before are of other words
            elif act != "take back":
                former.append(now)
                desk.mark([quote.id], changes[act], checker="Kim")
            elif former:
                before = former.pop()
                assert desk.unmark([before], checker="Kim")[0].flags == before.flags


def _next_by_reading(desk: Desk, listed: VersionId) -> QuoteId | None:
    """The next unverified quote as one finds it by reading the whole story."""
    article = desk.article(desk.version(listed).info.article_id)
    articles = desk.articles(story=article.story_id)
    order = {other.newest: place for place, other in enumerate(articles)}
    here = next((place for place, other in enumerate(articles) if other.id == article.id), 0)
    waiting = [
        quote
        for quote in desk.story_quotes(article.story_id)
        if quote.status is Status.UNVERIFIED and quote.version_id != listed
    ]
    first = min(waiting, key=lambda quote: (order[quote.version_id] - here - 1) % len(articles), default=None)
    return None if first is None else first.id


def _four_articles(path: Path) -> None:
    with Desk.create(path) as desk:
        story = desk.new_story("Story").id
        for number in range(4):
            desk.add(prepared(TEXT.replace("spring", f"spring {number}")), story=story, checker="Kim")


@given(acts=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 6), st.sampled_from("vduxr")), max_size=16))
def test_the_next_unverified_quote_of_a_story_is_the_one_a_reader_comes_to(acts: list[tuple[int, int, str]]) -> None:
    with quick_folder() as folder, Desk.open(made_once(_four_articles, Path(folder) / "a.desk")) as desk:
        backed_up_today(desk)
        [story] = [story.id for story in desk.stories()]
        versions = [article.newest for article in desk.articles()]
        for at, which, act in acts:
            quotes = desk.quotes(versions[at])
            quote = quotes[which % len(quotes)] if quotes else None
            if act == "x" and quote is not None:
                desk.corrections.delete([quote.id])
            elif act == "r" and quote is not None:
                with suppress(Refused):  # nothing but marks would be left
                    desk.corrections.resize(quote.id, Span(quote.span.start + which, quote.span.end))
            elif quote is not None:
                status = {"v": Status.VERIFIED, "d": Status.DISPUTED}.get(act, Status.UNVERIFIED)
                desk.mark([each.id for each in quotes[: which + 1]], MarkChange(status), checker="Kim")
        for version in versions:
            found = desk.next_unverified(story, version)
            assert (None if found is None else found.id) == _next_by_reading(desk, version)
