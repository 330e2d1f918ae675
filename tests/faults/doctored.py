"""Doctor desks in all the ways their tables allow, and ask every verb of the command line about each.

Whatever somebody wrote into a desk, a verb ends soon, with an answer or a sentence: never with an error inside the
program, never not at all.
"""

from __future__ import annotations

import contextlib
import io
import multiprocessing
import random
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.cli.main import INTERNAL, main
from desktop.desk.open_desk import Desk
from desktop.domain import Attribution, Cut, MarkChange, QuoteKind, SourceDetails, SourceKind, Span, Status
from desktop.store.file.migrations import SCHEMA
from desktop.store.records.people import PersonName
from tests.store.desks import LETTER, TEXT, Ticking, prepared

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.connection import Connection
    from pathlib import Path

MOST_SECONDS = 10
_DEEP = 5000
NUMBERS = (-1, 0, 2, 2**31, 2**63 - 1, -(2**63))
TEXTS = (
    "", "nonsense", "0", "\x00", "[]", "{}", "null", '{"a":' * _DEEP + "1" + "}" * _DEEP, "[" * _DEEP + "]" * _DEEP,
    '{"start":9223372036854775807,"end":1e400}', "9999-99-99T99:99", "../../x", "<b>" * 1000, "\u202e",
)  # fmt: skip
NOT_TEXT = b"\xff\xfe\xc3"

Doctor = tuple[str, "Callable[[sqlite3.Connection], object]"]


@dataclass
class Doctored:
    """What came of it; both lists should be empty."""

    desks: int = 0
    answers: int = 0
    sentences: int = 0
    inside: list[str] = field(default_factory=list)  # an error inside the program
    hung: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.desks} doctored desks x {len(VERBS)} verbs: {self.answers} answers, {self.sentences} sentences, "
            f"{len(self.inside)} errors inside the program, {len(self.hung)} hung"
        )


def whole_desk(path: Path) -> None:
    """Make a desk with something in every table."""
    with Desk.create(path, clock=Ticking()) as desk:
        first = desk.add(
            prepared(title="Quay", url="https://quay.example/1", cuts=(Cut(LETTER, "letter"),)), checker="A"
        )
        quotes = desk.quotes(first.version_id)
        desk.mark([quotes[0].id], MarkChange(Status.VERIFIED, note="tape", evidence="minute 3"), checker="A")
        desk.mark([quotes[1].id], MarkChange(Status.DISPUTED, reason="denied"), checker="B")
        desk.add(prepared(TEXT.replace("Monday", "Tuesday"), title="Quay"), article=first.article_id, checker="A")
        desk.add(prepared(TEXT.replace("nine", "ten"), title="Pier"), checker="B")
        desk.corrections.attribute([quotes[2].id], Attribution(person="Ada Brink"), checker="A")
        desk.corrections.resize(quotes[0].id, Span(quotes[0].span.start, quotes[0].span.end - 1))
        desk.corrections.add(first.version_id, Span(0, 7), QuoteKind.INDIRECT)
        story = desk.articles()[0].story_id
        desk.name_people(story, ["the mayor"], PersonName("Lee Pond"))
        other = desk.add(prepared("The minutes. “Nobody asked,” he said.\n", title="Minutes"), checker="A")
        desk.name_source(other.article_id, SourceDetails(SourceKind.DOCUMENT))
        desk.move_article(other.article_id, story)
        desk.split_off(desk.versions(first.article_id)[0].id)
        desk.corrections.delete([quotes[-1].id])
        desk.remember(f"same/{story}", f'[["{quotes[0].uid}", "{quotes[1].uid}", true]]')


def doctors(path: Path) -> list[Doctor]:
    """Everything that can be done to a desk, in an order that does not change."""
    found: list[Doctor] = []
    with closing(sqlite3.connect(path)) as db:
        tables = [name for (name,) in db.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
            " AND name NOT LIKE 'sqlite%' AND name NOT LIKE '%index%' AND name NOT LIKE '_sqlite%' ORDER BY name"
        )]  # fmt: skip
        for table in tables:
            found += [(f"{table} emptied", _sql(f"DELETE FROM {table}"))]
            found += [(f"{table} as a view", _as_view(table)), (f"{table} endless", _as_endless_view(table))]
            for column, kind in [(row[1], row[2]) for row in db.execute(f"PRAGMA table_info({table})")]:
                for rows in ("", " WHERE rowid IN (SELECT rowid FROM {0} ORDER BY 1 DESC LIMIT 1)"):
                    if rows and table in {"meta", "remembered", "cut", "article_alias"}:
                        continue
                    for value in NUMBERS if kind == "INTEGER" else TEXTS:
                        name = f"{table}.{column} = {str(value)[:30]!r}{' in one row' if rows else ''}"
                        sql = f'UPDATE OR REPLACE {table} SET "{column}" = ?{rows.format(table)}'
                        found.append((name, _sql(sql, value)))
                    if kind == "TEXT":
                        sql = f'UPDATE OR REPLACE {table} SET "{column}" = CAST(? AS TEXT){rows.format(table)}'
                        found.append((f"{table}.{column} no text", _sql(sql, NOT_TEXT)))
    for number in (0, 1, 2, SCHEMA + 1, 2**31 - 1):
        found.append((f"schema {number}", _sql(f"PRAGMA user_version = {number}")))
    for of in ("marks", "entries"):
        found.append((f"no chain of {of}", _sql("DELETE FROM chain WHERE of = ?", of)))
    return found


