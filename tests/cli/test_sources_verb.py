"""The verb sources holds quotations against transcripts, and says where the words stand and what was done to them."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

ARTICLE = (
    "The council met on Monday.\n\n“We will close ten bridges before the winter,” the mayor, Ann Lee, said.\n\n"
    "“The pumps failed thrice in March,” said Tom Berg, the engineer.\n\n"
    "“Nobody has paid for the harbor lights since Easter,” said Lee.\n"
)
TRANSCRIPT = (
    "MAYOR LEE: We will close 10 bridges before the winter.\r\n\r\nMR. BERG: The pumps failed twice in March.\r\n"
)
CAPTIONS = (
    "1\n00:14:32,000 --> 00:14:34,000\nNOBODY HAS PAID FOR THE\n\n"
    "2\n00:14:34,000 --> 00:14:36,000\nHARBOR LIGHTS SINCE EASTER\n"
)
TIMED_TEXT = (
    '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:m="http://www.w3.org/ns/ttml#metadata" xml:lang="en"><head><metadata>'
    '<m:agent xml:id="a"><m:name type="full">Ann Lee</m:name></m:agent>'
    '<m:agent xml:id="b"><m:name type="full">Tom Berg</m:name></m:agent></metadata></head><body begin="1h"><div>'
    '<p begin="5s" end="9s" m:agent="a">We will close 10 bridges before the winter.</p>'
    '<p begin="12s" end="15s" m:agent="b">Nobody has paid for the harbor lights since Easter.</p></div></body></tt>'
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def transcript(tmp_path: Path) -> Path:
    path = tmp_path / "hearing.txt"
    path.write_bytes(TRANSCRIPT.encode())
    return path


@pytest.fixture
def captions(tmp_path: Path) -> Path:
    path = tmp_path / "hearing.srt"
    path.write_text(CAPTIONS, encoding="utf-8")
    return path


def test_a_source_that_is_no_plain_text_keeps_its_times_and_speakers(run: Run, article: Path, tmp_path: Path) -> None:
    path = tmp_path / "hearing.ttml"
    path.write_text(TIMED_TEXT, encoding="utf-8")
    result = run("sources", article, "--against", path, "--format", "json")
    first, _, third = result.json
    assert (first["kind"], first["speaker"], first["time"][0]) == ("spelling", "Ann Lee", 3605.0)
    assert (third["kind"], third["speaker"], third["time"][0]) == ("other-speaker", "Tom Berg", 3612.0)


def test_each_quotation_has_its_place_and_kind(run: Run, article: Path, transcript: Path, captions: Path) -> None:
    result = run("sources", article, "--against", transcript, captions, "--format", "json")
    assert result.code == 0
    first, second, third = result.json
    assert [first["kind"], second["kind"], third["kind"]] == ["spelling", "altered", "verbatim"]
    assert (first["speaker"], second["speaker"]) == ("Mayor Lee", "Mr. Berg")
    assert TRANSCRIPT[first["start"] : first["end"]] == "We will close 10 bridges before the winter"
    assert second["differences"] == [{"kind": "altered", "quote": "thrice", "source": "twice"}]
    assert (third["source"], third["time"]) == ("hearing.srt", [872.0, 874.0])


def test_text_says_the_words_there(run: Run, article: Path, transcript: Path) -> None:
    out = run("sources", article, "--against", transcript).out
    assert out.startswith("3 quotes held against 1 source\n")
    assert "altered words: hearing.txt" in out
    assert "the source prints “The pumps failed twice in March”" in out
    assert "not in the attached sources" in out


def test_csv_has_a_row_a_quotation(run: Run, article: Path, transcript: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("sources", article, "--against", transcript, "--format", "csv").out)))
    assert [row["kind"] for row in rows] == ["spelling", "altered words", "not in the attached sources"]
    assert rows[1]["words there"] == "The pumps failed twice in March"
    assert rows[2]["source"] == ""


def test_strict_fails_where_words_are_altered_or_nowhere(
    run: Run, article: Path, transcript: Path, captions: Path, tmp_path: Path
) -> None:
    assert run("sources", article, "--against", transcript, "--strict").code == 1
    good = tmp_path / "good.txt"
    good.write_text("“We will close ten bridges before the winter,” said Ann Lee.\n", encoding="utf-8")
    assert run("sources", good, "--against", transcript, captions, "--strict").code == 0


def test_a_batch_gives_a_line_for_each_line(run: Run, captions: Path, transcript: Path, tmp_path: Path) -> None:
    batch = tmp_path / "quotes.jsonl"
    lines = [
        {"id": "a", "quote": "Nobody has paid for the harbor lights", "speaker": None},
        {"id": 2, "quote": "The moon is made of green cheese and copper", "speaker": "Ann Lee"},
    ]
    batch.write_text("\n".join([*map(json.dumps, lines), "not json", '{"id": 3}', ""]), encoding="utf-8")
    result = run("sources", batch, "--against", captions, transcript, "--format", "jsonl")
    found, missing = map(json.loads, result.out.splitlines())
    assert (found["id"], found["source"], found["kind"]) == ("a", "hearing.srt", "verbatim")
    assert CAPTIONS[found["start"] : found["end"]].startswith("NOBODY HAS PAID")
    assert (missing["id"], missing["source"], missing["kind"]) == ("2", None, "not-found")
    assert result.code == 1
    assert "line 3" in result.err
    assert "line 4" in result.err


def test_offsets_count_the_file_as_it_stands(run: Run, tmp_path: Path) -> None:
    text = "\ufeff𝔘nder the pier 👩‍🚀\r\n\r\nMAYOR LEE: The harbor lights will burn again by Easter.\r\n"
    source = tmp_path / "hearing.txt"
    source.write_bytes(text.encode())
    draft = tmp_path / "draft.txt"
    draft.write_text("“The harbor lights will burn again by Easter,” said Ann Lee.\n", encoding="utf-8")
    [found] = run("sources", draft, "--against", source, "--format", "json").json
    assert text[found["start"] : found["end"]] == "The harbor lights will burn again by Easter"


def test_another_format_says_what_its_offsets_count(run: Run, article: Path, tmp_path: Path) -> None:
    page = tmp_path / "statement.html"
    paragraphs = "<p>We will close ten bridges before the winter.</p><p>The council will meet again in May.</p>"
    page.write_text(f"<html><body><h1>Statement</h1>{paragraphs}</body></html>", encoding="utf-8")
    result = run("sources", article, "--against", page, "--format", "json")
    assert result.json[0]["kind"] == "verbatim"
    assert "offsets count in the text that was read from it" in result.err


def test_a_source_that_cannot_be_read_is_said(run: Run, article: Path, transcript: Path, tmp_path: Path) -> None:
    result = run("sources", article, "--against", transcript, tmp_path / "missing.txt")
    assert result.code == 1
    assert "missing.txt" in result.err
    assert "altered words" in result.out
    assert "None of the sources" in run("sources", article, "--against", tmp_path / "missing.txt").err


def test_the_quotes_of_a_desk_are_asked_for(run: Run, desk: Path, transcript: Path) -> None:
    found = run("sources", desk, "--against", transcript, "--format", "json").json
    assert found
    assert {each["kind"] for each in found} == {"not-found"}
    assert all(each["id"].startswith("quote ") for each in found)


def test_sources_of_one_name_are_told_apart(run: Run, article: Path, transcript: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = tmp_path / "other" / transcript.name
    other.write_bytes(transcript.read_bytes())
    found = run("sources", article, "--against", transcript, other, "--format", "json").json
    assert found[0]["source"] in {str(transcript), str(other)}


def test_other_words_are_offered_only_where_asked_and_stay_not_found(run: Run, article: Path, tmp_path: Path) -> None:
    article.write_text(
        "Lamps\n\n“Since Easter the harbour lamps were paid by nobody at all,” said Lee.\n", encoding="utf-8"
    )
    source = tmp_path / "speech.txt"
    source.write_text(
        "MAYOR LEE: Nobody has paid for the lamps of the harbor since Easter. Good night.\n", encoding="utf-8"
    )
    [plain] = run("sources", article, "--against", source, "--format", "json").json
    assert plain["source"] is None
    strict = run("sources", article, "--against", source, "--format", "json", "--perhaps", "--strict")
    [offered] = strict.json
    assert strict.code == 1
    assert offered["kind"] == "perhaps-paraphrased"
    assert offered["source"] == "speech.txt"
    assert "perhaps paraphrased from speech.txt" in run("sources", article, "--against", source, "--perhaps").out


def test_a_source_in_another_language_says_so(run: Run, article: Path, tmp_path: Path) -> None:
    source = tmp_path / "rede.txt"
    german = "Wir haben gestern im Rat beschlossen, dass die Brücken bis zum Winter nicht mehr geöffnet werden. " * 4
    source.write_text(german, encoding="utf-8")
    result = run("sources", article, "--against", source)
    assert "not in the attached sources, which are in another language: de" in result.out
