"""Verbs of the newsroom: set up, look at and verify a hub, share and join stories, keep a desk in step."""

from __future__ import annotations

import getpass
import signal
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop.cli.desk_verbs import checker_of, many, opened
from desktop.cli.inputs import find_story
from desktop.cli.output import FAILED, printable, say
from desktop.domain import VerbatimError
from desktop.text.display import amount

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from desktop.desk.newsroom import Newsroom
    from desktop.desk.newsroom_state import Arrived, SyncState
    from desktop.desk.open_desk import Desk


def hub(options: argparse.Namespace) -> int:
    """Do one thing with a hub."""
    doing: dict[str, Callable[[argparse.Namespace], int]] = {
        "init": _init,
        "status": _status,
        "check": _check,
        "login": _login,
        "invite": _invite,
    }
    return doing[options.what](options)


def _init(options: argparse.Namespace) -> int:
    from desktop.store.sharing import hub as hubs

    address = hubs.address_of(options.url)
    before, now = hubs.init(address)
    if before == now:
        print(f"{printable(address.shown)} is a hub of this version already")
    else:
        print(f"{printable(address.shown)} is a hub now (schema {now})")
    return 0


def _status(options: argparse.Namespace) -> int:
    from desktop.store.sharing import hub as hubs
    from desktop.store.sharing import stories

    address = hubs.address_of(options.url)
    reached = hubs.connect(address)
    try:
        print(printable(f"{address.shown}: schema {reached.number}, you are a {reached.role.word or 'guest'}"))
        for story in stories.shared(reached):
            lock = ", locked" if story.locked else ""
            by = ", ".join(story.checkers) or story.login
            print(printable(f"{story.uid[:8]}  {story.title}  ({many(story.articles, 'article')}{lock}; {by})"))
    finally:
        reached.close()
    return 0


def _check(options: argparse.Namespace) -> int:
    from desktop.store.sharing import hub as hubs
    from desktop.store.sharing import hub_check

    address = hubs.address_of(options.url)
    reached = hubs.connect(address)
    try:
        report = hub_check.check(reached)
    finally:
        reached.close()
    for finding in report.findings:
        print(printable(finding))
    for head in report.heads:
        print(f"head: {head.name.of} of desk {head.name.desk[:8]}, number {head.length}, {head.hash}")
    words = "sound" if report.sound else "NOT SOUND"
    print(
        f"{words}: {many(len(report.heads), 'chain')}, {many(report.records, 'record')} ({report.sealed:,} of them"
        f" sealed), {amount(report.blobs, 'text or file', 'texts and files')}"
    )
    return 0 if report.sound else FAILED


def _login(options: argparse.Namespace) -> int:
    """Ask for the password of an address, try it, and let the keyring of the system keep it."""
    from desktop.store.sharing import hub as hubs

    address = hubs.address_of(options.url)
    if not address.password:
        address = hubs.Address(address.url, getpass.getpass(f"Password for {address.shown}: "))
    hubs.connect(address).close()
    if not hubs.store_password(address):
        lacking = "no keyring took it" if hubs.has_keyring() else "the library keyring is not installed here"
        raise VerbatimError(
            f"That password is right, but {lacking}. Write it into the file ~/.pgpass, which you alone may read, or"
            " set PGPASSWORD."
        )
    print(printable(f"the keyring of this system keeps your password for {address.shown}"))
    return 0


def _invite(options: argparse.Namespace) -> int:
    from desktop.store.sharing import hub as hubs
    from desktop.store.sharing import stories

    if not options.login:
        raise VerbatimError("Nobody is named who is to be invited; give --login NAME.")
    reached = hubs.connect(hubs.address_of(options.url))
    try:
        stories.invite(reached, options.login, options.role, options.story)
    finally:
        reached.close()
    where = f" and may see the story {options.story}" if options.story else ""
    print(printable(f"{options.login} is a {options.role} here{where}"))
    return 0


# -- desks -----------------------------------------------------------------------------------------------------------


def share(options: argparse.Namespace) -> int:
    with _room(options) as (desk, room):
        story = find_story(desk, options.story)
        arrived = room.share(story.uid, options.url, checker=checker_of(options))
        print(printable(f"“{story.title}” is shared: {_exchanged(arrived)}"))
        return _findings(arrived)


def join(options: argparse.Namespace) -> int:
    with _room(options) as (_, room):
        there = room.shared_stories(options.url)
        chosen = options.stories or [story.uid for story in there]
        uids = []
        for name in chosen:
            found = [story for story in there if name == story.title or story.uid.startswith(name)]
            if len(found) != 1:
                raise VerbatimError(f"{len(found) or 'No'} shared stories are called “{name}”; please give the id.")
            uids.append(found[0].uid)
        arrived = room.join(options.url, uids, blind=options.blind, checker=checker_of(options))
        print(f"joined {len(uids)}: {_exchanged(arrived)}")
        return _findings(arrived)


def leave(options: argparse.Namespace) -> int:
    with _room(options) as (desk, room):
        story = find_story(desk, options.story)
        room.leave(story.uid)
        print(printable(f"“{story.title}” is not shared from this desk any more; all that came stays"))
    return 0


def sync(options: argparse.Namespace) -> int:
    if options.as_own_desk:
        with opened(options.desk) as desk:
            desk.make_own(checker=checker_of(options))
    with _room(options) as (desk, room):
        if not desk.joined_stories():
            raise VerbatimError("This desk shares no story yet; see verbatim share and verbatim join.")
        if options.watch:
            return _watch(room, checker_of(options))
        arrived = room.sync_once()
        print(_exchanged(arrived))
        state = room.sync_state()
        why = state.why
        for sentence in (*state.postponed, *filter(None, [why])):
            say(sentence)
        return _findings(arrived) or (FAILED if why else 0)


def _watch(room: Newsroom, checker: str) -> int:
    """Stay in step until Ctrl+C."""
    stop, shown = threading.Event(), [""]

    def end(*_: object) -> None:
        stop.set()
        room.wake()

    def state(now: SyncState) -> None:
        words = "in step" if now.in_step else f"{many(now.unconfirmed, 'act')} wait: {now.why}"
        if now.asks_every:
            words += f" (the hub is asked every {now.asks_every} seconds: it is a replica)"
        words = "\n".join([words, *now.postponed])
        if words != shown[0]:
            print(printable(words), flush=True)
        shown[0] = words

    def arrived(news: Arrived) -> None:
        print(_exchanged(news), flush=True)
        _findings(news)

    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, end)
    room.keep_in_step(stop, checker=checker, state=state, arrived=arrived)
    return 0


@contextmanager
def _room(options: argparse.Namespace) -> Iterator[tuple[Desk, Newsroom]]:
    with opened(options.desk) as desk:
        room = desk.newsroom()
        try:
            yield desk, room
        finally:
            room.close()
            desk.end_newsroom()


def _exchanged(arrived: Arrived) -> str:
    merged = arrived.merged
    counts = ", ".join(
        many(count, noun)
        for count, noun in ((merged.articles, "article"), (merged.quotes, "quote"), (merged.marks, "mark"))
        if count
    )
    received = f"{many(arrived.received, 'record')} received"
    return f"{many(arrived.sent, 'record')} sent, {received}{f' ({counts})' if counts else ''}"


def _findings(arrived: Arrived) -> int:
    for finding in arrived.findings:
        say(finding)
    sys.stdout.flush()
    return FAILED if arrived.findings else 0
