from __future__ import annotations

from desktop.domain import Span
from desktop.text.changes import Change, ChangeKind, Row
from desktop.ui.compare.marked import copied, printed
from desktop.ui.compare.page import Piece
from tests.ui.compare.making import A, B, comparison, pair, version


def test_marks_stand_around_what_changed() -> None:
    a, b, made = pair()
    assert copied([], {}, a, b, made) == (
        "The mayor said [-no.-]{+yes.+}\n\n[-Five-]{+Six+} ships left the port on Monday{+, late+}.\n\nNobody was hurt."
    )


def test_only_the_selection_is_copied() -> None:
    a, b, made = pair()
    assert copied([Piece("a", Span(10, 18))], {"a": A}, a, b, made) == "said [-no.-]"
    assert copied([Piece("b", Span(10, 19))], {"b": B}, a, b, made) == "said {+yes.+}"


def test_print_escapes_every_word_of_the_articles() -> None:
    a, b = "One <b>two</b> & three", "One <img src=x> & three"
    made = comparison(
        (Change(ChangeKind.REPLACED, Span(4, 14), Span(4, 15)),), (Row(Span(0, len(a)), Span(0, len(b))),)
    )
    html = printed(version(a, 1, title="<script>"), version(b, 2), made)
    assert "&lt;b&gt;two&lt;/b&gt;" in html
    assert "<img" not in html
    assert "<script>" not in html
    assert '<span class="new">&lt;img src=x&gt;</span>' in html
