"""Type-ahead in the list of articles: which row has the headline that begins with what is being typed."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping, Sequence

    from desktop.desk.open_desk import Desk
    from desktop.ui.articles.arrangement import Place
    from desktop.ui.articles.model import ArticleModel
    from desktop.ui.session.session import Session

_TURN = 0.008  # seconds of looking, then keys and the mouse come first
_AT_ONCE = 2000  # rows between two looks at the clock
_MARKS = "‘’“”„«»\"' "  # a headline begins behind them


class TypeAhead(QObject):
    """Takes letters as they are typed, and looks for the row without holding the window up.

    Signals: found(int): the row
    """

    found = Signal(int)

    def __init__(self, session: Session, model: ArticleModel) -> None:
        super().__init__(model)
        self._session = session
        self._model = model
        self._typed = ""
        self._last = 0.0  # when the last letter came, in seconds
        self._looking: Generator[None, None, int] | None = None
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self._turn)

    @property
    def typing(self) -> bool:
        """Letters were typed just now, and a space would belong to them."""
        return bool(self._typed) and time.monotonic() - self._last < QApplication.keyboardInputInterval() / 1000

    def stop(self) -> None:
        """Forget what was typed."""
        self._typed, self._looking = "", None
        self._turns.stop()

    def take(self, letters: str, row: int) -> None:
        """Look for what was typed so far and these letters, from the current row on and round."""
        self._typed = (self._typed if self.typing else "") + letters.casefold()
        self._last = time.monotonic()
        typed, start = self._typed.lstrip(), row
        if len(set(typed)) == 1:  # the same letter again and again goes from one headline to the next
            typed, start = typed[0], row + 1
        desk = self._session.desk
        if typed and desk is not None:
            self._looking = looking(desk, self._model.places, typed, start)
            self._turns.start()
            self._turn()

    def _turn(self) -> None:
        ends = time.monotonic() + _TURN
        try:
            while self._looking is not None and time.monotonic() < ends:
                next(self._looking)
        except StopIteration as ended:
            self._looking = None
            if ended.value >= 0:
                self.found.emit(ended.value)
        if self._looking is None:
            self._turns.stop()


def looking(desk: Desk, places: Sequence[Place], typed: str, start: int) -> Generator[None, None, int]:
    """Return the first row from `start` on, and round, whose headline begins with what was typed, else -1.

    `places` has what stands in each row; where no headline begins so, a word in one may.
    """
    yield from desk.reading_article_words()
    words: Mapping[Any, str] = desk.article_words()  # by article; a story or a lower version has none
    inside = -1
    for first, end in ((start, len(places)), (0, min(start, len(places)))):
        for part in range(first, end, _AT_ONCE):
            for row in range(part, min(part + _AT_ONCE, end)):
                headline = words.get(places[row], "").partition("\n")[0].lstrip(_MARKS)
                if headline.startswith(typed):
                    return row
                if inside < 0 and typed in headline and any(f"{mark}{typed}" in headline for mark in _MARKS):
                    inside = row
            yield
    return inside
