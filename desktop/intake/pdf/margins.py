"""Margins of PDF pages: running heads and feet, page numbers, footnotes, found by place and repetition."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.lazy_pattern import lazy_pattern
from desktop.translation import english

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.intake.pdf.page import Line, Page

HEAD = english("running head")
FOOT = english("running foot")
NUMBER = english("page number")
FOOTNOTE = english("footnote")

_Place = tuple[str, int]  # a row and a step of height
_DEEP = 4  # rows from the edge of a page that are looked at
_NEAR = 6.0  # points by which the same head may stand elsewhere on another page
_ZONE = 0.14  # share of the page's height, at either end, in which heads and feet stand
_DIGITS = lazy_pattern(r"\d+")
_WORD_FOR_PAGE = r"(?:page|seite|página|pagina|pág\.|pag\.|pg\.|p\.|s\.|strona|str\.|sida|side|sivu|oldal|strana)"
_PAGE_NUMBER = lazy_pattern(
    rf"\W*(?:{_WORD_FOR_PAGE}\s*)?(?:\d{{1,4}}|[ivxlc]{{1,7}}|[A-Z]-?\d{{1,3}})"
    r"(?:\s*(?:of|/|von|de|di|van|sur|z|av|af|\|)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
_NAMED_PAGE = lazy_pattern(rf"(?:^|[\s|·•–-]){_WORD_FOR_PAGE}\s?\d{{1,4}}\b", re.IGNORECASE)
_OF_PAGES = lazy_pattern(r"(?:^|\s)\d{1,4}\s?(?:/|of|von|de|sur)\s?\d{1,4}$", re.IGNORECASE)
_MASTHEAD = lazy_pattern(
    r"\b(?:vol(?:ume|\.)?|band|jahrgang|año|anno|année)\s?\d+|\b(?:no|nr|núm|n°|nº|issue|number|ausgabe)\b\.?\s?\d+",
    re.IGNORECASE,
)
_PRINTED_AT = lazy_pattern(r"\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}[:.]\d{2}\b")
_ADDRESS = lazy_pattern(r"https?://|www\.", re.IGNORECASE)
_FINAL = tuple('.!?…:;,”"»')
_NOTE_SIGN = lazy_pattern(r"(?:(\d{1,3})|[*†‡§]{1,3}|\[(\d{1,3})\])[.)]?\s*\S")


@dataclass(frozen=True, slots=True)
class Margin:
    """A line that is no body, and why."""

    line: Line
    why: str


@dataclass(slots=True)
class _Sheet:
    """A page without what was cut, and what was."""

    page: Page
    number: int  # from 1
    rows: list[list[Line]]  # from top to bottom
    cut: list[Margin]


def body_size(pages: Sequence[Page]) -> float:
    """Give the size of type in which most letters are set."""
    letters: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            letters[round(line.size * 2) / 2] += len(line.text)
    return max(letters, key=lambda size: (letters[size], size), default=10.0)


def find_margins(pages: Sequence[Page]) -> list[list[Margin]]:
    """Find for each page the heads, feet, numbers and notes that stand around its body; lines as in `page.lines`."""
    sheets = [_Sheet(page, number, _rows(page.lines), []) for number, page in enumerate(pages, 1)]
    size = body_size(pages)
    offsets = _offsets(sheets)
    originals = _without_copies(sheets)
    repeated = {at_top: _repeated(originals, at_top=at_top) for at_top in (True, False)}
    for sheet in sheets:
        _cut_edge(sheet, repeated[True], offsets, at_top=True)
        _cut_edge(sheet, repeated[False], offsets, at_top=False)
        _cut_lone_head(sheet, size)
        _cut_footnotes(sheet, size)
    return [sheet.cut for sheet in sheets]


def _rows(lines: Iterable[Line]) -> list[list[Line]]:
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.base):
        if rows and abs(rows[-1][0].base - line.base) < 0.3 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        row.sort(key=lambda line: line.left)
    return rows


def _edge(sheet: _Sheet, *, at_top: bool) -> list[list[Line]]:
    """Give the outermost rows of a page, from the edge inwards."""
    rows = sheet.rows[:_DEEP] if at_top else sheet.rows[: -_DEEP - 1 : -1]
    zone = _ZONE * sheet.page.height
    return [row for row in rows if (row[0].base < zone if at_top else row[0].base > sheet.page.height - zone)]


def _key(row: Sequence[Line]) -> str:
    return f"{round(row[0].size)} {_DIGITS.sub('0', ' '.join(line.text for line in row))}"


# What repeats from page to page


def _without_copies(sheets: Sequence[_Sheet]) -> list[_Sheet]:
    """Leave out pages of which nearly all is printed on other pages, too: they repeat more than a head."""
    if len(sheets) == 1:
        return []
    pages = [[row[0].text for row in sheet.rows] for sheet in sheets]
    counts = Counter(text for page in pages for text in set(page))
    return [
        sheet
        for sheet, page in zip(sheets, pages, strict=True)
        if sum(counts[text] > 1 for text in page) <= 0.8 * len(page)
    ]


def _repeated(sheets: Sequence[_Sheet], *, at_top: bool) -> set[_Place]:
    """Give the rows, digits folded, that stand at the same height of several pages."""
    counts = Counter(
        place
        for sheet in sheets
        for place in {
            near for row in _edge(sheet, at_top=at_top) for near in _near(_key(row), _height(sheet, row, at_top=at_top))
        }
    )
    enough = 2 if len(sheets) <= 5 else 3
    return {place for place, count in counts.items() if count >= enough}


def _near(key: str, height: float) -> tuple[_Place, _Place]:
    """Give the two steps of height that a row may share with one that stands near the same height."""
    step = int(height // _NEAR)
    return (key, step), (key, step + 1 if height % _NEAR > _NEAR / 2 else step - 1)


def _height(sheet: _Sheet, row: Sequence[Line], *, at_top: bool) -> float:
    return row[0].base if at_top else sheet.page.height - row[0].base


def _cut_edge(sheet: _Sheet, repeated: set[_Place], offsets: set[int], *, at_top: bool) -> None:
    """Cut rows from the edge inwards, as long as each is a head, a foot or a page number."""
    for row in _edge(sheet, at_top=at_top):
        again = not repeated.isdisjoint(_near(_key(row), _height(sheet, row, at_top=at_top)))
        if _is_page_number(sheet, row, offsets, again=again):
            why = NUMBER
        elif again or _prints_address(row):
            why = HEAD if at_top else FOOT
        else:
            break
        _cut(sheet, row, why)


def _cut(sheet: _Sheet, row: list[Line], why: str) -> None:
    sheet.cut += [Margin(line, why) for line in row]
    sheet.rows.remove(row)


# Page numbers


def _offsets(sheets: Sequence[_Sheet]) -> set[int]:
    """Give the differences between printed and counted page numbers that several pages agree on."""
    found: Counter[int] = Counter()
    for sheet in sheets:
        rows = [row for at_top in (True, False) for row in _edge(sheet, at_top=at_top)[:2]]
        found.update({int(row[0].text) - sheet.number for row in rows if _is_bare_number(row)})
    return {0} | {offset for offset, count in found.items() if count >= 2}


def _is_bare_number(row: Sequence[Line]) -> bool:
    return len(row) == 1 and row[0].text.isdecimal() and len(row[0].text) <= 4


def _is_page_number(sheet: _Sheet, row: Sequence[Line], offsets: set[int], *, again: bool) -> bool:
    if len(row) != 1 or not _PAGE_NUMBER.fullmatch(row[0].text):
        return False
    text = row[0].text
    if text.isdecimal():
        return again or int(text) - sheet.number in offsets or _stands_apart(sheet, row)
    numbers = [int(number) for number in _DIGITS.findall(text)]
    return again or bool(numbers) or text.strip(" -–—|").casefold() == sheet.page.label.casefold()


def _stands_apart(sheet: _Sheet, row: Sequence[Line]) -> bool:
    at = next((i for i, other in enumerate(sheet.rows) if other is row), 0)
    near = [sheet.rows[i] for i in (at - 1, at + 1) if 0 <= i < len(sheet.rows)]
    return all(abs(other[0].base - row[0].base) > 2 * row[0].size for other in near)


# Heads and feet that stand on one page only


def _prints_address(row: Sequence[Line]) -> bool:
    """Say whether a browser printed it: date and time, or address and page, at the edge of the sheet."""
    text = "\t".join(line.text for line in row)
    return bool(_PRINTED_AT.match(text)) or bool(_ADDRESS.match(text) and _OF_PAGES.search(text))


def _cut_lone_head(sheet: _Sheet, size: float) -> None:
    """Cut a head that no other page repeats, where it says that it is one, or was written together with the foot."""
    rows = _edge(sheet, at_top=True)
    if not rows or len(sheet.rows) < 3 or any(found.why == HEAD for found in sheet.cut):
        return
    row = rows[0]
    text = " ".join(line.text for line in row)
    plain = len(text) <= 100 and row[0].size <= 1.15 * size and not text.endswith(_FINAL)
    says = _NAMED_PAGE.search(text) or _MASTHEAD.search(text) or ("\t" in text and _stands_apart(sheet, row))
    if plain and (says or _is_written_with_foot(sheet, row)):
        _cut(sheet, row, HEAD)


def _is_written_with_foot(sheet: _Sheet, row: Sequence[Line]) -> bool:
    """Say whether the pen went from this row straight to the foot of the page, or came from there."""
    feet = {id(found.line) for found in sheet.cut if found.line.base > sheet.page.height / 2}
    ends = (sheet.page.lines[: len(row) + 1], sheet.page.lines[-len(row) - 1 :])
    heads = {id(line) for line in row}
    return any(heads <= (here := {id(line) for line in end}) and here & feet for end in ends)


# Footnotes


def _cut_footnotes(sheet: _Sheet, size: float) -> None:
    """Cut the notes at the foot of the page: from the first line that begins with a note's sign downwards."""
    lines = [line for row in sheet.rows for line in row]
    called = {note.of(line.text) for line in lines for note in line.notes if note.start > 0}
    for first in lines:
        if first.base > 0.3 * sheet.page.height and _opens_note(first, called, size):
            below = [line for line in lines if line.base >= first.base - 0.2 * line.size and line.overlaps(first)]
            if all(line.size <= first.size * 1.08 for line in below):
                sheet.cut += [Margin(line, FOOTNOTE) for line in below]
                footnotes = {id(line) for line in below}
                sheet.rows = [
                    left for row in sheet.rows if (left := [line for line in row if id(line) not in footnotes])
                ]
                lines = [line for line in lines if id(line) not in footnotes]


def _opens_note(line: Line, called: set[str], size: float) -> bool:
    sign = _NOTE_SIGN.match(line.text)
    if not sign:
        return False
    number = sign[1] or sign[2]
    is_small = line.size < 0.94 * size
    if line.notes and line.notes[0].start == 0:
        return is_small or line.notes[0].of(line.text) in called
    return is_small and (number is None or number in called)


def body_lines(page: Page, margins: Sequence[Margin]) -> Iterator[Line]:
    """Give the lines of a page that are none of these, in the order of writing."""
    cut = {id(found.line) for found in margins}
    return (line for line in page.lines if id(line) not in cut)
