"""Charset labels of pages and mails: what browsers take each for, and bytes decoded that way.

A label is what a header or a page says of itself. Browsers do not take it at its word: `iso-8859-1` is windows-1252,
`gb2312` is gb18030 (the WHATWG's Encoding standard has the table). Whoever goes by the word loses every curly quote.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from desktop.intake.characters.decoding import BYTE_ORDER_MARKS, Decoded, clean, decode
from desktop.intake.characters.encodings import is_in
from desktop.lazy_pattern import lazy_pattern
from desktop.translation import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Encoding → its labels without separators ("ISO_8859-1:1987" is iso88591). Its own name is one of them.
_LABELS = {
    "utf-8": "unicode11utf8 unicode20utf8 xunicode20utf8",
    "ibm866": "866 cp866 csibm866",
    "iso-8859-2": "csisolatin2 isoir101 l2 latin2",
    "iso-8859-3": "csisolatin3 isoir109 l3 latin3",
    "iso-8859-4": "csisolatin4 isoir110 l4 latin4",
    "iso-8859-5": "csisolatincyrillic cyrillic isoir144",
    "iso-8859-6": "arabic asmo708 csiso88596e csiso88596i csisolatinarabic ecma114 iso88596e iso88596i isoir127",
    "iso-8859-7": "csisolatingreek ecma118 elot928 greek greek8 isoir126 suneugreek",
    "iso-8859-8": "csiso88598e csisolatinhebrew hebrew iso88598e isoir138 visual csiso88598i iso88598i logical",
    "iso-8859-10": "csisolatin6 isoir157 l6 latin6",
    "iso-8859-13": "",
    "iso-8859-14": "",
    "iso-8859-15": "csisolatin9 l9 latin9",
    "iso-8859-16": "latin10",
    "koi8-r": "cskoi8r koi koi8",
    "koi8-u": "koi8ru",
    "macintosh": "csmacintosh mac xmacroman macroman",
    "windows-874": "dos874 iso885911 tis620 cp874",
    "windows-1250": "cp1250 xcp1250",
    "windows-1251": "cp1251 xcp1251",
    "windows-1252": "ansix341968 ansix34 ascii usascii cp1252 cp819 csisolatin1 ibm819 iso88591 isoir100 l1 latin1 "
    "xcp1252 xuserdefined",
    "windows-1253": "cp1253 xcp1253",
    "windows-1254": "cp1254 csisolatin5 iso88599 isoir148 l5 latin5 xcp1254",
    "windows-1255": "cp1255 xcp1255",
    "windows-1256": "cp1256 xcp1256",
    "windows-1257": "cp1257 xcp1257",
    "windows-1258": "cp1258 xcp1258",
    "x-mac-cyrillic": "xmacukrainian maccyrillic",
    "gb18030": "gbk gb2312 gb231280 chinese csgb2312 csiso58gb231280 isoir58 xgbk cp936 ms936",
    "big5": "big5hkscs cnbig5 csbig5 xxbig5 cp950",
    "euc-jp": "cseucpkdfmtjapanese xeucjp ujis",
    "iso-2022-jp": "csiso2022jp",
    "shift_jis": "csshiftjis ms932 cp932 mskanji sjis windows31j xsjis",
    "euc-kr": "cseuckr csksc5601 isoir149 korean ksc5601 windows949 cp949 uhc",
    "utf-16be": "unicodefffe",
    "utf-16le": "utf16 csunicode iso10646ucs2 ucs2 unicode unicodefeff",
    # Browsers show nothing of these four, for the sake of scripts; nothing runs here, so their words are read.
    "iso-2022-kr": "csiso2022kr",
    "hz-gb-2312": "hz",
}  # fmt: skip
# Python's name where it is another, and where its codec of the same name lacks what browsers read.
_CODECS = {
    "macintosh": "mac_roman",
    "x-mac-cyrillic": "mac_cyrillic",
    "windows-874": "cp874",
    "big5": "big5hkscs",
    "iso-2022-jp": "iso2022_jp_ext",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
    "hz-gb-2312": "hz",
}
# Labels of old mails that browsers do not know, but Python does.
_OF_MAILS = lazy_pattern(r"cp\d{3,4}|ibm\d{3,4}|mac\w+|utf7|utf32(?:le|be)?")
_SEPARATORS = lazy_pattern(r"[-_:.\s\"']|19[89]\d$")
_ENCODINGS = {_SEPARATORS.sub("", k): k for k in _LABELS} | {k: name for name, v in _LABELS.items() for k in v.split()}
_MARKS = tuple(each for each in BYTE_ORDER_MARKS if "32" not in each[1])  # browsers know no UTF-32

_HEAD = 128 * 1024  # bytes in which a page may name its charset; browsers look at fewer
_TAG = lazy_pattern(rb"<(?:!--|(script|style|title)\b|meta\b([^>]{0,2000}))", re.IGNORECASE)
_ATTRIBUTE = lazy_pattern(rb"([\w-]{1,20})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_CHARSET = lazy_pattern(rb"charset\s*=\s*[\"']?\s*([^\s\"';]{1,40})", re.IGNORECASE)
_XML = lazy_pattern(rb"\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*[\"']([^\"']{1,40})")


def encoding_of(label: str) -> str:
    """Name the encoding that browsers take this label for, in lower case; an empty string if none knows it."""
    key = _SEPARATORS.sub("", label.strip().lower())
    known = _ENCODINGS.get(key, "")
    return known or (key if _OF_MAILS.fullmatch(key) and is_in(b"a", key) else "")


def as_labelled(data: bytes, media_type: str, label: str) -> tuple[bytes, tuple[str, ...]]:
    """Give text decoded by the charset that its server stated, and marked as UTF-8; anything else as it is.

    Also sentences about what was guessed or lost.
    """
    if not label or not media_type.startswith(("text/", "application/xhtml")):
        return data, ()
    decoded = decode_page(data, label)
    if decoded is None:
        return data, ()
    return codecs.BOM_UTF8 + decoded.text.encode("utf-8", "replace"), decoded.warnings


def decode_labelled(data: bytes, label: str) -> str:
    """Decode as a browser does: a byte order mark wins over the label. Never raises; U+FFFD for what is no character.

    An unknown label counts as UTF-8 if the bytes are that, else as windows-1252. Line ends stay as they are.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode(data[len(mark) :], encoding)
    encoding = encoding_of(label) or ("utf-8" if is_in(data, "utf-8") else "windows-1252")
    return _decode(data, encoding)


