"""Text for display: in one line, cut to its first words, a count with its noun in the right number."""

from __future__ import annotations


def one_line(text: str) -> str:
    """Return the text in one line, for a card or a tip; never for what is stored or copied."""
    return " ".join(text.split())


def shorten(text: str, limit: int = 48) -> str:
    """Fold to one line of whole words, at most `limit` code points and an ellipsis where something is left out."""
    start = text[: limit * 4]  # a long text is not read whole
    line = one_line(start)
    if len(line) <= limit and len(start) == len(text):
        return line
    return f"{line[:limit].rsplit(' ', 1)[0]}…" if len(line) > limit else f"{line}…"


def amount(count: int, one: str, many: str = "", *, thousands: str = ",") -> str:
    """Return e.g. “1 quote” or “1,200 quotes”; `many` is the plural where it is not `one` with an s."""
    return f"{count:{thousands}} {one if count == 1 else many or f'{one}s'}"
