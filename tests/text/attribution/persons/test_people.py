"""People of an article: names that mean something else as well, particles, names that look like verbs."""

from __future__ import annotations

import pytest

from desktop.text.quotes import find_quotes


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Theresa May came as well. “We will not pay,” May said.", "Theresa May"),
        ("Theresa May came as well. “We will not pay,” said May. “No.”", "Theresa May"),
        ("Theresa May came as well. “We will not pay,” Mrs May told reporters.", "Theresa May"),
        ("Theresa May came in May 2018. In May she said: “We will not pay.”", "Theresa May"),
        ("Will Marsh came as well. “We will not pay,” Marsh said.", "Will Marsh"),
        ("April Marsh came as well. “We will not pay,” Marsh said.", "April Marsh"),
        ("The minister, Israel Marsh, came as well. “We will not pay,” said Marsh.", "Israel Marsh"),
        ("Georgia Marsh came as well. “We will not pay,” Marsh said.", "Georgia Marsh"),
        ("“We will not pay,” said Martin Luther King Jr. on Monday.", "Martin Luther King Jr."),
        ("“We will not pay,” said Ian King Jr. on Monday.", "Ian King Jr."),
        ("“We will not pay,” said Ann deMarsh on Monday.", "Ann deMarsh"),
        ("Will Marsh pay? “We will not pay,” said Lund.", "Lund"),
        ("They met in Georgia. “We will not pay,” Marsh said.", "Marsh"),
    ],
)
def test_names_that_mean_something_else_as_well_are_whole_names(text: str, speaker: str) -> None:
    assert {quote.attribution.name for quote in find_quotes(text)} == {speaker}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("King Charles, who came late, told the paper: “We will not pay.”", "King Charles"),
        ("King Charles, 76, said: “We will not pay.”", "King Charles"),
        ("Speaking in Rome, Ann Marsh told the paper: “We will not pay.”", "Ann Marsh"),
        ("Manning, who came late, told the paper: “We will not pay.”", ""),
    ],
)
def test_a_name_that_ends_as_a_participle_opens_no_clause_and_nobody_who_was_told_speaks(
    text: str, speaker: str
) -> None:
    assert {quote.attribution.name for quote in find_quotes(text)} == {speaker}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ursula von der Leyen came. “We will not pay for that bridge,” Von der Leyen said.", "Ursula von der Leyen"),
        ("Ursula von der Leyen kam an. „Wir zahlen nicht“, sagte von der Leyen.", "Ursula von der Leyen"),
        ("Ursula von der Leyen kam an. „Wir zahlen nicht“, so von der Leyen.", "Ursula von der Leyen"),
        ("Ursula von der Leyen kam an. „Wir zahlen nicht“, rief er von der Tribüne.", "er"),
        ("Anne de Villepin est venue lundi. « Nous ne paierons pas », a dit de Villepin.", "Anne de Villepin"),
        ("De raad kwam op maandag bijeen. ‘Wij betalen niet’, zei Van der Berg.", "Van der Berg"),
        ("De raad kwam op maandag bijeen. ‘Wij betalen niet’, zei Van Dijk.", "Van Dijk"),
    ],
)
def test_a_surname_that_begins_with_a_small_word_is_whole(text: str, speaker: str) -> None:
    assert {quote.attribution.name for quote in find_quotes(text)} == {speaker}
