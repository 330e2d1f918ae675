"""Hyphens at line ends: what the file, the document and a few rules say about them."""

from __future__ import annotations

import pytest

from desktop.intake.pdf.hyphens import Hyphenation
from desktop.intake.pdf.page import Hyphen, Line, Page


def line(text: str, hyphen: Hyphen = Hyphen.TYPED) -> Line:
    return Line(text, left=72, right=300, base=100, size=12, hyphen=hyphen)


@pytest.mark.parametrize(
    ("end", "after", "elsewhere", "kept"),
    [
        ("an agree-", "ment", "", False),
        ("the co-", "operation", "cooperation", False),
        ("the co-", "operation", "co-operation", True),
        ("the season 2024-", "25", "", True),
        ("an F-", "16 came", "", True),
        ("the Anglo-", "American", "", True),
        ("THE AGREE-", "MENT", "", False),
        ("(D-", "Minn.)", "", True),
        ("an e-", "mailed note", "", True),
        ("the state-of-the-", "art bridge", "", True),
        ("an out-", "of-the-way town", "", True),
        ("a well-", "executed plan", "", True),
        ("a self-", "ish plan", "", False),
        ("the high-se-", "curity unit", "the security", False),
        ("a high-", "er price", "", False),
        ("a state-", "owned bank", "", True),
        ("a recently-", "published book", "", True),
        ("a fami-", "ly", "", False),
        ("a touch-", "surface", "touch the surface", True),
        ("to under-", "stand", "under a stand", False),
        ("un agree-", "ment", "broken agree-", False),
    ],
)
def test_a_hyphen_is_kept_where_the_word_has_one(end: str, after: str, elsewhere: str, kept: bool) -> None:
    lines = [line(end), line(after), *([line(elsewhere)] if elsewhere else [])]
    assert Hyphenation([Page("1", 595, 842, lines=lines)]).keeps(lines[0], after) == kept


ENGLISH = "the minister said that it was not for them to say what he would do with the house and the road of this town"


@pytest.mark.parametrize(
    ("end", "after", "kept"),
    [
        ("a coal-", "fired plant", True),
        ("an anti-", "corruption law", True),
        ("thirty-", "nine seats", True),
        ("a Spanish-", "language paper", True),
        ("a wide-", "spread belief", False),
        ("the mid-", "dle of it", False),
        ("the pre-", "vious year", False),
        ("Mr Good-", "man came", False),
    ],
)
def test_english_words_are_known_by_how_often_they_are_seen(end: str, after: str, kept: bool) -> None:
    lines = [line(end), line(after), *[line(ENGLISH)] * 3]
    assert Hyphenation([Page("1", 595, 842, lines=lines)]).keeps(lines[0], after) == kept


def test_counts_of_english_say_nothing_of_another_language() -> None:
    german = "der Minister hat gesagt dass es nicht für sie ist und die Straße mit dem Haus in der Stadt auch nicht"
    lines = [line("am Bahn-"), line("hotel"), line("die Bank-"), line("note"), *[line(german)] * 3]
    hyphenation = Hyphenation([Page("1", 595, 842, lines=lines)])
    assert not hyphenation.keeps(lines[2], "note")


def pages(added: int, parted: int) -> list[Page]:
    """Make a page on which so many hyphens, and so many of ten letters within words, are pieces of their own."""
    lines = [line("to re-", Hyphen.ADDED) for _ in range(added)]
    return [Page("1", 595, 842, lines=lines, probes=10, parted_probes=parted)]


def test_where_added_hyphens_are_drawn_apart_all_others_belong_to_the_words() -> None:
    hyphenation = Hyphenation(pages(added=3, parted=0))
    assert hyphenation.keeps(line("an agree-", Hyphen.TYPED), "ment")
    assert not hyphenation.keeps(line("a well-", Hyphen.ADDED), "executed plan")


@pytest.mark.parametrize(("added", "parted"), [(1, 0), (3, 8)])
def test_pieces_that_say_nothing_are_not_asked(added: int, parted: int) -> None:
    hyphenation = Hyphenation(pages(added, parted))
    assert not hyphenation.keeps(line("an agree-", Hyphen.TYPED), "ment")
    assert hyphenation.keeps(line("a well-", Hyphen.ADDED), "executed plan")
