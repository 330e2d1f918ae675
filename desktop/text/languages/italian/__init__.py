"""Italian: known by its words; its quotations are read with the English tables."""

from __future__ import annotations

from desktop.text.languages.language import Language, words

LANGUAGE = Language(
    "it",
    __name__,
    common=words("il la che di e un una non con del della sono le dei si da al nel anche gli ha"),
    stop_words=words("lo i uno nella su per tra fra ma chi è era hanno"),
    outlets=words("repubblica corriere"),
)
