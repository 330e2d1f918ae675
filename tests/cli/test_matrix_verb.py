"""The matrix verb names the quotes that report one utterance, the same in every form of output."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from desktop import assets

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

SEEDS = assets.seeds()


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    paths = tmp_path / "post_1.txt", tmp_path / "times_1.txt"
    for path, bridge in zip(paths, ("the old bridge at once", "the old bridge at once, all of it"), strict=True):
        words = f"The bridge is closed\n\n“We had to close {bridge},” said Ida Holm, the mayor.\n"
        path.write_text(words, encoding="utf-8")
    return paths


def test_pairs_name_texts_and_code_points(run: Run) -> None:
    found = run("matrix", *SEEDS, "--format", "json").json
    texts = {seed.name[:3]: seed.read_bytes().decode() for seed in SEEDS}
    assert found["pairs"]
    assert found["statements"]
    for pair in found["pairs"]:
        assert pair["band"] in {"grouped", "suggested", "other speaker", "other occasion"}
        for name, start, end in (pair["a"], pair["b"]):
            assert 0 <= start < end <= len(texts[name])


def test_quotes_of_one_utterance_stand_in_one_row(run: Run, pair: tuple[Path, Path]) -> None:
    rows = list(csv.reader(io.StringIO(run("matrix", *pair, "--format", "csv").out)))
    assert rows[0] == ["Statement", "Speaker", "post", "times"]
    assert len(rows) == 2
    assert "—" not in rows[1]
    assert [p["band"] for p in run("matrix", *pair, "--format", "json").json["pairs"]] == ["grouped"]
    assert run("matrix", *pair).out.startswith("1 statement in 2 texts")


def test_a_desk_gives_the_quotes_of_its_story(run: Run, desk: Path) -> None:
    of_desk = run("matrix", desk, "--format", "json").json
    of_files = run("matrix", *SEEDS, "--format", "json").json
    assert len(of_desk["statements"]) == len(of_files["statements"])
    assert [s["text"] for s in of_desk["statements"]][:1] == [s["text"] for s in of_files["statements"]][:1]


def test_texts_of_one_name_are_told_apart(run: Run, pair: tuple[Path, Path], tmp_path: Path) -> None:
    again = tmp_path / "post_2.txt"
    again.write_bytes(pair[1].read_bytes())
    header = next(csv.reader(io.StringIO(run("matrix", pair[0], again, "--format", "csv").out)))
    assert header[2:] == ["post", "post (2)"]


def test_several_stories_ask_which_one(run: Run, desk: Path, pair: tuple[Path, Path]) -> None:
    run("add", desk, *pair, "--story", "The bridge")
    refused = run("matrix", desk)
    assert (refused.code, refused.out) == (1, "")
    assert "--story" in refused.err
    assert "bridge" in run("matrix", desk, "--story", "The bridge").out


def test_cells_cannot_run_in_a_spreadsheet(run: Run, tmp_path: Path) -> None:
    odd = tmp_path / "a.txt"
    odd.write_text("The sum\n\n“=1+1 is what we were told to write,” said Ida Holm, the mayor.\n", encoding="utf-8")
    rows = list(csv.reader(io.StringIO(run("matrix", odd, odd, "--format", "csv").out)))
    assert rows[1][0].startswith("'=1+1")


def test_what_cannot_be_read_is_said(run: Run, pair: tuple[Path, Path], tmp_path: Path) -> None:
    result = run("matrix", *pair, tmp_path / "missing.txt")
    assert result.code == 1
    assert "missing.txt" in result.err
    assert "2 texts" in result.out
