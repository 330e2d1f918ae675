"""Versions that share the reporters' own words are suggested as one origin, others are not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import Span
from desktop.text.grouping.origins import Account, origins, shared_runs

WIRE = (
    "The harbour office closed the old bridge on Monday after divers found cracks in three cables, and the ferries "
    "that replaced it were crowded from the first hour of the morning until late at night."
)
OWN = "Our reporter walked along the quay all day long and spoke with many of the people who had to wait there."
OTHER = "Commuters in the northern suburbs complained about fares, queues, rain and a lack of plain information."
QUOTE = "We will keep this bridge closed until the very last cable has been tested twice by people whom I trust"


def test_a_wire_copy_is_suggested_as_one_origin() -> None:
    (found,) = shared_runs([Account("a", f"{WIRE} {OWN}"), Account("b", f"{OTHER} {WIRE.replace(' ', chr(160))}")])
    assert found.suggested
    assert found.longest >= 30
    assert "word for word" in found.why
    for in_a, in_b in found.runs:
        assert in_a.of(f"{WIRE} {OWN}").split() == in_b.of(f"{OTHER} {WIRE}").split()


def test_a_shared_quotation_is_no_shared_origin() -> None:
    texts = [f"{OWN} “{QUOTE}”", f"{OTHER} “{QUOTE}”"]
    spans = [Span(text.index(QUOTE), text.index(QUOTE) + len(QUOTE)) for text in texts]
    assert (
        shared_runs([Account(i, text, quoted=(span,)) for i, (text, span) in enumerate(zip(texts, spans, strict=True))])
        == ()
    )


def test_no_run_reaches_over_what_is_hidden() -> None:
    words = WIRE.split()
    halves = " ".join(words[:5]), " ".join(words[5:10])
    text = f"{halves[0]} ADVERTISEMENT {halves[1]}"
    hidden = Span(len(halves[0]) + 1, len(halves[0]) + 14)
    assert shared_runs([Account("a", text, hidden=(hidden,)), Account("b", f"{halves[0]} {halves[1]}")]) == ()


def test_two_reports_of_their_own_share_nothing() -> None:
    assert shared_runs([Account("a", OWN), Account("b", OTHER)]) == ()


@given(st.lists(st.sampled_from((WIRE, OWN, OTHER)), max_size=4))
def test_what_is_shared_does_not_depend_on_the_order(texts: list[str]) -> None:
    accounts = [Account(i, text) for i, text in enumerate(texts)]
    there = {(frozenset((s.a, s.b)), s.words, s.suggested) for s in shared_runs(accounts)}
    back = {(frozenset((s.a, s.b)), s.words, s.suggested) for s in shared_runs(accounts[::-1])}
    assert there == back


def test_origins_are_counted_by_what_was_confirmed() -> None:
    accounts = [Account(key, "") for key in "abcde"]
    found = origins(accounts, [frozenset("ab"), frozenset("bc")])
    assert {frozenset(group) for group in found} == {frozenset("abc"), frozenset("d"), frozenset("e")}
