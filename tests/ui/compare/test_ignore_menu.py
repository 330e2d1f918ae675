"""What the rules ignore: hidden, dimmed, not counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.ui.compare.view import CompareView
    from desktop.ui.session.session import Session


from tests.ui.compare.screen import counted, label, panes


def test_typography_is_hidden_until_asked_for(view: CompareView) -> None:
    left, _ = panes(view)

    def marked() -> int:
        return sum(len(left.layers.of(number).marks) for number in range(len(left.page.blocks)))

    before = marked()
    view._ignore.typography.setChecked(True)
    assert marked() > before


def test_ignored_changes_stay_but_do_not_count(view: CompareView, session: Session) -> None:
    total = counted(session)
    view._ignore.fill()
    view._ignore._pattern.setText("counter-?offensives|Cold.War")
    view._ignore._add_pattern()
    assert counted(session) < total
    assert label(view, "compare-place") == f"change – of {counted(session)}"


def test_a_broken_pattern_is_refused_in_words(view: CompareView, session: Session) -> None:
    failed: list[str] = []
    session.failed.connect(failed.append)
    view._ignore._pattern.setText("(")
    view._ignore._add_pattern()
    assert len(failed) == 1
    assert "regular expression" in failed[0]
