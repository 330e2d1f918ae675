"""The verbs for texts say what the program finds in them: metadata, cuts, quotes and differences."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from desktop import assets
from desktop.cli.inputs import document_id
from desktop.desk.open_desk import Desk
from desktop.desk.prepare import prepare
from desktop.intake.reading import read_path
from desktop.text.changes import Kind
from desktop.text.diff import compare
from tests.cli.conftest import spoil_other_versions
from tests.intake.docx.files import deleted, docx, inserted, p, r
from tests.log.html_parser import ACTIVE, Page

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

SEEDS = assets.seeds()
OLD = "The bridge is closed\n\nThe mayor said: “We closed it at 7.” Nobody answered her.\n\nIt opened in 1901.\n"
NEW = "The bridge is closed\n\nThe mayor said: “We closed it at 9.” Nobody answered.\n\nIt opened in 1901.\n"


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(OLD, encoding="utf-8")
    new.write_text(NEW, encoding="utf-8")
    return old, new


# -- read -----------------------------------------------------------------------------------------------------------


def test_reading_shows_text_metadata_and_what_was_cut(run: Run) -> None:
    for seed, found in zip(SEEDS, run("read", *SEEDS, "--format", "json").json, strict=True):
        capture = read_path(seed)
        assert found["text"] == capture.text
        assert found["title"] == capture.metadata.title
        assert found["original_sha256"] == capture.original_sha256
        assert [(cut["start"], cut["end"]) for cut in found["cuts"]] == [
            (cut.span.start, cut.span.end) for cut in capture.cuts
        ]


def test_one_side_of_tracked_changes_is_read_and_one_without_text_fails(run: Run, tmp_path: Path) -> None:
    changed, emptied = tmp_path / "changed.docx", tmp_path / "emptied.docx"
    changed.write_bytes(docx(p(r("It opens"), inserted(" today"), deleted(" tomorrow"))))
    emptied.write_bytes(docx(p(deleted("All of it."))))
    texts = {
        side: [found["text"] for found in run("read", changed, "--side", side, "--format", "json").json]
        for side in ("before", "after", "both")
    }
    assert texts == {
        "before": ["It opens tomorrow"],
        "after": ["It opens today"],
        "both": ["It opens tomorrow", "It opens today"],
    }
    failed = run("read", emptied, "--side", "after")
    assert failed.code == 1
    assert "emptied.docx holds no text after its changes." in failed.err


def test_reading_as_text_leaves_out_what_was_cut_and_says_so(run: Run) -> None:
    capture = read_path(SEEDS[1])
    out = run("read", SEEDS[1]).out
    assert capture.metadata.title in out
    assert f"cut:       {len(capture.cuts)}" in out
    assert capture.cuts
    body = out.split("\n\n", 1)[1]
    assert all(cut.span.of(capture.text).strip() not in body for cut in capture.cuts if len(cut.span) > 20)


# -- quotes ---------------------------------------------------------------------------------------------------------


def test_quotes_are_code_points_into_the_text_of_the_file(run: Run) -> None:
    lines = run("quotes", *SEEDS, "--format", "jsonl").out.splitlines()
    assert len(lines) == 5
    for seed, line in zip(SEEDS, lines, strict=True):
        document = json.loads(line)
        assert document["id"] == seed.name.split("_")[0]
        text = seed.read_bytes().decode("utf-8")
        assert document["quotes"]
        for quote in document["quotes"]:
            assert text[quote["start"] : quote["end"]] == quote["text"]
            if quote["speaker_start"] is not None:
                assert text[quote["speaker_start"] : quote["speaker_end"]] == quote["mention"]


def test_offsets_count_code_points_not_bytes_or_line_ends(run: Run, tmp_path: Path) -> None:
    text = "𝔘nder the 👩‍🚀 bridge\r\n\r\nThe mayor said: “Wir müssen los, 北京.”\r\n"
    (tmp_path / "x_1.txt").write_bytes(text.encode())
    (quote,) = run("quotes", tmp_path / "x_1.txt", "--format", "jsonl").json["quotes"]
    assert text[quote["start"] : quote["end"]] == quote["text"]
    assert quote["text"].startswith("Wir müssen los")


def test_what_is_cut_is_found_again_in_a_file_with_other_line_ends(run: Run, tmp_path: Path) -> None:
    capture = read_path(SEEDS[1])
    assert capture.cuts
    expected = json.loads(run("quotes", SEEDS[1], "--format", "jsonl").out)["quotes"]
    (tmp_path / "001_.txt").write_bytes(SEEDS[1].read_bytes().replace(b"\n", b"\r\n"))
    found = run("quotes", tmp_path / "001_.txt", "--format", "jsonl").json["quotes"]
    assert [quote["text"].replace("\r", "") for quote in found] == [quote["text"] for quote in expected]


def test_a_batch_keeps_ids_and_raw_texts(run: Run, tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [
        {"id": "n_1.x", "text": f"\r\n  {OLD}"},
        {"id": 7, "text": "Nothing quoted here."},
        {"id": "empty", "text": "", "more": 1},
    ]
    batch = tmp_path / "batch.jsonl"
    batch.write_text("\n".join(json.dumps(row) for row in rows) + "\n\n")
    found = [json.loads(line) for line in run("quotes", batch, "--format", "jsonl").out.splitlines()]
    assert [document["id"] for document in found] == ["n_1.x", "7", "empty"]
    (quote,) = found[0]["quotes"]
    assert rows[0]["text"][quote["start"] : quote["end"]] == quote["text"]
    assert found[1]["quotes"] == found[2]["quotes"] == []


def test_bad_lines_of_a_batch_are_named_without_their_text_and_the_rest_goes_on(run: Run, tmp_path: Path) -> None:
    batch = tmp_path / "batch.jsonl"
    lines = ['{"id": "a", "text": "fine"}', "a secret", '{"text": "a secret"}', '{"id": "b", "text": 7}', "[]", '"x"']
    batch.write_text("\n".join(lines))
    result = run("quotes", batch, "--format", "jsonl")
    assert result.code == 1
    assert [json.loads(line)["id"] for line in result.out.splitlines()] == ["a"]
    assert [line.split(": ")[1].split(", ")[1] for line in result.err.splitlines()] == [
        f"line {n}" for n in range(2, 7)
    ]
    assert "secret" not in result.err


def test_a_large_batch_is_read_on_all_cores_and_says_the_same_in_the_same_order(run: Run, tmp_path: Path) -> None:
    texts = [seed.read_text(encoding="utf-8") for seed in SEEDS]
    rows = [json.dumps({"id": number, "text": f"{texts[number % 5]}\n\nEdition {number}."}) for number in range(130)]
    rows.insert(70, "no object")
    (tmp_path / "large.jsonl").write_text("\n".join(rows))
    (tmp_path / "small.jsonl").write_text("\n".join(rows[65:75]))
    large, small = (run("quotes", tmp_path / f"{name}.jsonl", "--format", "jsonl") for name in ("large", "small"))
    lines = large.out.splitlines()
    assert [json.loads(line)["id"] for line in lines] == [str(number) for number in range(130)]
    assert lines[65:74] == small.out.splitlines()
    assert large.code == 1
    assert "large.jsonl, line 71: " in large.err


def test_quotes_as_text_are_readable(run: Run, pair: tuple[Path, Path]) -> None:
    out = run("quotes", *pair).out
    assert "old: 1 quote\n" in out
    assert "“We closed it at 7.”" in out or "“We closed it at 7”" in out


def test_the_id_of_a_file_ends_at_the_first_dot_or_line(tmp_path: Path) -> None:
    names = {"000_d3ee.txt": "000", "a.b_c.txt": "a", "plain": "plain", "_x.txt": "_x.txt", ".hidden": ".hidden"}
    assert {name: document_id(tmp_path / name) for name in names} == names


# -- diff -----------------------------------------------------------------------------------------------------------


def test_the_difference_as_json_is_that_of_the_comparison(run: Run) -> None:
    found = run("diff", SEEDS[1], SEEDS[2], "--format", "json").json
    a, b = read_path(SEEDS[1]), read_path(SEEDS[2])
    hidden = [tuple(cut.span for cut in side.cuts) for side in (a, b)]
    expected = compare(a.text, b.text, hidden_a=hidden[0], hidden_b=hidden[1])
    assert found["a"] == {"name": str(SEEDS[1]), "length": len(a.text)}
    assert [(c["kind"], tuple(c["a"]), tuple(c["b"])) for c in found["changes"]] == [
        (c.kind.value, (c.a.start, c.a.end), (c.b.start, c.b.end)) for c in expected.changes
    ]
    assert all(c["a_text"] == a.text[slice(*c["a"])] for c in found["changes"])
    assert found["stats"]["words_a"] == expected.stats.words_a
    assert found["kind"] == expected.kind.value


def test_the_difference_as_text_shows_both_readings(run: Run, pair: tuple[Path, Path]) -> None:
    out = run("diff", *pair, "--kind", "versions").out
    assert f"--- A  {pair[0]}" in out
    gone = next(line for line in out.splitlines() if line.startswith("- "))
    new = next(line for line in out.splitlines() if line.startswith("+ "))
    assert "[-7-]" in gone
    assert "{+9+}" in new
    assert "paragraph alike" in out


def test_texts_without_a_difference_say_so(run: Run, pair: tuple[Path, Path]) -> None:
    out = run("diff", pair[0], pair[0]).out
    assert "0 changes" in out
    assert "\n- " not in out


def test_nothing_of_either_text_is_lost_in_the_page(run: Run) -> None:
    for kind in Kind:
        page = Page(run("diff", SEEDS[1], SEEDS[2], "--format", "html", "--kind", kind).out.encode())
        for seed, side in ((SEEDS[1], "a"), (SEEDS[2], "b")):
            capture = read_path(seed)
            letters = list(capture.text)
            for cut in capture.cuts:
                letters[cut.span.start : cut.span.end] = [""] * len(cut.span)
            shown = "".join(page.of_class(side)).split()
            assert sorted("".join(shown)) == sorted("".join("".join(letters).split()))


def test_the_page_is_harmless(run: Run, tmp_path: Path) -> None:
    payload = "<script>alert(1)</script> <img src=x onerror=alert(1)> “</td>”"
    for name, text in (
        ("a.txt", f"A headline\n\n{payload} was here.\n"),
        ("b.txt", f"A headline\n\nIt was {payload}.\n"),
    ):
        (tmp_path / name).write_text(text)
    page = Page(run("diff", tmp_path / "a.txt", tmp_path / "b.txt", "--format", "html").out.encode())
    assert not ACTIVE & set(page.tags)
    assert (page.handlers, page.addresses) == ([], [])
    assert page.policies


def test_two_versions_of_a_desk_can_be_compared(run: Run, desk: Path) -> None:
    with Desk.open(desk, read_only=True) as opened:
        one, two = opened.articles()[1:3]
    from_desk = run("diff", f"{desk}#{one.newest}", f"{desk}#{two.newest}", "--format", "json").json
    from_files = run("diff", SEEDS[1], SEEDS[2], "--format", "json").json
    assert from_desk["changes"] == from_files["changes"]
    assert from_desk["a"]["name"] == f"{desk}#{one.newest}"


def test_versions_of_one_article_in_a_desk_stay_word_by_word_where_two_files_do_not(run: Run, tmp_path: Path) -> None:
    paragraphs = [part for part in SEEDS[0].read_text(encoding="utf-8").split("\n") if part.strip()]
    texts = ["\n\n".join(paragraphs), "\n\n".join([*paragraphs[::2], *paragraphs[1:6:2]])]
    files = [tmp_path / "old.txt", tmp_path / "new.txt"]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, encoding="utf-8")
    with Desk.create(tmp_path / "x.desk") as desk:
        old = desk.add(prepare(read_path(files[0])), story=desk.new_story("Shells").id)
        new = desk.add(prepare(read_path(files[1])), article=old.article_id)
    sides = [f"{tmp_path / 'x.desk'}#{added.version_id}" for added in (old, new)]
    assert run("diff", *sides, "--format", "json").json["kind"] == "versions"
    assert run("diff", *files, "--format", "json").json["kind"] == "accounts"


def test_only_the_versions_that_are_named_are_read(run: Run, desk: Path) -> None:
    with Desk.open(desk, read_only=True) as opened:
        one, two = (opened.version(article.newest).info for article in opened.articles()[1:3])
    spoil_other_versions(desk, [one.id, two.id])
    result = run("diff", f"{desk}#{one.id}", f"{desk}#{two.uid}", "--format", "json")
    assert (result.code, result.json["b"]["name"]) == (0, f"{desk}#{two.id}")


def test_a_missing_version_or_file_is_said(run: Run, desk: Path, tmp_path: Path) -> None:
    for side, says in ((f"{desk}#999", "There is no version 999"), (str(tmp_path / "none.txt"), "none.txt")):
        result = run("diff", side, SEEDS[0])
        assert (result.code, result.out) == (1, "")
        assert says in result.err


def test_a_file_with_a_number_sign_in_its_name_is_a_file(run: Run, tmp_path: Path) -> None:
    odd = tmp_path / "draft #2.txt"
    odd.write_text(OLD, encoding="utf-8")
    assert run("diff", odd, odd, "--format", "json").json["stats"]["changes"] == 0


def test_speech_that_a_dash_opens_is_read_where_it_is_asked_for(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "f.txt"
    text = "El ferry\n\nEl pueblo se reunió el lunes en el puerto con la empresa.\n\n—No esperamos —dijo Rosa Gil.\n"
    path.write_text(text, encoding="utf-8")
    assert json.loads(run("quotes", path, "--format", "jsonl").out)["quotes"] == []
    (quote,) = json.loads(run("quotes", path, "--format", "jsonl", "--dialogues").out)["quotes"]
    assert (quote["text"], quote["speaker"]) == ("No esperamos", "Rosa Gil")
    assert text[quote["start"] : quote["end"]] == quote["text"]
    assert run("add", tmp_path / "d.desk", path, "--dialogues").code == 0
    assert "No esperamos" in run("list", tmp_path / "d.desk", "--quotes").out


def test_control_characters_that_hide_marks_are_said_of_a_batch(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "texts.jsonl"
    path.write_text(json.dumps({"id": "7", "text": "Ann Lee said it was \x93late\x94."}) + "\n", encoding="utf-8")
    done = run("quotes", path, "--format", "jsonl")
    assert json.loads(done.out)["quotes"] == []
    assert "7: 2 control characters" in done.err
