"""Marks and apostrophes are told apart, in every script."""

from __future__ import annotations

import pytest

from desktop.text.quotes import doubtful_marks, find_quotes

BODY = "Council splits over bridge\n\nThe council met on Monday in the old town hall and sat until late.\n\n"


def spans(text: str) -> list[str]:
    return [quote.span.of(text) for quote in find_quotes(text)]


@pytest.mark.parametrize(
    "before",
    [
        "The mill closed in the ‘70s.",
        "They drove ‘em to market.",
        "The fair of ‘31 was wet.",
        "Bread ‘n‘ butter was all they had.",
        "‘Twas a long winter.",
        "The bakers‘ hall burnt.",
        "He called ‘round noon.",
    ],
)
def test_an_apostrophe_curled_the_wrong_way_opens_nothing(before: str) -> None:
    assert spans(f"{BODY}{before} ‘We were tired,’ Ann Lee said.") == ["We were tired,"]
    assert spans(f"{BODY}‘{before[:-1]} and so on,’ Ann Lee said.") == [f"{before[:-1]} and so on,"]
    assert doubtful_marks(BODY + before) == []


@pytest.mark.parametrize("word", ["'ullo", "'appen", "'im", "'Murica", "'till noon", "'nough", "'specially"])
def test_an_apostrophe_before_a_word_that_no_list_has_swallows_no_quotation(word: str) -> None:
    assert spans(f"{BODY}They ran {word} and fell. 'We were tired,' Ann Lee said.") == ["We were tired,"]
    assert spans(f"{BODY}'They ran {word} and fell,' Ann Lee said.") == [f"They ran {word} and fell,"]
    assert spans(f"{BODY}They ran {word} and fell.") == []


@pytest.mark.parametrize(
    "quoted", ["Round the clock care is needed,", "Cause and effect are clear,", "‘90s roofs leak,"]
)
def test_a_quotation_may_begin_with_a_word_that_is_shortened_elsewhere(quoted: str) -> None:
    assert spans(f"{BODY}‘{quoted}’ Ann Lee said.") == [quoted]
    assert spans(f"{BODY}The word ‘cause’ is struck.") == ["cause"]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("’Nu är det nog’, sade Karin Holm när mötet var slut och alla gick hem till sig.", ["Nu är det nog"]),
        ("Hän sanoi sitä ’suureksi erehdykseksi’ ja lähti pois.", ["suureksi erehdykseksi"]),
        ("Pekka Laine osti ’Aamun’ kioskilta.", ["Aamun"]),
        ("The smiths’ fire went out in ’19, and so did the millers’ lamps.", []),
    ],
)
def test_two_right_marks_are_a_quotation_where_a_language_sets_them_so(text: str, quoted: list[str]) -> None:
    assert spans(text) == quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("장관은 '길을 열겠다'며 웃었다.", ["길을 열겠다"]),
        ('장관은 ‘길’과 ‘다리’를 말했다. "늦었다"는 말도 했다.', ["길", "다리", "늦었다"]),
        ("그는 “장관이 ‘늦었다’고 했다”라고 전했다.", ["장관이 ‘늦었다’고 했다"]),
        ("部长说“路会通”，并称“不远了”。", ["路会通", "不远了"]),
        ("部长称它是‘礼物’而不是‘负担’。", ["礼物", "负担"]),
        ("知事は「『道』と『橋』が要る」と語り、『橋』を先にした。", ["『道』と『橋』が要る", "橋"]),
        ("知事は『「道」の話』を書いた。", ["「道」の話"]),
        ("Bakan İzmir'de 'çok yakında'dır dedi, Türkiye'nin 'en uzun yolu' bu.", ["çok yakında", "en uzun yolu"]),
    ],
)
def test_particles_and_endings_may_follow_a_mark_at_once(text: str, quoted: list[str]) -> None:
    assert spans(text) == quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('מפכ"ל המשטרה ורמטכ"ל צה"ל נפגשו.', []),
        ('הדו"חות של מנכ"לית החברה הוגשו. "הם טובים", אמרה.', ["הם טובים"]),
        ('"מזכ"ל המפלגה טעה", אמר ד"ר כהן.', ['מזכ"ל המפלגה טעה']),
        ('היא כתבה ב"הצופה" על הדרך.', ["הצופה"]),
    ],
)
def test_the_double_mark_inside_an_abbreviation_of_hebrew_is_no_quotation_mark(text: str, quoted: list[str]) -> None:
    assert spans(text) == quoted
