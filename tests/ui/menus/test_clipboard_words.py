"""Words of what is pasted or dropped."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

from desktop.ui.menus.clipboard_words import words_of


def test_words_that_come_only_with_marks_are_words() -> None:
    mime = QMimeData()
    mime.setHtml("<h1>Ferry delayed</h1><p>The harbour said: <q>Not before noon.</q></p><script>var x;</script>")
    words = words_of(mime)
    assert words.startswith("Ferry delayed")
    assert "Not before noon." in words
    assert "var" not in words
    mime.setText("Ferry delayed")
    assert words_of(mime) == "Ferry delayed"


def test_a_picture_alone_has_no_words() -> None:
    mime = QMimeData()
    mime.setData("image/png", b"\x89PNG")
    assert words_of(mime) == ""
