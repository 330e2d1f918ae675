"""Sign and word of each status, and plain words for the kinds of quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import GUESSES, Basis, OpenReason, QuoteKind, Reason, Status
from desktop.translation import Text, tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.domain import Taken

STATUS_SIGN = {Status.VERIFIED: "✓", Status.DISPUTED: "≠", Status.UNVERIFIED: "?"}
STATUS_WORD = {
    Status.VERIFIED: Text("Verified"),
    Status.DISPUTED: Text("Disputed"),
    Status.UNVERIFIED: Text("Unverified"),
}


def status_name(status: Status) -> str:
    """Return the word of a status inside a sentence: “verified”."""
    return tr(status.value)


KIND_WORD = {
    QuoteKind.DIRECT: Text("whole sentence"),
    QuoteKind.MIXED: Text("part of a sentence"),
    QuoteKind.SCARE: Text("single words in quotation marks"),
    QuoteKind.HEADLINE: Text("in the headline"),
    QuoteKind.INDIRECT: Text("without quotation marks"),
    QuoteKind.TITLE: Text("title of a work"),
    QuoteKind.NAME: Text("name of a person or thing"),
}


def reason_words(reason: str) -> str:
    """Return a reason or basis as it is to be read; what a checker typed stays as it was typed."""
    return tr(reason) if reason in _BUILT_IN else reason


def label_words(label: str) -> str:
    """Return a label of a quote, which is English where it is kept, as it is to be read."""
    count, _, what = label.partition(" ")
    return tr_n("{count} wording", "{count} wordings", int(count)) if what == WORDINGS else tr(label)


_BUILT_IN = frozenset(str(one) for kind in (Reason, OpenReason, Basis) for one in kind)
WORDINGS = "wordings"


def cut_words(why: str) -> str:
    """Return why a passage is no part of an article, as it is to be read; a comment names its author."""
    who = why.removeprefix("comment by ")
    return tr(why) if who == why else tr("comment by {who}", who=who)


def doubt_words(doubt: str) -> str:
    """Say what is doubtful about a quote: its marks, or that its speaker is only guessed."""
    return tr(doubt) if doubt in GUESSES else tr("mark {doubt}", doubt=tr(doubt))


def taken_words(taken: Mapping[str, Taken], checker: str) -> dict[str, str]:
    """Return by uid who works on a quote or an article."""
    by_you = tr("taken on by you")
    return {
        uid: by_you if each.checker == checker else tr("taken on by {name}", name=each.checker)
        for uid, each in taken.items()
    }
