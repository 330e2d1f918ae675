"""Records on their way between a desk and a hub: what was hashed as text, or only number and hash where it is sealed.

What comes from a hub is not trusted: each record is compared with its hash, with the one before it and with what a
record of its kind is made of, before anything of it gets near a desk.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain import Act, Status, value_type
from desktop.store.records import chain
from desktop.store.records.entries import Entry
from desktop.store.records.quotes.marks import Record
from desktop.store.sharing.errors import Tampered
from desktop.translation import Text, tr

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

MOST_CONTENT = 64 << 20  # characters of one record: an entry names every quote of its version
_MOST_TICK = 1 << 50
_ENTRY_TYPES: dict[str, type] = {
    "act": str, "at": str, "body": dict, "chain": str, "checker": str, "number": int, "prev": str, "subject": str,
    "tick": int,
}  # fmt: skip
_MARK_TYPES: dict[str, type] = {
    "chain": str, "number": int, "tick": int, "prev": str, "after": list, "quote": str, "version_text_sha256": str,
    "start": int, "end": int, "exact": str, "act": str, "status": str, "reason": str, "basis": str, "note": str,
    "evidence": str, "checker": str, "attempted": bool, "contested": bool, "at": str,
}  # fmt: skip


@value_type
class ChainName:
    """Which chain: of which desk, of marks or entries, the trunk or (hash of its first record) a branch."""

    desk: str
    of: str
    branch: str = ""

    def called(self, number: int) -> str:
        """Name a record of this chain as the check of a desk does."""
        return tr((_MARK if self.of == chain.MARKS else _ENTRY).english, number=number, desk=self.desk[:8])


_MARK, _ENTRY = Text("Mark {number} of the desk {desk}"), Text("Entry {number} of the desk {desk}")


@value_type
class WireRecord:
    """One record; `content` is None where it is sealed. `found` holds the quotes that an entry names, in JSON."""

    number: int
    prev: str
    hash: str
    content: str | None = None
    found: str = ""


@value_type
class ReceivedRecord:
    """What a record says, once it was compared with its hash."""

    name: ChainName
    wire: WireRecord
    entry: Entry | None
    mark: Record | None

    def sealed(self) -> ReceivedRecord:
        """Return the place of this record alone."""
        return ReceivedRecord(self.name, replace(self.wire, content=None, found=""), None, None)


def tampered(name: ChainName, number: int, why: Text) -> Tampered:
    """Name a record of a hub that cannot be what a desk sent."""
    return Tampered(
        tr(
            "The hub gives something else than a desk once sent: {record} {why}. Nothing of that chain was taken; show "
            "this to whoever looks after the server.",
            record=name.called(number),
            why=tr(why.english),
        )
    )


CHANGED = Text("was changed")
IS_MISSING = Text("is missing")
OUT_OF_ORDER = Text("does not follow the one before it")
SENSELESS = Text("makes no sense")
TOO_BIG = Text("is far too big")
NOT_AS_BEFORE = Text("is another one than before")


def tell(name: ChainName, wire: WireRecord) -> ReceivedRecord:
    """Read a record whose place in its chain was looked at; raises Tampered, naming it."""
    if wire.content is None:
        return ReceivedRecord(name, wire, None, None)
    if len(wire.content) > MOST_CONTENT or len(wire.found) > MOST_CONTENT:
        raise tampered(name, wire.number, TOO_BIG)
    content = wire.content.encode("utf-8", "surrogatepass")
    if hashlib.sha256(content).hexdigest() != wire.hash:
        raise tampered(name, wire.number, CHANGED)
    try:
        fields = json.loads(wire.content)
        if not isinstance(fields, dict) or chain.canonical(fields) != content:
            raise tampered(name, wire.number, SENSELESS)
    except (ValueError, RecursionError) as error:
        raise tampered(name, wire.number, SENSELESS) from error
    entry, mark = (None, _mark(fields)) if name.of == chain.MARKS else (_entry(fields), None)
    plain = entry or mark
    if plain is None or plain.chain != name.desk:
        raise tampered(name, wire.number, SENSELESS)
    if (plain.number, plain.prev) != (wire.number, wire.prev):
        raise tampered(name, wire.number, OUT_OF_ORDER)
    return ReceivedRecord(name, wire, entry, mark)


def _fit(fields: Mapping[str, Any], types: Mapping[str, type]) -> bool:
    return (
        fields.keys() == types.keys()
        and all(type(fields[key]) is type_ for key, type_ in types.items())
        and 1 <= fields["tick"] < _MOST_TICK
        and 1 <= fields["number"] < _MOST_TICK
    )


def _entry(fields: Mapping[str, Any]) -> Entry | None:
    if not _fit(fields, _ENTRY_TYPES):
        return None
    return Entry(
        fields["chain"], fields["number"], fields["tick"], fields["act"], fields["subject"], fields["body"],
        fields["checker"], fields["at"], fields["prev"],
    )  # fmt: skip


_ACTS, _STATUSES = frozenset(map(str, Act)), frozenset(map(str, Status))


def _mark(fields: Mapping[str, Any]) -> Record | None:
    if not _fit(fields, _MARK_TYPES) or fields["act"] not in _ACTS or fields["status"] not in _STATUSES:
        return None
    if not all(isinstance(one, str) and " " not in one for one in fields["after"]):
        return None
    if not 0 <= fields["start"] <= fields["end"] < _MOST_TICK:
        return None
    return Record(**{**fields, "after": tuple(fields["after"])})
