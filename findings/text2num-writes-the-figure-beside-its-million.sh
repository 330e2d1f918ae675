#!/usr/bin/env bash
# text2num 3.1.0 and number-parser 0.3.2 (PyPI): number words of a sentence turned into figures.
#
# Surprise: both know "three million" and "10". Of figures that stand before a word, as nearly all news print them, one would
# expect "3.5 million" to be 3,500,000 or to stay as it is; each part is turned for itself: "3.5 1000000", "10 1000". "1
# million and two" is "1 1000002". text2num makes 100 of "hundreds" and "300ths" of three hundredths; number-parser counts
# nobody ("no one came") as "no 1 came". "Three million and two" is right in both.
#
# Why it hurts: a checker who looks for 3,500,000 finds nothing, and the figure that is found, 1,000,000, is in no text.
#
# This program: reads a figure with the word behind it, and crowds ("hundreds") as no number. Guard: tests/text/facts/
# test_numbers.py, test_a_number_is_read_with_its_magnitude_and_measure and test_a_crowd_is_not_the_number_itself.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q text2num==3.1.0 number-parser==0.3.2
cat >"$dir/try.py" <<'PY'
import sys
from importlib.metadata import version

from number_parser import parse
from text_to_num import alpha2digit

rows = [  # sentence, seen by text2num, seen by number-parser
    ("It cost 3.5 million euros.", "It cost 3.5 1000000 euros.", "It cost 3.5 1000000 euros."),
    ("Some 10 thousand came.", "Some 10 1000 came.", "Some 10 1000 came."),
    ("Paid 1 million and two.", "Paid 1 1000002.", "Paid 1 1000002."),
    ("It saw half a million men.", "It saw half a 1000000 men.", "It saw half a 1000000 men."),
    ("Then hundreds of men left.", "Then 100 of men left.", "Then hundreds of men left."),
    ("He won by three hundredths.", "He won by 300ths.", "He won by 3 hundredths."),
    ("At noon no one came.", "At noon no one came.", "At noon no 1 came."),
    ("Paid three million and two.", "Paid 3000002.", "Paid 3000002."),
]
print("text2num", version("text2num"), " number-parser", version("number-parser"))
same = True
for sentence, *known in rows:
    seen = [alpha2digit(sentence, "en"), parse(sentence, language="en")]
    print(f"\n{sentence}\n  text2num       {seen[0]}\n  number-parser  {seen[1]}")
    same &= seen == known
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py"
