"""Does a mark follow its quote only where the words and the place are the same?"""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain import Span
from desktop.text.anchors import Fate, Followed, Quoted, find, follow, places
from desktop.text.grouping.wording_difference import WordingKind

RIMS = 24
CLAUSES = (
    "The ferries are late",
    "very likely",
    "We closed the bridge in March",
    "Nobody told us",
    "no comment at all",
)


def article(*said: tuple[str, str]) -> tuple[str, list[Quoted]]:
    """A text with quotes and the reporter's words after each, and the quotes in it."""
    text = ""
    spans = []
    for words, after in said:
        text += "“"
        spans.append(Span(len(text), len(text) + len(words)))
        text += f"{words}” {after} "
    quotes = [
        Quoted(i, span, span.of(text), text[max(0, span.start - RIMS) : span.start], text[span.end : span.end + RIMS])
        for i, span in enumerate(spans)
    ]
    return text, quotes


def fates(old: list[Quoted], new: list[Quoted]) -> list[tuple[Fate, Any]]:
    return [(found.fate, found.new) for found in follow(old, new)]


ARTICLES = st.lists(
    st.tuples(
        st.sampled_from(CLAUSES), st.sampled_from(("said Moreau, who left.", "he added on Monday.", "was the answer."))
    ),
    max_size=7,
)


@given(ARTICLES)
def test_an_unchanged_text_carries_everything_to_its_own_place(said: list[tuple[str, str]]) -> None:
    _, quotes = article(*said)
    assert fates(quotes, quotes) == [(Fate.CARRIED, quote.key) for quote in quotes]


@settings(max_examples=80)
@given(ARTICLES, ARTICLES)
def test_a_mark_moves_to_exactly_the_same_words_only_and_each_quote_answers_once(
    old: list[tuple[str, str]], new: list[tuple[str, str]]
) -> None:
    before, after = article(*old)[1], article(*new)[1]
    found = follow(before, after)
    assert [each.old for each in found] == [quote.key for quote in before]
    for quote, each in zip(before, found, strict=True):
        if each.fate is Fate.CARRIED:
            assert {other.key: other.text for other in after}[each.new] == quote.text
        assert (each.new is None) is (each.fate is Fate.LOST)
    taken = [each.new for each in found if each.new is not None]
    assert len(taken) == len(set(taken))


@given(ARTICLES, st.integers(0, 6))
def test_a_new_quote_elsewhere_takes_nothing_away(said: list[tuple[str, str]], at: int) -> None:
    added = list(said)
    added.insert(min(at, len(said)), ("An entirely different remark about cranes", "was heard in the yard, too."))
    before, after = article(*said)[1], article(*added)[1]
    carried = [quote for quote in after if quote.text != "An entirely different remark about cranes"]
    assert [each.fate for each in follow(before, after)].count(Fate.LOST) == 0
    assert {each.new for each in follow(before, after)} == {quote.key for quote in carried}


def one(found: tuple[Followed, ...]) -> Followed:
    assert len(found) == 1
    return found[0]


def test_a_changed_quote_in_its_place_keeps_its_history_and_shows_the_words() -> None:
    old = article(("The ferries will be late until noon today", "said Moreau."))[1]
    new = article(("The ferries will be late until dusk today", "said Moreau."))[1]
    found = one(follow(old, new))
    assert (found.fate, found.new) == (Fate.CHANGED, 0)
    assert found.why == "In the same place, with 1 word changed."
    assert found.wording is not None
    assert found.wording.changed == 1


def test_folded_typography_is_not_exactly_the_same() -> None:
    old = article(("We’re late – again", "said Moreau."))[1]
    new = article(("We're late - again", "said Moreau."))[1]
    found = one(follow(old, new))
    assert found.fate is Fate.CHANGED
    assert found.wording is not None
    assert found.wording.kind is WordingKind.VERBATIM
    assert "typography" in found.why


