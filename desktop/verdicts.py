"""What does each checker say of a quote on which they disagree, and what does a settlement take over?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain import Act, MarkChange, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain import Mark


@dataclass(frozen=True, slots=True)
class Stance:
    """The last word of one checker: the mark that gave the status, with the note as it reads now."""

    mark: Mark
    note: str
    evidence: str

    @property
    def checker(self) -> str:
        return self.mark.checker

    @property
    def status(self) -> Status:
        return self.mark.status

    @property
    def why(self) -> str:
        """The reason of a dispute or the basis of a verification, as far as one was given."""
        return {Status.DISPUTED: self.mark.reason, Status.VERIFIED: self.mark.basis}.get(self.status, "")


def stances(history: Sequence[Mark]) -> list[Stance]:
    """Return where each checker stands, by name; `history` is newest first.

    What was taken back does not count, and a note says nothing about the status: it stood beside another one's.
    """
    found = [_stance([mark for mark in history if mark.checker == checker]) for checker in _checkers(history)]
    return [stance for stance in found if stance is not None]


def settlement(known: Sequence[Stance], status: Status, note: str) -> MarkChange:
    """Return the mark that settles a quote: reason, basis and evidence are those of whoever said so already."""
    agreeing = [stance for stance in known if stance.status is status]
    newest = max(agreeing, key=lambda stance: stance.mark.at, default=None)
    return MarkChange(
        status=status,
        reason=newest.mark.reason if newest and status is Status.DISPUTED else "",
        basis=newest.mark.basis if newest and status is Status.VERIFIED else "",
        note=note or (newest.note if newest else ""),
        evidence=newest.evidence if newest else "",
    )


def _checkers(history: Sequence[Mark]) -> list[str]:
    return sorted({mark.checker for mark in history}, key=str.casefold)


def _stance(own: Sequence[Mark]) -> Stance | None:
    taken_back, later_note = 0, None
    for mark in own:
        if mark.act is Act.UNDO:
            taken_back += 1
        elif taken_back:
            taken_back -= 1
        elif mark.act is Act.NOTE:
            later_note = later_note or mark
        else:
            words = later_note or mark
            return Stance(mark, words.note, words.evidence)
    return None
