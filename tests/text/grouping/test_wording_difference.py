"""The difference of two wordings: its kind, its edits and the facts it alters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.text.grouping.altered_facts import FactKind
from desktop.text.grouping.wording_difference import WordingKind, broken_boundary, difference

VOCABULARY = "the bridge will not open before spring because three beams from Lyon are late"
WORDS = st.lists(
    st.sampled_from(VOCABULARY.split()),
    min_size=1,
    max_size=14,
).map(" ".join)


def facts(base: str, other: str) -> list[tuple[FactKind, str, str]]:
    return [(fact.kind, fact.base_text, fact.other_text) for fact in difference(base, other).facts]


@given(st.text(max_size=60) | WORDS)
def test_a_wording_is_verbatim_beside_itself(text: str) -> None:
    found = difference(text, text)
    assert found.changed == 0
    assert found.edits == ()
    assert found.facts == ()


@given(WORDS, WORDS)
def test_edits_lie_inside_both_texts_and_in_order(base: str, other: str) -> None:
    found = difference(base, other)
    ends = (0, 0)
    for edit in found.edits:
        assert ends[0] <= edit.base.start <= edit.base.end <= len(base)
        assert ends[1] <= edit.other.start <= edit.other.end <= len(other)
        ends = (edit.base.end, edit.other.end)


@given(WORDS, WORDS)
def test_what_edits_leave_over_is_the_same_on_both_sides(base: str, other: str) -> None:
    def unchanged(text: str, spans: list[tuple[int, int]]) -> str:
        letters = list(text)
        for start, end in spans:
            letters[start:end] = " " * (end - start)
        return " ".join("".join(letters).split())

    found = difference(base, other)
    left = unchanged(base, [(e.base.start, e.base.end) for e in found.edits])
    right = unchanged(other, [(e.other.start, e.other.end) for e in found.edits])
    assert left.casefold() == right.casefold()


@given(WORDS, WORDS)
def test_facts_read_what_their_spans_say(base: str, other: str) -> None:
    for fact in difference(base, other).facts:
        assert fact.base.of(base) == fact.base_text
        assert fact.other.of(other) == fact.other_text


def test_quotation_style_and_end_marks_do_not_count() -> None:
    found = difference("We’re ready – “all” of us,", 'We\'re ready - "all" of us.')
    assert found.kind is WordingKind.VERBATIM


def test_a_capital_at_the_start_does_not_count() -> None:
    assert difference("the ferry is full", "The ferry is full.").kind is WordingKind.VERBATIM


def test_an_exchanged_word_is_shown_with_its_place() -> None:
    base, other = "The ferry was terribly late again", "The ferry was dreadfully late again"
    found = difference(base, other)
    assert found.changed == 1
    assert [(e.base.of(base), e.other.of(other)) for e in found.edits] == [("terribly", "dreadfully")]


@pytest.mark.parametrize(
    ("base", "other", "kind"),
    [
        ("The mayor lied to the council and to us", "The mayor lied to the council", WordingKind.SHORTENED),
        ("lied to the council", "The mayor lied to the council and to us", WordingKind.LONGER),
        ("We started the job quickly", "We began the work rapidly", WordingKind.TRANSLATED_BACK),
        ("The gates jammed overnight", "The gates stuck overnight", WordingKind.REWORDED),
    ],
)
def test_the_kind_of_a_difference(base: str, other: str, kind: WordingKind) -> None:
    assert kind in difference(base, other).kinds


@pytest.mark.parametrize(
    ("base", "other", "kind", "old", "new"),
    [
        (
            "It flew from North Korea at dawn",
            "It flew from South Korea at dawn",
            FactKind.PLACE,
            "North Korea",
            "South Korea",
        ),
        ("They bought it in Oslo last week", "They bought it in Paris last week", FactKind.PLACE, "Oslo", "Paris"),
        ("I told Anna Berg before noon", "I told Anna Holm before noon", FactKind.NAME, "Anna Berg", "Anna Holm"),
        ("We sent grain to Egypt", "We sent grain from Egypt", FactKind.DIRECTION, "to", "from"),
        ("Prices rose again in the north", "Prices fell again in the north", FactKind.DIRECTION, "rose", "fell"),
        ("I am quite sure she knew", "I am sure she knew", FactKind.HEDGE, "quite sure", "sure"),
        ("The dam could burst tonight", "The dam will burst tonight", FactKind.HEDGE, "could", "will"),
        ("We counted 41 boats there", "We counted 14 boats there", FactKind.NUMBER, "41", "14"),
        ("We lost three men there", "We lost two men there", FactKind.NUMBER, "three", "two"),
        ("It costs $1,200 a head", "It costs $12,000 a head", FactKind.NUMBER, "$1,200", "$12,000"),
        ("They did sign the treaty", "They did not sign the treaty", FactKind.NEGATION, "sign", "not sign"),
        ("We meet on Monday at noon", "We meet on Friday at noon", FactKind.DATE, "Monday", "Friday"),
        (
            "They took the carts, mules and tents",
            "They took the wagons, mules and tents",
            FactKind.THING,
            "carts",
            "wagons",
        ),
    ],
)
def test_an_altered_fact_is_told_with_both_readings(base: str, other: str, kind: FactKind, old: str, new: str) -> None:
    assert (kind, old, new) in facts(base, other)
    assert difference(base, other).kind is WordingKind.ALTERED_FACT


@pytest.mark.parametrize(
    ("base", "other"),
    [
        ("We have 1,000 tents", "We have 1000 tents"),
        ("The work was difficult for us", "The work was hard for us"),
        ("She spoke for an hour", "She was speaking for an hour"),
        ("President Ana Ruiz was there", "Ruiz was there"),
        ("The mayor lied to the council", "The mayor lied to the council on Friday in Rome"),
    ],
)
def test_what_is_only_put_otherwise_is_no_altered_fact(base: str, other: str) -> None:
    assert facts(base, other) == []


def test_a_closing_mark_inside_the_sentence_breaks_the_boundary() -> None:
    text = "no boat left the harbour.” before noon that day"
    span = broken_boundary(text)
    assert span is not None
    assert span.of(text) == "”"
    assert difference("no boat left the harbour before noon that day", text).kind is WordingKind.BOUNDARY_BROKEN


@pytest.mark.parametrize(
    "text",
    ["she called it “a circus” and left", 'she called it "a circus" and left', "it was over.” He left", "plain words"],
)
def test_a_quotation_inside_a_quotation_breaks_nothing(text: str) -> None:
    assert broken_boundary(text) is None


def test_another_speaker_and_a_joined_quote_are_told_when_known() -> None:
    found = difference("the ferry is full", "the ferry is full", same_speaker=False, joined=True)
    assert found.kinds == (WordingKind.OTHER_SPEAKER, WordingKind.JOINED, WordingKind.VERBATIM)


@pytest.mark.parametrize(
    ("base", "other", "kind"),
    [
        ("Trade was -2 per cent last year in the town", "Trade was 2 per cent last year in the town", "altered fact"),
        ("We lost ⅔ of the hall", "We lost ⅓ of the hall", "altered fact"),
        ("We open at 8 a.m. on Monday", "We open at 8 p.m. on Monday", "altered fact"),
        ("We pay if the town pays", "We pay unless the town pays", "altered fact"),
        ("The C++ part is with the town", "The C part is with the town", "shortened"),
        ("We will mend the roof in spring.", "We will mend the roof in spring?", "reworded"),
        ("It is O.K. to ask", "It is OK to ask", "verbatim"),
    ],
)
def test_a_sign_a_fraction_a_symbol_or_a_question_is_no_verbatim_wording(base: str, other: str, kind: str) -> None:
    assert difference(base, other).kind == kind
