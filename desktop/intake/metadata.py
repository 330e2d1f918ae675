"""What does a text itself say about its title, author, date and outlet? Nothing is guessed.

Decisions, because a wrong "outlet" is worse than none:

- An agency in a dateline, "(Reuters) –", wrote the piece but need not have printed it: it serves as byline where
  nobody else is named, never as outlet.
- "told the Washington Examiner" does not name the outlet: other papers print the same sentence.
- The outlet is told where the page speaks of itself: "access to Reuters.com", "other Independent readers",
  "© 2022 The Example Times", or a title "Headline | The Example Times".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.domain import Metadata
from desktop.intake.bylines import byline_names, is_credits, is_person, reporters
from desktop.intake.dates import find_dates, read_date_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain import Cut
    from desktop.intake.lines import Line

_TOP = 12  # lines after the title that may be byline, date and the like
_LONGEST_TITLE = 40  # words
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
    top = range(1, body)
    read = {i: date for i in top if len(lines[i].text) <= 120 and (date := read_date_line(lines[i].text))}
    bylines = tuple(i for i in top if i not in read and byline_names(lines[i].text))
    persons = tuple(i for i in top if not bylines and (i - 1 in read or i + 1 in read) and is_person(lines[i].text))
    found = bylines or persons[:1]
    names = ", ".join(byline_names(lines[i].text) or lines[i].text for i in found)
    printed = next((date for date in read.values() if date.printed), None)
    if printed is None:
        printed = next((date for i in bylines for date in find_dates(lines[i].text)), None)
    title, outlet = _split_title(lines[0].text)
    metadata = Metadata(title=title, outlet=outlet, byline=names)
    if printed:
        metadata = replace(metadata, published=printed.printed, published_on=printed.day)
    return Header(metadata, 0, found, tuple(read), body)


def complete(header: Header, lines: Sequence[Line], cuts: Sequence[Cut]) -> Metadata:
    """Add to the header what datelines, credits and the page's own phrases tell, where it is still unknown."""
    metadata = header.metadata
    cut_at = {cut.span.start for cut in cuts}
    furniture = [line.text for line in lines if line.span.start in cut_at]
    date, agency = _read_dateline(lines[header.body : header.body + 4] or lines[:1])
    if not metadata.byline:
        credited = (reporters(text) for text in furniture if is_credits(text))
        metadata = replace(metadata, byline=next(filter(None, credited), agency))
    if not metadata.published and date:
        metadata = replace(metadata, published=date, published_on=find_dates(date)[0].day)
    if not metadata.outlet:
        metadata = replace(metadata, outlet=next(filter(None, (_own_name(text, agency) for text in furniture)), ""))
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
