from __future__ import annotations

from itertools import product
from string import ascii_lowercase, ascii_uppercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.text.attribution.persons.namesakes import Namesakes, Person
from desktop.text.quotes import find_quotes

GIVEN = ["Ann", "Anna", "A.", "Al", "Bo", "B.", "Bob", "Bobby", "Chris", "Christopher", "Ch"]


def may_be_one(known: str, told: str) -> bool:
    one, other = known.lower().rstrip("."), told.lower().rstrip(".")
    return one[0] == other[0] and (len(one) == 1 or len(other) == 1 or one.startswith(other[:3]))


@given(st.lists(st.sampled_from(GIVEN), max_size=8), st.sampled_from(GIVEN))
def test_a_full_name_means_the_first_whose_given_name_can_be_the_same(known: list[str], told: str) -> None:
    namesakes, people = Namesakes(), [Person(f"{given} Marsh") for given in known]
    for person in people:
        namesakes.add(person)
    wanted = next((person for person in people if may_be_one(person.given, told)), None)
    assert namesakes.find(f"{told} Marsh") is wanted


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 2)), min_size=1, max_size=12), st.integers(0, 30))
def test_a_bare_surname_means_who_was_named_last_before_it(named: list[tuple[int, int]], at: int) -> None:
    namesakes, people = Namesakes(), [Person(f"{given} Marsh") for given in ("Ann", "Bob", "Carl")]
    for person in people:
        namesakes.add(person)
    for start, number in named:
        namesakes.note(start, people[number])
    before = [(start, people[number]) for start, number in named if start <= at]
    assert namesakes.who(at, "") is (before[-1][1] if before else people[0])
    namesakes.settle()
    before.sort(key=lambda each: each[0])
    assert namesakes.who(at, "") is (before[-1][1] if before else people[0])


def test_of_two_people_with_one_surname_the_one_of_the_right_gender_is_meant() -> None:
    text = "Ann Marsh met Peter Marsh at the mill. “We sold the mill and the barn,” Mrs. Marsh said."
    (quote,) = find_quotes(text)
    assert quote.attribution.person == "Ann Marsh"


@pytest.mark.timeout(60)
def test_a_register_of_thousands_who_share_a_surname_is_read_in_one_go() -> None:
    given = [f"{a}{b}{c}" for a, b, c in product(ascii_uppercase, ascii_lowercase[:20], ascii_lowercase[:12])]
    text = ". ".join(f"{each} Marsh said “no, not me,” and Mr. Marsh left" for each in given)
    assert len(find_quotes(text)) == len(given)
