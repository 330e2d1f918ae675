#!/usr/bin/env bash
# eyecite 2.7.8 (PyPI): citations of court decisions in a text, with parties, year and what stands in brackets behind them.
#
# Surprise: one would expect parties that cannot be read to be missing. Where one case follows another, a case has those of
# its neighbour: "Doe v. Roe, 5 U.S. 137 (1803). Lee v. Kim, 1 U.S. 1 (1790)." gives both the year 1803, and the second the
# defendant Roe. After "In re Ray" with a comma the case behind it is Ray's and of Ray's year. A citation without a year
# gets the next year in brackets, of another case or of an act of Congress, and with it the words in brackets: who dissented
# in one dissents in both. With a semicolon, or with "See" or other words between them, all are right; reporter, volume and
# page are right everywhere.
#
# Why it hurts: the place in the reports is right, so nobody looks again, and the name and the year beside it are another
# case's.
#
# This program: reads no citations of law; a figure keeps its own sentence. Guard: tests/text/facts/test_dates.py, test_a_date_
# is_read_in_its_parts_and_with_its_tokens.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q eyecite==2.7.8 courts-db==0.10.27 reporters-db==3.2.67
cat >"$dir/try.py" <<'PY'
import sys
from importlib.metadata import version

from eyecite import get_citations

RAY = "Ray, J., dissenting"
rows = [  # sentence, seen: defendant, year and words in brackets of each case, and whether that is what it says
    ("Doe v. Roe, 5 U.S. 137 (1803); Lee v. Kim, 1 U.S. 1 (1790).", [("Roe", "1803", None), ("Kim", "1790", None)], True),
    ("Doe v. Roe, 5 U.S. 137 (1803). See Lee v. Kim, 1 U.S. 1 (1790).", [("Roe", "1803", None), ("Kim", "1790", None)], True),
    ("Doe v. Roe, 5 U.S. 137 (1803). Lee v. Kim, 1 U.S. 1 (1790).", [("Roe", "1803", None), ("Roe", "1803", None)], False),
    (
        "In re Ray, 410 U.S. 113 (1973), and Doe v. Roe, 5 U.S. 137, 140 (1803), say so.",
        [("Ray", "1973", None), ("Ray", "1973", None)],
        False,
    ),
    (
        f"The rule of Doe v. Roe, 5 U.S. 137, was given up in Lee v. Kim, 1 U.S. 1 (1790) ({RAY}).",
        [("Roe", "1790", RAY), ("Kim", "1790", RAY)],
        False,
    ),
    ("Doe v. Roe, 5 U.S. 137. It stood until the act of Congress (2010) changed it.", [("Roe", "2010", None)], False),
]
print("eyecite", version("eyecite"))
same = True
for sentence, known, right in rows:
    found = get_citations(sentence)
    seen = [(case.metadata.defendant, case.metadata.year, case.metadata.parenthetical) for case in found]
    print(f"\n{sentence}")
    for case, (defendant, year, brackets) in zip(found, seen, strict=True):
        print(f"  {case.matched_text():12} defendant {defendant}, year {year}, brackets {brackets}")
    print("  as it says" if right else "  not as it says")
    same &= seen == known
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py"
