"""The catalogues of the languages that come with the program."""

from __future__ import annotations

import re
from collections import Counter
from gettext import GNUTranslations
from io import BytesIO
from typing import TYPE_CHECKING, cast

import pytest

from desktop.ui.actions import MENUS
from tests.translations.catalogues import compiled, forms, missing, paths, read, template

if TYPE_CHECKING:
    from pathlib import Path

    from babel.messages.catalog import Catalog

    from desktop.ui.actions import ActionSpec

# The names of keys where they are not the English ones.
NAMES = {"Strg": "Ctrl", "Umschalt": "Shift", "Umsch": "Shift", "Maj": "Shift", "Mayús": "Shift", "Eingabe": "Enter"}
KEYS = re.compile(r"\b(?:\w+(?=\+)|(?<=\+)\w|F\d+)\b")
PATHS = pytest.mark.parametrize("path", paths(), ids=lambda path: path.stem)


def _places(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


def _keys_of(catalogue: Catalog) -> set[tuple[str, str | None]]:
    return {(str(message.id), message.context) for message in catalogue if message.id}


def test_a_catalogue_holds_the_texts_of_the_code_and_no_others(subtests: pytest.Subtests) -> None:
    expected = _keys_of(template())  # reads all of the code
    for path in paths():
        with subtests.test(path.stem):
            found = _keys_of(read(path))
            assert (expected - found, found - expected) == (set(), set()), "run: python -m tests.translations"


@PATHS
def test_every_text_is_translated_and_no_translation_is_a_guess(path: Path) -> None:
    catalogue = read(path)
    assert missing(catalogue) == []
    assert [message.id for message in catalogue if message.id and message.fuzzy] == []


@PATHS
def test_a_letter_of_each_entry_of_a_menu_is_its_own(path: Path) -> None:
    translations = {text: forms(message.string)[0] for message in read(path) for text in forms(message.id)}
    for menu, texts in [("titles", list(MENUS)), *((menu, _entries(specs)) for menu, specs in MENUS.items())]:
        translated = [translations[text] for text in texts]
        assert [new for text, new in zip(texts, translated, strict=True) if new.count("&") != text.count("&")] == []
        letters = Counter(new[new.index("&") + 1].lower() for new in translated if "&" in new)
        assert [letter for letter, count in letters.items() if count > 1 or not letter.isalnum()] == [], menu


def _entries(specs: tuple[ActionSpec, ...]) -> list[str]:
    return [spec.text for spec in specs if spec.text]


@PATHS
def test_keys_are_those_of_the_english_text(path: Path) -> None:
    for message in read(path):
        for english, translated in zip(forms(message.id), forms(message.string), strict=False):
            assert _keys(translated) == _keys(english), translated


def _keys(text: str) -> list[str]:
    return sorted({NAMES.get(name, name) for name in KEYS.findall(text)})


@PATHS
def test_a_mo_says_what_its_po_says(path: Path) -> None:
    def words(data: bytes) -> dict[object, str]:
        read_back = GNUTranslations(BytesIO(data))
        return cast("dict[object, str]", vars(read_back)["_catalog"])

    stored, anew = words(path.with_suffix(".mo").read_bytes()), words(compiled(read(path)))
    assert stored == anew, "run: python -m tests.translations"


@PATHS
def test_placeholders_are_those_of_the_english_text(path: Path) -> None:
    for message in read(path):
        english, translated = forms(message.id), forms(message.string)
        for text in filter(None, translated if message.id else ()):
            every = set().union(*map(_places, english))
            needed = _places(english[0]) & _places(english[-1])
            if len(translated) > 1 and text == translated[0]:
                needed = needed - {"count"}  # “the last page” is a good singular of “the last {count} pages”
            assert needed <= _places(text) <= every, (message.id, text)
