"""Fixtures of the command line: a data folder of its own, a call of `main`, and a desk with the sample."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from desktop import assets
from desktop.cli.main import main
from desktop.desk.open_desk import Desk

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Result:
    """What a run of the program left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Result]


def spoil_other_versions(desk: Path, spared: Sequence[int]) -> None:
    """Make every version but these unreadable, so that a verb that reads more than it was asked for fails."""
    with closing(sqlite3.connect(desk)) as raw, raw:
        [guard] = raw.execute("SELECT sql FROM sqlite_master WHERE name = 'version_is_never_changed'").fetchone()
        raw.execute("DROP TRIGGER version_is_never_changed")
        raw.execute(
            "UPDATE version SET captured_at = 'never' WHERE id NOT IN (SELECT value FROM json_each(?))",
            (json.dumps(list(spared)),),
        )
        raw.execute(guard)


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the tests out of the folder of whoever runs them."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the program with these arguments, in this process."""

    def run_it(*arguments: object) -> Result:
        code = main([str(argument) for argument in arguments])
        return Result(code, *capsys.readouterr())

    return run_it


@pytest.fixture(scope="session")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "arms.desk"
    seeds = [str(seed) for seed in assets.seeds()]
    assert main(["add", str(path), *seeds, "--story", "Arms for Russia", "--checker", "Ada"]) == 0
    return path


@pytest.fixture
def desk(_made: Path, tmp_path: Path) -> Path:
    """A desk with the five sample articles in one story; a closed desk is one file, so a copy is a desk."""
    path = tmp_path / "arms.desk"
    shutil.copy(_made, path)
    return path


def quotes_of(desk: Path) -> list[Any]:
    with Desk.open(desk, read_only=True) as opened:
        return [quote for article in opened.articles() for quote in opened.quotes(article.newest)]


@pytest.fixture
def marked(run: Run, desk: Path) -> Path:
    """The same with four marks on three quotes."""
    for place, status in ((0, "verified"), (1, "disputed"), (0, "disputed"), (20, "verified")):
        quote = quotes_of(desk)[place]
        assert run("mark", desk, quote.id, status, "--note", f"note {place}", "--checker", "Ada").code == 0
    return desk