def _sql(sql: str, *values: object) -> Callable[[sqlite3.Connection], object]:
    return lambda db: db.execute(sql, values)


def _as_view(table: str) -> Callable[[sqlite3.Connection], object]:
    """A newer desk, in which a table only computes what it says."""

    def doctor(db: sqlite3.Connection) -> None:
        db.execute(f"ALTER TABLE {table} RENAME TO {table}_old")
        db.execute(f"CREATE VIEW {table} AS SELECT * FROM {table}_old")
        db.execute(f"PRAGMA user_version = {SCHEMA + 1}")

    return doctor


def _as_endless_view(table: str) -> Callable[[sqlite3.Connection], object]:
    def doctor(db: sqlite3.Connection) -> None:
        db.execute(f"ALTER TABLE {table} RENAME TO {table}_old")
        columns = ", ".join(f't."{row[1]}"' for row in db.execute(f"PRAGMA table_info({table}_old)"))
        db.execute(
            f"CREATE VIEW {table} AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
            f" SELECT {columns} FROM {table}_old t, n"
        )
        db.execute(f"PRAGMA user_version = {SCHEMA + 1}")

    return doctor


def doctor_desk(path: Path, doctor: Callable[[sqlite3.Connection], object]) -> bool:
    """Do to a desk what its triggers and rules forbid, and leave its schema as it was; False if SQLite refuses."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        triggers = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            db.execute(f"DROP TRIGGER {name}")
        db.execute("PRAGMA ignore_check_constraints = ON")
        db.execute("PRAGMA foreign_keys = OFF")
        db.execute("PRAGMA legacy_alter_table = ON")
        try:
            doctor(db)
        except (sqlite3.Error, OverflowError):
            return False
        for _, sql in triggers:
            with contextlib.suppress(sqlite3.Error):  # of a table that is a view by now
                db.execute(sql)
    return True


VERBS: dict[str, Callable[[Path], list[str]]] = {
    "list": lambda desk: ["list", str(desk), "--quotes"],
    "check": lambda desk: ["check", str(desk)],
    "export": lambda desk: ["export", str(desk), str(desk.with_suffix(".json"))],
    "mark": lambda desk: ["mark", str(desk), "2", "disputed", "--checker", "Kim"],
    "matrix": lambda desk: ["matrix", str(desk)],
    "backup": lambda desk: ["backup", str(desk), str(desk.with_suffix(".copy"))],
    "merge": lambda desk: ["merge", str(desk.with_name("other.desk")), str(desk)],
    "add": lambda desk: ["add", str(desk), str(desk.with_name("new.txt")), "--checker", "Kim"],
}


def doctor_often(folder: Path, count: int, seed: int = 1) -> Doctored:
    """Doctor a desk in so many ways, chosen at random, and ask every verb about each."""
    whole, tally = folder / "whole.desk", Doctored()
    whole_desk(whole)
    ways = doctors(whole)
    random.Random(seed).shuffle(ways)
    for name, doctor in ways:
        if tally.desks == count:
            break
        shutil.copy(whole, folder / "doctored.desk")
        if doctor_desk(folder / "doctored.desk", doctor):
            tally.desks += 1
            _ask(folder, name, tally)
    return tally


def _ask(folder: Path, name: str, tally: Doctored) -> None:
    for verb, arguments in VERBS.items():
        place = folder / "asked"
        place.mkdir()
        shutil.copy(folder / "doctored.desk", place / "doctored.desk")
        shutil.copy(folder / "whole.desk", place / "other.desk")
        (place / "new.txt").write_text("A new pier. “Nobody asked,” said Lee Pond.\n")
        code = _answer(arguments(place / "doctored.desk"))
        tally.answers += code == 0
        tally.sentences += code not in {0, INTERNAL, None}
        tally.inside += [f"{name}: {verb}"] if code == INTERNAL else []
        tally.hung += [f"{name}: {verb}"] if code is None else []
        shutil.rmtree(place)


def _answer(arguments: list[str]) -> int | None:
    """Run a verb in a process of its own; returns its exit code, None if it does not end."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()
    process = context.Process(target=_run, args=(theirs, arguments))
    process.start()
    theirs.close()
    try:
        if not ours.poll(MOST_SECONDS):
            return None
        return int(ours.recv())
    except EOFError:  # it died
        return INTERNAL
    finally:
        process.kill()
        process.join()


def _run(answer: Connection, arguments: Sequence[str]) -> None:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        answer.send(main(arguments))
