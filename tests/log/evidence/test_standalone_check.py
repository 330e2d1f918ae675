"""Any single changed byte of a log or a bundle is found, by the program's check and by the file in the bundle alone."""

from __future__ import annotations

import io
import json
import os
import shutil
import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.desk.open_desk import Desk
from desktop.desk.stories.log_source import export_log
from desktop.domain import MarkChange, Status
from desktop.log.evidence import standalone_check
from desktop.log.evidence.bundle_file import BundleWriter
from desktop.log.evidence.standalone_check import (
    Report,
    check_bundle,
    check_events,
    check_file,
    check_folder,
    check_log,
)
from tests.store.desks import prepared

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = 'The mayor said: "We will close the bridge at once." Nobody answered. "It was unsafe," she added.'


@pytest.fixture(scope="module")
def logs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the same small desk as log.json, log.jsonl and log.zip."""
    folder = tmp_path_factory.mktemp("logs")
    with Desk.create(folder / "bridge.desk") as desk:
        added = desk.add(prepared(TEXT), checker="Ada")
        first, second = desk.quotes(added.version_id)
        desk.mark([first.id], MarkChange(Status.DISPUTED, reason="truncated", note="“shut”, שלום"), checker="Ada")
        desk.mark([first.id, second.id], MarkChange(Status.VERIFIED, evidence="https://example.org/a"), checker="Bo")
        for name in ("log.json", "log.jsonl", "log.zip"):
            export_log(desk, folder / name, name.rpartition(".")[2])
    return folder


def findings_of(content: bytes, check: Callable[..., object]) -> list[str]:
    report = Report()
    check(content if check is check_log else io.BytesIO(content), report)
    return report.findings


@pytest.mark.parametrize("name", ["log.json", "log.jsonl", "log.zip"])
def test_what_was_not_touched_is_found_right_and_says_what_it_does_not_prove(logs: Path, name: str) -> None:
    report = check_file(logs / name)
    assert report.findings == []
    assert report.checked
    assert "does not prove" in " ".join(standalone_check.NOT_PROVEN)


def changed(content: bytes, place: int) -> bytes:
    """Another byte in one place; letters change their case, which is easily overlooked."""
    byte = content[place]
    other = byte ^ 0x20 if chr(byte).isalpha() else byte ^ 0x01
    return content[:place] + bytes([other]) + content[place + 1 :]


@pytest.mark.parametrize(("name", "check"), [("log.json", check_log), ("log.jsonl", check_events)])
def test_every_single_byte_of_a_log_counts(logs: Path, name: str, check: Callable[..., object]) -> None:
    content = (logs / name).read_bytes()
    unseen = [place for place in range(len(content)) if not findings_of(changed(content, place), check)]
    assert unseen == []


def test_every_byte_of_a_bundle_that_is_no_content_counts_and_content_too(logs: Path) -> None:
    content = (logs / "log.zip").read_bytes()
    inside = set[int]()
    with zipfile.ZipFile(io.BytesIO(content)) as bundle:
        for info in bundle.infolist():
            start = info.header_offset + 30 + len(info.filename)
            if info.filename not in {"manifest.sha256", "bundle.sha256"}:
                inside.update(range(start, start + info.file_size))
    structure = [place for place in range(len(content)) if place not in inside]
    step = 1 if os.environ.get("HYPOTHESIS_PROFILE") == "nightly" else 97  # bytes; all of them take minutes
    places = [*structure, *range(0, len(content), step)]
    assert [place for place in places if not findings_of(changed(content, place), check_bundle)] == []


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_what_is_cut_out_put_in_or_swapped_is_found(logs: Path, data: st.DataObject) -> None:
    name, check = data.draw(st.sampled_from([("log.jsonl", check_events), ("log.zip", check_bundle)]))
    content = (logs / name).read_bytes()
    start = data.draw(st.integers(0, len(content) - 1))
    end = data.draw(st.integers(start, min(len(content), start + 400)))
    other = content[:start] + data.draw(st.binary(max_size=8)) + content[end:]
    assert other == content or findings_of(other, check)


def test_lines_that_are_taken_out_swapped_or_written_anew_break_the_chain_though_the_digest_fits(logs: Path) -> None:
    head, *lines = (logs / "log.jsonl").read_text("utf-8").splitlines()
    marks = [place for place, line in enumerate(lines) if '"status"' in line]
    first = json.loads(lines[marks[0]])
    first["record"]["status"] = "verified"
    rewritten = json.dumps(first, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    others = [
        [line for place, line in enumerate(lines) if place != marks[1]],
        [lines[marks[1]], lines[marks[0]], *lines[2:]],
        [rewritten, *lines[1:]],
        lines[:-1],
        [*lines, lines[-1]],
    ]
    for other in others:
        assert any("digest" not in finding for finding in findings_of(with_digest(head, other), check_events))
    assert findings_of(with_digest(head, lines), check_events) == []


def with_digest(head: str, lines: list[str]) -> bytes:
    """Somebody who can write the file can make its digest fit."""
    old = json.loads(head)["digest"]
    content = "\n".join([head.replace(old, "0" * 64), *lines, ""]).encode()
    return content.replace(b"0" * 64, standalone_check.digest_of([content]).encode(), 1)


def test_a_chain_that_was_cut_shows_only_against_the_end_that_the_head_names(logs: Path) -> None:
    head, *lines = (logs / "log.jsonl").read_text("utf-8").splitlines()
    [finding] = findings_of(with_digest(head, lines[:-1]), check_events)
    assert "ends with number" in finding


# -- the file in the bundle ------------------------------------------------------------------------------------------


def run_alone(folder: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the checker as a stranger would: isolated, without this program anywhere near."""
    command = [sys.executable, "-I", "-S", str(folder / "check.py"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False, timeout=60)


@pytest.fixture
def unpacked(logs: Path, tmp_path: Path) -> Path:
    shutil.unpack_archive(logs / "log.zip", tmp_path / "bundle")
    return tmp_path / "bundle"


def test_the_file_in_the_bundle_runs_alone_and_says_what_it_checked_and_what_that_does_not_prove(
    logs: Path, unpacked: Path
) -> None:
    for arguments in ((), (logs / "log.zip",), (unpacked / "log" / "events.jsonl",), (unpacked / "log" / "log.json",)):
        done = run_alone(unpacked, *arguments)
        assert (done.returncode, done.stderr) == (0, "")
        assert "checked: " in done.stdout
        assert "Nothing wrong was found." in done.stdout
        assert "does not prove who made it" in done.stdout


def test_the_file_in_the_bundle_finds_what_was_changed_in_the_folder(unpacked: Path) -> None:
    text = next((unpacked / "texts").iterdir())
    text.write_text(text.read_text("utf-8").replace("close", "shut "), "utf-8")
    (unpacked / "more.txt").write_text("put in")
    done = run_alone(unpacked)
    assert done.returncode == 1
    assert f"WRONG: The file texts/{text.name} was changed" in done.stdout
    assert "'more.txt' is not in the manifest" in done.stdout


def test_the_file_in_the_bundle_says_where_there_is_nothing_to_check(unpacked: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear editor")
    shutil.copy(unpacked / "check.py", tmp_path)
    for arguments in ((), (tmp_path / "letter.txt",), (tmp_path / "missing.zip",)):
        done = run_alone(tmp_path, *arguments)
        assert (done.returncode, done.stderr) == (2, "")
        assert done.stdout.startswith("There is nothing to check")


def test_the_checker_is_short_enough_to_be_read_and_needs_python_alone() -> None:
    source = Path(standalone_check.__file__).read_text("utf-8")
    assert len(source.splitlines()) < 600
    assert "desktop" not in source


# -- bundles that somebody else made ----------------------------------------------------------------------------------


def hostile(*files: tuple[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as bundle, pytest.MonkeyPatch.context() as patch:
        patch.setattr("warnings.warn", lambda *_, **__: None)  # of names that are there twice
        for name, content in files:
            bundle.writestr(zipfile.ZipInfo(name), content, compress_type=method)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (hostile(("../../evil.txt", b"x")), "has a name that no bundle has"),
        (hostile(("/etc/passwd", b"x")), "has a name that no bundle has"),
        (hostile(("texts\\..\\evil", b"x")), "has a name that no bundle has"),
        (hostile(("texts/./a", b"x")), "has a name that no bundle has"),
        (hostile(("TEXTS/a", b"x")), "has a name that no bundle has"),
        (hostile(("texts/\x1b[2Ja", b"x")), "has a name that no bundle has"),
        (hostile(("readme.txt", b"x"), ("readme.txt", b"y")), "is in the archive twice|was changed"),
        (hostile(("log/log.json", bytes(50_000_000)), method=zipfile.ZIP_DEFLATED), "is compressed"),
        (struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 0, 0, 0x21, 0, 0xFFFFFFF0, 0xFFFFFFF0, 1, 0) + b"a", "larger than"),
        (b"PK\3\4", "breaks off"),
        (b"PK", "directory"),
    ],
    ids=["up", "root", "backslash", "dot", "capitals", "escape", "twice", "bomb", "size", "short", "empty"],
)
def test_a_hostile_archive_is_refused_by_a_sentence_and_never_unpacked(content: bytes, sentence: str) -> None:
    findings = findings_of(content, check_bundle)
    assert any(part in " ".join(findings) for part in sentence.split("|"))


def test_a_name_twice_is_refused() -> None:
    out = io.BytesIO()
    head = standalone_check.local_header(b"a.txt", zlib.crc32(b"x"), 1) + b"x"
    out.write(head + head)
    assert any("twice" in finding for finding in findings_of(out.getvalue(), check_bundle))


def test_a_bundle_is_a_zip_that_others_read(logs: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(logs / "log.zip") as bundle:
        assert bundle.testzip() is None
        names = bundle.namelist()
        assert {info.compress_type for info in bundle.infolist()} == {zipfile.ZIP_STORED}
    assert {"readme.txt", "check.py", "log/log.json", "log/events.jsonl", "log/log.html", "manifest.sha256"} <= {*names}
    shutil.unpack_archive(logs / "log.zip", tmp_path)
    if (sums := shutil.which("sha256sum")) is not None:
        command = [sums, "--quiet", "--strict", "-c", "bundle.sha256", "manifest.sha256"]
        assert subprocess.run(command, cwd=tmp_path, check=False).returncode == 0
    report = Report()
    check_folder(tmp_path, report)
    assert report.findings == []


@settings(max_examples=30, deadline=None)
@given(
    st.dictionaries(
        st.from_regex(r"[a-z0-9]{1,9}/[a-z0-9]{1,9}\.txt", fullmatch=True), st.binary(max_size=99), max_size=5
    )
)
def test_whatever_is_written_into_a_bundle_is_read_by_others(files: dict[str, bytes]) -> None:
    out = io.BytesIO()
    bundle = BundleWriter(out)
    for name, content in files.items():
        bundle.add(name, content)
    bundle.finish()
    with zipfile.ZipFile(out) as found:
        assert {name: found.read(name) for name in files} == files
