"""Document: what a reader finds in bytes: the text whole, what of it is no article, and what the format states.

A reader loses no word: `text` is everything a person can see, in reading order, and the cuts say what of it is not the
article. What a person cannot see, but holds words, is said in a notice.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath

from desktop.domain import Anchor, AnchorKind, Cut, Fact, Span, value_type
from desktop.intake.characters.decoding import BYTE_ORDER_MARKS
from desktop.translation import english

NOTE_NUMBER = english("note number")
READING_AID = english("reading aid")
STRUCK = english("struck out")
IN_LINE = (NOTE_NUMBER, READING_AID, STRUCK)


__all__ = ["Anchor", "AnchorKind", "Cut", "Document", "Fact", "Format", "Reader", "Sample", "Span"]

_HEAD = 4096  # bytes in which a format shows itself


@value_type
class Document:
    """One text of a file; all offsets are code points of `text`, paragraphs are parted by a blank line."""

    text: str
    cuts: tuple[Cut, ...] = ()
    facts: tuple[Fact, ...] = ()
    anchors: tuple[Anchor, ...] = ()  # by offset
    notices: tuple[str, ...] = ()  # sentences for the checker
    encoding: str = ""
    part: str = ""  # where a file gives several: "before changes", "forwarded message 2", an address
    follows: bool = False  # a later version of the document before it in the same file
    language: str = ""  # BCP 47, where the format states it
    original: bytes | None = None  # its own bytes where it is a part of an archive; None: those of the file
    media_type: str = ""  # where it is not that of the file


Reader = Callable[[bytes, str], Sequence[Document]]


@dataclass(frozen=True)
class Sample:
    """The beginning of a file, by which a format is known."""

    data: bytes
    name: str

    @cached_property
    def ending(self) -> str:
        """The ending of the file's name, lower case, with its dot."""
        return PurePath(self.name).suffix.lower()

    @cached_property
    def head(self) -> str:
        """The first characters without byte order mark and blanks; bytes of no Unicode encoding as Latin-1."""
        start = self.data[:_HEAD]
        for mark, encoding in BYTE_ORDER_MARKS:
            if start.startswith(mark):
                return start[len(mark) :].decode(encoding, "replace").lstrip()
        return start.decode("latin-1").lstrip()


@value_type
class Format:
    """A format: how a file of it is known, and who reads it.

    `recognise` looks at the content and is asked first, of all formats; a name's ending decides only where no content
    does. `read` gives at least one document or raises an IntakeError whose sentence begins with the name it is given.
    """

    name: str  # as it stands in "… is a …"
    media_type: str
    read: Reader
    reader: str  # name and number of the reader, as the log says it: "PDF 1"
    recognise: Callable[[Sample], bool] = lambda _: False
    endings: tuple[str, ...] = ()  # lower case, with their dots
    has_boilerplate: bool = False  # its text may hold lines of a web page: proposed as cuts by their words
    has_headline: bool = True  # headline, byline and date may stand above its text
    holds_files: bool = False  # others came with it; it is read without the risky ones where they end its reader
    is_risky: bool = True  # read in a process of its own, with limits
