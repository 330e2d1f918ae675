"""Pages packed into RTF (MS-OXRTFEX): Outlook keeps the HTML of a mail that way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.intake.rtf.control_words import HANDLERS
from desktop.intake.rtf.flow import Words
from desktop.intake.rtf.groups import OPENERS, hide
from desktop.intake.rtf.parser import Parser
from desktop.intake.rtf.tokens import tokens

if TYPE_CHECKING:
    from desktop.intake.rtf.control_words import Handler
    from desktop.intake.rtf.flow import Break, Style
    from desktop.intake.rtf.groups import Opener

_HEAD = 1024  # bytes in which a file says that it holds a page
_NO_FONT = -1  # tags are in the encoding of the file, whatever the font


class _Page(Words):
    """Takes tags and text of a page."""

    def end(self, _ends: Break, _style: Style) -> None:
        self.parts.append("\n")


def holds_page(data: bytes) -> bool:
    """Say whether this RTF is a page that was packed."""
    return b"\\fromhtml" in data[:_HEAD]


def page_of(data: bytes) -> str:
    """Give the HTML of a page that was packed into RTF."""
    page = _Page()
    parser = Parser(data, page, _HANDLERS, _OPENERS)
    for token in tokens(data):
        parser.take(token)
    parser.finish()
    return page.text


def _tag(parser: Parser, _word: str) -> None:
    parser.state = parser.state._replace(font=_NO_FONT)


def _only_rtf(parser: Parser, number: int | None) -> None:
    """Pass over what stands in for tags where a program shows the RTF itself."""
    parser.flush()
    parser.state = parser.state._replace(target=parser.state.text if number == 0 else None)


_IN_PLACE = ("field", "fldrslt", "rtf", "object", "result")
_HANDLERS: dict[str, Handler] = {**HANDLERS, "htmlrtf": _only_rtf}
_OPENERS: dict[str, Opener] = {
    **{word: hide for word in OPENERS if word not in _IN_PLACE},
    "fonttbl": OPENERS["fonttbl"],
    "htmltag": _tag,
}
