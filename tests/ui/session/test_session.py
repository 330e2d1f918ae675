"""What is shown, chosen and undone follows the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from desktop.desk.open_desk import Desk
from desktop.domain import Attribution, MarkChange, Metadata, QuoteKind, Span, Status
from desktop.ui.session.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.domain import Article, Quote, VersionId
    from desktop.ui.session.session import History
    from desktop.ui.settings import Settings


def test_showing_b_as_a_swaps_and_the_next_article_gets_the_wanted_b_back(session: Session) -> None:
    assert session.desk is not None
    one, two, three = (article.newest for article in session.desk.articles()[1:4])
    session.pair.show(two)
    assert session.pair.a is not None
    assert session.pair.b is not None
    assert (session.pair.a.id, session.pair.b.id) == (two, one)
    session.pair.show(three)
    assert (session.pair.a.id, session.pair.b.id) == (three, two)


def test_choosing_a_as_b_swaps_the_two(session: Session) -> None:
    assert session.pair.a is not None
    assert session.pair.b is not None
    a, b = session.pair.a.id, session.pair.b.id
    session.pair.set_b(a)
    assert (session.pair.a.id, session.pair.b.id) == (b, a)


def test_a_mark_without_a_name_waits_for_it(qtbot: QtBot, session: Session) -> None:
    assert session.desk is not None
    assert session.pair.a is not None
    session.set_checker("")
    quote = session.desk.quotes(session.pair.a.id)[0]
    with qtbot.waitSignal(session.checker_requested):
        session.set_status([quote], Status.VERIFIED)
    assert session.desk.quote(quote.id).status is Status.UNVERIFIED
    session.set_checker("Ada")
    assert session.desk.quote(quote.id).checker == "Ada"
    assert session.desk.quote(quote.id).status is Status.VERIFIED


def test_a_mark_that_was_given_up_is_never_made(session: Session) -> None:
    assert session.desk is not None
    assert session.pair.a is not None
    session.set_checker("")
    quote = session.desk.quotes(session.pair.a.id)[0]
    session.set_status([quote], Status.VERIFIED)
    session.decline_name()
    session.set_checker("Ada")
    assert session.desk.article_list.counts().verified == 0


def test_undo_appends_and_never_takes_away(session: Session) -> None:
    assert session.desk is not None
    assert session.pair.a is not None
    quote = session.desk.quotes(session.pair.a.id)[0]
    session.mark([quote], MarkChange(status=Status.DISPUTED, note="garbled"))
    session.undo_stack.undo()
    now = session.desk.quote(quote.id)
    assert (now.status, now.note) == (Status.UNVERIFIED, "")
    assert [mark.act.value for mark in session.desk.history(quote.id)] == ["undo", "mark"]
    session.undo_stack.redo()
    assert session.desk.quote(quote.id).note == "garbled"


def test_a_refused_write_leaves_no_undo_step_and_says_so(
    qtbot: QtBot, settings: Settings, desk_path: Path, session: Session
) -> None:
    session.close_desk()
    reader = Session(settings)
    reader.open_desk(Desk.open(desk_path, read_only=True))
    assert reader.desk is not None
    assert reader.pair.a is not None
    with qtbot.waitSignal(reader.failed) as caught:
        reader.set_status(reader.desk.quotes(reader.pair.a.id)[:1], Status.VERIFIED)
    assert caught.args[0].endswith(".")
    assert not reader.undo_stack.canUndo()
    reader.close_desk()


def test_speaker_and_kind_are_corrected_and_undone(session: Session) -> None:
    assert session.desk is not None
    assert session.pair.a is not None
    quote = session.desk.quotes(session.pair.a.id)[0]
    session.attribute([quote], Attribution(person="Jane Roe", role="minister"), QuoteKind.DIRECT)
    now = session.desk.quote(quote.id)
    assert (now.attribution.person, now.kind) == ("Jane Roe", QuoteKind.DIRECT)
    session.undo_stack.undo()
    assert session.desk.quote(quote.id).attribution == quote.attribution


def test_a_quote_added_by_hand_goes_and_comes_with_undo(session: Session) -> None:
    assert session.desk is not None
    assert session.pair.a is not None
    before = len(session.desk.quotes(session.pair.a.id))
    start = session.pair.a.text.index("Officials said Western sanctions")
    session.add_quote(session.pair.a.id, Span(start, start + 9))
    assert len(session.desk.quotes(session.pair.a.id)) == before + 1
    session.undo_stack.undo()
    assert len(session.desk.quotes(session.pair.a.id)) == before
    session.undo_stack.redo()
    assert [quote.text for quote in session.desk.quotes(session.pair.a.id) if quote.by_hand] == ["Officials"]


def test_a_hidden_passage_is_shown_and_hidden_again(session: Session) -> None:
    assert session.pair.a is not None
    hidden = session.pair.a.hidden
    session.show_passage(session.pair.a, hidden[0])
    assert session.pair.a.hidden == hidden[1:]
    session.undo_stack.undo()
    assert session.pair.a.hidden == hidden


def test_details_of_an_article_are_edited_and_undone(session: Session) -> None:
    assert session.desk is not None
    article = session.desk.articles()[3]
    session.edit_metadata(article, Metadata(title="Another", outlet="The Paper"))
    assert session.desk.article(article.id).metadata.outlet == "The Paper"
    session.undo_stack.undo()
    assert session.desk.article(article.id).metadata == article.metadata


def test_moving_an_article_to_a_new_story_and_back(session: Session) -> None:
    assert session.desk is not None
    article = session.desk.articles()[4]
    session.move_article(article, None, "Another story")
    assert [story.title for story in session.desk.stories()][-1] == "Another story"
    assert session.desk.article(article.id).story_id != article.story_id
    session.undo_stack.undo()
    assert session.desk.article(article.id).story_id == article.story_id


def test_two_sessions_on_two_desks_do_not_know_each_other(
    session: Session, settings: Settings, tmp_path: Path, sample_desk: Path
) -> None:
    other_path = tmp_path / "other.desk"
    other_path.write_bytes(sample_desk.read_bytes())
    other = Session(settings)
    other.open_desk(Desk.open(other_path))
    assert session.desk is not None
    assert session.pair.a is not None
    session.set_status(session.desk.quotes(session.pair.a.id), Status.VERIFIED)
    assert other.desk is not None
    assert other.desk.article_list.counts().verified == 0
    other.close_desk()


@pytest.fixture
def history(session: Session) -> History:
    """The history of a session that has shown one pair so far."""
    QApplication.processEvents()
    session.history.clear()
    session.history.back()  # takes up what is shown
    return session.history


def articles(session: Session) -> list[Article]:
    assert session.desk is not None
    return session.desk.articles()


def quotes(session: Session, number: int) -> list[Quote]:
    assert session.desk is not None
    return session.desk.quotes(articles(session)[number].newest)


def shown(session: Session) -> tuple[VersionId | None, VersionId | None]:
    pair = session.pair
    return pair.a.id if pair.a else None, pair.b.id if pair.b else None


def show(session: Session, number: int) -> None:
    session.pair.show(articles(session)[number].newest)
    QApplication.processEvents()


def test_back_and_forward_go_through_what_was_shown(session: Session, history: History) -> None:
    first = shown(session)
    assert not history.can_go_back
    show(session, 3)
    second = shown(session)
    show(session, 4)
    third = shown(session)
    history.back()
    assert shown(session) == second
    history.back()
    assert shown(session) == first
    assert (history.can_go_back, history.can_go_forward) == (False, True)
    history.back()  # there is nothing before
    assert shown(session) == first
    history.forward()
    history.forward()
    assert shown(session) == third
    assert not history.can_go_forward


def test_something_new_takes_the_place_of_what_was_left(session: Session, history: History) -> None:
    show(session, 3)
    history.back()
    show(session, 4)
    assert not history.can_go_forward
    history.back()
    assert history.can_go_forward


def test_the_chosen_quote_and_the_one_beside_it_come_back(session: Session, history: History) -> None:
    chosen, other = quotes(session, 1)[2], quotes(session, 0)[1]
    session.pair.show_quote(chosen)
    session.pair.show_beside(other)
    QApplication.processEvents()
    show(session, 4)
    assert session.pair.selected is None
    history.back()
    assert session.pair.selected == chosen
    assert session.pair.beside == other


def test_what_one_act_changes_in_two_steps_is_one_place(session: Session, history: History) -> None:
    session.pair.set_side("b")
    QApplication.processEvents()
    before = shown(session)
    session.pair.show_quote(quotes(session, 4)[0])  # lists the other side, and shows another article there
    QApplication.processEvents()
    history.back()
    assert (shown(session), session.pair.side) == (before, "b")


def test_going_between_quotes_of_one_pair_leaves_no_place(session: Session, history: History) -> None:
    for quote in quotes(session, 1)[:4]:
        session.pair.select_quote(quote)
        QApplication.processEvents()
    assert not history.can_go_back


def test_what_is_in_the_trash_is_passed_over(session: Session, history: History) -> None:
    first = shown(session)
    show(session, 3)
    show(session, 4)
    session.delete_articles([articles(session)[3]])
    QApplication.processEvents()
    history.back()
    assert shown(session) == first


def test_a_quote_that_was_deleted_meanwhile_is_not_chosen(session: Session, history: History) -> None:
    chosen = quotes(session, 1)[2]
    session.pair.show_quote(chosen)
    QApplication.processEvents()
    show(session, 4)
    session.delete_quotes([chosen])
    history.back()
    assert session.pair.selected is None
    assert session.pair.a is not None
    assert session.pair.a.id == chosen.version_id


def test_another_desk_has_no_past(session: Session, history: History) -> None:
    show(session, 3)
    session.close_desk()
    assert not history.can_go_back
