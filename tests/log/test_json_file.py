"""The JSON log is read back equal, and damaged or newer ones are refused."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.assets import resource
from desktop.domain import Flag, Head, Span, Status, VerbatimError
from desktop.log import json_file
from desktop.log.evidence.standalone_check import digest_of
from desktop.log.rows import SCHEMA
from desktop.log.writing import compose
from tests.log.examples import example, mark, quote, source


def test_every_field_comes_back_equal() -> None:
    assert json_file.read(compose(example(), "json")[0]) == example()


@settings(max_examples=40, deadline=None)
@given(
    text=st.text(alphabet=st.characters(), max_size=30),
    status=st.sampled_from(Status),
    flags=st.frozensets(st.sampled_from(Flag)),
    start=st.integers(0, 10**9),
)
def test_any_text_status_flag_and_place_comes_back_equal(
    text: str, status: Status, flags: frozenset[Flag], start: int
) -> None:
    marks = (mark(1, 1, status, text, note=text, reason=text, evidence=text),)
    log = source((quote(1, text, *marks, flags=flags, span=Span(start, start + 5)), marks), story=text, url=text)
    assert json_file.read(compose(log, "json")[0]) == log


def test_a_lone_surrogate_comes_back() -> None:
    log = source((quote(1, "broken \ud83d here"), ()))
    assert json_file.read(compose(log, "json")[0]) == log


def test_keys_are_sorted_and_the_schema_is_named() -> None:
    document = json.loads(compose(example(), "json")[0])
    assert list(document) == sorted(document)
    assert (document["format"], document["schema"]) == ("verbatim-log", 3)
    assert document["counts"] == {"disputed": 1, "unverified": 1, "verified": 1}
    assert "does not prove" in document["not_proven"]


def test_the_log_fits_the_schema_that_comes_with_the_program() -> None:
    schema = json.loads(resource("log.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    document = json.loads(compose(replace(example(), chains=(Head("desk-1", 2, "d" * 64),)), "json")[0])
    validator.validate(document)
    assert schema["properties"]["schema"]["const"] == SCHEMA
    assert not validator.is_valid({**document, "counts": {"verified": "many"}})


def test_any_changed_byte_is_found() -> None:
    content = compose(source((quote(1, "so"), ())), "json")[0]
    assert list(json_file.digest_findings(content)) == list(json_file.format_notes(content)) == []
    for place, byte in enumerate(content):
        changed = content[:place] + bytes([byte ^ 1]) + content[place + 1 :]
        try:
            json_file.read(changed)
            found = next(json_file.digest_findings(changed), None) or next(json_file.format_notes(changed), None)
        except VerbatimError:
            continue
        assert found, (place, chr(byte))


def test_a_name_that_stands_twice_is_found() -> None:
    content = compose(example(), "json")[0]
    twice = content.replace(b'"app_version":', b'"app_version": "9",\n "app_version":', 1)
    assert any("there twice" in found for found in json_file.digest_findings(twice))


def test_a_digest_cannot_be_talked_away_by_naming_an_older_schema() -> None:
    content = compose(example(), "json")[0]
    older = content.replace(f'"schema":{SCHEMA}'.encode(), b'"schema":1')
    assert older != content
    assert any("digest" in found for found in json_file.digest_findings(older))


def test_words_that_were_changed_do_not_fit_the_digest() -> None:
    content = compose(example(), "json")[0]
    changed = content.replace(b'"filter":"', b'"filter":"!', 1)
    assert changed != content
    assert any("digest" in found for found in json_file.digest_findings(changed))


@pytest.mark.parametrize("name", ["entries", "chains", "private", "counts"])
def test_a_part_that_was_taken_out_or_renamed_is_found_though_the_digest_was_made_to_fit(name: str) -> None:
    content = compose(example(), "json")[0]
    log = json.loads(content)
    taken_out = {key: value for key, value in log.items() if key != name}
    for other in (taken_out, {**taken_out, f"{name}_": log[name]}, {**log, "more": 1}):
        lines = json.dumps(other, ensure_ascii=False, separators=(",", ":")).encode()
        fitting = lines.replace(log["digest"].encode(), digest_of([lines]).encode())
        assert any("lacks a part" in found for found in json_file.digest_findings(fitting))


def test_the_ends_of_all_chains_are_in_it() -> None:
    log = replace(example(), chains=(Head("desk-0", 3, "c" * 64), Head("desk-1", 2, "d" * 64)))
    assert json_file.read(compose(log, "json")[0]) == log


def test_the_same_log_is_the_same_bytes() -> None:
    again = replace(example(), marks=dict(reversed(list(example().marks.items()))))
    assert compose(example(), "json") == compose(again, "json")


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b"\xff\xfe", b'{"format": "else", "schema": 1}', b"[" * 100_000]
)
def test_what_is_no_log_is_refused_with_a_sentence(content: bytes) -> None:
    with pytest.raises(VerbatimError, match="not a verification log"):
        json_file.read(content)


def test_a_log_of_a_newer_program_is_refused_with_a_sentence() -> None:
    with pytest.raises(VerbatimError, match="newer version"):
        json_file.read(b'{"format": "verbatim-log", "schema": 99}')


@pytest.mark.parametrize("key", ["stories", "desk", "head", "exported_at"])
def test_a_log_with_a_part_missing_or_of_a_wrong_kind_is_refused(key: str) -> None:
    document = json.loads(compose(example(), "json")[0])
    with pytest.raises(VerbatimError, match="damaged"):
        json_file.read(json.dumps({**document, key: 7}).encode())
    del document[key]
    with pytest.raises(VerbatimError, match="damaged"):
        json_file.read(json.dumps(document).encode())
