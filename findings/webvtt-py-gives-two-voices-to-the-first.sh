#!/usr/bin/env bash
# webvtt-py 0.6.0 and pysubs2 1.8.1: a cue in which two people speak, each in a voice span of their own.
#
# Surprise: webvtt-py gives a cue one `voice`, the first, and one `text` with the words of both: what Bob answered is put
# into Ann's mouth, without a sign. Where the first words of the cue have no span there is no voice at all, and the name
# that stands there is lost. pysubs2 keeps the words and never a name, though its events have a field for it.
#
# Why it hurts: the voice is who said it. A quote of Bob checked against such a reading is "said by Ann in the source".
#
# This program: has a reader of its own that keeps each span's words with its voice. Guard: tests/intake/formats/
# test_captions.py, test_voices_keep_their_own_words_also_two_in_one_cue.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q webvtt-py==0.6.0 pysubs2==1.8.1
cat >"$dir/try.py" <<'PY'
import io
import sys
from importlib.metadata import version

import pysubs2
import webvtt

HEAD = "WEBVTT\n\n00:01.000 --> 00:03.000\n"
rows = [  # cue, expected, webvtt-py, pysubs2
    ("<v Ann>Will you go?", [("Ann", "Will you go?")], [("Ann", "Will you go?")], [("", "Will you go?")]),
    (
        "<v Ann>Will you go?</v>\n<v Bob>No, never.</v>",
        [("Ann", "Will you go?"), ("Bob", "No, never.")],
        [("Ann", "Will you go?\nNo, never.")],
        [("", "Will you go?\nNo, never.")],
    ),
    (
        "Who will go?\n<v Bob>Not me.",
        [("", "Who will go?"), ("Bob", "Not me.")],
        [("", "Who will go?\nNot me.")],
        [("", "Who will go?\nNot me.")],
    ),
]
print("webvtt-py", version("webvtt-py"), "pysubs2", version("pysubs2"))
same = True
for cue, expected, known_webvtt, known_pysubs2 in rows:
    text = f"{HEAD}{cue}\n"
    with_webvtt = [(each.voice or "", each.text) for each in webvtt.from_buffer(io.StringIO(text))]
    with_pysubs2 = [(each.name, each.plaintext) for each in pysubs2.SSAFile.from_string(text)]
    print(f"\ncue        {cue!r}\nexpected   {expected}\nwebvtt-py  {with_webvtt}\npysubs2    {with_pysubs2}")
    same &= (with_webvtt, with_pysubs2) == (known_webvtt, known_pysubs2)
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py"
