"""Do whatever the checkers of a newsroom may do, exchange at random, and cut connections at random.

Three or four of them, now and then twenty. They share and join stories at any time, blindly too, leave them and join
them again, merge each other's files, restore backups of their desks and move articles between stories; what others did
comes in pages of any size.
"""

from __future__ import annotations

import io
import json
import shutil
import traceback
from collections import Counter
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from desktop.desk.stories.log_source import log_source
from desktop.log import json_file
from desktop.store.errors import Missing, Refused
from desktop.store.sharing.errors import NotReached
from desktop.text.evidence import stored_files
from tests.faults.many_checkers import everything, perform_any
from tests.faults.two_checkers import WHAT
from tests.newsroom import Checker
from tests.proxy import Proxy
from tests.sharing_server import HubDatabase, make_server, remove_server
from tests.store.desks import backed_up_today, quick_folder
from tests.store.upkeep.test_merge import hashes

if TYPE_CHECKING:
    from desktop.desk.newsroom_state import Arrived
    from desktop.desk.open_desk import Desk
    from tests.sharing_server import Server

# Not what is a matter of each desk: lines that are hidden everywhere, drafts, what is stated and stamped.
_ACTS = [
    *WHAT.split(),
    *"rename name source article split join back halves drop bring kind settle place unname".split(),  # noqa: SIM905
    *["mark"] * 6, "note", "add", "version", "take", "release", "take all", "put", "put", "title", "keep", "empty",
]  # fmt: skip
_OF_CHIEFS = ["lock", "reopen", "reopen"]
_NAMES = ("Ann", "Ben", "Cleo", "Dan", *(f"Checker{number}" for number in range(16)))  # Cleo is a chief
_SETTLED_AFTER = 12  # rounds in which all exchange, until which nothing may move any more
_PAGES = (1, 1, 5, 30, 0)  # kilobytes: 1 is a record at a time
_LONGEST = 600  # messages after which a connection is cut at the latest


@dataclass
class Exchanges:
    """What came of exchanging at random."""

    trials: int = 0
    acts: int = 0
    exchanges: int = 0
    cuts: int = 0
    marks: int = 0  # that are on all desks in the end
    lost: int = 0
    twice: int = 0
    different: list[str] = field(default_factory=list)  # one sentence each

    @property
    def passed(self) -> bool:
        return bool(self.trials) and not (self.lost or self.twice or self.different)


def exchange_often(count: int, seed: int) -> Exchanges:
    """Try so many newsrooms, each twentieth of twenty desks, on a server of their own."""
    server = make_server()
    try:
        return exchange_on(server, count, seed)
    finally:
        remove_server(server)


def exchange_on(server: Server, count: int, seed: int) -> Exchanges:
    tally = Exchanges()
    for number in range(count):
        name = f"{seed}/{number}"
        hub = server.hub()
        _add_users(server)
        with ExitStack() as stack:
            folder = Path(stack.enter_context(quick_folder()))
            proxy = stack.enter_context(Proxy(server.port))
            trial = _Trial(Random(name), folder, hub, proxy, tally, 20 if number % 20 == 19 else 0)
            try:
                trial.work()
                found = trial.differing()
            except Exception:
                found = traceback.format_exc()
            finally:
                trial.close()
        server.run(f"DROP DATABASE {hub.name} WITH (FORCE)")
        tally.trials += 1
        if found:
            tally.different.append(f"{name}: {found}")
    return tally


def _add_users(server: Server) -> None:
    there = {name for (name,) in server.run("SELECT rolname FROM pg_roles")}
    for name in {name.lower() for name in _NAMES} - there:
        server.run(f"CREATE ROLE {name} LOGIN IN ROLE verbatim_checker")


