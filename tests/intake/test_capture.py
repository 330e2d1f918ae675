"""From a document to a capture: what is the same for every format."""

from __future__ import annotations

from desktop.desk.prepare import prepare
from desktop.domain import Capture, Cut, Span
from desktop.intake.capture import Origin, make_capture
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
