"""Membership: what a desk remembers of the hubs that it shares stories on, under keys that no merge takes over.

None of it is evidence: where a chain goes on is asked again each time. The address holds no password.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.domain import JoinedStory
from desktop.store.records import desk_settings
from desktop.store.records.desk_settings import HUB_KEY

if TYPE_CHECKING:
    from desktop.store.file.database import Database


@dataclass(slots=True)
class StoryState:
    """What the desk remembers of a story that it shares."""

    blind: bool = False
    whole: bool = False  # all that was withheld of it when it was joined has come
    late: int = 0  # records on the hub that were opened after they were sealed, as far as they came
    unblinded: int = 0  # number of the last own mark for whose quote the marks of others came
    filled: int = 0  # the hub was told all it had sealed of it when the entry in this row was the newest; 0: never

    def as_list(self) -> list[object]:
        return [self.blind, self.whole, self.late, self.unblinded, self.filled]


@dataclass(slots=True)
class Membership:
    """One hub."""

    hub: str  # uid
    url: str
    role: str = ""
    checker: str = ""  # who works on the desk
    stories: dict[str, StoryState] = field(default_factory=dict)
    seen: dict[str, tuple[int, str]] = field(default_factory=dict)  # heads of chains that the hub gave
    confirmed: dict[str, int] = field(default_factory=dict)  # length of the own chains that it had, by kind


def read(db: Database) -> list[Membership]:
    """Return the hubs of a desk; what makes no sense is left out."""
    rows = db.rows("SELECT key, value FROM remembered WHERE key GLOB ? AND value <> '' ORDER BY key", (f"{HUB_KEY}*",))
    found = []
    for key, value in rows:
        try:
            fields = json.loads(value)
            found.append(
                Membership(
                    key.removeprefix(HUB_KEY),
                    str(fields["url"]),
                    str(fields["role"]),
                    str(fields["checker"]),
                    {uid: StoryState(*state) for uid, state in fields["stories"].items()},
                    {name: (int(number), str(hash_)) for name, (number, hash_) in fields["seen"].items()},
                    {of: int(length) for of, length in fields["confirmed"].items()},
                )
            )
        except (AttributeError, KeyError, TypeError, ValueError):
            continue
    return found


def write(db: Database, member: Membership) -> None:
    """Remember a hub; to be called in a transaction."""
    fields = {
        "url": member.url,
        "role": member.role,
        "checker": member.checker,
        "stories": {uid: state.as_list() for uid, state in member.stories.items()},
        "seen": member.seen,
        "confirmed": member.confirmed,
    }
    desk_settings.remember(db, HUB_KEY + member.hub, json.dumps(fields, sort_keys=True) if member.stories else "")


def joined(db: Database) -> list[JoinedStory]:
    """Return the stories that a desk shares."""
    return [JoinedStory(one.url, uid, state.blind) for one in read(db) for uid, state in one.stories.items()]


def may_lock(db: Database, story: str) -> bool:
    """Say whether the hub on which a story is shared takes a lock of it from this user, as far as is known."""
    return all(one.role in {"", "chief"} for one in read(db) if story in one.stories)
