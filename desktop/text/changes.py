"""Types of a comparison: changes, alerts, rows, pairs, pins, counts.

Offsets are code points into the two full texts. `a` and `b` of a change are always both there: the side
on which nothing stands is an empty span at the place where it would stand.
"""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from desktop.domain import value_type
from desktop.translation import english

if TYPE_CHECKING:
    from desktop.domain import Span


class ChangeKind(StrEnum):
    """What happened between A and B."""

    INSERTED = "inserted"
    DELETED = "deleted"
    REPLACED = "replaced"
    MOVED = "moved"
    TYPOGRAPHY = "typography"
    PARAGRAPH = "paragraph"  # only a paragraph break came or went


class AlertKind(StrEnum):
    """Why a change matters, most pressing first."""

    NUMBER = english("number")
    NAME = english("name")
    PLACE = english("place")
    DATE = english("date")
    NEGATION = english("negation")
    DIRECTION = english("direction")
    HEDGE = english("hedge")
    ATTRIBUTION = english("attribution")
    SPEAKER = english("speaker")
    QUOTATION = english("quotation")
    BOUNDARY = english("boundary")
    TRUNCATION = english("truncation")
    WHOLE_QUOTATION = english("whole quotation")  # put in, or taken out
    FIGURE = english("figure")  # put in, or taken out, with the words around it


class Kind(StrEnum):
    """How two texts are compared."""

    VERSIONS = english("versions")  # one running text, word by word
    ACCOUNTS = english("accounts")  # two articles that share little: answering passages


@value_type
class Alert:
    """One fact that the two texts state differently: a change that alters two facts has two alerts.

    `a` and `b` are where the fact stands in the full texts, as short as it is told: "South Korea", not the change
    around it. The side that does not state it has an empty span and an empty reading.
    """

    kind: AlertKind
    a: Span
    b: Span
    a_text: str  # as printed, e.g. "South Korea"; with b_text enough for "place: South Korea → North Korea"
    b_text: str
    why: str  # one sentence
    rank: int = 0  # lower is more pressing


@value_type
class Change:
    """One difference."""

    kind: ChangeKind
    a: Span
    b: Span
    alerts: tuple[Alert, ...] = ()  # one for each fact
    move: int = 0  # number of the move, from 1; 0 if nothing moved
    inner: tuple[Change, ...] = ()  # the edits inside moved text
    ignored: bool = False  # an ignore rule says it does not count; still shown, dimmed


@value_type
class Row:
    """What stands beside what: whole paragraphs of each side, in order; None where one side has nothing.

    In accounts what stands beside each other answers each other. In versions paragraphs that share nothing stand beside
    each other as well, as tall as can be.
    """

    a: Span | None
    b: Span | None
    folded: bool = False  # in accounts: nothing answers it


@value_type
class Pair:
    """Two passages that answer each other, in accounts possibly out of order."""

    a: Span
    b: Span
    similarity: float  # 0 to 1
    pinned: bool = False


@value_type
class Pin:
    """What the checker decided about two passages: they answer each other, or they do not."""

    a: Span
    b: Span
    together: bool = True


@value_type
class Stats:
    """Counts of a comparison; words leave punctuation out."""

    words_a: int
    words_b: int
    alike: float  # share of words that both have in common, 0 to 1
    inserted: int  # words only in B
    deleted: int  # words only in A
    moved: int  # moves; in accounts the passages that answer each other in another order
    changes: int  # changes that count: all that no rule ignores
    typography: int  # ignored, for only the typography differs
    ignored: int  # by any other rule


class LateAlerts(Protocol):
    """Finds the alerts of changes once, when it is first asked; from any thread."""

    def changes(self) -> tuple[Change, ...]: ...


@value_type
class Comparison:
    """Everything the window, the command line and the exports say about two texts."""

    kind: Kind
    why: str  # one sentence: why this kind
    bare_changes: tuple[Change, ...]  # in reading order of A, what only B has at its place; without their alerts
    rows: tuple[Row, ...]
    pairs: tuple[Pair, ...]  # accounts only
    stats: Stats
    coarse: bool = False  # a quick first answer by whole sentences; the fine one is not there yet
    late_alerts: LateAlerts | None = field(default=None, compare=False, repr=False)

    @property
    def changes(self) -> tuple[Change, ...]:
        """The changes with their alerts, which are looked for when first asked for; may then raise `Cancelled`."""
        return self.late_alerts.changes() if self.late_alerts is not None else self.bare_changes

    @property
    def alerts(self) -> tuple[Alert, ...]:
        """All alerts, most pressing first, in reading order within one rank."""
        found = [alert for change in self.changes if not change.ignored for alert in change.alerts]
        return tuple(sorted(found, key=lambda alert: alert.rank))
