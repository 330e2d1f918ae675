"""Benchmark of a whole story held against its sources in the background: how long it takes, how free the window is.

`pytest tests/benchmarks/test_story_in_sources.py -s` prints the figures: 50 articles, 800 quotes, 20 sources.
"""

from __future__ import annotations

import time
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer

from desktop.desk.open_desk import Desk
from desktop.desk.prepare import prepare
from desktop.domain import SourceDetails, SourceKind
from desktop.intake.reading import read_path
from desktop.ui.session.session import Session
from desktop.ui.settings import Settings
from tests.benchmarks.test_source_search_speed import Speaker

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.domain import ArticleId, StoryId

_ARTICLES, _QUOTES, _SOURCES, _WORDS = 50, 16, 20, 8_000


def _story(folder: Path) -> Path:
    """Make a desk with the story; half of the quotes stand in its sources."""
    speaker, path = Speaker(3), folder / "story.desk"
    speeches = [speaker.words(_WORDS) for _ in range(_SOURCES)]
    with Desk.create(path) as desk:
        story = desk.new_story("A long story").id
        for number in range(_ARTICLES):
            said = [
                " ".join(speaker.quote(speeches[(number + n) % _SOURCES] if n % 2 else speaker.words(200)))
                for n in range(_QUOTES)
            ]
            paragraphs = "\n\n".join(f"“{words},” said Ada Brink on Monday, in front of the harbour." for words in said)
            _add(desk, story, folder / f"article {number}.txt", f"The harbour, part {number}\n\n{paragraphs}\n")
        for number, speech in enumerate(speeches):
            lines = "\n\n".join(" ".join(speech[start : start + 80]) + "." for start in range(0, _WORDS, 80))
            source = _add(desk, story, folder / f"speech {number}.txt", f"Speech {number}\n\n{lines}\n")
            desk.name_source(source, SourceDetails(SourceKind.TRANSCRIPT))
    return path


def _add(desk: Desk, story: StoryId, path: Path, text: str) -> ArticleId:
    path.write_text(text, encoding="utf-8")
    return desk.add(prepare(read_path(path)), story=story).article_id


@pytest.mark.timeout(300)
def test_a_story_is_held_against_its_sources(qtbot: QtBot, tmp_path: Path) -> None:
    path = _story(tmp_path)
    session = Session(Settings(tmp_path / "verbatim.ini", tmp_path))
    ticks = [time.perf_counter()]
    heart = QTimer(interval=1)
    heart.timeout.connect(lambda: ticks.append(time.perf_counter()))
    session.open_desk(Desk.open(path))
    heart.start()
    begun, worked = time.perf_counter(), time.process_time()
    qtbot.waitUntil(lambda: bool(session.in_sources.found.searched), timeout=120_000)
    session.in_sources.hurry()
    qtbot.waitUntil(lambda: session.in_sources.complete, timeout=120_000)
    took, spent = time.perf_counter() - begun, time.process_time() - worked
    gaps = sorted(b - a for a, b in pairwise(ticks))
    found = session.in_sources.found
    print(
        f"\n{len(found.searched)} quotes, {len(found.sources)} sources, {len(found.places)} found: {took:.1f} s, of the"
        f" processor {spent:.1f} s; the window waited at most {1000 * gaps[-1]:.0f} ms,"
        f" p99 {1000 * gaps[int(len(gaps) * 0.99)]:.0f} ms"
    )
    assert len(found.places) > 0.4 * len(found.searched)
    session.close_desk()
