"""A quote in a folded passage is unfolded when it is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.text.changes import Kind

if TYPE_CHECKING:
    from desktop.ui.compare.view import CompareView
    from desktop.ui.session.session import Session


def test_every_quote_of_both_sides_is_on_the_screen_once_it_is_chosen(session: Session, view: CompareView) -> None:
    assert session.desk is not None
    articles = session.desk.articles()
    session.pair.set_kind(Kind.ACCOUNTS)
    session.pair.compare(articles[3].newest, articles[2].newest)
    for version, pane in ((session.pair.a, 0), (session.pair.b, 1)):
        assert version is not None
        for quote in session.desk.quotes(version.id):
            session.pair.show_quote(quote)
            shown = view.stage.panes[pane].page.place("ab"[pane], quote.span.start)
            assert shown is not None, quote.text
