"""Earlier quotes are found again, with a fair word on how sure that is."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import Span
from desktop.text.grouping.earlier_quotes import earlier_matches, evidence
from desktop.text.grouping.speaker_match import Relation
from desktop.text.statements import Occurrence

OLD = "We will not reopen the harbour bridge before the last cable has been tested twice"


def said(text: str, speaker: str = "Ines Moreau", key: int = 0) -> Occurrence:
    return Occurrence(key, "desk", Span(0, len(text)), text, speaker)


def test_a_copy_is_found_with_its_speaker() -> None:
    (found,) = earlier_matches(
        said(OLD + ".", key=9), [said(OLD), said("The ferries carry more people every day", key=2)]
    )
    assert found.earlier.key == 0
    assert found.sure
    assert found.speaker is Relation.SAME
    assert found.why == "Nearly the same words, by Ines Moreau."


def test_another_speaker_is_named() -> None:
    (found,) = earlier_matches(said(OLD, "Tom Adeyemi", key=9), [said(OLD)])
    assert found.speaker is Relation.OTHER
    assert "but by Ines Moreau" in found.why


def test_what_many_people_say_is_told_as_a_saying() -> None:
    people = ("Ines Moreau", "Tom Adeyemi", "Ruth Okafor", "Paul Lindqvist")
    found = earlier_matches(said(OLD, "Anna Berg", key=9), [said(OLD, name, key) for key, name in enumerate(people)])
    assert len(found) == 4
    assert not any(each.sure for each in found)
    assert all("several people" in each.why for each in found)


def test_a_quote_does_not_find_itself() -> None:
    assert earlier_matches(said(OLD), [said(OLD)]) == ()


def test_what_stands_out_from_the_noise_of_a_large_desk_is_told_and_the_noise_is_not() -> None:
    noise = [said(f"The last word on item {number} was never printed", key=number) for number in range(20)]
    copy = said("Reopen the harbour bridge, then: the cable was tested, after a last look", key=99)
    rarity = dict.fromkeys(("reopen", "harbour", "bridge", "cable", "tested"), 9.0) | {"last": 3.0, "look": 4.0}
    found = earlier_matches(copy, [*noise, said(OLD, key=50)], rarity=rarity)
    assert [each.earlier.key for each in found] == [50]
    assert not found[0].sure


def test_a_name_that_many_share_is_one_piece_of_evidence_and_scattered_rare_words_are_two() -> None:
    worth = dict.fromkeys(("ines", "moreau", "cable", "ferry"), 8.0)
    names = [frozenset({"ines", "moreau"})] * 6
    *named, scattered = evidence([*names, frozenset({"cable", "ferry"})], worth)
    assert all(8 < each < 9 for each in named)
    assert scattered == 16


def test_copies_of_one_quote_do_not_take_its_words_for_a_phrase() -> None:
    words = frozenset({"harbour", "bridge", "cable", "ferry"})
    assert evidence([words] * 6, dict.fromkeys(words, 8.0)) == [32] * 6


def test_a_copy_stands_out_among_quotes_that_only_share_a_name_with_it() -> None:
    filler = ("morning", "road", "school", "tax", "vote", "train", "rain", "book", "field", "song")
    named = [said(f"Benoit Carvalho spoke of the {word} plan", key=key) for key, word in enumerate(filler)]
    old = said("The orchard will flood unless Benoit asks the ministry for pumps this autumn", key=50)
    copy = said("Orchard owners hope that Benoit Carvalho asks for pumps", key=99)
    rarity = {"benoit": 9.0, "carvalho": 10.0, "orchard": 10.0, "pumps": 10.0, "asks": 5.0, "owners": 6.0, "hope": 6.0}
    assert earlier_matches(copy, [*named, old], rarity=rarity)[0].earlier.key == 50


def test_the_quote_itself_is_no_noise() -> None:
    assert earlier_matches(said(OLD), [said(OLD)], rarity={"harbour": 9.0}) == ()


@given(st.integers(0, 10_000))
def test_a_copy_with_a_quarter_changed_and_a_quarter_cut_is_still_the_best(seed: int) -> None:
    chance = random.Random(seed)
    beginnings, ends = ("bra", "klo", "mi", "stu", "fen", "gor", "pla", "ze"), ("n", "m", "x", "ster", "vik", "l")
    vocabulary = [a + b + c for a in beginnings for b in ("da", "ro", "li", "pu", "te") for c in ends]
    archive = [said(" ".join(chance.choices(vocabulary, k=16)), key=key) for key in range(60)]
    words = archive[17].text.split()[:12]
    for place in chance.sample(range(12), 3):
        words[place] = chance.choice(vocabulary)
    found = earlier_matches(said(" ".join(words), key=99), archive)
    assert found
    assert found[0].earlier.key == 17
