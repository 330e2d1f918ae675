"""Sentences for tests of attribution: the tokens of a text that is one sentence, and their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import Span
from desktop.text.attribution.sentences import Sentence, sentences_of
from desktop.text.languages.registry import reporting_in
from desktop.text.quotation.quotations import find_quotations

if TYPE_CHECKING:
    from desktop.text.languages.reporting import Reporting


def read(text: str, code: str = "en") -> tuple[Sentence, Reporting]:
    """Read a text that is one sentence, with the words of its language."""
    language, found = reporting_in(code), find_quotations(text, (), code).found
    [sentence] = sentences_of(text, Span(0, len(text)), list(enumerate(found)), found, language)
    return sentence, language


def place_of(sentence: Sentence, word: str) -> int:
    """Return where a word stands among the tokens."""
    return next(i for i, token in enumerate(sentence.tokens) if token.word == word)


def words(sentence: Sentence, found: tuple[int, int] | None) -> str:
    """Return the words of a range of tokens; empty for None."""
    return " ".join(token.word for token in sentence.tokens[slice(*found)]) if found else ""
