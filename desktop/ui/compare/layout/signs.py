"""Which signs stand in the texts, and what does each of them, and each way of drawing words, mean?

Pages and layers take their signs from here, and the legend its rows, so that neither knows one the other does not.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain import Status
from desktop.text.changes import AlertKind
from desktop.ui.theme import STATUS_SIGN, STATUS_WORD

PAIRED = "⇔ paired by hand"
PARTED = "⇎ parted from another by hand"
EARLIER = "↕ stands earlier in B"
CLOSED, OPENED = "▸", "▾"
BREAK = "¶"
QUOTED = "❝"  # that the words of a quotation differ can happen in every line: a sign is enough, the tip says the rest


@dataclass(frozen=True, slots=True)
class Sign:
    """One way of drawing words, with words to show it on.

    `look` is the value of a `Look` of changed words; `struck` draws them as the inline view does.
    """

    name: str
    meaning: str
    sample: str = "some words"
    look: str = ""
    struck: bool = False
    move: int = 0
    tag: str = ""
    quote: Status | None = None
    chosen: bool = False  # as the chosen quote
    current: bool = False  # as the current change
    found: bool = False
    held: bool = False
    note: bool = False  # a line of ours, not of the text


def _alerts() -> str:
    kinds = [kind.value for kind in AlertKind if kind is not AlertKind.QUOTATION]
    return f"{', '.join(kinds[:-1])} or {kinds[-1]}"


_STATUS_MEANS = {
    Status.VERIFIED: "A checker found that the speaker said these words: solid line.",
    Status.DISPUTED: "A checker found that something about the quote is wrong: dashed line.",
    Status.UNVERIFIED: "Not checked yet, or it could not be confirmed: dotted line.",
}

SIGNS = (
    Sign("Only in A", "Words of the left text that the right one does not have.", look="gone"),
    Sign("Only in A, inline", "The same where both texts stand as one: struck through.", look="gone", struck=True),
    Sign("Only in B", "Words of the right text that the left one does not have: always underlined.", look="new"),
    Sign("Moved", "Words that stand elsewhere in the other text: a dotted frame with a number, the same at both"
         " places; click the number to go to the other one.", look="moved", move=1),
    Sign("Ignored", "Differs, but a rule says that it does not count: dotted line, no colour.", look="dim"),
    Sign("Alert", f"A difference that matters; the label says what it is about: {_alerts()}.",
         look="new", tag=AlertKind.NUMBER.value),
    Sign(f"Alert {QUOTED}", "The words of a quotation differ.", look="gone", tag=QUOTED),
    Sign(f"Break {BREAK}", "A paragraph was split or joined here.", tag=BREAK),
    Sign("Invisible", "An invisible or direction-changing character stands here, by its short name.",
         look="new", tag="ZWSP"),
    Sign("Current change", "The one that the next step starts from: framed in both texts.", look="gone", current=True),
    Sign("Find", "Words found by the find bar; the current find is framed.", found=True),
    *(Sign(f"{STATUS_SIGN[status]} {STATUS_WORD[status]}", means, sample="“some words”", quote=status)
      for status, means in _STATUS_MEANS.items()),
    Sign("Chosen quote", "It lies on a light ground in both texts. Drag the grips at its ends, or use the keys, to"
         " make it longer or shorter.", sample="“some words”", quote=Status.UNVERIFIED, chosen=True),
    Sign("Paired by hand", "You said that these two passages answer each other.", sample=PAIRED, note=True),
    Sign("Parted by hand", "You said that this passage does not answer another one.", sample=PARTED, note=True),
    Sign("Out of order", "B says this earlier than A does; it stands here beside its answer.", sample=EARLIER,
         note=True),
    Sign("Held passage", "Waits for the passage of the other text that it is to be paired with.", held=True),
    Sign("Folded", "Passages that nothing answers, or that were hidden as no part of the article; click to show them.",
         sample=f"{CLOSED} 3 passages · show", note=True),
)  # fmt: skip

ONE_COLOUR = (
    "All differences are drawn in one colour now (View ▸ All differences in one colour). What stands in A only, in B"
    " only or moved is told by its place, by the line through or under it, and by the frame with a number."
)
