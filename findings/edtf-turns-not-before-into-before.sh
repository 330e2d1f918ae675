#!/usr/bin/env bash
# edtf 5.0.2 (PyPI; text_to_edtf, which makes dates of the Library of Congress's Extended Date/Time Format, ISO 8601-2, of
# the words of catalogues and archives).
#
# Surprise: it reads "before 1860", "circa 1900" and "1914-18"; one would expect None of what it cannot read, as "between
# 1914 and 1918" gives. The word "not" is passed over: "not before 1860" is the time up to 1860, as "before 1860" is, and
# "not after 1920" the time from 1920 on. Of 1914–1918 with the dash that print has only 1918 is left. "3 to 5 May 2020" is
# the 5th of May 2003, "May or June 2020" is May of no year, and twelve who died in 1920 are December 1920. "Until 1945" is
# 1945 alone, while "since 1945" goes on.
#
# Why it hurts: the dates of a source are the contrary of what its catalogue says, in a form that machines trust.
#
# This program: takes a date in its parts, as printed, and no span of time from words. Guard: tests/text/facts/test_dates.py,
# test_a_date_is_read_in_its_parts_and_with_its_tokens.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q edtf==5.0.2
cat >"$dir/try.py" <<'PY'
import sys
from importlib.metadata import version

from edtf import text_to_edtf

rows = [  # words, what they say, seen
    ("before 1860", "/1860", "/1860"),
    ("1914-18", "1914/1918", "1914/1918"),
    ("5 May 2020", "2020-05-05", "2020-05-05"),
    ("between 1914 and 1918", "1914/1918", None),
    ("not before 1860", "1860/", "/1860"),
    ("not after 1920", "/1920", "1920/"),
    ("1914–1918", "1914/1918", "1918"),
    ("3 to 5 May 2020", "2020-05-03/2020-05-05", "2003-05-05"),
    ("May or June 2020", "[2020-05,2020-06]", "XXXX-05"),
    ("12 died in 1920", "1920", "1920-12"),
    ("since 1945", "1945/", "1945/"),
    ("until 1945", "/1945", "1945"),
]
print("edtf", version("edtf"))
same = True
for words, meant, known in rows:
    seen = text_to_edtf(words)
    print(f"  {words:22} meant {meant:22} seen {seen}")
    same &= seen == known
print("still so" if same else "changed")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" -W ignore "$dir/try.py"
