"""Quotes are looked for in the sources of their story: those of the listed article first, and not again for a mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain import Attribution, MarkChange, QuoteKind, SourceDetails, SourceKind, Status

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.domain import Quote, VersionId
    from desktop.ui.session.session import Session
    from desktop.ui.session.source_search import QuotesInSources


def quotes(session: Session, number: int) -> list[Quote]:
    """The quotes of an article that sources may print."""
    assert session.desk is not None
    quotes = session.desk.quotes(session.desk.articles()[number].newest)
    return [quote for quote in quotes if quote.kind.is_said and quote.kind is not QuoteKind.SCARE]


def version(session: Session, number: int) -> VersionId:
    assert session.desk is not None
    return session.desk.articles()[number].newest


@pytest.fixture
def search(qtbot: QtBot, session: Session) -> QuotesInSources:
    """The search once it has looked for the quotes of the listed article, the first one; the last one is a source."""
    assert session.desk is not None
    session.desk.name_source(session.desk.articles()[4].id, SourceDetails(SourceKind.DOCUMENT))
    session.pair.show(version(session, 0))
    session.articles_changed.emit()
    found = session.in_sources
    qtbot.waitUntil(lambda: found.task is None and is_searched(session, 0))
    return found


def is_searched(session: Session, number: int) -> bool:
    return {quote.uid for quote in quotes(session, number)} <= session.in_sources.found.searched


def test_the_quotes_of_other_articles_wait_until_they_are_asked_for(
    qtbot: QtBot, session: Session, search: QuotesInSources
) -> None:
    assert not search.complete
    assert not is_searched(session, 3)
    search.hurry()
    qtbot.waitUntil(lambda: search.complete)
    assert is_searched(session, 3)


def test_when_nothing_is_done_they_are_looked_for_too(qtbot: QtBot, search: QuotesInSources) -> None:
    qtbot.waitUntil(lambda: search.complete, timeout=20_000)


def test_another_article_is_looked_for_at_once_and_what_was_found_stays(
    qtbot: QtBot, session: Session, search: QuotesInSources
) -> None:
    before = dict(search.found.places)
    session.pair.show(version(session, 3))
    qtbot.waitUntil(lambda: is_searched(session, 3))
    assert {uid: search.found.places[uid] for uid in before} == before


def test_a_mark_starts_no_search(qtbot: QtBot, session: Session, search: QuotesInSources) -> None:
    begun: list[object] = []
    session.work_changed.connect(lambda: begun.append(search.task))
    session.pair.show(version(session, 3))
    qtbot.waitUntil(lambda: search.task is not None)
    task = search.task
    for quote in quotes(session, 3):  # while their words are looked for
        session.set_status([quote], Status.VERIFIED)
    qtbot.waitUntil(lambda: search.task is None)
    for quote in quotes(session, 1):  # whose words nobody has looked for yet
        session.set_status([quote], Status.DISPUTED)
    assert {each for each in begun if each is not None} == {task}
    assert is_searched(session, 3)


def test_a_search_that_goes_on_is_not_begun_again(qtbot: QtBot, session: Session, search: QuotesInSources) -> None:
    session.pair.show(version(session, 3))
    qtbot.waitUntil(lambda: search.task is not None)
    task = search.task
    search._look()  # as a moment after each mark
    assert search.task is task
    session.pair.show(version(session, 1))
    search._look()
    assert search.task is not task
    qtbot.waitUntil(lambda: is_searched(session, 1))


def test_evidence_of_a_mark_made_while_words_are_looked_for_is_held_against_the_sources(
    qtbot: QtBot, session: Session, search: QuotesInSources
) -> None:
    session.pair.show(version(session, 3))
    qtbot.waitUntil(lambda: search.task is not None)
    gone = "A transcript · version 1, text sha256 0123456789ab · “nobody ever said this”"
    [first, *_] = quotes(session, 3)
    session.mark([first], MarkChange(evidence=gone))
    qtbot.waitUntil(lambda: search.task is None)
    assert first.uid in search.found.changed


def test_other_words_or_another_speaker_are_looked_for_again(
    qtbot: QtBot, session: Session, search: QuotesInSources
) -> None:
    [quote, *_] = quotes(session, 0)
    session.attribute([quote], Attribution("Somebody Else"))
    qtbot.waitUntil(lambda: search.found.wordings[quote.uid] == (quote.text, "Somebody Else"))
    session.change_kind([quote], QuoteKind.SCARE)
    qtbot.waitUntil(lambda: quote.uid not in search.found.searched)
