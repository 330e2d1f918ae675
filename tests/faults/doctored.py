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
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from desktop.cli.main import INTERNAL, main
from desktop.cli.output import FAILED
from desktop.desk.damage import damage
from desktop.desk.evidence.stamping import state_heads, take_stamp
from desktop.desk.open_desk import Desk
from desktop.desk.prepare import prepare
from desktop.desk.sources.evidence_in_sources import changed_evidence, texts_of_sources
from desktop.desk.sources.source_check import Finder, read_sources
from desktop.desk.stories.earlier_quotes import find_identical, read_candidates
from desktop.desk.stories.story_report import story_report
from desktop.domain import (
    Anchor,
    AnchorKind,
    Attribution,
    Cut,
    Draft,
    Fact,
    MarkChange,
    QuoteKind,
    SourceDetails,
    SourceKind,
    Span,
    Status,
    VerbatimError,
)
from desktop.store.file.migrations import SCHEMA
from desktop.store.records.quotes.people import PersonName
from desktop.text.evidence import Evidence, stored_files
from tests.stamps.test_opentimestamps import MAGIC, pending
from tests.store.desks import LETTER, TEXT, Ticking, capture, prepared

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.connection import Connection
    from pathlib import Path

    from desktop.domain import Quote

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
            f"{self.desks} doctored desks x {len(VERBS) + len(WINDOW)} verbs: {self.answers} answers, "
            f"{self.sentences} sentences, {len(self.inside)} errors inside the program, {len(self.hung)} hung"
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
        desk.people.name(story, ["the mayor"], PersonName("Lee Pond"))
        minutes = replace(
            capture("The minutes. “Nobody asked,” he said.\n", title="Minutes"),
            facts=(Fact("title", "Minutes", "first line"),),
            anchors=(Anchor(0, AnchorKind.PAGE, "1"),),
        )
        other = desk.add(prepare(minutes), checker="A")
        desk.name_source(other.article_id, SourceDetails(SourceKind.DOCUMENT))
        desk.move_article(other.article_id, story)
        desk.version_moves.split_off(desk.versions(first.article_id)[0].id)
        desk.corrections.delete([quotes[-1].id])
        desk.save_draft(Draft(quotes[2].id, "half a no", ""))
        newest = desk.version(desk.articles()[0].newest)
        desk.boilerplate.decide_line(newest.info.id, Span(0, newest.text.index("\n")), hides=True, checker="A")
        tape = path.with_name("tape.bin")
        tape.write_bytes(b"minute 3 of the tape")
        line = Evidence("tape.bin", sha256=desk.evidence_files().keep(tape).sha256, kept=True).line()
        desk.mark([quotes[1].id], MarkChange(Status.DISPUTED, reason="denied", evidence=line), checker="A")
        proof = MAGIC + b"\x01\x08" + bytes.fromhex(state_heads(desk, checker="A").sha256) + pending()
        take_stamp(desk, proof, checker="A")
        desk.remember(f"same/{story}", f'[["{quotes[0].uid}", "{quotes[1].uid}", true]]')

    with Desk.create(path.with_name("copy.desk"), clock=Ticking()) as copy:
        copy.add(prepared(TEXT.replace("nine", "six"), title="Quay", url="https://quay.example/1"), checker="C")
    with Desk.open(path, clock=Ticking()) as desk:
        desk.merge(path.with_name("copy.desk"))
    path.with_name("copy.desk").unlink()


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


def _out(desk: Path, ending: str) -> str:
    return str(desk.with_suffix(ending))


