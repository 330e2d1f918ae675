"""Layout of a page around its article: the element it is in, and what the elements in it and around it are."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from desktop.intake import boilerplate
from desktop.intake.web_page.element_names import BODY_NAME, OUTSIDE, reason_of_names
from desktop.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.intake.web_page.article_votes import Candidate
    from desktop.intake.web_page.page_blocks import Scope

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "dt", "th", "caption", "summary", "legend"))

_TEXT_TAGS = HEADINGS | {"p", "li", "blockquote", "pre", "dd", "ul", "ol", "dl"}
_TIME = lazy_pattern(r"(?<![\d:])[0-2]?\d[:.h][0-5]\d(?!\d)")
_NUMBERS = lazy_pattern(r"[0-9]+|(?<=[-_])[0-9a-f]{6,}")
_FEWEST_POSTS = 3
_FEW = 10  # words with the time of a post
_MAIN_SHARE = 0.8  # of the weight of all sentences that the article's element must hold
_TAKEN_SHARE = 0.6  # of all words that a witness takes, which it must hold too
_LARGE = 0.3  # of that weight: whatever such an element calls itself, it is not beside the article
_TRUSTED = 0.9  # of the words of sentences in the article's element: who takes so many, misses few
_LONG = 40  # words


class Layout:
    """The elements of a page, weighed by the sentences in them; made of all blocks that are seen."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._candidates = candidates
        self._weights = _shares(candidates, lambda it: it.weight)
        self._taken = _shares(candidates, lambda it: float(it.is_taken and len(it.words)))
        self._main = self._find_main()
        self._names: dict[int, tuple[str, bool]] = {}
        self._inside: dict[int, bool] = {}
        self._quoting = _figures_of_quotations(candidates)
        for it in candidates:
            it.why = self._named(it) if it.words or not it.block.parts else it.block.parts[0][2]
        sentences = [it for it in candidates if not it.why and it.weight and self.is_inside(it)]
        self._kinds = _kinds(sentences)
        self._tables = self._find_tables()
        self._posts = self._find_posts(sentences)
        taken = sum(len(it.words) for it in sentences if it.is_taken)
        self._is_doubtful = taken < _TRUSTED * sum(len(it.words) for it in sentences)

    def extent(self) -> tuple[int, int]:
        """Give the first and the last block that is article beyond doubt; (number of blocks, -1) where none is."""
        sure = [at for at, it in enumerate(self._candidates) if not it.why and it.weight and self.is_inside(it)]
        taken = [at for at in sure if self._candidates[at].is_taken] or sure
        return (taken[0], taken[-1]) if taken else (len(self._candidates), -1)

    def is_inside(self, it: Candidate) -> bool:
        """Say whether a block lies in the article's element."""
        scope = it.block.scope
        known = self._inside.get(id(scope))
        if known is None:
            known = self._inside[id(scope)] = any(one is self._main for one in scope.ancestry())
        return known

    def is_beside_sentences(self, it: Candidate) -> bool:
        """Say whether the element around a block, or others of its kind, hold much of the article."""
        around = _container(it.block.scope)
        return max(self._share(around), self._kinds.get(_kind(around), 0.0)) > _LARGE

    def is_in_doubtful_body(self, it: Candidate) -> bool:
        """Say whether the page calls what is around a block the article's body, and the witnesses miss much of it."""
        return self._is_doubtful and BODY_NAME.search(_container(it.block.scope).names) is not None

    def is_in_taken_table(self, it: Candidate) -> bool:
        """Say whether a witness takes most of the table that a block stands in."""
        tables = (one for one in it.block.scope.ancestry() if one.tag == "table")
        return any(self._tables.get(id(table), 0.0) > 0.5 for table in tables)

    def is_mark_of_post(self, it: Candidate) -> bool:
        """Say whether a block is the heading or the time of a post on a live page."""
        is_time = (
            it.why in {"", boilerplate.DATE, boilerplate.BYLINE}
            and len(it.words) < _FEW
            and (it.block.is_time or it.why == boilerplate.DATE or _TIME.search(it.block.text) is not None)
        )
        is_heading = it.why in {"", boilerplate.DATE} and it.block.scope.tag in HEADINGS
        return (is_time or is_heading) and any(id(scope) in self._posts for scope in it.block.scope.ancestry())

    def _share(self, scope: Scope) -> float:
        return self._weights.get(id(scope), 0.0)

    def _find_main(self) -> Scope | None:
        """Find the innermost element that holds nearly all sentences."""
        best: Scope | None = None
        for it in self._candidates:
            if it.weight:
                inner = next(one for one in it.block.scope.ancestry() if self._holds_most(one))
                # Elements that hold most of the same lie in one another.
                if inner is not best and (best is None or any(one is best for one in inner.ancestry())):
                    best = inner
        while best is not None and best.parent is not None and best.tag in _TEXT_TAGS:
            best = best.parent
        return best

    def _holds_most(self, scope: Scope) -> bool:
        """Say whether nearly all sentences lie in an element, and most words that a witness takes."""
        taken = self._taken.get(id(scope), 0.0) if self._taken else 1.0
        return self._share(scope) >= _MAIN_SHARE and taken >= _TAKEN_SHARE

    def _named(self, it: Candidate) -> str:
        """Say what the elements around a block call themselves, up to the article's own element."""
        why, is_sure = self._reason_of(it.block.scope)
        if not why or it.stated >= 0.5 or (why == boilerplate.PHOTO and self._is_source(it)):
            return ""
        if is_sure or not it.is_taken:
            return why
        is_soft = why == OUTSIDE or (it.is_sentence and len(it.words) >= _LONG)
        return "" if is_soft else why

    def _is_source(self, it: Candidate) -> bool:
        """Say whether a caption names who is quoted in its figure."""
        return any(id(one) in self._quoting for one in near(it.block.scope))

    def _reason_of(self, scope: Scope) -> tuple[str, bool]:
        """Give the reason of the outermost element that names itself so, and whether it counts against a vote."""
        unknown = list(takewhile(lambda one: id(one) not in self._names, scope.ancestry()))
        for one in reversed(unknown):
            self._names[id(one)] = self._reason_below(one)
        return self._names[id(scope)]

    def _reason_below(self, scope: Scope) -> tuple[str, bool]:
        """Give it for an element, its parent's being known."""
        if scope is self._main or scope.parent is None:
            return "", False
        above = self._names[id(scope.parent)]
        if above[1] or self._share(scope) > _LARGE:
            return above
        own = reason_of_names(scope)
        return own if own[1] or not above[0] else above

    def _find_tables(self) -> dict[int, float]:
        """Give for each table that is not the frame of the page the share of its words that a witness takes."""
        words: dict[int, int] = defaultdict(int)
        taken: dict[int, int] = defaultdict(int)
        for it in self._candidates:
            table = next((one for one in it.block.scope.ancestry() if one.tag == "table"), None)
            if table is not None and self._share(table) <= _LARGE:
                words[id(table)] += len(it.words)
                taken[id(table)] += len(it.words) * it.is_taken
        return {key: taken[key] / count for key, count in words.items() if count}

    def _find_posts(self, sentences: Sequence[Candidate]) -> set[int]:
        """Find the posts of a live page: elements of one kind beside each other, each with sentences of the article."""
        kinds: dict[tuple[int, str, str], set[int]] = defaultdict(set)
        for it in sentences:
            if it.is_taken:
                for scope in takewhile(lambda one: one is not self._main, it.block.scope.ancestry()):
                    if scope.tag not in _TEXT_TAGS or scope.tag == "li":
                        kinds[id(scope.parent), scope.tag, _NUMBERS.sub("", scope.names)].add(id(scope))
        return {one for posts in kinds.values() if len(posts) >= _FEWEST_POSTS for one in posts}


