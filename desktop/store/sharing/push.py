"""Push: what a desk has and a hub lacks goes there, each record once however often a connection breaks.

What the hub has is asked for first, and says itself what is lacking: nothing about it is kept on the desk. Behind a
record that was confirmed nothing is sent again; a chain that goes on otherwise there is reported, and is not sent.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from desktop.domain import value_type
from desktop.store.records import chain
from desktop.store.sharing import blobs, extract
from desktop.store.sharing.errors import Forked
from desktop.store.sharing.hub import CHANNEL
from desktop.store.sharing.records import ChainName
from desktop.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from desktop.store.file.database import Database
    from desktop.store.sharing.extract import Outgoing, OwnChain
    from desktop.store.sharing.hub import Hub

_ACT = (  # with types: else they are looked for each time, which takes a quarter of the time
    "CALL verbatim.push_act(%s::integer, %s::bigint, %s::bytea, %s::bytea, %s::integer, %s::text, %s::bigint, %s::text,"
    " %s::text, %s::text, %s::text, 0::bigint)"
)
# Arrays go in binary form, which takes a thirtieth of the time that text with its escapes takes.
_RECORDS = """SELECT verbatim.add_records(
    %s, %b::bigint[], %b::bytea[], %b::bytea[],
    %b::bigint[], %b::integer[], %b::text[], %b::bigint[], %b::text[], %b::text[]
)"""


@value_type
class HubChain:
    """A chain on a hub, and where it ends there."""

    id: int
    name: ChainName
    first: int
    length: int
    head: str


@value_type
class Place:
    """Where the records of one of our chains go on a hub."""

    name: ChainName
    first: int
    prev: str  # hash that its first record goes on from, where the chain is to be made
    after: int  # number of the last record that is there
    chain_id: int | None = None  # None: the chain is to be made


@dataclass(slots=True)
class Pushed:
    """What went out."""

    records: int = 0
    stories: set[str] = field(default_factory=set)  # whose readers are still to be told of it
    chief_only: int = 0  # acts that only a chief may do, which others do not see


def chains_of(hub: Hub, desks: Collection[str], stories: Collection[int] = ()) -> list[HubChain]:
    """Return the chains of some desks, and those with records in some stories, as they are on the hub."""
    return [
        HubChain(id_, ChainName(desk, of, branch.hex()), first, length or first - 1, (head or prev).hex())
        for id_, desk, of, branch, first, prev, length, head in hub.rows(
            "SELECT c.id, c.desk, c.of, c.branch, c.first, c.prev, e.number, e.hash FROM verbatim.chain c"
            " LEFT JOIN LATERAL (SELECT r.number, r.hash FROM verbatim.record r WHERE r.chain_id = c.id"
            " ORDER BY r.number DESC LIMIT 1) e ON true"
            " WHERE c.desk = ANY(%s) OR c.id IN (SELECT s.chain_id FROM verbatim.story_chain s"
            " WHERE s.story_id = ANY(%s)) ORDER BY c.id",
            (list(desks), list(stories)),
        )
    ]


def hash_there(hub: Hub, chain_id: int, number: int) -> str:
    """Return the hash of a record on the hub, or an empty string."""
    found = hub.value("SELECT hash FROM verbatim.record WHERE chain_id = %s AND number = %s", (chain_id, number))
    return bytes(found).hex() if found is not None else ""


def hashes_there(hub: Hub, places: Sequence[tuple[int, int]]) -> dict[tuple[int, int], str]:
    """Return the hashes of records on the hub by chain and number; those that are not there are left out."""
    if not places:
        return {}
    rows = hub.rows(
        "SELECT r.chain_id, r.number, r.hash FROM unnest(%b::integer[], %b::bigint[]) AS w (chain_id, number)"
        " JOIN verbatim.record r ON r.chain_id = w.chain_id AND r.number = w.number",
        ([chain_id for chain_id, _ in places], [number for _, number in places]),
    )
    return {(chain_id, number): bytes(hash_).hex() for chain_id, number, hash_ in rows}


def _desks_of_others(hub: Hub, desks: Collection[str]) -> set[str]:
    """Return those of the desks (uids) that belong to another user, who alone adds to their chains."""
    rows = hub.rows("SELECT uid FROM verbatim.desk WHERE uid = ANY(%s) AND login <> session_user", (list(desks),))
    return {uid for (uid,) in rows}


@value_type
class Push:
    """One desk pushing to one hub."""

    db: Database
    hub: Hub
    desk: str  # uid
    stories: Mapping[str, int]  # shared by or with this desk: uid and number on the hub
    former: Collection[str] = ()  # uids that this desk had before it was made a desk of its own
    progress: Callable[[int], object] = lambda _: None  # gets how many records went out since the last time
    places: dict[ChainName, Place | None] = field(default_factory=dict)  # where chains ended when last sent

    def push(self, mine: Iterable[OwnChain]) -> Pushed:
        """Send what the hub lacks of these chains; raises Forked before anything of them is sent.

        Where the ends of this desk's own chains are known from the last time, the hub is asked nothing of them: what
        does not fit there it refuses.
        """
        ours = list(mine)
        unplaced = [one for one in ours if one.name.desk != self.desk or one.name not in self.places]
        if unplaced:
            desks = {one.name.desk for one in unplaced}
            there, others = chains_of(self.hub, desks), _desks_of_others(self.hub, desks) - {self.desk}
            self.places.update({one.name: self._place(one, there, others) for one in unplaced})
        pushed = Pushed()
        for one in ours:
            place = self.places[one.name]
            if place is not None and place.after < one.length:
                self._send(one, place, pushed)
        return pushed

    def _place(self, own: OwnChain, there: list[HubChain], others: Collection[str]) -> Place | None:
        """Say where the records of a chain of ours go; None where those bring them whose it is. Raises Forked."""
        first, prev = extract.beginning(self.db, own) if own.name.branch else (1, "")
        known = next((one for one in there if one.name == own.name), None) or self._same_beginning(own, first, there)
        if known is None:
            return None if own.name.desk in others else Place(own.name, first, prev, first - 1)
        upto = min(known.length, own.length)
        theirs = known.head if upto == known.length else hash_there(self.hub, known.id, upto)
        if upto < known.first or theirs == extract.hash_at(self.db, own, upto):
            return None if own.name.desk in others else Place(own.name, known.first, "", upto, known.id)
        parted = self._last_in_common(own, known, upto)
        if own.name.desk == self.desk:
            raise self._forked(own, parted)
        return self._branch(own, parted, there) if own.name.desk in self.former else None

    def _same_beginning(self, own: OwnChain, first: int, there: list[HubChain]) -> HubChain | None:
        """Find a branch of ours in another chain of its desk: which of two is the trunk each desk says for itself."""
        alike = [one for one in there if (one.name.desk, one.name.of) == (own.name.desk, own.name.of)]
        begins = own.name.branch
        return next((one for one in alike if begins and hash_there(self.hub, one.id, first) == begins), None)

    def _last_in_common(self, own: OwnChain, known: HubChain, upto: int) -> int:
        """Return the number of the last record that both have, where those of a later number differ."""
        low, high = known.first - 1, upto
        while high - low > 1:
            middle = (low + high) // 2
            alike = hash_there(self.hub, known.id, middle) == extract.hash_at(self.db, own, middle)
            low, high = (middle, high) if alike else (low, middle)
        return low

    def _forked(self, own: OwnChain, number: int) -> Forked:
        what = tr("mark {number}", number=number) if own.name.of == chain.MARKS else tr("entry {number}", number=number)
        return Forked(
            tr(
                "Two copies of this desk were both worked on: after {record} the hub has something else than this "
                "file. Nothing was sent. Make one of the two a desk of its own, and both come together without a loss.",
                record=what,
            )
        )

    def _branch(self, own: OwnChain, parted: int, there: list[HubChain]) -> Place:
        """Say where what a copy wrote goes since it and the other copy parted."""
        name = ChainName(own.name.desk, own.name.of, extract.hash_at(self.db, own, parted + 1))
        known = next((one for one in there if one.name == name), None)
        prev = extract.hash_at(self.db, own, parted) if parted else ""
        return Place(name, parted + 1, prev, parted) if known is None else Place(name, 0, "", known.length, known.id)

    def _send(self, own: OwnChain, place: Place, pushed: Pushed) -> None:
        """Send the records of a chain behind what the hub has."""
        chain_id = place.chain_id or self._make_chain(place)
        for batch in extract.outgoing(self.db, own, place.after, self.stories):
            self.insert(chain_id, own.name, batch, pushed)
            self.progress(len(batch))
            self.places[own.name] = replace(place, after=batch[-1].wire.number, chain_id=chain_id)

    def _make_chain(self, place: Place) -> int:
        name = place.name
        values = (name.desk, name.of, bytes.fromhex(name.branch))
        self.hub.write(
            "INSERT INTO verbatim.chain (desk, of, branch, first, prev) VALUES (%s, %s, %s, %s, %s)"
            " ON CONFLICT DO NOTHING",
            (*values, place.first, bytes.fromhex(place.prev)),
        )
        found = self.hub.value("SELECT id FROM verbatim.chain WHERE desk = %s AND of = %s AND branch = %s", values)
        return int(found)

    def insert(self, chain_id: int, name: ChainName, batch: Sequence[Outgoing], pushed: Pushed) -> None:
        """Put records, one after the other, on the hub, and what they name before them; raises Forked."""
        chief_only = [one for one in batch if one.locks and one.stories and not self.hub.role.leads]
        pushed.chief_only += len(chief_only)
        open_ = [one for one in batch if one.stories and one not in chief_only]
        self._send_blobs(open_)
        contents = [(one, self.stories[uid]) for one in open_ for uid in sorted(one.stories)]
        if len(batch) == 1 and len(contents) <= 1:
            added = self.hub.value(_ACT, _act(chain_id, batch[0], contents, self.desk))
        else:
            added = self.hub.value(_RECORDS, _records(chain_id, batch, contents))
            pushed.stories.update(uid for one in open_ for uid in one.stories)
        if added < len(batch):
            self._require_same(chain_id, name, batch)
        pushed.records += len(batch)

    def _require_same(self, chain_id: int, name: ChainName, batch: Sequence[Outgoing]) -> None:
        """Raise Forked unless what was there already is what was to be sent."""
        numbers = [one.wire.number for one in batch]
        rows = self.hub.rows(
            "SELECT number, hash FROM verbatim.record WHERE chain_id = %s AND number = ANY(%s)", (chain_id, numbers)
        )
        there = {number: bytes(hash_).hex() for number, hash_ in rows}
        other = next((one for one in batch if there.get(one.wire.number) != one.wire.hash), None)
        if other is not None:
            raise Forked(
                tr(
                    "{record} is another one on the hub, so nothing more was sent: two copies of this desk are worked "
                    "on at the same time. Make one of the two a desk of its own.",
                    record=name.called(other.wire.number),
                )
            )

    def _send_blobs(self, batch: Sequence[Outgoing]) -> None:
        named: dict[str, set[int]] = {}
        for one in batch:
            for sha256 in one.blobs:
                named.setdefault(sha256, set()).update(self.stories[uid] for uid in one.stories)
        blobs.send(self.hub, self.db, named)

    def fill(self, story: str, pushed: Pushed) -> None:
        """Let the hub know what records it has sealed say, where they belong to a story that is shared by now.

        Where a copy of a desk went on otherwise, each of the two chains gets what its own records say.
        """
        ours = {one.id: one for one in extract.chains(self.db)}
        there = chains_of(self.hub, {one.name.desk for one in ours.values()})
        found = extract.of_story(self.db, story)
        for row, on_hub in [(row, one) for row in found for one in there if _alike(one, ours[row])]:
            among = [(number, id_) for number, id_ in found[row] if on_hub.first <= number <= on_hub.length]
            known = self._numbers_there(on_hub, story)
            sealed = [id_ for number, id_ in among if number not in known]
            for batch in extract.of_records(self.db, ours[row], sealed, {story}):
                hashes = hashes_there(self.hub, [(on_hub.id, one.wire.number) for one in batch])
                lacking = [
                    one
                    for one in batch
                    if hashes.get((on_hub.id, one.wire.number)) == one.wire.hash
                    and one.stories
                    and (self.hub.role.leads or not one.locks)
                ]
                if lacking:
                    self._fill_in(on_hub.id, story, lacking, pushed)

    def _numbers_there(self, there: HubChain, story: str) -> set[int]:
        """Return the numbers of the records of a chain of which the hub knows what they say in a story."""
        rows = self.hub.rows(
            "SELECT number FROM verbatim.content WHERE chain_id = %s AND story_id = %s",
            (there.id, self.stories[story]),
        )
        return {number for (number,) in rows}

    def _fill_in(self, chain_id: int, story: str, lacking: Sequence[Outgoing], pushed: Pushed) -> None:
        self._send_blobs(lacking)
        story_id = self.stories[story]
        with self.hub.transaction():
            self.hub.row(_RECORDS, _records(chain_id, (), [(one, story_id) for one in lacking]))
            # For those who have joined already, in the middle of a sharing, too.
            self.hub.write(
                "INSERT INTO verbatim.late (story_id, chain_id, number) SELECT %s, %s, unnest(%s::bigint[])"
                " ON CONFLICT DO NOTHING",
                (story_id, chain_id, [one.wire.number for one in lacking]),
            )
        pushed.records += len(lacking)
        pushed.stories.add(story)
        self.progress(len(lacking))


def _alike(there: HubChain, own: OwnChain) -> bool:
    return (there.name.desk, there.name.of) == (own.name.desk, own.name.of)


def _act(chain_id: int, one: Outgoing, contents: Sequence[tuple[Outgoing, int]], desk: str) -> tuple[object, ...]:
    """Return the parameters of one act, which belongs to one story or none."""
    wire = one.wire
    record = (chain_id, wire.number, bytes.fromhex(wire.prev), bytes.fromhex(wire.hash))
    if not contents:
        return (*record, *(None,) * 6, desk)
    [uid] = one.stories
    return (*record, contents[0][1], one.subject, one.tick, wire.content, wire.found, channel(uid), desk)


def _records(chain_id: int, batch: Sequence[Outgoing], contents: Sequence[tuple[Outgoing, int]]) -> tuple[object, ...]:
    """Return the parameters of many acts, and of what of them belongs to stories (numbers on the hub)."""
    return (
        chain_id,
        [one.wire.number for one in batch],
        [bytes.fromhex(one.wire.prev) for one in batch],
        [bytes.fromhex(one.wire.hash) for one in batch],
        [one.wire.number for one, _ in contents],
        [story_id for _, story_id in contents],
        [one.subject for one, _ in contents],
        [one.tick for one, _ in contents],
        [one.wire.content for one, _ in contents],
        [one.wire.found for one, _ in contents],
    )


def notify(hub: Hub, desk: str, stories: Iterable[str]) -> None:
    """Tell the desks that listen to stories that there is something new."""
    for story in stories:
        hub.rows("SELECT pg_notify(%s, %s)", (channel(story), desk))


def channel(story: str) -> str:
    return f"{CHANNEL}_{story}"
