"""Clipboard: words that were copied, with the marked-up form that a browser or an office program puts beside them.

The plain form lacks the quotation marks that a page shows for quoted elements, and often the breaks between paragraphs.
The marked-up one is read like a page, and stands if it has the same words in the same order; else the plain one does.
Both are kept as the original.
"""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING

from desktop.intake.capture import Origin, make_capture
from desktop.intake.characters.decoding import clean
from desktop.intake.document import Document
from desktop.intake.errors import LIMIT
from desktop.intake.formats.plain_text import FORMAT as PLAIN_TEXT
from desktop.intake.reading import read_text
from desktop.lazy_pattern import lazy_pattern
from desktop.translation import Sentence

if TYPE_CHECKING:
    from desktop.domain import Capture

_BOTH = "multipart/alternative"
_BOUNDARY = "=_clipboard_of_verbatim_"
_WORD = lazy_pattern(r"\w+")


def read_clipboard(text: str, html: str = "") -> Capture:
    """Make a capture of copied words; raises Empty or TooLarge as `read_text` does."""
    plain = read_text(text)
    if not html.strip() or len(html) > LIMIT:
        return plain
    shown, notices = clean(shown_words(html))
    if not shown:
        return plain
    if _WORD.findall(shown) != _WORD.findall(plain.text):
        other = Sentence("The copied words and their marked-up form differ; the plain words were taken.")
        shown, notices = plain.text, (*plain.warnings, other)
    document = Document(shown, notices=notices, encoding="utf-8", media_type=_BOTH)
    return make_capture(document, PLAIN_TEXT, Origin(_original(text, html), plain.source, Sentence("The pasted text")))


def shown_words(html: str) -> str:
    """Give the words that the marked-up form shows."""
    from desktop.intake.web_page.page_document import fragment_text

    return fragment_text(html).replace("\xa0", " ")


def _original(text: str, html: str) -> bytes:
    """Write both forms as a message of two parts, always the same for the same forms."""
    message = EmailMessage(policy=SMTP)
    message.set_content(text, cte="base64")
    message.add_alternative(html, subtype="html", cte="base64")
    message.set_boundary(_BOUNDARY)
    return message.as_bytes()
