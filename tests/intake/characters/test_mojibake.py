"""Misread characters are noticed and repaired; sound text, in any language, is left as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.intake.characters.mojibake import notices, repaired
from desktop.intake.reading import read_text

SOUND = "“We’ll open it – in May…” she said: „Größe“, «été», ‘Ångström’ cost £5 or 5 €. Âge, naïve Ãlvarez, À la carte."
DROPPED = "â€œWe will,â€ she said. â€œItâ€™s â€“ wellâ€¦ hers.â€\nâ€˜Noâ€™ – GrÃ¶ÃŸe, Ã©tÃ©, 5 â‚¬."


def test_marks_and_letters_come_back_also_where_a_byte_was_lost() -> None:
    assert repaired(DROPPED) == "“We will,” she said. “It’s – well… hers.”\n‘No’ – Größe, été, 5 €."


@pytest.mark.parametrize("text", [SOUND, "He said, “I’m â€.”"[:14], "Größe", "日本語「はい」", "ÂŁ"])
def test_sound_text_stays_and_nothing_is_said(text: str) -> None:
    assert repaired(text) == text
    assert notices(text) == ()


@given(st.text(alphabet=st.characters(max_codepoint=0x2FFF, exclude_categories=("Cs", "Cc")), max_size=60))
def test_what_utf_8_became_in_windows_1252_is_what_it_was(text: str) -> None:
    raw = text.encode()
    try:
        misread = raw.decode("cp1252")
    except UnicodeDecodeError:
        misread = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in raw)
    assert repaired(misread) == repaired(text) or repaired(misread) == text


def test_controls_where_marks_were_are_noticed_and_repaired() -> None:
    text = "\x93We will,\x94 she said \x96 it\x92s hers."
    assert repaired(text) == "“We will,” she said – it’s hers."
    assert notices(text)[0].startswith("4 control characters stand where marks or letters were")


def test_a_pasted_text_says_what_was_misread() -> None:
    capture = read_text(DROPPED)
    assert any("characters were misread" in warning for warning in capture.warnings)
    assert capture.text == DROPPED
