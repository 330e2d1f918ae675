"""Page options: what is folded away on the pages of a pair, what was unfolded again, and what was paired by hand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from desktop.text.changes import Pin


class FoldKind(Enum):
    """Why something is folded away."""

    UNANSWERED = "unanswered"  # in accounts: nothing answers it
    ALONE = "alone"  # the rest of a long stretch that only one side has
    SAME = "same"  # both sides say the same, and only changes are to be shown
    HIDDEN_A = "hidden-a"  # taken for boilerplate
    HIDDEN_B = "hidden-b"


class Fold(NamedTuple):
    """What is folded away at one place: the number of a row of the comparison, or an offset of hidden text."""

    kind: FoldKind
    at: int


@dataclass(frozen=True, slots=True)
class PageOptions:
    """How the pages of a pair are made; `most` code points of what only one side has are shown before it folds."""

    unfolded: frozenset[Fold] = frozenset()
    pins: tuple[Pin, ...] = ()
    changes_only: bool = False
    most: int = 0  # 0: nothing of that is folded


PLAIN = PageOptions()
