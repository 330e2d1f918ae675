"""The events of a desk: every record of every chain, verified line by line, whatever is done on the desk meanwhile."""

from __future__ import annotations

import io
import json
import tracemalloc
import zipfile
from typing import TYPE_CHECKING

import jsonschema
import pytest

from desktop.assets import resource
from desktop.desk.evidence.chain_export import read_ends, write_events
from desktop.desk.open_desk import Desk
from desktop.desk.stories import log_source as exporting
from desktop.desk.stories.log_source import export_log, read_consistently
from desktop.domain import MarkChange, Status
from desktop.log import json_file
from desktop.log.evidence import check as log_check
from desktop.log.evidence import events_file
from desktop.log.evidence.event_comparison import differences
from desktop.log.evidence.standalone_check import Report, check_bundle, check_events, check_file
from desktop.log.writing import compose
from desktop.text.evidence import Evidence
from tests.store.desks import prepared

if TYPE_CHECKING:
    from pathlib import Path

TEXT = 'The mayor said: "We will close the bridge at once." Nobody answered.'
OTHER = 'The minister said: "We know nothing of a bridge." Then he left.'


def marked(path: Path) -> Desk:
    desk = Desk.create(path)
    for text in (TEXT, OTHER):
        added = desk.add(prepared(text), checker="Ada")
        [quote] = desk.quotes(added.version_id)
        desk.mark([quote.id], MarkChange(Status.VERIFIED, note="heard it"), checker="Ada")
    return desk


def events(desk: Desk, *stories: int, private: bool = True) -> list[dict[str, object]]:
    out = io.BytesIO()
    written = write_events(desk, out, read_ends(desk, stories), private=private)  # type: ignore[arg-type]
    lines = [json.loads(line) for line in out.getvalue().splitlines()]
    assert written == len(lines) - 1
    report = Report()
    out.seek(0)
    check_events(out, report)
    assert report.findings == []
    return lines


