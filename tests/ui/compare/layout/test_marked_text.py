from __future__ import annotations

from desktop.domain import Span
from desktop.ui.compare.layout.marked_text import copied
from desktop.ui.compare.layout.page import Piece
from tests.ui.compare.texts import A, B, pair


def test_marks_stand_around_what_changed() -> None:
    a, b, compared = pair()
    assert copied([], {}, a, b, compared) == (
        "The mayor said [-no.-]{+yes.+}\n\n[-Five-]{+Six+} ships left the port on Monday{+, late+}.\n\nNobody was hurt."
    )


def test_only_the_selection_is_copied() -> None:
    a, b, compared = pair()
    assert copied([Piece("a", Span(10, 18))], {"a": A}, a, b, compared) == "said [-no.-]"
    assert copied([Piece("b", Span(10, 19))], {"b": B}, a, b, compared) == "said {+yes.+}"
