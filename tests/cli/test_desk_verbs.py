"""The verbs for desks: add, list, mark, merge, log and check do what they say, and only that."""

from __future__ import annotations

import csv
import hashlib
import json
import random
import re
from typing import TYPE_CHECKING

import pytest

from desktop import assets
from desktop.desk.open_desk import Desk
from desktop.domain import Flag, Status
from desktop.log import csv_file, json_file
from tests.cli.conftest import quotes_of, spoil_other_versions
from tests.log.html_parser import Page

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Result, Run

SEEDS = assets.seeds()


# -- add ------------------------------------------------------------------------------------------------------------


def test_adding_makes_the_desk_and_says_one_line_for_each_file(run: Run, tmp_path: Path) -> None:
    result = run("add", tmp_path / "new.desk", *SEEDS)
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    assert len(lines) == 5
    assert all(line.startswith("new article: story 1, article ") for line in lines)


def test_adding_the_same_file_again_adds_nothing_and_says_so(run: Run, desk: Path) -> None:
    result = run("add", desk, SEEDS[0], "--story", "Arms for Russia")
    assert result.code == 0
    assert result.out.startswith("already here: story 1, article 1")
    assert len(run("list", desk, "--format", "json").json["stories"][0]["articles"]) == 5


def test_what_cannot_be_read_is_said_and_the_rest_goes_on(run: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    result = run("add", tmp_path / "a.desk", tmp_path / "missing.txt", empty, SEEDS[0])
    assert result.code == 1
    assert len(result.out.splitlines()) == 1
    assert len(result.err.splitlines()) == 2
    assert all(line.startswith(f"verbatim: {tmp_path}") for line in result.err.splitlines())


def test_a_text_like_one_that_is_there_is_told_and_its_event_is_known(run: Run, desk: Path, tmp_path: Path) -> None:
    update = tmp_path / "update.txt"
    update.write_bytes(SEEDS[2].read_bytes().replace(b"officials", b"sources"))
    result = run("add", desk, update)
    assert result.out.startswith("new article: story 1, ")
    assert "looks like a later version of article 3, 9" in result.out
    assert "% the same: --version-of 3)" in result.out


def test_a_folder_is_added_whole(run: Run, tmp_path: Path) -> None:
    result = run("add", tmp_path / "a.desk", SEEDS[0].parent)
    assert len(result.out.splitlines()) == 5


def test_a_new_version_belongs_to_its_article(run: Run, desk: Path, tmp_path: Path) -> None:
    update = tmp_path / "update.txt"
    update.write_bytes(SEEDS[0].read_bytes().replace(b"Russia", b"Russia itself", 1))
    result = run("add", desk, update, "--version-of", 1)
    assert result.out.startswith("new version: story 1, article 1")
    article = run("list", desk, "--format", "json").json["stories"][0]["articles"][0]
    assert [version["number"] for version in article["versions"]] == [2, 1]


def test_a_story_is_found_by_id_or_title_and_a_missing_id_is_refused(run: Run, desk: Path, tmp_path: Path) -> None:
    for number, story in enumerate(("1", "Arms for Russia", "Another story")):
        text = tmp_path / f"{number}.txt"
        text.write_text(f"A new headline {number}\n\nThe mayor said: “We closed it at {number}.” Nobody answered.\n")
        result = run("add", desk, text, "--story", story)
        assert f"story {2 if story == 'Another story' else 1}," in result.out
    refused = run("add", desk, text, "--story", "77")
    assert (refused.code, refused.out) == (1, "")
    assert "There is no story with the id 77" in refused.err


# -- list -----------------------------------------------------------------------------------------------------------


def test_the_list_shows_what_the_desk_holds(run: Run, desk: Path) -> None:
    found = run("list", desk, "--format", "json", "--quotes").json
    with Desk.open(desk, read_only=True) as opened:
        assert found["desk"]["uid"] == opened.uid
        assert found["counts"]["unverified"] == opened.article_list.counts().total
        assert [story["title"] for story in found["stories"]] == ["Arms for Russia"]
        articles = found["stories"][0]["articles"]
        assert [article["id"] for article in articles] == [article.id for article in opened.articles()]
        for article in articles:
            shown = [(quote["id"], quote["text"], quote["start"]) for quote in article["quotes"]]
            newest = opened.article(article["id"]).newest
            assert shown == [(quote.id, quote.text, quote.span.start) for quote in opened.quotes(newest)]


def test_the_list_as_text_names_every_article_version_and_quote(run: Run, desk: Path) -> None:
    out = run("list", desk, "--quotes").out
    assert out.count("\n  article ") == 5
    assert out.count("\n    version ") == 5
    assert out.count("\n      quote ") == len(quotes_of(desk))


def test_listing_changes_nothing(run: Run, desk: Path) -> None:
    before = desk.read_bytes()
    run("list", desk)
    assert desk.read_bytes() == before
    assert [path.name for path in desk.parent.iterdir()] == [desk.name]


@pytest.mark.parametrize("verb", ["list", "mark", "export"])
def test_what_is_no_desk_is_refused_with_one_sentence(run: Run, tmp_path: Path, verb: str) -> None:
    rest = {"list": (), "mark": (1, "verified"), "export": (tmp_path / "log.csv",)}[verb]
    (tmp_path / "text.desk").write_text("This is no desk. " * 100)
    for name in ("text.desk", "missing.desk"):
        result = run(verb, tmp_path / name, *rest)
        assert (result.code, result.out) == (1, "")
        assert len(result.err.splitlines()) == 1
    assert not (tmp_path / "missing.desk").exists()


# -- mark -----------------------------------------------------------------------------------------------------------


def test_a_mark_is_on_the_disk_with_everything_that_was_said(run: Run, desk: Path) -> None:
    quote = quotes_of(desk)[3]
    options = ("--reason", "misattributed", "--note", "It was Kirby.", "--evidence", "tape 3:12", "--checker", "Bo")
    result = run("mark", desk, quote.id, "disputed", *options)
    assert (result.code, result.out) == (0, f"quote {quote.id}: unverified → disputed, by Bo\n")
    with Desk.open(desk, read_only=True) as opened:
        found = opened.quote(quote.id)
        assert found.status is Status.DISPUTED
        assert (found.reason, found.note, found.evidence) == ("misattributed", "It was Kirby.", "tape 3:12")
        assert [mark.checker for mark in opened.history(quote.id)] == ["Bo"]
        assert opened.article_list.counts().disputed == 1


def test_a_quote_can_be_named_by_its_lasting_id(run: Run, desk: Path) -> None:
    quote = quotes_of(desk)[0]
    assert run("mark", desk, quote.uid, "verified", "--checker", "Bo").code == 0
    assert quotes_of(desk)[0].status is Status.VERIFIED


def test_without_a_name_the_login_marks(run: Run, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "grace")
    assert run("mark", desk, 1, "verified").out.endswith("by grace\n")


def test_a_missing_quote_is_said_and_nothing_is_marked(run: Run, desk: Path) -> None:
    for name in ("99999", "no-such-quote"):
        result = run("mark", desk, name, "verified", "--checker", "Bo")
        assert (result.code, result.out) == (1, "")
        assert result.err.startswith("verbatim: ")
    with Desk.open(desk, read_only=True) as opened:
        assert opened.chains.mark_head().marks == 0


def test_a_new_status_takes_the_reason_or_basis_of_the_old_one_away(run: Run, desk: Path) -> None:
    run("mark", desk, 1, "disputed", "--reason", "misattributed", "--checker", "Bo")
    run("mark", desk, 1, "verified", "--basis", "recording", "--checker", "Bo")
    assert (quotes_of(desk)[0].reason, quotes_of(desk)[0].basis) == ("", "recording")
    run("mark", desk, 1, "verified", "--note", "heard it twice", "--checker", "Bo")
    assert (quotes_of(desk)[0].note, quotes_of(desk)[0].basis) == ("heard it twice", "recording")


def test_that_a_quote_could_not_be_confirmed_is_said_by_an_option_of_its_own(run: Run, desk: Path) -> None:
    run("mark", desk, 1, "unverified", "--note", "called twice", "--checker", "Ada")
    assert quotes_of(desk)[0].flags == frozenset()
    run("mark", desk, 1, "unverified", "--could-not-confirm", "--checker", "Ada")
    assert quotes_of(desk)[0].flags == {Flag.COULD_NOT_CONFIRM}
    assert quotes_of(desk)[0].note == "called twice"
    refused = run("mark", desk, 1, "verified", "--could-not-confirm", "--checker", "Ada")
    assert refused.code == 1
    assert "stays unverified" in refused.err


@pytest.mark.parametrize(("status", "option"), [("verified", "--reason"), ("disputed", "--basis")])
def test_a_reason_or_basis_where_it_does_not_belong_is_refused(run: Run, desk: Path, status: str, option: str) -> None:
    result = run("mark", desk, 1, status, option, "recording", "--checker", "Bo")
    assert (result.code, result.out) == (1, "")
    assert quotes_of(desk)[0].marks == 0


# -- merge ----------------------------------------------------------------------------------------------------------


def test_merging_brings_the_other_marks_and_names_what_checkers_disagree_on(run: Run, desk: Path) -> None:
    with Desk.create(desk.with_name("third.desk")) as third:
        third.merge(desk)
    third_path = desk.with_name("third.desk")
    run("mark", desk, 2, "verified", "--checker", "Ada")
    wanted = next(quote for quote in quotes_of(third_path) if quote.uid == quotes_of(desk)[1].uid)
    run("mark", third_path, wanted.id, "disputed", "--checker", "Bo")
    before = third_path.read_bytes()
    result = run("merge", desk, third_path)
    assert result.code == 0
    assert "0 articles, 0 versions, 0 quotes, 1 mark\n" in result.out
    assert f"checkers disagree: quote {quotes_of(desk)[1].id}" in result.out
    assert third_path.read_bytes() == before
    assert "0 marks\n" in run("merge", desk, third_path).out


def test_merging_a_file_that_is_no_desk_changes_nothing(run: Run, desk: Path, tmp_path: Path) -> None:
    before = desk.read_bytes()
    result = run("merge", desk, tmp_path / "missing.desk")
    assert (result.code, result.out) == (1, "")
    assert desk.read_bytes() == before


# -- copies ---------------------------------------------------------------------------------------------------------


def test_a_backup_is_put_in_place_and_the_former_desk_is_kept(run: Run, desk: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copies" / "monday.desk"
    copy.parent.mkdir()
    assert run("backup", desk, copy).code == 0
    assert run("mark", desk, quotes_of(desk)[0].id, "disputed", "--checker", "Ada").code == 0
    result = run("restore", copy, desk)
    assert result.code == 0
    assert all(quote.status is Status.UNVERIFIED for quote in quotes_of(desk))
    others = [path for path in desk.parent.rglob("*.desk") if path not in {desk, copy}]
    assert any(quote.status is Status.DISPUTED for path in others for quote in quotes_of(path))


def test_a_backup_without_a_name_goes_beside_the_desk(run: Run, desk: Path) -> None:
    result = run("backup", desk)
    assert result.code == 0
    copy_name = result.out.removeprefix("verified copy: ").strip()
    assert str(desk.parent) in copy_name


def test_restoring_what_is_no_desk_changes_nothing(run: Run, desk: Path, tmp_path: Path) -> None:
    before = desk.read_bytes()
    (tmp_path / "letter.desk").write_text("Dear Ada", encoding="utf-8")
    result = run("restore", tmp_path / "letter.desk", desk)
    assert result.code == 1
    assert "letter.desk" in result.err
    assert desk.read_bytes() == before


def test_a_quote_is_found_by_its_id_without_reading_the_articles(run: Run, desk: Path) -> None:
    with Desk.open(desk, read_only=True) as opened:
        by_number, by_uid = (opened.quotes(article.newest)[0] for article in opened.articles()[:2])
    spoil_other_versions(desk, [])
    for quote, name in ((by_number, by_number.id), (by_uid, by_uid.uid)):
        result = run("mark", desk, name, "verified", "--checker", "Ada")
        assert (result.code, result.out) == (0, f"quote {quote.id}: unverified → verified, by Ada\n")
    missing = run("mark", desk, "f00", "verified", "--checker", "Ada")
    assert (missing.code, missing.out) == (1, "")
    assert "There is no quote f00" in missing.err


# -- export ---------------------------------------------------------------------------------------------------------


def csv_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    head = int(rows[1][1])
    return [dict(zip(rows[head], row, strict=True)) for row in rows[head + 1 :]]


def test_every_quote_of_the_desk_is_in_every_export_exactly(run: Run, marked: Path, tmp_path: Path) -> None:
    expected = sorted((quote.text, quote.status.value) for quote in quotes_of(marked))
    for name in ("log.csv", "log.json", "log.html"):
        result = run("export", marked, tmp_path / name, "--everything")
        assert (result.code, result.out) == (0, f"{len(expected)} rows written to {tmp_path / name}\n")
    rows = csv_rows(tmp_path / "log.csv")
    assert sorted((csv_file.bare(row["quote_as_printed"]), row["status"]) for row in rows) == expected
    log = json_file.read((tmp_path / "log.json").read_bytes())
    assert sorted((q.text, q.status.value) for found in log.quotes.values() for q in found) == expected
    page = Page((tmp_path / "log.html").read_bytes())
    assert sorted(page.of_class("said")) == [text for text, _ in expected]


def test_the_json_log_holds_what_the_desk_says_field_by_field(run: Run, marked: Path, tmp_path: Path) -> None:
    run("export", marked, tmp_path / "log.json")
    log = json_file.read((tmp_path / "log.json").read_bytes())
    with Desk.open(marked, read_only=True) as opened:
        assert list(log.stories) == opened.stories()
        assert list(log.articles) == opened.articles()
        for article in log.articles:
            assert list(log.versions[article.id]) == opened.versions(article.id)
        for version, quotes in log.quotes.items():
            assert list(quotes) == opened.quotes(version)
        for quote, marks in log.marks.items():
            assert list(marks) == opened.history(quote)
        head = opened.chains.mark_head()
        assert (log.head_chain, log.head_marks, log.head_hash) == (head.chain, head.marks, head.hash)
        assert log.head_marks == 4


def test_the_audit_has_every_mark_with_its_hash(run: Run, marked: Path, tmp_path: Path) -> None:
    run("export", marked, tmp_path / "log.csv", "--columns", "audit")
    rows = [row for row in csv_rows(tmp_path / "log.csv") if row["event_seq"]]
    with Desk.open(marked, read_only=True) as opened:
        marks = [mark for quote in quotes_of(marked) for mark in opened.history(quote.id)]
    assert sorted(row["hash"] for row in rows) == sorted(mark.hash for mark in marks)
    twice = [(row["status_from"], row["status_to"]) for row in rows if row["event_note"] == "note 0"]
    assert twice == [("unverified", "verified"), ("verified", "disputed")]


def test_an_export_can_be_of_one_story(run: Run, marked: Path, tmp_path: Path) -> None:
    text = tmp_path / "bridge.txt"
    text.write_text("The bridge is closed\n\nThe mayor said: “We had to close it at once.” Nobody answered.\n")
    run("add", marked, text, "--story", "The bridge")
    assert run("export", marked, tmp_path / "log.csv", "--story", "The bridge").code == 0
    assert {row["story"] for row in csv_rows(tmp_path / "log.csv")} == {"The bridge"}
    refused = run("export", marked, tmp_path / "log.csv", "--story", "No such story")
    assert (refused.code, refused.out) == (1, "")


def test_exporting_changes_nothing_in_the_desk(run: Run, marked: Path, tmp_path: Path) -> None:
    before = marked.read_bytes()
    run("export", marked, tmp_path / "log.html")
    assert marked.read_bytes() == before


@pytest.mark.parametrize(("name", "says"), [("log.odt", "no log in the format"), ("nowhere/log.csv", "does not exist")])
def test_what_cannot_be_written_is_said(run: Run, desk: Path, tmp_path: Path, name: str, says: str) -> None:
    result = run("export", desk, tmp_path / name)
    assert (result.code, result.out) == (1, "")
    assert says in result.err


def test_the_format_can_be_given_apart_from_the_name(run: Run, desk: Path, tmp_path: Path) -> None:
    result: Result = run("export", desk, tmp_path / "log", "--format", "json")
    assert result.code == 0
    assert json.loads((tmp_path / "log").read_bytes())["format"] == "verbatim-log"


# -- check ----------------------------------------------------------------------------------------------------------


def test_a_sound_desk_is_said_to_be_sound_and_what_that_does_not_prove(run: Run, marked: Path) -> None:
    result = run("check", marked)
    assert result.code == 0
    assert "4 marks, 5 versions" in result.out
    assert "nothing wrong was found" in result.out
    assert "does not prove" in result.out


def test_a_desk_is_checked_against_an_earlier_log(run: Run, marked: Path, tmp_path: Path) -> None:
    run("export", marked, tmp_path / "log.json")
    assert run("mark", marked, 3, "verified", "--checker", "Bo").code == 0
    assert run("check", marked, "--against", tmp_path / "log.json").code == 0
    assert run("check", tmp_path / "log.json").code == 0


def test_a_desk_that_lost_marks_since_the_log_is_found_out(run: Run, desk: Path, tmp_path: Path) -> None:
    before = desk.read_bytes()
    assert run("mark", desk, 3, "verified", "--checker", "Bo").code == 0
    run("export", desk, tmp_path / "log.json")
    desk.write_bytes(before)  # an older copy put in its place verifies perfectly by itself
    assert run("check", desk).code == 0
    result = run("check", desk, "--against", tmp_path / "log.json")
    assert result.code == 1
    assert "is in the log but not in the desk" in result.out


def test_a_desk_that_lost_what_was_done_beside_marks_since_the_log_is_found_out(
    run: Run, marked: Path, tmp_path: Path
) -> None:
    before = marked.read_bytes()
    with Desk.open(marked) as opened:
        opened.rename_story(opened.stories()[0].id, "Another name", checker="Bo")
    run("export", marked, tmp_path / "log.json")
    with Desk.open(marked) as opened:
        opened.rename_story(opened.stories()[0].id, "A third name", checker="Bo")
    assert run("check", marked, "--against", tmp_path / "log.json").code == 0
    marked.write_bytes(before)
    result = run("check", marked, "--against", tmp_path / "log.json")
    assert result.code == 1
    assert "the last in the log, is in the log but not in the desk" in result.out
    with Desk.open(marked) as opened:
        opened.rename_story(opened.stories()[0].id, "Yet another name", checker="Bo")
    result = run("check", marked, "--against", tmp_path / "log.json")
    assert "the last in the log, says something else than in the log" in result.out


def test_what_went_to_the_trash_since_the_log_is_not_missing(run: Run, marked: Path, tmp_path: Path) -> None:
    run("export", marked, tmp_path / "log.json")
    with Desk.open(marked) as opened:
        first, second = opened.articles()[:2]
        opened.delete_articles([first.id], checker="Bo")
        opened.corrections.delete([opened.quotes(second.newest)[0].id], checker="Bo")
    result = run("check", marked, "--against", tmp_path / "log.json")
    assert (result.code, "nothing wrong was found" in result.out) == (0, True)


def test_a_desk_that_is_open_elsewhere_can_be_listed_and_exported_but_not_marked(
    run: Run, desk: Path, tmp_path: Path
) -> None:
    with Desk.open(desk) as opened:
        assert run("list", desk).code == 0
        assert run("export", desk, tmp_path / "log.csv").code == 0
        result = run("mark", desk, 1, "verified", "--checker", "Bo")
        assert (result.code, result.out) == (1, "")
        assert len(result.err.splitlines()) == 1
        assert opened.chains.mark_head().marks == 0


def test_a_changed_log_is_found_out_against_the_desk(run: Run, marked: Path, tmp_path: Path) -> None:
    log = tmp_path / "log.json"
    run("export", marked, log)
    log.write_text(log.read_text(encoding="utf-8").replace("note 20", "note 21"), encoding="utf-8")
    result = run("check", marked, "--against", log)
    assert result.code == 1
    assert "says something else than in the log" in result.out


FORGED = [  # a place in the document, and what is put there
    (("stories", 0, "title"), "Another story"),
    (("stories", 0, "articles", 0, "metadata", "byline"), "Somebody else"),
    (("stories", 0, "articles", 0, "captures", 0, "original_sha256"), "0" * 64),
    (("stories", 0, "articles", 0, "captures", 0, "uid"), "0" * 32),
    (("stories", 0, "articles", 0, "captures", 0, "quotes", 0, "attribution", "person"), "Somebody else"),
    (("stories", 0, "articles", 0, "captures", 0, "quotes", 0, "prefix"), "not "),
    (("stories", 0, "articles", 0, "counts", "verified"), 99),
    (("entries", 0, "body"), "{}"),
    (("chains", 0, "hash"), "0" * 64),
    (("counts", "verified"), 99),
    (("desk", "uid"), "0" * 32),
]


@pytest.mark.parametrize(("place", "value"), FORGED)
def test_a_log_rewritten_with_a_digest_that_fits_is_found_out_beside_its_desk(
    run: Run, marked: Path, tmp_path: Path, place: tuple[str | int, ...], value: object
) -> None:
    log = tmp_path / "log.json"
    run("export", marked, log)
    document = json.loads(log.read_bytes())
    at = document
    for step in place[:-1]:
        at = at[step]
    at[place[-1]] = value
    document["digest"] = "0" * 64
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    digest = hashlib.sha256(text.encode()).hexdigest()
    log.write_text(text.replace(f'"digest":"{"0" * 64}"', f'"digest":"{digest}"', 1), encoding="utf-8")
    result = run("check", marked, "--against", log)
    assert (result.code, "nothing wrong" in result.out) == (1, False)


def test_a_quote_of_a_log_that_ends_before_it_begins_is_a_finding(run: Run, marked: Path, tmp_path: Path) -> None:
    log = tmp_path / "log.json"
    run("export", marked, log)
    changed, count = re.subn(r'("span":{"end":)\d+', r"\g<1>0", log.read_text("utf-8"), count=1)
    assert count == 1
    log.write_text(changed, "utf-8")
    for question in (("check", log), ("check", marked, "--against", log)):
        result = run(*question)
        assert result.code == 1
        assert "longer or shorter than its place" in result.out + result.err


def test_a_byte_changed_anywhere_in_a_log_is_found_with_and_without_its_desk(
    run: Run, marked: Path, tmp_path: Path
) -> None:
    log, chance = tmp_path / "log.json", random.Random(16)
    run("export", marked, log)
    content = log.read_bytes()
    for place in chance.sample(range(len(content)), 15):
        log.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
        for question in (("check", log), ("check", marked, "--against", log)):
            assert run(*question).code == 1, (place, content[place])


def test_a_log_that_was_only_formatted_anew_is_sound_and_that_is_said(run: Run, marked: Path, tmp_path: Path) -> None:
    log = tmp_path / "log.json"
    run("export", marked, log)
    log.write_text(json.dumps(json.loads(log.read_bytes())), encoding="utf-8")
    for question in (("check", log), ("check", marked, "--against", log)):
        result = run(*question)
        assert result.code == 0
        assert "was formatted anew" in result.out


def test_what_is_neither_desk_nor_log_is_refused(run: Run, marked: Path, tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text("{}")
    assert "not a verification log" in run("check", tmp_path / "other.json").err
    assert "not a verification log" in run("check", marked, "--against", tmp_path / "other.json").err
    assert run("check", tmp_path / "missing.desk").code == 1


# -- unlock ---------------------------------------------------------------------------------------------------------


def test_a_lock_of_another_computer_is_told_and_broken_only_when_asked_for(run: Run, desk: Path) -> None:
    assert run("unlock", desk).out == f"no lock keeps {desk} closed\n"
    lock = desk.with_name(f"{desk.name}.lock")
    lock.write_text(json.dumps({"pid": 1, "host": "the-other", "user": "Lee", "since": "2026-09-01T10:00:00+00:00"}))
    result = run("unlock", desk)
    assert (result.code, result.out) == (1, "")
    assert "Lee has" in result.err
    assert "unlock" in result.err
    assert lock.exists()
    assert run("unlock", desk, "--break", "--checker", "Ada").code == 0
    assert not lock.exists()
    with Desk.open(desk, read_only=True) as opened:
        [broken] = [entry for _, entry in opened.chains.entries() if entry.kind == "lock broken"]
    assert (broken.checker, broken.body["host"]) == ("Ada", "the-other")


def test_a_lock_that_is_held_here_is_not_broken(run: Run, desk: Path) -> None:
    with Desk.open(desk):
        result = run("unlock", desk, "--break")
        assert result.code == 1
        assert "on this computer" in result.err
        assert desk.with_name(f"{desk.name}.lock").exists()
