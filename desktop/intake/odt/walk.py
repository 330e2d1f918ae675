"""Walk over an OpenDocument text: every word that is shown, once, in reading order, for one side of its changes.

Unknown elements are walked through, so that words in them come out.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from desktop.intake.containers.xml_tree import children
from desktop.intake.document import NOTE_NUMBER, READING_AID
from desktop.intake.lines import RAISED
from desktop.intake.odt.package import attribute, descend, kind_of
from desktop.intake.odt.styles import Look
from desktop.intake.office.tracked_changes import Side
from desktop.lazy_pattern import lazy_pattern
from desktop.translation import english

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

    from desktop.intake.odt.styles import Styles
    from desktop.intake.office.flow import Flow
    from desktop.intake.office.hidden_words import HiddenWords


HIDDEN = english("hidden text")

_BLANKS = lazy_pattern(r"[ \t\r\n]+")
_MOST_BLANKS = 1000  # a count of spaces is a number of others


class Comment:
    """A comment in the text, and the words it stands at."""

    def __init__(self, element: _Element) -> None:
        self.element = element
        self.words = ""


class Walk:
    """One walk: writes the stories it is given into a flow, and notes what stands apart from them.

    `regions` are the tracked changes by identifier. `notes` are the notes in order, as kind ("footnote", "endnote"),
    label and body; `objects` counts embedded objects that are not read; `formula` gives the MathML of a frame.
    """

    def __init__(
        self, side: Side, regions: Mapping[str, _Element], styles: Styles, flow: Flow, hidden_words: HiddenWords
    ) -> None:
        self.notes: list[tuple[str, str, _Element]] = []
        self.comments: list[Comment] = []
        self.objects = 0
        self.formula: Callable[[_Element], _Element | None] = lambda _frame: None
        self._side = side
        self._regions = regions
        self._styles = styles
        self._flow = flow
        self._hidden_words = hidden_words
        self._depth = 0  # paragraphs around this place
        self._after_blank = True  # a blank here would be the second, or the first of its paragraph
        self._hidden = 0
        self._look = Look()
        self._on_ground = 0  # cells and boxes around this place
        self._inserting: set[str] = set()  # changes that this side does not have
        self._commented: dict[str, Comment] = {}

    def story(self, story: _Element) -> None:
        """Walk through a body, a note, a comment, a header."""
        with self._apart():
            self.children(story)
        self._flow.end()

    def children(self, element: _Element) -> None:
        """Walk through what an element holds; characters are words inside of paragraphs only."""
        inside = self._depth > 0
        write = self._characters if inside else self._stray
        write(element.text)
        for each in element:
            _handler(kind_of(each))(self, each)
            write(each.tail)

    @contextmanager
    def _apart(self) -> Iterator[None]:
        """Walk outside of the paragraph around."""
        outer = self._depth, self._after_blank, self._look
        self._depth, self._after_blank, self._look = 0, True, Look(hidden=self._look.hidden)
        try:
            yield
        finally:
            self._depth, self._after_blank, self._look = outer

    # Characters

    def _characters(self, text: str | None) -> None:
        if not text:
            return
        text = _BLANKS.sub(" ", text)
        if self._after_blank:
            text = text.removeprefix(" ")
        if text:
            self.write(text)

    def _stray(self, text: str | None) -> None:
        """Note words outside of any paragraph, where the format has none."""
        if text and text.strip():
            self._hidden_words.leave_out("words outside of any paragraph", f"{text} ")

    def write(self, text: str, why: str = "") -> None:
        """Write words; those of an insertion that this side does not have are passed over, hidden ones noted."""
        if self._inserting:
            return
        if self._hidden or self._look.hidden:
            self._hidden_words.leave_out(HIDDEN, text)
            return
        self._after_blank = text.endswith(" ")
        if self._look.raised and text.strip().isdecimal():
            text = text.translate(RAISED)
        self._flow.write(text, why)
        if self._look.white and not self._on_ground:
            self._hidden_words.keep("white text", text)
        for comment in self._commented.values():
            comment.words += text

    def spaces(self, element: _Element) -> None:
        count = attribute(element, "text:c")
        self.write(" " * (min(int(count), _MOST_BLANKS) if count.isdecimal() and len(count) < 10 else 1))
        self._after_blank = False

    # Blocks

    def paragraph(self, element: _Element) -> None:
        hidden = _says_hidden(element)
        self._hidden += hidden
        if not self._inserting:
            self._after_blank = True
        self._depth += 1
        self._styled("paragraph", element)
        self._depth -= 1
        self._hidden -= hidden
        self._hidden_words.end_paragraph()
        if not self._inserting:  # an end that this side does not have joins two paragraphs
            self._flow.end()

    def _styled(self, family: str, element: _Element) -> None:
        """Walk through what an element holds, in its style."""
        outer = self._look
        own = self._styles.look(family, attribute(element, "text:style-name"))
        self._look = Look(outer.hidden or own.hidden, outer.raised or own.raised, outer.white or own.white)
        self.children(element)
        self._look = outer

    def cell(self, element: _Element) -> None:
        self._on_ground += 1
        self.children(element)
        self._on_ground -= 1
        if not self._inserting:
            self._flow.end()

    def covered_cell(self, element: _Element) -> None:
        self._hidden_words.leave_out("cells under a joined cell", "".join(map(str, element.itertext())))

    def section(self, element: _Element) -> None:
        display = attribute(element, "text:display")
        hidden = display == "none" or (display == "condition" and attribute(element, "text:is-hidden") == "true")
        self._hidden += hidden
        self.children(element)
        self._hidden -= hidden

    def box(self, element: _Element) -> None:
        self._on_ground += 1
        with self._flow.box(), self._apart():
            self.children(element)
        self._on_ground -= 1

    def frame(self, element: _Element) -> None:
        """Of several forms of one thing the first is shown; a box and a caption have words."""
        formula = self.formula(element)
        if formula is not None:
            with self._flow.box(), self._flow.block(english("formula")):
                self.write(line_of(formula))
        elif any(kind_of(each) in ("draw:object", "draw:object-ole") for each in element):
            self.objects += 1
        self.box(element)

    # Spans

    def span(self, element: _Element) -> None:
        self._styled("text", element)

    def field(self, element: _Element) -> None:
        hidden = attribute(element, "text:display") == "none" or attribute(element, "text:is-hidden") == "true"
        self._hidden += hidden
        self.children(element)
        self._hidden -= hidden

    def ruby(self, element: _Element) -> None:
        """Reading aids stand above their word: here behind it, as a cut."""
        for each in element:
            if kind_of(each) == "text:ruby-text":
                self.write(f"({''.join(map(str, each.itertext()))})", READING_AID)
            else:
                self.children(each)

    # Changes

    def change_start(self, element: _Element) -> None:
        identifier = attribute(element, "text:change-id")
        region = self._regions.get(identifier)
        if self._side is Side.BEFORE and descend(region, "text:insertion") is not None:
            self._inserting.add(identifier)

    def change_end(self, element: _Element) -> None:
        self._inserting.discard(attribute(element, "text:change-id"))

    def change(self, element: _Element) -> None:
        """Put deleted text back; its first and last paragraphs go on in those around."""
        region = self._regions.get(attribute(element, "text:change-id"))
        if self._side is Side.AFTER or region is None or descend(region, "text:insertion") is not None:
            return
        deletion = descend(region, "text:deletion")
        deleted = [each for each in children(deletion) if kind_of(each) != "office:change-info"]
        merges_last = self._depth > 0 and attribute(region, "text:merge-last-paragraph") != "false"
        for number, each in enumerate(deleted, 1):
            self._put_back(each, ends=number < len(deleted) or not merges_last)

    def _put_back(self, element: _Element, *, ends: bool) -> None:
        if kind_of(element) not in ("text:p", "text:h"):
            with self._apart():
                _handler(kind_of(element))(self, element)
            return
        self._depth += 1
        self.children(element)
        self._depth -= 1
        if ends:
            self._flow.end()
            self._after_blank = True

    # Notes and comments

    def note(self, element: _Element) -> None:
        if self._hidden or self._look.hidden or self._inserting:
            return
        kind = attribute(element, "text:note-class") or "footnote"
        citation, body = descend(element, "text:note-citation"), descend(element, "text:note-body")
        label = "".join(map(str, citation.itertext())).strip() if citation is not None else ""
        label = label or str(len(self.notes) + 1)
        self._flow.write(f"[{label}]", NOTE_NUMBER)
        self._after_blank = False
        if body is not None:
            self.notes.append((kind, label, body))

    def comment(self, element: _Element) -> None:
        if self._hidden or self._look.hidden or self._inserting:
            return
        comment = Comment(element)
        self.comments.append(comment)
        if name := attribute(element, "office:name"):
            self._commented[name] = comment

    def comment_end(self, element: _Element) -> None:
        self._commented.pop(attribute(element, "office:name"), None)

    def comment_text(self, comment: Comment) -> None:
        """Write the words of a comment, without its author and date."""
        with self._apart():
            for each in comment.element:
                if not kind_of(each).startswith(("dc:", "meta:", "loext:sender")):
                    _handler(kind_of(each))(self, each)
        self._flow.end()

    def nothing(self, element: _Element) -> None:
        """Declarations, templates and descriptions, which are not shown."""


def _says_hidden(paragraph: _Element) -> bool:
    return any(
        kind_of(each) == "text:hidden-paragraph" and attribute(each, "text:is-hidden") == "true" for each in paragraph
    )


Handler = Callable[[Walk, "_Element"], None]


def _write(text: str) -> Handler:
    return lambda walk, _element: walk.write(text)


_HANDLERS: dict[str, Handler] = {
    "text:p": Walk.paragraph,
    "text:h": Walk.paragraph,
    "table:table-cell": Walk.cell,
    "table:covered-table-cell": Walk.covered_cell,
    "text:section": Walk.section,
    "draw:frame": Walk.frame,
    "draw:text-box": Walk.children,
    "draw:g": Walk.children,
    "draw:a": Walk.children,
    "text:span": Walk.span,
    "text:s": Walk.spaces,
    "text:tab": _write("\t"),
    "text:tab-stop": _write("\t"),
    "text:line-break": _write("\n"),
    "text:ruby": Walk.ruby,
    "text:hidden-text": Walk.field,
    "text:variable-set": Walk.field,
    "text:variable-get": Walk.field,
    "text:user-field-get": Walk.field,
    "text:change-start": Walk.change_start,
    "text:change-end": Walk.change_end,
    "text:change": Walk.change,
    "text:note": Walk.note,
    "office:annotation": Walk.comment,
    "office:annotation-end": Walk.comment_end,
}
_NOT_SHOWN = frozenset(
    {
        "text:tracked-changes",
        "text:number",
        "text:script",
        "text:hidden-paragraph",
        "office:forms",
        "office:scripts",
        "office:dde-source",
        "office:binary-data",
        "office:event-listeners",
        "svg:title",
        "svg:desc",
        "table:title",
        "table:desc",
        "draw:object",
        "draw:object-ole",
        "draw:enhanced-geometry",
        "draw:glue-point",
        "text:linenumbering-configuration",
    }
)


@cache
def _handler(name: str) -> Handler:
    if name in _HANDLERS:
        return _HANDLERS[name]
    if name in _NOT_SHOWN or name.endswith(("-source", "-template", "-decls", "-decl")):
        return Walk.nothing
    if name.startswith("draw:"):
        return Walk.box
    return Walk.children


_SIGNS = frozenset({"math:mi", "math:mn", "math:mo", "math:mtext", "math:ms"})
_BETWEEN = {"math:mfrac": "/", "math:msup": "^", "math:msub": "_"}


def line_of(element: _Element) -> str:
    """Give a formula or a part of one as a line; the source that it was written as is no part of it."""
    kind = kind_of(element)
    if kind in _SIGNS:
        return (element.text or "").strip()
    if kind in ("math:annotation", "math:annotation-xml"):
        return ""
    parts = [line_of(each) for each in element]
    if kind in _BETWEEN:
        return _BETWEEN[kind].join(map(_grouped, parts))
    if kind == "math:msqrt":
        return f"√{_grouped(''.join(parts))}"
    return "".join(parts)


def _grouped(line: str) -> str:
    """Put a line of several signs into brackets."""
    return line if line.isalnum() or (line[:1] == "(" and line[-1:] == ")") else f"({line})"
