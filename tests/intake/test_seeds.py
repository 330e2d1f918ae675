"""Intake of the five sample articles: their metadata is what they print, and only boilerplate is cut."""

from __future__ import annotations

from desktop import assets
from desktop.domain import Capture, Metadata
from desktop.intake.reading import read_path


def seed(number: int) -> Capture:
    return read_path(assets.seeds()[number])


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


# Every line of the five that is no article, with its first words.
CUT: tuple[list[tuple[str, str]], ...] = (
    [
        ("byline", "Arpan Rai"),
        ("date line", "Wednesday 07 September 2022 11:58 EDT"),
        ("comments", "Comments"),
        ("caption", "Karine Jean-Pierre says Biden"),
        ("comments", "Join our commenting forum"),
        ("comments", "Join thought-provoking conversations"),
        ("comments", "Comments"),
        ("registration notice", "Thank you for registering"),
        ("registration notice", "Please refresh the page"),
    ],
    [
        ("photo caption", "State flags of Russia and North Korea"),
        ("call to subscribe", "Join now for FREE unlimited access"),
        ("call to subscribe", "Join now for FREE unlimited access"),
        ("link to more", "Read more"),
        ("call to subscribe", "Join now for FREE unlimited access"),
        ("credits", "Reporting and writing by Gerry Doyle"),
        ("standards note", "Our standards: The Thomson Reuters Trust Principles."),
        ("comments", "Leave a Comment"),
    ],
    [
        ("date line", "06 Sep, 2022"),
        ("related headline", "Shelling at Ukrainian nuclear plant"),
        ("comments", "Read Comments"),
    ],
    [("comments", "Comments are closed.")],
    [],
)


def test_boilerplate_is_cut_and_nothing_else() -> None:
    for number, wanted in enumerate(CUT):
        capture = seed(number)
        assert [cut.why for cut in capture.cuts] == [why for why, _ in wanted]
        for cut, (_, words) in zip(capture.cuts, wanted, strict=True):
            assert cut.span.of(capture.text).strip().startswith(words)


def test_no_quotation_is_hidden() -> None:
    for number in range(5):
        capture = seed(number)
        for cut in capture.cuts:
            assert not set('“”"«»') & set(cut.span.of(capture.text))
