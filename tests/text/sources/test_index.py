"""The index of sources: where each unit stands, and what follows it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.text.sources.index import SourceIndex

SOURCES = [["the", "wall", "is", "the", "wall"], ["nobody", "asked"], ["the", "end"]]


def test_a_unit_is_counted_and_found_in_all_sources() -> None:
    index = SourceIndex(SOURCES)
    the = index.id_of("the")
    assert index.count(the) == 3
    assert [(index.source_of(place), place - index.starts[index.source_of(place)]) for place in index.places(the)] == [
        (0, 0),
        (0, 3),
        (2, 0),
    ]
    assert index.lengths == [5, 2, 2]


def test_a_unit_that_is_nowhere_has_no_places() -> None:
    index = SourceIndex(SOURCES)
    number = index.id_of("late")
    assert (number, index.count(number), list(index.places(number))) == (0, 0, [])
    assert list(index.pairs(number, index.id_of("the"))) == []


def test_what_follows_a_unit_is_found_and_never_across_two_sources() -> None:
    index = SourceIndex(SOURCES)
    assert len(index.pairs(index.id_of("the"), index.id_of("wall"))) == 2
    assert len(index.pairs(index.id_of("the"), index.id_of("end"))) == 1
    assert list(index.pairs(index.id_of("wall"), index.id_of("nobody"))) == []


def test_rare_units_tell_more_than_common_ones() -> None:
    index = SourceIndex([["the"] * 500 + ["harbour"]])
    assert index.weight(index.id_of("the")) < 0.2 < index.weight(index.id_of("harbour"))


@given(st.lists(st.lists(st.sampled_from("abc"), max_size=8), max_size=5))
def test_every_unit_stands_where_the_index_says(sources: list[list[str]]) -> None:
    index = SourceIndex(sources)
    for sound in "abc":
        found = [
            (index.source_of(at), at - index.starts[index.source_of(at)]) for at in index.places(index.id_of(sound))
        ]
        assert found == [(n, at) for n, each in enumerate(sources) for at, other in enumerate(each) if other == sound]
