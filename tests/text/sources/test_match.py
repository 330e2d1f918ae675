"""Sources that are huge, alike, nameless, or in another script."""

from __future__ import annotations

import pytest

from desktop.intake.captions.running_text import caption_segments
from desktop.text.sources.match import SourceSearch, SourceText

_SENTENCE = "The ferry sails at dawn and the harbor master counts every lantern on the pier. "


def test_a_source_on_one_long_line() -> None:
    text = "word " * 40_000 + _SENTENCE + "word " * 40_000
    [found, *_] = SourceSearch([SourceText("a", text)]).match("the harbor master counts every lantern")
    assert text[found.start : found.end] == "the harbor master counts every lantern"


def test_a_source_of_five_megabytes_on_one_line() -> None:
    words = " ".join(f"word{n % 7_000}" for n in range(330_000))
    text = f"{words} {_SENTENCE}{words} {words[:100_000]}"
    assert len(text) > 5_000_000
    [found, *_] = SourceSearch([SourceText("a", text)]).match("the harbor master counts every lantern")
    assert text[found.start : found.end] == "the harbor master counts every lantern"
    assert found.kind.value == "verbatim"


def test_captions_that_overlap_and_repeat_say_each_word_once() -> None:
    cues = [
        ("00:00:01.000", "00:00:04.000", "the ferry sails at dawn"),
        ("00:00:02.000", "00:00:05.000", "the ferry sails at dawn\nand the harbor master"),
        ("00:00:04.000", "00:00:07.000", "and the harbor master"),
        ("00:00:05.000", "00:00:08.000", "and the harbor master\ncounts every lantern"),
    ]
    text = "WEBVTT\n\n" + "\n\n".join(f"{begin} --> {end}\n{words}" for begin, end, words in cues) + "\n"
    source = SourceText("a.vtt", text, caption_segments(text))
    [found, *_] = SourceSearch([source]).match("the ferry sails at dawn and the harbor master counts every lantern")
    assert found.kind.value == "verbatim"
    assert found.seconds == (1.0, 5.0)


@pytest.mark.parametrize("quote", ["we will see", "it was the", "that is what we have"])
def test_common_words_alone_are_the_quote_only_where_they_stand_so(quote: str) -> None:
    plain = "It was late and we had what we had, and that is that. We will go and you will see the pier. " * 20
    assert not any(found.is_found for found in SourceSearch([SourceText("a", plain)]).match(quote))
    [found, *_] = SourceSearch([SourceText("a", f"{plain} MAYOR LEE: {quote}.")]).match(quote)
    assert found.kind.value == "verbatim"


def test_one_word_is_found_where_it_is_rare_and_not_where_it_merely_recurs() -> None:
    search = SourceSearch([SourceText("a", _SENTENCE * 40 + "They called it a fiasco.")])
    [found] = search.match("fiasco")
    assert found.kind.value == "verbatim"
    assert not any(each.is_found for each in search.match("harbor"))


def test_a_source_that_quotes_the_article_is_said_to_be_another_speaker() -> None:
    quote = _SENTENCE.strip()
    text = f"MR. BERG: The Courier wrote this morning, as you know: “{quote}” I do not believe it.\n"
    [found, *_] = SourceSearch([SourceText("a", text)]).match(quote, "Ann Lee")
    assert found.speaker == "Mr. Berg"
    assert found.kind.value == "other-speaker"
    assert text[found.start : found.end] == quote.rstrip(".")


@pytest.mark.parametrize("body", ["United States", "The ministry", "Several officials"])
def test_a_body_speaks_by_people(body: str) -> None:
    [found, *_] = SourceSearch([SourceText("a", f"MR. KIRBY: {_SENTENCE}\n\nMS. LEE: Thank you.\n")]).match(
        "the harbor master counts every lantern on the pier", body
    )
    assert found.kind.value == "verbatim"


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
        (
            "قال الوزير: إنّ الجسرَ القديمَ سيُغلَق في الشتاءِ المقبل حتى إشعارٍ آخر.",
            "الجسرَ القديمَ سيُغلَق في الشتاءِ المقبل",
            "ar",
        ),
        ("אמר ראש העיר: נסגור את הגשר הישן בחורף הבא עד להודעה חדשה.", "הגשר הישן בחורף הבא", "he"),
        (
            "市长说：我们将在第一场雪之前关闭十座桥。没有人相信那份报告。工程师们的判断是正确的。",
            "我们将在第一场雪之前关闭十座桥",
            "zh",
        ),
        ("市長：私たちは最初の雪が降る前に十の橋を閉鎖します。誰も信じませんでした。", "十の橋を閉鎖します", "ja"),
        (
            "시장은 우리가 첫눈이 오기 전에 다리 열 개를 닫을 것이라고 말했다.",
            "첫눈이 오기 전에 다리 열 개를 닫을 것이라고",
            "ko",
        ),
        ("Wir schließen zehn Brücken vor dem ersten Schnee, sagte sie.", "zehn Brücken vor dem ersten Schnee", "de"),
    ],
)
def test_other_scripts(text: str, quote: str, language: str) -> None:
    [found, *_] = SourceSearch([SourceText("a", text, (), language)]).match(quote, "", language)
    assert text[found.start : found.end] == quote
    assert found.kind.value == "verbatim"


def test_vowel_signs_of_arabic_may_be_left_out() -> None:
    text = "قال الوزير: إنّ الجسرَ القديمَ سيُغلَق في الشتاءِ المقبل حتى إشعارٍ آخر."
    [found, *_] = SourceSearch([SourceText("a", text, (), "ar")]).match("الجسر القديم سيغلق في الشتاء المقبل", "", "ar")
    assert found.kind.value == "verbatim"


def test_without_blanks_between_words_an_exchanged_one_is_said_and_others_find_nothing() -> None:
    text = "市长说：我们将在第一场雪之前关闭十座桥。没有人相信那份报告。工程师们对电缆的判断是正确的。"
    search = SourceSearch([SourceText("a", text, (), "zh")])
    [found, *_] = search.match("我们将在第一场雪之前关闭九座桥", "", "zh")
    assert found.is_found
    speech = search.sources[0].speech
    assert [speech.words[change.source[0]].fold for change in found.changes] == ["十"]
    assert not any(each.is_found for each in search.match("我们相信所有的报告都是正确的", "", "zh"))


def test_no_sources_and_empty_sources() -> None:
    assert SourceSearch([]).match("anything at all") == []
    assert SourceSearch([SourceText("a", "")]).match("anything at all") == []
    assert SourceSearch([SourceText("a", "\n\n(Applause.)\n")]).match("anything at all") == []
