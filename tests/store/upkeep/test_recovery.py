from __future__ import annotations

import random
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.desk.backups import recover
from desktop.desk.open_desk import Desk
from desktop.domain import Attribution, Draft, MarkChange, Status
from desktop.store.errors import Damaged, Exists, NotOurs
from tests.store.desks import TEXT, Ticking, assert_sound, prepared, quick_folder
from tests.store.upkeep.test_integrity import tamper
from tests.store.upkeep.test_merge import content, hashes

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def whole() -> Iterator[Path]:
    """A desk of some size: 60 articles, 240 quotes, 360 marks."""
    with quick_folder() as folder:
        path = Path(folder) / "whole.desk"
        with Desk.create(path, clock=Ticking()) as desk:
            for number in range(60):
                added = desk.add(prepared(TEXT.replace("nine", f"{number} or so"), title=f"T{number}"), checker="Kim")
                ids = [quote.id for quote in desk.quotes(added.version_id)]
                desk.mark(ids, MarkChange(Status.VERIFIED, note=f"tape {number}"), checker="Kim")
                desk.mark(ids[:2], MarkChange(Status.DISPUTED), checker="Lee")
            desk.corrections.attribute(ids[:1], Attribution(person="Ann"))
            desk.save_draft(Draft(ids[0], "half", ""))
        yield path


@pytest.fixture
def path(whole: Path, tmp_path: Path) -> Path:
    shutil.copy(whole, tmp_path / "one.desk")
    return tmp_path / "one.desk"


