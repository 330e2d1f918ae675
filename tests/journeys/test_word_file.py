"""A Word file with tracked changes, added in the window: two versions of one article, and the change between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.text.changes import Kind
from tests.intake.docx.files import deleted, docx, inserted, p, r
from tests.journeys.window_driver import choose_file, messages, open_sample, press
from tests.ui.compare.screen import panes

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window.main_window import MainWindow


def letter(folder: Path) -> Path:
    paragraph = r("“We will ") + deleted("never ") + inserted("always ") + r("open the dam,” said Mayor Ann Kirby.")
    note = "<w:r><w:footnoteReference w:id='2'/></w:r>"
    path = folder / "letter.docx"
    path.write_bytes(
        docx(
            p(r("Dam opens in Millbrook")) + p(paragraph) + p(r("It cost $5"), note, r(" million.")),
            footnotes=f"<w:footnotes><w:footnote w:id='2'>{p(r('Without tax.'))}</w:footnote></w:footnotes>",
        )
    )
    return path


def test_its_two_versions_and_their_one_change(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = letter(tmp_path)
    open_sample(qtbot, window)
    desk = window.session.desk
    assert desk is not None
    press(window, "Ctrl+I")
    choose_file(qtbot, window, "add-files", path)
    qtbot.waitUntil(lambda: "1 new version" in messages(window))
    article = next(each for each in desk.articles() if each.metadata.title == "Dam opens in Millbrook")
    newest, oldest = (desk.version(info.id) for info in desk.versions(article.id))
    assert "“We will never open the dam,”" in oldest.text
    assert "“We will always open the dam,”" in newest.text
    assert desk.original(newest.id) == path.read_bytes()
    window.session.pair.compare(oldest.id, newest.id)
    qtbot.waitUntil(lambda: window.session.pair.comparison is not None)
    comparison = window.session.pair.comparison
    assert comparison is not None
    assert comparison.kind is Kind.VERSIONS
    assert [(change.a.of(oldest.text), change.b.of(newest.text)) for change in comparison.changes] == [
        ("never", "always")
    ]
    assert window.bench is not None
    first, second = panes(window.bench.centre.compare)
    for pane, word in ((first, "never"), (second, "always")):
        assert [block.text for block in pane.page.blocks if block.text] == [
            "Dam opens in Millbrook",
            f"“We will {word} open the dam,” said Mayor Ann Kirby.",
            "It cost $5 million.",
            "▸ 1 hidden: footnote",
        ]
