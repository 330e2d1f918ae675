#!/usr/bin/env bash
# @deepgram/captions 1.2.0 (npm) and deepgram-captions 2.0.0 (PyPI): captions of an interview that was recorded with a
# microphone, so a channel, for each of the two who speak, in the service's own form of answer (multichannel).
#
# Surprise: one would expect the words of both, in the order of their times, and whose they are. The captions hold the first
# channel alone: of a question and its answer only the question is captioned, and the head still says "Channels: 2". Where the
# answer was asked for with utterances, both are there, and nothing tells whose they are, though each has its channel.
#
# Why it hurts: all that one of two people said is in no caption, and the captions look whole.
#
# This program: reads captions, not the service's answers; it counts what is in the file and can't know of more.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
npm install --silent --no-audit --no-fund --prefix "$dir" @deepgram/captions@1.2.0 >/dev/null
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q deepgram-captions==2.0.0
cat >"$dir/try.cjs" <<'JS'
const { webvtt } = require("@deepgram/captions");

console.log(JSON.stringify(JSON.parse(process.argv[2]).map((answer) => webvtt(answer))));
JS
cat >"$dir/try.py" <<'PY'
import json
import subprocess
import sys
from importlib.metadata import version

from deepgram_captions import DeepgramConverter, webvtt


def channel(begin: float, words: str) -> dict:
    spoken = [
        {"word": word.lower().strip("?."), "punctuated_word": word, "start": begin + place / 2, "end": begin + place / 2 + 0.4,
         "confidence": 1}
        for place, word in enumerate(words.split())
    ]
    return {"alternatives": [{"transcript": words, "confidence": 1, "words": spoken}]}


def answer(channels: list[dict], utterances: bool) -> dict:
    results = {"channels": channels}
    if utterances:
        best = [each["alternatives"][0] for each in channels]
        results["utterances"] = [each | {"channel": place} for place, each in enumerate(best)]
    return {"metadata": {"request_id": "1", "channels": len(channels)}, "results": results}


two = [channel(0, "Did you sign?"), channel(2, "I did not.")]
rows = [  # answer, captions seen
    ("two channels", answer(two, False), ["Did you sign?"]),
    ("two channels with utterances", answer(two, True), ["Did you sign?", "I did not."]),
    ("the second channel alone", answer(two[1:], False), ["I did not."]),
]
answers = json.dumps([each for _, each, _ in rows])
others = json.loads(subprocess.run(["node", sys.argv[1], answers], check=True, capture_output=True).stdout)
print("@deepgram/captions 1.2.0  deepgram-captions", version("deepgram-captions"))
same = True
for (name, each, known), other in zip(rows, others, strict=True):
    files = {"npm": other, "PyPI": webvtt(DeepgramConverter(each))}
    print(f"\n{name}")
    for where, file in files.items():
        captions = [part.split("\n", 1)[1].strip() for part in file.split("\n\n") if "-->" in part]
        head = [line for line in file.splitlines() if line.startswith("Channels")]
        print(f"  {where:5}{captions} {' '.join(head)}")
        same &= captions == known
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py" "$dir/try.cjs"
