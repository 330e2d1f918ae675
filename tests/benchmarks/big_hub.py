"""A hub of a size that few newsrooms have: by default 10 million marks of 500 checkers, with the hashes that they have.

`python -m tests.benchmarks.big_hub [MARKS [CHECKERS]]` makes one on a server of its own, which keeps the settings that
PostgreSQL comes with, and prints how large it is, how long its check takes and how many acts go there in a second.
"""

from __future__ import annotations

import resource
import sys
import time
from typing import TYPE_CHECKING

import psycopg

from desktop.store.sharing import hub as hubs
from desktop.store.sharing import hub_check, stories
from tests.benchmarks.hub_writers import rates
from tests.sharing_server import make_server, remove_server

if TYPE_CHECKING:
    from tests.sharing_server import HubDatabase

STORY = "benchmark"
# As long as a mark with a short note is. The keys stand in the order in which a desk hashes them.
_MARKS = """
DO $$
DECLARE
    chain integer; prev text; hash text; content text; desk text; quote text;
BEGIN
    FOR checker IN {first}..{last} LOOP
        desk := md5(checker::text);
        prev := '';
        INSERT INTO verbatim.desk (uid, login, checker) VALUES (desk, 'ann', 'Checker ' || checker);
        INSERT INTO verbatim.chain (desk, of, branch, first, prev) VALUES (desk, 'marks', '', 1, '')
            RETURNING id INTO chain;
        INSERT INTO verbatim.story_chain SELECT id, chain FROM verbatim.story;
        FOR number IN 1..{marks} LOOP
            quote := md5((checker * 7 + number)::text);
            content := '{{"act":"mark","after":[],"at":"2026-01-01T00:00:00+00:00","attempted":true,"basis":"",'
                || '"chain":"'
                || desk || '","checker":"Checker ' || checker || '","contested":false,"end":40,"evidence":"",'
                || '"exact":"some words that somebody said","note":"heard on tape","number":' || number
                || ',"prev":"' || prev || '","quote":"' || quote || '","reason":"","start":0,"status":"verified",'
                || '"tick":' || number || ',"version_text_sha256":"' || repeat('a', 64) || '"}}';
            hash := encode(sha256(convert_to(content, 'UTF8')), 'hex');
            INSERT INTO verbatim.record (chain_id, number, prev, hash, login)
                VALUES (chain, number, decode(prev, 'hex'), decode(hash, 'hex'), 'ann');
            INSERT INTO verbatim.content (chain_id, number, story_id, subject, tick, content, found)
                SELECT chain, number, id, quote, number, content, '' FROM verbatim.story;
            prev := hash;
        END LOOP;
    END LOOP;
END $$
"""
_AT_ONCE = 10  # checkers whose marks are made in one transaction


def fill(hub: HubDatabase, marks: int, checkers: int) -> None:
    """Put so many marks on an empty hub, past its triggers, which would look at each."""
    with psycopg.connect(hub.owner, autocommit=True) as connection:
        connection.execute("INSERT INTO verbatim.story (uid, login) VALUES (%s, 'ann')", (STORY,))
        connection.execute("SET session_replication_role = replica; SET synchronous_commit = off")
        for first in range(1, checkers + 1, _AT_ONCE):
            last = min(checkers, first + _AT_ONCE - 1)
            connection.execute(_MARKS.format(first=first, last=last, marks=marks // checkers))
            print(f"\r{last} of {checkers} checkers", end="", file=sys.stderr, flush=True)
        connection.execute("VACUUM ANALYZE")
    print(file=sys.stderr)


def sizes(hub: HubDatabase) -> dict[str, float]:
    """Return gigabytes of each table and index."""
    rows = hub.run(
        "SELECT relname, pg_relation_size(c.oid) + coalesce(pg_relation_size(nullif(reltoastrelid, 0)), 0)"
        " FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace"
        " WHERE nspname = 'verbatim' AND relkind IN ('r', 'i') AND relpages > 100 ORDER BY relname"
    )
    return {str(name): round(int(str(size)) / 1e9, 3) for name, size in rows}


def checked(hub: HubDatabase) -> tuple[float, float, int, int]:
    """Check a hub; returns seconds by the clock and of this processor, megabytes more than before, and records."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began, worked = time.perf_counter(), time.process_time()
    reached = hubs.connect(hubs.address_of(hub.owner))
    report = hub_check.check(reached)
    reached.close()
    assert report.sound, report.findings[:3]
    more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) >> 10
    return time.perf_counter() - began, time.process_time() - worked, more, report.records


def main() -> None:
    marks = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000_000
    checkers = int(sys.argv[2]) if len(sys.argv) > 2 else 500
    server = make_server(())
    try:
        hub = server.hub()
        began = time.perf_counter()
        fill(hub, marks, checkers)
        print(f"made in {time.perf_counter() - began:.0f} s; gigabytes: {sizes(hub)}", flush=True)
        clock, work, more, records = checked(hub)
        print(f"{records} records checked in {clock:.0f} s, {work:.0f} s of them here; {more} MB more", flush=True)
        for _ in range(3):
            plain, pushed = rates(hub, STORY)
            print(f"INSERT {plain:.0f}/s, pushes {pushed:.0f}/s: {pushed / plain:.2f}", flush=True)
        reached = hubs.connect(hubs.address_of(hub.url("ann")))
        began = time.perf_counter()
        listed = stories.shared(reached)
        print(
            f"{len(listed)} story with {len(listed[0].checkers)} checkers listed in {time.perf_counter() - began:.2f} s"
        )
        reached.close()
    finally:
        remove_server(server)


if __name__ == "__main__":
    main()
