"""What a source states about a version, and the places it names, stay with it: on the disk and in a merge."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.domain import Anchor, AnchorKind, Fact, VersionDetail
from tests.store.desks import assert_sound, prepared

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.desk.prepare import Prepared

DETAIL = VersionDetail(
    (Fact("title", "“Never” – again", "og:title"), Fact("captured", "2022-09-01T10:00:00Z", "web archive")),
    (Anchor(0, AnchorKind.PAGE, "i"), Anchor(3, AnchorKind.SPEAKER, "Ann Lee"), Anchor(3, AnchorKind.TIME, "0:00:01")),
)


def detailed(text: str = "“We will,” said Ann Lee.") -> Prepared:
    plain = prepared(text)
    return replace(plain, capture=replace(plain.capture, facts=DETAIL.facts, anchors=DETAIL.anchors))


def test_it_is_there_after_a_restart_and_with_other_desks(tmp_path: Path) -> None:
    path, other = tmp_path / "a.desk", tmp_path / "b.desk"
    with Desk.create(path) as desk:
        version = desk.add(detailed()).version_id
        plain = desk.add(prepared("“No,” said Bo Roe.")).version_id
    with Desk.open(path, read_only=True) as desk:
        assert desk.version_detail(version) == DETAIL
        assert desk.version_detail(plain) == VersionDetail()
    with Desk.create(other) as desk:
        desk.merge(path)
        [merged] = [a for a in desk.articles() if desk.version_detail(a.newest).facts]
        assert desk.version_detail(merged.newest) == DETAIL
        assert_sound(desk)


def test_two_desks_with_one_text_come_to_the_same_in_either_order(tmp_path: Path) -> None:
    contents = []
    for first, second in (("a", "b"), ("b", "a")):
        folder = tmp_path / first
        folder.mkdir()
        for name in ("a", "b"):
            with Desk.create(folder / f"{name}.desk") as desk:
                desk.add(detailed() if name == "a" else prepared("“We will,” said Ann Lee."))
        with Desk.open(folder / f"{first}.desk") as desk:
            desk.merge(folder / f"{second}.desk")
            assert_sound(desk)
            contents.append([desk.version_detail(article.newest) for article in desk.articles()])
    assert contents[0] == contents[1]
    assert len(contents[0]) == 1


@pytest.mark.parametrize("statement", ["UPDATE version_detail SET facts = '[]'", "DELETE FROM version_detail"])
def test_it_is_never_changed(tmp_path: Path, statement: str) -> None:
    with Desk.create(tmp_path / "a.desk") as desk:
        desk.add(detailed())
        with pytest.raises(sqlite3.IntegrityError), desk._db.transaction():
            desk._db.write(statement)


def test_a_changed_detail_is_found_by_the_check(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "a.desk") as desk:
        desk.add(detailed())
        for trigger in ("version_detail_is_never_changed", "version_detail_is_never_deleted"):
            desk._db._db.execute(f"DROP TRIGGER {trigger}")
        desk._db._db.execute("UPDATE version_detail SET anchors = '[]'")
        assert not desk.check().sound
