"""Clusters of passages: wordings of one utterance come together, and a link says what speaks against it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.text.grouping.clusters import Clusters, wording_groups
from desktop.text.grouping.statement_types import Band, Member, Occurrence
from tests.text.grouping.occurrences import said

if TYPE_CHECKING:
    from collections.abc import Mapping

CLOSED = "The bridge will stay closed until the engineers have tested every cable"
CUT = "closed until the engineers have tested every cable"


def clusters(*quotes: Occurrence, decisions: Mapping[frozenset[Any], bool] | None = None) -> Clusters:
    decided = decisions or {}
    parts = [Member(quote, quote.span) for quote in quotes]
    return Clusters(wording_groups(parts, {}, {key for pair in decided for key in pair}), decided)


def homes(found: Clusters) -> list[int]:
    """Return the cluster of each wording, in the order in which they were handed in."""
    return [found.home(group) for group in found.groups]


def test_the_same_words_of_one_speaker_are_one_wording() -> None:
    found = clusters(said(CLOSED), said(CLOSED, source="two"), said(CLOSED, source="three", speaker="Tom Adeyemi"))
    assert [len(group.members) for group in found.groups] == [2, 1]


def test_a_part_of_a_wording_comes_to_the_whole() -> None:
    one, other = homes(clusters(said(CLOSED), said(CUT, source="two")))
    assert one == other


def test_another_speaker_of_the_same_words_stays_apart_with_a_link_that_says_so() -> None:
    found = clusters(said(CLOSED), said(CLOSED, source="two", speaker="Tom Adeyemi"))
    one, other = homes(found)
    assert one != other
    [link] = found.links
    assert link.judgement.band is Band.OTHER_SPEAKER
    assert "Tom Adeyemi" in link.judgement.why


def test_what_the_checker_decided_holds_against_the_words() -> None:
    quotes = (
        said(CLOSED),
        said(CLOSED, source="two"),
        said("The ferries carry nobody in winter", source="three"),
    )
    apart = clusters(*quotes, decisions={frozenset({quotes[0].key, quotes[1].key}): False})
    first, second, _ = homes(apart)
    assert first != second
    one = clusters(*quotes, decisions={frozenset({quotes[0].key, quotes[2].key}): True})
    home = {group.members[0].key: one.home(group) for group in one.groups}
    assert home[quotes[0].key] == home[quotes[2].key]
    assert [
        link.by_hand
        for link in one.links
        if {link.a.members[0].key, link.b.members[0].key} == {quotes[0].key, quotes[2].key}
    ] == [True]
