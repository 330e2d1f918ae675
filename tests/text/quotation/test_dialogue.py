"""Speech that opens with a dash is read where it is asked for, and nothing else is taken for it."""

from __future__ import annotations

import pytest

from desktop.domain import QuoteKind
from desktop.text.quotation.dialogue import is_dialogue
from desktop.text.quotes import find_quotes

_TEXTS = {
    "es": "El ferry\n\nEl pueblo se reunió el lunes en el puerto y no llegó a un acuerdo con la empresa.\n\n{}",
    "fr": "Le bac\n\nLe village s’est réuni lundi sur le port et il est resté tard avec le maire.\n\n{}",
    "pl": "Prom\n\nMieszkańcy zebrali się w poniedziałek w porcie i nie doszli do porozumienia.\n\n{}",
    "ru": "Паром\n\nЖители собрались в понедельник в порту и не договорились.\n\n{}",
}


def speech_of(code: str, body: str) -> list[tuple[str, str]]:
    text = _TEXTS[code].format(body)
    found = find_quotes(text, dialogues=True)
    for quote in found:
        assert quote.kind is QuoteKind.DIRECT
        assert quote.outer is not None
        assert quote.outer.start < quote.span.start < quote.span.end <= quote.outer.end
    return [(quote.span.of(text), quote.attribution.speaker) for quote in found]


@pytest.mark.parametrize(
    ("code", "body", "expected"),
    [
        ("es", "—No esperamos más —dijo Rosa Gil—, y menos hoy.", [
            ("No esperamos más", "Rosa Gil"), ("y menos hoy.", "Rosa Gil"),
        ]),
        ("es", "—¿Y la carta? —preguntó un vecino.\n\n—Perdida.", [
            ("¿Y la carta?", "un vecino"), ("Perdida.", ""),
        ]),
        ("es", "—El muelle —que es viejo— aguanta poco.", [("El muelle —que es viejo— aguanta poco.", "")]),
        ("fr", "— Nous partons, dit Anne Roy. Oui.", [("Nous partons, dit Anne Roy. Oui.", "Anne Roy")]),
        ("fr", "— Et la lettre ? demande un voisin.\n\n— Perdue.", [
            ("Et la lettre ? demande un voisin.", "un voisin"), ("Perdue.", ""),
        ]),
        ("pl", "– Nie czekamy – powiedziała Ewa Lis. – Mamy dość.", [("Nie czekamy", ""), ("Mamy dość.", "")]),
        ("ru", "— Мы не ждём, — сказала Вера Лис. — Хватит.", [("Мы не ждём", ""), ("Хватит.", "")]),
    ],
)  # fmt: skip
def test_the_reporters_words_part_what_is_said(code: str, body: str, expected: list[tuple[str, str]]) -> None:
    assert speech_of(code, body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "- pan\n- leche",
        "— Rosa Gil, alcaldesa",
        "—pan;\n—leche;",
        "—pan de ayer.\n\n—leche fresca.",
        "– 3 de marzo – Puerto",
        "Texto — con raya — dentro.",
    ],
)
def test_lists_signatures_and_dashes_inside_are_no_speech(body: str) -> None:
    assert speech_of("es", body) == []


def test_without_asking_nothing_is_speech_and_english_never_is() -> None:
    text = _TEXTS["es"].format("—No esperamos más —dijo Rosa Gil.")
    assert find_quotes(text) == []
    english = "The ferry\n\nThe council met on Monday in the port until late.\n\n— We will not wait, said Ann Lee."
    assert find_quotes(english, dialogues=True) == []


def test_a_quotation_inside_of_speech_is_part_of_it() -> None:
    body = "—Leí «El muelle viejo» dos veces —dijo Rosa Gil."
    assert speech_of("es", body) == [("Leí «El muelle viejo» dos veces", "Rosa Gil")]


def test_speech_is_told_from_a_quotation_between_marks() -> None:
    text = _TEXTS["es"].format("—No esperamos más —dijo Rosa Gil.\n\n«Ya veremos», añadió.")
    assert [is_dialogue(text, quote.span) for quote in find_quotes(text, dialogues=True)] == [True, False]
