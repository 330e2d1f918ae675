"""Alphabets: the letters beyond A to Z of the languages that share encodings of one byte a letter.

A text in its right encoding has the letters of one language; read in a neighbour's it has some of another.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

_LATIN = (
    "áčďéěíňóřšťúůýž",  # Czech
    "áäčďéíĺľňóôŕšťúýž",  # Slovak
    "ąćęłńóśźż",  # Polish
    "áéíóöőúüű",  # Hungarian
    "čćđšž",  # Croatian, Slovene, Bosnian, Serbian
    "ăâîşţșț",  # Romanian
    "äöüß",  # German
    "àâæçéèêëîïôœùûüÿ",  # French
    "áéíñóúüàïçòè·ªº",  # Spanish, Catalan, Galician
    "ãõáâàçéêíóôúü",  # Portuguese
    "àèéìíîòóùú",  # Italian
    "åäöéæøáðíóúýþü",  # Swedish, Danish, Norwegian, Finnish, Icelandic
    "éëïöüáíóúèàê",  # Dutch
    "çğıöşüâîû",  # Turkish
    "äõöüšž",  # Estonian
    "āčēģīķļņōŗšūž",  # Latvian
    "ąčęėįšųūž",  # Lithuanian
    "ëç",  # Albanian
    "àáâãèéêìíòóôõùúýăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",  # Vietnamese
    "ċġħżàèìòù",  # Maltese
    "ĉĝĥĵŝŭ",  # Esperanto
)
_CYRILLIC = (
    "абвгдежзийклмнопрстуфхцчшщъыьэюяё",  # Russian, Bulgarian
    "абвгдежзийклмнопрстуфхцчшщьюяєіїґ",  # Ukrainian
    "абвгдежзйклмнопрстуфхцчшыьэюяёіў",  # Belarusian
    "абвгдежзиклмнопрстуфхцчшђјљњћџѓѕќ",  # Serbian, Macedonian
)
_GREEK = ("αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",)


@cache
def _alphabets() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(letters) for letters in (*_LATIN, *_CYRILLIC, *_GREEK))


def misfits(text: str) -> int:
    """Count the letters beyond A to Z that are not in the one alphabet which fits the text best."""
    letters = Counter(letter for letter in text.lower() if letter > "\x7f" and letter.isalpha())
    if not letters:
        return 0
    total = letters.total()
    return min(total - sum(letters[letter] for letter in alphabet) for alphabet in _alphabets())
