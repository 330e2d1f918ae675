"""Errors of a desk file, each with a sentence for the user, and what SQLite's own errors mean.

Each error carries one sentence or two: what happened, what it means, what to do. `IntegrityError` is our own bug and is
never turned into one of these.
"""

# ruff: noqa: N818 - these are words of the window: "locked", "damaged"

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from desktop.domain import VerbatimError
from desktop.translation import Text, tr

if TYPE_CHECKING:
    from pathlib import Path


# What code that reads makes of a file or a hub in which something makes no sense, beside errors with a sentence.
NONSENSE = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


class StoreError(VerbatimError):
    """The desk file could not do what was asked; nothing was changed."""


class NotOurs(StoreError):
    """The file is not a desk, or holds things that no desk of ours holds."""


class TooNew(StoreError):
    """The desk was written by a newer version of the program."""


class Locked(StoreError):
    """Somebody else has the desk open."""


class ForeignLock(Locked):
    """The lock beside the desk names another computer or cannot be read: nobody here can tell whether it is held.

    `fingerprint` tells this lock from every other one; whoever breaks it names it.
    """

    def __init__(self, sentence: str, fingerprint: str) -> None:
        super().__init__(sentence)
        self.fingerprint = fingerprint


class ReadOnly(StoreError):
    """The desk can be read and not written."""


class Damaged(StoreError):
    """The file is broken: some of it cannot be read, or does not say what it said."""


class DiskError(StoreError):
    """The disk did not do what was asked."""


class DiskFull(DiskError):
    """There is no room left on the disk."""


class Unconfirmed(DiskError):
    """The change is in the file, against the rule above, but the disk did not say that it will stay there."""


class Missing(StoreError):
    """The file, or the thing in it, is not there (any more)."""


class Gone(Missing):
    """The desk's file is not where it was; it may come back."""


class Exists(StoreError):
    """There is a file of that name already."""


class Refused(StoreError):
    """What was asked makes no sense for what the desk holds."""


class Changed(Refused):
    """What an act was about is not as it was when somebody decided on the act."""


_BUSY, _LOCKED, _NOMEM, _READONLY, _INTERRUPT, _IOERR, _CORRUPT = 5, 6, 7, 8, 9, 10, 11
_FULL, _CANTOPEN, _NOTADB = 13, 14, 26
_READONLY_DBMOVED = _READONLY | 4 << 8
_IOERR_READS = frozenset({_IOERR | 1 << 8, _IOERR | 2 << 8})

_SAYS: dict[int, tuple[type[StoreError], Text]] = {
    _BUSY: (
        Locked,
        Text("Another program is writing to “{name}” right now. Nothing was changed; try again in a moment."),
    ),
    _LOCKED: (
        Locked,
        Text("Another program is writing to “{name}” right now. Nothing was changed; try again in a moment."),
    ),
    _NOMEM: (DiskError, Text("There was not enough memory to work on “{name}”. Nothing was changed; close something.")),
    _READONLY: (ReadOnly, Text("“{name}” can be read and not written. Nothing was changed; save a copy elsewhere.")),
    _INTERRUPT: (Damaged, Text("Reading “{name}” took far too long and was stopped. Check the desk or recover it.")),
    _CORRUPT: (Damaged, Text("“{name}” is damaged. Nothing was changed; recover what can be read into a new desk.")),
    _NOTADB: (Damaged, Text("“{name}” is damaged. Nothing was changed; recover what can be read into a new desk.")),
    _FULL: (DiskFull, Text("The disk is full, so “{name}” was not changed. Free some space, then try again.")),
    _CANTOPEN: (Gone, Text("“{name}” cannot be opened: the file or its folder is gone or closed to you.")),
}


def translate(error: sqlite3.Error, path: Path) -> StoreError | None:
    """Say what an error of SQLite means for the user; None if it is our own bug."""
    if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError | sqlite3.InterfaceError):
        return None
    code = int(getattr(error, "sqlite_errorcode", 0))
    if "Could not decode to UTF-8" in str(error) or "malformed JSON" in str(error):
        code = _CORRUPT
    if code == _READONLY_DBMOVED:
        return gone(path)
    if code & 0xFF == _IOERR:
        return _input_output(code, path)
    if code & 0xFF not in _SAYS:
        return None
    kind, sentence = _SAYS[code & 0xFF]
    return kind(tr(sentence.english, name=path.name))


def damaged(path: Path) -> StoreError:
    return Damaged(tr(_SAYS[_CORRUPT][1].english, name=path.name))


def _input_output(code: int, path: Path) -> StoreError:
    if code in _IOERR_READS:
        return DiskError(
            tr(
                "The disk did not give “{name}” back when it was read. Nothing was changed; check that "
                "the disk is still there and make a copy of the file.",
                name=path.name,
            )
        )
    return DiskFull(
        tr(
            "The disk did not take what was to be written to “{name}”: it is full, at a limit, "
            "failing or gone. Nothing was changed; free some space or plug it in again, then try "
            "again.",
            name=path.name,
        )
    )


def may_pass(error: Exception) -> bool:
    """Say whether the same act may well be done later, when disk or file is there again or others release it."""
    return isinstance(error, DiskError | Gone | Locked | ReadOnly) and not isinstance(error, Unconfirmed)


def gone(path: Path) -> Gone:
    return Gone(
        tr(
            "“{name}” is not where it was: it was moved, renamed, deleted or its disk was taken out. "
            "Nothing was changed; put it back, or save a copy elsewhere.",
            name=path.name,
        )
    )


def unconfirmed(path: Path) -> Unconfirmed:
    return Unconfirmed(
        tr(
            "The change is in “{name}”, but the disk did not confirm that it will keep it. What you "
            "see is how the file stands; save a copy on another disk.",
            name=path.name,
        )
    )
