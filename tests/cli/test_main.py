"""The command line as a program: start, exit codes, help, messages, and what it loads."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop import assets
from desktop.cli.arguments import VERBS, parse
from desktop.cli.main import INTERNAL, WRONG_USE
from desktop.store.file.location import own_folder
from tests.intake.docx.files import docx
from tests.intake.docx.files import p as docx_p
from tests.intake.docx.files import r as docx_r
from tests.intake.odt.files import odt
from tests.intake.odt.files import p as odt_p
from tests.intake.pdf.writer import Sheet, pdf
from tests.web_server import serve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cli.conftest import Run
    from tests.sharing_server import HubDatabase

SEEDS = assets.seeds()


def program(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program as its users do: from source, or the bundle that VERBATIM_PROGRAM names."""
    bundle = os.environ.get("VERBATIM_PROGRAM")
    return subprocess.run(
        [*([bundle] if bundle else [sys.executable, "-m", "desktop"]), *map(str, arguments)],
        capture_output=True,
        check=False,
        env=os.environ | environment,
    )


@pytest.fixture
def archive() -> Iterator[str]:
    """A web archive on loopback that holds one capture."""
    with serve() as site:
        path = "/web/timemap/link/https://paper.example/story"
        capture = f"{site.address}/web/20220101000000/https://paper.example/story"
        site.page(path, f'<{capture}>; rel="memento"; datetime="Sat, 01 Jan 2022 00:00:00 GMT"')
        yield site.address


def test_every_verb_runs_as_a_program_of_its_own(tmp_path: Path, archive: str) -> None:
    desk = tmp_path / "a.desk"
    other = tmp_path / "other.desk"
    assert program("add", other, SEEDS[2]).returncode == 0
    runs: dict[str, tuple[object, ...]] = {
        "add": (desk, SEEDS[1]),
        "list": (desk, "--quotes"),
        "read": (SEEDS[1],),
        "diff": (SEEDS[1], SEEDS[2]),
        "quotes": (SEEDS[1],),
        "matrix": (SEEDS[1], SEEDS[2]),
        "mark": (desk, 1, "disputed", "--checker", "Ada", "--evidence", "tape · “said otherwise”"),
        "letter": (desk, 1, tmp_path / "letter.docx"),
        "export": (desk, tmp_path / "log.csv"),
        "check": (desk,),
        "merge": (desk, other),
        "backup": (desk, tmp_path / "copy.desk"),
        "restore": (tmp_path / "copy.desk", desk),
        "unlock": (desk,),
        "stamp": (desk,),
        "install": ("--remove",),
        "sources": (SEEDS[1], "--against", SEEDS[2]),
        "captures": ("https://paper.example/story", "--allow-private", "--archive", archive),
    }
    assert set(runs) == set(VERBS) - {"hub", "share", "join", "leave", "sync"}
    for verb, arguments in runs.items():
        done = program(verb, *arguments)
        assert (done.returncode, done.stderr) == (0, b""), verb
        assert done.stdout, verb
    assert (tmp_path / "log.csv").exists()


def test_every_verb_of_the_newsroom_runs_as_a_program(tmp_path: Path, hub_database: HubDatabase) -> None:
    desk, other = tmp_path / "a.desk", tmp_path / "other.desk"
    assert program("add", desk, SEEDS[1], "--story", "Talks").returncode == 0
    assert program("add", other, SEEDS[2], "--story", "Another").returncode == 0
    runs: list[tuple[object, ...]] = [
        ("hub", "status", hub_database.url("ann")),
        ("share", desk, "Talks", hub_database.url("ann"), "--checker", "Ann"),
        ("join", other, hub_database.url("ben"), "Talks", "--checker", "Ben"),
        ("sync", other),
        ("hub", "check", hub_database.url("ben")),
        ("leave", other, "Talks"),
    ]
    for arguments in runs:
        done = program(*arguments)
        assert (done.returncode, done.stderr) == (0, b""), arguments
        assert done.stdout, arguments


