"""Quotes are checked against a source by keys: name it, look, filter, take the place as evidence, mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMessageBox, QProgressBar, QPushButton

from desktop.desk.open_desk import Desk
from desktop.desk.prepare import prepare
from desktop.domain import SourceDetails, SourceKind, Status
from desktop.intake.reading import read_path
from desktop.ui.session.commands.articles import NameSource
from desktop.ui.sources.model import Show
from tests.journeys.window_driver import click, find, press

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.domain import Quote
    from desktop.ui.sources.view import SourcesView
    from desktop.ui.window.main_window import MainWindow

from tests.desk.sources.test_source_check import ARTICLE, CAPTIONS


def opened(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> MainWindow:
    """A desk with an article and captions that are its source, as the window shows it once all is found."""
    with Desk.create(tmp_path / "ferry.desk") as desk:
        story = desk.new_story("Ferry").id
        for name, text in (("ferry.txt", ARTICLE), ("gaggle.vtt", CAPTIONS)):
            (tmp_path / name).write_text(text, encoding="utf-8")
            desk.add(prepare(read_path(tmp_path / name)), story=story)
    window.desk_menu.open_path(tmp_path / "ferry.desk")
    session = window.session
    session.set_checker("Ada")
    assert session.desk is not None
    captions = session.desk.articles()[1]
    session.do(NameSource(session, captions, SourceDetails(SourceKind.CAPTIONS)))
    qtbot.waitUntil(lambda: len(session.in_sources.found.places) == 2)
    return window


def sources(window: MainWindow) -> SourcesView:
    assert window.bench is not None
    return window.bench.centre.sources


def card_line(window: MainWindow, words: str) -> str:
    assert window.bench is not None
    model = window.bench.quotes.model
    return model.labels_of(next(quote for quote in model.all if words in quote.text))[-1]


def quote_on_disk(tmp_path: Path, words: str) -> Quote:
    with Desk.open(tmp_path / "ferry.desk", read_only=True) as desk:
        version = desk.articles()[0].newest
        return next(quote for quote in desk.quotes(version) if words in quote.text)


def test_cards_say_what_the_source_prints_and_nothing_is_marked(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    opened(qtbot, window, tmp_path)
    assert card_line(window, "eastern pier") == "= word for word · captions of a recording 0:00:01–0:00:05"
    assert card_line(window, "four million") == "! number altered · captions of a recording 0:01:12"
    assert card_line(window, "timetable") == "— not in the attached sources"
    assert window.session.desk is not None
    assert all(not quote.marks for quote in window.session.desk.quotes(window.session.desk.articles()[0].newest))


def test_e_and_v_are_a_full_check_with_the_place_as_evidence(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    opened(qtbot, window, tmp_path)
    press(window, "Alt+4")
    view = sources(window)
    qtbot.waitUntil(lambda: len(view.model.rows) == 3)
    assert "3 quotes held against 1 source" in view.head.text()
    click(find(view, QPushButton, "sources-same"))
    assert [row.show for row in view.model.rows] == [Show.SAME]
    press(window, "Down", "E", "V")
    window.close()
    quote = quote_on_disk(tmp_path, "eastern pier")
    assert quote.status is Status.VERIFIED
    assert quote.marks == 1
    assert "0:00:01–0:00:05 · Ada Brink" in quote.evidence
    assert "“We have never closed the eastern pier to anybody”" in quote.evidence


def test_e_in_the_list_of_quotes_takes_the_place_too_and_enter_opens_the_source_at_the_words(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    opened(qtbot, window, tmp_path)
    assert window.bench is not None
    window.bench.quotes.focus_list()
    press(window, "E", "V")
    assert window.session.desk is not None
    first = window.session.desk.quotes(window.session.desk.articles()[0].newest)[0]
    assert first.status is Status.VERIFIED
    assert "sha256" in first.evidence
    press(window, "Alt+4")
    view = sources(window)
    view.list.setCurrentIndex(view.model.index(0))
    press(window, "Return")
    pair = window.session.pair
    assert pair.b is not None
    assert pair.b.info.extractor.startswith("captions")
    assert window.bench.centre.tabs.currentIndex() == 0


def test_a_source_that_is_an_article_again_says_nothing_more_on_the_cards(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    opened(qtbot, window, tmp_path)
    press(window, "Ctrl+Z")
    qtbot.waitUntil(lambda: not window.session.in_sources.found.sources)
    assert window.bench is not None
    model = window.bench.quotes.model
    assert not any("source" in label for quote in model.all for label in model.labels_of(quote))
    press(window, "Alt+4")
    assert "no source yet" in sources(window).note.text()


def test_a_new_version_without_the_words_and_a_deleted_source_are_said_on_the_card_and_can_be_listed(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    opened(qtbot, window, tmp_path)
    assert window.bench is not None
    window.bench.quotes.focus_list()
    press(window, "E", "V")
    session, model = window.session, window.bench.quotes.model
    desk = session.desk
    assert desk is not None
    assert not session.in_sources.found.changed
    later = tmp_path / "later.vtt"
    later.write_text(CAPTIONS.replace("closed", "ever shut"), encoding="utf-8")
    [captions] = desk.article_list.sources()
    desk.add(prepare(read_path(later)), article=captions)
    session.articles_changed.emit()
    marked = next(quote for quote in model.all if quote.evidence)
    qtbot.waitUntil(lambda: "evidence: its source changed" in model.labels_of(marked))
    assert card_line(window, "eastern pier").startswith("! altered words")
    menu = window.bench.quotes.bar.make_menu()
    changed = menu.findChild(QAction, "quote-filter-source-changed")
    assert changed is not None
    changed.trigger()
    assert [quote.uid for quote in model.shown] == [marked.uid]
    session.delete_articles([desk.article(captions)])
    qtbot.waitUntil(lambda: model.labels_of(marked)[-1] == "evidence: its source is gone")


def test_what_no_source_holds_is_listed_by_one_click(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    opened(qtbot, window, tmp_path)
    assert window.bench is not None
    menu = window.bench.quotes.bar.make_menu()
    action = menu.findChild(QAction, "quote-filter-not-in-sources")
    assert action is not None
    assert action.text() == "Not in the attached sources (1)"
    action.trigger()
    assert ["timetable" in quote.text for quote in window.bench.quotes.model.shown] == [True]


def test_the_recording_opens_at_the_time_of_the_words_after_a_question(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    opened(qtbot, window, tmp_path)
    assert window.bench is not None
    announcements: list[str] = []
    window.session.announced.connect(announcements.append)
    window.bench.quotes.focus_list()
    press(window, "Alt+Return")
    assert "No recording" in announcements[-1]
    (tmp_path / "gaggle.mp3").write_bytes(b"")
    press(window, "Alt+Return")
    ask = find(window, QMessageBox, "evidence-open")
    assert "0:00:01" in ask.text()
    assert ask.informativeText() == str(tmp_path / "gaggle.mp3")
    ask.reject()


def test_what_is_perhaps_paraphrased_is_offered_only_when_asked_for_and_is_no_evidence(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    paraphrase = "“This winter the islanders will pay nothing towards repairs of that old lamp house,” said Ada Brink."
    with Desk.create(tmp_path / "ferry.desk") as desk:
        story = desk.new_story("Ferry").id
        for name, text in (("ferry.txt", f"Ferry news\n\n{paraphrase}\n"), ("gaggle.vtt", CAPTIONS)):
            (tmp_path / name).write_text(text, encoding="utf-8")
            added = desk.add(prepare(read_path(tmp_path / name)), story=story)
        desk.name_source(added.article_id, SourceDetails(SourceKind.CAPTIONS))
    window.desk_menu.open_path(tmp_path / "ferry.desk")
    found = window.session.in_sources
    qtbot.waitUntil(lambda: bool(found.found.searched))
    assert not found.found.perhaps
    press(window, "Alt+4")
    view = sources(window)
    qtbot.waitUntil(view.perhaps.isVisible)
    click(view.perhaps)
    qtbot.waitUntil(lambda: bool(found.found.perhaps))
    [row] = view.model.rows
    assert row.place is None
    assert row.perhaps is not None
    assert row.perhaps.class_words == "perhaps paraphrased"
    assert row.show is Show.NOWHERE
    announcements: list[str] = []
    window.session.announced.connect(announcements.append)
    view.focus_list()
    press(window, "E")
    assert "No place" in announcements[-1]
    click(view.perhaps)
    qtbot.waitUntil(lambda: not found.found.perhaps)


def test_captions_without_a_headline_are_listed_by_their_file(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    opened(qtbot, window, tmp_path)
    assert window.bench is not None
    model = window.bench.articles.model
    qtbot.waitUntil(lambda: model.index(model.rowCount() - 1, 0).data() == "gaggle.vtt")


def test_a_search_that_goes_on_by_itself_is_not_shown_at_once(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    session, seen = window.session, []
    progress = find(window, QProgressBar, "work-progress")
    session.work_changed.connect(lambda: seen.append((session.task is not None, progress.isVisible())))
    opened(qtbot, window, tmp_path)
    assert (True, False) in seen
    assert (True, True) not in seen
    qtbot.waitUntil(lambda: session.task is None)
    assert not progress.isVisible()
