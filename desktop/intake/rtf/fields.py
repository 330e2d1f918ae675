"""Fields of RTF: what one shows that comes without a result."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from desktop.intake.office.symbol_fonts import sign_of
from desktop.intake.rtf.flow import Flow, Style, Words
from desktop.lazy_pattern import lazy_pattern

_SYMBOL = lazy_pattern(r"\s*SYMBOL\s+(0x[0-9a-f]{1,4}|\d{1,5})(.*)", re.IGNORECASE | re.DOTALL)
_SYMBOL_FONT = lazy_pattern(r"\\f\s*(?:\"([^\"]*)\"|(\S+))", re.IGNORECASE)
_UNICODE = lazy_pattern(r"\\u\b", re.IGNORECASE)
_BUTTON = lazy_pattern(r"\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s+(.*)", re.IGNORECASE | re.DOTALL)
_QUOTED = lazy_pattern(r"\s*QUOTE\s+\"(.*)\"", re.IGNORECASE | re.DOTALL)


@dataclass(slots=True, eq=False)
class Field:
    """A field: where it stands, how it looks, and what it is told to show."""

    flow: Flow | Words
    start: int  # pieces of the flow before it
    style: Style
    instruction: Words = field(default_factory=Words)
    choices: list[Words] = field(default_factory=list)
    chosen: int = 0

    def shown(self) -> str:
        """Give what is seen of it where the file holds no result."""
        instruction = self.instruction.text
        if self.choices:
            return self.choices[self.chosen].text if 0 <= self.chosen < len(self.choices) else ""
        if found := _SYMBOL.match(instruction):
            return _symbol(int(found.group(1), 0), found.group(2))
        found = _BUTTON.match(instruction) or _QUOTED.match(instruction)
        return found.group(1).strip() if found else ""


def _symbol(number: int, switches: str) -> str:
    font = _SYMBOL_FONT.search(switches)
    name = (font.group(1) or font.group(2) or "") if font else ""
    if number in range(0x80, 0x100) and not _UNICODE.search(switches):
        number += 0xF000  # the place in the font; in one of letters, in Windows' code page
    return sign_of(number, name) or ""
