"""The texts of the window in the chosen language, with names, counts and uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog

from desktop.translation import (
    Sentence,
    Text,
    choose,
    language,
    number,
    per_cent,
    share_in_words,
    shown,
    tr,
    tr_as,
    tr_n,
    write_numbers,
)
from tests.translations.catalogues import compiled

if TYPE_CHECKING:
    from pathlib import Path


def _made_up(folder: Path) -> None:
    """Write the catalogue of a language in which everything is said in capitals."""
    catalogue = Catalog(locale="sv")
    catalogue.add("Kept by {name}", "HOS {name}")
    catalogue.add(("{count} quote", "{count} quotes"), ("{count} CITAT", "{count} CITATER"))
    catalogue.add("Open", "ÖPPNA", context="verb")
    catalogue.add("Open", "ÖPPEN")
    (folder / "sv.mo").write_bytes(compiled(catalogue))


def test_english_is_what_the_code_says() -> None:
    assert tr("Kept by {name}", name="Ann") == "Kept by Ann"
    assert tr("[-only in A-] {+only in B+}") == "[-only in A-] {+only in B+}"
    assert [tr_n("{count} quote", "{count} quotes", count) for count in (0, 1, 1200)] == [
        "0 quotes",
        "1 quote",
        "1,200 quotes",
    ]
    assert tr_as("verb", "Open") == "Open"
    assert tr("") == ""


def test_a_language_with_a_catalogue_is_taken(tmp_path: Path) -> None:
    _made_up(tmp_path)
    constant = Text("Open")
    assert choose(["sv-SE"], folder=tmp_path) == language() == "sv"
    assert tr("Kept by {name}", name="Ann") == "HOS Ann"
    assert tr_n("{count} quote", "{count} quotes", 1) == "1 CITAT"
    assert tr_n("{count} quote", "{count} quotes", 2) == "2 CITATER"
    assert (tr_as("verb", "Open"), f"{constant}") == ("ÖPPNA", "ÖPPEN")
    assert tr("never seen by a translator") == "never seen by a translator"
    assert tr("") == ""


def test_the_first_language_that_there_is_is_taken(tmp_path: Path) -> None:
    _made_up(tmp_path)
    assert choose(["xx", "sv_SE", "en"], folder=tmp_path) == "sv"
    assert choose(["en-GB", "sv"], folder=tmp_path) == "en"
    assert choose(["xx", "../sv", ""], folder=tmp_path) == "en"
    assert tr_as("verb", "Open") == "Open"


def test_numbers_are_written_as_one_says() -> None:
    write_numbers(lambda value: f"{value:_}")
    assert (number(1200), tr_n("{count} quote", "{count} quotes", 1200)) == ("1_200", "1_200 quotes")
    write_numbers(None)
    assert number(1200) == "1,200"


def test_shares_are_written_as_the_language_does() -> None:
    stored = Sentence("{share} of the words", share=share_in_words(0.456))
    assert (per_cent(1), stored) == ("100%", "46% of the words")
    choose(["de"])
    assert per_cent(0.456) == "46\N{NO-BREAK SPACE}%"
    assert shown(share_in_words(0.456)) == per_cent(0.456)
