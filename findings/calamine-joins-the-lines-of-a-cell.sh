#!/usr/bin/env bash
# python-calamine 0.9.1, pandas 3.1.1 (with odfpy 1.4.1) and pyexcel-ods3 0.6.1 (PyPI): cells of an OpenDocument spreadsheet
# that hold a tab, a line break within a paragraph, or a word with its reading above it (ruby).
#
# Surprise: blanks that the format writes as elements (<text:s/>) come back in all of them, so one would expect the same of tabs
# and line breaks. calamine, the fast reader that pandas takes for such files when asked, leaves both out and joins what
# they part: "12<tab>30" is 1230, "Ann: no<line break>Bob: yes" is "Ann: noBob: yes". The odf reader of pandas has the line
# break and loses the tab. pyexcel-ods3 has both, and of a word with a reading neither the word nor the reading.
#
# Why it hurts: two figures are one, two speakers stand in one line, a name is gone, in a table that is right otherwise.
#
# This program: reads no spreadsheets; in OpenDocument texts tab and line break part words. Guard: tests/intake/odt/
# test_walk.py, test_words_stand_where_they_are_read.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q python-calamine==0.9.1 pandas==3.1.1 odfpy==1.4.1 pyexcel-ods3==0.6.1
cat >"$dir/try.py" <<'PY'
import sys
from importlib.metadata import version

import pandas
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import LineBreak, P, Ruby, RubyBase, RubyText, S, Tab
from pyexcel_ods3 import get_data
from python_calamine import load_workbook

path = sys.argv[1]
rows = [  # parts of the paragraph; seen by calamine, by pandas, by pyexcel-ods3
    (["12", Tab(), "30"], "1230", "1230", "12\t30"),
    (["Ann: no", LineBreak(), "Bob: yes"], "Ann: noBob: yes", "Ann: no\nBob: yes", "Ann: no\nBob: yes"),
    (["He did", S(c=2), "not sign"], "He did  not sign", "He did  not sign", "He did  not sign"),
    (["He did ", (RubyBase(text="not"), RubyText(text="nicht")), " sign"], "He did notnicht sign", "He did notnicht sign",
     "He did  sign"),
]
book, table = OpenDocumentSpreadsheet(), Table(name="S")
for parts, *_ in rows:
    line, cell, paragraph = TableRow(), TableCell(valuetype="string"), P()
    for part in parts:
        if isinstance(part, str):
            paragraph.addText(part)
        elif isinstance(part, tuple):
            ruby = Ruby()
            for each in part:
                ruby.addElement(each)
            paragraph.addElement(ruby)
        else:
            paragraph.addElement(part)
    cell.addElement(paragraph)
    line.addElement(cell)
    table.addElement(line)
book.spreadsheet.addElement(table)
book.save(path)
found = [
    [row[0] for row in load_workbook(path).get_sheet_by_index(0).to_python()],
    list(pandas.read_excel(path, engine="odf", header=None)[0]),
    [row[0] for row in get_data(path)["S"]],
]
names = ("python-calamine", "pandas", "pyexcel-ods3")
same = True
for name, seen, known in zip(names, found, zip(*(known for _, *known in rows), strict=True), strict=True):
    print(name, version(name), *(f"\n  {each!r}" for each in seen))
    same &= [str(each) for each in seen] == list(known)
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py" "$dir/a.ods"
