"""Information of a PDF: title, author and date as the file states them, without what programs fill in by themselves."""

from __future__ import annotations

import re
from datetime import date

from desktop.domain import Fact
from desktop.lazy_pattern import lazy_pattern
from desktop.translation import english

_PROGRAM = lazy_pattern(
    r"^(?:microsoft (?:word|powerpoint|excel|publisher)|quarkxpress|indesign|pagemaker|print)\b\s*[-–:]?", re.IGNORECASE
)
_FILE = lazy_pattern(
    r"\.(?:exe|docx?|dotx?|odt|rtf|pdf|indd?|qxp|qxd|pages|txt|html?|xhtml|xlsx?|pptx?|ps|eps|tex|dvi|wpd|tmp|pub)\W*$",
    re.IGNORECASE,
)
_NO_TITLE = lazy_pattern(
    r"\W*|[\d\W_]+|(?:untitled|unbenannt|sans titre|sin título|document|dokument|presentation|slide|layout|page|seite)"
    r"[\s_-]*\d*"
    r"|(?:unknown|unspecified|none|null|no title|title|titel|about:blank|powerpoint presentation|\(anonymous\))",
    re.IGNORECASE,
)
_NO_AUTHOR = lazy_pattern(
    r"\W*|[\d\W_]+|(?:admin(?:istrator)?|user|benutzer|usuario|utilisateur|owner|root|guest|author|unknown|none|anonymous"
    r"|default|pc|windows user|microsoft office user|office|\(anonymous\)|unspecified)[\s_-]*\d*",
    re.IGNORECASE,
)
_ORIGIN = english("PDF information")
_CREATED = english("PDF information: the day it was made")
_DATE = lazy_pattern(r"(?:D:)?(\d{4})-?(\d{2})-?(\d{2})")


def facts_of(title: str, author: str, created: str, text: str) -> tuple[Fact, ...]:
    """Give what the file states: title and author as facts where the text prints them, too, else as offers.

    Often they are there by chance, filled in by a program or left from another text; the day is the one it was made.
    """
    stated = (("title", title_of(title)), ("byline", author_of(author)))
    facts = [_fact(name, value, text) for name, value in stated if value]
    day = [Fact("published_on", date_of(created), _CREATED, offered=True)] if date_of(created) else []
    return (*facts, *day)


def _fact(name: str, value: str, text: str) -> Fact:
    printed = re.search(rf"(?<!\w){re.escape(value)}(?!\w)", text, re.IGNORECASE) if " " in value else None
    return Fact(name, printed.group(), _ORIGIN) if printed else Fact(name, value, _ORIGIN, offered=True)


def title_of(stated: str) -> str:
    """Give the stated title, or "" where it is a file's name, a program's or no name at all."""
    title = _tidy(stated)
    if not title:
        return ""
    return "" if _PROGRAM.match(title) or _FILE.search(title) or _NO_TITLE.fullmatch(title) else title


def author_of(stated: str) -> str:
    """Give the stated author, or "" where it is an account's standard name."""
    author = _tidy(stated)
    if not author:
        return ""
    return "" if "@" in author or "\\" in author or _NO_AUTHOR.fullmatch(author) else author


def date_of(stated: str) -> str:
    """Give the day of a date such as D:20240131120000+01'00' as YYYY-MM-DD, or "" where there is no such day."""
    found = _DATE.match(stated.strip())
    try:
        day = date(*map(int, found.groups())) if found else None
    except ValueError:
        return ""
    return day.isoformat() if day and day.year >= 1980 else ""


def _tidy(stated: str) -> str:
    shown = "".join(c if c.isprintable() else " " for c in stated)
    return " ".join(shown.split())[:300]
