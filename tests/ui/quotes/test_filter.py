"""Quotes are grouped by speaker or statement under headings, and every filter in force is a chip."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.domain import QuoteKind
from desktop.ui.quotes.filter import Selection, StoryLabels
from desktop.ui.widgets.card_painting import speaker
from tests.ui.quotes.panel_driver import LEFT, click_row

if TYPE_CHECKING:
    from desktop.ui.quotes.panel import QuotePanel
    from desktop.ui.session.session import Session


def test_grouping_by_statement_brings_quotes_of_one_statement_together(panel: QuotePanel) -> None:
    quotes = list(panel.model.all)[:5]
    together = {quotes[1].uid: 7, quotes[4].uid: 7, quotes[2].uid: 3}
    shown = Selection(by_statement=True, story=StoryLabels(statements=together)).of(quotes)
    assert shown == [quotes[1], quotes[4], quotes[2], quotes[0], quotes[3]]
    click_row(panel, 3)
    selected = panel.list.selected_quotes()
    group = next(action for action in panel.bar.make_menu().actions() if action.text() == "Group by statement")
    group.trigger()
    assert panel.list.selected_quotes() == selected
    numbers = panel.story.numbers()
    told = [numbers[quote.uid] for quote in panel.model.shown if quote.uid in numbers]
    runs = [number for place, number in enumerate(told) if place == 0 or told[place - 1] != number]
    assert numbers
    assert len(runs) == len(set(runs))
    assert panel.bar.in_force["order"].text().startswith("by statement")


def test_each_group_has_a_heading_that_says_what_it_is(panel: QuotePanel) -> None:
    panel._selected(Selection(by_statement=True))
    heads = [panel.model.heading(row) for row in range(len(panel.model.shown))]
    firsts = [head for head in heads if head]
    assert firsts
    assert len(firsts) == len(set(firsts))
    assert any("2 versions" in head or "3 versions" in head for head in firsts)
    row = heads.index(firsts[0])
    room = panel.list.rowHeight(row)
    index = panel.model.index(row)
    assert str(panel.model.data(index, Qt.ItemDataRole.AccessibleTextRole)).startswith(firsts[0])
    panel._selected(Selection(by_speaker=True))
    heads = [panel.model.heading(row) for row in range(len(panel.model.shown))]
    assert {head for head in heads if head} == {speaker(quote) for quote in panel.model.shown}
    panel._selected(Selection())
    assert not any(panel.model.heading(row) for row in range(len(panel.model.shown)))
    assert panel.list.rowHeight(panel.model.row_of(panel.model.all[0].id)) < room + 1


def test_the_card_of_the_first_in_a_group_stands_below_the_heading(panel: QuotePanel) -> None:
    panel._selected(Selection(by_speaker=True))
    click_row(panel, 0)
    top = panel.list.visualRect(panel.model.index(0)).top()
    assert panel.card.geometry().top() >= top + panel.list.cards.heading_height()


def test_a_corrected_speaker_goes_to_his_group_at_once(panel: QuotePanel, session: Session) -> None:
    panel._selected(Selection(by_speaker=True))
    quote = panel.model.shown[0]
    session.attribute([quote], replace(quote.attribution, person="Zoë Last"))
    assert panel.model.heading(len(panel.model.shown) - 1) == "Zoë Last"
    assert panel.model.shown[-1].id == quote.id


def test_every_filter_in_force_is_a_chip_of_its_own(panel: QuotePanel) -> None:
    panel._selected(Selection(speaker="John Kirby", kind=QuoteKind.DIRECT, by_statement=True))
    shown = {name for name, chip in panel.bar.in_force.items() if chip.isVisible()}
    assert shown == {"speaker", "kind", "order"}
    few = len(panel.model.shown)
    QTest.mouseClick(panel.bar.in_force["kind"], LEFT)
    assert panel.model.selection.kind is None
    assert panel.model.selection.speaker == "John Kirby"
    assert len(panel.model.shown) >= few
    QTest.mouseClick(panel.bar.in_force["speaker"], LEFT)
    QTest.mouseClick(panel.bar.in_force["order"], LEFT)
    assert panel.model.selection == Selection()
    assert not any(chip.isVisible() for chip in panel.bar.in_force.values())


def test_words_to_filter_by_are_found_whatever_their_typography(panel: QuotePanel) -> None:
    first, *others = panel.model.all
    noted = replace(first, note="the o\ufb03ce co\u00adoperates, nai\u0308vely; मोदी")
    for words in ("office cooperates", "NA\u00cfVELY", "nai\u0308vely", "मोदी"):
        assert Selection(words=words).of([noted, *others]) == [noted]
    assert Selection(words="मादा").of([noted, *others]) == []
