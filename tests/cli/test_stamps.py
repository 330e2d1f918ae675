"""A desk is stamped by a real authority on loopback, by files and over the network, and `check` says what is proven."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
import threading
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING

import pytest

from desktop.desk.evidence.stamping import stamps
from desktop.desk.open_desk import Desk
from tests.stamps.authority import Authority, needs_openssl
from tests.stamps.test_opentimestamps import GENESIS, MAGIC, in_block, pending

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.conftest import Run


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


def have_stamped(run: Run, desk: Path, authority: Authority, folder: Path) -> None:
    """Have a desk stamped by files, which are put into a folder."""
    request, reply = folder / "desk.tsq", folder / "desk.tsr"
    run("stamp", desk, "--request", request)
    reply.write_bytes(authority.reply(request.read_bytes()))
    run("stamp", desk, "--take", reply)


@contextmanager
def serving(authority: Authority) -> Iterator[str]:
    """Answer over HTTP as RFC 3161 section 3.4 says."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            request = self.rfile.read(int(self.headers["Content-Length"]))
            fits = self.headers["Content-Type"] == "application/timestamp-query"
            answer = authority.reply(request) if fits else b""
            self.send_response(200 if fits else 415)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@needs_openssl
def test_a_stamp_by_files_is_kept_named_in_every_log_and_verified_offline(
    run: Run, marked: Path, tmp_path: Path, authority: Authority
) -> None:
    request, reply = tmp_path / "desk.tsq", tmp_path / "desk.tsr"
    assert run("stamp", marked, "--request", request).code == 0
    run("mark", marked, "2", "disputed", "--checker", "Bo")  # the work goes on until the reply is there
    reply.write_bytes(authority.reply(request.read_bytes()))
    taken = run("stamp", marked, "--take", reply, "--authority", authority.root)
    assert (taken.code, taken.err) == (0, "")
    assert "by Clock of the Harbour Authority" in taken.out
    assert "signature verified" in taken.out
    assert "Clock of the Harbour Authority" in run("stamp", marked).out

    unverified, verified = run("check", marked), run("check", marked, "--authority", authority.root)
    assert (unverified.code, verified.code) == (0, 0)
    assert "proves nothing yet" in unverified.out
    assert "That is proven to whoever trusts the clock and the key of Clock of the Harbour Authority" in verified.out
    for name in ("log.json", "log.jsonl", "log.zip"):
        run("export", marked, tmp_path / name)
        checked = run("check", tmp_path / name, "--authority", authority.root)
        assert (checked.code, "That is proven" in checked.out) == (0, True)
    for name in ("log.csv", "log.html", "log.md"):
        run("export", marked, tmp_path / name)
        assert "RFC 3161" in (tmp_path / name).read_text("utf-8-sig")
    head = json.loads((tmp_path / "log.jsonl").read_text("utf-8").splitlines()[0])
    assert len(head["stamps"]) == 1


@needs_openssl
def test_of_two_authorities_that_whose_certificate_is_not_given_is_unknown_and_not_wrong(
    run: Run, marked: Path, tmp_path: Path, authority: Authority
) -> None:
    (tmp_path / "second").mkdir()
    second = Authority(tmp_path / "second")
    for one in (authority, second):
        have_stamped(run, marked, one, tmp_path)
    both = run("check", marked, "--authority", second.root)
    assert both.code == 0
    assert both.out.count("That is proven") == both.out.count("proves nothing to you") == 1
    foreign = Authority(tmp_path)
    alone = run("check", marked, "--authority", foreign.root)
    assert alone.code == 1
    assert "No time stamp leads to the certificate that was given." in alone.out + alone.err


@needs_openssl
def test_the_files_of_a_bundle_are_verified_by_openssl_as_its_readme_says(
    run: Run, marked: Path, tmp_path: Path, authority: Authority
) -> None:
    have_stamped(run, marked, authority, tmp_path)
    run("export", marked, tmp_path / "log.zip")
    shutil.unpack_archive(tmp_path / "log.zip", tmp_path / "bundle")
    [statement] = (tmp_path / "bundle" / "stamps").glob("*.json")
    [token] = (tmp_path / "bundle" / "stamps").glob("*.tsr")
    authority._run("ts", "-verify", "-data", statement, "-in", token, "-token_in", "-CAfile", authority.root)


