from __future__ import annotations

import shutil
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from desktop.desk.open_desk import Desk
from desktop.domain import Attribution, Cut, Head, MarkChange, QuoteKind, Span, Status
from desktop.store.errors import Damaged
from desktop.store.file.migrations import desk_schema
from desktop.store.upkeep.integrity import NOT_PROVEN
from tests.store.desks import LETTER, TEXT, Ticking, assert_sound, prepared

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from pathlib import Path
else:
    from sqlite_utils.utils import sqlite3

# What is no evidence, or is made anew from the rest; withheld records are those of others (see the tests of sharing).
NOT_EVIDENCE = {"draft", "remembered", "sqlite_sequence", "_sqlite_migrations", "withheld"}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk in which every table has rows."""
    path = tmp_path_factory.mktemp("whole") / "whole.desk"
    with Desk.create(path, clock=Ticking()) as desk:
        added = desk.add(prepared(title="Harbour", outlet="Quay", cuts=(Cut(LETTER, "letter"),)), checker="Kim")
        quotes = desk.quotes(added.version_id)
        for status in (Status.VERIFIED, Status.DISPUTED, Status.VERIFIED):
            change = MarkChange(status, reason="r", basis="b", note="n", evidence="e")
            desk.mark([quote.id for quote in quotes], change, checker="Kim")
        desk.unmark([quotes[1]], checker="Kim")
        desk.boilerplate.restore_cut(added.version_id, LETTER, restored=True)
        desk.boilerplate.decide_line(added.version_id, Span(0, TEXT.index("\n")), hides=True)
        desk.corrections.attribute(
            [quotes[0].id], Attribution("he", Span(1, 3), "Ann", "mayor", "said", Span(4, 6), "radio")
        )
        desk.corrections.add(added.version_id, Span(0, 7), QuoteKind.INDIRECT)
        desk.add(prepared(TEXT.replace("nine", "ten"), title="Harbour"), article=added.article_id, checker="Lee")
        story = desk.new_story("Other")
        desk.move_article(added.article_id, story.id)
        desk.delete_articles([desk.add(prepared("“Short.”\n")).article_id])
        assert_sound(desk)
    return path


@pytest.fixture
def path(whole: Path, tmp_path: Path) -> Path:
    return copied(whole, tmp_path / "copy.desk")


def copied(path: Path, to: Path) -> Path:
    shutil.copy(path, to)
    return to


def tamper(path: Path, *statements: str) -> None:
    """Write past our triggers, as somebody with any SQLite tool can, and put the triggers back."""
    with closing(sqlite3.connect(path)) as connection:
        _tamper(connection, statements)


def _tamper(connection: sqlite3.Connection, statements: Sequence[str]) -> None:
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("PRAGMA ignore_check_constraints=ON")
    connection.execute("BEGIN")  # the triggers go and come in one
    triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)
    for _, script in triggers:
        connection.execute(script)
    connection.commit()


def findings(path: Path, expected: Head | None = None) -> list[str]:
    try:
        with Desk.open(path) as desk:
            report = desk.check(expected)
            return [*report.findings, *report.notes]
    except Damaged as error:
        return [str(error)]


def test_a_whole_desk_is_sound_and_counted(path: Path) -> None:
    with Desk.open(path) as desk:
        report = desk.check()
        assert report.sound
        assert (report.marks, report.versions, report.quotes) == (desk.chains.mark_head().marks, 3, 10)
        assert [(end.chain, end.hash) for end in report.chains] == [(desk.uid, desk.chains.mark_head().hash)]
        assert report.not_proven == NOT_PROVEN


def _fields() -> list[tuple[str, str]]:
    tables = sorted(name for kind, name, _, sql in desk_schema() if kind == "table" and "VIRTUAL" not in sql)
    evidence = [name for name in tables if name not in NOT_EVIDENCE and "_index" not in name]
    connection = sqlite3.connect(":memory:")
    for kind, name, _, sql in desk_schema():
        if kind == "table" and name in evidence:
            connection.execute(sql)
    found = [(t, row[1]) for t in evidence for row in connection.execute(f"PRAGMA table_info({t})")]
    connection.close()
    return found


# The hour a desk was made and the place of a row in its table prove nothing.
WITHOUT_WEIGHT = {("meta", "value"), ("meta", "key")}


@pytest.mark.parametrize(("table", "column"), _fields())
def test_every_field_of_every_row_that_is_changed_is_found(path: Path, table: str, column: str) -> None:
    connection = sqlite3.connect(path)
    row_name = {"meta": "key", "cut": "start", "article_alias": "uid"}.get(table, "rowid")
    rows = connection.execute(f'SELECT {row_name}, "{column}" FROM {table}').fetchall()
    connection.close()
    for key, value in dict(rows[:1] + rows[-1:]).items():
        if column == "id" or ((table, column) in WITHOUT_WEIGHT and key != "uid"):
            continue
        for other in _others(value):
            copy = copied(path, path.with_name("other.desk"))
            try:
                tamper(copy, f'UPDATE {table} SET "{column}" = {other} WHERE {row_name} = {key!r}')
            except sqlite3.IntegrityError:
                continue  # the file itself refuses it
            assert findings(copy), f"{table}.{column} of {key}: {value!r} to {other}"


def _others(value: Any) -> list[str]:
    if value is None:
        return ["1"]
    if isinstance(value, int):
        return [str(value + 1), str(1 - value)]
    if isinstance(value, bytes):
        return [f"x'{value.hex()}00'"]
    escaped = value.replace("'", "''")
    swapped = {"verified": "disputed", "disputed": "unverified", "mark": "note", "direct": "mixed"}
    return [f"'{swapped.get(value, escaped + ' ')}'"]


TABLES = ["mark", "entry", "version", "version_text", "original", "quote", "quote_now", "quote_edit", "story", "cut"]


@pytest.mark.parametrize("table", [*TABLES, "article", "chain", "meta"])
def test_a_removed_row_is_found(path: Path, table: str) -> None:
    for order in ("ASC", "DESC"):
        copy = copied(path, path.with_name("other.desk"))
        key = "start" if table == "cut" else "key" if table == "meta" else "rowid"
        tamper(copy, f"DELETE FROM {table} WHERE {key} = (SELECT {key} FROM {table} ORDER BY {key} {order} LIMIT 1)")
        if table == "meta" and order == "ASC":
            continue  # when it was made
        assert findings(copy), (table, order)


@pytest.mark.parametrize(("table", "name"), [("quote", "The quote at"), ("version", "The version")])
def test_a_removed_quote_or_version_is_named_as_removed(path: Path, table: str, name: str) -> None:
    tamper(path, f"DELETE FROM {table} WHERE id = (SELECT max(id) FROM {table})")
    assert [finding for finding in findings(path) if finding.startswith(name) and finding.endswith("was removed.")]


def test_a_changed_mark_is_named_by_its_number(path: Path) -> None:
    tamper(path, "UPDATE mark SET note = 'never said' WHERE number = 5")
    assert "Mark 5 was changed after it was made." in findings(path)


def test_a_removed_mark_is_named_by_its_number(path: Path) -> None:
    tamper(path, "DELETE FROM mark WHERE number IN (5, 6)")
    assert "Missing: Mark 5 to Mark 6." in findings(path)


def test_whatever_is_put_into_the_body_of_an_entry_its_hash_does_not_fit_any_more(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT id, number FROM entry ORDER BY id").fetchall()
    assert len(rows) > 10
    for row, number in rows:
        copy = copied(path, path.with_name("other.desk"))
        tamper(copy, f"UPDATE entry SET body = json_set(body, '$.more', 1) WHERE id = {row}")
        assert any(f"Entry {number} was changed" in finding for finding in findings(copy)), findings(copy)


def test_marks_cut_off_the_end_are_named(path: Path) -> None:
    last = _marks(path)
    tamper(path, f"DELETE FROM mark WHERE number = {last}")
    assert f"Missing at the end: Mark {last}." in findings(path)


def test_two_marks_that_changed_places_are_found(path: Path) -> None:
    tamper(
        path,
        "UPDATE mark SET number = -2 WHERE number = 2",
        "UPDATE mark SET number = 2 WHERE number = 3",
        "UPDATE mark SET number = 3 WHERE number = -2",
    )
    found = findings(path)
    assert any(one.startswith("Mark 2 ") for one in found)
    assert any(one.startswith("Mark 3 ") for one in found)


def test_a_mark_put_in_twice_is_found(path: Path) -> None:
    columns = (
        "chain_id, number, tick, quote_id, act, status, attempted, contested, reason, basis, note, evidence, checker, "
        'at, start, "end", exact, after, prev'
    )
    tamper(path, f"INSERT INTO mark ({columns}, hash) SELECT {columns}, 'other' FROM mark WHERE number = 4")
    assert "Mark 4 is there twice." in findings(path)


def test_a_chain_cut_with_everything_made_to_fit_is_found_with_the_head_of_a_log(path: Path) -> None:
    with Desk.open(path) as desk:
        head = desk.chains.mark_head()
    last = head.marks
    tamper(
        path,
        "UPDATE quote_now SET mark_id = NULL, marks = 0, heads = '' WHERE mark_id = (SELECT max(id) FROM mark)",
        f"DELETE FROM mark WHERE quote_id = (SELECT quote_id FROM mark WHERE number = {last}) AND number = {last}",
        f"UPDATE chain SET length = {last - 1}, tick = (SELECT max(tick) FROM mark),"
        " head = (SELECT hash FROM mark ORDER BY number DESC LIMIT 1) WHERE of = 'marks'",
    )
    assert not any("missing" in one for one in findings(path))
    assert any(f"tells of {last} marks" in one for one in findings(path, head))


def test_the_head_of_an_earlier_log_fits_a_chain_that_went_on(path: Path) -> None:
    with Desk.open(path) as desk:
        head = desk.chains.mark_head()
        desk.mark([desk.quotes(desk.articles()[0].newest)[0].id], MarkChange(Status.VERIFIED), checker="Kim")
        assert desk.check(head).sound
        assert not desk.check(Head(head.chain, head.marks, "0" * 64)).sound


def test_texts_and_originals_are_compared_with_their_hashes(path: Path) -> None:
    tamper(path, "UPDATE version_text SET text = replace(text, 'nine', 'five') WHERE version_id = 1")
    assert any(one.startswith("The text of version 1 ") for one in findings(path))


def test_our_own_code_cannot_change_or_delete_evidence(path: Path) -> None:
    connection = sqlite3.connect(path)
    for statement in (
        "UPDATE mark SET note = 'x'",
        "DELETE FROM mark",
        "UPDATE version SET title = 'x'",
        "DELETE FROM version",
        "UPDATE version_text SET text = 'x'",
        "DELETE FROM version_text",
        "DELETE FROM original",
        "UPDATE original SET bytes = x'00'",
        "UPDATE entry SET body = '{}'",
        "DELETE FROM entry",
        "UPDATE quote SET exact = 'x'",
        "DELETE FROM quote",
        "UPDATE cut SET why = 'x'",
        "DELETE FROM cut",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="never"):
            connection.execute(statement)
    connection.close()


def test_a_check_can_be_ended_and_says_how_far_it_is(path: Path) -> None:
    progress: list[float] = []

    def until_half(share: float) -> None:
        progress.append(share)
        if share > 0.5:
            raise KeyboardInterrupt

    with Desk.open(path) as desk:
        with pytest.raises(KeyboardInterrupt):
            desk.check(progress=until_half)
        assert progress == sorted(progress)
        assert_sound(desk)


def test_a_read_only_desk_can_be_checked(path: Path) -> None:
    with Desk.open(path, read_only=True) as desk:
        assert desk.check().sound


def _marks(path: Path) -> int:
    with Desk.open(path) as desk:
        return desk.chains.mark_head().marks
