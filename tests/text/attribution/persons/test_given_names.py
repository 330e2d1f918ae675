"""Given names tell whether "he" or "she" can be meant; a name that either may bear tells nothing."""

from __future__ import annotations

import pytest

from desktop.text.attribution.persons.given_names import GENDER, gender_of


@pytest.mark.parametrize(
    ("name", "gender"),
    [("Rita", "f"), ("Walter", "m"), ("Béatrice", "f"), ("JÜRGEN", "m"), ("Salem", ""), ("", "")],
)
def test_the_gender_of_a_given_name(name: str, gender: str) -> None:
    assert gender_of(name) == gender


def test_every_name_is_found_as_it_is_printed() -> None:
    assert all(gender_of(name.title()) == gender for name, gender in GENDER.items())
