"""Menu of a place in a text: cut its paragraph as boilerplate, or bring back a hidden passage unfolded there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.text.display import shorten
from desktop.text.passages import paragraphs
from desktop.translation import tr
from desktop.ui.status_words import cut_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QMenu

    from desktop.domain import Version
    from desktop.ui.compare.panes.text_pane import TextPane
    from desktop.ui.session.session import Session

_WORDS = 30  # code points of a paragraph in its entry


def extend_menu(
    session: Session, versions: Mapping[str, Version], pane: TextPane, menu: QMenu, place: tuple[int, int]
) -> None:
    """Add what can be done with the paragraph, or the hidden passage, at a place of a pane; nothing between them."""
    source = pane.page.source(*place)
    version = versions.get(source[0]) if source is not None else None
    if source is None or version is None:
        return
    cut = next((cut for cut in version.cuts if not cut.restored and cut.span.contains(source[1])), None)
    if cut is not None:
        words, act = tr("Bring back: {why}", why=cut_words(cut.why)), partial(session.show_passage, version, cut.span)
    else:
        inside = (span for span in paragraphs(version.text, version.hidden) if span.start <= source[1] <= span.end)
        span = next(inside, None)
        if span is None:
            return
        what = shorten(" ".join(span.of(version.text).split()), _WORDS)
        words = tr("Cut paragraph as boilerplate: “{words}”", words=what)
        act = partial(session.hide_passage, version, span)
    menu.addSeparator()
    action = menu.addAction(words.replace("&", "&&"))
    action.setObjectName("text-cut")
    action.setEnabled(session.writable)
    action.triggered.connect(act)
