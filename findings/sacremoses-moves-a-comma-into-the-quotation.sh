#!/usr/bin/env bash
# sacremoses 0.2.0 (PyPI; the normaliser of signs of Moses, run before texts are compared, translated or trained on).
#
# Surprise: one would expect quotation marks and dashes of one kind, and all signs in their places. In English a comma or
# full stop behind a closing mark is moved into the quotation, as American printers set it: “never”, is "never,". The blank
# that parts thousands in print (U+00A0) becomes a point: 1 000 is 1.000, in German and French a comma: 1,000. So a thousand
# is one, to three decimals, in each of these languages; two figures that such a blank keeps together ("3 12-year-olds") are
# one.
#
# Why it hurts: the quotation is compared with a comma that was not said, and two articles agree on a figure that neither
# printed.
#
# This program: folds marks and blanks for comparison only, sign by sign, and shows what is printed. Guard: tests/text/
# test_diff_laws.py, test_no_change_starts_or_ends_inside_a_token.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q sacremoses==0.2.0
cat >"$dir/try.py" <<'PY'
import sys
from importlib.metadata import version

from sacremoses import MosesPunctNormalizer

rows = [  # language, printed, seen
    ("en", "He said “yes” – and left.", 'He said "yes" - and left.'),
    ("en", "He said “never”, not “no”.", 'He said "never," not "no."'),
    ("en", "Some 1\u00a0000 men came.", "Some 1.000 men came."),
    ("en", "He has 3\u00a012-year-olds.", "He has 3.12-year-olds."),
    ("de", "Er sagte „nie“, nicht „nein“.", 'Er sagte "nie", nicht "nein".'),
    ("de", "Es kamen 1\u00a0000 Leute.", "Es kamen 1,000 Leute."),
    ("fr", "Il y avait 1\u00a0000 personnes.", "Il y avait 1,000 personnes."),
]
print("sacremoses", version("sacremoses"))
same = True
for language, printed, known in rows:
    seen = MosesPunctNormalizer(lang=language).normalize(printed)
    print(f"\n{language}  {printed.replace(chr(160), '⍽')}\n    {seen}")
    same &= seen == known
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py"
