"""Rendering of a message: its text with the head above it as a cut, facts, and anchors at what it quotes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain import Cut, Fact, Span
from desktop.intake.document import Document
from desktop.intake.mail.quoted import THIS, anchors_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.domain import Anchor
    from desktop.intake.mail.bodies import Bodies
    from desktop.intake.mail.heads import Head

HEAD = "mail head"
_LONGEST = 300  # code points of a line of the head that stands in the text


def render(bodies: Bodies, *, part: str = "") -> Document | None:
    """Make the document of a message; None if it holds no text."""
    if not bodies.sections:
        return None
    text, cuts, anchors = "", [], []
    printed = _printed(bodies.head)
    for section in bodies.sections:
        printed += "".join(map(_printed, section.heads))
        if printed:
            cuts.append(Cut(Span(len(text), len(text) + len(printed)), HEAD))
            text, printed = text + printed, ""
        start = len(text)
        cuts += [Cut(Span(start + cut.span.start, start + cut.span.end), cut.why) for cut in section.cuts]
        turns = anchors_of(section.text, section.head, section.depths, is_page=section.is_page)
        anchors += [replace(each, offset=start + each.offset) for each in turns]
        text += f"{section.text}\n\n"
    return Document(
        text.rstrip("\n"),
        tuple(cuts),
        tuple(_facts(bodies.head)),
        tuple(_turns(anchors)),
        tuple(bodies.notices),
        encoding=bodies.encoding,
        part=part,
    )


def _turns(anchors: Sequence[Anchor]) -> Iterator[Anchor]:
    """Leave out an anchor that says what the one before it says, and one alone that says nothing."""
    label = ""
    for anchor in anchors:
        if anchor.label != label and (anchor.label != THIS or len(anchors) > 1):
            yield anchor
        label = anchor.label


def _printed(head: Head) -> str:
    """Give the head as programs show it above the text, with the blank line below it."""
    rows = (("From", head.sender), ("To", head.recipients), ("Date", head.date), ("Subject", head.subject))
    lines = [f"{name}: {' '.join(value.split())[:_LONGEST]}\n" for name, value in rows if value]
    return "".join([*lines, "\n"]) if lines else ""


def _facts(head: Head) -> list[Fact]:
    stated = (
        ("title", head.subject, "Subject"),
        ("byline", head.name, "From"),
        ("published", head.date, "Date"),
        ("published_on", head.day, "Date"),
    )
    return [Fact(field, value, f"mail head {name}") for field, value, name in stated if value]
