"""Letters of a PDF that cannot be read: no table in the file says which letters its glyphs are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from desktop.intake.pdf.characters import Characters, Written

# The bullets of Word's fonts of signs; a soft hyphen that was drawn is one that shows.
SIGNS = str.maketrans(
    dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf076\uf0a8", "•")
    | {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
    | {"\ufb05": "st", "\ufb06": "st", "\xad": "-"}
)
_UNUSUAL = lazy_pattern(r"[^\w\s.,;:!?'\"()\[\]/&%$@*+=<>#–—‘’“”„«»…•€£§©\ufffe-]")
_UNREADABLE = lazy_pattern(r"[\0-\x08\x0b-\x1f\x7f-\x9f\ufffd-\uffff\ue000-\uf8ff\ud800-\udfff]")


def unreadable(characters: Characters, text: str, alphabet: str, lines: Sequence[Written]) -> set[int]:
    """Find the letters of a page that cannot be read, by their indices; only what looks doubtful is asked about."""
    suspects: set[int] = set()
    if _UNUSUAL.search(alphabet):
        suspects = {found.start() for found in _UNUSUAL.finditer(text)}
    is_unnamed = characters.is_unnamed
    for line in lines:
        if is_unnamed(line.start):
            suspects.update(i for i in range(line.start, line.start + len(line.text)) if text[i] != "\ufffe")
    if not suspects:
        return suspects
    controls = {at for at in suspects if _UNREADABLE.match(text, at) and ord(text[at]) not in SIGNS}
    unnamed = {at for at in suspects - controls if is_unnamed(at)}
    return controls if _is_sensible(text, unnamed, len(controls)) else controls | unnamed


def marked(line: Written, unreadable: AbstractSet[int]) -> str:
    """Give the text of a line with U+FFFD for each letter that cannot be read."""
    return "".join("\ufffd" if line.start + at in unreadable else letter for at, letter in enumerate(line.text))


def _is_sensible(text: str, unnamed: AbstractSet[int], controls: int) -> bool:
    """Say whether letters that no table names are what their numbers say: some writers number letters as Unicode does.

    Those that number them as they stand in the font give signs, capitals and control characters instead of words, and
    hardly ever a curly quotation mark.
    """
    if any("\u2010" <= text[at] <= "\u2044" for at in unnamed):
        return True
    letters = [text[at] for at in unnamed if not text[at].isspace()]
    small = sum(c.islower() for c in letters)
    return len(letters) >= 20 and 10 * controls < len(letters) and 2 * small > len(letters)
