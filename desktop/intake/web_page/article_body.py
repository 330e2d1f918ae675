"""Article body of a page: several witnesses vote on each block, and every block that is not gets a plain reason.

Trafilatura says which words it takes for the body, the page's own JSON-LD may say so too, and what the elements are
called and how much of them is links speaks for or against. None of them makes text: blocks stay or are cut.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.intake import boilerplate
from desktop.intake.web_page.article_layout import HEADINGS, Layout, near
from desktop.intake.web_page.article_votes import weigh, words_of
from desktop.intake.web_page.element_names import NAVIGATION, OUTSIDE
from desktop.lazy_pattern import lazy_pattern
from desktop.translation import english

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.intake.web_page.article_votes import Candidate
    from desktop.intake.web_page.page_blocks import Block

HEADLINE = english("headline")
STANDFIRST = english("standfirst")
LINK = english("link to another page")
PULL_QUOTE = english("pull quote, repeats a sentence")

_PULLED = lazy_pattern(r"pull|quote|callout|highlight")
_LEAD_IN = lazy_pattern(
    r"(?:related(?: story| article| content)?|read(?: more| also| next| now)?|also read|see also|more(?: on this)?"
    r"|watch|recommended|don't miss|mehr(?: dazu)?|lesen sie auch|lire aussi|à lire|lea también|leia (?:também|mais)"
    r"|leggi anche|lees ook|baca juga|читайте также)\s?[:：|»]",
    re.IGNORECASE,
)
_RANKS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_FEW = 40  # words
_MOSTLY = 0.6  # of a block's text in links


def reasons(blocks: Sequence[Block], extracted: str, stated: Sequence[str], titles: Sequence[str]) -> list[str]:
    """Say of each block why it is no part of the article; an empty string if it is one.

    `extracted` is trafilatura's text, `stated` what the page's own data gives as articles, `titles` as headlines.
    Blocks that nobody sees keep their own reason.
    """
    candidates = weigh(blocks, extracted, stated)
    _judge(candidates, Layout(candidates), {tuple(words_of(title)) for title in titles})
    _keep_something(candidates)
    whys = iter(candidate.why for candidate in candidates)
    return [block.hidden or next(whys) for block in blocks]


def _judge(candidates: Sequence[Candidate], layout: Layout, titles: set[tuple[str, ...]]) -> None:
    first, last = layout.extent()
    title = _headline(candidates, first, titles)
    for at, it in enumerate(candidates):
        if at == title:
            it.why = HEADLINE
        elif first <= at <= last and layout.is_mark_of_post(it):
            it.why = ""
        elif not it.why and not _stays(it, layout, is_within=first <= at <= last, is_last=at == len(candidates) - 1):
            is_standfirst = 0 <= title < at < first and it.is_sentence and it.linked < _MOSTLY
            it.why = STANDFIRST if is_standfirst else _why(it, is_within=first <= at <= last)
    if title >= 0:
        _cut_above(candidates, title)
        _cut_second_headlines(candidates, title)
    _cut_repeated(candidates)
    _cut_last_headings(candidates[last + 1 :])
    _cut_headings_of_links(candidates)


def _stays(it: Candidate, layout: Layout, *, is_within: bool, is_last: bool) -> bool:
    """Judge a block that says nothing of itself by where it stands."""
    if _is_lead_in(it):
        return False
    if not layout.is_inside(it):
        return it.is_taken and it.is_sentence
    if it.is_taken:
        return True
    if is_within:
        return (_is_text(it) and not _is_label(it)) or _is_cell(it.block)
    breaks_off = is_last and len(it.words) >= 4
    reads_on = it.is_sentence or breaks_off or (layout.is_in_doubtful_body(it) and not _is_label(it))
    return (it.linked < 0.3 and reads_on and layout.is_beside_sentences(it)) or layout.is_in_taken_table(it)


def _why(it: Candidate, *, is_within: bool) -> str:
    """Name what was not kept."""
    if _is_lead_in(it):
        return boilerplate.RELATED
    if it.linked < _MOSTLY:
        return OUTSIDE
    return LINK if is_within else NAVIGATION


def _headline(candidates: Sequence[Candidate], first: int, titles: set[tuple[str, ...]]) -> int:
    """Find the headline: the block that says what the page's data call its title, else the one top heading; or -1."""
    reach = _early(candidates, first)
    for at, it in enumerate(candidates[:reach]):
        if it.words and tuple(it.words) in titles and (it.block.scope.tag in HEADINGS or it.linked < 0.5):
            return at
    tops = [at for at, it in enumerate(candidates) if it.block.scope.tag == "h1" and len(it.words) >= 3]
    return tops[0] if len(tops) == 1 and tops[0] < reach else -1


