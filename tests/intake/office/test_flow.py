"""Text put together from paragraphs, boxes and blocks: where each stands, and what of it is cut."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop.intake.office.flow import Flow


def finished(flow: Flow) -> tuple[str, list[tuple[str, str]]]:
    text, cuts = flow.finish()
    return text, [(cut.span.of(text), cut.why) for cut in cuts]


def test_paragraphs_end_where_they_are_ended_and_nowhere_else() -> None:
    flow = Flow()
    for piece in ("agree", "ment "):
        flow.write(piece)
    flow.end()
    flow.end()
    flow.write(" \n")
    flow.end()
    flow.write("\tDone.\r\nHere.")
    assert finished(flow) == ("agreement\n\nDone.\nHere.", [])


def test_pieces_with_a_reason_are_cuts_and_neighbours_of_one_reason_one_cut() -> None:
    flow = Flow()
    for text, why in [(" ", "a"), ("x", "a"), ("y", "a"), ("z", ""), ("w", "b"), (" ", "b")]:
        flow.write(text, why)
    assert finished(flow) == ("xyzw", [("xy", "a"), ("w", "b")])


def test_a_box_stands_behind_the_open_paragraph_and_a_block_is_one_cut() -> None:
    flow = Flow()
    flow.write("Before ")
    with flow.box():
        flow.write("box")
        flow.end()
        with flow.box(), flow.block("chart"):
            flow.write("one")
            flow.end()
            flow.write("two")
    flow.write("after.")
    flow.end()
    with flow.block("note"):
        flow.write("a", "mark")
        flow.end()
        flow.write("b")
    with flow.block("note"):
        flow.write("c")
    flow.write("End")
    text = "Before after.\n\nbox\n\none\n\ntwo\n\na\n\nb\n\nc\n\nEnd"
    assert finished(flow) == (text, [("one\n\ntwo", "chart"), ("a\n\nb", "note"), ("c", "note")])


@given(st.lists(st.tuples(st.text(), st.sampled_from(["", "x"]), st.booleans(), st.sampled_from(["", "box", "block"]))))
def test_no_character_but_blanks_is_lost_and_cuts_are_in_order(pieces: list[tuple[str, str, bool, str]]) -> None:
    flow, written = Flow(), ""
    for text, why, ends, where in pieces:
        if where == "box":
            with flow.box():
                flow.write(text, why)
        elif where == "block":
            with flow.block("block"):
                flow.write(text, why)
        else:
            flow.write(text, why)
        if ends:
            flow.end()
        written += text
    text, cuts = flow.finish()
    assert sorted("".join(text.split())) == sorted("".join(written.split()))
    assert all(0 <= cut.span.start < cut.span.end <= len(text) for cut in cuts)
    assert all(one.span.end <= two.span.start for one, two in pairwise(cuts))
