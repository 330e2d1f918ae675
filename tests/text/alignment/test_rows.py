"""Paragraphs that answer each other stand in one row, and a change ends where its row ends."""

from __future__ import annotations

from itertools import accumulate

from hypothesis import given

from desktop.domain import Span
from desktop.text.alignment.rows import aligned_rows
from desktop.text.changes import ChangeKind, Comparison, Kind, Row
from desktop.text.diff import compare
from tests.benchmarks.revisions import plain
from tests.text.revisions import pairs


def test_rows_put_linked_paragraphs_beside_each_other_and_then_the_rest() -> None:
    a = [Span(0, 1), Span(2, 3), Span(4, 5)]
    b = [Span(0, 2), Span(3, 5), Span(6, 8), Span(9, 9)]
    assert aligned_rows(a, b, [(1, 0), (1, 1)]) == (
        Row(Span(0, 1), None),
        Row(Span(2, 3), Span(0, 5)),
        Row(Span(4, 5), Span(6, 8)),
        Row(None, Span(9, 9)),
    )


def spans(*lengths: int) -> list[Span]:
    starts = list(accumulate((length + 2 for length in lengths), initial=0))
    return [Span(start, start + length) for start, length in zip(starts, lengths, strict=False)]


def test_paragraphs_that_share_nothing_stand_beside_each_other_as_tall_as_can_be() -> None:
    a, b = spans(400, 100, 120, 90, 300), spans(380, 420)
    rows = aligned_rows(a, b, [])
    assert rows == (
        Row(a[0], b[0]),
        Row(Span(a[1].start, a[3].end), b[1]),
        Row(a[4], None),
    )
    assert [Row(row.b, row.a) for row in aligned_rows(b, a, [])] == list(rows)


LONG_A = (
    "Nobody had expected that the old bridge would hold for another winter, with rusty bolts and a deck that lets the"
    " rain through, so the news of a second inspection came as a relief to many {}"
)
LONG_B = (
    "Ferries stay in port for all of next week because a storm is on its way from the west, which forecasters call the"
    " heaviest since records began; fish will be dear in every shop along this coast {}"
)


def row_of(found: Comparison, side: str, words: str, text: str) -> int:
    sides = [getattr(row, side) for row in found.rows]
    return next(at for at, span in enumerate(sides) if span is not None and words in span.of(text))


def test_a_few_kept_words_of_content_put_two_paragraphs_into_one_row() -> None:
    clause = "harbour master Ingrid Solberg warned."
    filler = "Gardeners plant early tulips beside an empty railway shed, and nobody minds."
    a = f"{LONG_A.format(clause)}\n\nPrices fell."
    b = f"{filler}\n\n{LONG_B.format(clause)}\n\nPrices fell."
    found = compare(a, b, kind=Kind.VERSIONS)
    assert row_of(found, "a", "Solberg", a) == row_of(found, "b", "Solberg", b)


def test_a_few_kept_words_do_not_join_rows_that_stand_by_themselves() -> None:
    clause = "Harbour master Ingrid Solberg warned."
    one, two = LONG_A.format("today."), LONG_B.format("today.")
    a, b = f"{one} {clause}\n\n{two}", f"{one}\n\n{clause} {two}"
    found = compare(a, b, kind=Kind.VERSIONS)
    assert len(found.rows) == 2


def rows_hold_changes(found: Comparison, a: str, b: str) -> bool:
    """Say whether no change has text in two rows, but for rows that follow each other and one text alone has."""
    for change in found.changes:
        if change.kind in (ChangeKind.MOVED, ChangeKind.TYPOGRAPHY):
            continue
        held = [
            row
            for row in found.rows
            if (row.a and row.a.touches(change.a) and change.a.of(a).strip())
            or (row.b and row.b.touches(change.b) and change.b.of(b).strip())
        ]
        if len(held) > 1 and not all(row.a is None for row in held) and not all(row.b is None for row in held):
            return False
    return True


@given(pairs)
def test_no_change_reaches_from_one_row_into_the_next(pair: tuple[str, str]) -> None:
    assert rows_hold_changes(compare(*pair, kind=Kind.VERSIONS), *pair)


def test_a_change_ends_where_its_row_ends() -> None:
    a = "\n\n".join(["It is late.", plain(90, 1), plain(80, 2), plain(70, 3), "It is early."])
    b = "\n\n".join(["It is late.", plain(85, 4), plain(75, 5), "It is early."])
    found = compare(a, b, kind=Kind.VERSIONS)
    assert len(found.changes) == len([row for row in found.rows if row.a and row.b]) - 1
    assert rows_hold_changes(found, a, b)


def test_what_only_one_text_has_is_one_change_however_many_paragraphs_it_is() -> None:
    a = "It is late in the harbour.\n\nIt is early in the town."
    b = a.replace("\n\n", f"\n\n{plain(60, 1)}\n\n{plain(50, 2)}\n\n")
    assert [change.kind for change in compare(a, b, kind=Kind.VERSIONS).changes] == [ChangeKind.INSERTED]
