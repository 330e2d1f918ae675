"""Sources that are huge, alike, nameless, or in another script."""

from __future__ import annotations

import pytest

from desktop.text.sources.match import SourceSearch, SourceText

_SENTENCE = "The ferry sails at dawn and the harbor master counts every lantern on the pier. "


def test_a_source_on_one_long_line() -> None:
    text = "word " * 40_000 + _SENTENCE + "word " * 40_000
    [found, *_] = SourceSearch([SourceText("a", text)]).match("the harbor master counts every lantern")
    assert text[found.start : found.end] == "the harbor master counts every lantern"


def test_a_quote_of_three_thousand_words() -> None:
    text = " ".join(f"item{n} of the list" for n in range(1_000))
    [found, *_] = SourceSearch([SourceText("a", text)]).match(text[10:-10])
    assert found.is_found
    assert found.kind.value in {"verbatim", "altered"}


def test_two_equal_sources_both_answer() -> None:
    search = SourceSearch([SourceText("a", _SENTENCE * 3), SourceText("b", _SENTENCE * 3)])
    found = search.match("the harbor master counts every lantern")
    assert {each.source for each in found} == {"a", "b"}
    assert {each.kind.value for each in found} == {"verbatim"}


def test_nobody_is_named_and_nobody_is_contradicted() -> None:
    [found, *_] = SourceSearch([SourceText("a", _SENTENCE)]).match("The ferry sails at dawn", "Ann Lee")
    assert found.speaker == ""
    assert found.kind.value == "verbatim"


@pytest.mark.parametrize(
    ("text", "quote", "language"),
    [
        (
            "وقال الوزير إن الجسر القديم سيغلق في الشتاء المقبل حتى إشعار آخر",
            "الجسر القديم سيغلق في الشتاء المقبل",
            "ar",
        ),
        (
            "Мэр сказала: мы закроем десять мостов до первого снега, и никто не пожалеет.",
            "мы закроем десять мостов",
            "ru",
        ),
        ("Wir schließen zehn Brücken vor dem ersten Schnee, sagte sie.", "zehn Brücken vor dem ersten Schnee", "de"),
    ],
)
def test_other_scripts(text: str, quote: str, language: str) -> None:
    [found, *_] = SourceSearch([SourceText("a", text, (), language)]).match(quote, "", language)
    assert text[found.start : found.end] == quote
    assert found.kind.value == "verbatim"


def test_no_sources_and_empty_sources() -> None:
    assert SourceSearch([]).match("anything at all") == []
    assert SourceSearch([SourceText("a", "")]).match("anything at all") == []
    assert SourceSearch([SourceText("a", "\n\n(Applause.)\n")]).match("anything at all") == []
