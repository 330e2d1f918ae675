"""Reader of Word files: body, then notes, comments and heads as cuts; tracked changes as two documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.intake.containers.xml_tree import children
from desktop.intake.containers.zip_package import open_packed
from desktop.intake.document import Document
from desktop.intake.docx.foreign import Foreign
from desktop.intake.docx.package import WordFile, child, is_on, kind_of, value
from desktop.intake.docx.styles import HiddenStyles
from desktop.intake.docx.walk import Walk
from desktop.intake.errors import Damaged
from desktop.intake.office.flow import Flow
from desktop.intake.office.hidden_words import HiddenWords
from desktop.intake.office.note_numbers import note_label
from desktop.intake.office.properties import facts_of, language_of
from desktop.intake.office.tracked_changes import Change, Side, comment_reason, versions_of
from desktop.translation import Sentence, english

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

_CHANGES = ("w:ins", "w:del", "w:moveTo", "w:cellIns", "w:cellDel", "w14:conflictIns", "w14:conflictDel")
_CORE = {
    "title": "title",
    "creator": "creator",
    "lastModifiedBy": "modified by",
    "created": "created",
    "modified": "modified",
    "language": "language",
}
_HEADS = {"header": english("page header"), "footer": english("page footer")}


def read(data: bytes, name: str) -> Sequence[Document]:
    """Read a Word file; two documents where its tracked changes alter the text, the second follows the first.

    Raises an IntakeError whose sentence begins with `name`: damaged, locked, too large, not a Word file.
    """
    try:
        return _Reading(WordFile(open_packed(data, name))).documents()
    except RecursionError as error:
        raise Damaged(Sentence("{name} is nested too deeply to be read.", name=name)) from error


def read_chunk(data: bytes, name: str) -> Document:
    """Read a Word file that stands in another one, after its changes; what stands in it likewise is only said."""
    return _Reading(WordFile(open_packed(data, name))).document(Side.AFTER, with_chunks=False)


class _Reading:
    """One file while it is read: its parts that several stories share."""

    def __init__(self, file: WordFile) -> None:
        self._file = file
        self._root = file.tree(file.main)
        self._bodies = [each for each in self._root if kind_of(each) == "w:body"]
        if not self._bodies:
            raise Damaged(Sentence("{name} is not a Word document: it has no body.", name=file.packed.name))
        self._styles = HiddenStyles(file.optional("styles"))
        self._notes = {
            kind: {value(note, "id"): note for note in children(file.optional(f"{kind}s"))}
            for kind in ("footnote", "endnote")
        }
        self._comments = {value(comment, "id"): comment for comment in children(file.optional("comments"))}

    def documents(self) -> Sequence[Document]:
        changes = list(self._changes())
        after = self.document(Side.AFTER)
        if not changes:
            return [after]
        before = self.document(Side.BEFORE)
        return versions_of(before, after, changes)

    def _changes(self) -> Iterator[Change]:
        for root in (self._root, *(note for notes in self._notes.values() for note in notes.values())):
            for each in root.iter():
                if kind_of(each) in _CHANGES and not _is_of_numbering(each):
                    yield Change(value(each, "author"), value(each, "date"))

    def document(self, side: Side, *, with_chunks: bool = True) -> Document:
        flow, hidden_words = Flow(), HiddenWords()
        walk = Walk(side, self._styles, flow, hidden_words)
        foreign = Foreign(self._file, flow, with_chunks=with_chunks)
        walk.embed = foreign.write
        walk.even_pages_differ = is_on(child(self._file.optional("settings"), "w:evenAndOddHeaders"))
        for body in self._bodies:
            walk.story(body)
        heads = list(dict.fromkeys(walk.heads))
        self._write_notes(walk, flow)
        self._write_comments(walk, flow)
        for kind, part in self._head_parts(heads):
            foreign.source = part
            with flow.block(kind):
                walk.story(self._file.tree(part))
        text, cuts = flow.finish()
        facts = tuple(facts_of(self._properties(), text, "Word properties"))
        notices = (*hidden_words.notices(), *foreign.notices())
        return Document(text, cuts, facts, notices=notices, language=language_of(facts))

    def _write_notes(self, walk: Walk, flow: Flow) -> None:
        numbers = {"footnote": 0, "endnote": 0}
        written: set[tuple[str, str]] = set()
        for kind, identifier in walk.notes:  # grows where a note refers to another
            numbers[kind] += 1
            note = self._notes[kind].get(identifier)
            if note is not None and (kind, identifier) not in written:
                written.add((kind, identifier))
                with flow.block(kind):
                    flow.write(f"[{note_label(kind, numbers[kind])}] ")
                    walk.story(note)

    def _write_comments(self, walk: Walk, flow: Flow) -> None:
        for comment in list(walk.comments.values()):
            found = self._comments.get(comment.identifier)
            if found is not None:
                with flow.block(comment_reason(value(found, "author").strip(), value(found, "date"), comment.words)):
                    walk.story(found)

    def _head_parts(self, heads: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
        """Give each part once, as what it is and its name."""
        parts = {self._file.target(self._file.main, identifier): _HEADS[kind] for kind, identifier in reversed(heads)}
        for part, what in reversed(parts.items()):
            if part in self._file.packed:
                yield what, part

    def _properties(self) -> Iterator[tuple[str, str]]:
        part = self._file.related("", "core-properties")
        if part not in self._file.packed:
            return
        for each in self._file.tree(part):
            if field := _CORE.get(kind_of(each).rpartition(":")[2]):
                yield field, each.text or ""


def _is_of_numbering(change: _Element) -> bool:
    parent = change.getparent()
    return parent is not None and kind_of(parent) == "w:numPr"
