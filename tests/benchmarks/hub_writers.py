"""Writers of a hub for benchmarks: acts a second that go there, beside plain INSERTs by as many connections."""

from __future__ import annotations

import hashlib
import multiprocessing
import time
import uuid
from typing import TYPE_CHECKING, Any

import psycopg

from desktop.store.sharing import hub as hubs
from desktop.store.sharing import stories
from desktop.store.sharing.extract import Outgoing
from desktop.store.sharing.push import Place, Push, Pushed
from desktop.store.sharing.records import ChainName, WireRecord

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.sharing_server import HubDatabase

WRITERS, ACTS = 20, 100
_BYTES = 700  # of one act

_processes = multiprocessing.get_context("fork")


def rates(hub: HubDatabase, story: str) -> tuple[float, float]:
    """Return how many rows are inserted and how many acts of a story pushed in a second, by processes of their own."""
    hub.run("CREATE TABLE IF NOT EXISTS plain (writer integer, number integer, content text,"
            " PRIMARY KEY (writer, number)); GRANT ALL ON plain TO PUBLIC; TRUNCATE plain")  # fmt: skip
    return _rate(_insert, hub.url("ann"), story), _rate(_push, hub.url("ann"), story)


def _rate(write: Callable[..., None], url: str, story: str) -> float:
    ready, go, done = _processes.Barrier(WRITERS + 1), _processes.Event(), _processes.Barrier(WRITERS + 1)
    writers = [
        _processes.Process(target=write, args=(url, story, number, ready, go, done)) for number in range(WRITERS)
    ]
    for writer in writers:
        writer.start()
    ready.wait()
    began = time.perf_counter()
    go.set()
    done.wait()
    took = time.perf_counter() - began
    for writer in writers:
        writer.join()
    return WRITERS * ACTS / took


def _insert(url: str, _: str, writer: int, ready: Any, go: Any, done: Any) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        ready.wait()
        go.wait()
        for number in range(ACTS):
            connection.execute("INSERT INTO plain VALUES (%s, %s, %s)", (writer, number, "x" * _BYTES))
        done.wait()


def _push(url: str, story: str, _: int, ready: Any, go: Any, done: Any) -> None:
    hub = hubs.connect(hubs.address_of(url))
    desk = uuid.uuid4().hex
    stories.register_desk(hub, desk, "Ann")
    push = Push(None, hub, desk, stories.numbers(hub, [story]))  # type: ignore[arg-type]  # nothing is read from a desk
    name, acts, pushed = ChainName(desk, "marks"), _chain(story), Pushed()
    chain_id = push._make_chain(Place(name, 1, "", 0))
    ready.wait()
    go.wait()
    for act in acts:
        push.insert(chain_id, name, [act], pushed)
    done.wait()
    hub.close()


def _chain(story: str) -> list[Outgoing]:
    acts: list[Outgoing] = []
    prev = ""
    for number in range(1, ACTS + 1):
        content = f'{{"act":"mark","number":{number}'.ljust(_BYTES, "x")
        hash_ = hashlib.sha256(content.encode()).hexdigest()
        wire = WireRecord(number, prev, hash_, content)
        acts.append(Outgoing(wire, number, uuid.uuid4().hex, frozenset({story})))
        prev = hash_
    return acts
