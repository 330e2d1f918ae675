"""Rich text (RTF): with tracked changes, two texts, before and after."""

from __future__ import annotations

from desktop.intake.document import Document, Format
from desktop.intake.errors import Binary
from desktop.translation import Sentence, english


def read(data: bytes, name: str) -> list[Document]:
    """Read the text, its notes and its tracked changes; raises Binary with a sentence that begins with `name`."""
    from desktop.intake.office.tracked_changes import PART_AFTER, PART_BEFORE, Side
    from desktop.intake.rtf.layout import changes, lay_out
    from desktop.intake.rtf.parser import parse
    from desktop.intake.rtf.report import facts, notices

    start = data.find(b"{\\rtf", 0, 64)
    if start < 0:
        raise Binary(Sentence("{name} is not a rich text file (RTF): it does not begin like one.", name=name))
    draft = parse(data[start:])
    sentences = notices(draft)
    sides = {Side.BEFORE: PART_BEFORE, Side.AFTER: PART_AFTER} if changes(draft) else {Side.AFTER: ""}
    documents: list[Document] = []
    for side, part in sides.items():
        text, cuts = lay_out(draft, side)
        documents.append(
            Document(
                text,
                cuts,
                facts(draft, text),
                notices=sentences,
                encoding=draft.encoding,
                part=part,
                follows=bool(documents),
            )
        )
    return documents


FORMAT = Format(
    english("rich text file (RTF)"),
    "application/rtf",
    read,
    "rich text 1",
    recognise=lambda sample: sample.head.startswith("{\\rtf"),
    endings=(".rtf",),
)
