"""A date is read as printed, and its day only where day, month and year are printed."""

from __future__ import annotations

import pytest

from desktop.intake.dates import find_dates, read_date_line


@pytest.mark.parametrize(
    ("line", "printed", "day"),
    [
        ("Wednesday 07 September 2022 11:58 EDT", "Wednesday 07 September 2022 11:58 EDT", "2022-09-07"),
        ("06 Sep, 2022", "06 Sep, 2022", "2022-09-06"),
        ("Published: 3 March 2021", "3 March 2021", "2021-03-03"),
        ("Published on Tue 6 Sep 2022 19.58 BST", "Tue 6 Sep 2022 19.58 BST", "2022-09-06"),
        ("March 3rd, 2021 at 4:05 pm", "March 3rd, 2021 at 4:05 pm", "2021-03-03"),
        ("Sept. 6, 2022", "Sept. 6, 2022", "2022-09-06"),
        ("2022-09-06T10:15:00Z", "2022-09-06T10:15:00Z", "2022-09-06"),
        ("06.09.2022, 14:30 Uhr", "06.09.2022, 14:30 Uhr", "2022-09-06"),
        ("6. September 2022", "6. September 2022", "2022-09-06"),
        ("Publié le 6 septembre 2022 à 14h30", "6 septembre 2022 à 14h30", "2022-09-06"),
        ("6 de septiembre de 2022", "6 de septiembre de 2022", "2022-09-06"),
        ("25/12/2022", "25/12/2022", "2022-12-25"),
        ("2022/09/06", "2022/09/06", "2022-09-06"),
        ("Tue 06-09-2022", "Tue 06-09-2022", "2022-09-06"),
        ("1530 6 Sep 2022", "1530 6 Sep 2022", "2022-09-06"),
        ("6 September 2022 10:00 UTC+3", "6 September 2022 10:00 UTC+3", "2022-09-06"),
        ("Tue Sep 6 2022 10:00:00 GMT+0300", "Tue Sep 6 2022 10:00:00 GMT+0300", "2022-09-06"),
        ("July 3, 2020 11:30 p.m. ET", "July 3, 2020 11:30 p.m. ET", "2020-07-03"),
        ("July 3, 2020 4:30 p.m. CT", "July 3, 2020 4:30 p.m. CT", "2020-07-03"),
        ("Friday 3 July 2020 09:05 NZST", "Friday 3 July 2020 09:05 NZST", "2020-07-03"),
        ("12/25/2022", "12/25/2022", "2022-12-25"),
    ],
)
def test_a_date_line_gives_the_printed_form_and_the_day(line: str, printed: str, day: str) -> None:
    date = read_date_line(line)
    assert date is not None
    assert (date.printed, date.day) == (printed, day)


def test_numbers_that_can_be_two_days_have_both_readings() -> None:
    date = read_date_line("Published: 03/04/2022")
    assert date is not None
    assert (date.printed, date.day, date.readings) == ("03/04/2022", "", ("2022-04-03", "2022-03-04"))
    weekend = read_date_line("Sunday, 03/04/2022")
    assert weekend is not None
    assert (weekend.day, weekend.readings) == ("2022-04-03", ())


@pytest.mark.parametrize("line", ["Sept 6", "6 September", "03/04/2022", "31 February 2022", "45.13.2022"])
def test_a_day_that_is_not_told_in_full_is_not_made_up(line: str) -> None:
    date = read_date_line(line)
    assert date is not None
    assert (date.printed, date.day) == (line, "")


@pytest.mark.parametrize(
    "line",
    [
        "In March 2021 the council voted",
        "March on Washington",
        "The 6 September 2022 vote",
        "May 6 protesters were held",
        "Chapter 11",
        "2020-W10-3",
        "Three days in September",
        "3-4 Saturday",
        "",
    ],
)
def test_a_line_with_other_words_is_no_date_line(line: str) -> None:
    assert read_date_line(line) is None


def test_the_day_of_an_update_is_not_the_day_of_publication() -> None:
    date = read_date_line("Last updated 7 May 2021 10:00")
    assert date is not None
    assert (date.printed, date.day) == ("", "")


@pytest.mark.parametrize(
    "line",
    [
        "Published 6 May 2021, updated 7 May 2021",
        "Updated: 7 May 2021 | Published: 6 May 2021",
        "6 May 2021 (updated 7 May 2021)",
    ],
)
def test_of_two_dates_the_one_of_publication_counts(line: str) -> None:
    date = read_date_line(line)
    assert date is not None
    assert date.day == "2021-05-06"


def test_dates_within_a_line_know_their_place() -> None:
    text = "OSLO, 3 May 2021 (AFP) - "
    (date,) = find_dates(text)
    assert text[date.start : date.end] == date.printed == "3 May 2021"