class _Trial:
    """One newsroom."""

    def __init__(
        self, random: Random, folder: Path, hub: HubDatabase, proxy: Proxy, tally: Exchanges, desks: int = 0
    ) -> None:
        """Three or four desks unless told otherwise."""
        self._random, self._proxy, self._tally, self._hub = random, proxy, tally, hub
        self._folder, self._files = folder, count()
        self._backups: dict[str, bytes] = {}
        behind = HubDatabase(replace(hub.server, port=proxy.port), hub.name)
        names = _NAMES[: desks or random.choice((3, 4))]
        self._checkers = [Checker(folder / f"{name}.desk", name, behind) for name in names]
        begun = datetime(2026, 9, 1, 12, tzinfo=UTC)
        for checker in self._checkers:  # their clocks disagree
            checker._clock.now = begun + timedelta(seconds=random.choice((0, 0, 7, -86400, 4_000_000)))
            checker.url += "?sslmode=disable&gssencmode=disable"
            backed_up_today(checker.desk)
        self._marks: set[str] = set()

    def close(self) -> None:
        for checker in self._checkers:
            checker.close()

    # -- what they do --------------------------------------------------------------------------------------------------

    def work(self) -> None:
        random = self._random
        few = len(self._checkers) <= 4
        for _ in range(random.randint(8, 20) if few else 3 * len(self._checkers)):
            checker = random.choice(self._checkers)
            for _ in range(random.randint(0, 5 if few else 2)):
                self._act(checker)
            self._marks |= hashes(checker.desk)
            checker.room.page = random.choice(_PAGES)
            if random.random() < 0.75:
                self._exchange(checker, random.choice((None, random.randrange(_LONGEST))))
            if random.random() < 0.1:
                checker.reopen()
            if random.random() < 0.1:
                self._merge_file(checker, random.choice(self._checkers))
            if random.random() < 0.1:
                self._backup(checker)

    def _act(self, checker: Checker) -> None:
        random, desk = self._random, checker.desk
        what = random.choice(_ACTS + _OF_CHIEFS if checker.name == "Cleo" else _ACTS)
        self._tally.acts += 1
        articles, stories = desk.articles(), desk.stories()
        with suppress(Refused, Missing):  # of what is locked, or was deleted
            if what in {"take", "release"}:
                quotes = checker.quotes()
                some = [random.choice(quotes).uid] if quotes else []
                (desk.taking.take if what == "take" else desk.taking.release)(some, checker=checker.name)
            elif what == "take all":
                desk.taking.take([article.uid for article in articles[:1]], checker=checker.name)
            elif what == "put" and articles:
                desk.move_article(random.choice(articles).id, random.choice(stories).id, checker=checker.name)
            elif what == "title" and stories:
                desk.rename_story(random.choice(stories).id, f"Q{random.randrange(51)}", checker=checker.name)
            elif what not in {"put", "title"}:
                perform_any(desk, (what, random.randrange(51), random.randrange(51)), checker.name)

    def _exchange(self, checker: Checker, cut_after: int | None) -> None:
        """Share something, join something, or only exchange; the connection may be cut."""
        self._proxy.cut_after(cut_after)
        self._tally.exchanges += 1
        try:
            chance = self._random.random()
            if chance < 0.3:
                self._share(checker, 1)
            elif chance < 0.6:
                self._join(checker, 2, blind=chance < 0.35)
            elif chance < 0.7 and (joined := checker.desk.joined_stories()):
                checker.room.leave(self._random.choice(joined).story)
            checker.sync()
        except NotReached:  # by this cut, or because that of another one's exchange cut this connection, too
            self._tally.cuts += 1
        finally:
            self._proxy.cut_after(None)

    def _merge_file(self, checker: Checker, other: Checker) -> None:
        """Take in what another desk has, past the hub."""
        if other is not checker:
            path = self._folder / f"copy{next(self._files)}.desk"
            other.close()
            shutil.copy(other.desk.path, path)
            other.open()
            checker.desk.merge(path)

    def _backup(self, checker: Checker) -> None:
        """Copy a desk, or put an earlier copy in its place and take back what was sent.

        What no hub was told is lost by that, as with every backup: so all there is has to be shared.
        """
        before = self._backups.pop(checker.name, b"")
        if before and not self._all_is_told(checker):
            return
        checker.close()
        if before:
            checker.desk.path.write_bytes(before)
        elif len(self._checkers) > 4 or self._random.random() < 0.7:
            self._backups[checker.name] = checker.desk.path.read_bytes()
        checker.open()
        if before:
            self._share(checker, 99)
            self._join(checker, 99)
            checker.sync()

    def _all_is_told(self, checker: Checker) -> bool:
        """Share and join everything; says whether nothing of this desk is sealed or waits."""
        with suppress(NotReached):
            checker.reopen()
            self._share(checker, 99)
            self._join(checker, 99)
            checker.sync()
            checker.sync()
            own = checker.desk.uid
            [(sealed,)] = self._hub.run(
                "SELECT count(*) FROM verbatim.record r JOIN verbatim.chain k ON k.id = r.chain_id LEFT JOIN"
                " verbatim.content c ON c.chain_id = r.chain_id AND c.number = r.number"
                f" WHERE k.desk = '{own}' AND c.number IS NULL"
            )
            return not sealed and checker.room.sync_state().in_step
        return False

    def _share(self, checker: Checker, most: int) -> list[Arrived]:
        shared = {story.story for story in checker.desk.joined_stories()}
        came = []
        for uid in [story.uid for story in checker.desk.stories() if story.uid not in shared][:most]:
            came.append(checker.share(uid))
            checker.desk.take_note(came[-1])
        return came

    def _join(self, checker: Checker, most: int, *, blind: bool = False) -> list[Arrived]:
        joined = {story.story for story in checker.desk.joined_stories()}
        there = [story.uid for story in checker.room.shared_stories(checker.url)]
        uids = [uid for uid in there if uid not in joined][:most]
        return [checker.join(*uids, blind=blind)] if uids else []

    # -- what came of it -----------------------------------------------------------------------------------------------

    def differing(self) -> str:
        """Let all share and join everything until nothing moves; returns what differs then, empty if nothing."""
        for checker in self._checkers:  # nobody works blindly any more
            for joined in checker.desk.joined_stories():
                if joined.blind:
                    checker.room.leave(joined.story)
        if not any(self._rests() for _ in range(_SETTLED_AFTER)):
            return "it never comes to rest"
        desks = [checker.desk for checker in self._checkers]
        for desk in desks:
            if findings := desk.check().findings:
                return f"{desk.path.stem} is not sound: {findings[0]}"
        self._count([Counter(_marks_of(desk)) for desk in desks])
        for told in (logged, shared):
            first, *others = [told(desk) for desk in desks]
            for checker, other in zip(self._checkers[1:], others, strict=True):
                if other != first:
                    return f"{self._checkers[0].name} and {checker.name}: {_first_difference(first, other)}"
        return ""

    def _rests(self) -> bool:
        """Let all share and join everything and exchange once; says whether nothing moved."""
        moved = 0
        for checker in self._checkers:
            try:
                came = [*self._share(checker, 99), *self._join(checker, 99), checker.sync()]
            except NotReached:  # hears only now that its connection was cut
                moved += 1
            else:
                moved += sum(arrived.sent + arrived.received for arrived in came)
        return not moved

    def _count(self, there: list[Counter[str]]) -> None:
        known = self._marks.union(*there)
        self._tally.marks += len(known)
        self._tally.lost += sum(len(known - marks.keys()) for marks in there)
        self._tally.twice += sum(number > 1 for marks in there for number in marks.values())


