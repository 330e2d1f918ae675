"""The command line says when a desk could not be backed up, and the mark stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.desk.open_desk import Desk
from desktop.domain import Status

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_a_backup_that_could_not_be_made_is_said_and_the_mark_stays(run: Run, desk: Path) -> None:
    (desk.parent / f"{desk.stem} backups").write_text("a file where the folder should be", encoding="utf-8")
    with Desk.open(desk, read_only=True) as opened:
        quote = opened.quotes(opened.articles()[0].newest)[0].id
    result = run("mark", desk, quote, "verified", "--checker", "Ada")
    assert result.code == 0
    assert "folder for backups cannot be made" in result.err
    with Desk.open(desk, read_only=True) as opened:
        assert opened.quote(quote).status is Status.VERIFIED
