"""Outlook messages (MSG): a message, and the texts that came with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.intake.document import Document, Format, Sample
from desktop.intake.mail.unread import Unread
from desktop.translation import Sentence, english

if TYPE_CHECKING:
    from desktop.intake.outlook.storage import Storage

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKS = tuple(mark.encode("utf-16-le") for mark in ("__substg1.0_", "__properties_version1.0", "__nameid_version1.0"))
_ENDINGS = (".msg", ".oft")
_MOST = 200  # messages of one file


def read(data: bytes, name: str) -> list[Document]:
    """Read the message and the texts that came with it.

    Raises Empty, Locked or Damaged with a sentence that begins with `name`.
    """
    from desktop.intake.mail.attachments import read_files
    from desktop.intake.mail.rendering import render
    from desktop.intake.outlook.message import bodies_of, files, forwarded
    from desktop.intake.outlook.storage import open_message

    found: list[Document] = []
    unread = Unread()
    queue: list[Storage] = [open_message(data, name)]
    for number, message in enumerate(queue):  # which grows
        bodies = bodies_of(message)
        part = f"forwarded message {number}" if number else ""
        texts, names = read_files(files(message), part)
        unread.add(bodies, names)
        inner = forwarded(message)
        room = max(0, _MOST - len(queue))
        queue += inner[:room]
        if len(inner) > room:
            bodies.note(_not_read(len(inner) - room))
        document = render(bodies, part=part)
        found += [document, *texts] if document else texts
    if not found:
        raise unread.error(name)
    return found


def _not_read(count: int) -> Sentence:
    return Sentence.counted(
        "{count} further message that came with it is not read.",
        "{count} further messages that came with it are not read.",
        count,
    )


def _is_message(sample: Sample) -> bool:
    # The directory, which has the marks, may stand far behind the beginning of a file.
    is_marked = sample.ending in _ENDINGS or any(mark in sample.data for mark in _MARKS)
    return sample.data.startswith(_COMPOUND) and is_marked


FORMAT = Format(
    english("Outlook message"),
    "application/vnd.ms-outlook",
    read,
    "Outlook message 1",
    recognise=_is_message,
    endings=_ENDINGS,
    holds_files=True,
)