def decode_page(data: bytes, label: str = "") -> Decoded | None:
    """Decode a page: by its mark, the `label` of its header, what it says itself, else by a guess. None if no text.

    Bytes that are UTF-8 from end to end are that whatever they say: a saved page keeps the label that it was sent with.
    """
    marked = any(data.startswith(mark) for mark, _ in _MARKS)
    declared = (
        encoding_of(label)
        or encoding_of(_own_label(data))
        or ("utf-8" if b"\0" not in data and is_in(data, "utf-8") else "")
    )
    if marked or not declared:
        return decode(data)
    encoding, doubt = _in_truth(data, declared)
    text = decode_labelled(data, encoding)
    lost = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    if lost > 0:
        doubt += (
            Sentence.counted(
                "At {count} place the bytes are not {encoding}; each shows as �.",
                "At {count} places the bytes are not {encoding}; each shows as �.",
                lost,
                encoding=encoding,
            ),
        )
    text, more = clean(text)
    return Decoded(text, encoding, doubt + more)


def _in_truth(data: bytes, declared: str) -> tuple[str, tuple[str, ...]]:
    """Name the encoding to read with, and say where it is not the one that the page names."""
    if declared.startswith("iso-2022") or data.isascii():
        return declared, ()
    if declared == "utf-8":
        return _damaged_utf8(data)
    if is_in(data, "utf-8"):
        text = data.decode()
        enough = 1 if declared.startswith(("windows", "iso")) else 4  # pairs of other encodings can look like UTF-8
        if len(text) - len(text.encode("ascii", "ignore")) >= enough:
            return "utf-8", (
                Sentence("The page says that it is {said}, but its bytes are UTF-8; it was read so.", said=declared),
            )
    return declared, ()


