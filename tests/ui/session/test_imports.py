"""Files, folders and pasted words come onto the desk; what cannot be read is named, the rest goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QSignalSpy

from desktop.desk.open_desk import Desk
from desktop.domain import AddOutcome, Metadata
from desktop.ui.session import imports
from tests.store.desks import assert_sound

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.session.imports import ImportReport
    from desktop.ui.session.session import Session


def run_import(qtbot: QtBot, session: Session, *paths: Path) -> ImportReport:
    with qtbot.waitSignal(session.imported, timeout=20_000) as caught:
        imports.import_paths(session, paths, None, None)
    report: ImportReport = caught.args[0]
    return report


def test_a_folder_with_broken_files_adds_the_others_and_names_the_broken(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    folder = tmp_path / "batch"
    folder.mkdir()
    for number in range(40):
        words = f"Town council meets again {number}\n\nThe mayor said “we will meet {number} times”, on Monday.\n"
        (folder / f"{number:03}.txt").write_text(words, encoding="utf-8")
    (folder / "100-empty.txt").write_bytes(b"")
    (folder / "101-picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 20)
    (folder / "102-program.txt").write_bytes(b"\x7fELF" + bytes(4000))
    report = run_import(qtbot, session, folder)
    assert len(report.of(AddOutcome.NEW_ARTICLE)) == 40
    assert sorted(name for name, _ in report.failed) == ["100-empty.txt", "101-picture.txt", "102-program.txt"]
    assert report.sentence() == "40 articles added, 3 files could not be read."


def test_the_same_article_twice_adds_nothing_and_says_so(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    assert session.desk is not None
    before = len(session.desk.articles())
    copy = tmp_path / "again.txt"
    copy.write_bytes(session.desk.original(session.desk.articles()[2].newest))
    report = run_import(qtbot, session, copy)
    assert [added.outcome for added in report.added] == [AddOutcome.SAME]
    assert len(session.desk.articles()) == before
    assert "already here" in report.sentence()


def test_a_single_file_that_cannot_be_read_is_named_with_the_reason(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    (tmp_path / "blank.txt").write_bytes(b"")
    assert run_import(qtbot, session, tmp_path / "blank.txt").sentence() == "blank.txt is empty."


def test_what_the_bytes_themselves_forbid_is_not_offered_again_what_may_come_back_is(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    (tmp_path / "blank.txt").write_bytes(b"")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    gone = tmp_path / "not-here.txt"
    report = run_import(qtbot, session, tmp_path / "blank.txt", tmp_path / "picture.txt", gone)
    assert len(report.failed) == 3
    assert report.again == [tmp_path / "blank.txt", gone]  # an empty file may still be on its way


def test_a_new_version_is_shown_beside_the_one_before_it(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    assert session.desk is not None
    article = session.desk.articles()[2]
    later = tmp_path / "later.txt"
    later.write_bytes(session.desk.original(article.newest).replace(b"very plausible", b"quite plausible"))
    with qtbot.waitSignal(session.imported, timeout=20_000):
        imports.import_paths(session, [later], article.story_id, article.id)
    assert session.pair.a is not None
    assert session.pair.b is not None
    assert (session.pair.a.id, session.pair.a.info.number) == (article.newest, 1)
    assert (session.pair.b.info.article_id, session.pair.b.info.number) == (article.id, 2)
    assert session.pair.listed is session.pair.b


def test_the_second_article_of_a_desk_is_shown_once_beside_the_first(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    session.open_desk(Desk.create(tmp_path / "new.desk"))
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(f"The {name} heron\n\nIt left the weir {name}.\n", encoding="utf-8")
    first = run_import(qtbot, session, tmp_path / "one.txt").added[0]
    changes = QSignalSpy(session.pair.changed)
    second = run_import(qtbot, session, tmp_path / "two.txt").added[0]
    pair = session.pair
    assert [pair.a and pair.a.id, pair.b and pair.b.id] == [second.version_id, first.version_id]
    assert pair.comparison is not None
    assert changes.count() == 1


def test_an_import_is_one_undo_step(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    assert session.desk is not None
    for number in (1, 2):
        (tmp_path / f"{number}.txt").write_text(f"Headline {number}\n\n“Quite so,” she said.\n", encoding="utf-8")
    run_import(qtbot, session, tmp_path / "1.txt", tmp_path / "2.txt")
    assert len(session.desk.articles()) == 7
    assert session.undo_stack.undoText() == "add 2 articles"
    session.undo_stack.undo()
    assert len(session.desk.articles()) == 5
    session.undo_stack.redo()
    assert len(session.desk.articles()) == 7


def test_pasted_words_take_what_the_checker_filled_in(qtbot: QtBot, session: Session) -> None:
    assert session.desk is not None
    with qtbot.waitSignal(session.imported):
        imports.import_text(session, "A headline\n\n“No,” he said.\n", Metadata(outlet="The Paper"), None, None)
    newest = session.desk.articles()[-1]
    assert (newest.metadata.outlet, newest.metadata.title) == ("The Paper", "A headline")


def test_long_pasted_words_are_read_in_the_background(qtbot: QtBot, session: Session) -> None:
    assert session.desk is not None
    long = "A headline\n\n" + "“No,” he said. Nobody answered him for a while.\n\n" * 1300
    with qtbot.waitSignal(session.imported, timeout=20_000) as signal:
        imports.import_text(session, long, Metadata(outlet="The Paper"), None, None)
        assert session.work is not None
    assert signal.args is not None
    assert signal.args[0].sentence() == "1 article added."
    newest = session.desk.articles()[-1]
    assert (newest.metadata.outlet, newest.metadata.title) == ("The Paper", "A headline")
    assert newest.counts.total == 1300
    qtbot.waitUntil(lambda: session.pair.comparison is not None, timeout=20_000)


def test_a_new_version_goes_under_its_article(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    assert session.desk is not None
    article = session.desk.articles()[2]
    later = tmp_path / "later.txt"
    later.write_text(session.desk.version(article.newest).text + "\nAn added line.\n", encoding="utf-8")
    with qtbot.waitSignal(session.imported, timeout=20_000):
        imports.import_paths(session, [later], None, article.id)
    assert session.desk.article(article.id).versions == 2
    assert session.pair.b is not None
    assert session.pair.b.info.number == 2


@pytest.fixture
def everything_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imports, "_LONG", 0)


@pytest.mark.usefixtures("everything_takes_long")
def test_what_takes_long_to_write_is_written_on_another_thread_one_by_one_and_told_of_once_it_is_there(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    assert session.desk is not None
    before = len(session.desk.articles())
    for number in range(5):
        words = f"Town council {number}\n\nThe mayor said “we will meet {number} times”, on Monday.\n"
        (tmp_path / f"{number}.txt").write_text(words, encoding="utf-8")
    (tmp_path / "9.txt").write_text("", encoding="utf-8")
    counts: list[int] = []
    session.articles_changed.connect(lambda: counts.append(len(session.desk.articles()) if session.desk else 0))
    report = run_import(qtbot, session, *(tmp_path / f"{number}.txt" for number in (0, 1, 2, 3, 4, 9)))
    assert report.sentence() == "5 articles added, 1 file could not be read."
    assert [added.title for added in report.added] == [f"Town council {number}" for number in range(5)]
    assert len({added.story_id for added in report.added}) == 1
    assert counts[:5] == [before + number for number in range(1, 6)]
    assert_sound(session.desk)
    session.undo_stack.undo()
    assert len(session.desk.articles()) == before


@pytest.mark.usefixtures("everything_takes_long")
def test_long_pasted_words_that_are_here_already_say_so(qtbot: QtBot, session: Session) -> None:
    assert session.desk is not None
    article = session.desk.articles()[0]
    text = session.desk.version(article.newest).text + "\n\nThe port was shut again." * 3_000
    for outcome in (AddOutcome.NEW_ARTICLE, AddOutcome.SAME):
        with qtbot.waitSignal(session.imported, timeout=20_000) as caught:
            imports.import_text(session, text, Metadata(title="Long"), None, None)
        assert [added.outcome for added in caught.args[0].added] == [outcome]
