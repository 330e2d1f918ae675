"""Which blocks of a page are the article: several witnesses vote, and every block that is not gets a plain reason.

Trafilatura says which words it takes for the body, the page's own JSON-LD may say so too, and what the elements are
called and how much of them is links speaks for or against. None of them makes text: blocks stay or are cut.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from desktop.intake import boilerplate
from desktop.intake.element_names import NAVIGATION, OUTSIDE, reason_of_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.intake.page_blocks import Block, Scope

HEADLINE = "headline"
STANDFIRST = "standfirst"
LINK = "link to another page"
PULL_QUOTE = "pull quote, repeats a sentence"

_WORD = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]|[^\W_\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]+")
_SENTENCE_END = re.compile(r"[.!?…。！？:؟।][\"'”’»“)\]\s]*$")


_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "dt", "th", "caption", "summary", "legend"))
_TEXT_TAGS = _HEADINGS | {"p", "li", "blockquote", "pre", "dd", "ul", "ol", "dl"}
_PULLED = re.compile(r"pull|quote|callout|highlight")
_LEAD_IN = re.compile(
    r"(?:related(?: story| article| content)?|read(?: more| also| next| now)?|also read|see also|more(?: on this)?"
    r"|watch|recommended|don't miss|mehr(?: dazu)?|lesen sie auch|lire aussi|à lire|lea también|leia (?:também|mais)"
    r"|baca juga|читайте также)\s?[:：|»]",
    re.IGNORECASE,
)
_POST = re.compile(r"(?<![a-z])(?:post|update|entry|event|live-?blog-?item|key-?event|block)(?![a-z])")
_DIGITS = re.compile(r"[0-9]+|(?<=[-_])[0-9a-f]{6,}")
_FEWEST_POSTS = 3
_MAIN_SHARE = 0.8  # of the weight of all sentences that the article's element must hold
_TOO_MUCH = 0.3  # of that weight: whatever such an element calls itself, it is not beside the article
_FEW = 40  # words


@dataclass(slots=True)
class _Candidate:
    block: Block
    words: list[str]
    linked: float = 0.0  # share of its text in links
    is_sentence: bool = False
    vote: float = 0.0  # share of it that trafilatura gives as body
    stated: float = 0.0  # share of it that the page's own data gives as body
    weight: float = 0.0
    why: str = ""

    @property
    def is_taken(self) -> bool:
        return self.vote >= 0.5 or self.stated >= 0.5


def reasons(blocks: Sequence[Block], extracted: str, stated: Sequence[str], titles: Sequence[str]) -> list[str]:
    """Say of each block why it is no part of the article; an empty string if it is one.

    `extracted` is trafilatura's text, `stated` what the page's own data gives as articles, `titles` as headlines.
    Blocks that nobody sees keep their own reason.
    """
    seen = [_Candidate(block, words_of(_running(block))) for block in blocks if not block.hidden]
    _weigh(seen, extracted, stated)
    main, totals = _main_scope(seen)
    _Judge(seen, main, totals, titles).judge()
    whys = iter(candidate.why for candidate in seen)
    return [block.hidden or next(whys) for block in blocks]


def words_of(text: str) -> list[str]:
    """Cut a text into words, without case; Chinese, Japanese and Thai into letters."""
    return _WORD.findall(text.casefold())


def _running(block: Block) -> str:
    """Give the text of a block without its parts that are struck out or numbers of notes."""
    text = block.text
    for start, end, _ in sorted(block.parts, reverse=True):
        text = text[:start] + text[end:]
    return text


class Witness:
    """A text that says which words are the body; says how much of each block it holds."""

    def __init__(self, text: str) -> None:
        self._words = words_of(text)
        self._places: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for at, three in enumerate(zip(self._words, self._words[1:], self._words[2:], strict=False)):
            self._places[three].append(at)
        self._cursor = 0

    def share(self, words: list[str]) -> float:
        """Give the share of these words, of the next block, that the text holds."""
        if len(words) < 3:
            return self._short(words)
        threes = list(zip(words, words[1:], words[2:], strict=False))
        found = [three in self._places for three in threes]
        share = sum(found) / len(threes)
        if share >= 0.5:
            first = found.index(True)
            places = self._places[threes[first]]
            at = places[min(bisect_left(places, self._cursor - 3), len(places) - 1)]
            self._cursor = at + len(words) - first
        return share

    def _short(self, words: list[str]) -> float:
        """Look for one or two words just where the text goes on."""
        size = len(words)
        for at in range(max(0, self._cursor - 1), self._cursor + 4):
            if words and self._words[at : at + size] == words:
                self._cursor = at + size
                return 1.0
        return 0.0


def _weigh(seen: Sequence[_Candidate], extracted: str, stated: Sequence[str]) -> None:
    witness, own = Witness(extracted), Witness("\n".join(stated))
    for it in seen:
        block, count = it.block, len(it.words)
        it.linked = min(1.0, block.linked / max(1, len(block.text)))
        it.is_sentence = count >= 4 and it.linked < 0.6 and (count >= 25 or bool(_SENTENCE_END.search(block.text)))
        it.vote = witness.share(it.words)
        it.stated = own.share(it.words) if stated and count >= 3 else 0.0
        if it.is_sentence:
            it.weight = count * (1 - it.linked) * (1.0 if it.is_taken else 0.15)


def _main_scope(seen: Sequence[_Candidate]) -> tuple[Scope | None, dict[int, float]]:
    """Find the innermost element that holds nearly all sentences; give the weight of each element too."""
    totals: dict[int, float] = defaultdict(float)
    for it in seen:
        if it.weight:
            for scope in it.block.scope.ancestry():
                totals[id(scope)] += it.weight
    whole = max(totals.values(), default=0.0)
    best: Scope | None = None
    for it in seen:
        if it.weight:
            inner = next(scope for scope in it.block.scope.ancestry() if totals[id(scope)] >= _MAIN_SHARE * whole)
            if best is None or totals[id(inner)] < totals[id(best)] or _lies_in(inner, best):
                best = inner
    while best is not None and best.parent is not None and best.tag in _TEXT_TAGS:
        best = best.parent
    return best, {key: total / whole for key, total in totals.items()} if whole else {}


def _lies_in(scope: Scope, outer: Scope) -> bool:
    return any(one is outer for one in scope.ancestry())


class _Judge:
    """Says of each block why it is no article, from what the witnesses said of all of them."""

    def __init__(
        self, seen: Sequence[_Candidate], main: Scope | None, totals: dict[int, float], titles: Sequence[str]
    ) -> None:
        self._seen = seen
        self._main = main
        self._totals = totals
        self._titles = {tuple(words_of(title)) for title in titles if title.strip()}
        self._posts: set[int] = set()
        self._names: dict[int, tuple[str, bool]] = {}
        self._inside: dict[int, bool] = {}

    def judge(self) -> None:
        for it in self._seen:
            it.why = self._named(it) if it.words or not it.block.parts else it.block.parts[0][2]
        first, last = self._extent()
        self._posts = self._find_posts()
        title = self._headline(first)
        for at, it in enumerate(self._seen):
            if at == title:
                it.why = HEADLINE
            elif first <= at <= last and self._is_of_post(it):
                it.why = ""
            elif not it.why:
                it.why = self._placed(it, at, first, last)
                if it.why == OUTSIDE and 0 <= title < at < first and it.is_sentence:
                    it.why = STANDFIRST
        if title >= 0:
            self._cut_above(title)
        self._cut_repeated()
        self._cut_last_headings(last)

    def _extent(self) -> tuple[int, int]:
        """Give the first and the last block that is article beyond doubt."""
        sure = [
            at for at, it in enumerate(self._seen) if not it.why and it.weight and it.is_taken and self._is_inside(it)
        ]
        if not sure:
            sure = [at for at, it in enumerate(self._seen) if not it.why and it.weight and self._is_inside(it)]
        return (sure[0], sure[-1]) if sure else (len(self._seen), -1)

    def _placed(self, it: _Candidate, at: int, first: int, last: int) -> str:
        """Judge a block that says nothing of itself by where it stands."""
        if _LEAD_IN.match(it.block.text) and it.linked > 0.4 and len(it.words) < _FEW:
            return boilerplate.RELATED
        if not self._is_inside(it):
            stays = it.is_taken and it.is_sentence
        elif first <= at <= last:
            stays = it.is_taken or (it.linked < 0.6 and not _is_label(it)) or _is_cell(it.block)
        else:
            stays = it.is_taken or (at > last and it.linked < 0.3 and self._goes_on(it, at))
        if stays:
            return ""
        return LINK if it.linked >= 0.6 and first <= at <= last else NAVIGATION if it.linked >= 0.6 else OUTSIDE

    def _goes_on(self, it: _Candidate, at: int) -> bool:
        """Say whether a block behind the last sure one is more of the article; a page that breaks off ends anywhere."""
        breaks_off = at == len(self._seen) - 1 and len(it.words) >= 4
        return (it.is_sentence or breaks_off) and self._totals.get(id(it.block.scope.parent), 0.0) > _TOO_MUCH

    def _is_inside(self, it: _Candidate) -> bool:
        scope = it.block.scope
        known = self._inside.get(id(scope))
        if known is None:
            known = self._inside[id(scope)] = self._main is not None and _lies_in(scope, self._main)
        return known

    def _named(self, it: _Candidate) -> str:
        """Say what the elements around a block call themselves, up to the article's own element."""
        why, is_sure = self._reason_of(it.block.scope)
        if not why or it.stated >= 0.5:
            return ""
        if is_sure or not it.is_taken:
            return why
        soft = why == OUTSIDE or (it.is_sentence and len(it.words) >= _FEW)
        return "" if soft else why

    def _reason_of(self, scope: Scope) -> tuple[str, bool]:
        """Give the reason of the outermost element that names itself so, and whether it counts against a vote."""
        known = self._names.get(id(scope))
        if known is None:
            if scope is self._main or scope.parent is None:
                known = "", False
            else:
                above, own = self._reason_of(scope.parent), ("", False)
                if not above[1] and self._totals.get(id(scope), 0.0) <= _TOO_MUCH:
                    own = reason_of_names(scope)
                known = own if own[1] or not above[0] else above
            self._names[id(scope)] = known
        return known

    def _find_posts(self) -> set[int]:
        """Find the posts of a live page: elements of one kind, each with sentences of the article."""
        kinds: dict[tuple[str, str], set[int]] = defaultdict(set)
        for it in self._seen:
            if not it.why and it.weight and it.is_taken and self._is_inside(it):
                for scope in takewhile(lambda one: one is not self._main, it.block.scope.ancestry()):
                    if scope.tag == "article" or _POST.search(scope.names):
                        kinds[scope.tag, _DIGITS.sub("", scope.names)].add(id(scope))
        return {one for posts in kinds.values() if len(posts) >= _FEWEST_POSTS for one in posts}

    def _is_of_post(self, it: _Candidate) -> bool:
        """Say whether this is the heading or the time of a post."""
        is_mark = it.block.scope.tag in _HEADINGS or it.why == boilerplate.DATE or it.block.is_time
        return is_mark and any(id(scope) in self._posts for scope in it.block.scope.ancestry())

    def _headline(self, first: int) -> int:
        """Find the headline: the block that says what the page's data call its title, else the one top heading."""
        reach = self._early(first)
        for at, it in enumerate(self._seen[:reach]):
            if tuple(it.words) in self._titles and it.words and (it.block.scope.tag in _HEADINGS or it.linked < 0.5):
                return at
        tops = [at for at, it in enumerate(self._seen) if it.block.scope.tag == "h1" and len(it.words) >= 3]
        return tops[0] if len(tops) == 1 and tops[0] < reach else -1

    def _early(self, first: int) -> int:
        """Give the block before which the headline must stand: a third of the article is behind it then."""
        whole, so_far = sum(it.weight for it in self._seen if not it.why), 0.0
        for at, it in enumerate(self._seen):
            so_far += 0.0 if it.why else it.weight
            if at > first and so_far > 0.3 * whole:
                return at
        return len(self._seen)

    def _cut_above(self, title: int) -> None:
        """Nothing that stands above the headline is article, unless most of it stands there."""
        above = [it for it in self._seen[:title] if not it.why]
        below = sum(it.weight for it in self._seen[title:] if not it.why)
        if sum(it.weight for it in above) < 0.2 * below:
            for it in above:
                it.why = OUTSIDE

    def _cut_repeated(self) -> None:
        """A sentence that stands out beside the text, or above it, and in it as well is read once."""
        running = " ".join(" ".join(it.words) for it in self._seen if not it.why and not _stands_out(it))
        for it in self._seen:
            if not it.why and len(it.words) >= 5 and _stands_out(it) and f" {' '.join(it.words)} " in f" {running} ":
                it.why = PULL_QUOTE

    def _cut_last_headings(self, last: int) -> None:
        """A heading without a text below it heads something that was cut."""
        for it in reversed(self._seen[last + 1 :]):
            if not it.why:
                if it.block.scope.tag not in _HEADINGS:
                    return
                it.why = OUTSIDE


def _is_label(it: _Candidate) -> bool:
    """Say whether this is a word or two in an element that holds neither text nor a heading."""
    return len(it.words) <= 3 and it.block.scope.tag in {"div", "center", "section", "span", "figure", "article"}


def _is_cell(block: Block) -> bool:
    return any(scope.tag in {"td", "th"} for scope in _near(block.scope))


def _stands_out(it: _Candidate) -> bool:
    is_marked = (
        one.tag in {"blockquote", "aside", "figure"} or _PULLED.search(one.names) for one in _near(it.block.scope)
    )
    return (it.block.scope.tag in _HEADINGS and it.is_sentence) or any(is_marked)


def _near(scope: Scope) -> Iterable[Scope]:
    for _, one in zip(range(3), scope.ancestry(), strict=False):
        yield one