def _damaged_utf8(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Tell UTF-8 with damaged places from bytes of which none is UTF-8 but the plain letters."""
    if not is_in(data, "utf-8"):
        text = data.decode("utf-8", "replace")
        if text.count("\ufffd") == len(text) - len(text.encode("ascii", "ignore")):
            return "windows-1252", (
                Sentence("The page says that it is UTF-8, but its bytes are not; it was read as windows-1252."),
            )
    return "utf-8", ()


def _own_label(data: bytes) -> str:
    """Find the charset that a page names in a meta element or its XML declaration."""
    head = data[:_HEAD]
    named = next((charset for meta in _metas(head) if (charset := _charset_of(meta))), b"")
    xml = _XML.match(head)
    label = (named or (xml.group(1) if xml else b"")).decode("ascii", "replace")
    # Bytes in which one can read "<meta" are not UTF-16.
    return "utf-8" if encoding_of(label).startswith("utf-16") else label


def _metas(head: bytes) -> Iterator[bytes]:
    """Give the attributes of each meta element that a browser reads: none in comments, scripts, styles, titles."""
    low, at = head.lower(), 0
    while found := _TAG.search(head, at):
        at = found.end()
        if found[2] is not None:
            yield found[2]
        else:
            end = b"</" + found[1].lower() if found[1] else b"-->"
            at = low.find(end, at)
            if at < 0:
                return


def _charset_of(meta: bytes) -> bytes:
    """Give the charset that one meta element names, in an attribute of its own or in what stands for a header."""
    attributes = {name.lower(): b"".join(value).strip() for name, *value in _ATTRIBUTE.findall(meta)}
    if b"charset" in attributes:
        return attributes[b"charset"].rstrip(b"/")
    found = _CHARSET.search(attributes.get(b"content", b"")) if b"http-equiv" in attributes else None
    return found.group(1) if found else b""


def _decode(data: bytes, encoding: str) -> str:
    name = _CODECS.get(encoding, encoding)
    text = data.decode(name, _HANDLERS.get("windows" if encoding.startswith("windows") else encoding, "replace"))
    # UTF-7 can spell halves of characters.
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if name == "utf7" else text


# -- bytes that browsers read and Python's codecs refuse ---------------------------------------------------------------


def _control(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that windows-125x leaves open as C1 controls, as browsers do; they hide nothing."""
    assert isinstance(error, UnicodeDecodeError)
    byte = error.object[error.start]
    return chr(byte) if byte < 0xA0 else "\ufffd", error.start + 1


def _japanese(error: UnicodeError) -> tuple[str, int]:
    """Read the signs of NEC and IBM (①, ㈱) in EUC-JP by their places in Shift_JIS, where Python has them."""
    assert isinstance(error, UnicodeDecodeError)
    pair = error.object[error.start : error.start + 2]
    if len(pair) < 2 or min(pair) < 0xA1:
        return "\ufffd", error.start + 1
    row, cell = pair[0] - 0xA1, pair[1] - 0xA1
    lead = row // 2 + (0x81 if row < 62 else 0xC1)
    trail = cell + 0x9F if row % 2 else cell + 0x40 + (cell >= 63)
    return bytes((lead, trail)).decode("cp932", "replace"), error.start + 2


def _chinese(error: UnicodeError) -> tuple[str, int]:
    """Read what Hong Kong's Big5 lacks by Microsoft's."""
    assert isinstance(error, UnicodeDecodeError)
    pair = error.object[error.start : error.start + 2]
    text = pair.decode("cp950", "replace")
    return ("\ufffd", error.start + 1) if "\ufffd" in text else (text, error.start + len(pair))


def _register() -> dict[str, str]:
    handlers: dict[str, Callable[[UnicodeError], tuple[str, int]]] = {
        "windows": _control,
        "euc-jp": _japanese,
        "big5": _chinese,
    }
    for name, handler in handlers.items():
        codecs.register_error(f"verbatim-{name}", handler)
    return {name: f"verbatim-{name}" for name in handlers}


_HANDLERS = _register()
