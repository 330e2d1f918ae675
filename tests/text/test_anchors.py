"""A mark follows its quote into a new version only where the words and the place are the same."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain import Span
from desktop.text.anchors import MatchKind, QuoteMatch, VersionQuote, is_denied, match_quotes, ties
from desktop.text.grouping.wording_difference import WordingKind

N = 24  # code points of context on each side
CLAUSES = (
    "The ferries are late",
    "very likely",
    "We closed the bridge in March",
    "Nobody told us",
    "no comment at all",
)


def article(*said: tuple[str, str]) -> tuple[str, list[VersionQuote]]:
    """A text with quotes and the reporter's words after each, and the quotes in it."""
    text = ""
    spans = []
    for words, after in said:
        text += "“"
        spans.append(Span(len(text), len(text) + len(words)))
        text += f"{words}” {after} "
    quotes = [
        VersionQuote(i, span, span.of(text), text[max(0, span.start - N) : span.start], text[span.end : span.end + N])
        for i, span in enumerate(spans)
    ]
    return text, quotes


def kinds(old: list[VersionQuote], new: list[VersionQuote]) -> list[tuple[MatchKind, Any]]:
    return [(found.kind, found.new) for found in match_quotes(old, new)]


ARTICLES = st.lists(
    st.tuples(
        st.sampled_from(CLAUSES), st.sampled_from(("said Moreau, who left.", "he added on Monday.", "was the answer."))
    ),
    max_size=7,
)


@given(ARTICLES)
def test_an_unchanged_text_carries_everything_to_its_own_place(said: list[tuple[str, str]]) -> None:
    _, quotes = article(*said)
    assert kinds(quotes, quotes) == [(MatchKind.CARRIED, quote.key) for quote in quotes]


@settings(max_examples=80)
@given(ARTICLES, ARTICLES)
def test_a_mark_moves_to_exactly_the_same_words_only_and_each_quote_answers_once(
    old: list[tuple[str, str]], new: list[tuple[str, str]]
) -> None:
    before, after = article(*old)[1], article(*new)[1]
    found = match_quotes(before, after)
    assert [each.old for each in found] == [quote.key for quote in before]
    for quote, each in zip(before, found, strict=True):
        if each.kind is MatchKind.CARRIED:
            assert {other.key: other.text for other in after}[each.new] == quote.text
        assert (each.new is None) is (each.kind is MatchKind.LOST)
    tied = [(each.old, each.new, each.kind is MatchKind.CARRIED) for each in found if each.new is not None]
    assert list(ties(before, after)) == tied
    taken = [each.new for each in found if each.new is not None]
    assert len(taken) == len(set(taken))


@given(ARTICLES, st.integers(0, 6))
def test_a_new_quote_elsewhere_takes_nothing_away(said: list[tuple[str, str]], at: int) -> None:
    added = list(said)
    added.insert(min(at, len(said)), ("An entirely different remark about cranes", "was heard in the yard, too."))
    before, after = article(*said)[1], article(*added)[1]
    carried = [quote for quote in after if quote.text != "An entirely different remark about cranes"]
    assert [each.kind for each in match_quotes(before, after)].count(MatchKind.LOST) == 0
    assert {each.new for each in match_quotes(before, after)} == {quote.key for quote in carried}


def one(found: tuple[QuoteMatch, ...]) -> QuoteMatch:
    assert len(found) == 1
    return found[0]


def test_a_changed_quote_in_its_place_keeps_its_history_and_shows_the_words() -> None:
    old = article(("The ferries will be late until noon today", "said Moreau."))[1]
    new = article(("The ferries will be late until dusk today", "said Moreau."))[1]
    found = one(match_quotes(old, new))
    assert (found.kind, found.new) == (MatchKind.CHANGED, 0)
    assert found.why == "In the same place, with 1 word changed."
    assert found.wording is not None
    assert found.wording.changed == 1


def test_folded_typography_is_not_exactly_the_same() -> None:
    old = article(("We’re late – again", "said Moreau."))[1]
    new = article(("We're late - again", "said Moreau."))[1]
    found = one(match_quotes(old, new))
    assert found.kind is MatchKind.CHANGED
    assert found.wording is not None
    assert found.wording.kind is WordingKind.VERBATIM
    assert "typography" in found.why


def test_a_vanished_quote_is_lost() -> None:
    old = article(("Nobody told us about the cables", "said Moreau."), ("The cranes stand idle", "he said."))[1]
    new = article(("The cranes stand idle", "he said."))[1]
    assert kinds(old, new) == [(MatchKind.LOST, None), (MatchKind.CARRIED, 0)]


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
    found = match_quotes(old, new)
    assert (found[0].kind, found[0].new, found[0].candidates) == (MatchKind.LOST, None, (2,))
    assert [each.kind for each in found[1:]] == [MatchKind.CARRIED, MatchKind.CARRIED]


