"""Verdicts of checkers: the last word of each of them on a quote, and the adjudication of two that differ.

The settling dialog, the verification log and the inter-rater agreement (Cohen's kappa) all ask `verdicts`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import Act, MarkChange, Status, value_type

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from desktop.domain import Mark

_GIVING = frozenset({Act.MARK, Act.SETTLED, Act.CARRIED})  # acts that give a status


@value_type
class Verdict:
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
    def at(self) -> datetime:
        return self.mark.at

    @property
    def why(self) -> str:
        """The basis of a verification, or why the quote is disputed or still open, as far as one was given."""
        return self.mark.basis if self.status is Status.VERIFIED else self.mark.reason


def verdicts(history: Sequence[Mark], *, acts: Collection[Act] = _GIVING) -> list[Verdict]:
    """Return the last word of each checker, by name; `history` is that of one quote, newest first.

    Undone marks do not count, and a note is no verdict: it stood beside a status that may be another one's.
    `acts` are those that count as giving a status; the agreement of checkers leaves carried and settled ones out.
    """
    own: dict[str, list[Mark]] = {}
    for mark in _in_force(history):
        own.setdefault(mark.checker, []).append(mark)
    found = (_verdict(own[checker], acts) for checker in sorted(own, key=str.casefold))
    return [verdict for verdict in found if verdict is not None]


def settlement(known: Sequence[Verdict], status: Status, note: str) -> MarkChange:
    """Return the mark that settles a quote: reason, basis and evidence are those of whoever said so already."""
    agreeing = [verdict for verdict in known if verdict.status is status]
    newest = max(agreeing, key=lambda verdict: verdict.at, default=None)
    return MarkChange(
        status=status,
        reason=newest.mark.reason if newest and status is not Status.VERIFIED else "",
        basis=newest.mark.basis if newest and status is Status.VERIFIED else "",
        note=note or (newest.note if newest else ""),
        evidence=newest.evidence if newest else "",
    )


def _in_force(history: Sequence[Mark]) -> list[Mark]:
    """Return the marks that were not undone, newest first.

    An undo takes back the newest mark of its own chain that is still in force: of that desk, whoever's name it bears.
    """
    undone: dict[str, int] = {}
    found = []
    for mark in history:
        if mark.act is Act.UNDO:
            undone[mark.chain] = undone.get(mark.chain, 0) + 1
        elif undone.get(mark.chain):
            undone[mark.chain] -= 1
        else:
            found.append(mark)
    return found


def _verdict(own: Sequence[Mark], acts: Collection[Act]) -> Verdict | None:
    mark = next((mark for mark in own if mark.act in acts), None)
    if mark is None:
        return None
    words = next((note for note in own[: own.index(mark)] if note.act is Act.NOTE), mark)
    return Verdict(mark, words.note, words.evidence)
