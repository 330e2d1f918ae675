"""The list follows the session: side, pair, filter, search, selection, memory, citation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QToolButton, QWidget

from desktop.desk.open_desk import Desk
from desktop.desk.prepare import prepare
from desktop.domain import Metadata, QuoteKind, Span, Status
from desktop.ui.quotes.filter import DOUBTFUL_MARKS, Selection, StoryLabels, from_json, to_json
from desktop.ui.quotes.model import QuoteModel
from desktop.ui.quotes.related.wording_list import Piece, Wording
from desktop.ui.widgets.card_painting import citation
from tests.ui.quotes.panel_driver import LEFT, chosen, click_row, find, press

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.quotes.panel import QuotePanel
    from desktop.ui.session.session import Session


def test_a_click_chooses_the_quote_for_the_texts(panel: QuotePanel, session: Session) -> None:
    click_row(panel, 4)
    assert session.pair.selected == panel.model.shown[4]
    assert panel.card.isVisible()
    row = panel.list.visualRect(panel.model.index(4))
    assert row.contains(panel.card.geometry())


def test_a_quote_chosen_in_the_text_is_chosen_and_shown_here(panel: QuotePanel, session: Session) -> None:
    last = panel.model.shown[-1]
    session.pair.select_quote(last)
    assert chosen(panel) == [len(panel.model.shown) - 1]
    area = panel.list.viewport().rect()
    assert area.intersects(panel.card.geometry())
    assert panel.card.geometry().top() >= 0
    session.pair.select_quote(None)
    assert chosen(panel) == []
    assert not panel.card.isVisible()


def test_the_other_side_lists_the_other_quotes(panel: QuotePanel, session: Session) -> None:
    assert session.pair.b is not None
    QTest.mouseClick(find(panel, QToolButton, "quote-side-b"), LEFT)
    assert {quote.version_id for quote in panel.model.all} == {session.pair.b.id}
    session.pair.swap()
    assert session.pair.b is not None
    assert {quote.version_id for quote in panel.model.all} == {session.pair.b.id}


def test_chips_count_and_filter_by_status(panel: QuotePanel, session: Session) -> None:
    total = len(panel.model.all)
    session.set_status(panel.model.all[:3], Status.VERIFIED)
    session.set_status(panel.model.all[3:4], Status.DISPUTED)
    chip = find(panel, QToolButton, "quotes-only-verified")
    assert chip.text() == "✓ 3"
    assert panel.bar.progress.text() == f"4 of {total} checked"
    QTest.mouseClick(chip, LEFT)
    assert [quote.status for quote in panel.model.shown] == [Status.VERIFIED] * 3
    assert panel.bar.progress.text() == f"3 of {total} shown"
    QTest.mouseClick(find(panel, QToolButton, "quotes-only-all"), LEFT)
    assert len(panel.model.shown) == total


def test_a_quote_that_leaves_the_filter_stays_while_it_is_chosen(panel: QuotePanel, session: Session) -> None:
    panel.set_filter(Status.UNVERIFIED)
    click_row(panel, 0)
    quote = panel.model.shown[0]
    panel.quote_actions.mark_here(Status.DISPUTED)
    assert panel.model.row_of(quote.id) == 0
    panel.next_quote()
    QApplication.processEvents()
    panel.list.setFocus()
    click_row(panel, 3)
    QApplication.processEvents()
    assert panel.model.row_of(quote.id) == -1
    session.undo_stack.undo()
    assert panel.model.row_of(quote.id) == 0


def test_marking_by_key_under_a_filter_leaves_no_card_behind(panel: QuotePanel) -> None:
    panel.set_filter(Status.UNVERIFIED)
    panel.focus_list()
    total = len(panel.model.all)
    for _ in range(3):
        press(panel, "v")
        QApplication.processEvents()
    assert len(panel.model.shown) == total - 3
    assert chosen(panel) == [0]
    assert panel.card.isVisible()
    assert panel.list.open_row == 0
    assert panel.card.quote == panel.model.shown[0]


def test_search_finds_words_speakers_and_notes(panel: QuotePanel, session: Session) -> None:
    session.note(panel.model.all[0], "ask the press office", "")
    panel.bar.open_search()
    QTest.keyClicks(panel.bar.field, "press OFFICE")
    QTest.keyClick(panel.bar.field, Qt.Key.Key_Return)
    assert [quote.id for quote in panel.model.shown] == [panel.model.all[0].id]
    assert panel.list.hasFocus()
    panel.bar.open_search()
    QTest.keyClick(panel.bar.field, Qt.Key.Key_Escape)
    assert len(panel.model.shown) == len(panel.model.all)
    assert not panel.bar.field.isVisible()


def test_a_filter_without_a_match_says_so_and_can_be_taken_away(panel: QuotePanel) -> None:
    panel.set_filter(Status.DISPUTED)
    total = len(panel.model.all)
    words = find(panel, QLabel, "quotes-empty")
    assert words.isVisible()
    assert words.text().startswith(f"0 of {total} shown")
    QTest.mouseClick(find(panel, QPushButton, "quotes-show-all"), LEFT)
    assert len(panel.model.shown) == total
    assert panel.list.isVisible()


def test_the_menu_filters_by_speaker_kind_and_alert(panel: QuotePanel) -> None:
    menu = panel.bar.make_menu()
    speakers = menu.actions()[0].menu()
    assert isinstance(speakers, QMenu)
    kirby = next(action for action in speakers.actions() if "Kirby" in action.text())
    kirby.trigger()
    assert {quote.attribution.name for quote in panel.model.shown} == {kirby.text()}
    assert panel.bar.in_force["speaker"].text().startswith(kirby.text())
    QTest.mouseClick(panel.bar.in_force["speaker"], LEFT)
    assert len(panel.model.shown) == len(panel.model.all)
    menu.deleteLater()


def test_empty_panes_say_what_will_be_there(panel: QuotePanel, session: Session) -> None:
    session.close_desk()
    words = find(panel, QLabel, "quotes-empty")
    assert words.isVisible()
    assert "Open a desk" in words.text()


def test_a_text_without_marks_says_how_to_add_a_quote(panel: QuotePanel, session: Session, tmp_path: Path) -> None:
    from desktop.intake.reading import read_path

    plain = tmp_path / "plain.txt"
    plain.write_text("A headline\n\nNothing was said in this text by anybody at all.\n", encoding="utf-8")
    with Desk.create(tmp_path / "plain.desk") as desk:
        desk.add(prepare(read_path(plain)))
    session.open_desk(Desk.open(tmp_path / "plain.desk"))
    assert "press Q" in find(panel, QLabel, "quotes-empty").text()
    assert session.pair.a is not None
    session.add_quote(session.pair.a.id, Span(12, 23))
    assert [quote.text for quote in panel.model.shown] == [session.pair.a.text[12:23]]
    assert panel.model.shown[0].by_hand


def test_the_clipboard_gets_the_stored_words_and_where_they_stand(panel: QuotePanel) -> None:
    click_row(panel, 4)
    panel.quote_actions.copy()
    copied = QGuiApplication.clipboard().text()
    quote = panel.model.shown[4]
    assert copied == citation(quote, panel.model.metadata)
    assert copied.startswith(f"“{quote.text}”\n— {quote.attribution.name}")
    assert f"paragraph {quote.paragraph}" in copied


def test_a_dragged_card_is_plain_text_with_its_citation(panel: QuotePanel) -> None:
    data = panel.model.mimeData([panel.model.index(1), panel.model.index(2)])
    assert data.formats() == ["text/plain"]
    assert data.text() == panel.model.cite(panel.model.shown[1:3])


def test_filter_and_choice_come_back(panel: QuotePanel, session: Session) -> None:
    session.set_status(panel.model.all[5:8], Status.DISPUTED)
    panel.set_filter(Status.DISPUTED)
    click_row(panel, 1)
    state, quote = panel.state(), panel.model.shown[1]
    panel.set_filter(None)
    panel.restore(state)
    assert panel.model.selection.status is Status.DISPUTED
    assert panel.list.selected_quotes() == [quote]
    panel.restore("nonsense")
    assert panel.model.selection.status is Status.DISPUTED


def test_a_selection_can_be_written_down_and_read_again() -> None:
    selection = Selection(Status.VERIFIED, "a b", "Kirby", QuoteKind.MIXED, DOUBTFUL_MARKS, by_speaker=True)
    assert from_json(to_json(selection, "u1")) == (selection, "u1")
    assert from_json("{}") is None
    assert from_json('{"status": "perhaps", "kind": null, "words": ""}') is None


def test_the_model_keeps_the_rules_of_models(panel: QuotePanel) -> None:
    model = QuoteModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    quotes = list(panel.model.all)
    model.take(quotes, Metadata())
    assert model.rowCount() == len(quotes)
    assert model.rowCount(model.index(0)) == 0
    model.select(Selection(words="Ukraine"))
    model.label(StoryLabels({quotes[0].uid: ("altered fact",)}))
    model.select(Selection(alert="altered fact"))
    assert list(model.shown) == [quotes[0]]
    model.selection = Selection(words="nowhere")
    model.drop_strays(())
    assert model.rowCount() == 0
    tester.deleteLater()


def test_every_row_is_read_out_with_words_speaker_status_and_place(panel: QuotePanel) -> None:
    text = panel.model.index(4).data(Qt.ItemDataRole.AccessibleTextRole)
    quote = panel.model.shown[4]
    assert text.startswith(quote.text[:30])
    for part in (quote.attribution.name, "Unverified", f"paragraph {quote.paragraph}"):
        assert part in text


def test_markup_in_a_quote_stays_text(panel: QuotePanel, session: Session, tmp_path: Path) -> None:
    from desktop.intake.reading import read_path

    nasty = '<img src="file:///etc/hostname"><b>bold</b>'
    text = tmp_path / "nasty.txt"
    text.write_text(f"Markup in the news\n\n“{nasty} is what we use here,” said Ann <i>Lee</i>.\n", encoding="utf-8")
    with Desk.create(tmp_path / "nasty.desk") as desk:
        desk.add(prepare(read_path(text)))
    session.open_desk(Desk.open(tmp_path / "nasty.desk"))
    panel.focus_list()
    assert nasty in panel.model.shown[0].text
    labels = [label for label in panel.findChildren(QLabel) if "<" in label.text()]
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)


def test_tab_walks_from_the_list_through_the_card_in_order(panel: QuotePanel) -> None:
    click_row(panel, 4)
    panel.quote_actions.mark_here(Status.DISPUTED)
    panel.list.setFocus()
    walked = []
    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget() or panel, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        walked.append(focused.objectName() if focused is not None else "")
    order = ["quote-verified", "quote-disputed", "quote-unverified", "quote-reason", "quote-note", "quote-evidence"]
    places = [walked.index(name) for name in order]
    assert places == sorted(places)
    assert "quote-history" in walked
    assert walked.index("quote-history") > places[-1]


def test_thousands_of_quotes_are_listed_chosen_and_marked(
    qtbot: QtBot, panel: QuotePanel, session: Session, tmp_path: Path
) -> None:
    from desktop.intake.reading import read_path

    long = tmp_path / "long.txt"
    lines = (f"“Sentence number {number} of many that were said,” said Speaker {number % 7}." for number in range(3000))
    long.write_text("A very long interview\n\n" + "\n\n".join(lines) + "\n", encoding="utf-8")
    with Desk.create(tmp_path / "long.desk") as desk:
        desk.add(prepare(read_path(long)))
    session.open_desk(Desk.open(tmp_path / "long.desk"))
    qtbot.waitUntil(lambda: len(panel.model.shown) >= 3000)
    total = len(panel.model.shown)
    session.pair.select_quote(panel.model.shown[total - 1])
    assert panel.list.viewport().rect().intersects(panel.card.geometry())
    press(panel, "v")
    assert panel.model.shown[total - 1].status is Status.VERIFIED


def test_larger_words_make_higher_cards_and_smaller_ones_the_former(panel: QuotePanel) -> None:
    click_row(panel, 4)
    before = (panel.list.rowHeight(3), panel.card.height())
    panel.set_zoom(200)
    QApplication.processEvents()
    assert panel.list.rowHeight(3) > before[0]
    assert panel.card.height() > before[1]
    panel.set_zoom(100)
    QApplication.processEvents()
    assert (panel.list.rowHeight(3), panel.card.height()) == before


def test_a_narrow_panel_keeps_every_card_inside(panel: QuotePanel) -> None:
    click_row(panel, 4)
    panel.resize(300, 600)
    QApplication.processEvents()
    inside = panel.list.viewport().width()
    assert panel.card.geometry().right() <= inside
    for child in panel.card.findChildren(QWidget):
        if child.isVisible() and child.parentWidget() is panel.card:
            assert child.geometry().right() <= panel.card.width()


def test_the_history_unfolds_to_every_entry_with_its_words(panel: QuotePanel, session: Session) -> None:
    click_row(panel, 4)
    panel.quote_actions.mark_here(Status.VERIFIED)
    session.note(panel.model.shown[4], "asked twice", "")
    session.undo_stack.undo()
    newest = find(panel, QLabel, "quote-history-newest")
    assert newest.text().startswith("Taken back by you")
    QTest.mouseClick(find(panel, QToolButton, "quote-history"), LEFT)
    text = find(panel, QLabel, "quote-history-entries").text()
    assert "Verified by you" in text
    assert "Note changed, by you" in text
    assert "asked twice" in text


def test_home_and_end_go_to_the_ends_of_the_list(panel: QuotePanel) -> None:
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_End)
    assert chosen(panel) == [len(panel.model.shown) - 1]
    QTest.keyClick(panel.list, Qt.Key.Key_Home)
    assert chosen(panel) == [0]


def test_the_open_card_is_whole_in_sight_also_when_wordings_come_later(panel: QuotePanel, session: Session) -> None:
    panel.resize(362, 620)
    view = panel.list.viewport()
    for row, quote in enumerate(panel.model.shown):
        session.pair.select_quote(quote)
        QApplication.processEvents()
        assert panel.list.open_row == row
        card = panel.card.geometry()
        whole = card.top() >= 0 and card.bottom() < view.height()
        assert whole or (card.height() > view.height() - 20 and abs(card.top()) < 40), (row, card, view.height())


def test_a_card_scrolled_away_by_hand_stays_away_when_it_grows(panel: QuotePanel) -> None:
    panel.resize(362, 620)
    click_row(panel, 0)
    bar = panel.list.verticalScrollBar()
    bar.setValue(bar.maximum())
    place = bar.value()
    QTest.mouseClick(find(panel, QToolButton, "quote-edit-speaker"), LEFT)
    panel.card.open_form()
    QApplication.processEvents()
    assert bar.value() >= place


def test_a_card_that_grows_later_is_brought_into_sight_again(panel: QuotePanel, session: Session) -> None:
    panel.resize(362, 700)
    rows = panel.list
    for quote in panel.model.shown[2:6]:
        session.pair.select_quote(quote)
        QApplication.processEvents()
        panel.card.earlier.show_wordings(
            [Wording(quote, f"Outlet {n}", (Piece(quote.text),), "not checked") for n in range(3)]
        )
        QApplication.processEvents()
        QApplication.processEvents()
        card = panel.card.geometry()
        assert card.bottom() < rows.viewport().height() or card.top() <= 40
