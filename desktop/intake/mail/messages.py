"""Messages: the tree of parts of a mail, and each part's bytes, however they were sent."""

from __future__ import annotations

import re
from email.parser import BytesParser
from email.policy import Compat32
from quopri import decodestring
from typing import TYPE_CHECKING, cast

from desktop.intake.characters.decoding import decode
from desktop.intake.characters.labels import decode_labelled, encoding_of
from desktop.intake.mail.heads import Head, day_of, decode_base64, decode_head
from desktop.lazy_pattern import lazy_pattern
from desktop.translation import Sentence

if TYPE_CHECKING:
    from email.message import Message

_SEVEN_BIT = ("iso-2022", "utf-7", "hz", "utf-16", "utf7")
# Two signs, one beside a letter, a blank, or one that is no letter of Western Europe: no chance in other bytes.
_TRUE_SIGN = lazy_pattern(
    "[^\0-\x7f].*[^\0-\x7f]|[A-Za-z][^\0-\x7f]|[^\0-\x7f][A-Za-z]|[\xa0\u0800-\U0010ffff]", re.DOTALL
)
_SEQUENCE = lazy_pattern("[^\0-\x7f]")
_BOUNDARY = lazy_pattern(
    rb"^--([^\r\n]{1,200}?)[ \t]*\r?\n(?:content-[a-z-]+|mime-version):", re.IGNORECASE | re.MULTILINE
)
_WORD = lazy_pattern(r"[\w-]+")


class _Heads(Compat32):
    """The parser's policy: heads come as text also where they hold bytes above ASCII."""

    def header_fetch_parse(self, name: str, value: str) -> str:  # noqa: ARG002  the library's
        return value if value.isascii() else decode_head(value)


_POLICY = _Heads()


def parse(data: bytes) -> Message:
    """Read the tree of a mail; raises RecursionError where its parts are nested deeper than any mail's."""
    return BytesParser(policy=_POLICY).parsebytes(data)


def head_of(message: Message) -> Head:
    """Read who wrote a message, when and about what."""
    date = _text_of(message, "date")
    recipients = ", ".join(filter(None, [_text_of(message, "to"), _text_of(message, "cc")]))
    sender = _text_of(message, "from") or _text_of(message, "sender")
    return Head(sender, recipients, date, _text_of(message, "subject"), day_of(date))


def parameter(part: Message, name: str, header: str = "content-type") -> str:
    """Give a parameter of a head, decoded; an empty string if it is not there or cannot be read."""
    try:
        value = part.get_param(name, "", header)
    except (ValueError, TypeError, AttributeError, LookupError):
        return ""
    if isinstance(value, tuple):
        charset, _, text = value
        return decode_labelled(text.encode("latin-1", "replace"), charset or "utf-8")
    return decode_head(str(value or ""))


def file_name(part: Message) -> str:
    """Give the name that a part has as a file, an empty string if it has none."""
    name = parameter(part, "filename", "content-disposition") or parameter(part, "name")
    return " ".join(name.replace("\\", "/").rpartition("/")[2].split())


def content(part: Message) -> bytes:
    """Give the bytes of a part, undone what was done to send them."""
    if part.is_multipart():
        return b""
    found = _WORD.search(str(part.get("content-transfer-encoding", "")).lower())
    how = found.group() if found else ""
    if "uue" not in how:
        del part["content-transfer-encoding"]  # the library knows it only where it is spelled exactly
    data = cast("bytes", part.get_payload(decode=True))
    if how == "quoted-printable":
        return decodestring(data)
    if how in {"base64", "base-64"}:
        return decode_base64(data)
    return data


def forwarded(part: Message) -> Message:
    """Give the message that a part holds; some programs encode it, which the parser does not expect."""
    message = cast("list[Message]", part.get_payload())[0]
    if not message.keys() and part.get("content-transfer-encoding", "") not in {"", "7bit", "8bit", "binary"}:
        message["content-transfer-encoding"] = part["content-transfer-encoding"]
        return parse(content(message))
    return message


def with_boundary(part: Message) -> Message | None:
    """Read the parts of one that does not say what parts them, or not truly; None where nothing looks like it."""
    data = content(part)
    found = _BOUNDARY.search(data)
    if not found or b'"' in found.group(1):
        return None
    return parse(b'Content-Type: %s; boundary="%s"\n\n' % (part.get_content_type().encode(), found.group(1)) + data)


def text_of(data: bytes, label: str) -> tuple[str, str, tuple[str, ...]]:
    """Decode the bytes of a text: the text, its encoding, and sentences about what was guessed or lost."""
    declared = encoding_of(label)
    doubt: tuple[str, ...] = ()
    if label and not declared:
        doubt = (Sentence("The mail names an encoding that is not known (“{label}”).", label=label[:40]),)
    if data.isascii() and not declared.startswith(_SEVEN_BIT):
        return data.decode("ascii"), declared or "utf-8", doubt
    if not declared or label.lower() in {"us-ascii", "ascii"}:
        return _guessed(data, doubt)
    if _is_utf8_in_truth(data, declared):
        return (
            data.decode("utf-8"),
            "utf-8",
            (Sentence("The mail says that it is {encoding}, but its bytes are UTF-8.", encoding=declared),),
        )
    text = decode_labelled(data, declared)
    lost = text.count("\ufffd")
    if declared == "utf-8" and lost and lost == len(_SEQUENCE.findall(text)):
        return _guessed(data, (Sentence("The mail says that it is UTF-8, but its bytes are not."),))
    if lost:
        doubt = (
            Sentence.counted(
                "At {count} place the bytes are not {encoding}; each shows as �.",
                "At {count} places the bytes are not {encoding}; each shows as �.",
                lost,
                encoding=declared,
            ),
        )
    return text, declared, doubt


def _guessed(data: bytes, doubt: tuple[str, ...]) -> tuple[str, str, tuple[str, ...]]:
    decoded = decode(data)
    if decoded is None:
        return decode_labelled(data, "windows-1252"), "windows-1252", doubt
    warnings = tuple(each.replace("The file does", "The mail does") for each in decoded.warnings)
    return decoded.text, decoded.encoding, (*doubt, *warnings)


def _is_utf8_in_truth(data: bytes, declared: str) -> bool:
    """Say whether bytes that are said to be something else are UTF-8 from end to end."""
    if declared == "utf-8" or declared.startswith(_SEVEN_BIT):
        return False
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    if declared.startswith(("windows", "iso")):
        return _TRUE_SIGN.search(text) is not None
    return len(_SEQUENCE.findall(text)) >= 3


def _text_of(message: Message, name: str) -> str:
    return " ".join(decode_head(str(message.get(name, ""))).split())
