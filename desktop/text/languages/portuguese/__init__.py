"""Portuguese: known by its words; its quotations are read with the English tables."""

from __future__ import annotations

from desktop.text.languages.language import Language, words

LANGUAGE = Language(
    "pt",
    __name__,
    common=words("o os de que e em um uma da para com não por mais na dos como foi ao"),
    stop_words=words("as do das no nos nas é são tem"),
)
