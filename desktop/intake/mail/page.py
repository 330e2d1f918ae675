"""Pages in mails: what one shows, without asking what of it is an article, as a mail is one text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain import Cut, Span
from desktop.translation import Sentence

if TYPE_CHECKING:
    from desktop.intake.mail.quoted import Depths
    from desktop.intake.web_page.page_blocks import Scope

_HIDDEN = 3  # fewer words that nobody sees are labels
_SHOWN = 60  # code points of them in a sentence


@dataclass(frozen=True, slots=True)
class Shown:
    """The text of a page, with what of it is no running text, and sentences for the checker."""

    text: str = ""
    cuts: tuple[Cut, ...] = ()
    depths: Depths = ()  # how many elements set it apart as quoted
    notices: tuple[str, ...] = ()


def read_page(page: str) -> Shown:
    """Read what the page of a mail shows."""
    from desktop.intake.web_page.html_tree import parse
    from desktop.intake.web_page.page_text import read_blocks

    root = parse(page)
    blocks = read_blocks(root) if root is not None else []
    pieces: list[str] = []
    cuts: list[Cut] = []
    depths: list[tuple[int, int]] = []
    depth_of = _Depths()
    size = 0
    for block in blocks:
        if not block.hidden:
            lead = block.lead if pieces else ""
            size += len(lead)
            cuts += [Cut(Span(size + start, size + end), why) for start, end, why in block.parts]
            depths.append((size, depth_of(block.scope)))
            pieces += [lead, block.text]
            size += len(block.text)
    hidden = [block.text for block in blocks if block.hidden and len(block.text.split()) > _HIDDEN]
    words = sum(len(each.split()) for each in hidden)
    notice = Sentence.counted(
        "The mail holds {count} word that it does not show: “{words}…”.",
        "The mail holds {count} words that it does not show: “{words}…”.",
        words,
        words=" ".join(hidden)[:_SHOWN],
    )
    in_order = tuple(sorted(cuts, key=lambda cut: cut.span))
    return Shown("".join(pieces), in_order, tuple(depths), (notice,) if hidden else ())


class _Depths:
    """How many elements that quote an element lies in; each is looked up once."""

    def __init__(self) -> None:
        self._known: dict[int, int] = {}

    def __call__(self, scope: Scope) -> int:
        unknown = []
        depth = 0
        for each in scope.ancestry():
            if id(each) in self._known:
                depth = self._known[id(each)]
                break
            unknown.append(each)
        for each in reversed(unknown):
            depth += each.tag == "blockquote"
            self._known[id(each)] = depth
        return depth
