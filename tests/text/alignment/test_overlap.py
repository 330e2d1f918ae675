"""No pair of texts opens as a wall of colour, and updates of one article stay word by word."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from desktop.text.alignment.overlap import Overlap
from desktop.text.changes import ChangeKind, Comparison, Kind
from desktop.text.diff import compare
from tests.benchmarks.revisions import plain, revision

SEEDS = [path.read_text(encoding="utf-8") for path in sorted(Path("seeds").glob("*.txt"))]
UPDATE = Path("resources/example-update.txt").read_text(encoding="utf-8")
WALL = 0.5  # share of a text under colour
COLOURED = {ChangeKind.INSERTED, ChangeKind.DELETED, ChangeKind.REPLACED}


def painted(found: Comparison, a: str, b: str) -> tuple[float, float]:
    changes = [change for change in found.changes if change.kind in COLOURED and not change.ignored]
    return sum(len(change.a) for change in changes) / len(a), sum(len(change.b) for change in changes) / len(b)


def exchanged(text: str, share: float) -> str:
    """A text with a share of its paragraphs exchanged for others."""
    paragraphs = text.split("\n\n")
    others = plain(len(text.split()), 77).split("\n\n")
    return "\n\n".join(
        others[at % len(others)] if int((at + 1) * share) > int(at * share) else part
        for at, part in enumerate(paragraphs)
    )


@pytest.mark.parametrize("pair", list(permutations(range(5), 2)))
def test_two_articles_of_the_sample_open_as_accounts_and_paint_little(pair: tuple[int, int]) -> None:
    a, b = (SEEDS[at] for at in pair)
    found = compare(a, b)
    assert found.kind is Kind.ACCOUNTS
    assert max(painted(found, a, b)) < 0.35


@pytest.mark.parametrize("share", [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0])
@pytest.mark.parametrize("one_article", [True, False])
def test_no_share_of_new_paragraphs_greets_with_a_wall(share: float, one_article: bool) -> None:
    before = plain(1_500, 5)
    after = exchanged(before, share)
    assert max(painted(compare(before, after, one_article=one_article), before, after)) < WALL


@pytest.mark.parametrize(("before", "after"), [(SEEDS[0], UPDATE), (SEEDS[0], SEEDS[0].replace("Putin", "Mr Putin"))])
@pytest.mark.parametrize("one_article", [True, False])
def test_an_update_stays_word_by_word(before: str, after: str, one_article: bool) -> None:
    assert compare(before, after, one_article=one_article).kind is Kind.VERSIONS


def test_two_articles_that_share_two_thirds_are_accounts_and_versions_of_one_are_not() -> None:
    before = plain(1_500, 5)
    after = exchanged(before, 0.4)
    found = [compare(before, after, one_article=one) for one in (True, False)]
    assert [one.kind for one in found] == [Kind.VERSIONS, Kind.ACCOUNTS]
    assert 0.57 < found[0].stats.alike < 0.72
    assert found[1].why.startswith("Compared as accounts: only 6")


def test_an_update_that_holds_most_of_the_former_version_stays_word_by_word() -> None:
    before = plain(400, 3)
    after = f"{before}\n\n{plain(1_200, 4)}"
    assert compare(before, after, one_article=True).kind is Kind.VERSIONS
    assert compare(before, after).kind is Kind.ACCOUNTS


@pytest.mark.parametrize("one_article", [True, False])
def test_paragraphs_in_another_order_are_told_as_moves(one_article: bool) -> None:
    paragraphs = plain(400, 8).split("\n\n")
    found = compare("\n\n".join(paragraphs), "\n\n".join(paragraphs[::-1]), one_article=one_article)
    assert found.kind is Kind.VERSIONS
    assert {change.kind for change in found.changes if not change.ignored} <= {ChangeKind.MOVED, ChangeKind.PARAGRAPH}


def test_texts_of_which_much_is_passed_over_can_be_accounts_and_are_paired_by_all_their_words() -> None:
    truth = revision(4_000)
    before, after = truth.before, truth.after + "\n\n" + plain(3_000, 9)
    found, asked = compare(before, after), compare(before, after, kind=Kind.ACCOUNTS)
    assert found.kind is Kind.ACCOUNTS
    assert (found.pairs, found.changes, found.rows) == (asked.pairs, asked.changes, asked.rows)


def test_short_texts_have_no_passages_to_pair() -> None:
    overlap = Overlap(59, 800, 2)
    assert overlap.kind(one_article=False) is Kind.VERSIONS
    assert overlap.why(Kind.VERSIONS) == "Compared as versions: the texts are too short to pair passages."


def test_texts_without_words_are_the_same() -> None:
    assert (Overlap(0, 0, 0).alike, Overlap(0, 0, 0).contained) == (1.0, 1.0)
    found = compare("", "—")
    assert found.stats.alike == 1.0
    assert found.kind is Kind.VERSIONS
