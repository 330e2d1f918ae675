"""Newsroom: the stories that a desk shares with others, who meet in a hub, and how both are kept in step.

A Newsroom has connections of its own to the desk's file and to its hubs, and belongs to one thread at a time, which
need not be the window's. Nothing is asked of the net unless one of its methods is called; the desk works without it.
"""

from __future__ import annotations

import logging
import selectors
import socket
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from desktop.desk.newsroom_state import Arrived, Cancelled, HubState, SyncState, Woken
from desktop.domain import VerbatimError
from desktop.store.sharing import membership, stories
from desktop.store.sharing import pull as pulling
from desktop.store.sharing import push as pushing
from desktop.store.sharing.errors import Forked, HubError, HubReadOnly, NoRights
from desktop.store.sharing.extract import chains, moved_since, newest, of_story
from desktop.store.sharing.hub import address_of, connect, store_password
from desktop.store.sharing.membership import Membership, StoryState
from desktop.store.upkeep import opening
from desktop.translation import english, tr

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from desktop.domain import Presence, SharedStory
    from desktop.store.file.database import Database, Turn
    from desktop.store.sharing.extract import OwnChain
    from desktop.store.sharing.hub import Address, Hub
    from desktop.store.sharing.records import ChainName

_LOOKS = 20  # seconds after which one says again what one looks at
_FIRST_PAUSE = 1.0  # seconds until the next attempt to reach a hub; after each that fails twice as many,
_LONGEST_PAUSE = 30.0  # up to these
_ASKS = 5  # seconds after which a hub is asked that cannot tell of news by itself
_HOLD, _IDLE_HOLD = 0.04, 0.2  # seconds for which the desk is held while somebody works on it, or looks at it only
_IDLE = 5  # seconds after which somebody who did nothing looks at it only


@dataclass(slots=True)
class _Link:
    """One hub as this Newsroom knows it."""

    member: Membership
    hub: Hub | None = None
    listening: set[str] = field(default_factory=set)
    places: dict[ChainName, pushing.Place | None] = field(default_factory=dict)  # where our chains end there
    confirmed: dict[str, int] = field(default_factory=dict)  # length of the own chains that the hub has, by kind
    why: str = ""
    is_forked: bool = False
    since: datetime | None = None
    postponed: tuple[str, ...] = ()


_UNFORESEEN = english(
    "The exchange with the hub broke off by a mistake of the program ({kind}), which its error log names. It is tried "
    "again by itself; what you do waits on your desk."
)


def shown_address(url: str) -> str:
    """Return the address of a hub without its password; raises HubError where it is none."""
    return address_of(url).url


def remember_password(url: str) -> bool:
    """Put the password in an address into the keyring of the system; says whether there is one that took it."""
    return store_password(address_of(url))


