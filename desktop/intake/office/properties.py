"""Properties that a file of an office program states about itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import Fact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def facts_of(stated: Iterable[tuple[str, str]], text: str, origin: str) -> Iterator[Fact]:
    """Give the facts of fields and values as stated; what is blank is left out.

    A title is often that of a template or of an earlier text: one that does not stand in the text is only offered. Who
    saved a file is no byline, and when is no day of publication.
    """
    words = _folded(text)
    for field, value in stated:
        if not value.strip():
            continue
        is_sure = field != "title" or _folded(value) in words
        yield Fact(field, " ".join(value.split()), origin, offered=not is_sure)


def language_of(facts: Iterable[Fact]) -> str:
    """Give the language that the properties state, "" where they state none."""
    return next((fact.value for fact in facts if fact.field == "language"), "")


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
