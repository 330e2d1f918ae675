"""Every input becomes a capture or one plain sentence, and nothing of it is changed or lost."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.intake.batch import read_batch
from desktop.intake.errors import FILE_LIMIT, LIMIT, Binary, Empty, IntakeError, TooLarge, Unsupported
from desktop.intake.reading import find_inputs, read_bytes, read_path, read_text
from tests.intake.texts import BODY, TITLE

if TYPE_CHECKING:
    from desktop.domain import Capture


def language_of(capture: Capture) -> str:
    return capture.language


TEXT = f"{TITLE}\r\n\r\nBy Jane Doe\r\n\r\n{BODY[0]}\r\n\r\nRead Comments"
GERMAN = (
    "Der Rat hat am Dienstag nicht über die Brücke abgestimmt, weil die Pläne für den Fluss noch nicht fertig sind."
)


def check_laws(capture: Capture) -> None:
    """Assert what holds of every capture."""
    end = 0
    for cut in capture.cuts:
        assert end <= cut.span.start < cut.span.end <= len(capture.text)
        assert cut.why
        end = cut.span.end
    assert "\r" not in capture.text
    assert "\0" not in capture.text
    assert capture.text_sha256 == hashlib.sha256(capture.text.encode()).hexdigest()
    assert capture.original_sha256 == hashlib.sha256(capture.original).hexdigest()
    assert " ".join(capture.metadata.title.split()) in " ".join(capture.text.split())  # it stands on one line


def test_original_bytes_and_both_hashes_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode())
    capture = read_path(path)
    assert capture.original == TEXT.encode()
    assert capture.text == TEXT.replace("\r\n", "\n")
    assert (capture.source, capture.media_type, capture.encoding) == (str(path), "text/plain", "utf-8")
    check_laws(capture)


def test_the_language_is_told_by_the_text() -> None:
    assert read_text(GERMAN).language == "de"
    assert read_text(BODY[0]).language == "en"


def test_pasted_text_is_kept_as_it_came() -> None:
    capture = read_text("\ufeffOne\r\ntwo\rthree\ud83d\0")
    assert capture.text == "One\ntwo\nthree\ufffd\ufffd"
    assert capture.original == "\ufeffOne\r\ntwo\rthree\ud83d\0".encode("utf-8", "surrogatepass")
    assert capture.source == "clipboard"
    assert len(capture.warnings) == 2
    check_laws(capture)


@given(st.binary(max_size=400))
@example(b"\xff\xfe\x00\xd8")
@example(b"\xef\xbb\xbf")
@example(b"a\0\0\0")
def test_any_bytes_become_a_lawful_capture_or_a_sentence(data: bytes) -> None:
    try:
        [capture] = read_bytes(data, source="/tmp/some.txt", name="some.txt")
    except IntakeError as error:
        sentence = str(error)
    else:
        assert capture.original == data
        check_laws(capture)
        return
    assert sentence.startswith("some.txt ")
    assert sentence.endswith(".")


PIECES = st.sampled_from(
    [
        *(*BODY, TITLE, "Read more", "Comments", "Read Comments", "By Jane Doe", "Jane Doe", "3 May 2021"),
        *("Photo: Jane Doe", "Storm over northern coast leaves thousands of homes without power", "|", "©", "By", ":"),
        *("Reporting by Ann Roe", "OSLO, May 3 (AP) - ", "“", "\ufeff", "\u2028", "\x0b", "😀", " ", "a.b. Read more"),
    ]
)


@given(st.lists(st.tuples(PIECES, st.sampled_from(["\n", "\n\n", " ", "\r\n", "\r", " \n\t"])), max_size=14))
def test_any_mixture_of_article_and_boilerplate_keeps_the_laws(parts: list[tuple[str, str]]) -> None:
    text = "".join(piece + gap for piece, gap in parts)
    try:
        capture = read_text(text)
    except Empty:
        return
    assert capture.text == text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    check_laws(capture)


@given(st.text(max_size=300))
def test_text_written_as_utf_8_comes_back_as_it_was(text: str) -> None:
    try:
        capture = read_text(text)
    except IntakeError:
        return
    assert capture.text == text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    warnings = [warning for warning in capture.warnings if "Repair characters" not in warning]
    assert len(warnings) == ("\0" in text)


@pytest.mark.parametrize(
    ("name", "data", "error", "words"),
    [
        ("nothing.txt", b"", Empty, "nothing.txt is empty."),
        ("blank.txt", b" \r\n\t\n", Empty, "blank.txt holds no text, only blanks."),
        ("mark.txt", b"\xff\xfe", Empty, "mark.txt holds no text."),
        ("x.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Binary, "x.txt is a picture, not a text."),
        ("x.txt", b"\x7fELF\x02\x01\x01\0" + bytes(60), Binary, "x.txt is a program, not a text."),
        ("x.txt", bytes(range(256)) * 4, Binary, "x.txt is not a text: its bytes do not read as characters."),
        (
            "x.docx",
            b"PK\x03\x04....",
            Unsupported,
            "x.docx is a packed file, not a text.",
        ),
        (
            "x.desk",
            b"SQLite format 3\0....",
            Unsupported,
            "x.desk is a database or desk, not a text. A desk is opened",
        ),
    ],
)
def test_what_is_no_text_gets_a_sentence_that_names_it(
    name: str, data: bytes, error: type[IntakeError], words: str
) -> None:
    with pytest.raises(error) as caught:
        read_bytes(data, source=f"/home/jane/{name}", name=name)
    assert str(caught.value).startswith(words)


@pytest.mark.parametrize(
    "text", ["BMW opens a works in Port Ellery", "ID3 is a tag", "MZ, RIFF and other letters", "Rar! he cried"]
)
def test_words_that_open_like_a_format_are_words(text: str) -> None:
    assert read_bytes(text.encode(), source="x.txt")[0].text == text


def test_pasting_nothing_says_so() -> None:
    with pytest.raises(Empty, match=r"^The pasted text is empty\.$"):
        read_text("")


def test_a_file_of_50_mb_is_refused_by_its_size_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(TooLarge, match=r"^big\.txt has more than 20 MB, the most that Verbatim reads\."):
        read_path(path)


def test_of_a_file_over_the_limit_of_files_nothing_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(FILE_LIMIT + 1)
    tracemalloc.start()
    try:
        with pytest.raises(TooLarge, match=r"^huge\.txt has more than 200 MB"):
            read_path(path)
        assert tracemalloc.get_traced_memory()[1] < FILE_LIMIT / 20
    finally:
        tracemalloc.stop()


def test_a_text_that_grows_over_the_limit_in_decoding_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.intake.capture.LIMIT", LIMIT // 1000)  # 20 MB would take many seconds
    lines = "élève né à l'été\n".encode("cp1252") * (LIMIT // 17_000 - 10)
    assert len(lines) < LIMIT // 1000
    with pytest.raises(TooLarge, match=r"^x\.txt has more than 20 MB"):
        read_bytes(lines, source="x.txt")


def test_a_line_of_10_mb_is_read_whole() -> None:
    text = "word and word (" * 700_000
    assert read_bytes(text.encode(), source="x.txt")[0].text == text


def test_what_is_not_there_and_what_is_no_file_gets_a_sentence(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "dead.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "folder.txt").mkdir()
    sentences = {
        each.path.name: str(each.error)
        for each in read_batch([*tmp_path.iterdir(), tmp_path / "gone.txt", Path("a\0b")], language_of)
        if each.error
    }
    assert sentences == {
        "pipe.txt": "pipe.txt is not a file that can be read.",
        "dead.txt": "dead.txt is not there.",
        "folder.txt": "folder.txt is a folder, not a file.",
        "gone.txt": "gone.txt is not there.",
        "a\0b": "a\ufffdb could not be read: its name cannot be used.",
    }


# Root may read everything, so a child gives up its rights first.
_AS_NOBODY = """
import os, sys
from pathlib import Path
from desktop.intake.errors import IntakeError
from desktop.intake.reading import find_inputs, read_path
read_path(Path(sys.argv[1]) / "a.txt")  # loads what it needs while Python's own folders can be read
if os.geteuid() == 0:
    os.setgroups([]), os.setgid(65534), os.setuid(65534)
