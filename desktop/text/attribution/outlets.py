"""Through which outlet did a statement reach this article?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.text.languages.language import words

if TYPE_CHECKING:
    from desktop.domain import Span

_LAST = words(
    "press reuters ap afp upi cnn bbc news times post journal agency media tv radio magazine herald tribune guardian "
    "telegraph pbs npr nbc abc cbs msnbc bloomberg politico tass xinhua dpa examiner standard mail spiegel monde sun "
    "zeit welt bild focus stern taz faz süddeutsche handelsblatt tagesspiegel libération parisien équipe mundo razón "
    "vanguardia repubblica corriere volkskrant telegraaf croix express point humanité "
    "globe today reporter week zeitung rundschau figaro país efe network channel interfax"
)
_NAME = r"((?:The |the )?[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,3})"
_AFTER = re.compile(
    rf"[^\n.“”\"]{{0,40}}?\b(?:reported by|quoted by|cited by|published by|obtained by|told|to|via|on|with) {_NAME}"
)
_BEFORE = re.compile(rf"(?:^|[.!?”\"]\s+){_NAME} (?:has )?(?:reported|reports|quoted|quotes|cited)\b[^.\n]*$")
_CLOSING = re.compile(rf"[^\n.“”\"]{{0,50}}?(?:\b(?:reported|reports) {_NAME}|{_NAME} (?:has )?(?:reported|reports)\b)")
_REACH = 90


def outlet_of(text: str, speaker: Span, cue: Span, quotation: Span) -> str:
    """Give the outlet to which, or through which, the words were said; empty where none is printed."""
    end = max(speaker.end, cue.end)
    line_end = text.find("\n", end, end + _REACH)
    stop = min(len(text) if line_end < 0 else line_end, end + _REACH)
    start = cue.start if text[cue.start : cue.end].lower() in {"told", "tells", "telling"} else end
    match = _AFTER.match(text, start, stop)
    if match and is_outlet(match.group(1)):
        return _plain(match.group(1))
    match = _CLOSING.match(text, quotation.end, min(len(text), quotation.end + _REACH))
    relayed = (match.group(1) or match.group(2)) if match else ""
    if relayed and is_outlet(relayed) and not quotation.end <= cue.start < quotation.end + _REACH:
        return _plain(relayed)
    first = min(speaker.start, cue.start)
    reach = max(0, first - 2 * _REACH)
    line_start = max(text.rfind("\n", reach, first) + 1, reach)
    match = _BEFORE.search(text[line_start:first])
    return _plain(match.group(1)) if match and is_outlet(match.group(1)) else ""


def _plain(name: str) -> str:
    return re.sub(r"^[Tt]he |['’]s$|[.,]+$", "", name)


def is_outlet(name: str) -> bool:
    """Say whether a name is that of a paper, an agency or a station."""
    return _plain(name).split()[-1].lower() in _LAST
