"""`check` verifies events and bundles with and without their desk, and refuses what is none of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


@pytest.mark.parametrize("name", ["log.jsonl", "log.zip"])
def test_events_and_bundles_are_verified_and_compared_with_the_desk(
    run: Run, marked: Path, tmp_path: Path, name: str
) -> None:
    out = tmp_path / name
    assert run("export", marked, out).code == 0
    alone = run("check", out)
    assert (alone.code, "nothing wrong was found" in alone.out) == (0, True)
    assert "does not prove who made it" in alone.out
    run("mark", marked, "3", "verified", "--checker", "Bo")  # what came since is no difference
    assert run("check", marked, "--against", out).code == 0
    assert "takes a log and checks a desk" in run("check", out, "--against", out).err

    content = bytearray(out.read_bytes())
    content[-40] ^= 1
    out.write_bytes(content)
    assert run("check", out).code == 1
    assert run("check", marked, "--against", out).code == 1


def test_a_desk_that_lacks_what_its_events_say_is_told(run: Run, marked: Path, tmp_path: Path) -> None:
    run("export", marked, tmp_path / "log.jsonl")
    run("add", tmp_path / "other.desk", tmp_path / "none.txt")
    found = run("check", tmp_path / "other.desk", "--against", tmp_path / "log.jsonl")
    assert found.code == 1
    assert "is in the log but not in the desk" in found.out


def test_reviews_of_claims_name_their_publisher_or_are_refused(run: Run, marked: Path, tmp_path: Path) -> None:
    out = tmp_path / "claims.jsonld"
    refused = run("export", marked, out, "--format", "claimreview")
    assert (refused.code, "--publisher" in refused.err, out.exists()) == (1, True, False)
    result = run(
        "export",
        marked,
        out,
        "--format",
        "claimreview",
        "--publisher",
        "Desk",
        "--publisher-url",
        "https://example.org",
    )
    assert result.code == 0
    assert "ClaimReview" in out.read_text()
