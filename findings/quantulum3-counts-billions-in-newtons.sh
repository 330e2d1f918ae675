#!/usr/bin/env bash
# quantulum3 0.10.0 (PyPI): quantities of a text with their values and units, as installed without its classifier.
#
# Surprise: one would expect an unknown unit to be left out; it is taken apart until its letters are units. $5bn are 5 "dollar
# bit newton" or 5 "dollar barn newton" (it changes from run to run), 3.5m euros are 3.5 metres, "5 p.m." are five pennies,
# half a mile is 0.5 "per mile". "Minus" before a figure is not read, so five degrees of frost are five of warmth. Of a range
# the value is the middle, as its guide says, but the word million counts for the second half alone: 1.5 to 2 million is
# 1,000,000.75, and 5 million-6 million euros are 5 and 1,000,000 euros. "$5 billion" and "-5 degrees" are read right.
#
# Why it hurts: a claim of $5bn and one of $5 are the same number; a table of such values looks clean.
#
# This program: has a list of units of news and takes no other letters for one; each end of a range keeps its own value.
# Guard: tests/text/facts/test_quantities.py, test_a_date_or_number_that_differs_is_found_with_both_readings.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q quantulum3==0.10.0
cat >"$dir/try.py" <<'PY'
import re
import sys
import warnings
from importlib.metadata import version

warnings.filterwarnings("ignore")  # that there is no classifier, which this is about
from quantulum3 import parser

rows = [  # text, expected, seen: value, unit
    ("$5bn was paid", "5000000000 dollar", [(5.0, "dollar … newton")]),
    ("$5 billion was paid", "5000000000 dollar", [(5e9, "dollar")]),
    ("3.5m euros were paid", "3500000 euro", [(3.5, "metre")]),
    ("at 5 p.m. he left", "none", [(5.0, "penny")]),
    ("it was minus 5 degrees there", "-5 degree", [(5.0, "degree angle")]),
    ("it was -5 degrees there", "-5 degree", [(-5.0, "degree angle")]),
    ("from 1.5 to 2 million came", "1500000 to 2000000", [(1000000.75, "dimensionless")]),
    ("5 million-6 million euros", "5000000 to 6000000 euro", [(5.0, "dimensionless"), (1e6, "euro")]),
    ("half a mile from here", "0.5 mile", [(0.5, "per mile")]),
]
print("quantulum3", version("quantulum3"))
same = True
for text, expected, known in rows:
    seen = [(quantity.value, re.sub(r" (bit|barn) ", " … ", quantity.unit.name)) for quantity in parser.parse(text)]
    print(f"{text:30}expected {expected:25}seen {seen}")
    same &= seen == known
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py"
