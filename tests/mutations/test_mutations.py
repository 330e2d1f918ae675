"""Every mutation still applies: its text stands once in its file, and its test is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.mutations.mutation import ROOT, Fate, Mutation, mutated, run_test, try_mutation
from tests.mutations.rooms import ROOMS
from tests.store.desks import quick_folder

ALL = [mutation for mutations in ROOMS.values() for mutation in mutations]


def test_every_mutation_applies() -> None:
    sources = {mutation.file: (ROOT / mutation.file).read_text(encoding="utf-8") for mutation in ALL}
    for mutation in ALL:
        mutated(mutation, sources[mutation.file])


def test_every_test_that_must_fail_is_there() -> None:
    for mutation in ALL:
        for node in mutation.test.split():
            file, _, name = node.partition("::")
            assert (ROOT / file).exists(), node
            assert f"def {name.partition('[')[0]}(" in (ROOT / file).read_text(encoding="utf-8") if name else True, node


def test_no_mutation_is_there_twice() -> None:
    assert len({(mutation.file, mutation.old, mutation.new) for mutation in ALL}) == len(ALL)


def test_a_text_that_is_not_there_once_does_not_apply() -> None:
    with pytest.raises(ValueError, match="0 times"):
        mutated(Mutation("law", "x.py", "is not there", "", ""), "nothing")
    with pytest.raises(ValueError, match="2 times"):
        mutated(Mutation("law", "x.py", "a", "b", ""), "a = a")


@pytest.mark.parametrize(("new", "fate"), [("x = 2", Fate.NOTICED), ("x = 1 + 0", Fate.SURVIVED), ("x =", Fate.BROKEN)])
def test_what_a_test_notices_is_told_from_what_it_does_not(new: str, fate: Fate) -> None:
    with quick_folder() as folder:
        (Path(folder) / "x.py").write_text("x = 1\n")
        (Path(folder) / "test_x.py").write_text("from x import x\n\n\ndef test_x():\n    assert x == 1\n")
        mutation = Mutation("x is one", "x.py", "x = 1", new, "test_x.py::test_x")
        assert try_mutation(Path(folder), mutation, lambda _: True).fate is fate
        assert (Path(folder) / "x.py").read_text() == "x = 1\n"


def test_a_test_that_fails_as_it_is_notices_nothing() -> None:
    with quick_folder() as folder:
        (Path(folder) / "x.py").write_text("x = 1\n")
        (Path(folder) / "test_x.py").write_text("from x import x\n\n\ndef test_x():\n    assert x == 3\n")
        mutation = Mutation("x is one", "x.py", "x = 1", "x = 2", "test_x.py::test_x")
        passes = lambda test: run_test(Path(folder), test)[0] == 0  # noqa: E731
        assert try_mutation(Path(folder), mutation, passes).fate is Fate.BROKEN
