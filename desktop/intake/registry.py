"""Registry of the formats: each file in `formats/` is one; the bytes tell which one reads them."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from desktop.domain import value_type
from desktop.intake import formats as _folder
from desktop.intake.document import Sample
from desktop.intake.errors import Binary, IntakeError, Unsupported
from desktop.intake.formats.plain_text import FORMAT as PLAIN_TEXT
from desktop.translation import Sentence, english

if TYPE_CHECKING:
    from desktop.intake.document import Format


@value_type
class _Refused:
    """What nobody reads: the sentence that says so, how it begins, what to do instead."""

    sentence: str
    starts: tuple[bytes, ...] = ()
    endings: tuple[str, ...] = ()
    instead: str = ""
    error: type[IntakeError] = Unsupported


_SAVE_AS_TEXT = english("Accept or reject its tracked changes, save it as plain text, or copy its text and paste it.")
_REFUSED = (
    _Refused(
        english("{name} is an old Word or other Office file, not a text."),
        (b"\xd0\xcf\x11\xe0",),
        (".doc",),
        _SAVE_AS_TEXT,
    ),
    _Refused(
        english("{name} is a packed file, not a text."),
        (b"PK\x03\x04", b"PK\x05\x06"),
        instead=english("Unpack it and add what is in it."),
    ),
    _Refused(
        english("{name} is a picture, not a text."),
        (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM"),
        error=Binary,
    ),
    _Refused(english("{name} is a program, not a text."), (b"\x7fELF", b"MZ\x90", b"\xcf\xfa\xed\xfe"), error=Binary),
    _Refused(
        english("{name} is a recording, not a text."),
        (b"ID3", b"OggS", b"RIFF", b"fLaC", b"\x1aE\xdf\xa3"),
        error=Binary,
    ),
    _Refused(
        english("{name} is a packed archive, not a text."),
        (b"\x1f\x8b", b"7z\xbc\xaf", b"BZh", b"\xfd7zXZ", b"Rar!\x1a"),
        error=Binary,
    ),
    _Refused(
        english("{name} is a database or desk, not a text."),
        (b"SQLite format 3\0",),
        (".desk",),
        english("A desk is opened with Open, not imported."),
    ),
)


_REFUSED_STARTS = tuple(start for refused in _REFUSED for start in refused.starts)


@cache
def formats() -> tuple[Format, ...]:
    """Give every format, plain text last; each is a module in `formats/` with a `FORMAT`."""
    names = [f"{_folder.__name__}.{found.name}" for found in iter_modules(_folder.__path__)]
    known: list[Format] = [import_module(name).FORMAT for name in sorted(names)]
    return (*(each for each in known if each is not PLAIN_TEXT), PLAIN_TEXT)


def format_of(data: bytes, name: str) -> Format:
    """Tell the format by the content, else by the name's ending; raises an IntakeError for what nobody reads.

    `data` may be the beginning alone (64 KB and more), for a packed file the whole.
    """
    sample = Sample(data, name)
    for each in formats():
        if each.recognise(sample):
            return each
    if data.startswith(_REFUSED_STARTS):
        for refused in _REFUSED:
            if any(_opens(data, start) for start in refused.starts):
                raise _refusal(refused, name)
    for each in formats():
        if sample.ending in each.endings:
            return each
    for refused in _REFUSED:
        if sample.ending in refused.endings:
            raise _refusal(refused, name)
    return PLAIN_TEXT


def endings() -> tuple[str, ...]:
    """Give the endings of all names that say a format which is read, for a dialog that asks for files."""
    return tuple(sorted({ending for each in formats() for ending in each.endings}))


def _refusal(refused: _Refused, name: str) -> IntakeError:
    what = Sentence(refused.sentence, name=name)
    if not refused.instead:
        return refused.error(what)
    return refused.error(Sentence("{what} {instead}", what=what, instead=Sentence(refused.instead)))


def _opens(data: bytes, start: bytes) -> bool:
    """Compare an opening; what could be a word needs a zero byte near it."""
    return data.startswith(start) and (not start.isalnum() or b"\0" in data[:1024])
