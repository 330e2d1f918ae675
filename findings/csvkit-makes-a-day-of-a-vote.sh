#!/usr/bin/env bash
# csvkit 2.2.0 (PyPI, with agate 1.14.2): a table in CSV, sorted by csvsort or turned into JSON by csvjson; nothing else is
# asked.
#
# Surprise: that "no" becomes a Boolean, as its guide says, is known; one would expect other words to stay words. A column
# of votes (10-12, 1-5) comes out as days of the year 2001, one of half-time scores (10:12) as times with seconds, and a
# column of names (May, April) as days of the year 1. "today" is the first day of the year 1 too. "10,12" is 1012, and 7% is
# 7, so that a share and a count look alike. One cell decides nothing, all of a column must fit, so that the same file with
# one more line stays as it was. --no-inference leaves every cell alone.
#
# Why it hurts: a tool that sorts lines is not looked over for changed words, and the table still looks like one.
#
# This program: writes and reads every cell of its log as text. Guard: tests/log/test_csv_file.py,
# test_quotes_and_line_breaks_inside_cells_come_back_unchanged and test_a_quote_that_is_a_figure_stands_between_quotation_marks.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q csvkit==2.2.0 agate==1.14.2 parsedatetime==2.6 pytimeparse==1.1.10
cat >"$dir/try.py" <<'PY'
import csv
import io
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

rows = [  # name of the column, its two cells, seen when the table is sorted by its first column
    ("vote", ("10-12", "1-5"), ("2001-10-12", "2001-01-05")),
    ("score", ("10:12", "14:12"), ("0:10:12", "0:14:12")),
    ("first name", ("May", "April"), ("0001-05-01", "0001-04-01")),
    ("due", ("today", "tomorrow"), ("0001-01-01", "0001-01-02")),
    ("figures", ("10,12", "3,5"), ("1012", "35")),
    ("share", ("7%", "5%"), ("7", "5")),
    ("answer", ("No", "Yes"), ("False", "True")),
    ("vote, and a word", ("10-12", "open"), ("10-12", "open")),
]
folder = Path(sys.argv[1])
(folder / "table.csv").write_text(
    "\n".join(
        [
            "line," + ",".join(f'"{name}"' for name, _, _ in rows),
            *("line " + "ab"[i] + "," + ",".join(f'"{cells[i]}"' for _, cells, _ in rows) for i in range(2)),
        ]
    )
    + "\n"
)


def cells(*options: str) -> list[tuple[str, ...]]:
    command = [folder / "venv/bin/csvsort", "-c", "1", *options, folder / "table.csv"]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return list(zip(*list(csv.reader(io.StringIO(out)))[1:], strict=True))[1:]


print("csvkit", version("csvkit"), " agate", version("agate"))
same = True
for (name, given, known), seen, plain in zip(rows, cells(), cells("--no-inference"), strict=True):
    print(f"\n{name}\n  given     {given}\n  csvsort   {seen}")
    same &= seen == known and plain == given
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py" "$dir"
