#!/usr/bin/env bash
# words-to-numbers 1.5.1 (npm) and numerizer 0.2.4 (PyPI): number words of a sentence turned into figures.
#
# Surprise: a comma is no end of a number for words-to-numbers. "In two thousand, five people died" becomes "In 2005 people
# died", three people of two hundred and fifty become 253, and the comma is gone. A decimal ("three point five million")
# becomes the word NaN. numerizer takes the comma for an end, but its fractions
# reach over words: "a quarter of a million" is "1/4 of a1000000", "a million and a half" is "1000000 and half2", and
# half past nine in words ("at nine thirty") is 930.
#
# Why it hurts: a count becomes a year, and the sentence reads well.
#
# This program: a comma between number words ends the number. Guard: tests/text/facts/test_numbers.py,
# test_a_comma_ends_a_number_in_words.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
npm install --silent --no-audit --no-fund --prefix "$dir" words-to-numbers@1.5.1 >/dev/null
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q numerizer==0.2.4
cat >"$dir/try.py" <<'PY'
import json
import subprocess
import sys
from importlib.metadata import version

from numerizer import numerize

rows = [  # sentence, seen by words-to-numbers, seen by numerizer
    ("In two thousand, five people died.", "In 2005 people died.", "In 2000, 5 people died."),
    ("Of two hundred fifty, three left.", "Of 253 left.", "Of 250, 3 left."),
    ("Ann left. It cost three point five million.", "Ann left. It cost NaN.", "Ann left. It cost 3 point 5000000."),
    ("It took a quarter of a million.", "It took 1 quarter of 1000000.", "It took 1/4 of a1000000."),
    ("He has a million and a half men.", "He has 1000001 half men.", "He has 1000000 and half2 men."),
    ("They met at nine thirty in Rome.", "They met at 9 30 in Rome.", "They met at 930 in Rome."),
]
sentences = json.dumps([sentence for sentence, *_ in rows])
others = json.loads(subprocess.run(["node", sys.argv[1], sentences], check=True, capture_output=True).stdout)
print("words-to-numbers 1.5.1  numerizer", version("numerizer"))
same = True
for (sentence, *known), other in zip(rows, others, strict=True):
    seen = [other, numerize(sentence)]
    print(f"\n{sentence}\n  words-to-numbers  {seen[0]}\n  numerizer         {seen[1]}")
    same &= seen == known
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
cat >"$dir/try.cjs" <<'JS'
const { wordsToNumbers } = require("words-to-numbers");

console.log(JSON.stringify(JSON.parse(process.argv[2]).map((sentence) => String(wordsToNumbers(sentence)))));
JS
"$dir/venv/bin/python" "$dir/try.py" "$dir/try.cjs"