def test_the_same_words_given_to_another_speaker_are_not_carried() -> None:
    text = "The cables were cracked for years"
    old = [VersionQuote("a", Span(1, 34), text, "“", "” said Moreau.", speaker="Ines Moreau")]
    new = [VersionQuote("b", Span(1, 34), text, "“", "” said Adeyemi.", speaker="Tom Adeyemi")]
    found = one(match_quotes(old, new))
    assert (found.kind, found.new) == (MatchKind.CHANGED, "b")
    assert "Tom Adeyemi" in found.why


def test_of_two_identical_short_quotes_the_one_that_stayed_is_found_by_its_surroundings() -> None:
    old = article(("very likely", "said Moreau of the ferries."), ("very likely", "he thought about the cranes."))[1]
    new = article(("very likely", "he thought about the cranes."))[1]
    assert kinds(old, new)[1] == (MatchKind.CARRIED, 0)
    assert kinds(old, new)[0][0] is MatchKind.LOST


def test_a_short_quote_in_quite_another_place_is_not_carried() -> None:
    old = article(("no comment", "said the harbour office."), ("The cranes stand idle at the pier", "she told us."))[1]
    new = article(("The cranes stand idle at the pier", "she told us."), ("no comment", "wrote a reader from Bari."))[1]
    assert kinds(old, new)[0][0] is MatchKind.LOST


def test_a_mark_does_not_follow_where_the_report_turned_round() -> None:
    words = "We closed the bridge in March"
    _, attribution = article((words, "said Moreau."))
    _, denied = article((words, "Moreau never said."))
    assert kinds(attribution, denied) == [(MatchKind.CHANGED, 0)]
    assert kinds(denied, attribution) == [(MatchKind.CHANGED, 0)]
    assert kinds(denied, denied) == [(MatchKind.CARRIED, 0)]


@pytest.mark.parametrize(
    ("before", "quote", "after"),
    [
        ("It rained. Eva Lind denied it was “", "a gift for the town", "”."),
        ("It rained. Eva Lind said she had never said: “", "a gift for the town", "”"),
        ("It rained. “", "a gift for the town", "” Eva Lind never said."),
        ("Es regnete. Eva Lind bestritt, dass es „", "ein Geschenk für die Stadt und das Land", "“ sei."),
        ("Il pleuvait. Eva Lind nie avoir dit : « ", "un cadeau pour la ville et les gens du pays", " »."),
        ("Llovía. Eva Lind negó que fuera «", "un regalo para la ciudad y los que viven en ella", "»."),
        ("Eva Lind bestritt, es sei „", "ein Geschenk", "“."),
        ("Eva Lind a nié que c’était « ", "un cadeau", " »."),
        ("Eva Lind negó que fuera «", "un regalo", "»."),
        ("Eva Lind ha negato che fosse «", "un dono", "»."),
        ("Eva Lind ontkende dat het ‘", "een cadeau", "’ was."),
    ],
)
def test_a_report_that_denies_the_words_is_known(before: str, quote: str, after: str) -> None:
    assert is_denied(before, quote, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("He denied it. Eva Lind said it was “", "”."),
        ("Eva Lind sagte, es sei „", "“ für alle."),
        ("Eva Lind a dit que c’était « ", " » à la mairie."),
        ("Eva Lind dijo a la prensa que era «", "»."),
        ("It rained. “", "” Eva Lind said. She never came back."),
        ("It rained. “", "” said Eva Lind, who has lived in the town for years and not married."),
    ],
)
def test_a_denial_elsewhere_denies_nothing(before: str, after: str) -> None:
    assert not is_denied(before, "a gift for the town,", after)


def quote(key: int, start: int, text: str, around: tuple[str, str], speaker: str = "") -> VersionQuote:
    return VersionQuote(key, Span(start, start + len(text)), text, *around, speaker)


def test_the_same_words_between_the_same_words_are_not_carried_to_another_speaker() -> None:
    around = ("on the pier of the town “", "” in the evening of Monday")
    [found] = match_quotes(
        [quote(0, 50, "very likely", around, "Ann Lee")], [quote(0, 50, "very likely", around, "Tom Berg")]
    )
    assert (found.kind, found.new) == (MatchKind.CHANGED, 0)
    assert "Tom Berg" in found.why


def test_where_one_of_two_identical_quotes_is_gone_and_nothing_tells_which_none_is_carried() -> None:
    words, bare = "We closed the bridge over the river in March", ("“", "”")
    old, new = [quote(0, 10, words, bare), quote(1, 99, words, bare)], [quote(0, 10, words, bare)]
    assert {found.kind for found in match_quotes(old, new)} == {MatchKind.LOST}


def test_a_mark_alone_is_no_surrounding_that_tells_a_place() -> None:
    """A short quote that moved over another one is not believed to be the same because it stands behind a dash."""
    long, dash = "The cranes stand idle at the pier of the town", ("— “", "”")
    old = [quote(0, 10, "no comment", dash), quote(1, 99, long, ("he told the paper “", "”"))]
    new = [quote(0, 10, long, ("he told the paper “", "”")), quote(1, 99, "no comment", dash)]
    assert kinds(old, new) == [(MatchKind.LOST, None), (MatchKind.CARRIED, 0)]
