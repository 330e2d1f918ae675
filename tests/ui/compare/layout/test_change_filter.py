from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain import Span
from desktop.text.changes import Change, ChangeKind
from desktop.ui.compare.layout.change_filter import Filter, Steps
from tests.ui.compare.texts import comparison

changes = st.lists(
    st.builds(
        Change,
        st.sampled_from(list(ChangeKind)),
        st.just(Span(0, 1)),
        st.just(Span(0, 1)),
        move=st.integers(0, 1),
        ignored=st.booleans(),
    ),
    max_size=12,
).map(tuple)


@settings(max_examples=max(500, settings().max_examples))
@given(changes)
def test_every_change_that_counts_is_reached_exactly_once_each_way(made: tuple[Change, ...]) -> None:
    steps = Steps(comparison(made, ()))
    counted = [n for n, c in enumerate(made) if not c.ignored]
    walked = []
    while (number := steps.next()) >= 0:
        steps.current = number
        walked.append(number)
        assert steps.position() == (len(walked), len(counted))
    assert walked == counted
    back = []
    while (number := steps.previous()) >= 0:
        steps.current = number
        back.append(number)
    assert back == counted[-2::-1]


@given(changes)
def test_a_filter_walks_only_what_passes(made: tuple[Change, ...]) -> None:
    steps = Steps(comparison(made, ()))
    steps.filter = Filter.MOVED
    assert all(made[number].move and not made[number].ignored for number in steps.numbers())
    assert set(steps.numbers(Filter.TYPOGRAPHY)).isdisjoint(steps.numbers(Filter.IGNORED))


def test_nothing_to_compare_has_no_changes() -> None:
    assert Steps(None).next() == Steps(None).previous() == -1
    assert Steps(None).position() == (0, 0)