VERBS: dict[str, Callable[[Path], list[str]]] = {
    "list": lambda desk: ["list", str(desk), "--quotes"],
    "check": lambda desk: ["check", str(desk)],
    "check against": lambda desk: ["check", str(desk), "--against", str(desk.with_name("earlier.json"))],
    "export": lambda desk: ["export", str(desk), _out(desk, ".json")],
    "bundle": lambda desk: ["export", str(desk), _out(desk, ".zip"), "--private"],
    "events": lambda desk: ["export", str(desk), _out(desk, ".jsonl")],
    "page": lambda desk: ["export", str(desk), _out(desk, ".html"), "--everything"],
    "second check": lambda desk: ["export", str(desk), _out(desk, ".csv"), "--columns", "second-check"],
    "variants": lambda desk: ["export", str(desk), _out(desk, ".csv"), "--columns", "variants"],
    "printed": lambda desk: ["export", str(desk), _out(desk, ".xlsx"), "--columns", "sources"],
    "claims": lambda desk: ["export", str(desk), _out(desk, ".jsonld")],
    "document": lambda desk: ["export", str(desk), _out(desk, ".docx")],
    "letter": lambda desk: ["letter", str(desk), "2", _out(desk, ".docx")],
    "mark": lambda desk: ["mark", str(desk), "2", "disputed", "--checker", "Kim"],
    "matrix": lambda desk: ["matrix", str(desk)],
    "sources": lambda desk: ["sources", str(desk), "--against", str(desk.with_name("new.txt")), "--perhaps"],
    "diff": lambda desk: ["diff", f"{desk}#1", f"{desk}#2"],
    "backup": lambda desk: ["backup", str(desk), _out(desk, ".copy")],
    "restore": lambda desk: ["restore", str(desk), str(desk.with_name("other.desk"))],
    "restore over": lambda desk: ["restore", str(desk.with_name("other.desk")), str(desk)],
    "merge": lambda desk: ["merge", str(desk.with_name("other.desk")), str(desk)],
    "merge into": lambda desk: ["merge", str(desk), str(desk.with_name("other.desk"))],
    "add": lambda desk: ["add", str(desk), str(desk.with_name("new.txt")), "--checker", "Kim"],
    "stamps": lambda desk: ["stamp", str(desk)],
    "request": lambda desk: ["stamp", str(desk), "--request", _out(desk, ".tsq"), "--checker", "Kim"],
    "unlock": lambda desk: ["unlock", str(desk)],
}
# What only the window asks of a desk; an error is told as the window tells it.
WINDOW: dict[str, Callable[[Desk], object]] = {
    "report": lambda desk: [story_report(desk, story.id) for story in desk.stories()],
    "lists": lambda desk: (desk.article_list.state(), desk.article_list.totals(), desk.article_days()),
    "trash": lambda desk: desk.articles(deleted=True),
    "card": lambda desk: [
        (desk.history(quote.id), desk.events(quote.id), desk.standing(quote.id))
        for quote in _quotes_of(desk)
    ],
    "words shared": lambda desk: [desk.search.quotes_sharing_words(quote) for quote in _quotes_of(desk)],
    "history of versions": lambda desk: [
        [desk.version_detail(info.id) for info in desk.versions(one.id)] for one in desk.articles()
    ],
    "people": lambda desk: [desk.people.of_story(story.id) for story in desk.stories()],
    "rules": lambda desk: (desk.boilerplate.rules(), desk.drafts(), desk.article_list.sources(), desk.disagreements()),
    "search": lambda desk: (desk.search.find("nobody"), desk.search.people("ada")),
    "evidence": lambda desk: [list(desk.evidence_parts(sha256)) for quote in _quotes_of(desk)
                              for sha256 in stored_files(quote.evidence)],
    "earlier": lambda desk: [(find_identical(desk, quote), read_candidates(desk, quote).rated())
                             for quote in _quotes_of(desk)],
    "printed quotes": lambda desk: [
        Finder(read_sources(desk, story.id)).find(quote) for story in desk.stories() for quote in _quotes_of(desk)
    ],
    "evidence in sources": lambda desk: [
        changed_evidence(_quotes_of(desk), read_sources(desk, story.id), texts_of_sources(desk))
        for story in desk.stories()
    ],
}  # fmt: skip


def _quotes_of(desk: Desk) -> list[Quote]:
    return [quote for article in desk.articles() for quote in desk.quotes(article.newest)]


def doctor_often(folder: Path, count: int, seed: int = 1, verbs: int | None = None) -> Doctored:
    """Doctor a desk in so many ways, chosen at random, and ask every verb, or so many, about each."""
    random_ = random.Random(seed)
    whole, tally = folder / "whole.desk", Doctored()
    whole_desk(whole)
    with contextlib.redirect_stdout(io.StringIO()):
        assert main(["export", str(whole), str(folder / "whole.json")]) == 0
    ways = doctors(whole)
    random_.shuffle(ways)
    for name, doctor in ways:
        if tally.desks == count:
            break
        shutil.copy(whole, folder / "doctored.desk")
        if doctor_desk(folder / "doctored.desk", doctor):
            tally.desks += 1
            every = [*VERBS, *WINDOW]
            _ask(folder, name, tally, every if verbs is None else random_.sample(every, verbs))
    return tally


def _ask(folder: Path, name: str, tally: Doctored, verbs: Sequence[str]) -> None:
    for verb in verbs:
        place = folder / "asked"
        place.mkdir()
        shutil.copy(folder / "doctored.desk", place / "doctored.desk")
        shutil.copy(folder / "whole.desk", place / "other.desk")
        shutil.copy(folder / "whole.json", place / "earlier.json")
        (place / "new.txt").write_text("A new pier. “Nobody asked,” said Lee Pond.\n")
        code = _answer(verb, place / "doctored.desk")
        tally.answers += code == 0
        tally.sentences += code not in {0, INTERNAL, None}
        tally.inside += [f"{name}: {verb}"] if code == INTERNAL else []
        tally.hung += [f"{name}: {verb}"] if code is None else []
        shutil.rmtree(place)


def _answer(verb: str, desk: Path) -> int | None:
    """Run a verb in a process of its own; returns its exit code, None if it does not end."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()
    process = context.Process(target=_run, args=(theirs, verb, desk))
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


def _run(answer: Connection, verb: str, desk: Path) -> None:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        answer.send(main(VERBS[verb](desk)) if verb in VERBS else _in_window(WINDOW[verb], desk))


def _in_window(asks: Callable[[Desk], object], path: Path) -> int:
    """Ask as the window does; returns the exit code of a verb to which the same happened."""
    try:
        with Desk.open(path) as desk:
            asks(desk)
    except VerbatimError:
        return FAILED
    except Exception as error:
        return FAILED if damage(path, error) else INTERNAL
    return 0
