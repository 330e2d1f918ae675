"""Markup of news as text: NITF and XHTML, paragraph by paragraph, with what is no body as cuts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.intake.containers.xml_tree import local_name, words_of
from desktop.intake.document import STRUCK
from desktop.intake.lines import RAISED
from desktop.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lxml.etree import _Element

    from desktop.intake.office.flow import Flow


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


_BLOCKS = _names(
    "p hl1 hl2 h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tr td th thead tbody tfoot caption nitf-table blockquote bq "
    "credit block div section article header footer aside main figure address pre hr body body.content media center "
    "form fieldset datasource story.date"
)
_NOT_SHOWN = _names(
    "head script style template title media-reference media-object media-metadata nitf-table-metadata tobject docdata "
    "meta link"
)
_APART = {  # why they are cut
    "media-caption": "caption",
    "figcaption": "caption",
    "media-producer": "credit",
    "fn": "note",
    "note": "editor's note",
    "body.end": "end of the item",
}
_HEADS = {
    "hedline": "headline",
    "distributor": "provider",
    "rights": "rights",
    "note": "editor's note",
}
_BLANKS = lazy_pattern(r"[ \t\r\n\f]+")
_MARKS = frozenset("\"'“”„‟«»‹›‘’‚「」『』")


class Markup:
    """Writes elements into a flow; `marked` counts quotations that got the marks which the markup stands for."""

    def __init__(self, flow: Flow) -> None:
        self.marked = 0
        self._flow = flow
        self._after_blank = True
        self._last = ""
        self._why = ""
        self._quotes = 0

    def write(self, element: _Element) -> None:
        """Write an element: its paragraphs, or its words as part of the paragraph that is open."""
        name = local_name(element)
        if name in _NOT_SHOWN:
            return
        if name == "body.head":
            self._heads(element)
        elif name in _APART:
            self.write_apart([element], _APART[name])
        elif name in _BLOCKS:
            self._end()
            self.children(element)
            self._end()
        else:
            _INLINE.get(name, Markup.children)(self, element)

    def write_apart(self, elements: Iterable[_Element], why: str) -> None:
        """Write what elements hold as one cut."""
        with self._flow.block(why):
            self._after_blank = True
            for each in elements:
                self.children(each)
                self._end()

    def write_text(self, text: str) -> None:
        """Write characters; blanks and line ends in a row are one blank."""
        text = _BLANKS.sub(" ", text)
        if self._after_blank:
            text = text.removeprefix(" ")
        if text:
            self._add(text)

    def _heads(self, element: _Element) -> None:
        for each in element:
            self.write_apart([each], _HEADS.get(local_name(each), local_name(each)))

    def children(self, element: _Element) -> None:
        """Write what an element holds."""
        self.write_text(element.text or "")
        for each in element:
            self.write(each)
            self.write_text(each.tail or "")

    def _add(self, text: str) -> None:
        self._after_blank = text[-1] in " \n"
        self._last = text[-1]
        self._flow.write(text, self._why)

    def _end(self) -> None:
        self._flow.end()
        self._after_blank = True
        self._last = ""

    def line_break(self, _element: _Element) -> None:
        self._add("\n")

    def fraction(self, element: _Element) -> None:
        """Keep the figures apart: 5 and 1/2 is not 51/2, and 1/2 not 12."""
        if self._last.isdigit():
            self._add(" ")
        for each in element:
            if local_name(each) == "frac-den" and self._last not in "/⁄":
                self._add("/")
            self.children(each)

    def raised(self, element: _Element) -> None:
        digits = words_of(element)
        if digits.isdecimal():
            self._add(digits.translate(RAISED))
        else:
            self.children(element)

    def struck(self, element: _Element) -> None:
        outer, self._why = self._why, STRUCK
        self.children(element)
        self._why = outer

    def quotation(self, element: _Element) -> None:
        """Put marks around a quotation which has none of its own."""
        words = words_of(element)
        if not words or words[0] in _MARKS or self._last in _MARKS:
            self.children(element)
            return
        opening, closing = "‘’" if self._quotes % 2 else "“”"
        self.marked += 1
        self._quotes += 1
        self._add(opening)
        self._after_blank = True
        self.children(element)
        self._add(closing)
        self._quotes -= 1


_INLINE: dict[str, Callable[[Markup, _Element], None]] = {
    "br": Markup.line_break,
    "frac": Markup.fraction,
    "sup": Markup.raised,
    "q": Markup.quotation,
    **dict.fromkeys(("del", "s", "strike"), Markup.struck),
}
