"""The catalogues of the languages that come with the program."""

from __future__ import annotations

import re
from gettext import GNUTranslations
from io import BytesIO
from typing import TYPE_CHECKING, cast

import pytest

from tests.translations.catalogues import compiled, paths, read, template

if TYPE_CHECKING:
    from pathlib import Path

    from babel.messages.catalog import Message

PATHS = pytest.mark.parametrize("path", paths(), ids=lambda path: path.stem)


def _texts(message: Message) -> tuple[list[str], list[str]]:
    """Return the English texts of a message and those of its translation."""
    ids, strings = message.id, message.string
    return (
        list(ids) if isinstance(ids, list | tuple) else [ids],
        list(strings) if isinstance(strings, list | tuple) else [str(strings)],
    )


def _places(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


@PATHS
def test_a_catalogue_holds_the_texts_of_the_code_and_no_others(path: Path) -> None:
    wanted = {(str(message.id), message.context) for message in template() if message.id}
    there = {(str(message.id), message.context) for message in read(path) if message.id}
    assert (wanted - there, there - wanted) == (set(), set()), "run: python -m tests.translations"


@PATHS
def test_a_mo_says_what_its_po_says(path: Path) -> None:
    def words(data: bytes) -> dict[object, str]:
        read_back = GNUTranslations(BytesIO(data))
        return cast("dict[object, str]", vars(read_back)["_catalog"])

    kept, anew = words(path.with_suffix(".mo").read_bytes()), words(compiled(read(path)))
    assert kept == anew, "run: python -m tests.translations"


@PATHS
def test_placeholders_are_those_of_the_english_text(path: Path) -> None:
    for message in read(path):
        english, translated = _texts(message)
        for text in filter(None, translated if message.id else ()):
            every = set().union(*map(_places, english))
            needed = _places(english[0]) & _places(english[-1])
            if len(translated) > 1 and text == translated[0]:
                needed = needed - {"count"}  # “the last page” is a good singular of “the last {count} pages”
            assert needed <= _places(text) <= every, (message.id, text)