def _early(candidates: Sequence[Candidate], first: int) -> int:
    """Give the block before which the headline must stand: a third of the article is behind it then."""
    whole, so_far = sum(it.weight for it in candidates if not it.why), 0.0
    for at, it in enumerate(candidates):
        so_far += 0.0 if it.why else it.weight
        if at > first and so_far > 0.3 * whole:
            return at
    return len(candidates)


def _cut_above(candidates: Sequence[Candidate], title: int) -> None:
    """Nothing that stands above the headline is article, unless much of it stands there."""
    above = [it for it in candidates[:title] if not it.why]
    below = sum(it.weight for it in candidates[title:] if not it.why)
    if sum(it.weight for it in above) < 0.2 * below:
        for it in above:
            it.why = OUTSIDE


def _cut_second_headlines(candidates: Sequence[Candidate], title: int) -> None:
    """A page for wide and narrow screens may hold its headline once for each."""
    for it in candidates[title + 1 :]:
        if not it.why and it.words == candidates[title].words and it.block.scope.tag in HEADINGS:
            it.why = HEADLINE


def _cut_repeated(candidates: Sequence[Candidate]) -> None:
    """A sentence that stands out beside the text, or above it, and in it as well is read once."""
    running = " ".join(" ".join(it.words) for it in candidates if not it.why and not _stands_out(it))
    running = f" {running} "
    for it in candidates:
        if not it.why and len(it.words) >= 5 and _stands_out(it) and f" {' '.join(it.words)} " in running:
            it.why = PULL_QUOTE


def _cut_last_headings(behind: Sequence[Candidate]) -> None:
    """A heading without a text below it heads something that was cut."""
    for it in reversed(behind):
        if not it.why:
            if it.block.scope.tag not in HEADINGS:
                return
            it.why = OUTSIDE


def _cut_headings_of_links(candidates: Sequence[Candidate]) -> None:
    """A heading with nothing below it but links that were cut goes with them: a table of contents, "More:"."""
    heading, why = None, ""
    for it in candidates:
        if it.why:
            why = why or (it.why if it.why in {LINK, boilerplate.RELATED} else "")
            continue
        is_heading = it.block.scope.tag in _RANKS
        if heading and why and (_is_over(it, heading) if is_heading else heading.text.rstrip().endswith(":")):
            heading.why = why
        heading, why = it if is_heading else None, ""


def _is_over(it: Candidate, heading: Candidate) -> bool:
    """Say whether a heading begins something that is no part of what the other one heads."""
    return it.block.scope.tag <= heading.block.scope.tag


def _keep_something(candidates: Sequence[Candidate]) -> None:
    """Where nothing reads like an article, keep what is no menu, form or foot; where that is nothing, keep all."""
    if any(not it.why for it in candidates):
        return
    plain = [it for it in candidates if it.why in {OUTSIDE, STANDFIRST}] or [it for it in candidates if it.words]
    for it in plain:
        it.why = ""


def _is_lead_in(it: Candidate) -> bool:
    """Say whether this only leads to another story: "Read more: …"."""
    return it.linked > 0.4 and len(it.words) < _FEW and _LEAD_IN.match(it.block.text) is not None


def _is_text(it: Candidate) -> bool:
    """Say whether this is not mostly links; a whole sentence may be, if it goes on behind them."""
    return it.linked < _MOSTLY or (it.linked < 0.9 and len(it.words) >= 15 and it.ends_sentence)


def _is_label(it: Candidate) -> bool:
    """Say whether this is a word or two in an element that holds neither text nor a heading."""
    return len(it.words) <= 3 and it.block.scope.tag in {"div", "center", "section", "span", "figure", "article"}


def _is_cell(block: Block) -> bool:
    return any(scope.tag in {"td", "th"} for scope in near(block.scope))


def _stands_out(it: Candidate) -> bool:
    if it.block.scope.tag in HEADINGS and it.is_sentence:
        return True
    around = near(it.block.scope)
    return any(one.tag in {"blockquote", "aside", "figure"} or _PULLED.search(one.names) for one in around)
