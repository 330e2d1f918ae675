"""Every exported row equals what the log was made of: each format read back by another library, all fields compared."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import html5lib
import jsonschema
import openpyxl
import pytest

from desktop.assets import resource
from desktop.domain import Reason, Status
from desktop.log import csv_file, json_file, xlsx_file
from desktop.log.columns import ColumnSet
from desktop.log.csv_file import printed_places, table
from desktop.log.writing import compose
from tests.log.examples import mark, quote, source

if TYPE_CHECKING:
    from desktop.log.rows import LogSource

HOSTILE = {
    "formulas": '=HYPERLINK("http://example.org","x")',
    "leads": "\t=1+1\n@SUM(A1)\r-2+3\uff1d1",
    "markup": "<img src=x onerror=alert(1)> &amp; ]]> <!-- -->",
    "marks": "“‘«\"'»’” ''“",
    "lines": "one\ntwo\rthree\r\nfour\u2028five\u0085six",
    "bidi": "\u202eevil\u202c \u2067שלום\u2069 \u200b\u200d\u061c",
    "controls": "\x01\x0b\x1b[2J\x7f\ufeff",
    "figures": "007",
    "beyond": "𝒜🏳️‍🌈\U0010fffd",
    "surrogate": "a\ud800b",
    "long": "“x=1, ”\n" * 14_286,
}
FIELDS = ("quote", "note", "evidence", "checker", "story", "title", "outlet", "speaker")


def hostile(words: str) -> LogSource:
    """A log in which every text that somebody wrote is this one."""
    marks = (
        mark(1, 1, Status.DISPUTED, words, reason=Reason.WORDING, note=words, evidence=words),
        mark(2, 1, Status.VERIFIED, "Bo", basis=words, note=words),
    )
    found = quote(1, words, *marks, prefix=words, suffix=words)
    found = replace(found, attribution=replace(found.attribution, speaker=words, person=words, role=words))
    return source((found, marks), (quote(2, words), ()), story=words, title=words, outlet=words, published=words)


def lossy(text: str) -> str:
    """What UTF-8 cannot hold is replaced in CSV; JSON keeps it."""
    return "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in text)


WORDS = pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())


@WORDS
@pytest.mark.parametrize("columns", [ColumnSet.EDITOR, ColumnSet.AUDIT, ColumnSet.SECOND_CHECK])
def test_csv(words: str, columns: ColumnSet) -> None:
    log = hostile(words)
    expected = table(log, columns)
    csv.field_size_limit(10_000_000)  # Python's reader stops at 131,072 letters otherwise
    rows = list(csv.reader(io.StringIO(compose(log, "csv", columns)[0].decode("utf-8-sig"), newline="")))
    head = int(rows[1][1])
    assert rows[head] == list(expected.names)
    printed = printed_places(expected)
    back = [
        [csv_file.bare(cell) if quoted else csv_file.unguard(cell) for cell, quoted in zip(row, printed, strict=True)]
        for row in rows[head + 1 :]
    ]
    assert back == [[lossy(str(cell)) for cell in row] for row in expected.rows]


@WORDS
@pytest.mark.parametrize("columns", [ColumnSet.EDITOR, ColumnSet.AUDIT])
def test_xlsx(words: str, columns: ColumnSet) -> None:
    log = hostile(words)
    expected = table(log, columns)
    book = openpyxl.load_workbook(io.BytesIO(compose(log, "xlsx", columns)[0]))
    rows = list(book["Log"].iter_rows())
    assert not [cell for row in rows for cell in row if cell.data_type == "f"]
    back: list[list[str]] = []
    for row in rows[1:]:
        cells = ["" if cell.value is None else str(cell.value) for cell in row]
        if cells[0] or not back:
            back.append(cells)
        else:  # longer words go on below
            back[-1] = [before + more for before, more in zip(back[-1], cells, strict=True)]
    expected_rows = [
        [xlsx_file.plain(cell) if isinstance(cell, str) else str(cell) for cell in row] for row in expected.rows
    ]
    assert sum(map(len, map("".join, back))) == sum(map(len, map("".join, expected_rows)))
    assert "".join(map("".join, zip(*back, strict=True))) == "".join(map("".join, zip(*expected_rows, strict=True)))


@WORDS
def test_json(words: str) -> None:
    log = hostile(words)
    content = compose(log, "json")[0]
    document = json.loads(content)
    schema = json.loads(resource("log.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(document)
    assert json_file.read(content) == log
    [article] = document["stories"][0]["articles"]
    quote = article["captures"][0]["quotes"][0]
    assert (quote["text"], quote["note"], quote["attribution"]["speaker"]) == (words, words, words)
    assert [one["note"] for one in quote["history"]] == [words, words]


@WORDS
@pytest.mark.parametrize("columns", [ColumnSet.AUDIT, ColumnSet.SECOND_CHECK])
def test_html(words: str, columns: ColumnSet) -> None:
    content = compose(hostile(words), "html", columns)[0].decode("utf-8")
    page = html5lib.parse(content, namespaceHTMLElements=False)
    texts = ["".join(node.itertext()) for node in page.iter("bdi") if node.get("class") == "said"]
    # The standard has a parser read some characters otherwise; none of them is a letter.
    dropped = str.maketrans("", "", "\x00\x01\x0b\x7f\ufeff")
    assert [text.translate(dropped) for text in texts] == [as_parsed(words).translate(dropped)] * 2
    assert not list(page.iter("script"))
    assert not [node for node in page.iter() if any(str(name).startswith("on") for name in node.attrib)]


def as_parsed(text: str) -> str:
    return text.encode("utf-8", "replace").decode()
