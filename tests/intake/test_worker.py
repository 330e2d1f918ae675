"""A worker process gives results and errors back, and none of its ends is the program's."""

from __future__ import annotations

import os
import time
from functools import partial
from typing import TYPE_CHECKING

import pytest

from desktop.intake.errors import Empty, Unreadable
from desktop.intake.worker import Cancelled, Limits, Worker, WorkerPool

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MEGABYTE = 1_000_000


def double(number: int) -> int:
    return 2 * number


def refuse() -> None:
    raise Empty("a.txt is empty.")


def fail() -> None:
    raise KeyError("x")


def crash() -> None:
    os.abort()


def hang() -> None:
    time.sleep(3600)


def swallow(size: int) -> int:
    return len(bytearray(size))


def nest() -> None:
    nest()


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    worker = Worker(Limits(seconds=20, memory=1500 * MEGABYTE))
    yield worker
    worker.close()


def test_a_result_comes_back_and_the_process_stays(worker: Worker) -> None:
    assert worker.run(double, 4, name="a.txt") == 8
    first = worker.run(os.getpid, name="a.txt")
    assert first == worker.run(os.getpid, name="a.txt") != os.getpid()


def test_an_error_of_a_reader_comes_back_as_it_is(worker: Worker) -> None:
    with pytest.raises(Empty, match=r"^a\.txt is empty\.$"):
        worker.run(refuse, name="a.txt")


@pytest.mark.parametrize(
    ("function", "sentence"),
    [
        (fail, r"^a\.pdf cannot be read: its reader failed \(KeyError\)\. Please report this\.$"),
        (nest, r"^a\.pdf cannot be read: it is nested too deeply\.$"),
        (crash, r"^a\.pdf cannot be read: it made its reader crash\. Nothing of it was added\.$"),
    ],
)
def test_a_reader_that_fails_gives_a_sentence_and_the_next_file_is_read(
    worker: Worker, function: object, sentence: str
) -> None:
    with pytest.raises(Unreadable, match=sentence):
        worker.run(function, name="a.pdf")  # type: ignore[arg-type]
    assert worker.run(double, 1, name="b.pdf") == 2


def test_a_reader_that_asks_for_too_much_memory_is_refused_it(worker: Worker) -> None:
    with pytest.raises(Unreadable, match=r"takes more memory than one file may have\.$"):
        worker.run(swallow, 4000 * MEGABYTE, name="a.pdf")
    assert worker.run(double, 1, name="b.pdf") == 2


def test_a_reader_that_hangs_is_stopped_at_its_limit() -> None:
    worker = Worker(Limits(seconds=0.5))
    with pytest.raises(Unreadable, match=r"^a\.pdf cannot be read: its reader was stopped after 0\.5 seconds\."):
        worker.run(hang, name="a.pdf")
    worker.close()


def test_a_reader_is_stopped_when_the_user_cancels(worker: Worker) -> None:
    with pytest.raises(Cancelled):
        worker.run(hang, name="a.pdf", cancelled=lambda: True)
    assert worker.run(double, 1, name="b.pdf") == 2


def test_processes_that_were_started_ahead_do_the_work_whatever_they_could_not_load() -> None:
    def job(number: int, worker: Callable[[], Worker]) -> tuple[int, int]:
        return worker().run(double, number, name="a.txt"), worker().run(os.getpid, name="a.txt")

    with WorkerPool(2).start(["json", "desktop.no_such_module"]) as pool:
        done = list(pool.in_order(partial(job, number) for number in range(12)))
    assert [doubled for doubled, _ in done] == [2 * number for number in range(12)]
    assert 1 <= len({process for _, process in done}) <= 2
