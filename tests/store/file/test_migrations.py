from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop.desk.open_desk import Desk
from desktop.domain import Counts, MarkChange, Status
from tests.store.desks import assert_sound

# One desk of every released schema, written by the program of that time; never written again.
OLD_DESKS = sorted((Path(__file__).parent / "fixtures").glob("schema-*.desk"))


@pytest.mark.parametrize("old", OLD_DESKS, ids=lambda path: path.stem)
def test_a_desk_of_every_released_schema_opens_and_goes_on(old: Path, tmp_path: Path) -> None:
    path = tmp_path / "old.desk"
    shutil.copy(old, path)
    with Desk.open(path) as desk:
        assert_sound(desk)
        assert desk.counts() == Counts(verified=2, disputed=1, unverified=3)
        quote = desk.story_quotes(desk.stories()[0].id)[0]
        assert desk.mark([quote.id], MarkChange(Status.DISPUTED), checker="Kim")[0].marks == quote.marks + 1
        assert_sound(desk)


def test_there_is_one_for_every_schema() -> None:
    assert [path.stem for path in OLD_DESKS] == ["schema-1"]
