#!/usr/bin/env bash
# ffmpeg 5.1 (Debian 12: apt-get install ffmpeg): a recording and its captions (SRT or WebVTT) cut by the same -ss.
#
# Surprise: the sound begins at the second asked for, the captions begin with the caption before it, and as its time would
# be negative all captions are moved, without a message, until it stands at 0: cut at 5.5 s, the words said at 6 s are
# captioned at 5 s, not at 0.5 s. How much is added depends on how long ago the last caption began. With -ss behind -i
# the times are right.
#
# Why it hurts: the time code that is cited for a quote is seconds off in the excerpt that was sent as proof, by another
# amount in each excerpt, and words from before the cut stand at its beginning.
#
# This program: a time code belongs to the file it was read from (evidence keeps that file's hash), is never carried over
# to another cut, and where a recording and captions are attached, captions that run past its end are said. Guard: such a
# pair in the tests of sources (issue 13, parts 1 and 4).
set -euo pipefail
command -v ffmpeg >/dev/null || { echo "needs ffmpeg: apt-get install ffmpeg"; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cat >"$dir/try.py" <<'PY'
import subprocess
import sys
import wave
from pathlib import Path

folder = Path(sys.argv[1])
CAPTIONS = [("00:00:01", "00:00:05", "One."), ("00:00:06", "00:00:07", "Two."), ("00:00:08", "00:00:09", "Three.")]
(folder / "a.srt").write_text(
    "".join(f"{n}\n{a},000 --> {b},000\n{words}\n\n" for n, (a, b, words) in enumerate(CAPTIONS, 1)), "utf-8"
)
(folder / "a.vtt").write_text(
    "WEBVTT\n\n" + "".join(f"{a}.000 --> {b}.000\n{words}\n\n" for a, b, words in CAPTIONS), "utf-8"
)
with wave.open(str(folder / "a.wav"), "wb") as sound:
    sound.setparams((1, 2, 8000, 0, "NONE", ""))
    sound.writeframes(bytes(2 * 8000 * 10))


def ffmpeg(*arguments: str) -> None:
    subprocess.run(["ffmpeg", "-v", "error", "-nostdin", "-y", *arguments], check=True, cwd=folder)


def cut(name: str, *, late: bool = False) -> list[str]:
    ffmpeg(*(["-i", name, "-ss", "5.5"] if late else ["-ss", "5.5", "-i", name]), "cut.srt")
    blocks = (folder / "cut.srt").read_text("utf-8").strip().split("\n\n")
    return [f"{b.splitlines()[1].split(' ')[0]} {b.splitlines()[2]}" for b in blocks]


ffmpeg("-ss", "5.5", "-i", "a.wav", "cut.wav")
with wave.open(str(folder / "cut.wav"), "rb") as sound:
    seconds = sound.getnframes() / sound.getframerate()
expected = ["00:00:00,500 Two.", "00:00:02,500 Three."]
known = ["00:00:00,000 One.", "00:00:05,000 Two.", "00:00:07,000 Three."]
print(subprocess.run(["ffmpeg", "-version"], check=True, capture_output=True, text=True).stdout.split(" Copyright")[0])
srt, vtt, behind = cut("a.srt"), cut("a.vtt"), cut("a.srt", late=True)
print(f"recording, cut at 5.5 s of 10 s: {seconds} s\nexpected         {expected}")
print(f"-ss 5.5 -i srt   {srt}\n-ss 5.5 -i vtt   {vtt}\n-i srt -ss 5.5   {behind}")
same = seconds == 4.5 and srt == vtt == known and behind == expected
print("still so" if same else "changed")
sys.exit(0 if same else 1)
PY
python3 "$dir/try.py" "$dir"
