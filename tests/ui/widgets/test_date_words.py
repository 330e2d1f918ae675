"""Dates in words: the computed day, what an article prints, and that a missing date is said, never guessed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale

from desktop.domain import Metadata
from desktop.ui.widgets import date_words

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    former = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(former)


def test_a_day_is_written_with_the_name_of_its_month() -> None:
    when = date(2031, 3, 5)
    assert (date_words.day(when), date_words.short_day(when)) == ("5 Mar 2031", "5 Mar")
    assert date_words.weekday(when) == "Wednesday 5 March 2031"


def test_a_moment_of_today_has_no_day_and_one_of_another_day_has() -> None:
    now = datetime.now(UTC)
    assert date_words.moment(now).startswith("today ")
    earlier = now - timedelta(days=40)
    assert date_words.moment(earlier).startswith(date_words.day(earlier.astimezone().date()))


@pytest.mark.parametrize(
    ("meta", "published", "as_printed", "dated"),
    [
        (Metadata(), "date not given", "date not given", "date not given"),
        (Metadata(published="early in May"), "early in May", "printed: early in May", "early in May"),
        (
            Metadata(published="5.3.31", published_on="2031-03-05"),
            "5 Mar 2031", "printed: 5.3.31", "5 Mar 2031 (printed: 5.3.31)",
        ),
        (
            Metadata(published="5 Mar 2031", published_on="2031-03-05"),
            "5 Mar 2031", "printed: 5 Mar 2031", "5 Mar 2031",
        ),
        (Metadata(published_on="2031-03-05"), "5 Mar 2031", "date not given", "5 Mar 2031"),
    ],
)  # fmt: skip
def test_the_computed_day_stands_first_and_what_is_printed_otherwise_beside_it(
    meta: Metadata, published: str, as_printed: str, dated: str
) -> None:
    assert date_words.published(meta) == published
    assert date_words.as_printed(meta) == as_printed
    assert date_words.dated(meta) == dated
