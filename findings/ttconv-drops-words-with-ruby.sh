#!/usr/bin/env bash
# ttconv 1.2.3 (TTML to SRT and WebVTT): a word of a caption that carries its reading as ruby, as Japanese captions have.
#
# Surprise: one would expect the reading to go or to be put in brackets; what goes is the word itself, with its reading.
# The rest of the line closes up, in SRT and in WebVTT, which has <ruby> of its own; words hidden by tts:visibility stay.
#
# Why it hurts: ruby stands on names and rare words, the ones a quote turns on: "the meeting is not called off" becomes
# "the meeting does not", a name is gone from the line that should prove it.
#
# This program: reads no TTML yet. Should it, the base of ruby is text and the reading is kept apart, as for <ruby> in HTML
# and WebVTT. Guard: this line in the tables of the transcript and HTML importers: base kept, reading not between words.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q ttconv==1.2.3
cat >"$dir/try.py" <<'PY'
import sys
import xml.etree.ElementTree as ET
from importlib.metadata import version

import ttconv.imsc.reader
import ttconv.srt.writer
import ttconv.vtt.writer

CAPTION = (
    '会議は<span tts:ruby="container"><span tts:ruby="base">中止</span><span tts:ruby="text">ちゅうし</span></span>しない'
)
DOCUMENT = (
    '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:tts="http://www.w3.org/ns/ttml#styling" xml:lang="ja"><head/><body><div>'
    f'<p begin="1s" end="3s">{CAPTION}</p></div></body></tt>'
)
print("ttconv", version("ttconv"))
print(f"caption   {CAPTION}\nexpected  会議は中止しない, with or without (ちゅうし)")
same = True
for name, writer in (("SRT", ttconv.srt.writer), ("VTT", ttconv.vtt.writer)):
    out = writer.from_model(ttconv.imsc.reader.to_model(ET.ElementTree(ET.fromstring(DOCUMENT))))
    seen = out.split("-->")[1].split("\n", 1)[1].strip()
    print(f"{name} seen  {seen}")
    same &= seen == "会議はしない"
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py"
