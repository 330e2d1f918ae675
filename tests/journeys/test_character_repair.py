"""A text whose quotation marks were misread before it was saved is repaired as a new version with its quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.desk.open_desk import Desk
from desktop.desk.read_again import REPAIRED
from tests.journeys.window_driver import messages, open_sample
from tests.store.desks import prepared

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.window.main_window import MainWindow

MISREAD = "The harbour\n\nâ€œWe will close it,â€ Ann Lee said. â€œIt isnâ€™t safe.â€"


def test_the_repaired_version_stands_beside_the_one_that_came(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    session = window.session
    assert session.desk is not None
    added = session.desk.add(prepared(MISREAD), story=session.desk.stories()[0].id)
    session.articles_changed.emit()
    session.pair.show(added.version_id)
    qtbot.waitUntil(lambda: window.bench is not None and window.bench.articles.current_version() == added.version_id)
    window.actions_["repair_characters"].trigger()
    path = session.desk.path
    session.close_desk()
    with Desk.open(path, read_only=True) as desk:
        new, old = (desk.version(info.id) for info in desk.versions(added.article_id))
        assert old.text == MISREAD
        assert [quote.text for quote in desk.quotes(new.id)] == ["We will close it,", "It isn’t safe."]
        assert new.info.extractor.endswith(REPAIRED)
        assert desk.original(new.id) == desk.original(old.id)


def test_a_sound_text_needs_no_repair(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    window.actions_["repair_characters"].trigger()
    assert "No character of this text looks misread." in messages(window)
