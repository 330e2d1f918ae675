"""Walk over the stories of a Word file: every word that is shown, once, in reading order, for one side of its changes.

Unknown elements are walked through, so that words in them come out; words outside of any known element are said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from desktop.intake.document import NOTE_NUMBER, READING_AID
from desktop.intake.docx import math
from desktop.intake.docx.fields import Fields, unclosed_fields
from desktop.intake.docx.package import child, is_on, kind_of, value
from desktop.intake.docx.styles import Run, run_of
from desktop.intake.lines import RAISED
from desktop.intake.office.note_numbers import note_label
from desktop.intake.office.symbol_fonts import sign_of, signs_of
from desktop.intake.office.tracked_changes import Side
from desktop.lazy_pattern import lazy_pattern
from desktop.translation import english

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from desktop.intake.docx.styles import HiddenStyles
    from desktop.intake.office.flow import Flow
    from desktop.intake.office.hidden_words import HiddenWords

HIDDEN = english("hidden text")

_BLANKS = lazy_pattern(r"[ \t]*\n[ \t\n]*")
_LETTER = lazy_pattern(r"[^\W\d_]")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# What is there on one side of a change only.
_ABSENT = {
    Side.BEFORE: ("w:ins", "w:moveTo", "w14:conflictIns"),
    Side.AFTER: ("w:del", "w:moveFrom", "w14:conflictDel"),
}
_ABSENT_CELL = {Side.BEFORE: "w:cellIns", Side.AFTER: "w:cellDel"}


@dataclass(slots=True)
class Comment:
    """A comment that the text refers to, and the words it stands at: merged files may give two places one comment."""

    identifier: str
    places: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        """The words of every place, in order, with a sign between places."""
        return " … ".join(filter(str.strip, self.places))


class Walk:
    """One walk: writes the stories it is given into a flow, and notes what they refer to.

    `notes` are the references to notes in order, as kind ("footnote", "endnote") and identifier; `heads` those to
    headers and footers, as kind and relationship; `chunks` are answered by `embed`, which writes a foreign part.
    """

    def __init__(self, side: Side, styles: HiddenStyles, flow: Flow, hidden_words: HiddenWords) -> None:
        self.notes: list[tuple[str, str]] = []
        self._numbers = Counter[str]()  # of the notes so far, by kind
        self.comments: dict[str, Comment] = {}
        self.heads: list[tuple[str, str]] = []
        self.even_pages_differ = False
        self.embed: Callable[[str, _Element], None] = lambda _kind, _element: None
        self._side = side
        self._styles = styles
        self._flow = flow
        self._hidden_words = hidden_words
        self._fields = Fields()
        self._run = Run()
        self._paragraph_style = ""
        self._depth = 0  # paragraphs around this place
        self._hidden = 0  # boxes around this place that hang on hidden text
        self._on_ground = 0  # tables, boxes and shaded paragraphs around this place
        self._commented: dict[str, Comment] = {}

    def story(self, story: _Element) -> None:
        """Walk through a body, a note, a comment, a header: fields and paragraphs end with it."""
        with self._apart(story):
            self.children(story)
        self._flow.end()

    def children(self, element: _Element) -> None:
        """Walk through what an element holds."""
        for each in element:
            _handler(kind_of(each))(self, each)

    @contextmanager
    def _apart(self, story: _Element) -> Iterator[None]:
        """Walk with fields, run and paragraph of its own."""
        outer = self._fields, self._run, self._paragraph_style, self._depth
        if self._depth == 0:
            self._fields = Fields(unclosed_fields(mark for mark in _marks(story) if self._is_there(mark)))
        else:
            self._fields = self._fields.inside()
        self._run, self._paragraph_style, self._depth = Run(), "", 0
        try:
            yield
        finally:
            self._fields, self._run, self._paragraph_style, self._depth = outer

    def _is_there(self, element: _Element) -> bool:
        absent = _ABSENT[self._side]
        return not any(kind_of(each) in absent for each in element.iterancestors())

    # Blocks

    def paragraph(self, element: _Element) -> None:
        if self._depth:  # a paragraph inside a run: it parts the one around it
            self._flow.end()
        outer = self._paragraph_style
        properties = child(element, "w:pPr")
        self._paragraph_style = value(child(properties, "w:pStyle"))
        shaded = child(properties, "w:shd") is not None
        self._depth += 1
        self._on_ground += shaded
        self.children(element)
        self._on_ground -= shaded
        self._depth -= 1
        self._paragraph_style = outer
        self._hidden_words.end_paragraph()
        if self._depth or self._ends(properties):
            self._flow.end()

    def _ends(self, properties: _Element | None) -> bool:
        """Without its mark a paragraph goes on in the next one; so does a capital that drops into the next lines."""
        drops = value(child(properties, "w:framePr"), "dropCap") in ("drop", "margin")
        return not drops and self.has(child(properties, "w:rPr"))

    def has(self, mark: _Element | None) -> bool:
        """Tell whether something is there on this side, by the properties of the sign that stands for it."""
        return all(child(mark, name) is None for name in _ABSENT[self._side])

    def paragraph_properties(self, element: _Element) -> None:
        for each in element:
            if kind_of(each) == "w:sectPr":
                self.section(each)

    def section(self, element: _Element) -> None:
        shown = ["default", ""]
        shown += ["first"] if is_on(child(element, "w:titlePg")) else []
        shown += ["even"] if self.even_pages_differ else []
        for each in element:
            name = kind_of(each)
            if name in ("w:headerReference", "w:footerReference") and value(each, "type") in shown:
                self.heads.append((name.removeprefix("w:").removesuffix("Reference"), relation(each)))

    def table(self, element: _Element) -> None:
        self._flow.end()
        self._on_ground += 1
        self.children(element)
        self._on_ground -= 1
        self._flow.end()

    def row(self, element: _Element) -> None:
        if self.has(child(element, "w:trPr")):
            self.children(element)

    def cell(self, element: _Element) -> None:
        if child(element, "w:tcPr", _ABSENT_CELL[self._side]) is None:
            self.children(element)
            self._flow.end()

    def box(self, element: _Element) -> None:
        hidden = self._run.hidden
        with self._flow.box(), self._apart(element):
            self._hidden += hidden
            self._on_ground += 1
            self.children(element)
            self._on_ground -= 1
            self._hidden -= hidden

    def drawn_paragraph(self, element: _Element) -> None:
        with self._flow.box():
            self.children(element)

    def alternate(self, element: _Element) -> None:
        """Of several forms of one thing, the first that holds words: they all hold the same."""
        forms = list(element)
        chosen = next((each for each in forms if _holds_words(each)), forms[0] if forms else None)
        if chosen is not None:
            self.children(chosen)

    # Changes

    def inserted(self, element: _Element) -> None:
        if self._side is Side.AFTER:
            self.children(element)

    def deleted(self, element: _Element) -> None:
        if self._side is Side.BEFORE:
            self.children(element)

    def deleted_text(self, element: _Element) -> None:
        if self._side is Side.BEFORE:
            self.text(element)

    # Runs and what stands in them

    def run(self, element: _Element) -> None:
        outer, self._run = self._run, self._run_of(child(element, "w:rPr"))
        self.children(element)
        self._run = outer

    def _run_of(self, properties: _Element | None) -> Run:
        return run_of(properties, self._styles, self._paragraph_style, on_ground=self._on_ground > 0)

    def text(self, element: _Element) -> None:
        text = element.text or ""
        if "\n" in text:
            preserved = element.get(_SPACE) == "preserve"
            text = text.replace("\n", " ") if preserved else _BLANKS.sub(" ", text.strip(" \t\n"))
        self.write(text)

    def write(self, text: str) -> None:
        """Write words as the run shows them: not inside a field's code; hidden ones are only noted."""
        if not self._fields.shown:
            return
        if self._run.hidden or self._hidden:
            self._hidden_words.leave_out(HIDDEN, text)
            return
        text = signs_of(text, self._run.font)
        if self._run.raised and text.isdecimal():
            text = text.translate(RAISED)
        self._flow.write(text, self._run.cut)
        if self._run.doubt:
            self._hidden_words.keep(self._run.doubt, text)
        for comment in self._commented.values():
            comment.places[-1] += text

    def symbol(self, element: _Element) -> None:
        code, font = value(element, "char"), value(element, "font")
        try:
            sign = sign_of(int(code, 16), font)
        except ValueError:
            sign = ""
        if sign is None:
            self._hidden_words.leave_out(f"signs of the font {font}", f"{code} ")
        self.write(sign or "")

    def field_mark(self, element: _Element) -> None:
        self.write(self._fields.take(element))

    def field_code(self, element: _Element) -> None:
        self._fields.take_code(element.text or "")

    def ruby(self, element: _Element) -> None:
        """Reading aids stand above their word: here behind it, as a cut."""
        base, aid = child(element, "w:rubyBase"), child(element, "w:rt")
        if base is not None:
            self.children(base)
        if aid is None:
            return
        outer = self._run
        self._run = replace(outer, cut=READING_AID)
        self.write("(")
        for run in aid:
            self.children_cut(run, READING_AID)
        self.write(")")
        self._run = outer

    def children_cut(self, run: _Element, why: str) -> None:
        outer, self._run = self._run, replace(self._run_of(child(run, "w:rPr")), cut=why)
        self.children(run)
        self._run = outer

    def text_path(self, element: _Element) -> None:
        """Words set along a line (WordArt) stand in an attribute."""
        with self._flow.box():
            self.write(element.get("string") or "")

    # Notes and comments

    def note_reference(self, element: _Element) -> None:
        if not self._fields.shown or self._run.hidden:
            return
        kind = kind_of(element).removeprefix("w:").removesuffix("Reference")
        self.notes.append((kind, value(element, "id")))
        self._numbers[kind] += 1
        if value(element, "customMarkFollows").lower() in ("1", "true", "on"):
            self._run = replace(self._run, cut=NOTE_NUMBER, raised=False)
        else:
            self._flow.write(f"[{note_label(kind, self._numbers[kind])}]", NOTE_NUMBER)

    def comment_start(self, element: _Element) -> None:
        identifier = value(element, "id")
        if identifier not in self._commented:
            comment = self.comments.setdefault(identifier, Comment(identifier))
            comment.places.append("")
            self._commented[identifier] = comment

    def comment_end(self, element: _Element) -> None:
        self._commented.pop(value(element, "id"), None)

    def comment_reference(self, element: _Element) -> None:
        identifier = value(element, "id")
        self.comments.setdefault(identifier, Comment(identifier))

    # The rest

    def other(self, element: _Element) -> None:
        if element.text and _LETTER.search(element.text):
            self._hidden_words.leave_out(f"words in “{kind_of(element).removeprefix('?:')}”", element.text + " ")
        self.children(element)

    def foreign(self, element: _Element) -> None:
        if self._fields.shown and not self._run.hidden and not self._hidden:
            self.embed(kind_of(element), element)

    def nothing(self, element: _Element) -> None:
        """Properties and marks, which hold no words."""


