"""Intake of the five sample articles: their metadata is what they print, and only boilerplate is cut."""

from __future__ import annotations

from desktop import assets
from desktop.domain import Capture, Metadata
from desktop.intake.reading import read_path


def seed(number: int) -> Capture:
    return read_path(assets.seeds()[number])


def reasons(capture: Capture) -> list[str]:
    return [cut.why for cut in capture.cuts]


def test_metadata_is_what_the_texts_print() -> None:
    first, second, third, fourth, fifth = (seed(number).metadata for number in range(5))
    assert (first.outlet, first.byline) == ("Independent", "Arpan Rai")
    assert (first.published, first.published_on) == ("Wednesday 07 September 2022 11:58 EDT", "2022-09-07")
    assert (second.outlet, second.byline) == ("Reuters", "Gerry Doyle and David Brunnstrom")
    assert (second.published, second.published_on) == ("Sept 6", "")
    assert (third.outlet, third.byline, third.published, third.published_on) == ("", "", "06 Sep, 2022", "2022-09-06")
    assert fourth == Metadata(
        title="US: Russia to buy rockets and artillery shells as part of arms deal with North Korea"
    )
    assert fifth == Metadata(title="Is Russia buying millions in artillery from North Korea?")


def test_boilerplate_is_cut_and_nothing_else() -> None:
    notices = ["registration notice"] * 2
    assert reasons(seed(0)) == ["byline", "date line", "comments", "caption", *["comments"] * 3, *notices]
    subscribe = "call to subscribe"
    tail = ["link to more", subscribe, "credits", "standards note", "comments"]
    assert reasons(seed(1)) == ["photo caption", subscribe, subscribe, *tail]
    assert reasons(seed(2)) == ["date line", "related headline", "comments"]
    assert reasons(seed(3)) == ["comments"]
    assert reasons(seed(4)) == []


def test_no_quotation_is_hidden() -> None:
    for number in range(5):
        capture = seed(number)
        for cut in capture.cuts:
            assert not set('“”"«»') & set(cut.span.of(capture.text))
