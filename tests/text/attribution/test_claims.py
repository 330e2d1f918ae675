"""Claims of a sentence: the cue, its subject, and how the two stand, in four languages."""

from __future__ import annotations

import pytest

from desktop.text.attribution.claims import ClaimReader, Order
from tests.text.attribution.sentence_reader import read, words


@pytest.mark.parametrize(
    ("code", "text", "order", "cue", "subject"),
    [
        ("en", "“We sail,” said Rita Gomez.", Order.INVERTED, "said", "Rita Gomez"),
        ("en", "Rita Gomez said it was “late”.", Order.PLAIN, "said", "Rita Gomez"),
        ("en", "Rita Gomez sailed on, calling it “late”.", Order.PARTICIPLE, "calling", "Rita Gomez"),
        ("en", "Rita Gomez came and said it was “late”.", Order.INHERITED, "said", "Rita Gomez"),
        ("en", "According to Rita Gomez, it is “late”.", Order.ACCORDING, "According to", "Rita Gomez"),
        ("en", "It was Rita Gomez’s claim that it was “late”.", Order.NOUN, "claim", "Rita Gomez’s"),
        ("de", "„Wir segeln“, sagte Petra Vogel.", Order.INVERTED, "sagte", "Petra Vogel"),
        ("de", "Petra Vogel erklärte, es sei „spät“.", Order.PLAIN, "erklärte", "Petra Vogel"),
        ("de", "Laut Petra Vogel ist es „spät“.", Order.ACCORDING, "Laut", "Petra Vogel"),
        ("fr", "« On part », a déclaré Marie Dupont.", Order.INVERTED, "déclaré", "Marie Dupont"),
        ("fr", "Selon Marie Dupont, il est « tard ».", Order.ACCORDING, "Selon", "Marie Dupont"),
        ("es", "«Zarpamos», dijo Elena Ruiz.", Order.INVERTED, "dijo", "Elena Ruiz"),
        ("es", "Según Elena Ruiz, es «tarde».", Order.ACCORDING, "Según", "Elena Ruiz"),
    ],
)
def test_a_claim_has_a_cue_and_a_subject(code: str, text: str, order: Order, cue: str, subject: str) -> None:
    sentence, language = read(text, code)
    [claim] = ClaimReader(sentence, language).read()
    assert (claim.order, words(sentence, claim.cue), words(sentence, claim.subject)) == (order, cue, subject)


def test_a_sentence_in_which_nobody_says_anything_has_no_claim() -> None:
    assert ClaimReader(*read("The crew slept on the pier.")).read() == []
