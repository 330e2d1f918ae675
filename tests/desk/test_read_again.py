"""A version is made again of its bytes, or of its text with the characters repaired."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.desk.open_desk import Desk
from desktop.desk.read_again import CHOSEN, REPAIRED, read_again, repaired_version
from tests.store.desks import assert_sound, prepared

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "The mayor of Zürich said on Monday: “Wir öffnen im März.” Nobody asked the fishermen of the northern quay."


def test_bytes_are_read_as_somebody_chose_and_the_extractor_says_so() -> None:
    found = read_again(TEXT.encode("cp1252"), "a.txt", "a.txt", "cp1252")
    assert found.capture.text.startswith(TEXT[:40])
    assert found.capture.extractor.endswith(f", {CHOSEN}")
    assert [quote.span.of(found.capture.text) for quote in found.quotes] == ["Wir öffnen im März."]


def test_misread_characters_are_repaired_and_the_original_stays(tmp_path: Path) -> None:
    misread = TEXT.encode().decode("cp1252", "replace")
    with Desk.create(tmp_path / "a.desk") as desk:
        added = desk.add(prepared(misread))
        repaired = repaired_version(desk, added.version_id)
        assert repaired is not None
        assert "Zürich" in repaired.capture.text
        assert repaired.capture.original == desk.original(added.version_id)
        assert repaired.capture.extractor.endswith(f", {REPAIRED}")
        again = desk.add(repaired, article=added.article_id)
        assert repaired_version(desk, again.version_id) is None
        assert_sound(desk)


def test_a_text_that_was_read_well_needs_no_repair(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "a.desk") as desk:
        assert repaired_version(desk, desk.add(prepared(TEXT)).version_id) is None
