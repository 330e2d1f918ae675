"""Settings of a checker: what they are before anything was chosen, that they last, and that odd values do no harm."""

from __future__ import annotations

from pathlib import Path

from desktop.ui.settings import Settings


def test_what_nobody_has_chosen(tmp_path: Path) -> None:
    found = Settings(tmp_path / "a.ini", tmp_path)
    assert (found.checker, found.scheme, found.language, found.zoom) == ("", "system", "system", 100)
    assert (found.one_colour, found.allow_private, found.dialogues) == (False, False, False)
    assert (found.recent, found.last_desk, found.publisher) == ([], None, ("", ""))
    assert found.state("window").isEmpty()


def test_what_was_chosen_is_there_at_the_next_start(tmp_path: Path) -> None:
    first = Settings(tmp_path / "a.ini", tmp_path)
    first.checker, first.zoom, first.one_colour = "  Ada Brink ", 150, True
    first.publisher = ("Harbour Post", "https://example.org")
    first.last_desk = tmp_path / "ä , b.desk"
    first.save()
    again = Settings(tmp_path / "a.ini", tmp_path)
    assert (again.checker, again.zoom, again.one_colour) == ("Ada Brink", 150, True)
    assert again.publisher == ("Harbour Post", "https://example.org")
    assert again.last_desk == tmp_path / "ä , b.desk"


def test_a_size_out_of_reason_or_no_number_at_all_does_no_harm(tmp_path: Path) -> None:
    found = Settings(tmp_path / "a.ini", tmp_path)
    found.zoom = 1000
    assert found.zoom == 300
    found.set_text("look/zoom", "large")
    assert found.zoom == 100


def test_desks_opened_lately_stand_once_each_newest_first_and_follow_when_they_move(tmp_path: Path) -> None:
    found = Settings(tmp_path / "a.ini", tmp_path)
    for number in (*range(12), 5):
        found.remember_desk(Path(f"/desks/{number}.desk"))
    assert [path.stem for path in found.recent] == ["5", "11", "10", "9", "8", "7", "6", "4", "3", "2"]
    found.last_desk = Path("/desks/5.desk")
    found.desks_moved({Path("/desks/5.desk"): Path("/new/five.desk")})
    assert (found.recent[0], found.last_desk) == (Path("/new/five.desk"), Path("/new/five.desk"))
    found.forget_desk(Path("/new/five.desk"))
    assert found.recent[0] == Path("/desks/11.desk")
    found.forget_desks()
    assert found.recent == []
