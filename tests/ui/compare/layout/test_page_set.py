"""Page sets: how a pair begins, and the marks on the ruler."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.compare.layout import page_set
from desktop.ui.compare.layout.options import PLAIN
from desktop.ui.compare.layout.page_set import PageRequest, RulerMark, distinct_marks
from tests.ui.compare.texts import comparison, version

if TYPE_CHECKING:
    import pytest


def test_how_a_pair_begins_has_no_changes_and_no_hidden_passage_of_later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_set, "_HEAD", 20)
    text = "One two three.\nFour five six.\nSeven eight."
    request = PageRequest(version(text, 1), version(text, 2), comparison((), ()), PLAIN, False, "side")
    head = request.build_beginning()
    assert head.is_head
    assert head.comparison is None
    assert [page.texts for page in head.pages] == [{"a": "One two three."}, {"b": "One two three."}]


def test_of_many_marks_at_one_place_the_ruler_draws_one_of_each_look() -> None:
    here = [RulerMark(0.5, 0.5, "new", number, alert=False) for number in range(1000)]
    other = RulerMark(0.5, 0.5, "gone", 1000, alert=True)
    assert distinct_marks([*here, other]) == [here[0], other]
