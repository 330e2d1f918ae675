"""Pairing of quotation marks: quotations lie beside or inside one another, and no mark opens twice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.text.languages.registry import reporting_in
from desktop.text.quotation.pairing import Paired, pair
from desktop.text.quotation.quote_marks import scan


def paired(text: str, *, continues: bool = False) -> Paired:
    return pair(scan(text, 0, len(text), reporting_in("en").marks), continues=continues)


def quoted(text: str) -> list[str]:
    return [text[each.start : each.end] for each in paired(text).pairs]


@given(st.text(alphabet='ab ,.“”‘’"«»', max_size=50))
def test_quotations_lie_beside_or_inside_one_another_and_every_mark_has_one_part(text: str) -> None:
    found = paired(text)
    openers = [each.opener.start for each in found.pairs] + [mark.start for mark in found.unclosed]
    assert len(openers) == len(set(openers))
    assert not {mark.start for mark in found.stray} & set(openers)
    for one in found.pairs:
        assert one.start <= one.end <= len(text)
        for other in found.pairs:
            if one.start < other.start:
                assert other.start > one.end or other.end <= one.end, (one, other)


@given(st.lists(st.sampled_from(["Gates shut", "Nobody came", "No"]), min_size=1, max_size=8))
def test_marks_set_as_one_sets_them_are_paired_as_they_stand(words: list[str]) -> None:
    assert quoted(", ".join(f"“{each}”" for each in words)) == words


def test_a_quotation_within_another_is_found_at_its_depth() -> None:
    text = "“She said ‘go’ twice,” he wrote"
    outer, inner = sorted(paired(text).pairs, key=lambda each: each.start)
    assert (text[outer.start : outer.end], text[inner.start : inner.end]) == ("She said ‘go’ twice,", "go")
    assert inner.depth == outer.depth + 1


def test_an_opener_without_a_closer_and_a_closer_without_an_opener_are_told() -> None:
    [opener] = paired("He said “we are late", continues=True).unclosed
    assert opener.glyph == "“"
    [stray] = paired("we are late” he said").stray
    assert stray.glyph == "”"