class Newsroom:
    """The shared stories of one desk; see `Desk.newsroom`. `close` it on the thread that used it."""

    def __init__(
        self, path: Path, uid: str, turn: Turn | None, now: Callable[[], datetime], *, gentle: bool = False
    ) -> None:
        """`turn` is that of the window's connection to the same file; `gentle`: somebody works on it meanwhile."""
        self._path = path
        self._uid = uid
        self._turn = turn
        self._gentle = gentle
        self._now = now
        self.page = 0  # kilobytes of one transaction when taking; 0: what is fitting
        self._opened: Database | None = None
        self._links: dict[str, _Link] | None = None
        self._passwords: dict[str, str] = {}  # typed in this run, by address; never written anywhere
        self._loose: dict[str, Hub] = {}  # by address: connections to hubs that were only looked at
        self._waker, self._woken = socket.socketpair()
        self._waker.setblocking(False)
        self._woken.setblocking(False)

    def log_in(self, url: str) -> None:
        """Use the password in an address from now on, as long as the program runs; raises HubError."""
        self._address(url)

    # -- what is shared ------------------------------------------------------------------------------------------------

    def shared_stories(self, url: str) -> list[SharedStory]:
        """Return the stories on a hub that the user may see."""
        address = self._address(url)
        hub = self._connected(address)
        return stories.shared(hub)

    def share(
        self,
        story: str,
        url: str,
        *,
        checker: str,
        progress: Callable[[float], object] = lambda _: None,
        cancel: Callable[[], bool] = lambda: False,
    ) -> Arrived:
        """Share a story (uid) of this desk on a hub: all of it goes there, and what others do comes from then on."""
        address = self._address(url)
        hub = self._connected(address)
        hub.require_writable()
        link = self._link(hub, address)
        self._register(link, checker)
        stories.register_story(hub, story)
        stories.require(hub, [story])
        self._remember_story(link, story, StoryState())
        return self._exchange(link, progress, cancel)

    def join(
        self,
        url: str,
        uids: Sequence[str],
        *,
        blind: bool = False,
        checker: str,
        progress: Callable[[float], object] = lambda _: None,
        cancel: Callable[[], bool] = lambda: False,
    ) -> Arrived:
        """Bring shared stories (uids) into this desk, and keep in step with them from then on.

        Joined blindly, marks of others come for each quote once this desk has given it a mark of its own.
        """
        address = self._address(url)
        hub = self._connected(address)
        link = self._link(hub, address)
        stories.require(hub, uids)
        self._register(link, checker)
        for uid in uids:
            if uid not in link.member.stories:
                self._remember_story(link, uid, StoryState(blind=blind))
        return self._exchange(link, progress, cancel)

    def leave(self, story: str) -> None:
        """Keep all that came of a story, and exchange nothing more of it."""
        for link in self._all_links().values():
            if link.member.stories.pop(story, None) is not None:
                self._write(link)

    # -- in step -------------------------------------------------------------------------------------------------------

    def sync_once(
        self,
        *,
        progress: Callable[[float], object] = lambda _: None,
        cancel: Callable[[], bool] = lambda: False,
        take: bool = True,
    ) -> Arrived:
        """Take what this desk lacks, unless told not to, and send what the hubs lack; twice does nothing more.

        Raises the HubError of the first hub that failed, after the others were asked, unless anything came in: then
        the state alone says what failed.
        """
        arrived, failed = Arrived(), None
        for link in self._all_links().values():
            if not link.member.stories:
                continue
            try:
                self._ready(link)
                self._exchange(link, progress, cancel, arrived=arrived, take=take)
            except HubError as error:
                failed = failed or error
        if failed is not None and not arrived:
            raise failed
        return arrived

    def sync_state(self) -> SyncState:
        """Say how the desk and its hubs stand to each other, without asking the net."""
        own = {one.name.of: one.length for one in chains(self._db, self._uid) if not one.name.branch}
        return SyncState(tuple(self._state(link, own) for link in self._all_links().values() if link.member.stories))

    def _state(self, link: _Link, own: Mapping[str, int]) -> HubState:
        known = link.confirmed or link.member.confirmed
        unconfirmed = sum(max(0, length - known.get(of, 0)) for of, length in own.items())
        member = link.member
        of = tuple(member.stories)
        asks_every = _ASKS if link.hub is not None and link.hub.is_replica else 0
        return HubState(
            member.url, of, member.role, unconfirmed, link.since, link.why, link.is_forked, asks_every, link.postponed
        )

    def _exchange(
        self,
        link: _Link,
        progress: Callable[[float], object],
        cancel: Callable[[], bool],
        *,
        arrived: Arrived | None = None,
        take: bool = True,
    ) -> Arrived:
        """Take and send, and remember what went wrong."""
        arrived = Arrived() if arrived is None else arrived
        try:
            self._listen(link)  # before anything is read, so that nothing falls in between
            if take:
                self._read_role(link)
                self._take(link, arrived, progress, cancel)
            self._send(link, arrived, progress)
        except Cancelled:
            raise
        except VerbatimError as error:
            self._note(link, error)
            raise
        link.why, link.since, link.is_forked = "", None, False
        return arrived

    def _take(
        self,
        link: _Link,
        arrived: Arrived,
        progress: Callable[[float], object],
        cancel: Callable[[], bool],
    ) -> None:
        assert link.hub is not None
        numbers = stories.numbers(link.hub, list(link.member.stories))
        if not numbers:
            return
        member = link.member
        pull = pulling.Pull(
            self._db,
            link.hub,
            self._uid,
            numbers,
            member.stories,
            member.seen,
            lambda: membership.write(self._db, member),
            hold=self._hold if self._gentle else None,
            page=self.page,
        )
        with closing(pull.pages()) as pages:
            for come in pages:
                arrived.add(come)
                progress(pull.share)
                if cancel():
                    raise Cancelled(tr("Stopped. What came until then stays, and the rest comes the next time."))
        arrived.findings += pull.findings
        link.postponed = tuple(pull.postponed.values())

    def _hold(self) -> float:
        """Return for how many seconds the desk may be held now."""
        return _HOLD if self._turn is not None and self._turn.others_wrote(_IDLE) else _IDLE_HOLD

    def _read_role(self, link: _Link) -> None:
        """Hear of rights that were given or taken while one was connected."""
        assert link.hub is not None
        if link.hub.read_role():
            link.member.role = link.hub.role.word
            self._register(link, link.member.checker)
            self._write(link)

    def _send(self, link: _Link, arrived: Arrived, progress: Callable[[float], object]) -> None:
        hub, member = link.hub, link.member
        assert hub is not None
        ours = chains(self._db)
        if (hub.newer or hub.is_replica or not hub.role.writes) and not self._has_own(member.stories):
            self._confirm(link, ours)  # what this desk did concerns nobody there
            return
        hub.require_writable()
        numbers = stories.numbers(hub, list(member.stories))
        total, done = max(1, sum(one.length for one in ours)), 0

        def report_sent(count: int) -> None:
            nonlocal done
            done += count
            progress(min(1.0, done / total))

        former = opening.former_uids(self._db)
        shared = {uid: member.stories[uid] for uid in numbers}
        upto = newest(self._db)
        lacking = [uid for uid, one in shared.items() if not one.filled or moved_since(self._db, one.filled, self._uid)]
        push = pushing.Push(self._db, hub, self._uid, numbers, former, report_sent, link.places)
        try:
            pushed = push.push(one for one in ours if lacking or one.name.desk in {self._uid, *former})
        except VerbatimError:
            link.places.clear()
            raise
        for uid in lacking:
            push.fill(uid, pushed)
        for state in shared.values():
            state.filled = upto
        if lacking:  # else it is found again at little cost
            self._write(link)
        pushing.notify(hub, self._uid, pushed.stories)
        arrived.sent += pushed.records
        if pushed.chief_only:
            arrived.findings.append(
                tr(
                    "Only a chief may lock or reopen a story on the hub {hub}: yours holds on this desk alone.",
                    hub=hub.address.shown,
                )
            )
        self._confirm(link, ours)
        progress(1.0)

    def _confirm(self, link: _Link, ours: Iterable[OwnChain]) -> None:
        own = [one for one in ours if one.name.desk == self._uid and not one.name.branch]
        link.confirmed = link.member.confirmed = {one.name.of: one.length for one in own}

    def _has_own(self, shared: Iterable[str]) -> bool:
        """Say whether this desk itself did anything in shared stories."""
        own = {one.id for one in chains(self._db, self._uid)}
        return bool(own) and any(own & of_story(self._db, story).keys() for story in shared)

    # -- waiting -------------------------------------------------------------------------------------------------------

    def wait(self, timeout: float) -> Woken:
        """Wait until a hub tells of news, `wake` is called, or this many seconds have passed."""
        with selectors.DefaultSelector() as selector:
            selector.register(self._woken, selectors.EVENT_READ)
            for link in self._all_links().values():
                if link.hub is not None and not link.hub.broken:
                    if self._heard(link):
                        return Woken.NEWS
                    selector.register(link.hub.connection.fileno(), selectors.EVENT_READ, link)
            for key, _ in selector.select(timeout):
                if key.data is None:
                    with suppress(BlockingIOError):
                        while self._woken.recv(64):
                            pass
                    return Woken.CALLED
                if self._heard(key.data):
                    return Woken.NEWS
        return Woken.TIMEOUT

    def _heard(self, link: _Link) -> bool:
        """Say whether a hub has told of news, or is gone, of which there is something to hear, too."""
        assert link.hub is not None
        try:
            return link.hub.take_notices(self._uid)
        except HubError:
            self._drop(link)
            return True

    def wake(self) -> None:
        """Let `wait` end; may be called on any thread."""
        with suppress(BlockingIOError, OSError):
            self._waker.send(b"!")

    def _listen(self, link: _Link) -> None:
        assert link.hub is not None
        if link.hub.is_replica:
            return  # which PostgreSQL lets nobody listen to
        stories = set(link.member.stories)
        for story in stories - link.listening:
            link.hub.listen(pushing.channel(story))
        link.listening |= stories

    def keep_in_step(
        self,
        stop: threading.Event,
        *,
        checker: str,
        state: Callable[[SyncState], object] = lambda _: None,
        arrived: Callable[[Arrived], object] = lambda _: None,
        presence: Callable[[Mapping[str, list[Presence]]], object] = lambda _: None,
        shown_story: Callable[[], str] = lambda: "",
    ) -> None:
        """Exchange with the hubs whenever there is something to, until `stop` is set and `wake` called.

        The functions are called on this thread. `shown_story` says which story (uid) is shown, or nothing.
        """
        pause, seconds, shown, now = _FIRST_PAUSE, 0.0, "", SyncState()
        while not stop.is_set():
            try:
                woken = self.wait(seconds) if seconds else Woken.NEWS
                if stop.is_set():
                    break
                self._step(stop, woken, arrived)
                now = self.sync_state()
                shown = self._show(shown_story(), shown, checker, presence)
            except Cancelled:
                break
            except Exception as error:
                now = self._begin_anew(error, now)
            state(now)
            pause = _FIRST_PAUSE if not now.why else min(2 * pause, _LONGEST_PAUSE)
            seconds = pause if now.why else now.asks_every or _LOOKS
        with suppress(VerbatimError):
            self.look_at("", checker=checker)

    def _step(self, stop: threading.Event, woken: Woken, arrived: Callable[[Arrived], object]) -> None:
        """Exchange once; what a hub or the desk refuses is in the state."""
        all_well = bool(self._reached()) and not self.sync_state().why
        try:
            exchanged = self.sync_once(cancel=stop.is_set, take=woken is not Woken.CALLED or not all_well)
        except Cancelled:
            raise
        except HubError:
            return
        if exchanged or exchanged.findings:
            arrived(exchanged)

    def _begin_anew(self, error: Exception, last: SyncState) -> SyncState:
        """Let go of all connections after an error that nobody foresaw, or of the desk; returns the state then.

        What is remembered of the hubs is read from the desk again, so that nothing half done stays.
        """
        if not isinstance(error, VerbatimError):
            logging.getLogger("verbatim").error("an exchange failed", exc_info=error)
        why = str(error) if isinstance(error, VerbatimError) else tr(_UNFORESEEN, kind=type(error).__name__)
        since = last.since or self._now()
        links = list((self._links or {}).values())
        for link in links:
            self._drop(link)
        if self._opened is not None:
            with suppress(VerbatimError):
                self._opened.close()
        self._links = self._opened = None
        hubs = last.hubs or [HubState(one.member.url, tuple(one.member.stories), one.member.role, 0) for one in links]
        return SyncState(tuple(replace(hub, why=why, since=since) for hub in hubs))

    def _show(
        self, story: str, shown: str, checker: str, report: Callable[[Mapping[str, list[Presence]]], object]
    ) -> str:
        with suppress(HubError):
            self.look_at(story, checker=checker)
            if story != shown:
                for link in self._seeing():
                    pushing.notify(link.hub, self._uid, {story, shown} & link.member.stories.keys())  # type: ignore[arg-type]
            report({uid: self.presence(uid) for link in self._seeing() for uid in link.member.stories})
        return story

    # -- presence ------------------------------------------------------------------------------------------------------

    def presence(self, story: str) -> list[Presence]:
        """Return who else looks at a story at the moment."""
        return [
            one
            for link in self._seeing()
            if link.hub is not None and story in link.member.stories
            for one in stories.presence(link.hub, [story], self._uid)
        ]

    def look_at(self, story: str, *, checker: str) -> None:
        """Say that this desk shows a story (uid) now, or (empty) none; it fades after a minute."""
        for link in self._seeing():
            if link.hub is not None and not link.hub.newer:
                stories.look_at(link.hub, self._uid, story if story in link.member.stories else "", checker)

    # -- connections ---------------------------------------------------------------------------------------------------

    @property
    def _db(self) -> Database:
        if self._opened is None:
            self._opened = opening.open_beside(self._path, self._uid)
            if self._turn is not None:
                self._opened.turn = self._turn
        return self._opened

    def _all_links(self) -> dict[str, _Link]:
        if self._links is None:
            self._links = {member.hub: _Link(member) for member in membership.read(self._db)}
        return self._links

    def _seeing(self) -> list[_Link]:
        """Return the hubs that know who is looking: a replica does not."""
        return [link for link in self._reached() if link.hub is not None and not link.hub.is_replica]

    def _reached(self) -> list[_Link]:
        return [link for link in self._all_links().values() if link.hub is not None and not link.hub.broken]

    def _address(self, url: str) -> Address:
        address = address_of(url)
        if address.password:
            self._passwords[address.url] = address.password
        return replace(address, password=self._passwords.get(address.url, ""))

    def _connected(self, address: Address) -> Hub:
        """Return a connection to a hub, of which this desk need not share anything yet."""
        known = next((link.hub for link in self._reached() if link.member.url == address.url), None)
        known = known or self._loose.get(address.url)
        if known is None or known.broken:
            if known is not None:
                known.close()
            known = self._loose[address.url] = connect(address)
        return known

    def _link(self, hub: Hub, address: Address) -> _Link:
        links = self._all_links()
        if hub.uid not in links:
            links[hub.uid] = _Link(Membership(hub.uid, address.url))
        link = links[hub.uid]
        loose = self._loose.pop(address.url, None)
        if loose is not None and loose is not hub:
            loose.close()
        if link.hub is not hub:
            self._drop(link)
        link.hub, link.member.url, link.member.role = hub, address.url, hub.role.word
        return link

    def _ready(self, link: _Link) -> None:
        """Connect to a hub unless that is done."""
        if link.hub is not None and not link.hub.broken:
            return
        self._drop(link)
        try:
            hub = connect(self._address(link.member.url))
            try:
                hub.require_uid(link.member.hub)
            except HubError:
                hub.close()
                raise
            link.hub, link.member.role = hub, hub.role.word
            self._register(link, link.member.checker)
        except HubError as error:
            self._note(link, error)
            raise

    def _register(self, link: _Link, checker: str) -> None:
        """Say whose desk this is, where the user may send anything at all."""
        link.member.checker = checker
        if link.hub is not None and link.hub.role.writes and not (link.hub.newer or link.hub.is_replica):
            with suppress(HubReadOnly):  # which is said once there is something to send
                stories.register_desk(link.hub, self._uid, checker)

    def _note(self, link: _Link, error: VerbatimError) -> None:
        """Remember what went wrong, and connect again the next time where that may help."""
        link.why, link.since = str(error), link.since or self._now()
        link.is_forked = isinstance(error, Forked)
        # Whether changes are taken, and which rights one has, may be settled once for each connection.
        if link.hub is not None and (link.hub.broken or isinstance(error, HubReadOnly | NoRights)):
            self._drop(link)

    def _drop(self, link: _Link) -> None:
        if link.hub is not None:
            link.hub.close()
        link.hub = None
        link.listening.clear()
        link.places.clear()

    def _remember_story(self, link: _Link, uid: str, state: StoryState) -> None:
        link.member.stories[uid] = state
        self._write(link)

    def _write(self, link: _Link) -> None:
        with self._db.transaction():
            membership.write(self._db, link.member)

    def close(self) -> None:
        """Close all connections; what the hubs have confirmed is remembered."""
        for link in (self._links or {}).values():
            if link.confirmed and self._opened is not None:
                with suppress(VerbatimError):
                    self._write(link)
            self._drop(link)
        for hub in self._loose.values():
            hub.close()
        self._loose.clear()
        if self._opened is not None:
            self._opened.close()
            self._opened = None
        self._waker.close()
        self._woken.close()