Handler = Callable[[Walk, "_Element"], None]


def relation(element: _Element, name: str = "id") -> str:
    """Give a relationship's identifier: an attribute of the namespace of relationships, whichever of the two it is."""
    return next((text for key, text in element.attrib.items() if str(key).endswith(f"elationships}}{name}")), "")


def _marks(story: _Element) -> Iterator[_Element]:
    return (each for each in story.iter() if kind_of(each) == "w:fldChar")


def _holds_words(form: _Element) -> bool:
    return any(
        (kind_of(each) in ("w:t", "w:delText", "a:t", "m:t") and each.text) or kind_of(each) == "v:textpath"
        for each in form.iter()
    )


def _write(text: str) -> Handler:
    return lambda walk, _element: walk.write(text)


_HANDLERS: dict[str, Handler] = {
    "w:p": Walk.paragraph,
    "w:pPr": Walk.paragraph_properties,
    "w:sectPr": Walk.section,
    "w:tbl": Walk.table,
    "w:tr": Walk.row,
    "w:tc": Walk.cell,
    "w:txbxContent": Walk.box,
    "a:p": Walk.drawn_paragraph,
    "mc:AlternateContent": Walk.alternate,
    "w:ins": Walk.inserted,
    "w:moveTo": Walk.inserted,
    "w14:conflictIns": Walk.inserted,
    "w:del": Walk.deleted,
    "w:moveFrom": Walk.deleted,
    "w14:conflictDel": Walk.deleted,
    "w:r": Walk.run,
    "w:t": Walk.text,
    "a:t": Walk.text,
    "m:t": Walk.text,
    "w:delText": Walk.deleted_text,
    **dict.fromkeys(math.FORMULAS, math.formula),
    "w:tab": _write("\t"),
    "w:ptab": _write("\t"),
    "w:br": _write("\n"),
    "w:cr": _write("\n"),
    "a:br": _write("\n"),
    "w:noBreakHyphen": _write("\u2011"),
    "w:softHyphen": _write("\u00ad"),
    "w:sym": Walk.symbol,
    "w:ruby": Walk.ruby,
    "v:textpath": Walk.text_path,
    "w:fldChar": Walk.field_mark,
    "w:instrText": Walk.field_code,
    "w:delInstrText": Walk.field_code,
    "w:footnoteReference": Walk.note_reference,
    "w:endnoteReference": Walk.note_reference,
    "w:commentRangeStart": Walk.comment_start,
    "w:commentRangeEnd": Walk.comment_end,
    "w:commentReference": Walk.comment_reference,
    "w:altChunk": Walk.foreign,
    "w:subDoc": Walk.foreign,
    "c:chart": Walk.foreign,
    "dgm:relIds": Walk.foreign,
    "o:OLEObject": Walk.foreign,
}


@cache
def _handler(name: str) -> Handler:
    if name in _HANDLERS:
        return _HANDLERS[name]
    if name.endswith(("Pr", "PrChange", "PrEx", "Grid", "extLst")) or name == "w:fldData":
        return Walk.nothing
    if name.startswith("wp:"):  # positions and sizes as text
        return Walk.children
    return Walk.other
