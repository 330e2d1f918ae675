"""News as agencies send it: NITF, NewsML-G2, NewsML 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.intake.containers.xml_tree import root_pattern
from desktop.intake.document import Document, Format
from desktop.translation import english

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.intake.document import Sample

_START = root_pattern("nitf|newsItem|newsMessage|packageItem|planningItem|conceptItem|knowledgeItem|contentSet|NewsML")


def read(data: bytes, name: str) -> Sequence[Document]:
    """Read the items of a news file that hold text, each as a document."""
    from desktop.intake.news_xml import reader

    return reader.read(data, name)


def _recognise(sample: Sample) -> bool:
    return sample.ending != ".txt" and _START.match(sample.head) is not None


FORMAT = Format(
    english("news item (NITF, NewsML)"),
    "application/nitf+xml",
    read,
    "news XML 1",
    recognise=_recognise,
    endings=(".nitf", ".newsml"),
)