def test_every_mark_and_every_entry_has_a_line_and_fits_the_schema(tmp_path: Path) -> None:
    with marked(tmp_path / "a.desk") as desk:
        head, *lines = events(desk)
        records = [line["record"] for line in lines]
        marks = [
            mark for article in desk.articles() for q in desk.quotes(article.newest) for mark in desk.history(q.id)
        ]
        assert {mark.hash for mark in marks} <= {line["hash"] for line in lines}
        entries = [hash_ for hash_, _ in desk.chains.entries()]
        assert len(records) == len(marks) + len(entries)
    schema = json.loads(resource("events.schema.json").read_text("utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    jsonschema.Draft202012Validator.check_schema(schema)
    for line in (head, *lines):
        validator.validate(line)
    assert schema["$defs"]["Head"]["properties"]["schema"]["const"] == events_file.SCHEMA
    assert not validator.is_valid({**lines[0], "hash": "none"})


def test_of_other_stories_only_the_places_are_given(tmp_path: Path) -> None:
    with marked(tmp_path / "a.desk") as desk:
        [story, _] = desk.stories()
        text = json.dumps(events(desk, story.id))
    assert "close the bridge" in text
    assert "know nothing" not in text


def test_private_words_stay_out_unless_they_are_asked_for_and_the_check_says_so(tmp_path: Path) -> None:
    with marked(tmp_path / "a.desk") as desk:
        [quote] = desk.quotes(desk.articles()[0].newest)
        change = MarkChange(note="heard it\nprivate: her number is 12", evidence="tape · contact: by phone")
        desk.mark([quote.id], change, checker="Ada")
        given, asked = json.dumps(events(desk, private=False)), json.dumps(events(desk))
        export_log(desk, tmp_path / "log.jsonl", "jsonl")
        export_log(desk, tmp_path / "log.zip", "zip")
    assert ("her number" in asked, "by phone" in asked) == (True, True)
    assert ("her number" in given, "by phone" in given) == (False, False)
    for name in ("log.jsonl", "log.zip"):
        report = check_file(tmp_path / name)
        assert report.findings == []
        assert any("without private words" in note for note in report.notes)


def test_chains_of_merged_desks_and_their_branches_are_followed(tmp_path: Path) -> None:
    with marked(tmp_path / "a.desk") as desk:
        desk.backups.make(tmp_path / "copy.desk")
        [quote] = desk.quotes(desk.articles()[0].newest)
        desk.mark([quote.id], MarkChange(Status.DISPUTED), checker="Ada")
        with Desk.open(tmp_path / "copy.desk") as copy:
            copy.mark([quote.id], MarkChange(Status.UNVERIFIED), checker="Bo")
        with marked(tmp_path / "b.desk") as other:
            other_uid = other.uid
        desk.merge(tmp_path / "copy.desk")
        desk.merge(tmp_path / "b.desk")
        chains = events(desk)[0]["chains"]
    assert isinstance(chains, list)
    assert any(chain["branch"] for chain in chains)
    assert any(chain["desk"] == other_uid for chain in chains)


def test_a_desk_without_a_mark_has_events_too(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "a.desk") as desk:
        assert len(events(desk)) == 1


# -- a desk on which somebody is at work ------------------------------------------------------------------------------


def test_what_is_marked_while_events_are_written_is_not_in_them_and_nothing_is_torn(tmp_path: Path) -> None:
    with marked(tmp_path / "a.desk") as desk:
        ends, out = read_ends(desk, ()), io.BytesIO()
        [quote] = desk.quotes(desk.articles()[0].newest)
        desk.mark([quote.id], MarkChange(Status.DISPUTED), checker="Bo")
        before = sum(end.length for end in ends.chains)
        assert write_events(desk, out, ends, private=True) == before
        out.seek(0)
        report = Report()
        check_events(out, report)
        assert report.findings == []
        out.seek(0)
        places = {(h.of, h.desk, e.number): {e.hash} for h in desk.chains.heads() for e in desk.chains.events(h)}
        assert list(differences(out, places)) == []


def test_a_log_is_read_again_where_somebody_marked_meanwhile_and_fits_itself(tmp_path: Path) -> None:
    """Another window marks while the log is read: once, then again, then at every reading."""
    marked(tmp_path / "a.desk").close()
    with Desk.open(tmp_path / "a.desk") as writing, Desk.open(tmp_path / "a.desk", read_only=True) as desk:
        [quote] = writing.quotes(writing.articles()[0].newest)
        readings = []

        def read() -> object:
            source = exporting.log_source(desk, [])
            readings.append(source)
            if len(readings) <= 2:
                writing.mark([quote.id], MarkChange(note=f"again {len(readings)}"), checker="Bo")
            return source

        source = read_consistently(desk, read)
        assert len(readings) == 3
        log = json_file.read(compose(source, "json")[0])  # type: ignore[arg-type]
        assert list(log_check.findings(log)) == []
        assert log.head_marks == desk.chains.mark_head().marks


def test_a_desk_that_changes_at_every_reading_is_held_still_at_last(tmp_path: Path) -> None:
    marked(tmp_path / "a.desk").close()
    with Desk.open(tmp_path / "a.desk") as writing, Desk.open(tmp_path / "a.desk", read_only=True) as desk:
        [quote] = writing.quotes(writing.articles()[0].newest)
        refused = []

        def read() -> int:
            before = desk.chains.mark_head().marks
            try:
                writing.mark([quote.id], MarkChange(note=f"after {before}"), checker="Bo")
            except Exception as error:
                refused.append(error)
            return before if desk.chains.mark_head().marks == before else -1

        assert read_consistently(desk, read) >= 0
        assert len(refused) == 1


# -- large ones -------------------------------------------------------------------------------------------------------


def test_memory_does_not_grow_with_the_number_of_events(tmp_path: Path) -> None:
    with marked(tmp_path / "a.desk") as desk:
        [quote] = desk.quotes(desk.articles()[0].newest)
        peaks = []
        for more in (20, 400):
            desk.mark([quote.id], MarkChange(note="x" * 2000), checker="Ada")
            for _ in range(more):
                desk.mark([quote.id], MarkChange(note="y" * 2000), checker="Ada")
            with (tmp_path / "log.jsonl").open("w+b") as out:
                ends = read_ends(desk, ())
                tracemalloc.start()
                write_events(desk, out, ends, private=True)
                out.seek(0)
                check_events(out, Report())
                peaks.append(tracemalloc.get_traced_memory()[1])
                tracemalloc.stop()
    assert peaks[1] < peaks[0] + 2_500_000  # the file has grown by a megabyte and its parts are read by the hundred


def test_evidence_that_is_kept_lies_in_the_bundle(tmp_path: Path) -> None:
    (tmp_path / "tape.bin").write_bytes(b"\x00tape" * 1000)
    with marked(tmp_path / "a.desk") as desk:
        [quote] = desk.quotes(desk.articles()[0].newest)
        tape = desk.evidence_files().keep(tmp_path / "tape.bin")
        gone = "f" * 64
        line = f"tape · kept sha256 {tape.sha256}\nother · kept sha256 {gone}"
        desk.mark([quote.id], MarkChange(evidence=line), checker="Ada")
        export_log(desk, tmp_path / "log.zip", "zip")
    content = (tmp_path / "log.zip").read_bytes()
    assert f"evidence/{tape.sha256}.bin".encode() in content
    assert f"evidence/{gone}".encode() not in content
    report = Report()
    check_bundle(io.BytesIO(content), report)
    assert report.findings == []


def test_a_kept_file_stays_in_a_bundle_without_what_is_private(tmp_path: Path) -> None:
    """How a source was reached stays out; the file that the mark rests on does not, and it comes out as it was."""
    tape = b"\x00tape" * 100_000
    (tmp_path / "tape.bin").write_bytes(tape)
    with marked(tmp_path / "a.desk") as desk:
        [quote] = desk.quotes(desk.articles()[0].newest)
        kept = desk.evidence_files().keep(tmp_path / "tape.bin")
        line = Evidence("tape.bin", contact="Dana, by phone", sha256=kept.sha256, kept=True).line()
        desk.mark([quote.id], MarkChange(note="private: Dana asked for care", evidence=line), checker="Ada")
        for private in (False, True):
            out = tmp_path / f"{private}.zip"
            export_log(desk, out, "zip", private=private)
            with zipfile.ZipFile(out) as bundle:
                assert bundle.read(f"evidence/{kept.sha256}.bin") == tape
                assert kept.sha256.encode() in bundle.read("log/log.html")
                assert (b"Dana" in b"".join(map(bundle.read, bundle.namelist()))) is private
            report = Report()
            with out.open("rb") as file:
                check_bundle(file, report)
            assert report.findings == []


def test_a_bundle_that_does_not_fit_is_refused_and_the_former_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.log.evidence.bundle_file._LARGEST", 1000)
    out = tmp_path / "log.zip"
    out.write_bytes(b"the former one")
    with marked(tmp_path / "a.desk") as desk, pytest.raises(Exception, match="fewer stories at once"):
        export_log(desk, out, "zip")
    assert out.read_bytes() == b"the former one"
    assert sorted(path.name for path in tmp_path.iterdir() if "part" in path.name) == []
