"""Quotations of paragraphs and over them: shared closing marks, bullets, line ends."""

from __future__ import annotations

import pytest

from desktop.text.quotes import doubtful_marks, find_quotes

BODY = "Council splits over bridge\n\nThe council met on Monday in the old town hall and sat until late.\n\n"
SAID = "“We will not wait,” Ann Lee said."


def spans(text: str) -> list[str]:
    return [quote.span.of(text) for quote in find_quotes(text)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Олег Рыбин сказал: «Мы любим повесть «Тихая вода».", ["Мы любим повесть «Тихая вода"]),
        ("«Мы любим «Воду», — сказал он. «И реку тоже», — добавил он.", ["Мы любим «Воду", "И реку тоже"]),
        ("Глава ООО «Завод «Луч» ушёл.", ["Завод «Луч"]),
        ("Глава ООО «Завод «Луч»» ушёл.", ["Завод «Луч»"]),
        ("Журналы «Луч», «Вода» и «Река» молчат.", ["Луч", "Вода", "Река"]),
    ],
)
def test_one_closing_mark_may_end_two_quotations(text: str, quoted: list[str]) -> None:
    assert spans(text) == quoted


@pytest.mark.parametrize(
    "around",
    [
        ("» The ferry is full\n\n» The road is shut\n\n", ""),
        ("› The ferry is full\n\n› The road is shut\n\n", ""),
        ("« Back to the front page\n\n", "\n\nNext story »"),
        ("Home » Region » Ferry\n\n", "\n\n« Older\n\nNewer »"),
    ],
)
def test_arrows_and_bullets_are_no_marks(around: tuple[str, str]) -> None:
    assert spans(f"{BODY}{around[0]}{SAID}{around[1]}") == ["We will not wait,"]


def test_bullets_before_marks_that_point_inwards_stay_bullets() -> None:
    text = (
        "Rat billigt Fähre\n\nDer Rat hat am Montag getagt und bis in die Nacht beraten.\n\n"
        "» Die Straße ist zu\n\n» Die Fähre ist voll\n\n»Wir warten nicht«, sagte Petra Vogel."
    )
    assert spans(text) == ["Wir warten nicht"]


def test_spaced_guillemets_go_on_over_paragraphs() -> None:
    text = (
        "Le conseil s’est réuni lundi dans la vieille salle et il est resté tard.\n\n"
        "« Nous avons attendu.\n\n« Nous partons », a dit Marie Petit."
    )
    assert spans(text) == ["Nous avons attendu.", "Nous partons"]


@pytest.mark.parametrize(
    "quoted",
    [
        "The ‘ferry’ is full\nand the ‘road’ is shut.",
        "He told me ‘no’ twice\nand then he left\nfor good.",
    ],
)
@pytest.mark.parametrize("marks", ["“”", '""'])
def test_a_quotation_with_others_in_it_runs_over_line_ends(quoted: str, marks: str) -> None:
    inner = quoted if marks == "“”" else quoted.replace("‘", "'").replace("’", "'")
    text = f"{BODY}She read: {marks[0]}{inner}{marks[1]} Then she sat down."
    assert spans(text) == [inner]


def test_what_is_open_goes_on_only_in_a_paragraph_that_opens_alike() -> None:
    text = f"{BODY}« The ferry\n\n{SAID}"
    assert spans(text) == ["We will not wait,"]
    assert doubtful_marks(text) == []
