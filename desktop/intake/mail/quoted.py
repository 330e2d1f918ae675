"""Quoted mail: where a message stops speaking for its sender, and whose words follow."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain import Anchor, AnchorKind
from desktop.intake.mail.heads import Head, day_of
from desktop.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Names of the lines of a head, as programs print it above what they quote or forward.
_NAMES = {
    "sender": "from|von|de|da|van|från|od|от",
    "date": "date|sent|datum|gesendet|envoyé|fecha|enviado|enviado el|data|inviato|verzonden|skickat|le",
    "subject": "subject|betreff|objet|asunto|oggetto|onderwerp|ämne|sujet",
    "recipients": "to|cc|an|à|para|a|aan|till|copie à|reply-to|antwort an",
}
_FIELD = lazy_pattern(
    rf"[\s*_]*(?:{'|'.join(f'(?P<{key}>{names})' for key, names in _NAMES.items())})[*_]*\s?:[*_]*\s*(?P<value>.*)",
    re.IGNORECASE,
)
# What programs print above a message that they quote or forward: a rule with words in it, or words with a colon.
_RULE = lazy_pattern(
    r"[>\s]*(?:-{2,}\s*[^\W\d_][^\n-]{3,50}(?:-[^\n-]{1,20})?\s*-{2,}|_{10,}"
    r"|(?:begin forwarded message|anfang der weitergeleiteten nachricht|début du message réexpédié"
    r"|inicio del mensaje reenviado)\s?:)\s*",
    re.IGNORECASE,
)
# The line that introduces a quoted message: who wrote it, and mostly when.
_VERB = r"(?:wrote|writes|schrieb|schreibt|a écrit|écrit|escribió|escribe|ha scritto)"
_INTRODUCTION = lazy_pattern(rf"(?P<before>.{{2,250}}?)\s{_VERB}(?P<after>\s[^:]{{2,80}})?\s?:", re.IGNORECASE)
_DATED = lazy_pattern(r"(?:on|am|le|el|il)\s.*\d", re.IGNORECASE)
_LAST_NAME = lazy_pattern(r"(?:^|[\d,:>]|\d\s?[ap]\.?m\.?,?|uhr,?)\s*(?P<name>[^\W\d_][^\d,<>]*)$", re.IGNORECASE)
_ADDRESS = lazy_pattern(r"\s*[<(\[]?(?:mailto:)?[^\s<>()\[\]]+@[^\s<>()\[\]]+[>)\]]?")
_SIGNS = lazy_pattern(r"(?:>\s?)*")
_LINES, _LONGEST = 3, 300  # lines over which an introduction may run, and code points of it
THIS, _QUOTED = "this message", "quoted mail"


Depths = tuple[tuple[int, int], ...]  # offsets, and how deep in quotation the text is from there on


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    depth: int
    is_apart: bool  # a blank line stands before it
    text: str  # without signs of quotation


def set_apart(text: str) -> tuple[str, Depths]:
    """Set quoted paragraphs apart, and give where they are: their sign stands before the first line of each only.

    So a quotation that runs over lines holds no sign of the mail program.
    """
    lines: list[str] = []
    depths: list[tuple[int, int]] = []
    size = before = 0
    for raw in text.split("\n"):
        depth, words = _unsigned(raw, before)
        gap = bool(lines) and lines[-1] != "" and (not words or depth != before)
        if gap:
            lines.append("")
            size += 1
        if not words:
            continue
        if depth != before:
            depths.append((size, depth))
        is_first = not lines or lines[-1] == ""
        lines.append(f"{'>' * depth} {words}" if depth and is_first else words)
        size += len(lines[-1]) + 1
        before = depth
    return "\n".join(lines).rstrip("\n"), tuple(depths)


def _unsigned(line: str, before: int) -> tuple[int, str]:
    """Give how many signs of quotation stand before a line, and the line without them; ">50" is a figure."""
    signs = _SIGNS.match(line)
    end = signs.end() if signs else 0
    words = line[end:].rstrip()
    if words[:1].isdigit() and line[:end].endswith(">") and not before:
        return 0, line.rstrip()
    depth = line[:end].count(">")
    return (depth, words) if depth else (0, line.rstrip())


def anchors_of(text: str, head: Head, depths: Depths = (), *, is_page: bool = False) -> tuple[Anchor, ...]:
    """Give an anchor at each place where another message begins to speak, and where this one goes on."""
    lines = list(_lines(text, depths))
    labels = {0: head.label or THIS}
    anchors = [(0, labels[0])] if lines else []
    depth, i, introduced = 0, 0, ""
    while i < len(lines):
        line = lines[i]
        if line.depth != depth:
            if line.depth > depth:
                # What a page sets apart may be anybody's: only an introduction says that it is another's mail.
                labels[line.depth] = introduced or (labels.get(depth, _QUOTED) if is_page else _QUOTED)
            depth = line.depth
            anchors.append((line.start, labels.get(depth, _QUOTED)))
        quoted, used = _printed_head(lines, i)
        introduced, read = ("", 0) if used else _introduction(lines, i)
        if used:
            labels[depth] = quoted
        if used or (read and _goes_on_at(lines, i + read) <= depth):
            anchors.append((line.start, quoted or introduced))
        i += used or read or 1
    return tuple(Anchor(start, AnchorKind.MESSAGE, label) for start, label in _distinct(anchors))


def _lines(text: str, depths: Depths) -> Iterator[_Line]:
    """Give the lines that are not blank."""
    start, is_apart = 0, True
    pending, depth = deque(depths), 0
    for raw in text.split("\n"):
        while pending and pending[0][0] <= start:
            depth = pending.popleft()[1]
        words = _SIGNS.sub("", raw, count=1).strip() if depth else raw.strip()
        if words:
            yield _Line(start, depth, is_apart, words)
        is_apart = not words
        start += len(raw) + 1


def _printed_head(lines: Sequence[_Line], i: int) -> tuple[str, int]:
    """Read a head that is printed in the text, with the rule above it: its label, and how many lines."""
    first = i + bool(_RULE.fullmatch(lines[i].text))
    found: dict[str, str] = {}
    end = first
    while end < len(lines) and lines[end].depth == lines[i].depth and (field := _FIELD.fullmatch(lines[end].text)):
        name = next(key for key in _NAMES if field[key])
        found.setdefault(name, field["value"].strip())
        end += 1
    has_rule = first > i
    if "sender" not in found or len(found) < (2 if has_rule else 3):
        return "", 0
    head = Head(found["sender"], date=found.get("date", ""), day=day_of(found.get("date", "")))
    return head.label, end - i


def _introduction(lines: Sequence[_Line], i: int) -> tuple[str, int]:
    """Read the line that introduces a quoted message: its label, and over how many lines it runs."""
    introduction = ""
    for count, line in enumerate(lines[i : i + _LINES], 1):
        if line.depth != lines[i].depth or len(introduction) > _LONGEST or (introduction and line.is_apart):
            break
        introduction = f"{introduction} {line.text}".strip()
        found = _INTRODUCTION.fullmatch(introduction) if introduction.endswith(":") else None
        is_dated = _DATED.match(introduction) is not None
        if found and (is_dated or (count == 1 and _goes_on_at(lines, i + 1) > line.depth)):
            return f"from {_name(found)}", count
    return "", 0


def _name(found: re.Match[str]) -> str:
    """Find the name in an introduction, or the address where there is no name."""
    before, after = found["before"], found["after"] or ""
    named = after if after.strip() else before
    without = _ADDRESS.sub("", named).strip(' ,"')
    name = _LAST_NAME.search(without)
    address = _ADDRESS.search(named)
    return (name["name"].strip(' "') if name else "") or (address.group() if address else named).strip(" <>()[]")


def _goes_on_at(lines: Sequence[_Line], i: int) -> int:
    """Give the depth of a line, -1 behind the last."""
    return lines[i].depth if i < len(lines) else -1


def _distinct(anchors: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Leave out what says the same as the anchor before it, and all but the last of one place."""
    by_place = dict(anchors)
    before = None
    for start, label in by_place.items():
        if label != before:
            yield start, label
        before = label
