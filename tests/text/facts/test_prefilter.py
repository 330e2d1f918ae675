"""Prefilter of changes: what may alter a fact is read, exchanged words of no class are not, and no alert is lost."""

from __future__ import annotations

import pytest

from desktop.text.diff import compare
from desktop.text.facts.prefilter import Prefilter
from desktop.text.facts.quoted_text import QuotedText
from desktop.text.words import Tokens


def to_read(a: str, b: str) -> list[bool]:
    prefilter = Prefilter(Tokens(a), Tokens(b), (QuotedText(a), QuotedText(b)))
    return prefilter.to_read(compare(a, b).changes)


FACTS = [
    ("They saw five boats at the pier.", "They saw nine boats at the pier."),
    ("It was signed on Monday at noon.", "It was signed on Friday at noon."),
    ("The crew did not leave the pier.", "The crew did leave the pier."),
    ("The crew left the pier at night.", "The crew may have left the pier at night."),
    ("The blast killed two of the crew.", "The blast wounded two of the crew."),
    ("“We leave,” the captain said.", "“We leave,” the mayor said."),
    ("It is ten miles from the pier.", "It is ten kilometres from the pier."),
]


@pytest.mark.parametrize(("a", "b"), FACTS)
def test_every_change_that_gives_an_alert_is_read(a: str, b: str) -> None:
    for mine, theirs in ((a, b), (b, a)):
        changes = compare(mine, theirs).changes
        alerted = [bool(change.alerts) for change in changes]
        assert any(alerted)
        assert all(read for read, alert in zip(to_read(mine, theirs), alerted, strict=True) if alert)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The crew worked in the cold harbour.", "The crew worked in the chilly harbour."),
        ("The boats were painted again.", "The boats were painted anew."),
        ("It is “old” here.", 'It is "old" here.'),
    ],
)
def test_other_words_of_no_class_and_other_signs_are_not_read(a: str, b: str) -> None:
    assert not any(to_read(a, b))