def test_a_whole_desk_is_recovered_whole(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    result = recover(path, tmp_path / "new.desk")
    assert (result.articles, result.quotes, result.marks, result.lost) == (60, 240, 360, [])
    with Desk.open(path) as old, Desk.open(tmp_path / "new.desk") as new:
        assert content(new) == content(old)
        assert new.uid != old.uid
        assert len(new.drafts()) == 1
        assert_sound(new)
    assert path.read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 2


def test_one_bad_sector_costs_next_to_nothing(path: Path, tmp_path: Path) -> None:
    content_ = path.read_bytes()
    chance, recovered = random.Random(7), []
    with Desk.open(path, read_only=True) as desk:
        all_marks = hashes(desk)
    for run in range(8):
        at = chance.randrange(8192, len(content_), 512)
        path.write_bytes(content_[:at] + b"\x00" * 512 + content_[at + 512 :])
        out = tmp_path / f"new {run}.desk"
        recover(path, out)
        with Desk.open(out) as desk:
            found = hashes(desk)
            assert found <= all_marks
            recovered.append(len(found) / len(all_marks))
    assert sorted(recovered)[len(recovered) // 2] >= 0.95
    assert min(recovered) >= 0.5


def test_a_changed_mark_is_left_out_and_told(path: Path, tmp_path: Path) -> None:
    tamper(path, "UPDATE mark SET status = 'unverified' WHERE number = 5")
    result = recover(path, tmp_path / "new.desk")
    assert "Mark 5 was changed and is left out." in result.lost
    with Desk.open(tmp_path / "new.desk") as desk:
        [finding] = desk.check().findings
        assert re.fullmatch(r"Missing: Mark 5 of the desk \w{8}\.", finding)


def test_a_lost_text_is_read_from_its_original_again(path: Path, tmp_path: Path) -> None:
    tamper(path, "DELETE FROM version_text WHERE version_id = 3")
    result = recover(path, tmp_path / "new.desk")
    assert result.lost == []
    with Desk.open(tmp_path / "new.desk") as desk:
        assert_sound(desk)


def test_where_text_and_original_are_lost_the_quotes_stand_among_gaps(path: Path, tmp_path: Path) -> None:
    tamper(path, "DELETE FROM version_text WHERE version_id = 3", "DELETE FROM original WHERE id = 3")
    result = recover(path, tmp_path / "new.desk")
    assert ["The text of version 3" in one for one in result.lost] == [True]
    with Desk.open(tmp_path / "new.desk") as desk:
        version = desk.version(desk.articles()[2].newest)
        assert "▒▒Nobody asked us,▒▒" in version.text
        assert desk.article_list.counts().total == 240


def test_lost_entries_are_made_anew(path: Path, tmp_path: Path) -> None:
    tamper(path, "DELETE FROM entry WHERE number < 30", "DELETE FROM story WHERE id IN (2, 40)")
    result = recover(path, tmp_path / "new.desk")
    assert result.marks == 360
    with Desk.open(tmp_path / "new.desk") as desk:
        assert len(desk.articles()) == 60
        assert all("Entry" in one for one in desk.check().findings)


HOSTILE = [
    "CREATE TRIGGER t AFTER INSERT ON mark BEGIN UPDATE quote_now SET marks = 0; END",
    "CREATE VIEW v AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x FROM c) SELECT x FROM c",
    "CREATE TABLE more (a, b GENERATED ALWAYS AS (a || hex(zeroblob(9))))",
    "CREATE VIRTUAL TABLE f USING fts5 (x)",
]


@pytest.mark.parametrize("statement", HOSTILE)
def test_a_doctored_desk_opened_as_data_only_gives_its_rows_and_no_more(
    path: Path, tmp_path: Path, statement: str
) -> None:
    tamper(path, statement)
    with pytest.raises(NotOurs, match="data only"):
        Desk.open(path)
    result = recover(path, tmp_path / "new.desk")
    assert (result.marks, result.lost) == (360, [])
    with Desk.open(tmp_path / "new.desk") as desk:
        assert_sound(desk)


def test_a_table_that_computes_what_it_says_is_not_read(path: Path, tmp_path: Path) -> None:
    endless = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x FROM c) SELECT x, x, x FROM c"
    tamper(path, "DROP TABLE draft", "CREATE TABLE draft (quote_id, note, evidence GENERATED ALWAYS AS (hex(note)))")
    with pytest.raises(NotOurs, match="computes"):
        recover(path, tmp_path / "new.desk")
    tamper(path, "DROP TABLE draft", f"CREATE VIEW draft (quote_id, note, evidence) AS {endless}")
    with pytest.raises(NotOurs, match="computes"):
        recover(path, tmp_path / "new.desk")
    assert not (tmp_path / "new.desk").exists()


def test_recovering_over_a_file_or_out_of_nothing_is_refused(path: Path, tmp_path: Path) -> None:
    with pytest.raises(Exists):
        recover(path, path)
    (tmp_path / "x.desk").write_bytes(b"nothing of a desk")
    with pytest.raises(Damaged):
        recover(tmp_path / "x.desk", tmp_path / "new.desk")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["one.desk", "x.desk"]


@pytest.mark.parametrize("left", [0.7, 0.9])
def test_of_a_desk_that_was_cut_off_what_is_left_is_recovered(path: Path, tmp_path: Path, left: float) -> None:
    with Desk.open(path, read_only=True) as desk:
        all_marks = hashes(desk)
    content_ = path.read_bytes()
    path.write_bytes(content_[: int(len(content_) * left)])
    recover(path, tmp_path / "new.desk")
    with Desk.open(tmp_path / "new.desk") as desk:
        assert desk.articles()
        assert hashes(desk) <= all_marks


def test_a_desk_whose_list_of_tables_is_lost_is_recovered_with_that_of_a_fresh_one(path: Path, tmp_path: Path) -> None:
    content_ = path.read_bytes()
    path.write_bytes(content_[:100] + bytes(4096 - 100) + content_[4096:])
    result = recover(path, tmp_path / "new.desk")
    assert result.marks == 360
    with Desk.open(tmp_path / "new.desk") as desk:
        assert desk.check().sound


def test_articles_that_are_lost_are_made_anew_of_their_versions(path: Path, tmp_path: Path) -> None:
    with Desk.open(path, read_only=True) as desk:
        before = content(desk)["articles"]
    tamper(path, "DELETE FROM article WHERE id > 10")
    result = recover(path, tmp_path / "new.desk")
    assert (result.articles, result.marks) == (60, 360)
    with Desk.open(tmp_path / "new.desk") as desk:
        assert content(desk)["articles"] == before


def test_a_text_that_was_changed_is_read_from_its_original_again(path: Path, tmp_path: Path) -> None:
    with Desk.open(path, read_only=True) as desk:
        texts = [desk.version(article.newest).text for article in desk.articles()]
    tamper(path, "UPDATE version_text SET text = replace(text, 'Nobody', 'Anybody') WHERE version_id = 3")
    recover(path, tmp_path / "new.desk")
    with Desk.open(tmp_path / "new.desk") as desk:
        assert [desk.version(article.newest).text for article in desk.articles()] == texts


def test_a_quote_is_kept_though_the_one_that_it_followed_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "two.desk"
    with Desk.create(path, clock=Ticking()) as desk:
        added = desk.add(prepared())
        later = desk.add(prepared(TEXT.replace("Monday", "Friday")), article=added.article_id)
        lost, expected = desk.quotes(added.version_id)[1], len(desk.quotes(later.version_id))
    tamper(path, f"DELETE FROM quote WHERE id = {lost.id}")
    recover(path, tmp_path / "new.desk")
    with Desk.open(tmp_path / "new.desk") as desk:
        assert len(desk.quotes(desk.articles()[0].newest)) == expected
