"""What is said of a passage that was cut by hand: whether later articles lose it too, and if not, why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtTest import QSignalSpy

from desktop.domain import Span

if TYPE_CHECKING:
    from desktop.ui.session.session import Session


def _said_of(session: Session, outlet: bool, *, whole: bool) -> str:
    """Cut the first long line, or half of it, of an article whose outlet is known or not."""
    assert session.desk is not None
    articles = (session.desk.article(row.id) for row in session.desk.articles())
    article = next(one for one in articles if bool(one.metadata.outlet) is outlet)
    version = session.desk.version(article.newest)
    line = next(line for line in version.text.splitlines() if 30 < len(line) < 90)
    start = version.text.index(line)
    announcements = QSignalSpy(session.announced)
    assert session.hide_passage(version, Span(start, start + (len(line) if whole else len(line) // 2)))
    return str(announcements.at(announcements.count() - 1)[0])


def test_the_reason_why_no_rule_was_made_is_the_true_one(session: Session) -> None:
    assert "whole lines" in _said_of(session, True, whole=False)
    assert "outlet has to be known" in _said_of(session, False, whole=True)


def test_a_whole_line_of_a_known_outlet_makes_a_rule(session: Session) -> None:
    assert "from later articles of" in _said_of(session, True, whole=True)
