"""Pages in mails: what one shows, without asking what of it is an article, as a mail is one text."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain import Cut, Span
from desktop.translation import Sentence

_HIDDEN = 3  # fewer words that nobody sees are labels
_SHOWN = 60  # code points of them in a sentence


@dataclass(frozen=True, slots=True)
class Shown:
    """The text of a page, with what of it is no running text, and sentences for the checker."""

    text: str = ""
    cuts: tuple[Cut, ...] = ()
    notices: tuple[str, ...] = ()


def read_page(page: str) -> Shown:
    """Read what the page of a mail shows."""
    from desktop.intake.html_tree import parse
    from desktop.intake.page_text import read_blocks

    root = parse(page)
    blocks = read_blocks(root) if root is not None else []
    pieces: list[str] = []
    cuts: list[Cut] = []
    size = 0
    for block in blocks:
        if not block.hidden:
            lead = block.lead if pieces else ""
            size += len(lead)
            cuts += [Cut(Span(size + start, size + end), why) for start, end, why in block.parts]
            pieces += [lead, block.text]
            size += len(block.text)
    hidden = [block.text for block in blocks if block.hidden and len(block.text.split()) > _HIDDEN]
    words = sum(len(each.split()) for each in hidden)
    said = Sentence.counted(
        "The mail holds {count} word that it does not show: “{words}…”.",
        "The mail holds {count} words that it does not show: “{words}…”.",
        words,
        words=" ".join(hidden)[:_SHOWN],
    )
    return Shown("".join(pieces), tuple(sorted(cuts, key=lambda cut: cut.span)), (said,) if hidden else ())
