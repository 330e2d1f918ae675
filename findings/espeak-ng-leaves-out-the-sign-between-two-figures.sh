#!/usr/bin/env bash
# eSpeak NG 1.51 (Debian 12: apt-get install espeak-ng), the voice of Orca and NVDA: what it speaks of a text that is given
# to it as it stands, seen in the sounds that it would make (-x), in English of the United States.
#
# Surprise: it knows rare signs by name: ≥, ≠, ≈, ± and the minus − are spoken. One would expect < and >, ‰ and the decimal
# point of British print (3·5) to be spoken too; they are not, and the figures stand alone: "5 > 3" sounds like "5 < 3", 5 ‰
# like 5, 3·5 like 3–5. A raised minus takes its figure with it, so that 10⁻⁶ sounds like 10. Of a half beside another sign
# its article is left: 12½% sounds like "twelve a per cent", −½ like "minus a", while 12½ is whole.
#
# Why it hurts: who checks a text by ear hears another figure, or cannot hear which of two is more, and hears no gap.
#
# This program: leaves speaking to the screen reader, which may be told to name all signs; its own signs stand beside a word.
# Guard: tests/journeys/test_read_out.py, test_a_change_in_the_list_reads_its_kind_words_place_and_alert.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cat >"$dir/try.py" <<'PY'
import subprocess
import sys


def sounds(text: str) -> str:
    command = ["espeak-ng", "-q", "-x", "-v", "en-us", "--", text]
    return " ".join(subprocess.run(command, check=True, capture_output=True, text=True).stdout.replace("_:", "").split())


rows = [  # printed, what it sounds like, whether the two sound alike
    ("5 ≥ 3", "5 3", False),
    ("−5", "minus 5", True),
    ("5 > 3", "5 3", True),
    ("5 > 3", "5 < 3", True),
    ("5 ‰", "5", True),
    ("3·5", "3 5", True),
    ("3·5", "3–5", True),
    ("3.5", "3 5", False),
    ("10⁶", "10 6", True),
    ("10⁻⁶", "10", True),
    ("12½", "12; a half", True),
]
print(subprocess.run(["espeak-ng", "--version"], check=True, capture_output=True, text=True).stdout.split("  ")[0])
same = True
for printed, other, known in rows:
    alike = sounds(printed) == sounds(other)
    print(f"  {printed:7} and {other:30} {'alike' if alike else 'not alike':10} {sounds(printed)}")
    same &= alike == known
for printed, known in {"−½": "m'aIn@sa#", "12½%": "tw'Elv a#p3s'Ent"}.items():
    print(f"  {printed:7} {sounds(printed)}")
    same &= sounds(printed) == known
print("still so" if same else "changed")
sys.exit(0 if same else 1)
PY
python3 "$dir/try.py"
