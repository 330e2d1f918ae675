"""The self-check of an installation tells a working window from one that lacks a part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.app.self_check import check_window, icon_trouble

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from PySide6.QtWidgets import QApplication


_PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


def test_a_working_installation_passes(qapp: QApplication, capsys: pytest.CaptureFixture[str]) -> None:
    assert check_window(qapp) == 0
    assert capsys.readouterr().err == "Verbatim: the sample opens, compares, paints and prints.\n"


def test_an_icon_that_is_not_drawn_is_named(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "good.svg").write_text(_PICTURE.format('<circle r="5"/>'))
    assert icon_trouble(tmp_path) == ""
    (tmp_path / "gone.svg").write_text(_PICTURE.format(""))
    assert icon_trouble(tmp_path) == "Verbatim: the icon gone.svg is not drawn."
