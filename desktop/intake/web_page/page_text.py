"""The visible text of a page, as blocks in reading order: our own walk over its tree.

Every word that a person can see comes out, once. What is struck out, a note number or a reading aid is a part of its
block with a reason; words that nobody sees are blocks of their own with the reason why.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, ClassVar

from desktop.intake.document import NOTE_NUMBER, READING_AID, STRUCK
from desktop.intake.lines import RAISED_WITH_SIGNS
from desktop.intake.web_page.html_tree import parse
from desktop.intake.web_page.page_blocks import CELL, LINE, PARAGRAPH, Block, BlockBuilder, Scope
from desktop.lazy_pattern import lazy_pattern
from desktop.translation import english

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml.html import HtmlElement

HIDDEN = english("hidden on the page")
SCREEN_READER = english("for screen readers only")
FLOATING = english("shown when pointed at")
NO_SCRIPT = english("shown only without scripts")
MENU = english("in a closed menu")


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


_BLOCKS = _tags(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search section "
    "select summary table caption tbody thead tfoot tr td th text textarea ul iframe"
)
_SKIPPED = _tags(
    "script style template head title meta link object embed applet audio video canvas noframes noembed datalist map "
    "rp desc metadata defs symbol annotation annotation-xml"
)
_LINES = _tags("li tr dt dd option optgroup thead tbody tfoot")
_CELLS = _tags("td th")
_WHOLE = _tags("html body")
_MAYBE_HIDDEN = _tags("noscript option dialog")
_WIDTHS = (CELL, LINE, PARAGRAPH)
_WIDER = {(a, b): max(a, b, key=_WIDTHS.index) for a in _WIDTHS for b in _WIDTHS}
_SHOWN_INPUTS = frozenset(("submit", "button", "reset"))
_INVISIBLE = lazy_pattern(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?:px|em|pt|rem|%)?\s*(?:[;!]|$)"
    r"|(?<![-\w])(?:left|top|text-indent)\s*:\s*-\d{3,}(?:px|em)",
    re.IGNORECASE,
)
_AS_BLOCK = lazy_pattern(r"display\s*:\s*(?:block|flex|grid|table|list-item)", re.IGNORECASE)
_SCREEN_READER = lazy_pattern(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-(?:text|only)|screenreader(?:-text|-only|text)?"
    r"|element-invisible|assistive-text|u-hiddenvisually|a11y-hidden|accessibly-hidden)(?:\s|$)",
    re.IGNORECASE,
)
_FLOATING = lazy_pattern(
    r"(?:^|\s)(?:tool-?tip|rollover|hover-?card|popover|fly-?out)(?:[\w-]*[-_])?(?:text|content|block|body|inner|card|box)(?:\s|$)",
    re.IGNORECASE,
)
_UNSHOWN_RULE = lazy_pattern(r"\{[^{}]*?display\s*:\s*none\s*!important")
_MOST_RULES = 200  # of one style sheet
_CLASS = lazy_pattern(r"\s*\.([\w-]+)\s*")
_NOTE = lazy_pattern(r"\[?\(?(?:\d{1,3}|[a-z]|[*†‡§¶]{1,3})\)?\]?(?:[,\s–-]\s?(?:\d{1,3}|[a-z]))*", re.IGNORECASE)
_DIGITS = lazy_pattern(r"[-−+]?\d+")
_POWER = lazy_pattern(r"(?:^|[^\w.,])(?:10|2|e)$|(?:^|[\W\d])(?:[kcdmµ]?m|in|ft|yd|mi|km|s|[xyznabcr])$|\)$")
_FRAMES_DEEP = 3

# Quotation marks that browsers put around <q>: outer pair, inner pair.
_ENGLISH = "“”‘’"
_QUOTES = {
    "„“‚‘": "de cs sk sl bg is lt et ka sr",
    "„”‚’": "pl ro hu hr",
    "«»“”": "es it pt el ca",
    "«»‹›": "fr",
    "«»„“": "ru uk be",
    "»«›‹": "da",
    "«»‘’": "no nb nn",
    "””’’": "sv fi he",
    "「」『』": "ja zh-tw zh-hant zh-hk",
}
_BY_LANGUAGE = {language: marks for marks, languages in _QUOTES.items() for language in languages.split()}
_MARKS = frozenset("\"'“”„‟«»‹›‘’‚「」『』")


def read_blocks(root: HtmlElement, frames: Mapping[str, str] | None = None) -> list[Block]:
    """Give the blocks of a page in reading order, those that nobody sees among them; frames where they stand.

    Scripts and style sheets are taken out of the tree.
    """
    return _Walk(root, frames or {}).blocks


@dataclass(slots=True)
class _Part:
    """What of the block in the making is no running text, until it is closed."""

    start: int
    why: str


class _Walk:
    """One pass over the tree, with a stack of its own: pages are nested deeper than Python calls."""

    def __init__(
        self, root: HtmlElement, frames: Mapping[str, str], outer: Scope | None = None, depth: int = 0
    ) -> None:
        from lxml import etree

        self.blocks: list[Block] = []
        self._frames = frames
        self._depth = depth
        self._scope = Scope("", "", outer, outer.language if outer else "")
        self._hidden = ""
        self._verbatim = 0
        self._links = 0
        self._quotes = 0
        self._open_parts: list[_Part] = []  # one in another
        self._saved: list[BlockBuilder] = []
        self._unshown = _unshown_classes(root)
        etree.strip_elements(root, "script", "style", with_tail=False)
        self._now = BlockBuilder(self._scope, PARAGRAPH, "")
        self._run(root)
        self._flush(PARAGRAPH)

    def _run(self, root: HtmlElement) -> None:
        stack: list[HtmlElement | Callable[[], None] | str] = [root]
        while stack:
            item = stack.pop()
            if isinstance(item, str):
                self._add(item)
            elif callable(item):
                item()
            else:
                if item.tail and stack:
                    stack.append(item.tail)
                if isinstance(item.tag, str) and item.tag not in _SKIPPED:
                    stack.extend(self._open(item, item.tag))
                    stack.extend(reversed(item))
                    if item.text:
                        stack.append(item.text)

    def _add(self, text: str) -> None:
        size = self._now.add(text, verbatim=self._verbatim > 0)
        if self._links and not self._open_parts:
            self._now.block.linked += size

    # -- what an element opens; each gives what closes it --------------------------------------------------------------

    def _open(self, element: HtmlElement, tag: str) -> list[Callable[[], None]]:
        leave: list[Callable[[], None]] = []
        attributes = dict(element.items())
        if (attributes or tag in _MAYBE_HIDDEN) and not self._hidden:
            why = self._why_hidden(element, tag, attributes)
            if why:
                leave.append(self._hide(why))
        is_block = tag in _BLOCKS or ("style" in attributes and _AS_BLOCK.search(attributes["style"]) is not None)
        if is_block or "lang" in attributes:
            leave.append(self._open_scope(_scope(tag, attributes, self._scope), is_block=is_block))
        if "class" in attributes and _FLOATING.search(attributes["class"]):
            leave.append(self._open_part(FLOATING))
        inline = self._inline.get(tag)
        close = inline(self, element) if inline else None
        return [*leave, close] if close else leave

    def _why_hidden(self, element: HtmlElement, tag: str, attributes: Mapping[str, str]) -> str:
        if tag == "noscript":
            return NO_SCRIPT
        if tag == "option":
            return "" if "selected" in attributes or element.getprevious() is None else MENU
        if tag in _WHOLE:  # a page that is hidden until its scripts have run
            return ""
        if "hidden" in attributes or (tag == "dialog" and "open" not in attributes):
            return HIDDEN
        if "style" in attributes and _INVISIBLE.search(attributes["style"]):
            return HIDDEN
        return self._why_hidden_by_class(attributes.get("class", ""))

    def _why_hidden_by_class(self, classes: str) -> str:
        if not classes:
            return ""
        if self._unshown and not self._unshown.isdisjoint(classes.split()):
            return HIDDEN
        return SCREEN_READER if _SCREEN_READER.search(classes) else ""

    def _hide(self, why: str) -> Callable[[], None]:
        """Gather what nobody sees beside the block that it stands in."""
        before = self._now
        self._hidden, self._now = why, BlockBuilder(self._scope, PARAGRAPH, why)
        parts, self._open_parts = self._open_parts, []

        def show() -> None:
            self._flush(PARAGRAPH)
            self._hidden, self._now, self._open_parts = "", before, parts

        return show

    def _open_scope(self, scope: Scope, *, is_block: bool) -> Callable[[], None]:
        before = self._scope
        if is_block:
            self._flush(_gap(scope.tag))
        self._scope = self._now.block.scope = scope

        def close() -> None:
            if is_block:
                self._flush(_gap(scope.tag))
            self._scope = before
            if not self._now.length:
                self._now.block.scope = before

        return close

    def _flush(self, lead: str) -> None:
        """End the block in the making; `lead` stands before the next one, unless a wider gap is due already."""
        now = self._now
        if not now.pieces:
            now.block.lead = _WIDER[now.block.lead, lead]
            return
        for part in self._open_parts:
            now.block.parts.append((part.start, now.length, part.why))
            part.start = 0
        block = now.done()
        if block.text.strip():
            self.blocks.append(block)
        else:
            lead = _WIDER[block.lead, lead]
        self._now = BlockBuilder(self._scope, lead, self._hidden)

    def _line_break(self, element: HtmlElement) -> None:
        del element
        now = self._now
        now.drop_blanks()
        if now.tail(1) == "\n" and not self._verbatim:
            self._flush(PARAGRAPH)
        elif now.pieces or self._verbatim:
            now.add("\n", verbatim=True)

    def _link(self, element: HtmlElement) -> Callable[[], None]:
        del element
        self._links += 1

        def close() -> None:
            self._links -= 1

        return close

    def _keep_blanks(self, element: HtmlElement) -> Callable[[], None]:
        del element
        self._verbatim += 1

        def close() -> None:
            self._verbatim -= 1

        return close

    def _strike(self, element: HtmlElement) -> Callable[[], None]:
        return self._open_part(READING_AID if element.tag == "rt" else STRUCK)

    def _open_part(self, why: str) -> Callable[[], None]:
        part = _Part(self._now.length, why)
        self._open_parts.append(part)

        def close() -> None:
            self._open_parts.pop()
            self._now.block.parts.append((part.start, self._now.length, why))

        return close

    def _raise(self, element: HtmlElement) -> Callable[[], None]:
        """Read a raised sign: a note number is set apart, a power keeps its height."""
        now, start, linked = self._now, self._now.length, self._now.block.linked
        is_link = any(a.get("href", "").startswith("#") or "note" in a.get("href", "") for a in element.iter("a"))

        def close() -> None:
            if self._now is not now or now.length <= start:
                return
            sign = now.taken_from(start)
            bare, before = sign.strip(), now.tail()
            if not is_link and _DIGITS.fullmatch(bare) and _POWER.search(before):
                sign = bare.translate(RAISED_WITH_SIGNS)
            elif _NOTE.fullmatch(bare) and (is_link or not bare.isalpha()):
                now.block.parts.append((start, start + len(sign), NOTE_NUMBER))
                now.block.linked = linked
            now.add(sign, verbatim=True)

        return close

    def _quote(self, element: HtmlElement) -> Callable[[], None] | None:
        """Put the marks around a <q> that browsers put there; none where the page has its own."""
        first = _first_text(element)
        if first in _MARKS or self._now.tail(1) in _MARKS:
            return None
        language = element.get("lang", "") or self._scope.language
        marks = _marks_of(language)[2 if self._quotes % 2 else 0 :]
        self._quotes += 1
        self._now.add(marks[0], verbatim=True)
        self._now.block.marks += 1

        def close() -> None:
            self._quotes -= 1
            self._now.add(marks[1], verbatim=True)
            self._now.block.marks += 1

        return close

    def _time(self, element: HtmlElement) -> None:
        del element
        self._now.block.is_time = self._now.block.is_time or not self._now.length

    def _input(self, element: HtmlElement) -> None:
        if element.get("type", "").lower() in _SHOWN_INPUTS and element.get("value"):
            self._flush(LINE)
            self._add(element.get("value", ""))
            self._now.block.linked = self._now.length
            self._flush(LINE)

    def _frame(self, element: HtmlElement) -> Callable[[], None] | None:
        """Read the page that a single-file page holds in place of an address."""
        page = element.get("srcdoc", "") or self._frames.get(element.get("src", ""), "")
        for child in list(element):
            element.remove(child)
        element.text = None
        root = parse(page) if page and self._depth < _FRAMES_DEEP else None
        if root is not None:
            found = _Walk(root, self._frames, self._scope, self._depth + 1).blocks
            for block in found:
                block.hidden = block.hidden or self._hidden
            self.blocks += found
        return None

    _inline: ClassVar[dict[str, Callable[[_Walk, HtmlElement], Callable[[], None] | None]]] = {
        "br": _line_break,
        "a": _link,
        "button": _link,
        "pre": _keep_blanks,
        "textarea": _keep_blanks,
        "del": _strike,
        "s": _strike,
        "strike": _strike,
        "rt": _strike,
        "sup": _raise,
        "q": _quote,
        "time": _time,
        "input": _input,
        "iframe": _frame,
    }


def _gap(tag: str) -> str:
    """Give what parts an element from what stands before and behind it."""
    return CELL if tag in _CELLS else LINE if tag in _LINES else PARAGRAPH


def _scope(tag: str, attributes: Mapping[str, str], parent: Scope) -> Scope:
    get = attributes.get
    names = f"{get('class', '')} {get('id', '')} {get('role', '')} {get('itemprop', '')}".lower() if attributes else " "
    return Scope(tag, names, parent, get("lang") or parent.language, parent.depth + 1)


def _first_text(element: HtmlElement) -> str:
    """Give the first letter in an element or in the first elements in it; a blank if there is none."""
    for _ in range(4):
        if element.text and element.text.strip():
            return element.text.lstrip()[0]
        if not len(element):
            break
        element = element[0]
    return " "


@lru_cache(64)
def _marks_of(language: str) -> str:
    tag = language.lower().replace("_", "-")
    return _BY_LANGUAGE.get("-".join(tag.split("-")[:2])) or _BY_LANGUAGE.get(tag.split("-")[0]) or _ENGLISH


def _unshown_classes(root: HtmlElement) -> frozenset[str]:
    """Find the classes that a style sheet in the page takes off the screen for good: `.x{display:none!important}`.

    What it says for print or narrow screens only does not count.
    """
    found: set[str] = set()
    for style in root.iter("style"):
        sheet = style.text or ""
        if style.get("media", "all").lower() not in {"all", "screen", ""}:
            continue
        for rule in islice(_UNSHOWN_RULE.finditer(sheet), _MOST_RULES):
            if sheet.count("{", 0, rule.start()) == sheet.count("}", 0, rule.start()):
                selectors = sheet[max(0, rule.start() - 400) : rule.start()].rpartition("}")[2]
                found.update(name.group(1) for part in selectors.split(",") if (name := _CLASS.fullmatch(part)))
    return frozenset(found)