def near(scope: Scope) -> list[Scope]:
    """Give an element and the two around it."""
    return list(islice(scope.ancestry(), 3))


def _figures_of_quotations(candidates: Sequence[Candidate]) -> set[int]:
    """Find the figures that show a block quotation, not a picture."""
    quotations = {id(one): one for it in candidates for one in near(it.block.scope) if one.tag == "blockquote"}
    return {id(one) for quotation in quotations.values() for one in near(quotation) if one.tag == "figure"}


def _shares(candidates: Sequence[Candidate], measure: Callable[[Candidate], float]) -> dict[int, float]:
    """Give for each element the share of a measure of all blocks that lies in it."""
    totals: dict[int, float] = defaultdict(float)
    for it in candidates:
        if amount := measure(it):
            for scope in it.block.scope.ancestry():
                totals[id(scope)] += amount
    whole = max(totals.values(), default=1.0)
    return {key: total / whole for key, total in totals.items()}


def _kinds(sentences: Sequence[Candidate]) -> dict[tuple[str, str], float]:
    """Give for each kind of named elements around sentences the share of the article's weight in them."""
    whole = sum(it.weight for it in sentences) or 1.0
    kinds: dict[tuple[str, str], float] = defaultdict(float)
    for it in sentences:
        around = _container(it.block.scope)
        if not around.names.isspace():
            kinds[_kind(around)] += it.weight / whole
    return kinds


def _kind(scope: Scope) -> tuple[str, str]:
    return scope.tag, scope.names


def _container(scope: Scope) -> Scope:
    """Give the element around a paragraph, list or heading."""
    return next((one for one in scope.ancestry() if one.tag not in _TEXT_TAGS and one.tag != "span"), scope)