for path in find_inputs([Path(name) for name in sys.argv[1:]]):
    try:
        print(read_path(path).text)
    except IntakeError as error:
        print(error)
"""


def test_files_and_folders_without_permission_get_a_sentence_and_the_rest_is_read(tmp_path: Path) -> None:
    open_folder = tmp_path / "open"
    closed = open_folder / "closed"
    closed.mkdir(parents=True)
    (open_folder / "a.txt").write_text("Readable")
    (open_folder / "b.txt").write_text("Secret")
    (closed / "c.txt").write_text("Secret")
    (open_folder / "b.txt").chmod(0)
    closed.chmod(0)
    for folder in (open_folder, *tmp_path.parents[: len(tmp_path.parents) - 2], tmp_path):
        folder.chmod(folder.stat().st_mode | 0o055)
    try:
        command = [sys.executable, "-c", _AS_NOBODY, str(open_folder)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)
    finally:
        closed.chmod(0o755)
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "Readable",
        "b.txt cannot be read: you do not have permission to open it.",
        "closed cannot be read: you do not have permission to open it.",
    ]


def test_a_folder_of_200_files_with_three_broken_ones_gives_197_captures_and_three_sentences(tmp_path: Path) -> None:
    for number in range(200):
        folder = tmp_path / f"part {number % 7}"
        folder.mkdir(exist_ok=True)
        (folder / f"{number:03}.txt").write_text(f"{TITLE} {number}\n\n{BODY[number % 4]}", "utf-8")
    for number, data in ((3, b""), (77, bytes(range(256)) * 8), (150, b"\x89PNG\r\n\x1a\n\0\0")):
        (tmp_path / f"part {number % 7}" / f"{number:03}.txt").write_bytes(data)
    results = list(read_batch(find_inputs([tmp_path]), language_of))
    refused = sorted(str(each.error) for each in results if each.error)
    assert [each.path for each in results] == find_inputs([tmp_path])
    assert len(results) == 200
    assert refused == [
        "003.txt is empty.",
        "077.txt is not a text: its bytes do not read as characters.",
        "150.txt is a picture, not a text.",
    ]


def _end_at_the_word(capture: Capture) -> str:
    if "deadly" in capture.text:
        os._exit(1)
    return capture.text


def test_of_files_that_are_read_at_once_only_the_one_that_ends_its_reader_is_refused(tmp_path: Path) -> None:
    for number in range(70):
        word = "deadly" if number == 41 else "harmless"
        (tmp_path / f"{number:02}.txt").write_text(f"A {word} file, number {number}.", "utf-8")
    results = list(read_batch(find_inputs([tmp_path]), _end_at_the_word))
    assert [each.path.name for each in results if each.error] == ["41.txt"]
    assert [each.found for each in results if not each.error] == [
        (f"A harmless file, number {number}.",) for number in range(70) if number != 41
    ]


def test_folders_are_unfolded_in_order_without_hidden_files_and_desks(tmp_path: Path) -> None:
    names = ("b/2.txt", "b/1.txt", "a.txt", ".hidden", ".git/x.txt", "story.desk", "story.desk-journal", "b/z.desk.bak")
    for name in (*names, "story.desk-wal", "c.md", "Thumbs.db"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "b" / "loop").symlink_to(tmp_path)
    assert [str(path.relative_to(tmp_path)) for path in find_inputs([tmp_path])] == [
        "a.txt",
        "b/1.txt",
        "b/2.txt",
        "c.md",
    ]


def test_folders_nested_deeper_than_calls_may_be_are_unfolded(tmp_path: Path) -> None:
    here = Path.cwd()
    os.chdir(tmp_path)
    depth = 0
    try:
        while depth < 1_200:
            Path("d").mkdir()
            os.chdir("d")
            depth += 1
        Path("a.txt").write_text("x")
        os.chdir(tmp_path)
        assert [path.name for path in find_inputs([Path("d")])] == ["a.txt"]
    finally:  # pytest's own sweeping recurses
        os.chdir(tmp_path.joinpath(*["d"] * depth))
        Path("a.txt").unlink(missing_ok=True)
        for _ in range(depth):
            os.chdir("..")
            Path("d").rmdir()
        os.chdir(here)


def test_what_was_named_itself_is_listed_once_whatever_it_is(tmp_path: Path) -> None:
    hidden, gone, desk = tmp_path / ".hidden", tmp_path / "gone.txt", tmp_path / "s.desk"
    hidden.write_text("x")
    desk.write_text("x")
    assert find_inputs([gone, hidden, desk, hidden]) == [gone, hidden, desk]
    assert find_inputs([]) == []


def test_a_name_with_line_ends_gives_one_line() -> None:
    with pytest.raises(Empty) as caught:
        read_bytes(b"", source="x", name="a\nb\x1b[31m\udc80.txt")
    assert str(caught.value) == "a\ufffdb\ufffd[31m\ufffd.txt is empty."
