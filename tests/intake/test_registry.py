"""Knowing a format by the beginning of a file, whatever that beginning is."""

from __future__ import annotations

import pytest

from desktop.intake.document import Sample
from desktop.intake.registry import formats


@pytest.mark.parametrize(
    "start",
    [
        b"<!---->" * 80 + b"<x>",
        b"<!--a--> " * 80,
        b"<??>" * 900 + b"<a>",
        b"<?xml a?>" * 400,
        b"\n" * 4000,
        b"a:b\n" * 900,
    ],
    ids=["comments", "comments and blanks", "instructions", "declarations", "line ends", "fields"],
)
def test_no_beginning_makes_any_format_think_for_ever(start: bytes) -> None:
    assert [each.name for each in formats() if each.recognise(Sample(start, "story.bin"))] == []
