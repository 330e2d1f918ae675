"""Mail: a message with the texts that came with it, and mailboxes of many."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.intake.document import Document, Format, Sample
from desktop.intake.errors import Damaged
from desktop.intake.mail.unread import Unread
from desktop.lazy_pattern import lazy_pattern
from desktop.translation import Sentence, english

if TYPE_CHECKING:
    from collections.abc import Sequence
    from email.message import Message

    from desktop.intake.mail.bodies import Bodies

_MOST = 2_000  # texts of one file
_FROM = lazy_pattern(rb"^From [^\r\n]{0,200}\d{4}[^\r\n]{0,40}(?:\r?\n|\r)", re.MULTILINE)  # between those of a mailbox
_APPLE = lazy_pattern(rb"(\d{1,9}) *\r?\n")  # the length of a message, before it
_FIELD = lazy_pattern(r"([!-9;-~]{1,70}):|[ \t]")  # a line of a head, or the rest of one
_MAIL_NAMES = """
    from to cc bcc subject date sender reply-to message-id received return-path delivered-to x-original-to mime-version
    content-type content-transfer-encoding dkim-signature list-id in-reply-to references organization newsgroups
    x-mailer user-agent envelope-to thread-topic thread-index x-priority importance
"""
_NAMES = frozenset(_MAIL_NAMES.split())
_OF_SENDERS = frozenset(("from", "sender", "received", "return-path"))
_FEWEST = 3  # of these names
_SAVED_PAGE = lazy_pattern(r"^(?:snapshot-content-location:|from: *<saved by)", re.IGNORECASE | re.MULTILINE)


def read(data: bytes, name: str) -> list[Document]:
    """Read the messages of a file; raises Empty, Locked or Damaged with a sentence that begins with `name`."""
    messages = _messages(data)
    found: list[Document] = []
    unread = Unread()
    try:
        for number, one in enumerate(messages, 1):
            found += _documents(one, unread, f"message {number}" if len(messages) > 1 else "")
            if len(found) >= _MOST and number < len(messages):
                found[-1] = _as_last(found[-1], len(messages) - number)
                break
    except RecursionError as error:
        raise Damaged(
            Sentence("{name} cannot be read: its parts are nested deeper than those of any mail.", name=name)
        ) from error
    if not found:
        raise unread.error(name)
    return found


def _messages(data: bytes) -> list[bytes]:
    """Split a mailbox into its messages."""
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    if apple := _APPLE.match(data):
        return [data[apple.end() : apple.end() + int(apple.group(1))]]
    lines = [line for line in _FROM.finditer(data) if _stands_apart(data, line.start())]
    if not lines or lines[0].start():
        return [data]
    ends = [*(line.start() for line in lines[1:]), len(data)]
    return [
        re.sub(rb"^>(>*From )", rb"\1", data[line.end() : end], flags=re.MULTILINE)
        for line, end in zip(lines, ends, strict=True)
    ]


def _as_last(document: Document, left: int) -> Document:
    """Say in the last text that there is more."""
    more = Sentence.counted(
        "{count} further message of the mailbox is not read.",
        "{count} further messages of the mailbox are not read.",
        left,
    )
    return replace(document, notices=(*document.notices, more))


def _stands_apart(data: bytes, place: int) -> bool:
    return not place or data[max(0, place - 4) : place].endswith((b"\n\n", b"\n\r\n"))


def _documents(data: bytes, unread: Unread, part: str) -> list[Document]:
    """Read a message and, behind it, the texts that came with it."""
    from desktop.intake.mail.attachments import read_files
    from desktop.intake.mail.bodies import bodies_of
    from desktop.intake.mail.messages import parse
    from desktop.intake.mail.rendering import render

    found: list[Document] = []
    queue: list[tuple[Message, str]] = [(parse(data), part)]
    forwarded = 0
    while queue:
        message, name = queue.pop(0)
        bodies = bodies_of(message)
        texts, names = read_files(_files(bodies), name)
        unread.add(bodies, names)
        document = render(bodies, part=name)
        found += [document, *texts] if document else texts
        for each in _sent_on(message, bodies.messages):
            forwarded += 1
            queue.append((each, ", ".join(filter(None, [part, f"forwarded message {forwarded}"]))))
    return found


def _sent_on(message: Message, messages: Sequence[Message]) -> Sequence[Message]:
    """Give the messages that are texts of their own; what a report of the post gives back is none."""
    return [] if message.get_content_type() == "multipart/report" else messages


def _files(bodies: Bodies) -> list[tuple[str, bytes]]:
    """Give the files that came with a message, by their names, else by their types."""
    from desktop.intake.mail.messages import content, file_name

    whole = (each for each in bodies.files if each.get_content_maintype() != "multipart")
    return [(file_name(each) or each.get_content_type(), content(each)) for each in whole]


def _is_mail(sample: Sample) -> bool:
    return sample.ending not in {".mht", ".mhtml"} and _looks_like_mail(sample.head)


def _looks_like_mail(head: str) -> bool:
    """Say whether a text opens like a mail: with lines of a head, some of them as mails have them and pages do not."""
    lines = head.removeprefix("\ufeff").lstrip("\r\n").splitlines()
    if lines and (lines[0].startswith("From ") or lines[0].isdecimal()):  # a mailbox; a mail of Apple's
        lines = lines[1:]
    blank = next((i for i, line in enumerate(lines) if not line.strip()), max(0, len(lines) - 1))
    fields = [_FIELD.match(line) for line in lines[:blank]]
    names = {(found.group(1) or "").lower() for found in fields if found}
    if None in fields or _SAVED_PAGE.search(head) or names.isdisjoint(_OF_SENDERS):
        return False
    return len(names & _NAMES) >= _FEWEST


FORMAT = Format(
    english("mail"),
    "message/rfc822",
    read,
    "mail 1",
    recognise=_is_mail,
    endings=(".eml", ".emlx", ".mbox", ".mbx"),
    holds_files=True,
)
