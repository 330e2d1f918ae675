"""Lists of captures (CDX, CDXJ): a line for each capture; the pages themselves are in the archive."""

from __future__ import annotations

from desktop.intake.characters.decoding import decode_text
from desktop.intake.document import Document, Format, Sample
from desktop.intake.errors import Empty
from desktop.intake.web_archive.capture_list import about_odd, is_capture_list, read_capture_list
from desktop.translation import Sentence, english


def read(data: bytes, name: str) -> list[Document]:
    """List the captures, one a line; raises Binary or Empty, beginning with `name`."""
    decoded = decode_text(data, name)
    captures, odd = read_capture_list(decoded.text)
    if not captures:
        raise Empty(Sentence("{name} lists no captures.", name=name))
    lines = [
        "  ".join(filter(None, (each.moment, each.url, each.status, each.media_type, each.digest))) for each in captures
    ]
    about = Sentence("This is a list of captures. The pages themselves are in the archive or on its server.")
    notices = (*decoded.warnings, about, *about_odd(odd))
    return [Document("\n".join(lines), notices=notices, encoding=decoded.encoding)]


def _recognise(sample: Sample) -> bool:
    return is_capture_list(sample.head)


FORMAT = Format(
    english("list of captures"),
    "text/x-cdx",
    read,
    "capture list 1",
    _recognise,
    (".cdx", ".cdxj"),
    has_headline=False,
    is_risky=False,
)