def test_every_kind_of_file_is_read_as_a_program(tmp_path: Path) -> None:
    words = "The harbour was sold to the town, the mayor said."
    files = {
        "a.txt": words.encode(),
        "a.html": f"<html><body><article><h1>News</h1>{f'<p>{words}</p>' * 9}</article></body></html>".encode(),
        "a.docx": docx(docx_p(docx_r(words))),
        "a.odt": odt(odt_p(words)),
        "a.pdf": pdf(Sheet().text(72, 700, words)),
        "a.rtf": rb"{\rtf1\ansi " + words.encode() + rb"\par}",
        "a.eml": b"From: a@b.example\nSubject: News\nContent-Type: text/plain\n\n" + words.encode(),
        "a.srt": b"1\n00:00:01,000 --> 00:00:04,000\n" + words.encode() + b"\n",
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    done = program("read", *(tmp_path / name for name in files), "--format", "json")
    assert done.returncode == 0
    assert [Path(each["input"]).name for each in json.loads(done.stdout) if words in each["text"]] == [*files]


@pytest.mark.parametrize("verb", ["", *VERBS])
def test_help_names_every_option_and_ends_well(run: Run, verb: str) -> None:
    result = run(*([verb] if verb else []), "--help")
    assert result.code == 0
    assert result.out.startswith(f"usage: verbatim {verb}".rstrip())
    assert "Exit code 0 only if all went well" in " ".join(result.out.split())
    assert result.err == ""


def test_the_help_of_the_program_lists_every_verb(run: Run) -> None:
    out = run("--help").out
    assert all(f"  {verb} " in out for verb in VERBS)


def test_the_version_is_said(run: Run) -> None:
    assert run("--version").out.startswith("verbatim 0.")


def test_wrong_use_ends_with_two_and_says_how_it_is_used(run: Run) -> None:
    for arguments in (("diff", "only-one"), ("mark", "a.desk", "1", "true"), ("export",), ("--no-such-option",)):
        result = run(*arguments)
        assert result.code == WRONG_USE
        assert result.err.startswith("usage: verbatim")
        assert result.out == ""


@pytest.mark.parametrize("more", [[], ["my.desk", "log.html"]])
def test_a_word_that_is_neither_a_verb_nor_a_file_is_wrong_use(
    more: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(["exprot", *more])
    assert ended.value.code == WRONG_USE
    assert "“exprot” is neither a verb nor a file" in capsys.readouterr().err


def test_without_a_verb_the_window_is_asked_for() -> None:
    assert vars(parse(["my.desk"])) | {"desk": "x"} == {"desk": "x", "sample": False, "self_check": False, "verb": None}
    assert parse(["--sample"]).sample
    assert parse([]).desk is None


def test_batch_verbs_never_load_qt_or_the_network(tmp_path: Path) -> None:
    desk = tmp_path / "a.desk"
    code = (
        "import sys; from desktop.cli.main import main\n"
        f"for run in (['add', {str(desk)!r}, {str(SEEDS[0])!r}], ['list', {str(desk)!r}],\n"
        f"            ['diff', {str(SEEDS[1])!r}, {str(SEEDS[2])!r}, '--format', 'html'],\n"
        f"            ['export', {str(desk)!r}, {str(tmp_path / 'a.html')!r}]):\n"
        "    assert main(run) == 0\n"
        "assert not [name for name in sys.modules if name.startswith(('PySide6', 'shiboken', 'httpx', 'httpcore'))]\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_verb_loads_only_what_it_needs() -> None:
    code = (
        "import sys; from desktop.cli.main import main\n"
        f"assert main(['quotes', {str(SEEDS[1])!r}]) == 0\n"
        "assert not {'sqlite_utils', 'desktop.text.statements', 'desktop.text.diff', 'jinja2'} & set(sys.modules)\n"
        "readers = ('desktop.intake.pdf', 'desktop.intake.web_page', 'desktop.intake.mail.messages')\n"
        "assert not [name for name in sys.modules if name.startswith(readers)]\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_output_is_utf8_whatever_the_locale() -> None:
    done = program("quotes", SEEDS[1], LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "“" in done.stdout.decode("utf-8")


def test_a_closed_pipe_ends_quietly() -> None:
    command = [sys.executable, "-m", "desktop", "read", *map(str, SEEDS), *map(str, SEEDS)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as started:
        assert started.stdout is not None
        assert started.stderr is not None
        started.stdout.close()
        assert started.stderr.read() == b""
    assert started.returncode != 0


def test_an_error_inside_the_program_says_where_but_not_what(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = "a sentence of the article"  # noqa: S105, RUF100  # not a password

    def broken(*_: object, **__: object) -> object:
        raise KeyError(secret)

    monkeypatch.setattr("desktop.cli.text_verbs.read_side", broken)
    result = run("diff", "a", "b")
    assert result.code == INTERNAL
    assert "Error" in (own_folder() / "logs" / "errors.log").read_text(encoding="utf-8")
    assert "KeyError in test_main.py, line" in result.err
    assert secret not in result.err
    assert result.out == ""
