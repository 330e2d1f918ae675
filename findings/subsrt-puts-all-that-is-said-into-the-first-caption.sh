#!/usr/bin/env bash
# subsrt 1.1.1 (npm; SRT, WebVTT and seven other formats of captions): files whose lines end in a line feed alone.
#
# Surprise: SRT is read as one caption: the numbers, times and words of all others are its words, and it lasts as long as
# the first. WebVTT is read as no caption at all, its words as data about the file. Captions are parted only where lines end
# as in Windows. There a WebVTT caption that says where it stands ("align:start") is left out, without a sign. subsrt-ts
# 2.1.2, made from it, reads all of them.
#
# Why it hurts: every quote of an hour's talk is "said in the first three seconds", and the convert() of such a file is one
# caption that a player shows for as long.
#
# This program: reads all ends of lines alike and keeps every caption. Guard: tests/intake/formats/test_captions.py, rows of
# test_each_spoken_word_is_read_once.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
npm install --silent --no-audit --no-fund --prefix "$dir" subsrt@1.1.1 subsrt-ts@2.1.2 >/dev/null
cat >"$dir/try.mjs" <<'JS'
import { readFileSync } from "node:fs";
import subsrt from "subsrt";
import * as other from "subsrt-ts";

const SRT = "1\n00:00:01,000 --> 00:00:03,000\nWill you go?\n\n2\n00:00:04,000 --> 00:00:05,000\nNo.\n";
const VTT = "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\nWill you go?\n\n00:00:04.000 --> 00:00:05.000\nNo.\n";
const windows = (text) => text.replaceAll("\n", "\r\n");
const rows = [ // name, file, captions seen
  ["SRT, Windows", windows(SRT), [[1000, "Will you go?"], [4000, "No."]]],
  ["SRT", SRT, [[1000, "Will you go? 2 00:00:04,000 --> 00:00:05,000 No."]]],
  ["WebVTT, Windows", windows(VTT), [[1000, "Will you go?"], [4000, "No."]]],
  ["WebVTT", VTT, []],
  ["WebVTT, Windows, with a place", windows(VTT.replace("03.000", "03.000 align:start")), [[4000, "No."]]],
];
for (const name of ["subsrt", "subsrt-ts"]) {
  console.log(name, JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url))).version);
}
const captions = (read, file) =>
  read(file).filter((each) => each.type === "caption").map((each) => [each.start, each.text.trim().split(/\s+/).join(" ")]);
const expected = JSON.stringify(rows[0][2]);
let same = true;
for (const [name, file, known] of rows) {
  const seen = JSON.stringify(captions(subsrt.parse, file));
  const read = JSON.stringify(captions(other.parse ?? other.default.parse, file));
  console.log(`\n${name}\nexpected   ${expected}\nsubsrt     ${seen}\nsubsrt-ts  ${read}`);
  same &&= seen === JSON.stringify(known) && read === expected;
}
console.log(same ? "\nstill so" : "\nchanged");
process.exitCode = same ? 0 : 1;
JS
node "$dir/try.mjs"
