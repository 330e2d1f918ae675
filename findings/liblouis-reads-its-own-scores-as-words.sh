#!/usr/bin/env bash
# liblouis 3.24.0 (Debian 12: apt-get install liblouis-bin python3-louis), the braille of Orca, NVDA and BRLTTY: English with
# contractions, put into braille and read back, as a screen reader does with what is typed on a braille display.
#
# Surprise: one would expect a reading back to be hard for words. It fails for figures and dots. In the American table the
# letters that stand for figures are words behind a hyphen, a colon, a comma or a point: 10-12 is "10-about", 10-4 is
# "10-do", 3.5 is "3.every", 10:30 is 10:cj, though the braille has the sign that a number goes on. In the table of Unified
# English, where figures are right, the letter before a full stop is a word: 9 a.m. is "9 a.more.", U.S. is "U.So.", i.e. is
# "i.every.". The sentences around them come back letter by letter.
#
# Why it hurts: a checker who reads and types braille notes a score, and the note holds another word in its place.
#
# This program: takes the words of a quote from the stored text by offsets, never from what is typed; a note is as typed.
set -euo pipefail
/usr/bin/python3 - <<'PY'
import sys

import louis

AMERICAN, UNIFIED = ["en-us-g2.ctb"], ["en-ueb-g2.ctb"]
rows = [  # table, printed, read back
    (AMERICAN, "The vote was 10-12.", "The vote was 10-about."),
    (AMERICAN, "The vote was 10 to 12.", "The vote was 10 to 12."),
    (AMERICAN, "It cost 3.5 million.", "It cost 3.every million."),
    (AMERICAN, "They won 2-1 then.", "They won 2-a then."),
    (AMERICAN, "He left at 10:30.", "He left at 10:cj."),
    (AMERICAN, "Some 1,200 came.", "Some 1,bjj came."),
    (UNIFIED, "The vote was 10-12.", "The vote was 10-12."),
    (UNIFIED, "It began at 9 a.m. there.", "It began at 9 a.more. there."),
    (UNIFIED, "The U.S. did not sign.", "The U.So. did not sign."),
    (UNIFIED, "It was he, i.e. not Bob.", "It was he, i.every. not Bob."),
]
print("liblouis", louis.version())
same = True
for table, printed, known in rows:
    braille = louis.translateString(table, printed)
    seen = louis.backTranslateString(table, braille)
    print(f"{table[0]:14} printed {printed:26} braille {braille:26} read back {seen}")
    same &= seen == known
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
