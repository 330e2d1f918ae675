#!/usr/bin/env bash
# pylightxl 1.61 (PyPI): a table with units in the formats of its cells, written by XlsxWriter 3.2.9 and openpyxl 3.1.5.
#
# Surprise: a number whose format has a word with one of the letters of dates and times in it is one: 12 in the format 0" dead"
# is 1900/01/11, 3 in 0" days" is 1900/01/02 00:00:00, and 40 in 0" mph" or 12 in 0" lost" is midnight, whatever the number
# was. 0" euro" and 0" in all" are right by their letters. Texts that stand in the cell itself, as XlsxWriter writes them
# when it saves memory (constant_memory), are empty cells. openpyxl reads all of them as they were written.
#
# Why it hurts: a toll becomes a day and a claim an empty cell, next to others that are right.
#
# This program: its log has text in every cell, in shared strings. Guard: tests/log/test_xlsx_file.py,
# test_any_text_is_a_text_cell_and_comes_back.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q pylightxl==1.61 openpyxl==3.1.5 xlsxwriter==3.2.9
cat >"$dir/try.py" <<'PY'
import sys
from importlib.metadata import version

import openpyxl
import pylightxl
import xlsxwriter

path = sys.argv[1]
rows = [  # value, format, in memory, seen
    (12, '0" dead"', True, "1900/01/11"),
    (3, '0" days"', True, "1900/01/02 00:00:00"),
    (40, '0" mph"', True, "00:00:00"),
    (12, '0" lost"', True, "00:00:00"),
    (12, '0" in all"', True, 12),
    (12, "0", True, 12),
    ("He did not sign.", "@", True, "He did not sign."),
    ("He did not sign.", "@", False, ""),
]
print("pylightxl", version("pylightxl"), " openpyxl", openpyxl.__version__, " XlsxWriter", xlsxwriter.__version__)
same = True
for value, form, in_memory, known in rows:
    with xlsxwriter.Workbook(path, {"constant_memory": not in_memory}) as book:
        sheet = book.add_worksheet("S")
        sheet.write(0, 0, value, book.add_format({"num_format": form}))
        sheet.write(0, 1, 1)
    seen = pylightxl.readxl(path).ws("S").index(row=1, col=1)
    other = openpyxl.load_workbook(path).active["A1"].value
    print(f"{value!r:20}as {form:12}openpyxl {other!r:20}pylightxl {seen!r}")
    same &= seen == known and other == value
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py" "$dir/a.xlsx"
