#!/usr/bin/env bash
# exceljs 4.4.0 (npm) and openpyxl 3.1.5 (PyPI): a spreadsheet whose dates are written as ISO 8601 (cells of type "d", as
# Excel's "Strict Open XML" has them and openpyxl writes them when iso_dates is set); and xlsx 0.18.5 (npm, SheetJS).
#
# Surprise: of a kind of cell that it does not know one would expect the text, or an error. exceljs takes what stands before
# the first hyphen for a number of days: 2020-05-03 is the 2020th day of its calendar, 12 July 1905, and all dates of one
# year are the same day. xlsx reads these cells; but of a file with the calendar of 1904, which openpyxl can write too, the
# same cell has two dates in it: its text is right, and its value, asked for as a date, is four years and a day earlier.
#
# Why it hurts: a table of events has dates, all of them wrong, and both libraries read most files right.
#
# This program: writes every cell of its log as text, dates too. Guard: tests/log/test_xlsx_file.py,
# test_every_row_is_that_of_the_table and test_any_text_is_a_text_cell_and_comes_back.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
npm install --silent --no-audit --no-fund --prefix "$dir" exceljs@4.4.0 xlsx@0.18.5 >/dev/null
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q openpyxl==3.1.5
cat >"$dir/try.cjs" <<'JS'
const ExcelJS = require("exceljs");
const XLSX = require("xlsx");

const day = (value) => value.toISOString().slice(0, 10);
const read = async (path) => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const cells = ["A1", "A2"].map((name) => book.worksheets[0].getCell(name).value);
  const sheet = Object.values(XLSX.readFile(path, { cellDates: true }).Sheets)[0];
  return [cells.map(day), ["A1", "A2"].map((name) => day(sheet[name].v)), ["A1", "A2"].map((name) => sheet[name].w)];
};
Promise.all(process.argv.slice(2).map(read)).then((all) => console.log(JSON.stringify(all)));
JS
cat >"$dir/try.py" <<'PY'
import json
import os
import subprocess
import sys
from datetime import date

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904

folder = sys.argv[2]
rows = [  # file, its settings; seen by exceljs, by xlsx as a date, by xlsx as text
    ("days", {}, ["2020-05-03", "2020-11-30"], ["2020-05-03", "2020-11-30"], ["2020-05-03", "2020-11-30"]),
    ("iso", {"iso_dates": True}, ["1905-07-12", "1905-07-12"], ["2020-05-03", "2020-11-30"], ["2020-05-03", "2020-11-30"]),
    ("1904", {"epoch": CALENDAR_MAC_1904}, ["2020-05-03", "2020-11-30"], ["2016-05-02", "2016-11-29"],
     ["2020-05-03", "2020-11-30"]),
]
for name, settings, *_ in rows:
    book = openpyxl.Workbook()
    for key, value in settings.items():
        setattr(book, key, value)
    for place, day in enumerate((date(2020, 5, 3), date(2020, 11, 30)), 1):
        book.active.cell(place, 1, day).number_format = "yyyy-mm-dd"
    book.save(f"{folder}/{name}.xlsx")
paths = [f"{folder}/{name}.xlsx" for name, *_ in rows]
ran = subprocess.run(["node", sys.argv[1], *paths], check=True, capture_output=True, env=os.environ | {"TZ": "UTC"})
print("exceljs 4.4.0  xlsx 0.18.5  openpyxl", openpyxl.__version__, "\nwritten: 2020-05-03, 2020-11-30")
same = True
for (name, _, *known), seen in zip(rows, json.loads(ran.stdout), strict=True):
    print(f"\n{name}\n  exceljs     {seen[0]}\n  xlsx, date  {seen[1]}\n  xlsx, text  {seen[2]}")
    same &= seen == known
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py" "$dir/try.cjs" "$dir"
