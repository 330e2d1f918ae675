"""Metadata of a text: title, author, date and outlet as the text itself names them. Nothing is guessed.

Decisions, because a wrong "outlet" is worse than none:

- An agency in a dateline, "(Reuters) –", wrote the piece but need not have printed it: it serves as byline where
  nobody else is named, never as outlet.
- "told the Washington Examiner" does not name the outlet: other papers print the same sentence.
- The outlet is known where the page speaks of itself: "access to Reuters.com", "other Independent readers",
  "© 2022 The Example Times", or a title "Headline | The Example Times".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.domain import Metadata
from desktop.intake.dates import MONTHS, WEEKDAYS, PrintedDate, find_dates, read_date_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.domain import Cut
    from desktop.intake.lines import Line


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
_TOP = 12  # lines after the title that may be byline, date and the like
_LONGEST_TITLE = 40  # words
_LONGEST_DATE_LINE = 120  # code points
_AGENCY_NAMES = "Reuters AP AFP dpa EFE ANSA TASS Xinhua UPI PTI Kyodo Yonhap Bloomberg APA ANI IANS CNN Interfax"
AGENCIES = frozenset(_AGENCY_NAMES.split())
_DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-Þ][\w .,/'’()-]{1,60}?),?\s+(?P<date>[\w. ]{3,20}(?:,? \d{4})?)?\s?"
    r"\((?P<agency>[A-Za-z ]{2,24})\)\s{0,2}[-–—]"
)
_SITE = re.compile(r"\baccess to (?P<site>(?P<stem>[A-Za-z][\w-]*)\.(?:com|org|net|co\.uk|de|fr|es|eu|in|info|news))\b")
_READERS = re.compile(r"\bother (?P<outlet>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3}) (?:readers|subscribers|members)\b")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}(?:[-–]\d{4})?)?,?\s*"
    r"(?P<outlet>(?:The )?[A-Z][\w'’&-]*(?: [A-Z&][\w'’-]*){0,4})",
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


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above the running text; lines are named by their place in the list of lines."""

    metadata: Metadata
    title: int = -1
    bylines: tuple[int, ...] = ()
    dates: tuple[int, ...] = ()
    body: int = 0  # first line that may be running text


def read_header(lines: Sequence[Line]) -> Header:
    """Read title, byline and date off the first lines of a text."""
    if not lines or not _may_be_title(lines):
        return Header(Metadata())
    body = next((i for i, line in enumerate(lines[1 : _TOP + 1], 1) if line.is_body), min(len(lines), _TOP + 1))
    dates = _date_lines(lines, body)
    bylines = tuple(i for i in range(1, body) if i not in dates and byline_names(lines[i].text))
    authors = bylines or _person_beside_date(lines, body, dates)
    title, outlet = _split_title(lines[0].text)
    printed = _printed_date(lines, dates, bylines)
    metadata = Metadata(
        title=title,
        outlet=outlet,
        byline=", ".join(byline_names(lines[i].text) or lines[i].text for i in authors),
        published=printed.printed if printed else "",
        published_on=printed.day if printed else "",
    )
    return Header(metadata, 0, authors, tuple(dates), body)


def _date_lines(lines: Sequence[Line], body: int) -> dict[int, PrintedDate]:
    """Return the lines above the running text that are nothing but a date."""
    short = (i for i in range(1, body) if len(lines[i].text) <= _LONGEST_DATE_LINE)
    return {i: date for i in short if (date := read_date_line(lines[i].text))}


def _person_beside_date(lines: Sequence[Line], body: int, dates: Mapping[int, PrintedDate]) -> tuple[int, ...]:
    """Return the first line that is a name right above or below a date: a byline without its “by”."""
    beside = (i for i in range(1, body) if i - 1 in dates or i + 1 in dates)
    person = next((i for i in beside if is_person(lines[i].text)), None)
    return () if person is None else (person,)


def _printed_date(
    lines: Sequence[Line], dates: Mapping[int, PrintedDate], bylines: Sequence[int]
) -> PrintedDate | None:
    """Return the date of publication: that of a date line, else the first one in a byline."""
    own = next((date for date in dates.values() if date.printed), None)
    return own or next((date for i in bylines for date in find_dates(lines[i].text)), None)


def complete(header: Header, lines: Sequence[Line], cuts: Sequence[Cut]) -> Metadata:
    """Add to the header what datelines, credits and the page's own phrases tell, where it is still unknown."""
    metadata = header.metadata
    cut_at = {cut.span.start for cut in cuts}
    boilerplate = [line.text for line in lines if line.span.start in cut_at]
    date, agency = _read_dateline(lines[header.body : header.body + 4] or lines[:1])
    if not metadata.byline:
        credited = (reporters(text) for text in boilerplate if is_credits(text))
        metadata = replace(metadata, byline=next(filter(None, credited), agency))
    if not metadata.published and date:
        metadata = replace(metadata, published=date, published_on=find_dates(date)[0].day)
    if not metadata.outlet:
        metadata = replace(metadata, outlet=next(filter(None, (_own_name(text, agency) for text in boilerplate)), ""))
    return metadata


def _may_be_title(lines: Sequence[Line]) -> bool:
    """Say whether the first line is a headline: short, no full stop, and something follows it."""
    first = lines[0]
    return len(lines) > 1 and len(first.text) <= 300 and first.words <= _LONGEST_TITLE and first.text[-1] not in ".,;:"


def _split_title(text: str) -> tuple[str, str]:
    """Part "Headline | The Outlet"."""
    title, bar, outlet = text.rpartition(" | ")
    if bar and len(title.split()) >= 3 and 1 <= len(outlet.split()) <= 4 and outlet[:1].isupper():
        return title.strip(), outlet.strip()
    return text, ""


def _read_dateline(lines: Sequence[Line]) -> tuple[str, str]:
    """Return date and agency of a line that opens "WASHINGTON, Sept 6 (Reuters) –"; empty strings without one."""
    for line in lines:
        found = _DATELINE.match(line.text[:160])
        if found and found["agency"] in AGENCIES:
            dates = find_dates(line.text[: found.start("agency")])
            return (dates[-1].printed if dates else ""), found["agency"]
    return "", ""


def _own_name(text: str, agency: str) -> str:
    """Return the outlet that a cut line names as its own, as printed."""
    readers = _READERS.search(text)
    if readers:
        return readers["outlet"]
    site = _SITE.search(text)
    if site:
        return site["stem"] if site["stem"] == agency else site["site"]
    owner = _COPYRIGHT.match(text)
    known = owner["outlet"] if owner else ""
    return "" if known in AGENCIES or known in {"The Associated Press", "Thomson Reuters", "All"} else known
