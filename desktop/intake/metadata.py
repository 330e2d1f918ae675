"""Metadata of a text: title, author, date and outlet as the text itself names them. Nothing is guessed.

Decisions, because a wrong "outlet" is worse than none:

- "told the Washington Examiner" does not name the outlet: other papers print the same sentence.
- The outlet is known where the head names it, alone or with its date, and where the page speaks of itself: "access to
  Reuters.com", "other Independent readers", "© 2022 The Example Times", or "Headline | The Example Times".
- An agency in a dateline, "(Reuters) –", wrote the piece but need not have printed it: it is the outlet of a plain text
  that names no other, since it is all that this text says of its origin; of any other file it is offered. It serves as
  byline where nobody else is named.
- A date in numbers that can be two days fills no day: both are offered.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.domain import Fact, value_type
from desktop.intake.dates import MONTHS, WEEKDAYS, PrintedDate, find_dates, read_date_line
from desktop.intake.labelled_lines import Labelled, front_matter, read_labelled
from desktop.intake.outlet_names import (
    AGENCIES,
    OutletLine,
    is_outlet,
    outlet_of_byline,
    read_outlet_line,
    without_emphasis,
)
from desktop.lazy_pattern import lazy_pattern, lazy_pattern_with
from desktop.translation import english

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.domain import Cut
    from desktop.intake.lines import Line

# Where a text states something about itself.
_HEADLINE = english("headline in the text")
_BYLINE = english("byline in the text")
_DATE_LINE = english("date line")
_OUTLET_LINE = english("line of the outlet")
_LABEL = english("labelled line")
_FRONT = english("front matter")
_DATELINE_ORIGIN = english("dateline")
_CREDITS = english("credits")
_OWN_WORDS = english("the page's words about itself")
_DAY_FIRST = english("if the day stands first")
_MONTH_FIRST = english("if the month stands first")


_BY = lazy_pattern(
    r"(?:(?:written|story|words|posted|text)\s+)?(?:by|von|par|por)\b:?\s+|(?:authors?|autore?n?|auteur)\s?:\s+",
    re.IGNORECASE,
)
_JOINERS_WORDS = (
    "and und et y e & in at for with with de la le les du del der den di da van von zu bin bint al el ter ten reporting"
)
_JOINERS = frozenset(_JOINERS_WORDS.split())
_VERBS = frozenset({"is", "was", "are", "were", "has", "had", "have", "will", "would", "said", "says"})
_CAPITAL = lazy_pattern(r"[^\W\d_a-zß-ÿ][\w'’.-]*")
# Words that make two capitalised words something else than a person.
_NOT_PERSONS_WORDS = (
    "the news times post press daily agency agencies desk staff office house street city state states kingdom "
    "north south east west new united hong saudi sri costa puerto el los las san santa st great middle "
    "world politics business opinion analysis sport sports breaking exclusive live latest europe africa asia "
    "read more share comments home menu war law review society photo video"
)
_NOT_PERSONS = frozenset(_NOT_PERSONS_WORDS.split())
_CREDIT = lazy_pattern(
    r"(?:(?:additional|further|and)\s+)*(?P<job>reporting|writing|editing|compiled|edited|reported|written|translated|"
    r"production|graphics?)\b(?P<mid>(?:,?\s(?:and|by|additional|reporting|writing|editing)){0,5})"
    r"\s+by\s+(?P<names>[^;]+)",
    re.IGNORECASE,
)
_MARKUP = lazy_pattern(r"<(?!https?:)[!?/\w]")  # a line of XML or HTML that is shown as text: no head of an article
_TOP = 12  # lines after the title that may be byline, date and the like
_LONGEST_TITLE = 40  # words
_LONGEST_DATE_LINE = 120  # code points
_DATELINE = lazy_pattern_with(
    ("(",),
    r"(?P<place>[A-ZÀ-Þ][\w .,/'’()-]{1,60}?),?\s+(?P<date>[\w. ]{3,20}(?:,? \d{4})?)?\s?"
    r"\((?P<agency>[A-Za-z ]{2,24})\)\s{0,2}[-–—]",
)
_SITE = lazy_pattern_with(
    ("access to ",),
    r"\baccess to (?P<site>(?P<stem>[A-Za-z][\w-]*)\.(?:com|org|net|co\.uk|de|fr|es|eu|in|info|news))\b",
)
_READERS = lazy_pattern_with(
    ("other ",), r"\bother (?P<outlet>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3}) (?:readers|subscribers|members)\b"
)
_COPYRIGHT = lazy_pattern_with(
    ("©", "(c)", "copyright"),
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
    rest = re.split(r"\s+[|·•]\s+", rest)[0]
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


@value_type
class Header:
    """What stands above the running text; lines are named by their place in the list of lines."""

    facts: tuple[Fact, ...] = ()
    title: int = -1
    bylines: tuple[int, ...] = ()
    dates: tuple[int, ...] = ()
    outlets: tuple[int, ...] = ()
    labels: tuple[int, ...] = ()  # labelled lines and addresses
    front: int = 0  # so many of the first lines are front matter
    body: int = 0  # first line that may be running text


@dataclass(slots=True)
class _Head:
    """The lines above the running text, by their places, each read once."""

    bylines: list[int] = field(default_factory=list)
    dates: dict[int, PrintedDate] = field(default_factory=dict)
    outlets: dict[int, OutletLine] = field(default_factory=dict)
    labels: dict[int, Labelled] = field(default_factory=dict)

    def keep(self, end: int, title: int) -> None:
        """Forget what was read of the headline, and of lines from `end` on."""
        for known in (self.dates, self.outlets):
            for place in [place for place in known if place >= end or place == title]:
                del known[place]
        for place in [place for place in self.labels if place >= end]:
            del self.labels[place]
        self.bylines = [place for place in self.bylines if place < end and place != title]

    def has(self, place: int) -> bool:
        return place in self.dates or place in self.outlets or place in self.labels or place in self.bylines


def read_header(lines: Sequence[Line]) -> Header:
    """Read title, byline, date and outlet off the first lines of a text."""
    fenced = front_matter(lines)
    lines = lines[: next((i for i, line in enumerate(lines[: fenced + _TOP]) if _MARKUP.match(line.text)), len(lines))]
    body = next((i for i, line in enumerate(lines[fenced + 1 : fenced + _TOP + 1], fenced + 1) if line.is_body), None)
    end = min(len(lines), fenced + _TOP + 1) if body is None else body
    plain = [_byline_first(without_emphasis(line.text)) for line in lines[:end]]
    head = _read_lines(lines, plain, end, fenced)
    title = _title(lines, head, end, fenced)
    if title < 0:  # only what stands before the first words of the article
        end = next((i for i in range(fenced, end) if not head.has(i)), end)
    head.keep(end, title)
    own = {"title"} & {labelled.field for labelled in head.labels.values()}
    bylines = tuple(head.bylines)
    authors = bylines or _person_beside_date(plain, range(title + 1, end), head.dates)
    facts = [*_labelled(head.labels, fenced), *([] if own or title < 0 else _titled(plain[title]))]
    for i, line in head.outlets.items():
        facts.append(Fact("outlet", line.outlet, _OUTLET_LINE, offered=not line.is_sure))
        facts += _dated(line.date, _OUTLET_LINE) if i not in head.dates else ()
    if authors:
        names = ", ".join(byline_names(plain[i]) or plain[i] for i in authors)
        facts.append(Fact("byline", names, _BYLINE))
    facts += [Fact("outlet", outlet, _BYLINE) for i in bylines if (outlet := outlet_of_byline(_undated(plain[i])))]
    for date in head.dates.values():
        facts += _dated(date, _DATE_LINE)
    facts += [fact for i in bylines for date in find_dates(plain[i])[:1] for fact in _dated(date, _BYLINE)]
    labels = tuple(i for i in head.labels if i >= fenced and i != title and not lines[i].has_quotation)
    outlets = tuple(i for i, line in head.outlets.items() if line.is_sure)
    return Header(tuple(facts), title, authors, tuple(head.dates), outlets, labels, fenced, end)


def _read_lines(lines: Sequence[Line], plain: Sequence[str], end: int, fenced: int) -> _Head:
    head = _Head()
    for i in range(end):
        labelled = read_labelled(plain[i], is_quoted=i < fenced)
        if i < fenced:
            if labelled:
                head.labels[i] = labelled
            continue
        date = read_date_line(plain[i]) if len(plain[i]) <= _LONGEST_DATE_LINE else None
        outlet = read_outlet_line(lines[i].text)
        if date:
            head.dates[i] = date
        elif byline_names(plain[i]) or _is_person_of_outlet(plain[i]):
            head.bylines.append(i)
        elif outlet:
            head.outlets[i] = outlet
        elif labelled:
            head.labels[i] = labelled
    return head


def _title(lines: Sequence[Line], head: _Head, end: int, fenced: int) -> int:
    """Return which line is the headline: the one labelled so, else the first that is nothing else; -1 without one."""
    named = next((i for i, labelled in head.labels.items() if labelled.field == "title" and i >= fenced), None)
    if named is not None:
        return named
    place = next((i for i in range(fenced, end) if not head.has(i)), -1)
    if fenced in head.outlets and head.outlets[fenced].date is None and (place < 0 or lines[place].is_body):
        place = fenced  # a headline may look like the name of an outlet
    return place if 0 <= place < len(lines) and _may_be_title(lines, place) else -1


def _labelled(labels: Mapping[int, Labelled], fenced: int) -> Iterator[Fact]:
    for i, labelled in labels.items():
        origin = _FRONT if i < fenced else _LABEL
        if labelled.field == "published":
            dates = find_dates(labelled.value)
            yield from _dated(dates[0] if dates else PrintedDate(labelled.value, "", 0, 0), origin)
        else:
            yield Fact(labelled.field, labelled.value, origin)


def _titled(text: str) -> list[Fact]:
    title, outlet = _split_title(text)
    return [Fact("title", title, _HEADLINE), *([Fact("outlet", outlet, _HEADLINE)] if outlet else [])]


def _dated(date: PrintedDate | None, origin: str) -> list[Fact]:
    """Give a date as printed, with its day where it names one."""
    if date is None or not date.printed:
        return []
    day = [Fact("published_on", date.day, origin)] if date.day else []
    return [Fact("published", date.printed, origin), *day]


def offered_days(date: PrintedDate) -> list[Fact]:
    """Offer both days that a date in numbers can be; nothing for any other."""
    origins = (_DAY_FIRST, _MONTH_FIRST)
    return [
        Fact("published_on", day, origin, offered=True)
        for day, origin in zip(date.readings, origins, strict=bool(date.readings))
    ]


def _is_person_of_outlet(text: str) -> bool:
    """Say whether a line is "Jane Doe, The Telegraph": a byline without its “by”."""
    name, comma, outlet = text.partition(", ")
    return bool(comma) and is_person(name) and is_outlet(outlet)


def _byline_first(text: str) -> str:
    """Put the byline of a line such as “The Herald | 14 May 2024 | By Jane Doe” before the rest of it."""
    parts = re.split(r"\s+[|·•]\s+", text) if len(text) <= _LONGEST_DATE_LINE else [text]
    names = next((part for part in parts[1:] if byline_names(part)), "")
    others = [part for part in parts if part != names]
    is_head = bool(names) and all(is_outlet(part, alone=False) or read_date_line(part) for part in others)
    return " | ".join((names, *others)) if is_head else text


def _undated(text: str) -> str:
    return next((text[: date.start] for date in find_dates(text)), text).strip(" ,|·•–—-")


def _person_beside_date(plain: Sequence[str], head: range, dates: Mapping[int, PrintedDate]) -> tuple[int, ...]:
    """Return the first line that is a name right above or below a date: a byline without its “by”."""
    beside = (i for i in head if i - 1 in dates or i + 1 in dates)
    person = next((i for i in beside if is_person(plain[i]) and not is_outlet(plain[i])), None)
    return () if person is None else (person,)


def complete(header: Header, lines: Sequence[Line], cuts: Sequence[Cut], *, is_plain: bool) -> tuple[Fact, ...]:
    """Add to the header what datelines, credits and the page's own phrases tell, the surest first.

    `is_plain` says that nothing but this text tells where it is from: then an agency in its dateline does.
    """
    cut_at = {cut.span.start for cut in cuts}
    boilerplate = [line.text for line in lines if line.span.start in cut_at]
    date, agency = _read_dateline(lines[header.title + 1 : header.body + 4] or lines[:1])
    facts = list(header.facts)
    credited = filter(None, (reporters(text) for text in boilerplate if is_credits(text)))
    facts += [Fact("byline", names, _CREDITS) for names in credited]
    if agency:
        facts.append(Fact("byline", agency, _DATELINE_ORIGIN))
    if not any(fact.field == "published" for fact in facts):
        facts += _dated(date, _DATELINE_ORIGIN)
    facts += [Fact("outlet", name, _OWN_WORDS) for text in boilerplate if (name := _own_name(text, agency))]
    if agency:
        facts.append(Fact("outlet", agency, _DATELINE_ORIGIN, offered=not is_plain))
    return tuple(dict.fromkeys(facts))


def _may_be_title(lines: Sequence[Line], place: int) -> bool:
    """Say whether a line is a headline: short, no full stop, and something follows it."""
    line = lines[place]
    return (
        len(lines) > place + 1
        and len(line.text) <= 300
        and line.words <= _LONGEST_TITLE
        and line.text[-1] not in ".,;:"
    )


def _split_title(text: str) -> tuple[str, str]:
    """Part "Headline | The Outlet"; at a dash only what is an outlet's name by itself."""
    for bar in (" | ", " - ", " – ", " — "):
        title, found, outlet = text.rpartition(bar)
        if not found or len(title.split()) < 3 or len(outlet.split()) > 4 or not outlet[:1].isupper():
            continue
        if is_outlet(outlet) or (bar == " | " and not byline_names(outlet) and not find_dates(outlet)):
            return title.strip(), outlet.strip()
    return text, ""


def _read_dateline(lines: Sequence[Line]) -> tuple[PrintedDate | None, str]:
    """Return date and agency of a line that opens "WASHINGTON, Sept 6 (Reuters) –"; nothing without one."""
    for line in lines:
        found = _DATELINE.match(line.text[:160])
        if found and found["agency"] in AGENCIES:
            dates = find_dates(line.text[: found.start("agency")])
            return (dates[-1] if dates else None), found["agency"]
    return None, ""


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
