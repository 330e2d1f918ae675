from __future__ import annotations

from pathlib import Path
from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import Span
from desktop.text.passages import is_wrapped, paragraphs, sentences

WRAPPED = "A line that was cut\nin the middle of its\nsentence by a mailer.\n\nAnother one that\nwas cut as well."


def test_a_line_is_a_paragraph() -> None:
    text = "Title\n\n  First line.\nSecond line.\r\n\r\nThird."
    assert [span.of(text) for span in paragraphs(text)] == ["Title", "First line.", "Second line.", "Third."]


def test_in_wrapped_text_a_blank_line_ends_a_paragraph() -> None:
    assert is_wrapped(WRAPPED)
    assert [span.of(WRAPPED)[:7] for span in paragraphs(WRAPPED)] == ["A line ", "Another"]


def test_the_sample_articles_are_not_wrapped() -> None:
    assert not any(is_wrapped(path.read_text(encoding="utf-8")) for path in Path("seeds").glob("*.txt"))


def test_german_text_is_wrapped_although_half_of_its_lines_begin_with_a_capital() -> None:
    first = (
        "Der Rat der kleinen Stadt hat am Montag über die alte Brücke gesprochen, die seit Jahren gesperrt ist. Die "
        "Kosten liegen nach Angaben der Verwaltung bei etwa drei Millionen Euro, von denen das Land Niedersachsen die "
        "Hälfte übernimmt. Über den Rest wird im Herbst im Rathaus abgestimmt."
    )
    text = f"{fill(first, 54)}\n\nDie Bürgermeisterin zeigte sich zufrieden."
    assert sum(line[0].islower() for line in fill(first, 54).splitlines()) == 2  # of six
    assert is_wrapped(text)
    assert [span.of(text)[:7] for span in paragraphs(text)] == ["Der Rat", "Die Bür"]


def test_lines_of_one_length_that_all_begin_with_a_capital_are_not_wrapped() -> None:
    assert not is_wrapped("Mayor opens the new bridge over the river at noon\n" * 6)


def test_hidden_text_belongs_to_no_paragraph() -> None:
    text = "One.\nAdvertisement\nTwo. More here."
    hidden = [Span(5, 18), Span(24, 28)]
    assert [span.of(text) for span in paragraphs(text, hidden)] == ["One.", "Two. More here."]


@pytest.mark.parametrize(
    ("text", "hidden", "seen"),
    [
        ("It cost $5[1] million.\nThen.", [Span(10, 13)], ["It cost $5[1] million.", "Then."]),
        ("[1] It cost [2]\nThen.", [Span(0, 3), Span(12, 15)], ["It cost", "Then."]),
        ("It [1] [2]\nThen.", [Span(3, 6), Span(7, 10)], ["It", "Then."]),
        ("It cost.\nMuch[1]. Then.", [Span(3, 13)], ["It", "[1]. Then."]),
        ("It cost", [Span(0, 7)], []),
    ],
)
def test_what_is_hidden_inside_of_a_line_stays_inside_of_its_paragraph(
    text: str, hidden: list[Span], seen: list[str]
) -> None:
    assert [span.of(text) for span in paragraphs(text, hidden)] == seen


@given(st.text(alphabet="ab. \n\r\t\u2028", max_size=50))
def test_paragraphs_rise_and_leave_out_only_white_space(text: str) -> None:
    at = 0
    for span in paragraphs(text):
        assert not text[at : span.start].strip()
        assert span.of(text) == span.of(text).strip() != ""
        at = span.end
    assert not text[at:].strip()


def test_sentences_end_at_their_marks_and_not_at_abbreviations() -> None:
    text = "Mr. Kirby met Gen. Ryder on Tuesday. “It is over.” J. Doe paid $3.5m! Why? He left"
    found = [span.of(text) for span in sentences(text, Span(0, len(text)))]
    assert found == ["Mr. Kirby met Gen. Ryder on Tuesday.", "“It is over.”", "J. Doe paid $3.5m!", "Why?", "He left"]


@pytest.mark.parametrize("sign", "♭♬♨☉☄∯ȸ☝")
def test_sentences_hold_every_sign_of_the_text(sign: str) -> None:
    parts = [f"The Sonata in B{sign} was not played.", f"{sign} We stay.", f"It is not so {sign} there."]
    text = " ".join(parts)
    assert [span.of(text) for span in sentences(text, Span(0, len(text)))] == parts


@pytest.mark.parametrize(
    "parts",
    [
        ["Maj. Ann Lee met Adm. Carl Dean at No. 5 Ft. Street.", "Lt. Cmdr. Bob Reed left.", "He said no.", "Why?"],
        ["MR. LEE met Dr. J. R. Doe of the U.S. Navy.", "It was on Sept. 5 and Oct. 6.", "So it was."],
        ["Die Sitzung war am 5. Mai, die nächste folgt im 3. Quartal.", "Es ist Nr. 5.", "Der Rat schweigt."],
        [
            "Das kostet nach Angaben von Dr. Weck 5 Mio. Euro.",
            "Der 1. FC kam nicht.",
            "Sie sah bzw. Dr. Weck sah es.",
        ],
        ["Er wohnt in Haus 5.", "Der Nachbar ist von hier.", "Es war im Jahr 2020.", "Das ist nicht mehr so."],
        [
            "Mme. Leroy et M. Weil sont arrivés avec Mgr. Blanc.",
            "Le no. 5 est là.",
            "Il a dit no.",
            "Pas moi.",
        ],
        [
            "La Sra. Gómez y el Sr. Ruiz viven en EE. UU. con el Gral. Paz.",
            "No es la Dra. Luz.",
            "Es el art. 5.",
        ],
    ],
)
def test_no_sentence_ends_at_an_abbreviation_of_its_language(parts: list[str]) -> None:
    text = " ".join(parts)
    assert [span.of(text) for span in sentences(text, Span(0, len(text)))] == parts
