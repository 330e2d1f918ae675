"""Layers of marks, and the changes in order by filter."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain import Span, Status
from desktop.text.changes import Alert, AlertKind, Change, ChangeKind, Row
from desktop.ui.compare.layout.build_pages import inline_page, side_pages
from desktop.ui.compare.layout.change_steps import ChangeSteps, Filter
from desktop.ui.compare.layout.layers import ChangeIndex, Layers, Look, hit, quote_layer
from tests.ui.compare.texts import A, B, comparison, pair, quote, replaced, spot, version


def _layers(a: str, b: str, *changes: Change, typography: bool = False) -> tuple[Layers, Layers]:
    compared = comparison(tuple(changes), (Row(Span(0, len(a)), Span(0, len(b))),))
    index = ChangeIndex(compared, {"a": a, "b": b}, typography=typography)
    left, right = side_pages(version(a, 1), version(b, 2), compared)
    return Layers(left, index), Layers(right, index)


def test_changed_words_are_marked_on_both_sides() -> None:
    a, b, compared = pair()
    index = ChangeIndex(compared, {"a": A, "b": B}, typography=False)
    pages = side_pages(a, b, compared)
    marked = [
        [
            (page.blocks[n].text[m.start : m.end], m.look)
            for n in range(len(page.blocks))
            for m in Layers(page, index).of(n).marks
        ]
        for page in pages
    ]
    assert marked[0] == [("no.", Look.GONE), ("Five", Look.GONE)]
    assert marked[1] == [("yes.", Look.NEW), ("Six", Look.NEW), (", late", Look.NEW)]


def test_inline_marks_what_is_gone_and_what_is_new() -> None:
    a, b, compared = pair()
    page = inline_page(a, b, compared)
    layers = Layers(page, ChangeIndex(compared, page.texts, typography=False))
    marks = sorted(layers.of(0).marks)
    assert [(page.blocks[0].text[m.start : m.end], m.look) for m in marks] == [("no.", Look.GONE), ("yes.", Look.NEW)]


def test_ignored_changes_are_dimmed_and_typography_waits_to_be_asked_for() -> None:
    a, b = "Big “news” today", "big 'news' today"
    case = replaced(a, b, "Big", "big", ignored=True)
    marks = Change(ChangeKind.TYPOGRAPHY, spot(a, "“"), Span(4, 5), ignored=True)
    assert [m.look for m in _layers(a, b, case, marks)[0].of(0).marks] == [Look.DIM]
    assert len(_layers(a, b, case, marks, typography=True)[0].of(0).marks) == 2


def test_moved_text_is_framed_with_its_number_and_keeps_the_edits_inside() -> None:
    a, b = "It rained hard. Then sun.", "Then sun. It rained softly."
    inner = replaced(a, b, "hard", "softly")
    moved = Change(ChangeKind.MOVED, spot(a, "It rained hard."), spot(b, "It rained softly."), move=3, inner=(inner,))
    left, right = _layers(a, b, moved)
    assert [(f.number, f.first) for f in left.of(0).frames] == [(3, True)]
    assert [m.look for m in right.of(0).marks] == [Look.MOVED, Look.NEW]
    innermost = hit(left.of(0).marks, a.index("hard"))
    assert innermost is not None
    assert innermost.look is Look.GONE


def test_alerts_are_labels_behind_their_word() -> None:
    a, b = "Five ships", "Six ships"
    alert = Alert(AlertKind.NUMBER, spot(a, "Five"), spot(b, "Six"), "Five", "Six", "Another number.")
    left, right = _layers(a, b, replaced(a, b, "Five", "Six", alerts=(alert,)))
    assert [(tag.end, tag.text) for tag in left.of(0).tags] == [(4, "number")]
    assert [(tag.end, tag.text) for tag in right.of(0).tags] == [(3, "number")]


def test_a_label_never_follows_white_space_where_qt_makes_no_room() -> None:
    a, b = "Five ships", "Six ships"
    alert = Alert(AlertKind.NUMBER, Span(0, 5), Span(0, 4), "Five", "Six", "Another number.")
    assert [tag.end for tag in _layers(a, b, replaced(a, b, "Five", "Six", alerts=(alert,)))[0].of(0).tags] == [4]


def test_invisible_characters_are_named_where_the_texts_differ_in_them_and_those_that_turn_text_everywhere() -> None:
    a, b = "pay\u200bments and pay\u202eroll", "payments and pay\u202eroll"
    change = Change(ChangeKind.TYPOGRAPHY, spot(a, "pay\u200bments"), spot(b, "payments"), ignored=True)
    assert [tag.text for tag in _layers(a, b, change)[0].of(0).tags] == ["ZWSP", "RLO"]
    assert [tag.text for tag in _layers(a, b, change)[1].of(0).tags] == ["RLO"]


def test_labels_and_marks_count_utf_16_units_after_an_emoji() -> None:
    a, b = "😀 Five ships", "😀 Six ships"
    alert = Alert(AlertKind.NUMBER, spot(a, "Five"), spot(b, "Six"), "Five", "Six", "Another number.")
    marked = _layers(a, b, replaced(a, b, "Five", "Six", alerts=(alert,)))[0].of(0)
    assert [(m.start, m.end) for m in marked.marks] == [(3, 7)]
    assert [(tag.start, tag.end) for tag in marked.tags] == [(6, 7)]


def test_a_quote_over_two_paragraphs_is_underlined_in_both() -> None:
    text = "He said: one.\n\nTwo, he said."
    page, _ = side_pages(version(text), version("x"), None)
    layer = quote_layer(page, "a", [quote(1, version(text).id, text, "one.\n\nTwo", Status.DISPUTED)])
    assert sorted(layer) == [0, 2]
    assert {mark.status for marks in layer.values() for mark in marks} == {Status.DISPUTED}


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
    steps = ChangeSteps(comparison(made, ()))
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
    steps = ChangeSteps(comparison(made, ()))
    steps.filter = Filter.MOVED
    assert all(made[number].move and not made[number].ignored for number in steps.numbers())
    assert set(steps.numbers(Filter.TYPOGRAPHY)).isdisjoint(steps.numbers(Filter.IGNORED))


def test_nothing_to_compare_has_no_changes() -> None:
    assert ChangeSteps(None).next() == ChangeSteps(None).previous() == -1
    assert ChangeSteps(None).position() == (0, 0)