@needs_openssl
def test_an_authority_is_asked_over_the_network_only_where_that_is_asked_for(
    run: Run, marked: Path, authority: Authority
) -> None:
    with serving(authority) as address:
        refused = run("stamp", marked, "--ask", address)
        assert (refused.code, "private network" in refused.err) == (1, True)
        asked = run("stamp", marked, "--ask", address, "--allow-private", "--authority", authority.root)
    assert (asked.code, asked.err) == (0, "")
    assert "signature verified" in asked.out
    for wrong in ("file:///etc/passwd", "ftp://example.org"):
        assert "begins with http" in run("stamp", marked, "--ask", wrong).err


@needs_openssl
def test_a_stamp_that_answers_something_else_is_refused_and_nothing_is_kept(
    run: Run, marked: Path, tmp_path: Path, authority: Authority
) -> None:
    with Desk.create(tmp_path / "other.desk"):
        pass
    run("stamp", tmp_path / "other.desk", "--request", tmp_path / "other.tsq")
    reply = tmp_path / "other.tsr"
    reply.write_bytes(authority.reply((tmp_path / "other.tsq").read_bytes()))
    assert "over something else" in run("stamp", marked, "--take", reply).err
    assert run("stamp", tmp_path / "other.desk", "--take", reply).code == 0
    assert "already" in run("stamp", tmp_path / "other.desk", "--take", reply).err
    reply.write_bytes(b"Dear Sir")
    assert "no reply of a time-stamping authority" in run("stamp", marked, "--take", reply).err
    with Desk.open(marked, read_only=True) as desk:
        assert stamps(desk) == []


@needs_openssl
def test_a_chain_that_was_written_anew_does_not_fit_its_stamp(
    run: Run, marked: Path, tmp_path: Path, authority: Authority
) -> None:
    """Whoever can write the file can make all hashes fit; what was stamped before does not fit then."""
    have_stamped(run, marked, authority, tmp_path)
    with closing(sqlite3.connect(marked)) as raw, raw:
        guards = raw.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'mark'"
        ).fetchall()
        for name, _ in guards:
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute("UPDATE mark SET hash = ? WHERE id = (SELECT max(id) FROM mark)", ("0" * 64,))
        for _, sql in guards:
            raw.execute(sql)
    checked = run("check", marked, "--authority", authority.root)
    assert checked.code == 1
    assert "is over chains that ended otherwise" in checked.out


def test_opentimestamps_says_what_is_promised_and_what_a_block_proves(run: Run, marked: Path, tmp_path: Path) -> None:
    statement, proof = tmp_path / "desk.json", tmp_path / "desk.ots"
    run("stamp", marked, "--statement", statement)
    head = MAGIC + b"\x01\x08" + hashlib.sha256(statement.read_bytes()).digest()
    proof.write_bytes(head + pending())
    assert run("stamp", marked, "--take", proof).code == 0
    assert "this proves nothing yet" in run("check", marked).out
    proof.write_bytes(head + in_block(9))
    assert run("stamp", marked, "--take", proof).code == 0
    root = hashlib.sha256(statement.read_bytes()).digest()[::-1].hex()
    assert f"if the Merkle root of that block is {root}" in run("check", marked).out
    wrong = run("check", marked, "--block-header", GENESIS)
    assert (wrong.code, "another Merkle root" in wrong.out) == (1, True)
    assert "no block header" in run("check", marked, "--block-header", "00").err


def test_a_merged_desk_brings_its_stamps(run: Run, marked: Path, tmp_path: Path) -> None:
    run("stamp", marked, "--statement", tmp_path / "desk.json")
    sha256 = hashlib.sha256((tmp_path / "desk.json").read_bytes()).digest()
    (tmp_path / "desk.ots").write_bytes(MAGIC + b"\x01\x08" + sha256 + in_block(9))
    run("stamp", marked, "--take", tmp_path / "desk.ots")
    with Desk.create(tmp_path / "other.desk"):
        pass
    run("merge", tmp_path / "other.desk", marked)
    assert "Bitcoin block 9" in run("stamp", tmp_path / "other.desk").out
    assert run("check", tmp_path / "other.desk").code == 0
