#!/usr/bin/env bash
# pandoc 3.9 (pypandoc_binary 1.17): a text with curly quotation marks, written as RTF by pandoc and read back by pandoc.
#
# Surprise: the letter or blank behind each mark is gone. pandoc writes “ as \u8220" (the straight mark is what older
# readers show, one character, as the RTF specification has it) and, when it reads that, passes over the straight mark and
# over the character behind it: “Never,” she → “ever,”she; “no more” → “o more”; café’s owner → café’ owner. Accented
# letters, which it writes with a blank between (\u233 ?), stay whole. No warning, exit code 0. Fallbacks in hex
# (\u8220\'93, as Word writes them) are read right, which may be why nobody sees it.
#
# Why it hurts: the words that a checker compares are those behind quotation marks, and “never” becomes “ever”.
#
# This program: its own RTF reader passes over as many characters as \uc says. Guard: tests/intake/formats/test_rich_text.py, rows
# "what stands in for a sign, unsaid", "… said" and "… none" of TRAPS.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q "pypandoc_binary==1.17"
"$dir/venv/bin/python" - <<'PY'
import sys

import pypandoc

rows = [  # as written; what comes back
    ("“Never,” she said.", "“ever,”she said."),
    ("They wrote “no more” and left.", "They wrote “o more”and left."),
    ("The café’s owner paid €52.", "The café’ owner paid €52."),
    ("From 3–5 May", "From 3– May"),
]
print("pandoc", pypandoc.get_pandoc_version())
same = True
for text, known in rows:
    rtf = pypandoc.convert_text(text, "rtf", format="markdown")
    seen = pypandoc.convert_text(rtf, "plain", format="rtf", extra_args=["--wrap=none"]).strip()
    print(f"\nexpected  {text}\nRTF       {rtf.strip()}\nseen      {seen}")
    same &= seen == known
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
