"""Letters in the list find the next headline that begins with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.ui.articles.type_ahead import looking

if TYPE_CHECKING:
    from desktop.ui.session.session import Session


def found(session: Session, typed: str, start: int = 0) -> str:
    """Return the headline that is found among the articles, none where none is."""
    assert session.desk is not None
    articles = session.desk.articles()
    steps = looking(session.desk, [article.id for article in articles], typed, start)
    try:
        while True:
            next(steps)
    except StopIteration as ended:
        return articles[ended.value].metadata.title if ended.value >= 0 else ""


@pytest.mark.parametrize(
    ("typed", "headline"),
    [
        ("us", "US says Russia"),
        ("us:", "US: Russia to buy"),
        ("is russia", "Is Russia buying"),
        ("desp", "‘Desperate’ Putin"),  # a quotation mark is nothing that one types
        ("putin", "‘Desperate’ Putin"),  # no headline begins so, a word does
        ("utin", ""),
        ("zzz", ""),
    ],
)
def test_a_headline_is_found_by_its_beginning(session: Session, typed: str, headline: str) -> None:
    line = found(session, typed)
    assert line.startswith(headline)
    assert bool(line) is bool(headline)


def test_it_is_looked_for_from_the_current_row_on_and_round(session: Session) -> None:
    assert session.desk is not None
    titles = [article.metadata.title for article in session.desk.articles()]
    first, second = [number for number, title in enumerate(titles) if title.startswith("US")]
    assert found(session, "us", first) == titles[first]
    assert found(session, "us", first + 1) == titles[second]
    assert found(session, "us", second + 1) == titles[first]
