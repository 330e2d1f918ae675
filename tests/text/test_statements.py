"""Quotes that report one utterance are grouped, and only those, each with its reason."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain import Attribution, FoundQuote, QuoteKind, Span
from desktop.text.quotes import find_quotes
from desktop.text.statements import (
    Band,
    Occurrence,
    QuoteAlertKind,
    Statements,
    cells,
    group,
    matrix_of,
    occurrences_of,
    quote_alerts,
    to_json,
)
from tests.text.grouping.occurrences import said

SENTENCES = (
    "The harbour bridge will stay closed until the engineers have tested every cable.",
    "We found cracks in three of the main cables on the harbour bridge.",
    "Nobody told the harbour office that the cables were cracked.",
    "I expect the ferries to carry twelve thousand commuters a day.",
    "Twelve thousand commuters will need the ferries every day, I expect.",
    "bitterly disappointed",
    "a disgrace",
    "Closed until the engineers have tested every cable",
    "It was a mistake… We should have closed the bridge in March.",
    "We should have closed the bridge in March.",
)
SPEAKERS = ("Ines Moreau", "Moreau", "Tom Adeyemi", "an official", "officials", "the harbour office", "")


def together(found: Statements) -> set[frozenset[Any]]:
    return {frozenset(m.key for m in s.members) for s in found.statements}


def band(found: Statements, a: Occurrence, b: Occurrence) -> str | None:
    """What the machine-readable output says of two quotes."""
    expected = [[q.source, q.span.start, q.span.end] for q in (a, b)]
    for pair in to_json(found)["pairs"]:
        if pair["a"] in expected and pair["b"] in expected:
            return str(pair["band"])
    return None


@st.composite
def stories(draw: st.DrawFn) -> list[Occurrence]:
    quotes = []
    for source in ("one", "two", "three"):
        at = 0
        for text in draw(st.lists(st.sampled_from(SENTENCES), max_size=4)):
            speaker = draw(st.sampled_from(SPEAKERS))
            kind = draw(st.sampled_from((QuoteKind.DIRECT, QuoteKind.HEADLINE, QuoteKind.SCARE)))
            quotes.append(said(text, speaker=speaker, source=source, at=at, kind=kind))
            at += len(text) + 20
    return quotes


# -- laws ------------------------------------------------------------------------------------------------------------


@settings(max_examples=60)
@given(stories(), st.randoms(use_true_random=False))
def test_the_order_in_which_quotes_are_handed_in_does_not_matter(quotes: list[Occurrence], chance: Any) -> None:
    shuffled = list(quotes)
    chance.shuffle(shuffled)
    assert to_json(group(shuffled)) == to_json(group(quotes))


@settings(max_examples=60)
@given(stories())
def test_every_letter_of_every_quote_lies_in_exactly_one_statement(quotes: list[Occurrence]) -> None:
    parts: dict[Any, list[Span]] = {}
    for statement in group(quotes).statements:
        assert statement.base in statement.members
        for member in statement.members:
            parts.setdefault(member.key, []).append(member.span)
    assert set(parts) == {quote.key for quote in quotes}
    for quote in quotes:
        spans = sorted(parts[quote.key])
        assert (spans[0].start, spans[-1].end) == (quote.span.start, quote.span.end)
        assert all(a.end == b.start for a, b in pairwise(spans))


@settings(max_examples=60)
@given(stories(), st.data())
def test_what_a_checker_decided_holds(quotes: list[Occurrence], data: st.DataObject) -> None:
    if len(quotes) < 2:
        return
    pairs = list(combinations([quote.key for quote in quotes], 2))
    first = data.draw(st.sampled_from(pairs))
    same = data.draw(st.booleans())
    clusters = together(group(quotes, {frozenset(first): same}))
    assert any(frozenset(first) <= cluster for cluster in clusters) is same


def test_two_quotes_of_one_version_that_were_said_to_differ_do_not_meet_at_one_of_another() -> None:
    quotes = [said(SENTENCES[0], speaker=SPEAKERS[0], source=source, at=at) for source in "ab" for at in (0, 100)]
    for one, other in combinations([quote.key for quote in quotes], 2):
        clusters = together(group(quotes, {frozenset((one, other)): False}))
        assert not any({one, other} <= cluster for cluster in clusters)


@settings(max_examples=60)
@given(stories())
def test_two_known_speakers_are_never_grouped(quotes: list[Occurrence]) -> None:
    for statement in group(quotes).statements:
        names = {member.occurrence.speaker for member in statement.members}
        assert not ("Tom Adeyemi" in names and names & {"Ines Moreau", "Moreau"})


@settings(max_examples=40)
@given(stories())
def test_every_link_has_a_sentence_and_two_different_quotes(quotes: list[Occurrence]) -> None:
    for link in group(quotes).links:
        assert link.why.endswith(".")
        assert link.a != link.b
        assert 0 <= link.strength <= 1
        assert link.difference.kinds


@settings(max_examples=40)
@given(stories())
def test_alerts_lie_inside_their_quotes(quotes: list[Occurrence]) -> None:
    spans = {quote.key: quote.span for quote in quotes}
    for alert in quote_alerts(group(quotes)):
        assert spans[alert.key].start <= alert.span.start <= alert.span.end <= spans[alert.key].end
        assert alert.why.endswith(".")


def test_no_quotes_give_no_statements() -> None:
    assert group([]) == Statements((), ())


# -- the three bands -------------------------------------------------------------------------------------------------


def test_the_same_words_in_another_style_of_marks_are_grouped() -> None:
    a = said("We’re keeping the bridge closed – for now", source="one")
    b = said("We're keeping the bridge closed - for now,", source="two", speaker="Moreau")
    found = group([a, b])
    assert together(found) == {frozenset((a.key, b.key))}
    assert "Word for word" in found.links[0].why


def test_a_reworded_sentence_of_one_speaker_is_grouped() -> None:
    a = said("It is difficult to say when the harbour bridge can be opened to lorries again.", source="one")
    b = said("It's hard to say when we can open the harbour bridge to lorries.", source="two")
    assert band(group([a, b]), a, b) in {"grouped", "suggested"}


def test_a_cut_wording_is_grouped_with_the_full_one_which_is_the_base() -> None:
    full = said("We found cracks in three of the main cables and nobody had reported them.", source="one")
    cut = said("cracks in three of the main cables", source="two", kind=QuoteKind.MIXED)
    statement = group([cut, full]).statements[0]
    assert statement.base.key == full.key
    assert len(statement.members) == 2


def test_the_same_words_by_another_speaker_are_linked_and_not_merged() -> None:
    a = said("The harbour bridge is safe for cars and lorries.", source="one")
    b = said("The harbour bridge is safe for cars and for lorries.", source="two", speaker="Tom Adeyemi")
    found = group([a, b])
    assert band(found, a, b) == "other speaker"
    assert "Ines Moreau" in found.links[0].why
    assert "Tom Adeyemi" in found.links[0].why


def test_nearly_the_same_words_of_an_unnamed_source_are_not_merged_with_a_named_one() -> None:
    a = said("The port is in the course of hiring two hundred divers from Malta for the repair,", source="one")
    b = said(
        "The Port of Ancona is in the course of hiring two hundred divers from Malta for the bridge repair,",
        source="two",
        speaker="an official",
    )
    assert band(group([a, b]), a, b) == "other speaker"


def test_several_unnamed_sources_are_not_taken_for_one() -> None:
    a = said("The navy continues to suffer from a severe shortage of divers.", source="one", speaker="the official")
    b = said("The navy is suffering from a major shortage of divers, and of boats.", source="two", speaker="officials")
    assert band(group([a, b]), a, b) == "other speaker"


def test_two_sentences_of_one_speaker_with_a_phrase_in_common_stay_apart() -> None:
    a = said(
        "That report matters because it is typical of the position the port finds itself in, and it shows how "
        "far the board will go to please the shipping lines.",
        source="one",
    )
    b = said(
        "It does confirm the figures for cranes, dredging, fuel and wages, and is typical of the position that "
        "the port finds itself in.",
        source="two",
    )
    assert band(group([a, b]), a, b) == "other occasion"


def test_one_version_that_prints_both_shows_that_they_are_two() -> None:
    first = said("We have no evidence that the sale has been completed", source="one")
    second = said("We have no evidence that the sale took place, so it is hard to name a price", source="one", at=200)
    other = said("no evidence that this sale has been completed", source="two", kind=QuoteKind.MIXED)
    found = group([first, second, other])
    assert band(found, first, other) == "grouped"
    assert band(found, second, other) == "other occasion"


def test_what_the_reporter_places_earlier_is_another_occasion() -> None:
    a = said("The port is short of divers and of boats, partly because of the strike", source="one")
    b = said(
        "The port is short of boats, of divers and of money, and partly because of the strike it loses ships to Bari",
        source="two",
        after="” Ines Moreau said last month.",
    )
    assert band(group([a, b]), a, b) in {"other occasion", "suggested"}
    assert "earlier occasion" in group([a, b]).links[0].why


def test_a_wrong_pronoun_leads_to_a_question_and_not_to_silence() -> None:
    a = said("What worries us most is that a founding member ignores these limits,", source="one", mention="he")
    b = said(
        "What worries us most is that a founding member ignores those limits,", source="two", speaker="Tom Adeyemi"
    )
    assert band(group([a, b]), a, b) == "suggested"


def test_unrelated_quotes_have_no_link() -> None:
    a = said("The ferries will carry twelve thousand commuters a day.", source="one")
    b = said("Nobody told us that the cables were cracked.", source="two")
    assert group([a, b]).links == ()


def test_a_fragment_is_suggested_where_it_can_come_from_one_statement_only() -> None:
    full = said("We were bitterly disappointed by the answer of the shipping lines.", source="one")
    short = said("bitterly disappointed", source="two", kind=QuoteKind.MIXED)
    found = group([full, short])
    assert band(found, full, short) == "suggested"
    second = said("My crew was bitterly disappointed when the cranes stood still.", source="three")
    assert band(group([full, short, second]), full, short) is None


def test_one_word_by_one_body_and_its_spokeswoman_is_a_question() -> None:
    a = said("disgrace", source="one", speaker="White House", kind=QuoteKind.MIXED)
    b = said("disgrace", source="two", role="White House spokeswoman", kind=QuoteKind.MIXED)
    found = group([a, b])
    assert band(found, a, b) == "suggested"
    assert len(found.statements) == 2


# -- parts -----------------------------------------------------------------------------------------------------------


def test_a_quote_that_joins_two_utterances_belongs_to_two_statements() -> None:
    joined = said("It was a plain mistake of ours…We should have closed the old bridge in March.", source="one")
    first = said("It was a plain mistake of ours, all of it", source="two")
    second = said("We should have closed the old bridge in March", source="two", at=100)
    found = group([joined, first, second])
    assert len(found.of(joined.key)) == 2
    assert band(found, joined, first) == band(found, joined, second) == "grouped"
    assert QuoteAlertKind.MERGED in {alert.kind for alert in quote_alerts(found) if alert.key == joined.key}
    assert all(not m.whole for s in found.statements for m in s.members if m.key == joined.key)


def test_one_sentence_printed_as_two_quotes_is_one_statement() -> None:
    whole = said(
        "no sign that the divers have left the port and certainly no sign that the cranes are working again",
        source="one",
    )
    first = said("no sign that the divers have left the port", source="two", kind=QuoteKind.MIXED)
    second = said("certainly no sign that the cranes are working again", source="two", at=90, kind=QuoteKind.MIXED)
    assert together(group([whole, first, second])) == {frozenset((whole.key, first.key, second.key))}


def test_sentences_that_always_stand_together_are_one_statement() -> None:
    text = "The pumps failed at midnight. Nobody was watching the gauges."
    quotes = [
        said(text, source="one"),
        said(text, source="two"),
        said("The pumps failed at midnight.", source="three"),
    ]
    found = group(quotes)
    assert len(found.statements) == 1
    assert found.statements[0].text == text


def test_a_quote_with_nothing_like_it_is_one_statement_however_many_sentences_it_has() -> None:
    found = group([said("The pumps failed. Nobody was watching. It was raining… So we left.")])
    assert [m.whole for s in found.statements for m in s.members] == [True]


# -- decisions -------------------------------------------------------------------------------------------------------


def test_a_decision_is_explained_as_the_checkers_own() -> None:
    a = said("The harbour bridge stays closed for a week", source="one")
    b = said("The harbour bridge stays closed for a week", source="two")
    c = said("Nobody knows", source="three")
    parted = group([a, b, c], {frozenset((a.key, b.key)): False, frozenset((b.key, c.key)): True})
    assert together(parted) == {frozenset((a.key,)), frozenset((b.key, c.key))}
    assert {link.why for link in parted.links if link.by_hand} == {
        "You said that these are not the same.",
        "You said that these are the same.",
    }


def test_not_the_same_wins_over_a_contradiction() -> None:
    a, b, c = (said("The harbour bridge stays closed for a week", source=source) for source in ("one", "two", "three"))
    keys = (a.key, b.key), (b.key, c.key), (a.key, c.key)
    found = group([a, b, c], {frozenset(keys[0]): True, frozenset(keys[1]): True, frozenset(keys[2]): False})
    assert not any({a.key, c.key} <= cluster for cluster in together(found))


def test_a_decision_about_a_quote_that_is_gone_is_ignored() -> None:
    a = said("The harbour bridge stays closed")
    assert len(group([a], {frozenset((a.key, "gone")): True}).statements) == 1


# -- bad input -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["", " ", "…", "[...]", "?!", "“”", ". . .", "🙂🙂", "a", "[the mayor]", "İstanbul’da kaldık", "\u202eabc\u202c"],
)
def test_odd_quotes_are_kept_and_grouped_with_their_like(text: str) -> None:
    quotes = [said(text, source="one"), said(text, source="two")]
    found = group(quotes)
    assert {m.key for s in found.statements for m in s.members} == {quote.key for quote in quotes}
    cells(found, ["one", "two"]).table()
    quote_alerts(found)
    to_json(found)


def test_a_script_without_spaces_is_read_by_its_characters() -> None:
    a = said("大桥将一直关闭到工程师检查完所有缆索为止", speaker="王芳", source="one")
    b = said("大桥将一直关闭到工程师检查完全部缆索为止", speaker="王芳", source="two")
    c = said("没有人告诉港口办公室任何事情", speaker="王芳", source="three")
    assert together(group([a, b, c])) == {frozenset((a.key, b.key)), frozenset((c.key,))}


def test_what_is_told_of_a_relative_does_not_claim_to_be_the_checkers_word() -> None:
    a = said("We have no evidence that the sale of the pier has been completed", source="one")
    b = said("no evidence that the sale of the pier was completed", source="two")
    c = said("There is no evidence that the sale of the pier is completed, he says", source="three")
    found = group([a, b, c], {frozenset((a.key, c.key)): False, frozenset((b.key, c.key)): False})
    assert all(link.by_hand for link in found.links if link.why.startswith("You said"))


def test_huge_quotes_without_a_full_stop_are_compared_within_reason() -> None:
    words = [f"word{number}" for number in range(20_000)]
    a = said(" ".join(words), source="one")
    b = said(" ".join([*words[:9_000], "other", *words[9_000:]]), source="two")
    assert band(group([a, b]), a, b) == "grouped"


def test_thousands_of_quotes_in_one_text_are_grouped() -> None:
    quotes = [said(f"We counted {n} boats and {n * 7} crates on pier {n % 9}", at=100 * n) for n in range(3_000)]
    assert len(group(quotes).statements) == 3_000


# -- whole texts -----------------------------------------------------------------------------------------------------


def test_whole_texts_give_pairs_for_scripts() -> None:
    first = "“The cranes are idle today,” Ines Moreau said.\n\nMore."
    second = 'Moreau: "The cranes are idle today."'
    quotes = []
    for text, words in ((first, "The cranes are idle today,"), (second, "The cranes are idle today.")):
        start = text.index(words)
        quotes.append(FoundQuote(Span(start, start + len(words)), QuoteKind.DIRECT, Attribution(person="Ines Moreau")))
    found = to_json(matrix_of([("a", first, quotes[:1]), ("b", second, quotes[1:])]))
    (pair,) = found["pairs"]
    assert (pair["a"], pair["b"], pair["band"]) == (["a", 1, 27], ["b", 9, 35], str(Band.GROUPED))
    assert pair["difference"]["kind"] == "verbatim"
    assert len(found["statements"][0]["members"]) == 2


QUAY = "Lamps on the quay\n\nThe board met on Monday and talked about the lamps until ten.\n\n{}\n"


def linked(*texts: str) -> list[tuple[str, str, str]]:
    """The bands of all pairs with the first words of both quotes."""
    whole = {str(at): QUAY.format(text) for at, text in enumerate(texts)}
    found = to_json(matrix_of([(name, text, find_quotes(text)) for name, text in whole.items()]))
    return sorted(
        (pair["band"], *(whole[pair[side][0]][pair[side][1] :][:9] for side in "ab")) for pair in found["pairs"]
    )


def test_halves_of_a_sentence_belong_to_it_and_not_to_each_other() -> None:
    whole = "“I ask who sold the lamps, because they were screwed to the quay,” Moe said."
    halves = "“I ask who sold the lamps,” Moe said. “They were screwed to the quay.”"
    links = linked(whole, halves)
    assert ("grouped", "I ask who", "I ask who") in links
    assert not any({one[:4], other[:4]} == {"I as", "They"} and band == "other speaker" for band, one, other in links)
    assert len(links) == 2


def test_a_phrase_that_anybody_uses_links_nothing() -> None:
    one = "“At the end of the day, the people of this town will choose,” Moe said."
    other = "“At the end of the day, the owner of the mill has to pay,” Banks said."
    assert linked(one, other) == []


def test_a_headline_has_the_speaker_of_the_same_words_below_it() -> None:
    headline = "Old Miller: ‘I Will Not Grind That Rotten Corn’"
    text = f"{headline}\n\nIt rained.\n\n“I will not grind that rotten corn,” said Ole Moe."
    quotes = occurrences_of("a", text, find_quotes(text))
    assert {quote.speaker for quote in quotes} == {"Ole Moe"}
