"""Which other quotes of the story report the chosen one's statement, and how do their words differ?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain import Quote
    from desktop.ui.quotes.wordings import Wording
    from desktop.ui.session import Session


def other_wordings(session: Session, quote: Quote) -> Sequence[Wording]:
    """Return the wordings of other quotes of the same statement, nearest first."""
    return ()
