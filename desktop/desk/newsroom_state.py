"""State of the newsroom: what an exchange brought, and how a desk and its hubs stand to each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain import VerbatimError, value_type
from desktop.store.upkeep.merge import MergeResult

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.store.sharing.pull import Page


class Cancelled(VerbatimError):  # noqa: N818 - no error of anybody
    """The user gave up; what came until then stays."""


class Woken(StrEnum):
    """Why waiting has ended."""

    NEWS = "news"  # another desk has sent something
    CALLED = "called"  # `wake` was called
    TIMEOUT = "timeout"


@dataclass(slots=True)
class Arrived:
    """What one exchange with the hubs did; ids are rows of this desk about which anything came."""

    sent: int = 0  # records
    received: int = 0
    merged: MergeResult = field(default_factory=MergeResult)
    articles: set[int] = field(default_factory=set)
    versions: set[int] = field(default_factory=set)
    quotes: set[int] = field(default_factory=set)
    findings: list[str] = field(default_factory=list)  # sentences: what a hub has lost, what only a chief may do

    def __bool__(self) -> bool:
        return self.received > 0

    def add(self, page: Page) -> None:
        """Count in what one transaction brought."""
        self.received += page.records
        self.articles |= page.changed.articles
        self.versions |= page.changed.versions
        self.quotes |= page.changed.quotes
        for name in _SUMS:
            setattr(self.merged, name, getattr(self.merged, name) + getattr(page.merged, name))


_SUMS = ("stories", "articles", "versions", "quotes", "marks", "others", "restated")


@value_type
class HubState:
    """How a desk and one hub stand to each other."""

    url: str  # without a password
    stories: tuple[str, ...]  # uids
    role: str  # "reader", "checker", "chief"; empty while nobody knows
    unconfirmed: int  # acts of this desk that the hub has not confirmed
    since: datetime | None = None  # when it was first not reached, or refused; None while all is well
    why: str = ""  # one sentence; empty while all is well
    is_forked: bool = False  # two copies of this desk were both worked on: one has to become a desk of its own
    asks_every: int = 0  # seconds, where the hub cannot tell that there is something new, a replica; else 0
    postponed: tuple[str, ...] = ()  # sentences: acts of others that wait for what they are about

    @property
    def in_step(self) -> bool:
        return not self.unconfirmed and not self.why


@value_type
class SyncState:
    """How a desk and its hubs stand to each other; without a hub it is in step with nobody."""

    hubs: tuple[HubState, ...] = ()

    @property
    def in_step(self) -> bool:
        return all(hub.in_step for hub in self.hubs)

    @property
    def unconfirmed(self) -> int:
        return max((hub.unconfirmed for hub in self.hubs), default=0)

    @property
    def since(self) -> datetime | None:
        return min((hub.since for hub in self.hubs if hub.since is not None), default=None)

    @property
    def why(self) -> str:
        return next((hub.why for hub in self.hubs if hub.why), "")

    @property
    def postponed(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(sentence for hub in self.hubs for sentence in hub.postponed))

    @property
    def asks_every(self) -> int:
        return max((hub.asks_every for hub in self.hubs), default=0)
