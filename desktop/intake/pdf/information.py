"""Information of a PDF: title, author and date as the file states them, without what programs fill in by themselves."""

from __future__ import annotations

import re
from datetime import date

_PROGRAM = re.compile(r"^(?:microsoft (?:word|powerpoint|excel|publisher)|quarkxpress|indesign|pagemaker|print)\b\s*[-–:]?", re.I)
_FILE = re.compile(r"\.(?:docx?|dotx?|odt|rtf|pdf|indd?|qxp|qxd|pages|txt|html?|xhtml|xlsx?|pptx?|ps|eps|tex|dvi|wpd|tmp|pub)\W*$", re.I)
_NO_TITLE = re.compile(
    r"\W*|[\d\W_]+|(?:untitled|unbenannt|sans titre|sin título|document|dokument|presentation|slide|layout|page|seite)"
    r"[\s_-]*\d*|(?:unknown|unspecified|none|null|no title|title|titel|about:blank|powerpoint presentation|\(anonymous\))",
    re.I,
)
_NO_AUTHOR = re.compile(
    r"\W*|[\d\W_]+|(?:admin(?:istrator)?|user|benutzer|usuario|utilisateur|owner|root|guest|author|unknown|none|anonymous"
    r"|default|pc|windows user|microsoft office user|office|\(anonymous\)|unspecified)[\s_-]*\d*",
    re.I,
)
_DATE = re.compile(r"(?:D:)?(\d{4})-?(\d{2})-?(\d{2})")


def title_of(stated: str) -> str:
    """Give the stated title, or "" where it is a file's name, a program's or no name at all."""
    title = _tidy(stated)
    return "" if _PROGRAM.match(title) or _FILE.search(title) or _NO_TITLE.fullmatch(title) else title


def author_of(stated: str) -> str:
    """Give the stated author, or "" where it is an account's standard name."""
    author = _tidy(stated)
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
