"""Information of a PDF: title, author and date as the file states them, without what programs fill in by themselves."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from desktop.domain import Fact
from desktop.translation import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

_PROGRAM = re.compile(
    r"^(?:microsoft (?:word|powerpoint|excel|publisher)|quarkxpress|indesign|pagemaker|print)\b\s*[-–:]?", re.IGNORECASE
)
_FILE = re.compile(
    r"\.(?:exe|docx?|dotx?|odt|rtf|pdf|indd?|qxp|qxd|pages|txt|html?|xhtml|xlsx?|pptx?|ps|eps|tex|dvi|wpd|tmp|pub)\W*$",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    r"\W*|[\d\W_]+|(?:untitled|unbenannt|sans titre|sin título|document|dokument|presentation|slide|layout|page|seite)"
    r"[\s_-]*\d*"
    r"|(?:unknown|unspecified|none|null|no title|title|titel|about:blank|powerpoint presentation|\(anonymous\))",
    re.IGNORECASE,
)
_NO_AUTHOR = re.compile(
    r"\W*|[\d\W_]+|(?:admin(?:istrator)?|user|benutzer|usuario|utilisateur|owner|root|guest|author|unknown|none|anonymous"
    r"|default|pc|windows user|microsoft office user|office|\(anonymous\)|unspecified)[\s_-]*\d*",
    re.IGNORECASE,
)
_ORIGIN = "PDF information"
_DATE = re.compile(r"(?:D:)?(\d{4})-?(\d{2})-?(\d{2})")


def facts_of(title: str, author: str, text: str) -> tuple[Fact, ...]:
    """Give the stated title and author as facts where the text prints them, too: often they are there by chance."""
    stated = (("title", title_of(title)), ("byline", author_of(author)))
    whole = ((name, rf"(?<!\w){re.escape(value)}(?!\w)") for name, value in stated if " " in value)
    found = ((name, re.search(printed, text, re.IGNORECASE)) for name, printed in whole)
    return tuple(Fact(name, printed.group(), _ORIGIN) for name, printed in found if printed)


def notice_of(title: str, author: str, made: str, facts: Sequence[Fact]) -> str:
    """Say what the file states beyond what the text prints, or "" where it states nothing."""
    printed = {fact.field for fact in facts}
    stated = [
        f"the title is {title_of(title)}" if title_of(title) and "title" not in printed else "",
        f"the author is {author_of(author)}" if author_of(author) and "byline" not in printed else "",
        f"it was made on {date_of(made)}" if date_of(made) else "",
    ]
    said = ", ".join(filter(None, stated))
    if not said:
        return ""
    return Sentence("{origin} (filled in by a program or by hand, and not printed): {said}.", origin=_ORIGIN, said=said)


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
