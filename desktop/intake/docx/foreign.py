"""Foreign parts of a Word file: charts, diagrams, whole texts in another format."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.intake.document import IN_LINE
from desktop.intake.docx.package import kind_of
from desktop.intake.docx.walk import relation
from desktop.intake.errors import IntakeError
from desktop.translation import Sentence, english

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from desktop.intake.document import Document
    from desktop.intake.docx.package import WordFile
    from desktop.intake.office.flow import Flow


_NAMES = ("c:tx", "c:cat")  # of a chart's series and of its categories


def paragraphs_of(root: _Element) -> Iterator[str]:
    """Give the paragraphs of a diagram or chart: texts as set, and names of series and categories as remembered."""
    for each in root.iter():
        name = kind_of(each)
        if name == "a:p":
            yield "".join(part.text or "" for part in each.iter() if kind_of(part) == "a:t")
        elif name in _NAMES:
            yield from (part.text or "" for part in each.iter() if kind_of(part) == "c:v")


_CHUNK = "w:altChunk"
_PAGES = ("text/html", "multipart/related")
# Why they are cut, and which attribute names their part.
_DRAWN = {"c:chart": (english("chart"), "id"), "dgm:relIds": (english("diagram"), "dm")}
_UNREAD = {
    _CHUNK: english("a part in another format"),
    "w:subDoc": english("a part in another file"),
    "o:OLEObject": english("an embedded object"),
    "c:chart": english("a chart"),
    "dgm:relIds": english("a diagram"),
}


class Foreign:
    """Writes such parts into a flow: words of charts and diagrams as cuts, texts as they are; what is not read is said.

    `source` is the part that is walked, whose relationships count. Without chunks, they are only said.
    """

    def __init__(self, file: WordFile, flow: Flow, *, with_chunks: bool) -> None:
        self.source = file.main
        self._file = file
        self._flow = flow
        self._with_chunks = with_chunks
        self._read: set[str] = set()
        self._unread: Counter[str] = Counter()
        self._notices: list[str] = []

    def write(self, kind: str, element: _Element) -> None:
        """Write what an element stands for, or note that it is not read."""
        why, name = _DRAWN.get(kind, ("", "id"))
        part = self._file.target(self.source, relation(element, name))
        if part not in self._file.packed or not (why or (kind == _CHUNK and self._with_chunks)):
            self._unread[_UNREAD[kind]] += 1
        elif why:
            self._write_drawing(kind, part, why)
        else:
            self._write_chunk(part)

    def notices(self) -> Iterator[str]:
        """Give what was not read, and what the readers of the chunks say."""
        for what, count in self._unread.items():
            yield Sentence.counted(
                "Not in the text: {what}.", "Not in the text: {what} ({count} times).", count, what=Sentence(what)
            )
        yield from self._notices

    def _write_drawing(self, kind: str, part: str, why: str) -> None:
        try:
            root = self._file.tree(part)
        except IntakeError:  # a broken drawing does not cost the text
            self._unread[_UNREAD[kind]] += 1
            return
        with self._flow.box(), self._flow.block(why):
            for paragraph in paragraphs_of(root):
                self._flow.write(paragraph)
                self._flow.end()

    def _write_chunk(self, part: str) -> None:
        document = self._chunk(part) if part not in self._read else None
        self._read.add(part)  # twice the same would let a small file grow without end
        if document is None:
            self._unread[_UNREAD[_CHUNK]] += 1
            return
        self._flow.embed(document.text, document.cuts)
        self._notices += document.notices

    def _chunk(self, part: str) -> Document | None:
        """Read a text in another format; a Word file's own chunks are not read, or they could nest without end."""
        from desktop.intake.docx.reader import read_chunk
        from desktop.intake.registry import format_of

        data = self._file.packed.read(part)
        try:
            found = format_of(data, part)
            if found.name == "Word document":
                return read_chunk(data, part)
            document = found.read(data, part)[-1]
        except IntakeError:
            return None
        return _whole(document) if found.media_type in _PAGES else document


def _whole(page: Document) -> Document:
    """Give all of a page: it is a piece of the text here, and what looks like no article is none the less a part."""
    signs = tuple(cut for cut in page.cuts if cut.why in IN_LINE)
    return replace(page, cuts=signs, notices=())
