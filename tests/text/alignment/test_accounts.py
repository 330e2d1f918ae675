from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.text.changes import Kind, Pin
from desktop.text.diff import compare

LEAD = "The mayor opened the long awaited bridge across the river on a cold morning in front of the whole town."
COST = "It cost nine million euros, twice as much as the council had promised to its angry taxpayers."
OTHER = "Critics of the project called the price a scandal and asked the auditors for a full report."
A = f"{LEAD} {COST}\n\n{OTHER}\n\nA new library follows in spring."
LONGER = f"{COST[:-1]}, while two neighbouring towns had built stone arches of similar length without any foreign loan."
BESIDE = [
    "Gardeners plant early tulips beside an empty railway shed.",
    "Weather stays dry, windy and rather mild for fishermen along most eastern coasts until Sunday evening.",
    "Nobody among four drunken sailors remembers where their captain hid nine barrels of Portuguese brandy.",
    "Prices of wheat fell sharply, brokers reported, because harvests abroad turned out larger than feared.",
]
B = f"Sport\n\n{COST}\n\nWeather stays dry and windy.\n\n{LEAD}\n\nGardeners plant early tulips."


def test_a_paragraph_is_paired_by_its_sentences_where_two_paragraphs_answer_it() -> None:
    found = compare(A, B, kind=Kind.ACCOUNTS)
    assert {(pair.a.of(A), pair.b.of(B)) for pair in found.pairs} == {(LEAD, LEAD), (COST, COST)}
    assert found.changes == ()
    assert OTHER in {row.a.of(A) for row in found.rows if row.folded and row.a}


def test_sentences_can_be_paired_and_parted_by_hand() -> None:
    lead = next(pair for pair in compare(A, B, kind=Kind.ACCOUNTS).pairs if pair.a.of(A) == LEAD)
    parted = compare(A, B, kind=Kind.ACCOUNTS, pins=[Pin(lead.a, lead.b, together=False)])
    assert {(pair.a.of(A), pair.b.of(B)) for pair in parted.pairs} == {(COST, COST)}
    tulips = next(row.b for row in parted.rows if row.b and "tulips" in row.b.of(B))
    pinned = compare(A, B, kind=Kind.ACCOUNTS, pins=[Pin(lead.a, tulips)])
    assert [(pair.a, pair.b) for pair in pinned.pairs if pair.pinned] == [(lead.a, tulips)]
    assert {pair.a.of(A) for pair in pinned.pairs} == {LEAD, COST}


@pytest.mark.parametrize("beside", BESIDE)
def test_a_sentence_that_finds_nothing_is_cut_off_though_the_shorter_passage_is_contained(beside: str) -> None:
    a, b = f"{LONGER} {beside}\n\nTea is late.", f"{COST}\n\nBread costs more now."
    assert [(pair.a.of(a), pair.b.of(b)) for pair in compare(a, b, kind=Kind.ACCOUNTS).pairs] == [(LONGER, COST)]


def test_swapping_the_texts_swaps_the_pairs() -> None:
    pairs = {(pair.a, pair.b) for pair in compare(A, B, kind=Kind.ACCOUNTS).pairs}
    assert {(pair.b, pair.a) for pair in compare(B, A, kind=Kind.ACCOUNTS).pairs} == pairs


def test_a_quotation_after_a_colon_can_be_paired_by_itself() -> None:
    quotation = "“If they could, they would sell every gun they have to whoever paid for it.”"
    a = f"The envoy told a webinar that he had no way to check the report about purchases, but added: {quotation}"
    b = f"The envoy told a webinar that he had no way to check the report about purchases, but added:\n\n{quotation}"
    found = compare(a, b, kind=Kind.ACCOUNTS)
    assert quotation in {pair.a.of(a) for pair in found.pairs} & {pair.b.of(b) for pair in found.pairs}


@given(st.permutations(range(4)), st.permutations(range(4)))
def test_rows_of_accounts_hold_every_word_of_both_texts_once(mine: list[int], theirs: list[int]) -> None:
    parts = [
        "Old ships sank off the cape. Nobody saw it.",
        "Bread costs more now.",
        "Rain fell on Rome.",
        "Tea is late.",
    ]
    a, b = ("\n\n".join(parts[at] for at in order) for order in (mine, theirs))
    found = compare(a, b, kind=Kind.ACCOUNTS)
    for text, spans in ((a, [row.a for row in found.rows]), (b, [row.b for row in found.rows])):
        words = sorted(word for span in spans if span for word in span.of(text).split())
        assert words == sorted(text.split())
