"""The canonical form of a record and its hash, which every desk and every checker of a log reckons alike."""

from __future__ import annotations

from datetime import UTC, datetime

from desktop.store.records.chain import canonical, digest, time_of


def test_the_form_is_json_with_sorted_keys_and_letters_as_they_are() -> None:
    record: dict[str, object] = {"b": 1, "a": "“é”", "c": {"z": None, "y": [True]}}
    assert canonical(record) == '{"a":"“é”","b":1,"c":{"y":[true],"z":null}}'.encode()
    assert digest(record) == "fbe5e5cbaacb4305e818321f1f4bcaeccdc2be576d44b7248aeefe0aa6215acf"


def test_the_order_of_keys_does_not_count_and_every_value_does() -> None:
    assert digest({"a": 1, "b": 2}) == digest({"b": 2, "a": 1})
    assert len({digest({"a": value}) for value in (1, "1", 1.5, None, True, [1])}) == 6


def test_a_time_that_was_damaged_is_long_ago() -> None:
    assert time_of("2026-03-04T12:00:00+00:00") == datetime(2026, 3, 4, 12, tzinfo=UTC)
    assert time_of("never") == datetime(1970, 1, 1, tzinfo=UTC)