def _marks_of(desk: Desk) -> list[str]:
    """Return the hashes of all marks of a desk, one as often as it is there."""
    return [str(hash_) for (hash_,) in desk._db.rows("SELECT hash FROM mark")]


def shared(desk: Desk) -> Any:
    """Return everything on a desk; of the files that it keeps those on which marks rest, which go with them."""
    named = {sha256 for (line,) in desk._db.rows("SELECT evidence FROM mark") for sha256 in stored_files(line)}
    return everything(desk) | {"kept": {sha256: desk.keeps_evidence(sha256) for sha256 in named}}


def logged(desk: Desk) -> Any:
    """Return the log in JSON without what is a matter of each desk: its name, its time, the numbers of its rows."""
    file = io.BytesIO()
    json_file.write(log_source(desk, []), file)
    log = json.loads(file.getvalue())
    for name in ("desk", "digest", "exported_at", "head"):
        del log[name]
    log["chains"] = [head for head in log["chains"] if head["marks"]]  # its own, in which nothing stands yet
    return _without_numbers(log)


_NUMBERS = frozenset({"id", "story_id", "article_id", "version_id", "quote_id", "newest"})


def _without_numbers(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_numbers(one) for name, one in value.items() if name not in _NUMBERS}
    if isinstance(value, list):
        # Where a desk lists nothing by a rule of its own, what came first stands first.
        return sorted((_without_numbers(one) for one in value), key=lambda one: json.dumps(one, sort_keys=True))
    return value


def _first_difference(one: Any, other: Any, where: str = "") -> str:
    if isinstance(one, dict) and isinstance(other, dict):
        for name in sorted({*one, *other}, key=str):
            if one.get(name) != other.get(name):
                return _first_difference(one.get(name), other.get(name), f"{where}/{name}")
    if isinstance(one, list) and isinstance(other, list) and len(one) != len(other):
        return f"{where}: {[x for x in one if x not in other]} / {[x for x in other if x not in one]}"
    if isinstance(one, list | tuple) and isinstance(other, list | tuple) and len(one) == len(other):
        for at, (left, right) in enumerate(zip(one, other, strict=True)):
            if left != right:
                return _first_difference(left, right, f"{where}/{at}")
    return f"{where}: {str(one)[:300]} / {str(other)[:300]}"
