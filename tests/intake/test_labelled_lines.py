"""Lines that say themselves what they hold: labels in five languages, addresses, the front matter of Markdown."""

from __future__ import annotations

import pytest

from desktop.intake.labelled_lines import Labelled, front_matter, read_labelled
from desktop.intake.lines import split_lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Author: Jane Doe", Labelled("byline", "Jane Doe")),
        ("Site name : The Herald", Labelled("outlet", "The Herald")),
        ("Veröffentlicht: 3. März 2026", Labelled("published", "3. März 2026")),
        ("Título: El puerto cierra", Labelled("title", "El puerto cierra")),
        ("https://example.org/bridge", Labelled("url", "https://example.org/bridge")),
        ("Source: <https://example.org/bridge>", Labelled("url", "https://example.org/bridge")),
        ("Link: see below", None),
        ("Weather: rain", None),
        ("Author Jane Doe", None),
        (f"Title: {'x' * 300}", None),
    ],
)
def test_a_label_names_the_field_whose_value_follows(text: str, expected: Labelled | None) -> None:
    assert read_labelled(text) == expected


def test_marks_of_quotation_around_a_value_are_part_of_it_only_outside_front_matter() -> None:
    assert read_labelled('title: "Bridge closed"', is_quoted=True) == Labelled("title", "Bridge closed")
    assert read_labelled('title: "Bridge closed"') == Labelled("title", '"Bridge closed"')
    assert read_labelled("title: \"It's over'", is_quoted=True) == Labelled("title", "\"It's over'")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("---\ntitle: Bridge\ntags:\n  - harbour\n---\nThe harbour", 5),
        ("---\ntitle: Bridge\n...\nThe harbour", 3),
        ("---\n---\nThe harbour", 0),
        ("---\nThe harbour will close.\n---", 0),
        ("---\ntitle: Bridge", 0),
        ("title: Bridge", 0),
        ("", 0),
    ],
)
def test_front_matter_is_the_keys_between_two_fences_at_the_top(text: str, count: int) -> None:
    assert front_matter(split_lines(text)) == count
