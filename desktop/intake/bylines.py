"""Bylines: whether a line is one, and whom it names."""

from __future__ import annotations

import re

from desktop.intake.dates import MONTHS, WEEKDAYS, find_dates

_BY = re.compile(
    r"(?:(?:written|story|words|posted|text)\s+)?(?:by|von|par|por)\b:?\s+|(?:authors?|autore?n?|auteur)\s?:\s+",
    re.IGNORECASE,
)
_JOINERS_WORDS = (
    "and und et y e & in at for with with de la le les du del der den di da van von zu bin bint al el ter ten reporting"
)
_JOINERS = frozenset(_JOINERS_WORDS.split())
_VERBS = frozenset({"is", "was", "are", "were", "has", "had", "have", "will", "would", "said", "says"})
_CAPITAL = re.compile(r"[^\W\d_a-zß-ÿ][\w'’.-]*")
# Words that make two capitalised words something else than a person.
_NOT_PERSONS_WORDS = (
    "the news times post press daily agency agencies desk staff office house street city state states kingdom "
    "north south east west new united hong saudi sri costa puerto el los las san santa st great middle "
    "world politics business opinion analysis sport sports breaking exclusive live latest europe africa asia "
    "read more share comments home menu war law review society photo video"
)
_NOT_PERSONS = frozenset(_NOT_PERSONS_WORDS.split())
_CREDIT = re.compile(
    r"(?:(?:additional|further|and)\s+)*(?P<job>reporting|writing|editing|compiled|edited|reported|written|translated|"
    r"production|graphics?)\b(?P<mid>(?:,?\s(?:and|by|additional|reporting|writing|editing)){0,5})"
    r"\s+by\s+(?P<names>[^;]+)",
    re.IGNORECASE,
)


def byline_names(text: str) -> str:
    """Return whom a line "By Jane Doe, political editor" names, as printed; an empty string for any other line."""
    found = _BY.match(text)
    if not found or len(text) > 160:
        return ""
    rest = text[found.end() :]
    for date in find_dates(rest)[:1]:
        rest = rest[: date.start]
    rest = rest.strip(" ,|·•–—-")
    return rest if _are_names(rest) else ""


def is_person(text: str) -> bool:
    """Say whether a line is nothing but a person's name (or two joined): to be asked only beside a date."""
    return len(text) <= 80 and all(_is_full_name(part) for part in re.split(r"\s(?:and|und|et|y|&)\s|,\s", text))


def is_credits(text: str) -> bool:
    """Say whether a line is nothing but "Reporting by …; Editing by …"."""
    parts = [part.strip(" .()") for part in text.split(";")]
    return len(text) <= 600 and all(_is_credit(part) for part in parts if part) and any(parts)


def reporters(text: str) -> str:
    """Return whom a line of credits names first for reporting or writing, as printed; who only added is no author."""
    for part in text.split(";"):
        found = _CREDIT.fullmatch(part.strip(" .()"))
        if (
            found
            and found.start("job") == 0
            and found["job"].lower() in {"reporting", "writing", "reported", "written"}
        ):
            return re.split(r"\s+in\s+[A-ZÀ-Þ]", found["names"])[0].strip(" .,")
    return ""


def _is_credit(part: str) -> bool:
    found = _CREDIT.fullmatch(part)
    return found is not None and _are_names(found["names"])


def _are_names(text: str) -> bool:
    names, _, role = text.partition(",")
    words = names.split()
    if not words or len(text.split()) > 40 or (text.endswith((".", "?", "!", ":")) and not text.endswith("Jr.")):
        return False
    first = words[0].lower().strip(".")
    if first in WEEKDAYS or first in MONTHS or not _CAPITAL.match(words[0]):
        return False
    capitals = all(_CAPITAL.match(word) or word.startswith("@") or word.lower() in _JOINERS for word in words)
    return capitals and len(words) <= 14 and _VERBS.isdisjoint(role.lower().split())


def _is_full_name(text: str) -> bool:
    words = text.split()
    known = [word.lower().strip(".") for word in words]
    if not 2 <= len(words) <= 4 or any(word in _NOT_PERSONS or word in MONTHS or word in WEEKDAYS for word in known):
        return False
    return all(_CAPITAL.fullmatch(word) or word.lower() in _JOINERS for word in words) and bool(
        _CAPITAL.match(words[-1])
    )
