"""While the quotes of a long text are read, the panel says so: no number, no empty list, no lost choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from desktop.domain import Status
from tests.store.desks import prepared
from tests.ui.quotes.panel_driver import find

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.domain import VersionId
    from desktop.ui.quotes.panel import QuotePanel
    from desktop.ui.session.session import Session


@pytest.fixture
def long(session: Session) -> VersionId:
    assert session.desk is not None
    text = "\n\n".join(f"“We need {each} days,” said Ann Lee." for each in range(900))
    return session.desk.add(prepared(f"Long\n\n{text}\n")).version_id


def _said(panel: QuotePanel) -> tuple[str, ...]:
    chips = (panel.bar.chips[None].text(), panel.bar.chips[Status.VERIFIED].text())
    return (panel.bar.progress.text(), find(panel, QLabel, "quotes-empty").text(), *chips)


def test_nothing_is_counted_before_it_is_read(
    qtbot: QtBot, panel: QuotePanel, session: Session, long: VersionId
) -> None:
    session.pair.show(long)
    assert _said(panel) == ("Reading…", "Reading…", "All", "✓")
    panel.resize(panel.width() + 40, panel.height())  # the chips are fitted again
    assert _said(panel)[2] == "All"
    qtbot.waitUntil(lambda: panel.model.rowCount() == 900)
    assert panel.bar.progress.text() == "0 of 900 checked"
    assert panel.stack.currentWidget() is panel.list


def test_the_quote_chosen_in_the_text_is_chosen_in_the_list_once_it_is_there(
    qtbot: QtBot, panel: QuotePanel, session: Session, long: VersionId
) -> None:
    assert session.desk is not None
    wanted = session.desk.quotes(long)[700]
    session.pair.show_quote(wanted)
    assert panel.model.rowCount() == 0
    assert session.pair.selected == wanted
    qtbot.waitUntil(lambda: panel.model.rowCount() == 900)
    assert panel.list.selected_quotes() == [wanted]
    assert session.pair.selected == wanted


def test_a_step_to_the_next_quote_waits_for_no_reading(panel: QuotePanel, session: Session, long: VersionId) -> None:
    session.pair.show(long)
    panel.next_unverified()
    assert panel.list.selected_rows() == [0]
    assert session.pair.a is not None
    assert session.pair.a.id == long, "another article is shown"


def test_whoever_goes_on_at_once_is_shown_what_they_went_to(
    qtbot: QtBot, panel: QuotePanel, session: Session, long: VersionId
) -> None:
    assert session.desk is not None
    other = session.desk.articles()[0].newest
    session.pair.show(long)
    session.pair.show(other)
    shown = session.desk.quotes(other)
    assert panel.model.all == shown
    qtbot.wait(1)
    assert panel.model.all == shown
