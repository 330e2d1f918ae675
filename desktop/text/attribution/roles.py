"""Offices and roles that the article gives a person, before or behind the name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.text.languages.reporting import Reporting

_PIECE = re.compile(r"[\w][\w'’.&-]*|[^\w\s]")
_BEFORE = 140


def role_before(text: str, start: int, language: Reporting) -> str:
    """Read "White House spokesperson" in front of a name, or "Russia's ambassador to the UN, " before it."""
    pieces = [m.group() for m in _PIECE.finditer(text, max(0, start - _BEFORE), start)]
    line = text[max(0, start - _BEFORE) : start].rpartition("\n")[2]
    pieces = pieces[-len(_PIECE.findall(line)) :] if line.strip() else []
    if pieces and pieces[-1] == ",":
        return _office(_back(pieces[:-1], language, inside=True), language) or _bare_office(pieces[:-1], language)
    return _title(_back(pieces, language, inside=False), language)


def _back(pieces: list[str], language: Reporting, *, inside: bool) -> list[str]:
    """Walk back from the end to the word that cannot belong to a role."""
    out: list[str] = []
    for piece in reversed(pieces[-14:]):
        low = piece.lower().replace("’", "'")
        if not piece[0].isalnum() or low in language.breaks or low in language.pronouns or low in language.relatives:
            break
        if low in language.cues and low not in language.roles and not piece[0].isupper():
            break
        joins = low in language.role_links or low in language.prepositions or low in language.determiners
        if joins and not (inside and low in language.role_links):
            break
        if low in language.openers and piece[0].isupper() and not piece.isupper():
            break
        out.append(piece)
    out.reverse()
    while out and out[0].lower() in language.role_links:
        out.pop(0)
    return out


def _title(words: list[str], language: Reporting) -> str:
    last = words[-1].lower() if words else ""
    known = last in language.roles or last.rstrip(".") in language.titles
    honorific = len(words) == 1 and last.rstrip(".") in language.honorifics
    return " ".join(words) if known and not honorific else ""


def _office(words: list[str], language: Reporting) -> str:
    has_role = any(w.lower() in language.roles for w in words)
    return " ".join(words) if has_role and len(words) >= 2 else ""


def _bare_office(pieces: list[str], language: Reporting) -> str:
    """Read "the mayor, " before a name."""
    known = len(pieces) > 1 and pieces[-1].lower() in language.roles and pieces[-2].lower() in language.determiners
    return pieces[-1] if known else ""


def role_after(text: str, end: int, language: Reporting) -> str:
    """Read ", Britain's ambassador to North Korea from 2015 to 2018" behind a name."""
    of = language.of_group.match(text, end, min(len(text), end + 120))
    if of:
        return of.group(1)
    match = language.role_behind.match(text, end, min(len(text), end + 160))
    if not match:
        return ""
    chunk = language.who_is.sub("", match.group(1)).strip()
    words = chunk.lower().replace("’", "'").split()
    if (
        not any(w in language.roles for w in words[:9])
        or words[0] in language.pronouns
        or words[0] in language.relatives
    ):
        return ""
    if any(w in language.cues and w not in language.roles for w in words[:4]):
        return ""
    return language.leading_article.sub("", chunk)


def nouns_of(role: str, language: Reporting) -> set[str]:
    """Say what a role comes down to: {"ambassador"}."""
    words = [w for w in re.findall(r"[\w-]+", role.lower()) if w in language.roles]
    return {language.roles[w] for w in words} | set(words)