def test_a_vanished_quote_is_lost() -> None:
    old = article(("Nobody told us about the cables", "said Moreau."), ("The cranes stand idle", "he said."))[1]
    new = article(("The cranes stand idle", "he said."))[1]
    assert fates(old, new) == [(Fate.LOST, None), (Fate.CARRIED, 0)]


def test_a_look_alike_elsewhere_is_offered_and_not_taken() -> None:
    old = article(
        ("The ferries will be late until noon", "said Moreau."),
        ("The cranes stand idle at the pier", "she told us."),
        ("It is a scandal for the whole port", "was her last word."),
    )[1]
    new = article(
        ("The cranes stand idle at the pier", "she told us."),
        ("It is a scandal for the whole port", "was her last word."),
        ("The ferries will be late until dusk", "wrote a reader."),
    )[1]
    found = follow(old, new)
    assert (found[0].fate, found[0].new, found[0].candidates) == (Fate.LOST, None, (2,))
    assert [each.fate for each in found[1:]] == [Fate.CARRIED, Fate.CARRIED]


def test_the_same_words_given_to_another_speaker_are_not_carried() -> None:
    text = "The cables were cracked for years"
    old = [Quoted("a", Span(1, 34), text, "“", "” said Moreau.", speaker="Ines Moreau")]
    new = [Quoted("b", Span(1, 34), text, "“", "” said Adeyemi.", speaker="Tom Adeyemi")]
    found = one(follow(old, new))
    assert (found.fate, found.new) == (Fate.CHANGED, "b")
    assert "Tom Adeyemi" in found.why


def test_of_two_identical_short_quotes_the_one_that_stayed_is_found_by_its_surroundings() -> None:
    old = article(("very likely", "said Moreau of the ferries."), ("very likely", "he thought about the cranes."))[1]
    new = article(("very likely", "he thought about the cranes."))[1]
    assert fates(old, new)[1] == (Fate.CARRIED, 0)
    assert fates(old, new)[0][0] is Fate.LOST


def test_a_short_quote_in_quite_another_place_is_not_carried() -> None:
    old = article(("no comment", "said the harbour office."), ("The cranes stand idle at the pier", "she told us."))[1]
    new = article(("The cranes stand idle at the pier", "she told us."), ("no comment", "wrote a reader from Bari."))[1]
    assert fates(old, new)[0][0] is Fate.LOST


# -- in one text -----------------------------------------------------------------------------------------------------


@given(ARTICLES)
def test_a_quote_is_found_where_it_was(said: list[tuple[str, str]]) -> None:
    text, quotes = article(*said)
    for quote in quotes:
        assert find(quote.text, quote.prefix, quote.suffix, quote.span.start, text) == quote.span


@given(ARTICLES, st.integers(1, 40))
def test_text_put_before_moves_the_find_along_or_asks(said: list[tuple[str, str]], shift: int) -> None:
    text, quotes = article(*said)
    longer = "x" * shift + " " + text
    for quote in quotes:
        found = find(quote.text, quote.prefix, quote.suffix, quote.span.start, longer)
        assert found is None or found.of(longer) == quote.text


def test_a_unique_quote_is_found_after_a_paragraph_was_added() -> None:
    text, (quote,) = article(("The cranes stand idle", "she told us on the pier."))
    longer = "A new first paragraph.\n" + text
    found = find(quote.text, quote.prefix, quote.suffix, quote.span.start, longer)
    assert found == Span(quote.span.start + 23, quote.span.end + 23)


def test_two_places_that_fit_alike_are_asked_about() -> None:
    text = "He said “no comment” twice. He said “no comment” twice."
    assert find("no comment", "He said “", "” twice.", 3, text) is None
    assert [span.of(text) for span in places("no comment", text)] == ["no comment", "no comment"]


def test_words_in_other_surroundings_are_no_find() -> None:
    assert find("no comment", "said the mayor: “", "” and left", 0, "The sign reads “no comment” in red.") is None


def test_words_that_are_gone_are_no_find() -> None:
    assert find("no comment", "", "", 3, "Nothing of the kind.") is None
    assert find("", "a", "b", 0, "ab") is None
    assert places("", "ab") == ()
