"""What errors of SQLite mean for the user: a sentence with the name of the desk, and nothing for bugs of ours."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from desktop.store import errors
from desktop.store.errors import StoreError, may_pass, translate

PATH = Path("/desks/one.desk")


def error_of(code: int, kind: type[sqlite3.Error] = sqlite3.OperationalError, words: str = "x") -> sqlite3.Error:
    error = kind(words)
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "kind", "words"),
    [
        (sqlite3.SQLITE_BUSY, errors.Locked, "Another program is writing"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, errors.Locked, "Another program is writing"),
        (sqlite3.SQLITE_READONLY, errors.ReadOnly, "can be read and not written"),
        (sqlite3.SQLITE_READONLY_DBMOVED, errors.Gone, "is not where it was"),
        (sqlite3.SQLITE_FULL, errors.DiskFull, "The disk is full"),
        (sqlite3.SQLITE_IOERR_READ, errors.DiskError, "did not give"),
        (sqlite3.SQLITE_IOERR_WRITE, errors.DiskFull, "did not take"),
        (sqlite3.SQLITE_CANTOPEN, errors.Gone, "cannot be opened"),
        (sqlite3.SQLITE_CORRUPT, errors.Damaged, "is damaged"),
        (sqlite3.SQLITE_NOTADB, errors.Damaged, "is damaged"),
        (sqlite3.SQLITE_INTERRUPT, errors.Damaged, "far too long"),
    ],
)
def test_an_error_has_its_kind_and_a_sentence_with_the_name(code: int, kind: type[StoreError], words: str) -> None:
    found = translate(error_of(code), PATH)
    assert type(found) is kind
    assert words in str(found)
    assert "“one.desk”" in str(found)
    assert "/desks" not in str(found)


@pytest.mark.parametrize("words", ["Could not decode to UTF-8 column 'text'", "malformed JSON"])
def test_what_cannot_be_read_is_damage_whatever_its_number(words: str) -> None:
    assert type(translate(error_of(sqlite3.SQLITE_ERROR, words=words), PATH)) is errors.Damaged


@pytest.mark.parametrize("kind", [sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.InterfaceError])
def test_a_bug_of_ours_stays_one(kind: type[sqlite3.Error]) -> None:
    assert translate(error_of(sqlite3.SQLITE_BUSY, kind), PATH) is None
    assert translate(error_of(sqlite3.SQLITE_ERROR), PATH) is None


def test_only_what_may_pass_is_tried_again() -> None:
    assert all(may_pass(error("x")) for error in (errors.Locked, errors.DiskFull, errors.Gone, errors.ReadOnly))
    assert not any(may_pass(error("x")) for error in (errors.Damaged, errors.Refused, errors.Unconfirmed))
