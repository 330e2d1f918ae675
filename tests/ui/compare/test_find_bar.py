"""Finding words and patterns in the texts that are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.desk.open_desk import Desk
from desktop.domain import Span
from desktop.text.changes import Kind
from desktop.text.ignore_rules.user_patterns import PatternError
from desktop.ui.compare import find_bar
from desktop.ui.compare.find_bar import FindQuery
from desktop.ui.compare.panes.text_pane import TextPane
from desktop.ui.window.search_box import around

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window.main_window import MainWindow
    from desktop.ui.window.workbench import Workbench


def _matches(words: str, text: str, *, pattern: bool, whole: bool) -> list[Span]:
    return list(FindQuery(words, pattern, whole).matches(text))


def test_case_does_not_matter() -> None:
    assert _matches("korea", "Korea, KOREA, Koreans", pattern=False, whole=False) == [
        Span(0, 5),
        Span(7, 12),
        Span(14, 19),
    ]


def test_whole_words_only() -> None:
    assert _matches("korea", "Korea, Koreans", pattern=False, whole=True) == [Span(0, 5)]


def test_signs_are_plain_unless_a_pattern_is_asked_for() -> None:
    assert _matches("a.c", "abc a.c", pattern=False, whole=False) == [Span(4, 7)]
    assert _matches("a.c", "abc a.c", pattern=True, whole=False) == [Span(0, 3), Span(4, 7)]


def test_a_pattern_that_finds_nothing_nowhere_ends() -> None:
    assert _matches("x*", "abc", pattern=True, whole=False) == []


def test_a_broken_pattern_is_an_error_of_its_own() -> None:
    with pytest.raises(PatternError):
        _matches("(", "abc", pattern=True, whole=False)


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("cooperate", "to co\u00adop\u00ade\u00adrate, to cooperate", ["co\u00adop\u00ade\u00adrate", "cooperate"]),
        ("co\u00adoperate", "to cooperate", ["cooperate"]),
        ("office", "the o\ufb03ce", ["o\ufb03ce"]),
        ("f", "the o\ufb03ce", ["\ufb03"]),
        ("nai\u0308ve", "na\u00efve nai\u0308ve naive", ["na\u00efve", "nai\u0308ve", "naive"]),
        ("na\u00efve", "nai\u0308ve", ["nai\u0308ve"]),
        ("don't \"ask", "“don’t “ask”", ["don’t “ask"]),
        ("nine months", "for nine\u00a0months, nine\nmonths", ["nine\u00a0months", "nine\nmonths"]),
        ("मोदी", "मादा मोदी", ["मोदी"]),
        ("台湾", "他说台湾是", ["台湾"]),
        ("\u00ad", "co\u00adop", []),
    ],
)
def test_words_are_found_whatever_their_typography(words: str, text: str, found: list[str]) -> None:
    assert [text[span.start : span.end] for span in FindQuery(words).matches(text)] == found


def test_a_word_ends_behind_its_vowel_signs() -> None:
    assert _matches("मोद", "मोदी मोद", pattern=False, whole=True) == [Span(5, 8)]


def test_a_pattern_speaks_of_the_characters_as_printed() -> None:
    assert _matches("[“”]", '“a” "', pattern=True, whole=False) == [Span(0, 1), Span(2, 3)]


@pytest.mark.parametrize("part", [1, 2, 3, 7, 100])
@pytest.mark.parametrize("words", ["a", "aa", "aba", "b a"])
def test_words_across_the_parts_of_a_long_text_are_found_as_in_one_part(
    monkeypatch: pytest.MonkeyPatch, part: int, words: str
) -> None:
    text = "aaaa Ababa b ab aab a"
    for whole in (False, True):
        at_once = _matches(words, text, pattern=False, whole=whole)
        with monkeypatch.context() as patch:
            patch.setattr(find_bar, "_PART", part)
            assert _matches(words, text, pattern=False, whole=whole) == at_once


@pytest.fixture
def bench(window: MainWindow, desk_path: Path) -> Workbench:
    window.take(Desk.open(desk_path))
    desk, bench = window.session.desk, window.bench
    assert desk is not None
    assert bench is not None
    articles = desk.articles()
    window.session.pair.compare(articles[1].newest, articles[2].newest)
    return bench


def _search(qtbot: QtBot, window: MainWindow, words: str) -> None:
    window.search_box.begin()
    QGuiApplication.clipboard().setText(words)
    window.search_box.paste()
    qtbot.keyClick(window.search_box, Qt.Key.Key_Return)


def _focused() -> TextPane:
    pane = QApplication.focusWidget()
    assert isinstance(pane, TextPane)
    return pane


def _is_on_the_screen(pane: TextPane) -> bool:
    return pane.viewport().rect().contains(pane.cursorRect().center())


def test_a_find_far_down_in_a_is_scrolled_to_and_selected(qtbot: QtBot, window: MainWindow, bench: Workbench) -> None:
    _search(qtbot, window, "counter-offensives")
    pane = _focused()
    assert pane.selected_text() == "counter-offensives"
    assert _is_on_the_screen(pane)
    assert bench.centre.tabs.currentIndex() == 0


def test_a_find_in_another_article_brings_it_and_its_place(qtbot: QtBot, window: MainWindow, bench: Workbench) -> None:
    desk = window.session.desk
    assert desk is not None
    other = desk.version(desk.articles()[4].newest)
    plain = max((line for line in other.text.splitlines() if not set(line) & set('“”"’')), key=len)
    words = " ".join(plain.split()[-6:-1])
    _search(qtbot, window, words)
    assert window.session.pair.a is not None
    assert window.session.pair.a.id == other.id
    assert _focused().selected_text() == words
    assert _is_on_the_screen(_focused())
    assert bench.isVisible()


def test_a_find_in_b_leaves_the_pair_as_it_is(qtbot: QtBot, window: MainWindow, bench: Workbench) -> None:
    session = window.session
    pair = session.pair.a, session.pair.b
    _search(qtbot, window, "counteroffensives")
    assert (session.pair.a, session.pair.b) == pair
    assert _focused().objectName() == "compare-text-b"
    assert _focused().selected_text() == "counteroffensives"
    assert bench.isVisible()


@pytest.mark.parametrize("reading", [False, True])
def test_a_find_in_a_hidden_passage_is_unfolded(
    qtbot: QtBot, window: MainWindow, bench: Workbench, reading: bool
) -> None:
    if reading:
        bench.centre.show_read()
    assert window.session.pair.a is not None
    hidden = window.session.pair.a.hidden[0].of(window.session.pair.a.text)
    _search(qtbot, window, " ".join(hidden.split()[:5]))
    pane = _focused()
    assert pane.objectName() == ("reading-text" if reading else "compare-text-a")
    assert pane.selected_text() in hidden
    assert _is_on_the_screen(pane)
    assert bench.centre.tabs.currentIndex() == int(reading)


def test_a_find_in_a_folded_passage_is_unfolded(qtbot: QtBot, window: MainWindow, bench: Workbench) -> None:
    window.session.pair.set_kind(Kind.ACCOUNTS)
    comparison, a = window.session.pair.comparison, window.session.pair.a
    assert comparison is not None
    assert a is not None
    folded = [row.a for row in comparison.rows if row.folded and row.a is not None and len(row.a) > 60]
    alone = next(span for span in folded if not set(span.of(a.text)) & set('“”"’'))
    words = " ".join(alone.of(a.text).split()[:5])
    _search(qtbot, window, words)
    pane = _focused()
    assert pane.selected_text() == words
    assert _is_on_the_screen(pane)
    assert bench.centre.tabs.currentIndex() == 0


def test_an_excerpt_begins_shortly_before_the_find() -> None:
    excerpt = "A long sentence that goes on and on before it says what the harbour costs and then goes on"
    assert around(excerpt, "harbour cost") == "… says what the harbour costs and then goes on"
    assert around(excerpt, "sentence") == excerpt
    assert around(excerpt, "nothing") == excerpt
