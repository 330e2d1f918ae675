"""Report on an RTF file: what is hidden in it, unknown, tracked or stated, as sentences for the checker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.intake.office.hidden_words import HiddenWords
from desktop.intake.office.properties import facts_of
from desktop.intake.office.tracked_changes import Change, changes_notice
from desktop.intake.rtf.draft import minute_of
from desktop.intake.rtf.layout import changes
from desktop.lazy_pattern import lazy_pattern
from desktop.translation import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain import Fact
    from desktop.intake.rtf.draft import Draft
    from desktop.intake.rtf.flow import Revision

_WORD = lazy_pattern(r"[^\W\d_]{2,}")
_HEX = lazy_pattern(r"[0-9a-fA-F]{8,}")


def notices(draft: Draft) -> tuple[str, ...]:
    """Say what a checker should know of the file."""
    cut = (Sentence("The file ends in the middle of a group: it may be cut off."),) if draft.is_cut else ()
    tracked = list(_changes(draft))
    return (*cut, *([changes_notice(tracked)] if tracked else []), *_unseen(draft).notices())


def facts(draft: Draft, text: str) -> tuple[Fact, ...]:
    """Give what the file states about itself."""
    titles = [words.text for words in draft.stated.get("title", ())]
    return tuple(facts_of((("title", title) for title in titles), text, "RTF properties"))


def _unseen(draft: Draft) -> HiddenWords:
    hidden_words = HiddenWords()
    for flow in (draft.body, *draft.notes):
        for piece in flow.pieces:
            if piece.style.is_hidden:
                hidden_words.leave_out("hidden text", piece.text)
            if piece.ends:
                hidden_words.end_paragraph()
    for word, words in draft.unknown.items():
        text = _HEX.sub("", words.text)
        if _WORD.search(text):
            hidden_words.leave_out(f"a part of the file that is not known (“{word}”)", text)
    hidden_words.leave_out("words behind the end of the document", draft.rest.text)
    return hidden_words


def _changes(draft: Draft) -> Iterator[Change]:
    names = [name.strip() for name in draft.reviewers.text.split(";")]
    for style in changes(draft):
        if style.is_inserted:
            yield _change(style.insertion, names)
        if style.is_deleted:
            yield _change(style.deletion, names)


def _change(revision: Revision, names: list[str]) -> Change:
    name = names[revision.author] if 0 <= revision.author < len(names) else ""
    return Change("" if name == "Unknown" else name, minute_of(revision.date))
