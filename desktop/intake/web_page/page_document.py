"""Document of a page: its visible text, what of it is not the article, and what the page states about itself."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.domain import Cut, Fact, Span
from desktop.intake.boilerplate import BYLINE, DATE
from desktop.intake.dates import read_date_line
from desktop.intake.document import Document
from desktop.intake.errors import Empty
from desktop.intake.metadata import byline_names
from desktop.intake.web_page.article_body import HEADLINE, reasons
from desktop.intake.web_page.article_votes import Witness, words_of
from desktop.intake.web_page.html_tree import parse
from desktop.intake.web_page.page_blocks import PARAGRAPH, Block, Scope
from desktop.intake.web_page.page_facts import PageFacts, read_facts
from desktop.intake.web_page.page_text import HIDDEN, NO_SCRIPT, read_blocks
from desktop.text.languages.registry import language
from desktop.translation import Sentence, english

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lxml.html import HtmlElement

    from desktop.intake.characters.decoding import Decoded

TEASER = english("what the page shows of the article")
ONLY_STATED = Sentence("The page shows no article; this text is the one that its data (JSON-LD) gives.")

_FEW_WORDS = 40  # a page with fewer shows its article only to who runs its scripts
_HIDDEN_WORDS = 4  # fewer that nobody sees are labels
_DEEPEST = 120  # elements in one another for which trafilatura is asked: its time grows with the third power of that
_SHOWN = 60  # code points of hidden text in a sentence about it


def read_page(decoded: Decoded, name: str, part: str = "", frames: Mapping[str, str] | None = None) -> Document:
    """Make a document of a page; raises Empty with a sentence that begins with `name` if it shows no word.

    `frames` holds the pages that it may show in frames, by their addresses.
    """
    root = parse(decoded.text)
    if root is None:
        raise Empty(Sentence("{name} shows no text.", name=name))
    stated = read_facts(root, decoded.text)
    blocks = read_blocks(root, frames or {})
    _show_what_scripts_show(blocks)
    depth = max((block.scope.depth for block in blocks), default=0)
    extracted = extract(root) if depth <= _DEEPEST else ""
    whys = reasons(blocks, extracted, stated.bodies, stated.titles)
    body = _only_stated(stated, blocks, whys)
    if body:
        whys = [*("" for _ in body), *(why or TEASER for why in whys)]
        blocks = [*body, *blocks]
    text = _Text()
    for block, why in _shown(blocks, whys):
        text.add(block, why)
    if not text.pieces:
        raise Empty(Sentence("{name} shows no text.", name=name))
    only_stated = (ONLY_STATED,) if body else ()
    notices = (*decoded.warnings, *only_stated, *_notices(blocks, stated))
    return Document(
        "".join(text.pieces),
        cuts=tuple(text.cuts),
        facts=_facts(stated, blocks, whys),
        notices=notices,
        encoding=decoded.encoding,
        part=part,
        language=_language(stated, blocks, whys),
    )


def fragment_text(markup: str) -> str:
    """Give the visible text of a piece of a page, as in feeds and mails: nothing in it is cut, nothing voted on."""
    root = parse(markup)
    blocks = [block for block in read_blocks(root, {}) if not block.hidden] if root is not None else []
    return "".join((block.lead if number else "") + block.text for number, block in enumerate(blocks)).strip()


def _language(stated: PageFacts, blocks: Sequence[Block], whys: Sequence[str]) -> str:
    """Give the language that the page states, but not for a long article in one that can be detected by its words.

    Sites state the language of their menus.
    """
    is_detectable = language(stated.language) is not None and _words_in(_uncut(blocks, whys)) >= _FEW_WORDS
    return "" if is_detectable else stated.language


def _uncut(blocks: Sequence[Block], whys: Sequence[str]) -> Iterator[Block]:
    yield from (block for block, why in zip(blocks, whys, strict=True) if not why)


def _only_stated(stated: PageFacts, blocks: Sequence[Block], whys: Sequence[str]) -> list[Block]:
    """Give the article that the data of a page holds, as blocks, where the page shows a few words of it at most."""
    body = max(stated.bodies, key=len, default="")
    if len(words_of(body)) < 2 * _FEW_WORDS or _words_in(_uncut(blocks, whys)) >= _FEW_WORDS:
        return []
    return [Block(Scope("p", " ", None), text=line.strip()) for line in body.split("\n") if line.strip()]


def extract(root: HtmlElement) -> str:
    """Give what trafilatura takes for the body; an empty string where it finds none, or fails."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        return trafilatura.extract(root, include_comments=False, fast=True) or ""
    except Exception:  # one witness of several: whatever stops it, the text does not depend on it
        return ""


