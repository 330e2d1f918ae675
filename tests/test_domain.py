"""What of the cuts of a text its reader would miss."""

from __future__ import annotations

from desktop.domain import BYLINE, DATE_LINE, Cut, Span, inner_cuts

TEXT = (
    "Bridge falls\nBy Ann Lee\nShare\nIt fell at noon.\nNobody was hurt.\nIt is closed.\nBy John Smith\nMore follows\n"
)


def cuts(**whys: str) -> list[Cut]:
    found = []
    for words, why in whys.items():
        start = TEXT.index(words.replace("_", " "))
        found.append(Cut(Span(start, start + len(words)), why))
    return found


def missed(**whys: str) -> list[str]:
    return [cut.span.of(TEXT) for cut in inner_cuts(TEXT, cuts(**whys))]


def test_what_stands_between_kept_words_is_missed_and_what_stands_at_the_ends_is_not() -> None:
    assert missed(Share="share buttons", Bridge_falls="x", More_follows="x") == ["Share"]


def test_a_byline_or_date_below_the_headline_is_not_missed_but_one_in_the_text_is() -> None:
    assert missed(By_Ann_Lee=BYLINE, Share="share buttons", By_John_Smith=BYLINE) == ["Share", "By John Smith"]
    assert missed(By_Ann_Lee=DATE_LINE) == []
    assert missed(By_Ann_Lee="comments") == ["By Ann Lee"]
