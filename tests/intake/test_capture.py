"""From a document to a capture: what is the same for every format."""

from __future__ import annotations

from desktop.desk.prepare import prepare
from desktop.domain import Capture, Cut, Fact, Span
from desktop.intake.capture import Origin, make_capture, merge_cuts
from desktop.intake.document import Document
from desktop.intake.formats.plain_text import FORMAT


def captured(text: str, *cuts: Cut) -> Capture:
    return make_capture(Document(text, cuts), FORMAT, Origin(text.encode(), "story.txt", "story.txt"))


def test_a_note_number_inside_of_a_quote_does_not_join_its_figure() -> None:
    capture = captured("“It cost $52 million,” said Ann Lee.", Cut(Span(11, 12), "note number"))
    (quote,) = prepare(capture).quotes
    assert capture.text == "“It cost $5² million,” said Ann Lee."
    assert quote.span.of(capture.text) == "It cost $5² million,"


def test_other_cuts_and_notes_with_brackets_stay_as_they_are() -> None:
    text = "It cost $5[12] million in 2022, not 7."
    cuts = (Cut(Span(10, 14), "note number"), Cut(Span(36, 37), "struck out"))
    assert captured(text, *cuts).text == "It cost $5[12] million in 2022, not 7."


def test_cuts_that_overlap_are_parted_and_the_first_keeps_its_reason() -> None:
    cuts = (Cut(Span(5, 9), "later"), Cut(Span(0, 6), "first"), Cut(Span(2, 4), "inside"), Cut(Span(9, 12), "beside"))
    assert merge_cuts(cuts) == (Cut(Span(0, 6), "first"), Cut(Span(6, 9), "later"), Cut(Span(9, 12), "beside"))


def test_what_is_only_offered_fills_no_field_and_a_blank_statement_neither() -> None:
    facts = (
        Fact("title", "Perhaps this", "page", offered=True),
        Fact("title", " \n ", "mail head"),
        Fact("title", "The  pier\nopens", "feed"),
        Fact("title", "Another", "PDF information"),
        Fact("creator", "Ann", "x"),
    )
    data = b"The pier opens."
    capture = make_capture(Document(data.decode(), facts=facts), FORMAT, Origin(data, "/x.txt", "x.txt"))
    assert capture.metadata.title == "The pier opens"
    assert capture.facts[: len(facts)] == facts
