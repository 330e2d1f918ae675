"""Dutch: known by its words; its quotations are read with the English tables."""

from __future__ import annotations

from desktop.text.languages.language import Language, words

LANGUAGE = Language(
    "nl",
    __name__,
    common=words("de het een en van dat op te met voor niet zijn aan er om ook als maar bij hij heeft"),
    stop_words=words("of was wordt die dit"),
    low_quotes=True,
    outlets=words("volkskrant telegraaf"),
)
