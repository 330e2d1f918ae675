"""A hostile hub: whatever it changes, drops, puts in another order or makes huge, every desk refuses and names it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from desktop.domain import Status
from desktop.store.records import chain
from desktop.store.records.articles import METADATA
from desktop.store.records.entries import Entry
from desktop.store.sharing import hub as hubs
from desktop.store.sharing import hub_check
from desktop.store.sharing.errors import OtherHub, Tampered
from tests.newsroom import ann, ben, harbour

if TYPE_CHECKING:
    from tests.newsroom import Checker
    from tests.sharing_server import HubDatabase

__all__ = ["ann", "ben"]  # fixtures
MARKS = "chain_id = (SELECT id FROM verbatim.chain WHERE of = 'marks' ORDER BY id LIMIT 1)"
ENTRIES = "chain_id = (SELECT id FROM verbatim.chain WHERE of = 'entries' ORDER BY id LIMIT 1)"


@pytest.fixture
def shared(ann: Checker, hub_database: HubDatabase) -> HubDatabase:
    for index in (1, 2, 3):
        ann.mark(index, Status.DISPUTED)
    ann.share(harbour(ann))
    return hub_database


DOCTORED = {
    "words": (
        f"UPDATE verbatim.content SET content = replace(content, 'disputed', 'verified') WHERE {MARKS} AND number = 2",
        "Mark 2"),
    "order": (
        f"UPDATE verbatim.record SET hash = (SELECT hash FROM verbatim.record WHERE {MARKS} AND number = 3)"
        f" WHERE {MARKS} AND number = 2", "Mark 2"),
    "dropped": (f"DELETE FROM verbatim.record WHERE {MARKS} AND number = 2", "Mark 2"),
    "first": (f"DELETE FROM verbatim.record WHERE {MARKS} AND number = 1", "Mark 1"),
    "link": (f"UPDATE verbatim.record SET prev = sha256('') WHERE {MARKS} AND number = 3", "Mark 3"),
    "entry": (f"UPDATE verbatim.content SET content = replace(content, 'Harbour', 'Port') WHERE {ENTRIES}", "Entry 1"),
    "no JSON": (f"UPDATE verbatim.content SET content = '[' WHERE {MARKS} AND number = 4", "Mark 4"),
}  # fmt: skip


@pytest.mark.parametrize("what", DOCTORED)
def test_what_was_changed_is_refused_and_named_and_found_by_the_check(
    what: str, shared: HubDatabase, ann: Checker, ben: Checker
) -> None:
    sql, named = DOCTORED[what]
    shared.doctored(sql)
    with pytest.raises(Tampered, match=named):
        ben.join(harbour(ann))
    assert ben.desk.check().findings == []
    assert named.split()[0] not in {"Mark"} or all(quote.marks == 0 for quote in ben.quotes())
    reached = hubs.connect(hubs.address_of(shared.owner))
    report = hub_check.check(reached)
    reached.close()
    assert any(finding.startswith(named) for finding in report.findings), report.findings


def test_a_record_that_makes_no_sense_although_its_hash_fits_is_refused(
    shared: HubDatabase, ann: Checker, ben: Checker
) -> None:
    """It goes on from the last one, with a hash of its own, and says something that no desk says."""
    for number, content in enumerate(('{"act":"mark"}', "{" + '"a":{' * 5000 + "}" * 5001), 1):
        head = ann.desk.chains.mark_head()
        hash_ = hashlib.sha256(content.encode()).hexdigest()
        shared.doctored(
            f"DELETE FROM verbatim.record WHERE {MARKS} AND number = {head.marks + 1};"
            f" DELETE FROM verbatim.content WHERE {MARKS} AND number = {head.marks + 1};"
            f" INSERT INTO verbatim.record SELECT id, {head.marks + 1}, '\\x{head.hash}', '\\x{hash_}'"
            f" FROM verbatim.chain WHERE of = 'marks'; INSERT INTO verbatim.content"
            f" SELECT c.id, {head.marks + 1}, s.id, 'x', {number}, '{content}', ''"
            " FROM verbatim.chain c, verbatim.story s WHERE c.of = 'marks'"
        )
        with pytest.raises(Tampered, match=f"Mark {head.marks + 1} .* makes no sense"):
            ben.join(harbour(ann))
        assert ben.desk.check().findings == []


@pytest.mark.parametrize(
    ("act", "body"),
    [
        ("article moved", {"story": {"uid": "x"}, "was": ""}),
        ("article moved", {}),
        ("metadata edited", {"metadata": {name: ["x"] for name in METADATA.split(", ")}}),
        ("metadata edited", {"metadata": {"titel": "x"}}),
        ("version added", {"version": "x", "facts": {}, "quotes": {}}),
    ],
)
def test_an_entry_whose_body_makes_no_sense_is_refused_and_named(
    shared: HubDatabase, ann: Checker, ben: Checker, act: str, body: dict[str, object]
) -> None:
    """A colleague may send what no program of ours sends: it follows the one before it, and has its own hash."""
    head = next(one for one in ann.desk.chains.heads() if (one.of, one.desk) == (chain.ENTRIES, ann.desk.uid))
    article = next(one.uid for one in ann.desk.articles() if one.story_id == ann.desk.stories()[0].id)
    at = "2026-09-01T12:00:00+00:00"
    entry = Entry(ann.desk.uid, head.length + 1, 99, act, article, body, "Ann", at, head.head)
    shared.doctored(
        f"INSERT INTO verbatim.record SELECT id, {entry.number}, '\\x{head.head}', '\\x{entry.hash()}'"
        " FROM verbatim.chain WHERE of = 'entries'; INSERT INTO verbatim.content"
        f" SELECT c.id, {entry.number}, s.id, '{article}', 99, '{chain.canonical(entry.content()).decode()}', ''"
        " FROM verbatim.chain c, verbatim.story s WHERE c.of = 'entries'"
    )
    with pytest.raises(Tampered, match=r"Entry \d+ .* makes no sense"):
        ben.join(harbour(ann))
    assert ben.desk.check().findings == []


def test_a_text_that_was_changed_or_is_far_too_big_is_refused(shared: HubDatabase, ann: Checker, ben: Checker) -> None:
    without_checks = "ALTER TABLE verbatim.blob_part " + ", ".join(
        f"DROP CONSTRAINT IF EXISTS blob_part_{name}" for name in ("check", "check1", "bytes_check")
    )
    for change in ("bytes = 'Harbour'", "size = 99999999999", "bytes = repeat('x', 5000000)::bytea"):
        shared.doctored("CREATE TABLE kept AS SELECT * FROM verbatim.blob_part")
        shared.doctored(f"{without_checks}; UPDATE verbatim.blob_part SET {change}")
        with pytest.raises(Tampered):
            ben.join(harbour(ann))
        assert ben.desk.articles() == []
        shared.doctored(
            "DELETE FROM verbatim.blob_part; INSERT INTO verbatim.blob_part SELECT * FROM kept; DROP TABLE kept"
        )
    ben.sync()
    assert len(ben.quotes()) == 4


def test_a_text_that_is_not_there_is_named(shared: HubDatabase, ann: Checker, ben: Checker) -> None:
    shared.doctored("DELETE FROM verbatim.blob_part")
    with pytest.raises(Tampered, match=r"Entry \d+ .* is about a text that is not there"):
        ben.join(harbour(ann))


def test_a_mark_on_what_a_hub_keeps_back_waits_and_is_named_until_it_comes(
    shared: HubDatabase, ann: Checker, ben: Checker
) -> None:
    added = """content LIKE '{"act":"version added"%'"""
    shared.doctored(f"CREATE TABLE kept AS SELECT * FROM verbatim.content WHERE {added};"
                    f" DELETE FROM verbatim.content WHERE {added}")  # fmt: skip
    for _ in range(2):
        ben.join(harbour(ann))
        [sentence] = ben.room.sync_state().postponed
        assert sentence.startswith(f"Mark 1 of the desk {ann.desk.uid[:8]}, by Ann, waits")
        assert ben.quotes() == []
        ben.reopen()
    shared.doctored("INSERT INTO verbatim.content SELECT * FROM kept; DROP TABLE kept")
    ben.sync()
    assert ben.room.sync_state().postponed == ()
    assert [quote.status for quote in ben.quotes()] == [quote.status for quote in ann.quotes()][:4]


def test_a_chain_that_is_rewritten_after_it_was_seen_is_refused(
    shared: HubDatabase, ann: Checker, ben: Checker
) -> None:
    ben.join(harbour(ann))
    hash_ = hashlib.sha256(b"other").hexdigest()
    shared.doctored(f"UPDATE verbatim.record SET hash = '\\x{hash_}' WHERE {MARKS} AND number = 4")
    with pytest.raises(Tampered, match=r"Mark 4 .* is another one than before"):
        ben.sync()


def test_an_end_that_is_lost_is_told_and_kept(shared: HubDatabase, ann: Checker, ben: Checker) -> None:
    """So it is where a hub was restored from a backup: whose acts were lost sends them again."""
    ben.join(harbour(ann))
    shared.doctored(f"DELETE FROM verbatim.record WHERE {MARKS} AND number > 2")
    shared.doctored(f"DELETE FROM verbatim.content WHERE {MARKS} AND number > 2")
    assert any("has lost something: it had Mark 4" in finding for finding in ben.sync().findings)
    assert len(ben.desk.history(ben.quotes()[3].id)) == 1
    ann.reopen()
    assert ann.sync().sent == 2
    assert ben.sync().findings == []


def test_another_hub_at_the_same_address_is_told(shared: HubDatabase, ann: Checker) -> None:
    shared.doctored("UPDATE verbatim.hub SET uid = 'another'")
    ann.reopen()
    with pytest.raises(OtherHub):
        ann.sync()


def test_a_sound_hub_passes_its_check(shared: HubDatabase, ann: Checker) -> None:
    reached = hubs.connect(hubs.address_of(shared.url("eve")))
    report = hub_check.check(reached)
    reached.close()
    assert report.sound
    assert {(head.name.of, head.hash) for head in report.heads} >= {("marks", ann.desk.chains.mark_head().hash)}
    assert report.sealed == 2