@dataclass(slots=True)
class _Text:
    """The text in the making, with its cuts; neighbours that go for the same reason are one cut."""

    pieces: list[str] = field(default_factory=list)
    cuts: list[Cut] = field(default_factory=list)
    length: int = 0

    def add(self, block: Block, why: str) -> None:
        lead = block.lead if self.pieces else ""
        start = self.length + len(lead)
        self.pieces += [lead, block.text]
        self.length = start + len(block.text)
        if not why:
            self.cuts += [Cut(Span(start + a, start + _with_blank(block.text, a, b)), why) for a, b, why in block.parts]
        elif self.cuts and self.cuts[-1].why == why and self.cuts[-1].span.end + len(lead) == start:
            self.cuts[-1] = Cut(Span(self.cuts[-1].span.start, self.length), why)
        else:
            self.cuts.append(Cut(Span(start, self.length), why))


def _with_blank(text: str, start: int, end: int) -> int:
    """Give the end of a part with the blank behind it, where there is one before it too."""
    return end + (text[end : end + 1] == " " and text[:start][-1:] in {"", " ", "\n"})


def _shown(blocks: Sequence[Block], whys: Sequence[str]) -> Iterable[tuple[Block, str]]:
    """Give what goes into the text: all that is seen, and between words of the article also what is not."""
    uncut = [at for at, why in enumerate(whys) if not why]
    first, last = (uncut[0], uncut[-1]) if uncut else (0, -1)
    for at, (block, why) in enumerate(zip(blocks, whys, strict=True)):
        if not block.hidden or (first < at < last and len(words_of(block.text)) >= _HIDDEN_WORDS):
            if block.hidden:
                block.lead = PARAGRAPH
            yield block, why


def _show_what_scripts_show(blocks: Sequence[Block]) -> None:
    """Where a page shows next to nothing, take what it shows without scripts as seen, else what its scripts unhide."""
    for why in (NO_SCRIPT, HIDDEN):
        invisible = [block for block in blocks if block.hidden == why]
        if _words_in(invisible) >= _FEW_WORDS > _words_in(block for block in blocks if not block.hidden):
            for block in invisible:
                block.hidden = ""
            return


def _words_in(blocks: Iterable[Block]) -> int:
    return sum(len(words_of(block.text)) for block in blocks)


def _facts(stated: PageFacts, blocks: Sequence[Block], whys: Sequence[str]) -> tuple[Fact, ...]:
    """Give what the page prints as its headline first, then what it states, then what its byline prints."""
    unique: dict[tuple[str, str], Fact] = {}
    for fact in (*_printed_headline(blocks, whys), *stated.facts, *_printed_byline(blocks, whys)):
        unique.setdefault((fact.field, fact.value), fact)
    return tuple(unique.values())


def _printed_headline(blocks: Sequence[Block], whys: Sequence[str]) -> Iterator[Fact]:
    headline = next((block.text for block, why in zip(blocks, whys, strict=True) if why == HEADLINE), "")
    if headline:
        yield Fact("title", " ".join(headline.split()), "headline on the page")


def _printed_byline(blocks: Sequence[Block], whys: Sequence[str]) -> Iterator[Fact]:
    """Read the lines between headline and article that the page calls byline or date."""
    start = whys.index(HEADLINE) if HEADLINE in whys else 0
    end = whys.index("") if "" in whys else 0
    for block, why in zip(blocks[start:end], whys[start:end], strict=True):
        if why in {BYLINE, DATE}:
            for line in re.split(r"\n| \| ", block.text):
                names = byline_names(line)
                date = read_date_line(line)
                if names:
                    yield Fact("byline", names, "byline on the page")
                elif date and date.printed:
                    yield Fact("published", date.printed, "date on the page")


def _notices(blocks: Sequence[Block], stated: PageFacts) -> list[str]:
    notices: list[str] = []
    hidden = [words for block in blocks if block.hidden if len(words := block.text.split()) >= _HIDDEN_WORDS]
    if hidden:
        notices.append(
            Sentence.counted(
                "The page holds {count} word that it does not show, the first of them “{words}…”.",
                "The page holds {count} words that it does not show, the first of them “{words}…”.",
                sum(map(len, hidden)),
                words=" ".join(hidden[0])[:_SHOWN].rstrip(),
            )
        )
    notices += _unseen(blocks, stated.bodies)
    marks = sum(block.marks for block in blocks)
    if marks:
        notices.append(
            Sentence.counted(
                "{count} quotation mark stands for an element that marks words as quoted.",
                "{count} quotation marks stand for elements that mark words as quoted.",
                marks,
            )
        )
    return notices


def _unseen(blocks: Sequence[Block], bodies: Sequence[str]) -> list[str]:
    """Say what the page's own data gives as the article and the page does not show."""
    if not bodies:
        return []
    shown = Witness("\n".join(block.text for block in blocks))
    for body in bodies:
        missing = [words for line in body.split("\n") if len(words := words_of(line)) >= 3 and shown.share(words) < 0.5]
        if missing:
            return [
                Sentence.counted(
                    "The data of the page (JSON-LD) gives {count} word of the article that it does not show: "
                    "“{words}…”.",
                    "The data of the page (JSON-LD) gives {count} words of the article that it does not show: "
                    "“{words}…”.",
                    sum(map(len, missing)),
                    words=" ".join(missing[0])[:_SHOWN],
                )
            ]
    return []
