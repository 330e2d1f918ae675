"""Votes of witnesses on each block of a page: how much of it they take for the article."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.intake.web_page.page_blocks import Block

_WORD = lazy_pattern(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]|[^\W_\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]+")
_SENTENCE_END = lazy_pattern(r"[.!?…。！？:؟।][\"'”’»“)\]\s]*$")
_DOUBTED = 0.15  # weight of a sentence that no witness takes, against one that does


@dataclass(slots=True)
class Candidate:
    """A block that is seen, what the witnesses say of it, and in the end why it is no article."""

    block: Block
    text: str  # without parts that are struck out or numbers of notes
    words: list[str]
    linked: float = 0.0  # share of its text in links
    is_sentence: bool = False
    vote: float = 0.0  # share of its words that trafilatura gives as body
    stated: float = 0.0  # share of its words that the page's own data gives as body
    weight: float = 0.0  # how much it says about where the article is
    why: str = ""

    @property
    def is_taken(self) -> bool:
        """Say whether a witness takes it for the article."""
        return self.vote >= 0.5 or self.stated >= 0.5

    @property
    def ends_sentence(self) -> bool:
        """Say whether it ends like one."""
        return _SENTENCE_END.search(self.text) is not None


class Witness:
    """A text that says which words are the article; it is asked for the blocks of a page in their order."""

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


def words_of(text: str) -> list[str]:
    """Cut a text into words, without case; Chinese, Japanese and Thai into letters."""
    return _WORD.findall(text.casefold())


def weigh(blocks: Sequence[Block], extracted: str, stated: Sequence[str]) -> list[Candidate]:
    """Ask the witnesses about every block that is seen; see `article_body.reasons` for the arguments."""
    witness, own = Witness(extracted), Witness("\n".join(stated)) if stated else None
    running = [(block, _running(block)) for block in blocks if not block.hidden]
    candidates = [Candidate(block, text, words_of(text)) for block, text in running]
    for it in candidates:
        count = len(it.words)
        it.linked = min(1.0, it.block.linked / max(1, len(it.text)))
        it.is_sentence = count >= 4 and it.linked < 0.6 and (count >= 25 or it.ends_sentence)
        it.vote = witness.share(it.words)
        it.stated = own.share(it.words) if own and count >= 3 else 0.0
        if it.is_sentence:
            it.weight = count * (1 - it.linked) * (1.0 if it.is_taken else _DOUBTED)
    return candidates


def _running(block: Block) -> str:
    """Give the text of a block without its parts that are struck out or numbers of notes."""
    text = block.text
    for start, end, _ in sorted(block.parts, reverse=True):
        text = text[:start] + text[end:]
    return text
