"""Reader of OpenDocument texts: body, then notes, comments and heads as cuts; tracked changes as two documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.intake.containers.xml_tree import children
from desktop.intake.document import Document
from desktop.intake.errors import Damaged, Unsupported
from desktop.intake.odt.package import TextFile, attribute, descend, kind_of
from desktop.intake.odt.styles import Styles
from desktop.intake.odt.walk import Comment, Walk
from desktop.intake.office.flow import Flow
from desktop.intake.office.hidden_words import HiddenWords
from desktop.intake.office.properties import facts_of, language_of
from desktop.intake.office.tracked_changes import Change, Side, comment_reason, versions_of
from desktop.translation import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

_HEADS = {"header": "page header", "footer": "page footer"}
_META = {
    "dc:title": "title",
    "meta:initial-creator": "creator",
    "dc:creator": "modified by",
    "meta:creation-date": "created",
    "dc:date": "modified",
    "dc:language": "language",
}


def read(data: bytes, name: str) -> Sequence[Document]:
    """Read an OpenDocument text; two documents where its tracked changes alter the text, the second follows the first.

    Raises an IntakeError whose sentence begins with `name`: damaged, locked, too large, no text document.
    """
    try:
        return _Reading(TextFile(data, name)).documents()
    except RecursionError as error:
        raise Damaged(Sentence("{name} is nested too deeply to be read.", name=name)) from error


class _Reading:
    """One file while it is read."""

    def __init__(self, file: TextFile) -> None:
        self._file = file
        body = descend(file.content, "office:body")
        text = descend(body, "office:text") if body is not None and len(body) else body
        if text is None:
            raise Unsupported(Sentence("{name} is not an OpenDocument text.", name=file.name))
        self._body = text
        self._styles = Styles(file)
        self._regions = {
            attribute(region, "text:id") or attribute(region, "xml:id"): region
            for region in children(descend(text, "text:tracked-changes"))
            if kind_of(region) == "text:changed-region"
        }

    def documents(self) -> Sequence[Document]:
        after = self._document(Side.AFTER)
        changes = list(self._changes())
        if not changes:
            return [after]
        before = self._document(Side.BEFORE)
        return versions_of(before, after, changes)

    def _changes(self) -> Iterator[Change]:
        for region in self._regions.values():
            for each in region:
                info = descend(each, "office:change-info")
                if info is not None and kind_of(each) != "text:format-change":
                    yield Change(_text(descend(info, "dc:creator")), _text(descend(info, "dc:date")))

    def _document(self, side: Side) -> Document:
        flow, hidden_words = Flow(), HiddenWords()
        walk = Walk(side, self._regions, self._styles, flow, hidden_words)
        walk.formula = self._file.formula
        walk.story(self._body)
        for kind, label, body in walk.notes:  # grows where a note holds another
            with flow.block(kind):
                flow.write(f"[{label}] ")
                walk.story(body)
        for comment in list(walk.comments):
            with flow.block(_comment_reason(comment)):
                walk.comment_text(comment)
        for kind, head in self._styles.heads():
            with flow.block(_HEADS[kind]):
                walk.story(head)
        text, cuts = flow.finish()
        notices = list(hidden_words.notices())
        if walk.objects:
            notices.append(
                Sentence.counted(
                    "Not in the text: an embedded object (a formula, a chart or a table).",
                    "Not in the text: {count} embedded objects (formulas, charts or tables).",
                    walk.objects,
                )
            )
        facts = tuple(facts_of(self._properties(), text, "OpenDocument properties"))
        return Document(text, cuts, facts, notices=tuple(notices), language=language_of(facts))

    def _properties(self) -> Iterator[tuple[str, str]]:
        for each in children(descend(self._file.meta, "office:meta")):
            if field := _META.get(kind_of(each)):
                yield field, _text(each)


def _text(element: _Element | None) -> str:
    return (element.text or "").strip() if element is not None else ""


def _comment_reason(comment: Comment) -> str:
    author, when = (_text(descend(comment.element, name)) for name in ("dc:creator", "dc:date"))
    return comment_reason(author, when, comment.words)
