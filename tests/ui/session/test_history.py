"""Back and forward go through what was shown, as far as it is still there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from desktop.domain import Article, Quote, VersionId
    from desktop.ui.session.history import History
    from desktop.ui.session.session import Session


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
