"""Page: what stands on one page of a PDF, as values: its lines with their places, and what a reader does not see.

Places are in points from the top left corner of the page, turned so that most of its text runs from left to right.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.domain import Span

HYPHENS = "-\u2010\xad"


class Hyphen(Enum):
    """How the hyphen at the end of a line was drawn."""

    NONE = 0
    TYPED = 1  # with the letters before it
    ADDED = 2  # as a piece of its own: by who set the line


@dataclass(slots=True)
class Line:
    """Letters on one base line, with nothing wide between them."""

    text: str
    left: float
    right: float
    base: float  # distance of the base line from the top of the page
    size: float  # of the type
    notes: tuple[Span, ...] = ()  # raised note numbers in the text
    hyphen: Hyphen = Hyphen.NONE
    row: int = -1  # lines of one row, written in one go, bear one number

    @property
    def top(self) -> float:
        return self.base - 0.75 * self.size

    @property
    def bottom(self) -> float:
        return self.base + 0.25 * self.size

    def overlaps(self, other: Line) -> bool:
        """Say whether one stands above the other, somewhere."""
        return self.left < other.right and other.left < self.right

    def shares_row(self, other: Line) -> bool:
        """Say whether the two stand beside one another: the smaller one within the height of the other."""
        depth = min(self.bottom, other.bottom) - max(self.top, other.top)
        return depth > 0.5 * min(self.size, other.size)


@dataclass(slots=True)
class Hidden:
    """Words on a page that nobody sees."""

    why: str  # as it stands in "Page 3 holds … words …"
    text: str


@dataclass(frozen=True, slots=True)
class Comment:
    """What a reader wrote at the margin."""

    text: str  # in one line
    author: str = ""


@dataclass(slots=True)
class Page:
    """One page; `lines` in the order in which they were written."""

    label: str
    width: float
    height: float
    lines: list[Line] = field(default_factory=list)
    sideways: list[Line] = field(default_factory=list)  # places are those of the page turned for each
    line_numbers: list[Line] = field(default_factory=list)  # at the margin
    comments: list[Comment] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)
    unreadable: int = 0  # letters that no table names
    probes: int = 0  # letters and hyphens within words that were looked at
    parted_probes: int = 0  # of these, how many were drawn as pieces of their own
    is_recognised: bool = False  # its words are an invisible layer over a picture
