#!/usr/bin/env bash
# pysubs2 1.8.1: an SRT file with words in braces, read and written again as SRT.
#
# Surprise: all formats are held in the notation of SubStation Alpha, where braces hold commands. So in a SubRip file the
# words {inaudible} or {not verbatim} are commands: plaintext lacks them, and a file that is only shifted by a second and
# saved has lost them for good. Nothing is escaped on the way in. Parentheses and square brackets are kept.
#
# Why it hurts: a transcriber's sign that words are missing or uncertain is itself lost, and the sentence closes over it.
#
# This program: reads SubRip itself and keeps braces that are no position command ({\an8}) as words. Guard:
# tests/intake/formats/test_captions.py, test_each_spoken_word_is_read_once.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q pysubs2==1.8.1
cat >"$dir/try.py" <<'PY'
import sys
from importlib.metadata import version

import pysubs2

TIMES = "1\n00:00:01,000 --> 00:00:03,000\n"
rows = [  # words, plaintext, words after reading and writing
    ("We will [inaudible] go (laughs).", "We will [inaudible] go (laughs).", "We will [inaudible] go (laughs)."),
    ("We will {inaudible} go.", "We will  go.", "We will  go."),
    ("He was {not} there.", "He was  there.", "He was  there."),
]
print("pysubs2", version("pysubs2"))
same = True
for words, known_plain, known_written in rows:
    file = pysubs2.SSAFile.from_string(f"{TIMES}{words}\n\n", format_="srt")
    plain = "|".join(each.plaintext for each in file)
    written = file.to_string("srt").removeprefix(TIMES).rstrip("\n")
    print(f"\nwords      {words!r}\nplaintext  {plain!r}\nwritten    {written!r}")
    same &= (plain, written) == (known_plain, known_written)
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py"
