"""Similarity of passages: where a quote is cut, what two passages share, and what is judged of it."""

from __future__ import annotations

import pytest

from desktop.text.grouping.similarity import (
    Case,
    Judgement,
    Likeness,
    content_words,
    judge,
    liken,
    look_alike,
    passages,
    says_no,
    segments,
    weights,
)
from desktop.text.grouping.speaker_match import speaker_profile
from desktop.text.grouping.statement_types import Band

CLOSED = "The bridge will stay closed until the engineers have tested every cable"


def likeness(one: str, other: str) -> Likeness:
    a, b = content_words(one), content_words(other)
    return liken(*passages([a, b], weights([a, b])))


def judged(one: str, other: str, speakers: tuple[str, str] = ("Ines Moreau", "Ines Moreau")) -> Judgement:
    like = likeness(one, other)
    wordings = [content_words(one), content_words(other)]
    mine, theirs = passages(wordings, weights(wordings))
    turned = says_no(mine, like.a) != says_no(theirs, like.b)
    a, b = map(speaker_profile, speakers)
    return judge(a, b, like, speakers, case=Case(turned=turned))


@pytest.mark.parametrize(
    ("quote", "passages"),
    [
        ("We go. They stay here now.", ["We go. ", "They stay here now."]),
        ("It was a mistake… We should have closed it.", ["It was a mistake… ", "We should have closed it."]),
        ("Mr. Lee said so twice.", ["Mr. Lee said so twice."]),
        ("Das war am 3. Mai so. Es regnete den ganzen Tag.", ["Das war am 3. Mai so. ", "Es regnete den ganzen Tag."]),
        ("No. We will not go there.", ["No. We will not go there."]),
    ],
)
def test_a_quote_is_cut_at_sentence_ends_and_ellipses_and_nowhere_else(quote: str, passages: list[str]) -> None:
    assert [span.of(quote) for span in segments(quote)] == passages


def test_the_same_words_share_everything_and_other_words_nothing_of_matter() -> None:
    whole, other = likeness(CLOSED, CLOSED), likeness(CLOSED, "Ferries carry nobody in winter")
    assert whole.contained == whole.mutual == pytest.approx(1.0)
    assert other.matter == 0
    assert (look_alike(whole), look_alike(other)) == (True, False)


def test_a_part_is_contained_in_the_whole_and_the_whole_not_in_the_part() -> None:
    like = likeness(CLOSED, "closed until the engineers have tested every cable")
    assert like.share_b == like.contained == pytest.approx(1.0)
    assert like.share_a < 0.9
    assert like.mutual < like.contained


def test_words_and_speakers_together_decide() -> None:
    assert judged(CLOSED, CLOSED).band is Band.GROUPED
    assert judged(CLOSED, CLOSED, ("Ines Moreau", "Tom Adeyemi")).band is Band.OTHER_SPEAKER
    assert judged(CLOSED, "Ferries carry nobody in winter").band is None


def test_a_denial_that_only_one_wording_has_keeps_them_apart() -> None:
    found = judged("We will open the bridge to all traffic in March", "We will not open the bridge to traffic in April")
    assert found.band is Band.OTHER_OCCASION
    assert "one says no" in found.why
