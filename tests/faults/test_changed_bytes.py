"""A short version of `python -m tests.faults bytes`."""

from __future__ import annotations

from pathlib import Path

from tests.faults.changed_bytes import change_bytes
from tests.store.desks import quick_folder


def test_a_changed_byte_of_a_log_a_bundle_or_a_desk_is_found_or_changes_nothing() -> None:
    with quick_folder() as folder:
        tally = change_bytes(Path(folder), 24, seed=5, shares=400)
    assert tally.unseen == []
    assert min(tally.log, tally.made_to_fit, tally.events, tally.bundle, tally.desk) > 0
