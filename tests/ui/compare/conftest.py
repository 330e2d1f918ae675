"""The compare view on the sample desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.text.changes import Kind
from desktop.ui.compare.view import CompareView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.session.session import Session


@pytest.fixture
def view(qtbot: QtBot, session: Session) -> CompareView:
    session.pair.set_kind(Kind.VERSIONS)
    view = CompareView(session)
    qtbot.addWidget(view)
    view.resize(760, 700)
    with qtbot.waitExposed(view):
        view.show()
    return view
