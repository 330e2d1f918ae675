"""Rules of boilerplate: which lines of an outlet's articles are cut, or stay, because a checker decided so before.

A rule is about one line as a whole, compared without case, counts and final marks: "Comments (12)" is "comments".
"""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from desktop.domain import CUT_BY_RULE, BoilerplateRule, Cut, Span, value_type
from desktop.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_LINE = lazy_pattern(r"(?m)^(?=[^\S\n]*+\S)[^\n]+")
_COUNT = lazy_pattern(r"\(?\b\d{1,6}\b\)?")
_DIGIT = lazy_pattern(r"\d")
_END_MARKS = " .:!…»>→›"
_LONGEST = 400  # code points of a line that a rule is made of: a longer one does not come again
_MOST = 20  # lines of a passage


def line_key(line: str) -> str:
    """Give a line as rules compare it."""
    folded = line.casefold().replace("’", "'")
    if _DIGIT.search(folded):  # most lines have no count
        folded = _COUNT.sub("", folded)
    return " ".join(folded.split()).strip(_END_MARKS)


def outlet_key(outlet: str) -> str:
    """Give an outlet as rules compare it: “The Telegraph” and “telegraph” are one."""
    return " ".join(outlet.casefold().split()).removeprefix("the ")


def rules_of(text: str, span: Span, outlet: str, *, hides: bool) -> list[BoilerplateRule]:
    """Make a rule of each line that a passage holds whole; none without an outlet, or of long passages."""
    if not outlet_key(outlet):
        return []
    lines = [line for line in _lines(text) if span.start <= line.start and line.end <= span.end]
    if len(lines) > _MOST:
        return []
    words = [line.of(text) for line in lines if len(line) <= _LONGEST and len(line_key(line.of(text))) > 1]
    return [BoilerplateRule(outlet, line, hides) for line in dict.fromkeys(words)]


def uncovered(span: Span, covered: Iterable[Span]) -> list[Span]:
    """Give what is left of a span without others, in order."""
    left, at = [], span.start
    for other in sorted(covered):
        if at < min(other.start, span.end):
            left.append(Span(at, min(other.start, span.end)))
        at = max(at, other.end)
    return [*left, Span(at, span.end)] if at < span.end else left


@value_type
class RuleBook:
    """The rules of a desk, by outlet and line."""

    hides: Mapping[str, Mapping[str, bool]] = field(default_factory=dict)

    @classmethod
    def of(cls, rules: Iterable[BoilerplateRule]) -> RuleBook:
        found: dict[str, dict[str, bool]] = {}
        for rule in rules:
            found.setdefault(outlet_key(rule.outlet), {})[line_key(rule.line)] = rule.hides
        return cls(found)

    def cuts(self, text: str, outlet: str, cuts: Sequence[Cut], heads: Sequence[Cut] = ()) -> tuple[Cut, ...]:
        """Give the cuts of a text as the rules of its outlet want them; as they are where nothing else would be left.

        Headline and standfirst are never cut by a rule.
        """
        known = self.hides.get(outlet_key(outlet), {})
        decided = (
            [(line, known[key]) for line in _lines(text) if (key := line_key(line.of(text))) in known] if known else []
        )
        if not decided:
            return tuple(cuts)
        stay = [line for line, hides in decided if not hides]
        retained = [
            cut for cut in cuts if not any(line.start <= cut.span.start and cut.span.end <= line.end for line in stay)
        ]
        covered = [cut.span for cut in (*retained, *heads)]
        new = [Cut(part, CUT_BY_RULE) for line, hides in decided if hides for part in uncovered(line, covered)]
        all_cuts = tuple(sorted((*retained, *new), key=lambda cut: cut.span))
        is_left = any(
            text[part.start : part.end].strip() for part in uncovered(Span(0, len(text)), (c.span for c in all_cuts))
        )
        return all_cuts if is_left else tuple(cuts)


def _lines(text: str) -> Iterator[Span]:
    """Give the lines that are not blank, without the blanks around them."""
    for found in _LINE.finditer(text):
        words = found.group()
        start = found.start() + len(words) - len(words.lstrip())
        yield Span(start, start + len(words.strip()))
