"""Articles for tests of intake, and the passages that are cut of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.intake.capture import body_text
from desktop.intake.reading import read_text

if TYPE_CHECKING:
    from desktop.domain import Capture

BODY = (
    "The harbour of Port Ellery was closed on Thursday after a crane fell on two empty ships, the mayor said.",
    "Nobody was hurt, according to the fire brigade, which sent sixty people and four boats to the quay.",
    "Work on the second pier is to begin again in spring, if the council finds the money for it by then.",
    "Shipping firms have asked for help with the costs of sending their goods through the canal instead.",
)
TITLE = "Crane falls on ships in Port Ellery"


def article(*extra: str, at: int = 4, title: str = TITLE) -> Capture:
    """Make an article of a title and four paragraphs, with lines put in before paragraph `at` (0 to 4)."""
    return read_text("\n\n".join([title, *BODY[:at], *extra, *BODY[at:]]))


def cuts(capture: Capture) -> list[tuple[str, str]]:
    """Return what was cut, and why."""
    return [(cut.span.of(capture.text), cut.why) for cut in capture.cuts]


def body(capture: Capture) -> str:
    """Return the text of a capture without what was cut."""
    return body_text(capture.text, capture.cuts).strip()
