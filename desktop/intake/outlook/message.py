"""An Outlook message: its head, its bodies in up to three forms, what it forwards and what came with it."""

from __future__ import annotations

import struct
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.intake.characters.labels import decode_page
from desktop.intake.mail.bodies import Bodies, joined
from desktop.intake.mail.bodies import bodies_of as bodies_of_mail
from desktop.intake.mail.choice import choose
from desktop.intake.mail.heads import Head
from desktop.intake.mail.messages import head_of, parse
from desktop.intake.mail.page import read_page
from desktop.intake.outlook import storage as properties
from desktop.intake.rtf.html_in_rtf import holds_page, page_of

if TYPE_CHECKING:
    from desktop.intake.outlook.storage import Storage


_COMPRESSED_HEAD = struct.Struct("<II4sI")  # bytes that follow, bytes unpacked, kind, checksum
_COMPRESSED, _PLAIN = b"LZFu", b"MELA"
_WINDOW = 4096
_FILLED = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor "
    b"MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20"
    b"\\b\\i\\u\\tab\\tx"
)


def unpack(data: bytes) -> bytes:
    """Give the RTF; what can be read of it if it is damaged, nothing if it is of another kind."""
    if len(data) < _COMPRESSED_HEAD.size:
        return b""
    _, size, kind, _ = _COMPRESSED_HEAD.unpack_from(data)
    if kind == _PLAIN:
        return data[_COMPRESSED_HEAD.size : _COMPRESSED_HEAD.size + size]
    return _inflate(data[_COMPRESSED_HEAD.size :])[:size] if kind == _COMPRESSED else b""


def _inflate(data: bytes) -> bytes:
    """Undo the compression: bits of a control byte, lowest first, say whether a byte or a reference follows."""
    window = bytearray(_FILLED.ljust(_WINDOW, b"\0"))
    write, place, out = len(_FILLED), 0, bytearray()
    while place < len(data):
        control = data[place]
        place += 1
        for bit in range(8):
            if not control >> bit & 1:
                piece = data[place : place + 1]
                place += 1
            else:
                reference = int.from_bytes(data[place : place + 2].ljust(2, b"\0"), "big")
                place += 2
                read, length = reference >> 4, (reference & 15) + 2
                if read == write or place > len(data):  # the mark of the end; or it is cut off
                    return bytes(out)
                piece = _referred(window, read, write, length)
            for byte in piece:
                window[write] = byte
                write = (write + 1) % _WINDOW
            out += piece
    return bytes(out)


def _referred(window: bytearray, read: int, write: int, length: int) -> bytes:
    """Give what a reference stands for; it may run into what it writes itself."""
    gap = (write - read) % _WINDOW
    piece = bytes(window[(read + i) % _WINDOW] for i in range(min(length, gap)))
    return (piece * (length // gap + 1))[:length]


_HEAD = 4096  # bytes in which a file says that it is a signed mail


def bodies_of(message: Storage) -> Bodies:
    """Find what is read of a message."""
    bodies = Bodies(_head(message), encoding=message.encoding(properties.BODY))
    bodies.add(message.text(properties.BODY))
    other = _other_form(message, bodies)
    choice = choose(bodies.text, joined(other.sections))
    bodies.note(*choice.notices)
    if choice.is_page:
        bodies.sections = other.sections
        bodies.encoding = other.encoding
        bodies.note(*other.notices)
    if not bodies.sections and message.text(properties.MESSAGE_CLASS).upper().startswith("IPM.NOTE.SMIME"):
        _take_signed(message, bodies)
    return bodies


def _take_signed(message: Storage, bodies: Bodies) -> None:
    """Read the mail that a signed message keeps as a file, if it is only signed and not sealed."""
    signed = next((data for _, data in files(message) if b"multipart/signed" in data[:_HEAD].lower()), None)
    if signed is None:
        bodies.seal("S/MIME")
        return
    found = bodies_of_mail(parse(signed))
    bodies.sections = [replace(section, head=bodies.head) for section in found.sections]
    bodies.take_rest(found)


def _other_form(message: Storage, bodies: Bodies) -> Bodies:
    """Read the page of a message, or its rich text if it has none."""
    other = Bodies(bodies.head)
    page, other.encoding = _page(message)
    shown = read_page(page)
    other.add_page(shown)
    other.note(*shown.notices)
    if not other.sections:
        text, notices = _rich_text(message)
        other.add(text)
        other.note(*notices)
    return other


def forwarded(message: Storage) -> list[Storage]:
    """Give the messages that came with a message."""
    inner = (each.inner(properties.ATTACHED) for each in message.attachments())
    return [each for each in inner if each is not None]


def files(message: Storage) -> list[tuple[str, bytes]]:
    """Give names and bytes of the files that came with a message, pictures of its text left out."""
    found = []
    for each in message.attachments():
        is_picture = each.text(properties.CONTENT_ID) and each.text(properties.MEDIA_TYPE).startswith("image/")
        if each.inner(properties.ATTACHED) is None and not is_picture:
            names = (each.text(n) for n in (properties.LONG_NAME, properties.SHORT_NAME, properties.SHOWN_NAME))
            found.append((next(filter(None, names), "a file without a name"), each.binary(properties.ATTACHED)))
    return found


def _head(message: Storage) -> Head:
    """Read who wrote it, when and about what: as it came over the net, else as Outlook has it."""
    sent = head_of(parse(message.text(properties.HEADS).encode("utf-8", "replace")))
    when = message.time(properties.SENT) or message.time(properties.DELIVERED)
    recipients = "; ".join(filter(None, [message.text(properties.RECIPIENTS), message.text(properties.COPIES)]))
    return Head(
        sent.sender or _sender(message),
        sent.recipients or recipients,
        sent.date or (f"{when:%Y-%m-%d %H:%M} UTC" if when else ""),
        message.text(properties.SUBJECT) or sent.subject,
        sent.day if sent.date else (f"{when:%Y-%m-%d}" if when else ""),
    )


def _sender(message: Storage) -> str:
    for_whom = (properties.AUTHOR_NAME, properties.AUTHOR_MAIL, properties.AUTHOR_ADDRESS)
    by_whom = (properties.SENDER_NAME, properties.SENDER_MAIL, properties.SENDER_ADDRESS)
    for numbers in (for_whom, by_whom):
        name, *addresses = (message.text(number).strip() for number in numbers)
        address = next((each for each in addresses if "@" in each), "")
        if name or address:
            return f"{name} <{address}>" if address and name != address else name or address
    return ""


def _page(message: Storage) -> tuple[str, str]:
    """Give the HTML of a message, as it is or packed into RTF, and its encoding."""
    data = message.binary(properties.HTML)
    if data:
        decoded = decode_page(data, message.encoding_of(data))
        return (decoded.text, decoded.encoding) if decoded else ("", "")
    if html := message.text(properties.HTML):
        return html, "utf-16-le"
    rich = unpack(message.binary(properties.COMPRESSED_RTF))
    return (page_of(rich), "RTF") if holds_page(rich) else ("", "")


def _rich_text(message: Storage) -> tuple[str, tuple[str, ...]]:
    """Give the text of a body that is kept as RTF."""
    from desktop.intake.office.tracked_changes import Side
    from desktop.intake.rtf.layout import lay_out
    from desktop.intake.rtf.parser import parse as parse_rtf
    from desktop.intake.rtf.report import notices

    rich = unpack(message.binary(properties.COMPRESSED_RTF))
    if not rich or holds_page(rich):
        return "", ()
    draft = parse_rtf(rich)
    return lay_out(draft, Side.AFTER)[0], notices(draft)
