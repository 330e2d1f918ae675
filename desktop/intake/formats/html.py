"""HTML, as saved or as one file: the visible text whole, with everything cut that is not the article.

Nothing of a page is run and nothing is loaded.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.intake.document import Document, Format, Sample
from desktop.intake.errors import LIMIT, Binary, too_large
from desktop.lazy_pattern import lazy_pattern
from desktop.translation import Sentence, english

if TYPE_CHECKING:
    from collections.abc import Sequence

_OPENING = lazy_pattern(
    r"(?>(?:<\?xml[^>]*>|<!--.*?-->)\s*)*+<(?:!doctype\s+html|html|head|body|meta|title|base|article)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_EMBEDDED = lazy_pattern(rb"data:[\w/+.-]{0,80}(?:;[\w=-]{1,40}){0,3};base64,[A-Za-z0-9+/=%]{100,}", re.IGNORECASE)
_LARGEST = 2 * LIMIT  # bytes of a page without its pictures: half of it may be tags


def read(data: bytes, name: str) -> Sequence[Document]:
    """Read a page; raises Binary, Empty or TooLarge with a sentence that begins with `name`."""
    from desktop.intake.characters.labels import decode_page
    from desktop.intake.web_page.page_document import read_page

    data = _without_pictures(data)
    if len(data) > _LARGEST:
        raise too_large(name)
    decoded = decode_page(data)
    if decoded is None:
        raise Binary(Sentence("{name} is not a page: its bytes do not read as characters.", name=name))
    return [read_page(decoded, name)]


def _without_pictures(data: bytes) -> bytes:
    """Take out pictures, typefaces and the like that a page holds in its addresses."""
    return _EMBEDDED.sub(b"data:,", data) if len(data) > _LARGEST // 20 else data


def _recognise(sample: Sample) -> bool:
    return _OPENING.match(sample.head) is not None


FORMAT = Format(
    english("web page"),
    "text/html",
    read,
    "HTML 1",
    recognise=_recognise,
    endings=(".html", ".htm", ".xhtml", ".shtml"),
    has_boilerplate=True,
)
