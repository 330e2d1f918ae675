"""Code pages of RTF: which encoding a font's bytes are in, and bytes decoded that way."""

from __future__ import annotations

import codecs

from desktop.intake.characters.labels import decode_labelled
from desktop.intake.office.symbol_fonts import sign_of

WESTERN = "windows-1252"
MACINTOSH = "macintosh"
SYMBOLS = "symbols:"  # and the font: the bytes are places in a font of signs, no letters

_OF_SIGNS = 2  # the \fcharset of such fonts

# \fcharset → encoding. 0 is Windows' Western one, 1 and 255 are those of the file and of its DOS.
_CHARSETS = {
    0: WESTERN,
    77: MACINTOSH,
    78: "shift_jis",
    79: "euc-kr",
    80: "gb18030",
    81: "big5",
    85: "mac_greek",
    86: "mac_turkish",
    88: "mac_latin2",
    89: "x-mac-cyrillic",
    128: "shift_jis",
    129: "euc-kr",
    130: "johab",
    134: "gb18030",
    136: "big5",
    161: "windows-1253",
    162: "windows-1254",
    163: "windows-1258",
    177: "windows-1255",
    178: "windows-1256",
    186: "windows-1257",
    204: "windows-1251",
    222: "windows-874",
    238: "windows-1250",
    254: "cp437",
    255: "cp850",
}
# Code pages whose number is not Python's name of them.
_CODE_PAGES = {
    708: "iso-8859-6",
    819: WESTERN,
    874: "windows-874",
    932: "shift_jis",
    936: "gb18030",
    949: "euc-kr",
    950: "big5",
    1361: "johab",
    10000: MACINTOSH,
    10001: "shift_jis",
    10002: "big5",
    10003: "euc-kr",
    10006: "mac_greek",
    10007: "x-mac-cyrillic",
    10008: "gb18030",
    10029: "mac_latin2",
    10079: "mac_iceland",
    10081: "mac_turkish",
    20127: WESTERN,
    20866: "koi8-r",
    20932: "euc-jp",
    20936: "gb18030",
    20949: "euc-kr",
    21866: "koi8-u",
    50220: "iso-2022-jp",
    50221: "iso-2022-jp",
    50222: "iso-2022-jp",
    50225: "iso-2022-kr",
    51932: "euc-jp",
    51936: "gb18030",
    51949: "euc-kr",
    52936: "hz-gb-2312",
    54936: "gb18030",
    65000: "utf-7",
    65001: "utf-8",
    **{28590 + part: f"iso-8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 13, 15)},
    28591: WESTERN,
    28599: "windows-1254",
    38598: "iso-8859-8",
}
_PLAIN_ASCII = ("windows", "mac", "cp")  # in which these bytes are ASCII's
_BY_PYTHON = frozenset({"johab", "mac_greek", "mac_turkish", "mac_latin2", "mac_iceland"})


def encoding_of_code_page(number: int) -> str:
    """Name the encoding of a Windows code page; an empty string where there is none of that number."""
    if number in _CODE_PAGES:
        return _CODE_PAGES[number]
    if 1250 <= number <= 1258:
        return f"windows-{number}"
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return ""


def encoding_of_font(charset: int | None, code_page: int, name: str, default: str) -> str:
    r"""Name the encoding of a font's bytes by its `\fcharset` and `\cpg`; `default` is the file's own."""
    if charset == _OF_SIGNS:
        return SYMBOLS + name.strip()
    if code_page and (named := encoding_of_code_page(code_page)):
        return named
    # A Macintosh file says 0 for its own letters, too.
    if charset == 0 and default == MACINTOSH:
        return default
    return _CHARSETS.get(charset, default) if charset is not None else default


def decode(data: bytes, encoding: str) -> str:
    """Decode the bytes of a run of text; never raises."""
    if data.isascii() and encoding.startswith(_PLAIN_ASCII):
        return data.decode("ascii")
    if encoding.startswith(SYMBOLS):
        return "".join(read_character(char, encoding) for char in data.decode("latin-1"))
    if encoding in _BY_PYTHON or encoding.startswith("cp"):
        return data.decode(encoding, "replace")
    return decode_labelled(data, encoding)


def read_character(char: str, encoding: str) -> str:
    """Give what a character shows in a font of this encoding; a sign that is not known keeps its place in the font."""
    if not encoding.startswith(SYMBOLS):
        return char
    sign = sign_of(ord(char), encoding.removeprefix(SYMBOLS))
    return char if sign is None else sign
